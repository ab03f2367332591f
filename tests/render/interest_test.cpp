// SPDX-License-Identifier: BSL-1.0
// Rule 9: a figure whose source, or whose trial's sponsor, has an interest in that therapy is marked, in every format.
#include <treatise/graph/builder.hpp>
#include <treatise/render/formats.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "one_cell.hpp"

#include <algorithm>
#include <string>
#include <string_view>

using namespace treatise;

namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// Knee pain with what tai chi does, said by a source with or without an interest in something.
struct tai_chi_relief {
    fixture::extended b;
    knowledge_base const& kb;

    tai_chi_relief(std::string_view interested_in_what, std::string_view sponsor = {}) : kb{fill(interested_in_what, sponsor)} {}
    knowledge_base const& fill(std::string_view in_what, std::string_view sponsor) {
        if (!in_what.empty()) b.builder().relate<interested_in>(b.find<source>("unread-source"), b.find<option>(in_what));
        auto said = b.said("unread-source", {"knee-osteoarthritis"});
        if (!sponsor.empty()) said.interest = b.builder().text(sponsor);
        effect rest;
        rest.comparator = b.find<option>("usual-care");
        rest.time_frame = not_stated;
        rest.participants = decimal::unstated();
        rest.certainty = {unstated_level};
        b.claim<affects>("tai-chi", "pain-halved", said, "relief", stance::in_favour, effect_of(percent{decimal{52, 0}}, rest));
        return b.freeze();
    }
    comparison table() const { return one_cell::of(kb, "knee-osteoarthritis", "tai-chi"); }
};

/// The mark as each format writes it behind a statement.
std::string_view sign_in(std::string_view format) {
    if (format == "ascii" || format == "csv") return ascii_signs[mark::interest];
    if (format == "markdown") return "[^interest]";
    return format == "latex" ? "\\S" : "§";
}

bool is_marked(sheet_statement const& s) { return std::find(s.marks.begin(), s.marks.end(), mark::interest) != s.marks.end(); }

}  // namespace

TEST_CASE("an interest of the source in the therapy marks the figure, in every format", "[interest]") {
    tai_chi_relief const sold{"tai-chi"};
    for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(sold.table()))) {
        INFO(format << ": " << text);
        CHECK(holds(text, sign_in(format)));
    }
    CHECK(holds(json(sold.table()), "\"interest_declared\":true"));
}

TEST_CASE("an interest of the trial's sponsor marks the figure, in every format", "[interest]") {
    tai_chi_relief const sponsored{{}, "the sponsor runs the classes"};
    for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(sponsored.table()))) {
        INFO(format << ": " << text);
        CHECK(holds(text, sign_in(format)));
    }
    auto const j = json(sponsored.table());
    CHECK(holds(j, "\"interest_declared\":true"));
    CHECK(holds(j, "the sponsor runs the classes"));
}

TEST_CASE("without an interest there is no mark, in any format", "[interest]") {
    tai_chi_relief const plain{{}};
    for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(plain.table()))) {
        INFO(format << ": " << text);
        CHECK_FALSE(holds(text, sign_in(format)));
    }
    CHECK_FALSE(holds(json(plain.table()), "\"interest_declared\":true"));
}

TEST_CASE("an interest in another therapy is no interest in this one", "[interest]") {
    tai_chi_relief const other{"strength-training"};
    for (auto const& [format, text] : one_cell::every_format(one_cell::sheet(other.table()))) {
        INFO(format << ": " << text);
        CHECK_FALSE(holds(text, sign_in(format)));
    }
}

TEST_CASE("that no interest is stated is no interest", "[interest]") {
    fixture::extended b;
    auto said = b.said("unread-source", {"knee-osteoarthritis"});
    said.interest = not_stated;
    b.claim<affects>("tai-chi", "pain-halved", said, "relief");
    auto const& kb = b.freeze();
    CHECK_FALSE(has_interest(kb, fixture::claim(kb, "relief")));
}

TEST_CASE("the legend says what the mark means, and the source names the interest", "[interest]") {
    auto const& kb = fixture::knee();
    auto const s = lay_out(compare(kb, fixture::entity<cause>(kb, "knee-osteoarthritis")));
    CHECK(std::any_of(s.legend.begin(), s.legend.end(), [](auto const& entry) { return entry.sign == "§"; }));
    CHECK(std::any_of(s.sources.begin(), s.sources.end(), [](auto const& source) { return !source.interest.empty(); }));
}

TEST_CASE("in every base, every statement that a table tells is marked where it tells a claim with an interest, and only there",
    "[interest]") {
    std::uint32_t marked = 0;
    for (auto const& in : fixture::bases())
        for (auto const& kb = *in.kb; auto asked : kb.all<cause>())
            for (auto const& section : lay_out(compare(kb, asked)).sections)
                for (auto const& row : section.rows)
                    for (auto const& cell : row.cells)
                        for (auto const& told : cell.statements) {
                            bool interest = false;
                            for (auto const& key : told.claims)
                                interest = interest || (!key.empty() && has_interest(kb, fixture::claim(kb, key)));
                            if (told.claims.empty()) continue;  // a digest of what a note tells
                            INFO(kb.key(asked) << ", " << row.key << ": " << told.text);
                            CHECK(is_marked(told) == interest);
                            marked += is_marked(told);
                        }
    CHECK(marked != 0);
}
