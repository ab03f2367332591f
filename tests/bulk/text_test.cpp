// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/detail/rows.hpp>

#include "bulk_fixture.hpp"

#include <treatise/bulk/detail/text.hpp>

#include <random>
#include <string>
#include <utility>
#include <vector>

namespace bulk_text_test {

using namespace treatise;
using fixture::lines;

namespace {

std::string gzipped(std::string_view text) {
    z_stream z{};
    REQUIRE(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string made(text.size() + 1000, '\0');
    std::string from{text};
    z.next_in = reinterpret_cast<unsigned char*>(from.data());
    z.avail_in = static_cast<unsigned>(from.size());
    z.next_out = reinterpret_cast<unsigned char*>(made.data());
    z.avail_out = static_cast<unsigned>(made.size());
    REQUIRE(deflate(&z, Z_FINISH) == Z_STREAM_END);
    made.resize(z.total_out);
    deflateEnd(&z);
    return made;
}

std::pair<std::string, std::string> bytes_and_error(std::string const& path) {
    byte_reader r{path};
    std::string all(1 << 22, '\0');
    all.resize(r.read(all.data(), all.size()));
    return {all, r.error()};
}

lines lines_of(std::string const& path, bool quotes = false) {
    block_reader r{path, quotes};
    text_block b;
    lines found;
    for (std::uint64_t number = 1; r.next(b);)
        number = each_row(b.text(), number, quotes,
            [&](std::string_view l, std::uint64_t n) { found.push_back(std::to_string(n) + ' ' + std::string{l}); });
    return found;
}

lines split(std::string_view line, char delimiter, bool quotes) {
    table_form form;
    form.delimiter = delimiter, form.quotes = quotes;
    row_fields row;
    lines found;
    if (!row.split(line, form)) found.push_back("open");
    for (std::size_t i = 0; i != row.size(); ++i) found.emplace_back(row.as_written(i));
    return found;
}

}  // namespace

TEST_CASE("a gzip file reads as the text that was packed", "[bulk][gzip]") {
    fixture::folder const in;
    std::string text;
    for (int i = 0; i != 100'000; ++i) text += std::to_string(i) + '\n';
    CHECK(bytes_and_error(in.file("a.gz", gzipped(text))) == std::pair{text, std::string{}});
}

TEST_CASE("gzip is told by its bytes, not by its name", "[bulk][gzip]") {
    fixture::folder const in;
    CHECK(bytes_and_error(in.file("a.tsv", gzipped("text"))).first == "text");
    CHECK(bytes_and_error(in.file("b.gz", "text")).first == "text");
}

TEST_CASE("gzip streams one after another are one text", "[bulk][gzip]") {
    fixture::folder const in;
    CHECK(bytes_and_error(in.file("a.gz", gzipped("one\n") + gzipped("two\n"))) ==
          std::pair{std::string{"one\ntwo\n"}, std::string{}});
}

TEST_CASE("zeros behind a gzip stream are no fault", "[bulk][gzip]") {
    fixture::folder const in;
    CHECK(bytes_and_error(in.file("a.gz", gzipped("one") + std::string(512, '\0'))) ==
          std::pair{std::string{"one"}, std::string{}});
}

TEST_CASE("a gzip file that is cut short says so", "[bulk][gzip]") {
    fixture::folder const in;
    auto whole = gzipped(std::string(50'000, 'x') + "end");
    whole.resize(whole.size() - 9);
    CHECK(bytes_and_error(in.file("a.gz", whole)).second == "ends in the middle of its gzip stream; expected the whole file");
}

TEST_CASE("a damaged gzip file says so", "[bulk][gzip]") {
    fixture::folder const in;
    auto whole = gzipped("some text that is long enough to be packed, packed, packed, packed");
    for (std::size_t i = 12; i != 40; ++i) whole[i] = '\x55';
    CHECK(bytes_and_error(in.file("a.gz", whole)).second.starts_with("is damaged"));
}

TEST_CASE("a line that the end of a cut gzip file cuts in half is not read", "[bulk][gzip]") {
    fixture::folder const in;
    std::string text;
    std::mt19937 d{1};
    for (int i = 0; i != 2'000; ++i) text += std::to_string(d()) + '\n';
    auto whole = gzipped(text);
    whole.resize(whole.size() / 2);
    auto const found = lines_of(in.file("a.gz", whole));
    REQUIRE(found.size() > 500);
    for (std::size_t i = 0, at = 0; i != found.size(); ++i) {
        auto const end = text.find('\n', at);
        REQUIRE(found[i] == std::to_string(i + 1) + ' ' + text.substr(at, end - at));
        at = end + 1;
    }
}

TEST_CASE("a folder is no file to read", "[bulk][gzip]") {
    fixture::folder const in;
    CHECK(bytes_and_error(in / "").second == "is a folder; expected a file");
}

TEST_CASE("lines keep their numbers from block to block", "[bulk][rows]") {
    fixture::folder const in;
    std::string text, long_line(block_reader::usual_size / 3, 'x');
    for (int i = 0; i != 10; ++i) text += long_line + '\n';
    auto const found = lines_of(in.file("a", text + "last"));
    REQUIRE(found.size() == 11);
    CHECK(found[9].starts_with("10 x"));
    CHECK(found[10] == "11 last");
}

TEST_CASE("a line may be longer than a block", "[bulk][rows]") {
    fixture::folder const in;
    auto const found = lines_of(in.file("a", std::string(block_reader::usual_size * 2 + 5, 'x') + "\nnext"));
    REQUIRE(found.size() == 2);
    CHECK(found[1] == "2 next");
}

TEST_CASE("the end of a line is LF or CR LF", "[bulk][rows]") {
    fixture::folder const in;
    CHECK(lines_of(in.file("a", "one\r\ntwo\nthree")) == lines{"1 one", "2 two", "3 three"});
}

TEST_CASE("a quoted line break does not end a row, and lines are still counted", "[bulk][rows]") {
    fixture::folder const in;
    CHECK(lines_of(in.file("a.csv", "a,\"b\nc\"\nd\n"), true) == lines{"1 a,\"b\nc\"", "3 d"});
}

TEST_CASE("tabs part fields, empty ones too", "[bulk][rows]") {
    CHECK(split("a\t\tb\t", '\t', false) == lines{"a", "", "b", ""});
    CHECK(split("", '\t', false) == lines{""});
}

TEST_CASE("quotes in a table with tabs are letters", "[bulk][rows]") {
    CHECK(split("\"Ecstasy\"\tx", '\t', false) == lines{"\"Ecstasy\"", "x"});
}

TEST_CASE("quoted fields hold commas and doubled quotes", "[bulk][rows]") {
    CHECK(split("\"a,b\",\"c \"\"d\"\"\",,e", ',', true) == lines{"a,b", "c \"d\"", "", "e"});
    CHECK(split("\"\",x", ',', true) == lines{"", "x"});
    CHECK(split("x,\"y\"", ',', true) == lines{"x", "y"});
}

TEST_CASE("a quote that is not closed is told", "[bulk][rows]") { CHECK(split("a,\"b,c", ',', true)[0] == "open"); }

TEST_CASE("NA is no value, but stays readable as it is written", "[bulk][rows]") {
    row_fields row;
    REQUIRE(row.split("NA\tNAD", {}));
    CHECK(row[0].empty());
    CHECK(row.as_written(0) == "NA");
    CHECK(row[1] == "NAD");
    CHECK(row[7].empty());
}

TEST_CASE("text that is no UTF-8 or no one line is cleaned", "[bulk][text]") {
    CHECK(is_clean("Ménière"));
    CHECK_FALSE(is_clean("M\xe9n"));
    CHECK_FALSE(is_clean("a\x1b[2J"));
    CHECK(cleaned("M\xe9n") == "M\xef\xbf\xbdn");
    CHECK(cleaned("a\tb") == "a b");
    CHECK(cleaned("\xc3") == "\xef\xbf\xbd");
    CHECK(cleaned("\xe2\x82\xac!") == "\xe2\x82\xac!");
}

TEST_CASE("texts get numbers in the order in which they come", "[bulk][ids]") {
    text_numbers ids;
    for (std::uint32_t i = 0; i != 20'000; ++i) REQUIRE(ids.add("id" + std::to_string(i)) == i);
    for (std::uint32_t i = 0; i != 20'000; ++i) REQUIRE(ids.find("id" + std::to_string(i)) == i);
    CHECK(ids.find("id") == no_number);
    CHECK(ids.add("") == 20'000);
    CHECK(ids[7] == "id7");
}

}  // namespace bulk_text_test
