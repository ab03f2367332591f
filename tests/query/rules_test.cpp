// SPDX-License-Identifier: BSL-1.0
#include <treatise/query/profile.hpp>
#include <treatise/query/rules.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace query_rules_test {

using namespace treatise;

namespace {

/// Calls `visit` with the profile of each option for each cause of a base.
template <class Visit>
void each_profile(knowledge_base const& kb, Visit visit) {
    option_profile p;
    for (auto c : kb.all<cause>()) {
        relevance const near{kb, c};
        for (auto o : kb.all<option>()) {
            profile(kb, near, o, {}, {}, p);
            visit(p);
        }
    }
}

}  // namespace

TEST_CASE("on bases at random every rule is kept", "[rules]") {
    for (std::uint32_t seed = 1; seed != 40; ++seed) {
        fixture::random_base random{seed};
        auto const owner = random.freeze();
        std::set<std::string> broken;
        each_profile(owner.view(), [&](option_profile const& p) {
            for (auto const& r : rules_of_choice)
                if (r.is_kept && !r.is_kept(p)) broken.insert(std::string{r.name});
        });
        INFO("seed " << seed);
        CHECK(broken == std::set<std::string>{});
    }
}

TEST_CASE("the order of figures is a strict weak order: each rule and all together", "[rules]") {
    auto const check = [](knowledge_base const& kb, std::vector<weighed> const& all) {
        auto const size = (std::min<std::size_t>)(all.size(), 14);
        for (std::size_t i = 0; i != size; ++i) {
            CHECK_FALSE(query_detail::figure_before(kb, all[i], all[i]));
            for (std::size_t j = 0; j != size; ++j) {
                bool const ij = query_detail::figure_before(kb, all[i], all[j]),
                           ji = query_detail::figure_before(kb, all[j], all[i]);
                CHECK(ij + ji == (i == j ? 0 : 1));
                for (auto rule : query_detail::figure_rules) {
                    CHECK((rule(kb, all[i], all[j]) < 0) == (rule(kb, all[j], all[i]) > 0));
                    for (std::size_t k = 0; k != size; ++k) {
                        if (rule(kb, all[i], all[j]) <= 0 && rule(kb, all[j], all[k]) <= 0) CHECK(rule(kb, all[i], all[k]) <= 0);
                    }
                }
            }
        }
    };
    for (std::uint32_t seed = 1; seed != 8; ++seed) {
        fixture::random_base random{seed};
        auto const owner = random.freeze();
        auto const kb = owner.view();
        each_profile(kb, [&](option_profile const& p) {
            if (p.memory.effects.size() > 4) check(kb, p.memory.effects);
        });
    }
}

TEST_CASE("whatever the scope leaves of the benefits, warnings and restrictions stay", "[rules]") {
    for (std::uint32_t seed = 1; seed != 12; ++seed) {
        fixture::random_base random{seed};
        auto const owner = random.freeze();
        auto const kb = owner.view();
        scope narrow;
        narrow.source = kb.all<source>()[0];
        for (auto c : kb.all<cause>()) {
            relevance const near{kb, c};
            for (auto o : kb.all<option>()) {
                auto const all = profile(kb, near, o), few = profile(kb, near, o, narrow);
                for (auto m : {matter::boxed_warning, matter::contraindication, matter::avoid, matter::safety_communication,
                         matter::caution, matter::label_warning})
                    CHECK(all.told_of(m).size() == few.told_of(m).size());
            }
        }
    }
}

TEST_CASE("a naive look at the claims finds every harm of an option in its profile, told or left to why", "[rules]") {
    for (std::uint32_t seed = 1; seed != 12; ++seed) {
        fixture::random_base random{seed};
        auto const owner = random.freeze();
        auto const kb = owner.view();
        each_profile(kb, [&](option_profile const& p) {
            relevance const near{kb, p.asked};
            for (auto c : kb.out_ids<affects>(p.option)) {
                if (kb.details(kb.object<outcome>(c)).valence == valence::desirable || kb.said(c).status != claim_status::current)
                    continue;
                if (near.of<affects>(c) == applicability::unrelated) continue;
                bool found = false;
                for (auto const& t : p.told) found = found || t.says.claim == c;
                for (auto w : p.with) found = found || w == c;
                for (auto const& s : p.untold) found = found || s.claim == c;
                CHECK(found);
            }
        });
    }
}

}  // namespace query_rules_test
