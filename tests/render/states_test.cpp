// SPDX-License-Identifier: BSL-1.0
// The five states of a cell, from the claims to the print: each told apart in words, in every format, without colour.
#include <treatise/model/quantity.hpp>
#include <treatise/render/formats.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "one_cell.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace treatise;

namespace {

effect figure_of(fixture::extended& b, effect e) {
    e.comparator = b.find<option>("placebo");
    e.time_frame = not_stated;
    e.participants = decimal::unstated();
    e.certainty = {unstated_level};
    return e;
}

/// Knee pain with one therapy more for each state that the fixture has in no cell of its own.
struct with_every_state {
    fixture::extended b;
    knowledge_base const& kb;

    with_every_state() : kb{fill()} {}
    knowledge_base const& fill() {
        b.therapy("restoril", "Restoril", "simple-analgesics");
        b.claim<affects>("restoril", "pain-halved", b.said("review-2021", {"knee-osteoarthritis"}), "no-difference-restoril",
            stance::no_difference, figure_of(b, effect_of(risk_ratio{decimal{101, 2}, decimal{97, 2}, decimal{105, 2}})));
        b.therapy("maybenol", "Maybenol", "simple-analgesics");
        b.claim<affects>("maybenol", "pain-halved", b.said("review-2021", {"knee-osteoarthritis"}), "uncertain-maybenol",
            stance::in_favour, figure_of(b, effect_of(risk_ratio{decimal{12, 1}, decimal{9, 1}, decimal{16, 1}})));
        return b.freeze();
    }
};

with_every_state const& base() {
    static with_every_state const made;
    return made;
}

struct state_of_therapy {
    cell_state state;
    std::string_view therapy, words;  ///< what must stand in the cell; for `reported`, a part of the figure
};
constexpr std::array all_states{state_of_therapy{cell_state::reported, "alphaprofen", "45 (40 to 50) v 30 of 100"},
    state_of_therapy{cell_state::no_difference, "restoril", "no important difference"},
    state_of_therapy{cell_state::disagree, "calmadol", "sources disagree"},
    state_of_therapy{cell_state::looked_for, "betaprofen", "looked for, not found"},
    state_of_therapy{cell_state::not_reported, "alphaprofen-gel", "not reported"}};

comparison table_of(std::string_view therapy) { return one_cell::of(base().kb, "knee-osteoarthritis", therapy); }

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("each state of a cell comes from what sources conclude", "[states]") {
    for (auto const& x : all_states) {
        INFO(x.therapy);
        CHECK(one_cell::cell(table_of(x.therapy)).state == x.state);
    }
}

TEST_CASE("each state is told in words, in every format, with no colour and in ASCII", "[states]") {
    for (auto const& x : all_states) {
        auto const s = one_cell::sheet(table_of(x.therapy));
        CHECK(s.sections.at(0).rows.at(0).cells.at(1).state == x.state);
        for (auto const& [format, text] : one_cell::every_format(s)) {
            INFO(format << ", " << x.therapy << ": " << text);
            CHECK(holds(one_cell::unwrapped(text), x.words));
        }
    }
}

TEST_CASE("no state is told in the words of another", "[states]") {
    for (auto const& x : all_states)
        for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(table_of(x.therapy)))) {
            INFO(format << ", " << x.therapy << ": " << text);
            for (auto const& other : all_states) {
                // Where sources disagree, both sides are told, and one of them may be "no important difference".
                bool const one_side = x.state == cell_state::disagree && other.state == cell_state::no_difference;
                if (other.state != x.state && !one_side) CHECK_FALSE(holds(one_cell::unwrapped(text), other.words));
            }
        }
}

TEST_CASE("in print, disagreement tells both sides", "[states]") {
    for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(table_of("calmadol")))) {
        INFO(format << ": " << text);
        CHECK(holds(one_cell::unwrapped(text), "no important difference"));
        CHECK(holds(one_cell::unwrapped(text), "60 v 40 of 100"));
    }
}

TEST_CASE("csv and json give the state as a word of its own, too", "[states]") {
    for (auto const& x : all_states) {
        auto const c = table_of(x.therapy);
        CHECK(holds(csv(one_cell::sheet(c)), "," + std::string{word(x.state)} + ","));
        CHECK(holds(json(c), "\"state\":\"" + std::string{word(x.state)} + '"'));
        for (auto const& other : all_states)
            if (other.state != x.state && other.state != cell_state::reported)  // as the cell with the name is
                CHECK_FALSE(holds(json(c), "\"state\":\"" + std::string{word(other.state)} + '"'));
    }
}

TEST_CASE("a state is never told by an escape sequence or a colour", "[states]") {
    for (auto const& x : all_states) {
        auto const s = one_cell::sheet(table_of(x.therapy));
        CHECK(plain_text(s, {.width = 200, .colour = true}) == plain_text(s, {.width = 200}));
        CHECK_FALSE(holds(html(s), "color"));
    }
}

TEST_CASE("in ASCII no sign of another alphabet carries a state", "[states]") {
    for (auto const& x : all_states)
        for (char const c : plain_text(one_cell::sheet(table_of(x.therapy)), {.width = 200, .ascii = true}))
            CHECK(static_cast<unsigned char>(c) < 0x80);
}

TEST_CASE("the legend says what a search without a result means, and what silence means", "[states]") {
    auto const explains = [](std::string_view therapy, std::string_view sign) {
        auto const s = lay_out(table_of(therapy));
        return std::any_of(s.legend.begin(), s.legend.end(), [&](auto const& entry) { return entry.sign == sign; });
    };
    CHECK(explains("betaprofen", "looked for, not found"));
    CHECK(explains("alphaprofen-gel", "not reported"));
    CHECK_FALSE(explains("alphaprofen", "looked for, not found"));
    CHECK_FALSE(explains("alphaprofen", "not reported"));
}

// Uncertain is not the same as no difference.

TEST_CASE("an interval across no effect is reported, and worded as uncertain in every format", "[states]") {
    auto const c = table_of("maybenol");
    CHECK(one_cell::cell(c).state == cell_state::reported);
    CHECK(holds(english[message::crosses_no_effect], "uncertain"));
    for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(c))) {
        INFO(format << ": " << text);
        CHECK(holds(one_cell::unwrapped(text), english[message::crosses_no_effect]));
        CHECK_FALSE(holds(one_cell::unwrapped(text), "no important difference"));
    }
    CHECK(holds(json(c), english[message::crosses_no_effect]));
}

TEST_CASE("what the source concludes is told, not what its interval might mean", "[states]") {
    for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(table_of("restoril")))) {
        INFO(format << ": " << text);
        CHECK_FALSE(holds(one_cell::unwrapped(text), "uncertain"));
    }
}

TEST_CASE("in every measure, an interval across no effect is uncertain and one beside it is not", "[states]") {
    constexpr auto n = [](std::int32_t digits, int places = 0) { return decimal{digits, places}; };
    auto const infinity = decimal::infinity();
    struct pair {
        effect across, beside;
    };
    auto const scale = id<instrument>{};
    pair const measures[]{
        {effect_of(risk_ratio{n(12, 1), n(9, 1), n(16, 1)}), effect_of(risk_ratio{n(12, 1), n(101, 2), n(16, 1)})},
        {effect_of(odds_ratio{n(12, 1), n(1), n(16, 1)}), effect_of(odds_ratio{n(5, 1), n(2, 1), n(99, 2)})},
        {effect_of(hazard_ratio{n(8, 1), n(5, 1), n(11, 1)}), effect_of(hazard_ratio{n(8, 1), n(5, 1), n(9, 1)})},
        {effect_of(risk_difference{n(8), n(-1), n(17)}), effect_of(risk_difference{n(8), n(1), n(17)})},
        {effect_of(mean_difference{scale, n(-2, 1), n(-9, 1), n(5, 1)}),
            effect_of(mean_difference{scale, n(-2, 1), n(-9, 1), n(-1, 1)})},
        {effect_of(standardised_mean_difference{n(2, 1), n(0), n(5, 1)}),
            effect_of(standardised_mean_difference{n(2, 1), n(1, 2), n(5, 1)})},
        {effect_of(nnt{n(20), n(10), n(-50)}), effect_of(nnt{n(20), n(10), n(50)})},
        {effect_of(nnt{n(20), n(10), infinity}), effect_of(nnt{n(-20), n(-50), n(-10)})},
        {effect_of(nnh{n(30), n(12), n(-90)}), effect_of(nnh{n(30), n(12), n(90)})}};
    for (auto const& m : measures) {
        INFO(word(m.across.statistic));
        CHECK(includes_no_effect(m.across));
        CHECK_FALSE(includes_no_effect(m.beside));
    }
}

TEST_CASE("in every base, no cell says no difference unless every source in it concludes so", "[states]") {
    std::uint32_t cells = 0;
    for (auto const& in : fixture::bases())
        for (auto const& kb = *in.kb; auto asked : kb.all<cause>()) {
            auto const c = compare(kb, asked);
            for (auto const& x : c.cells) {
                auto const all = c.in(x);
                auto const concludes = [&](statement const& s) { return kb.stance(s.claim) == stance::no_difference; };
                bool const every = !all.empty() && std::all_of(all.begin(), all.end(), concludes);
                CHECK((x.state == cell_state::no_difference) == every);
                CHECK((x.state == cell_state::not_reported) == all.empty());
                cells += x.state == cell_state::no_difference;
            }
        }
    CHECK(cells != 0);
}

TEST_CASE("in every base, a cell that was only searched for says so", "[states]") {
    for (auto const& in : fixture::bases())
        for (auto const& kb = *in.kb; auto asked : kb.all<cause>()) {
            auto const c = compare(kb, asked);
            for (auto const& x : c.cells) {
                auto const all = c.in(x);
                auto const nothing = [&](statement const& s) { return kb.stance(s.claim) == stance::no_evidence_found; };
                CHECK((x.state == cell_state::looked_for) == (!all.empty() && std::all_of(all.begin(), all.end(), nothing)));
            }
        }
}
