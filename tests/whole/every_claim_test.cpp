// SPDX-License-Identifier: BSL-1.0
// No dead ends: every claim of the built-in base is in the answer that some command gives for some cause.
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/render/answers.hpp>

#include "catch.hpp"
#include "sampled.hpp"

#include <set>
#include <string>

namespace whole_every_claim_test {

using namespace treatise;

namespace {

auto const& kb = neuropathic_pain::knowledge;

/// The ids that an answer prints.
void add_ids(std::set<std::string>& to, answer const& a) {
    for (auto const& s : a.sections)
        for (auto const& g : s.groups)
            for (auto const& l : g.lines)
                if (!l.id.empty()) to.insert(l.id);
}
/// The causes that a claim speaks of by itself; the first of the base where it speaks of none.
std::set<id<cause>> causes_of(claim_id c) {
    std::set<id<cause>> all;
    for (auto end : {kb.subject(c), kb.object(c)})
        if (auto const of = kb.as<cause>(end)) all.insert(of);
    for (auto about : kb[kb.said(c).about]) all.insert(about);
    if (all.empty()) all.insert(*kb.all<cause>().begin());
    return all;
}

}  // namespace

TEST_CASE("every claim stands in what why or about prints for a cause that it speaks of", "[whole][answers]") {
    std::set<std::pair<id<cause>, id<option>>> asked;
    std::set<id<cause>> causes;
    for (auto c : fixture::sampled(kb.claims()))
        for (auto of : causes_of(c)) {
            causes.insert(of);
            if (auto const o = option_of(kb, c)) asked.emplace(of, o);
        }
    std::set<std::string> found;
    for (auto of : causes) add_ids(found, tell_about(kb, of));
    for (auto [of, o] : asked) add_ids(found, tell_why(kb, of, o));
    std::string missing;
    for (auto c : fixture::sampled(kb.claims()))
        if (!found.contains(std::string{kb.claim_key(c)})) missing.append(kb.claim_key(c)).append("\n");
    CHECK(missing == "");
}

}  // namespace whole_every_claim_test
