// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/formats.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <treatise/table/compare.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace render_format_table_test {

using namespace treatise;

namespace {

auto const& knee = fixture::knee();
id<cause> const asked = fixture::entity<cause>(knee, "knee-osteoarthritis");

}  // namespace

TEST_CASE("every file of render/formats has its row in the table of formats, and every row its file", "[render][formats]") {
    std::vector<std::string> files, names;
    for (auto const& f : std::filesystem::directory_iterator{TREATISE_SOURCE_DIR "/include/treatise/render/formats"})
        files.push_back(f.path().stem().string());
    for (auto const& f : output_formats) names.emplace_back(f.name);
    std::sort(files.begin(), files.end());
    std::sort(names.begin(), names.end());
    CHECK(files == names);
}

TEST_CASE("each format of the table writes what its own function writes", "[render][formats]") {
    auto const c = compare(knee, asked);
    auto const written = [&](std::string_view name, page_options how = {}) { return format_named(name)->table(c, how, english); };
    CHECK(written("text", {.width = 60}) == plain_text(c, {.width = 60}));
    CHECK(written("text", {.ascii = true}) == plain_text(c, {.ascii = true}));
    CHECK(written("text", {.transpose = true}) == plain_text(c, {.transpose = true}));
    CHECK(written("markdown") == markdown(c));
    CHECK(written("markdown", {.transpose = true}) == markdown(transposed(lay_out(c))));
    CHECK(written("html") == html_page(c));
    CHECK(written("html", {.fragment = true}) == html(c));
    CHECK(written("csv") == csv(c));
    CHECK(written("csv", {.byte_order_mark = true}) == csv(c, {.byte_order_mark = true}));
    CHECK(written("latex") == latex(c));
    CHECK(written("latex", {.fragment = true}) == latex(c, {.document = false}));
    CHECK(written("json") == json(c) + '\n');
}

TEST_CASE("each format writes every view, no two the same", "[render][formats]") {
    for (auto const& v : views::all) {
        scope s;
        if (v.least_options != 0)
            s.options = {fixture::entity<option>(knee, "alphaprofen"), fixture::entity<option>(knee, "calmadol")};
        auto const c = compare(knee, asked, v, s);
        std::vector<std::string> pages;
        for (auto const& f : output_formats) pages.push_back(f.table(c, {}, english));
        for (auto const& page : pages) {
            CAPTURE(v.key);
            CHECK_FALSE(page.empty());
            CHECK(std::count(pages.begin(), pages.end(), page) == 1);
        }
    }
}

TEST_CASE("a format is found by its name and by the ending of a file, and by nothing near it", "[render][formats]") {
    STATIC_REQUIRE(format_named("latex")->name == "latex");
    STATIC_REQUIRE(format_named("LaTeX") == nullptr);
    STATIC_REQUIRE(format_of_ending(".htm")->name == "html");
    STATIC_REQUIRE(format_of_ending(".HTML")->name == "html");
    STATIC_REQUIRE(format_of_ending(".docx") == nullptr);
    STATIC_REQUIRE(format_of_ending("") == nullptr);
}

TEST_CASE("the ending of a path is that of its last part", "[render][formats]") {
    STATIC_REQUIRE(ending_of("folder.d/table.html") == ".html");
    STATIC_REQUIRE(ending_of("folder.d/table") == "");
    STATIC_REQUIRE(ending_of("archive.tar.gz") == ".gz");
    STATIC_REQUIRE(ending_of(".hidden") == "");
    STATIC_REQUIRE(ending_of("table.") == "");
    STATIC_REQUIRE(ending_of("") == "");
}

}  // namespace render_format_table_test
