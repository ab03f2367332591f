// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/sarif.hpp>

#include "catch.hpp"

#if __has_include(<nlohmann/json.hpp>)
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace render_sarif_test {

using namespace treatise;
using parsed = nlohmann::json;

namespace {

std::vector<sarif_rule> const rules{{"C3", "A figure says its time."}, {"R6", "Warnings are whole."}};

parsed log_of(std::vector<sarif_finding> const& findings) { return parsed::parse(sarif(rules, findings)); }

/// What SARIF 2.1.0 requires of a log, of a run and of a result (sections 3.13, 3.14, 3.18, 3.27, 3.28, 3.29).
void check_structure(parsed const& log) {
    CHECK(log.at("version") == "2.1.0");
    CHECK(log.at("$schema").get<std::string>().find("sarif-2.1.0") != std::string::npos);
    REQUIRE(log.at("runs").is_array());
    for (auto const& run : log.at("runs")) {
        auto const& driver = run.at("tool").at("driver");
        CHECK(driver.at("name").is_string());
        for (auto const& rule : driver.at("rules")) {
            CHECK(rule.at("id").is_string());
            CHECK(rule.at("shortDescription").at("text").is_string());
        }
        for (auto const& result : run.at("results")) {
            CHECK(result.at("message").at("text").is_string());
            auto const level = result.at("level").get<std::string>();
            CHECK((level == "none" || level == "note" || level == "warning" || level == "error"));
            if (result.contains("ruleIndex"))
                CHECK(driver.at("rules")[result.at("ruleIndex").get<std::size_t>()].at("id") == result.at("ruleId"));
            for (auto const& location : result.at("locations")) {
                if (!location.contains("physicalLocation")) continue;
                auto const& where = location.at("physicalLocation");
                CHECK(where.at("artifactLocation").at("uri").is_string());
                if (where.contains("region")) CHECK(where.at("region").at("startLine").get<int>() >= 1);
            }
        }
    }
}

}  // namespace

TEST_CASE("findings as SARIF have what the standard requires", "[sarif]") {
    auto const log = log_of({{"C3", false, "Gabapentin: a figure says its time.", "pain/gabapentin/benefit", "claim-1",
                                 {"knowledge/pain/claims a.toml", 12, 6}},
        {"R6", true, "The table leaves a warning out.", "pain", "", {}}, {"X9", false, "A rule nobody declared.", "", "", {}}});
    check_structure(log);
    auto const& results = log.at("runs")[0].at("results");
    REQUIRE(results.size() == 3);
    CHECK(results[0].at("ruleIndex") == 0);
    CHECK(results[1].at("level") == "error");
    CHECK_FALSE(results[2].contains("ruleIndex"));
}

TEST_CASE("a finding on a claim points at its line in the knowledge files", "[sarif]") {
    auto const log = log_of({{"C3", false, "text", "cell", "claim-1", {"knowledge/pain/claims a.toml", 12, 6}}});
    auto const& where = log.at("runs")[0].at("results")[0].at("locations")[0].at("physicalLocation");
    CHECK(where.at("artifactLocation").at("uri") == "knowledge/pain/claims%20a.toml");
    CHECK(where.at("region").at("startLine") == 12);
    CHECK(where.at("region").at("startColumn") == 6);
}

TEST_CASE("a finding without a file has its cell as its place, and keeps its fingerprint when files move", "[sarif]") {
    auto const at = [](std::uint32_t line) {
        return log_of({{"C3", false, "text", "pain/gabapentin/benefit", "claim-1", {"a.toml", line, 1}}})
            .at("runs")[0]
            .at("results")[0];
    };
    CHECK(at(3).at("partialFingerprints") == at(40).at("partialFingerprints"));
    auto const bare = log_of({{"R6", true, "text", "pain/gabapentin", "", {}}}).at("runs")[0].at("results")[0];
    CHECK(bare.at("locations")[0].at("logicalLocations")[0].at("fullyQualifiedName") == "pain/gabapentin");
    CHECK_FALSE(bare.at("locations")[0].contains("physicalLocation"));
}

TEST_CASE("a run without findings says so by an empty list, with every rule that was checked", "[sarif]") {
    auto const log = log_of({});
    check_structure(log);
    CHECK(log.at("runs")[0].at("results").empty());
    CHECK(log.at("runs")[0].at("tool").at("driver").at("rules").size() == 2);
}

}  // namespace render_sarif_test

#endif
