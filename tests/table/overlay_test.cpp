// SPDX-License-Identifier: BSL-1.0
// What an overlay adds stands behind all that the base says: its part of every answer is the same with overlays and without.

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/overlay.hpp>
#include <treatise/query/conflicts.hpp>
#include <treatise/query/rules.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace overlay_table_test {

using namespace treatise;

/// An overlay that says something of everything, at random: the contrary of what the base says, new figures, warnings, rules,
/// options, classes and causes under those of the base.
class loud_overlay {
    knowledge_base kb_;
    std::mt19937 random_;
    builder own_{kb_};
    int claims_ = 0;

    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_()) % n; }
    auto one_of(auto const& all) { return all[below(all.size())]; }
    std::string key() { return "loud-" + std::to_string(++claims_); }

    attribution said(id<source> from, bool names_cause) {
        attribution a;
        a.source = from;
        a.place = own_.text("page " + std::to_string(claims_));
        a.checked = date{2026, 1, 1};
        if (names_cause) a.about = own_.list(std::vector{one_of(kb_.all<cause>())});
        return a;
    }
    treatise::stance any_stance() {
        constexpr treatise::stance all[]{stance::in_favour, stance::against, stance::no_difference, stance::no_evidence_found};
        return all[below(4)];
    }
    void claim_of(id<option> o, id<source> from, id<payer> pays, id<jurisdiction> where) {
        auto const name = key();
        switch (below(5)) {
            case 0: {
                recommendation r;
                r.scheme = one_of(kb_.all<scheme>());
                r.strength.value = unstated_level;
                own_.claim<recommended_for>(o, one_of(kb_.all<cause>()), said(from, false), {name, any_stance()}, r);
                break;
            }
            case 1:
                own_.claim<covered_for>(o, one_of(kb_.all<cause>()), said(from, false), {name},
                    {.payer = pays, .status = coverage_status::not_covered});
                break;
            case 2: {
                auto a = said(from, false);
                a.jurisdiction = where;
                own_.claim<warned_of>(o, one_of(kb_.all<outcome>()), a, {name},
                    {own_.text("Loud agency"), below(2) == 0 ? warning_form::boxed : warning_form::label, {}});
                break;
            }
            default: {
                effect e;
                e.statistic = statistic::per_100;
                e.value = decimal{static_cast<std::int32_t>(below(100)), 0};
                e.baseline = decimal{static_cast<std::int32_t>(below(100)), 0};
                e.compared_with = own_.text("placebo");
                e.time_frame = own_.text("99 years");
                e.participants = decimal{1000000, 0};
                e.certainty.value = unstated_level;
                e.scheme = one_of(kb_.all<scheme>());
                own_.claim<affects>(o, one_of(kb_.all<outcome>()), said(from, true), {name, any_stance()}, e);
            }
        }
    }

public:
    loud_overlay(knowledge_base const& kb, std::uint32_t seed) : kb_{kb}, random_{seed} {}

    storage on_top() {
        own_.base({own_.text("loud"), own_.text("Loud"), own_.text("1"), {}, {}, date{2026, 1, 1}});
        source_details d;
        d.kind = source_kind::guideline;
        d.title = d.authors = own_.text("Loud guideline");
        d.published = date{2026};
        d.interest_status = interest_status::declared_none;
        auto const from = own_.add<source>({"loud-guideline", "Loud 2026"}, d);
        auto const where = own_.add<jurisdiction>({"loud-land", "Loud land"});
        auto const pays = own_.add<payer>({"loud-plan", "Loud plan"}, {where});
        std::vector<id<option>> own;
        for (int i = 0; i != 3; ++i) {
            auto const n = std::to_string(i);
            own_.relate<is_a>(own_.add<cause>({"loud-cause-" + n, "Loud cause " + n}), one_of(kb_.all<cause>()));
            auto const t = own_.add<therapy>({"loud-therapy-" + n, "Loud therapy " + n});
            auto const rows = kb_.every<listed_under>();
            if (!rows.empty()) own_.relate<listed_under>(t, rows[below(rows.size())].object);
            own.push_back(t);
            auto const c = own_.add<therapy_class>({"loud-class-" + n, "Loud class " + n});
            own_.relate<is_a>(c, one_of(kb_.all<therapy_class>()));
            own.push_back(c);
        }
        for (auto o : kb_.all<option>())
            for (auto n = below(4); n != 0; --n) claim_of(o, from, pays, where);
        for (auto o : own)
            for (int n = 0; n != 3; ++n) claim_of(o, from, pays, where);
        auto made = overlay(kb_, own_);
        if (!made) throw std::invalid_argument{report(made.error())};
        return *made;
    }
};

/// A told claim with those told with it, by their ids.
std::string in_words(knowledge_base const& kb, told const& t, std::span<claim_id const> with) {
    auto s = claim_key_of(kb, t.says.claim) + ' ' + std::string{kb.key(t.whose)} + (t.is_range ? " range" : "") +
             std::to_string(static_cast<int>(t.says.applies)) + std::to_string(static_cast<int>(t.says.of));
    for (auto c : with) s += '+' + claim_key_of(kb, c);
    return s;
}
std::vector<std::string> base_part(option_profile const& p) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const m = static_cast<matter>(i);
        for (auto const& t : p.told_by_base(m)) lines.push_back(std::to_string(i) + ' ' + in_words(p.base, t, p.with_of(t)));
        for (auto const& s : p.untold_of(m)) lines.push_back(std::to_string(i) + " untold " + claim_key_of(p.base, s.claim));
        if (!p.told_by_base(m).empty())
            lines.push_back(std::to_string(i) + " state " + std::to_string(static_cast<int>(p.of(m).state)));
    }
    return lines;
}

TEST_CASE("an option's profile tells of the base what it tells without overlays, and all that overlays add behind", "[overlay]") {
    for (auto const& b : fixture::bases()) {
        auto const owner = loud_overlay{*b.kb, 7}.on_top();
        auto const both = owner.view();
        std::uint32_t n = 0, added = 0;
        for (auto c : b.kb->all<cause>()) {
            if (b.kb->all<cause>().size() > 20 && n++ % 9 != 0) continue;
            relevance const alone{*b.kb, c}, near{both, c};
            for (auto o : b.kb->all<option>()) {
                auto const without = profile(*b.kb, alone, o), with = profile(both, near, o);
                INFO(b.name << ' ' << b.kb->key(c) << ' ' << b.kb->key(o));
                REQUIRE(base_part(with) == base_part(without));
                for (auto const& r : rules_of_choice) {
                    INFO(r.name);
                    if (r.is_kept) REQUIRE(r.is_kept(with) == r.is_kept(without));
                }
                for (auto const& t : with.told) added += both.layer(t.says.claim) != 0;
            }
        }
        CHECK(added > 20);
    }
}

TEST_CASE("an overlay heads no cell, groups no row and changes no column of the base's table", "[overlay]") {
    for (auto const& b : fixture::bases()) {
        auto const owner = loud_overlay{*b.kb, 11}.on_top();
        auto const both = owner.view();
        std::uint32_t n = 0, behind = 0;
        for (auto c : b.kb->all<cause>()) {
            if (b.kb->all<cause>().size() > 20 && n++ % 9 != 0) continue;
            auto const without = compare(*b.kb, c), with = compare(both, c);
            INFO(b.name << ' ' << b.kb->key(c));
            CHECK(with.benefit == without.benefit);
            CHECK(with.comparator == without.comparator);
            for (std::uint32_t r = 0; r != without.rows.size(); ++r) {
                auto const& of = without.rows[r];
                INFO(b.kb->key(of.option));
                std::uint32_t i = 0;
                while (i != with.rows.size() && !(with.rows[i].option == of.option && with.rows[i].aim == of.aim)) ++i;
                REQUIRE(i != with.rows.size());
                CHECK(with.rows[i].group == of.group);
                for (std::uint32_t k = 0; k != without.view.columns.size(); ++k) {
                    auto const x = without.in(without.at(r, k)), y = with.in(with.at(i, k));
                    REQUIRE(y.size() >= x.size());
                    for (std::size_t t = 0; t != x.size(); ++t)
                        REQUIRE(in_words(both, y[t], with.with_of(y[t])) == in_words(*b.kb, x[t], without.with_of(x[t])));
                    for (auto t = x.size(); t != y.size(); ++t) CHECK(both.layer(y[t].says.claim) == 1);
                    behind += static_cast<std::uint32_t>(y.size() - x.size());
                }
            }
            for (auto const& r : with.rows)
                if (both.is_added(r.option) && r.aim == intent::symptomatic) CHECK(r.group == guidance_group::no_guideline);
        }
        CHECK(behind > 0);
    }
}

TEST_CASE("an option that the base's sources speak only against stays so whatever an overlay says for it", "[overlay]") {
    auto const kb = fixture::knee();
    builder own{kb};
    own.base({own.text("acme"), own.text("Acme"), own.text("1"), {}, {}, date{2026, 1, 1}});
    attribution said;
    said.source = fixture::entity<source>(kb, "leaflet-2024");
    said.place = own.text("page 1");
    said.checked = date{2026, 1, 1};
    auto const osteoarthritis = fixture::entity<cause>(kb, "gout-of-the-knee");
    auto const gel = fixture::entity<option>(kb, "alphaprofen-gel");
    own.claim<used_for>(gel, osteoarthritis, said, {"acme-gel"});
    auto const made = overlay(kb, own);
    REQUIRE(made);
    auto const both = made->view();
    auto const of_gel = [&](knowledge_base const& in) {
        for (auto const x : candidates(in, osteoarthritis))
            if (x.option == gel) return x.is_excluded();
        return false;
    };
    CHECK(of_gel(kb));  // its guideline sets gout apart
    CHECK(of_gel(both));
}

TEST_CASE("what an overlay contradicts or withdraws is listed", "[overlay]") {
    auto const kb = fixture::knee();
    builder own{kb};
    own.base({own.text("acme"), own.text("Acme"), own.text("1"), {}, {}, date{2026, 1, 1}});
    attribution said;
    said.source = fixture::entity<source>(kb, "leaflet-2024");
    said.place = own.text("page 1");
    said.checked = date{2026, 1, 1};
    recommendation r;
    r.scheme = fixture::entity<scheme>(kb, "fixture-grade");
    r.strength.value = 1;
    auto const osteoarthritis = fixture::entity<cause>(kb, "knee-osteoarthritis");
    own.claim<recommended_for>(
        fixture::entity<option>(kb, "exercise"), osteoarthritis, said, {"acme-against", stance::against}, r);
    own.claim<recommended_for>(fixture::entity<option>(kb, "anti-inflammatories"), osteoarthritis, said, {"acme-agrees"}, r);
    own.withdraw("leaflet-tai-chi", date{2026, 1, 1}, "ours");
    auto const made = overlay(kb, own);
    REQUIRE(made);
    auto const both = made->view();
    auto const found = conflicts(both);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == overlay_conflict{conflict_kind::withdraws, {}, find_claim(both, "leaflet-tai-chi"), 1});
    CHECK(found[1] == overlay_conflict{conflict_kind::contradicts, find_claim(both, "acme-against"),
                          find_claim(both, "guideline-exercise"), 1});
    CHECK(withdrawing_layer(both, find_claim(both, "leaflet-tai-chi")) == 1);
    CHECK(conflicts(kb).empty());
}

}  // namespace overlay_table_test
