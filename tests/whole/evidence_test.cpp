// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/knowledge_base.hpp>

#include <treatise/knowledge/neuropathic_pain.hpp>

#include "catch.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace whole_evidence_test {

namespace np = treatise::neuropathic_pain;

namespace {

std::string key_of(std::string fact) {
    std::replace(fact.begin(), fact.end(), '.', '-');
    std::replace(fact.begin(), fact.end(), '_', '-');
    return fact;
}

/// The ids and reasons of the list of what is not entered.
std::map<std::string, std::string> not_entered() {
    std::ifstream file{TREATISE_SOURCE_DIR "/knowledge/neuropathic-pain.not-entered.toml"};
    std::map<std::string, std::string> facts;
    std::string line, id;
    auto const value = [](std::string const& s) { return s.substr(s.find('"') + 1, s.rfind('"') - s.find('"') - 1); };
    while (std::getline(file, line)) {
        if (line.starts_with("id = ")) facts[id = value(line)] = "";
        if (line.starts_with("reason = ")) facts[id] = value(line);
    }
    return facts;
}

std::vector<std::string> facts() {
    std::ifstream file{TREATISE_SHARED_DIR "/knowledge/evidence.json"};
    std::vector<std::string> ids;
    if (!file) return ids;
    auto const evidence = nlohmann::json::parse(file);
    for (auto const& fact : evidence.at("facts")) ids.push_back(fact.at("id"));
    return ids;
}

}  // namespace

TEST_CASE("every fact of the evidence is a claim, or listed with the reason why not", "[knowledge]") {
    auto const all = facts();
    if (all.empty()) {
        WARN("skipped: no evidence.json beside the project");
        SUCCEED();
        return;
    }
    std::set<std::string> claims;
    for (auto c : np::knowledge.claims()) claims.insert(std::string{np::knowledge.claim_key(c)});
    auto const listed = not_entered();
    std::string missing;
    std::size_t entered = 0;
    for (auto const& fact : all) {
        auto const key = key_of(fact);
        auto const at = claims.lower_bound(key);
        bool const is_claim = at != claims.end() && (*at == key || at->starts_with(key + '-'));
        entered += is_claim;
        if (!is_claim && !listed.contains(fact)) missing += ' ' + fact;
    }
    CHECK(missing == "");
    CHECK(entered >= 500);
}

TEST_CASE("what is not entered has a reason", "[knowledge]") {
    auto const listed = not_entered();
    CHECK(!listed.empty());
    for (auto const& [id, reason] : listed) {
        INFO(id);
        CHECK(reason.size() > 8);
    }
}

}  // namespace whole_evidence_test
