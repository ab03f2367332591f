// SPDX-License-Identifier: BSL-1.0
// A table that also shows what a newer edition has replaced says so at each such statement.
#include <treatise/graph/builder.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "opinions.hpp"

#include <string>

namespace render_superseded_test {

using namespace treatise;
using fixture::opinions;

namespace {

std::string printed(
    opinions& b, view const& v = views::overview, scope const& s = fixture::with_older(), compare_options how = {}) {
    auto const& kb = b.freeze();
    return plain_text(lay_out(compare(kb, fixture::entity<cause>(kb, "ache"), v, s, how)), {.width = 1000});
}
bool holds(std::string const& page, char const* words) { return page.find(words) != page.npos; }

}  // namespace

TEST_CASE("a warning that both editions give stands once in force and once replaced", "[superseded]") {
    for (bool older : {false, true}) {
        opinions b;
        b.recommends("red", "drop-a", "ache", "a-row");
        b.warns("first-edition", "drop-a", "pregnancy", "old", warning_form::boxed);
        b.warns("second-edition", "drop-a", "pregnancy", "new", warning_form::boxed);
        auto const page = printed(b, views::overview, older ? fixture::with_older() : scope{});
        CHECK(holds(page, ", replaced by second-edition: pregnancy") == older);
        CHECK(holds(page, "): pregnancy"));
    }
}

TEST_CASE("a replaced recommendation names the edition in its place", "[superseded]") {
    opinions b;
    b.recommends("second-edition", "drop-a", "ache", "old");
    b.recommends("third-edition", "drop-a", "ache", "new", stance::against);
    CHECK(holds(printed(b), "(second-edition, strength not stated), replaced by third-edition"));
}

TEST_CASE("a replaced figure says so in its row of findings", "[superseded]") {
    opinions b;
    auto e = b.figure(statistic::per_100, {40, 0}, {}, {});
    e.baseline = {20, 0};
    b.finds("first-edition", "drop-a", "relief", "old", stance::in_favour, e);
    e.value = {41, 0};
    b.finds("second-edition", "drop-a", "relief", "new", stance::in_favour, e);
    CHECK(holds(printed(b, views::evidence, fixture::with_older(), {.all = true}), "replaced by second-edition"));
}

TEST_CASE("a replaced rule of a payer says so beside its status", "[superseded]") {
    opinions b;
    b.pays("first-edition", "plan-x", "drop-a", coverage_status::covered, "old");
    b.pays("second-edition", "plan-x", "drop-a", coverage_status::not_covered, "new");
    CHECK(holds(printed(b, views::coverage), "covered, replaced by second-edition"));
}

}  // namespace render_superseded_test
