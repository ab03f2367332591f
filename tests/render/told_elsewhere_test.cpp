// SPDX-License-Identifier: BSL-1.0
// What is told once says where it stands.
#include <treatise/graph/builder.hpp>
#include <treatise/render/formats/html.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "opinions.hpp"

#include <string>

namespace render_told_elsewhere_test {

using namespace treatise;
using fixture::opinions;

namespace {

/// Two rows of one class, of which a regulator warns as a whole.
sheet laid_out(bool row_of_class) {
    opinions b;
    b.recommends("red", "drop-a", "ache", "a-row");
    b.recommends("red", "pill-a", "ache", "another");
    b.warns("green", "remedies", "pregnancy", "of-all", warning_form::boxed);
    if (row_of_class) {
        auto e = b.figure(statistic::per_100, {40, 0}, {}, {});
        e.baseline = {20, 0};
        b.finds("red", "remedies", "relief", "pooled", stance::in_favour, e);
    }
    auto const& kb = b.freeze();
    return lay_out(compare(kb, fixture::entity<cause>(kb, "ache")));
}
std::size_t times(std::string const& page, std::string_view words) {
    std::size_t n = 0;
    for (auto at = page.find(words); at != page.npos; at = page.find(words, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("what is said of a whole class is printed once, and each row in it says where", "[elsewhere]") {
    auto const below = plain_text(laid_out(false), {.width = 1000});
    CHECK(times(below, "said of all remedies: below the table") == 2);
    CHECK(times(below, "Remedies: Boxed warning (") == 1);
    CHECK(times(below, "pregnancy") == 1);
    auto const in_row = plain_text(laid_out(true), {.width = 1000});
    CHECK(times(in_row, "as told under remedies") == 2);
    CHECK(times(in_row, "pregnancy") == 1);
}

TEST_CASE("where each therapy has its row, a regulator's warning of its class stands in its cell", "[elsewhere]") {
    opinions b;
    b.recommends("red", "drop-a", "ache", "a-row");
    b.recommends("red", "pill-a", "ache", "another");
    b.warns("green", "remedies", "pregnancy", "of-all", warning_form::safety_communication);
    auto const& kb = b.freeze();
    auto each = views::overview;
    each.therapies = true;
    auto const page = plain_text(lay_out(compare(kb, fixture::entity<cause>(kb, "ache"), each)), {.width = 1000});
    CHECK(times(page, "pregnancy") == 2);
    CHECK(times(page, "below the table") == 0);
}

TEST_CASE(
    "a page names a treatment below the table in bold, and lays warnings under the other cells of a printed row", "[elsewhere]") {
    auto const page = html_page(laid_out(false));
    CHECK(times(page, "<b>Remedies:</b> ") == 1);
    CHECK(times(page, "<td class=\"warnings wide ") == 2);
    CHECK(times(page, "grid-template-columns:") == 1);
    auto s = laid_out(false);
    s.options_across = true;
    CHECK(times(html_page(s), " wide ") == 0);
    CHECK(times(html_page(s), "grid-template-columns:") == 0);
}

}  // namespace render_told_elsewhere_test
