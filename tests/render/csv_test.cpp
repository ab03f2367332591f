// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/render/formats/csv.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "table_by_hand.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace render_csv_test {

using namespace treatise;
using fixture::extended;
using fixture::table_by_hand;

namespace {

using record = std::vector<std::string>;

/// The records of a file as RFC 4180 has them, or nothing where it breaks a rule.
std::optional<std::vector<record>> read_csv(std::string_view file) {
    std::vector<record> records;
    while (!file.empty()) {
        auto& fields = records.emplace_back();
        for (bool more = true; more;) {
            auto& field = fields.emplace_back();
            if (file.starts_with('"')) {
                for (file.remove_prefix(1);;) {
                    if (file.empty()) return {};
                    auto const quote = std::min(file.find('"'), file.size() - 1);
                    field.append(file.substr(0, quote));
                    file.remove_prefix(quote);
                    if (!file.starts_with('"')) return {};
                    file.remove_prefix(1);
                    if (!file.starts_with('"')) break;
                    field += '"';
                    file.remove_prefix(1);
                }
            } else {
                auto const end = std::min(file.find_first_of(",\r\n\""), file.size());
                field.append(file.substr(0, end));
                file.remove_prefix(end);
            }
            more = file.starts_with(',');
            if (more) file.remove_prefix(1);
        }
        if (!file.starts_with("\r\n")) return {};
        file.remove_prefix(2);
    }
    return records;
}

/// The records by the names of their fields, without the first, which has these.
std::vector<std::map<std::string, std::string>> named(std::string const& file) {
    auto const all = read_csv(file);
    REQUIRE(all);
    REQUIRE_FALSE(all->empty());
    std::vector<std::map<std::string, std::string>> made;
    for (std::size_t r = 1; r < all->size(); ++r) {
        REQUIRE((*all)[r].size() == all->front().size());
        for (auto& m = made.emplace_back(); auto const& name : all->front()) m[name] = (*all)[r][m.size()];
    }
    return made;
}

auto const& knee = fixture::knee();
column_list const harms{columns::option, columns::harms};

}  // namespace

TEST_CASE("a record is one figure, its parts under the names of their fields", "[csv]") {
    table_by_hand t{knee, "knee-osteoarthritis", harms};
    t.row("anti-inflammatories").tells(1, "affects-alphaprofen-nausea");
    auto const all = named(csv(t.made()));
    REQUIRE(all.size() == 1);
    std::map<std::string, std::string> const expected{{"cause", "knee-osteoarthritis"}, {"option", "anti-inflammatories"},
        {"column", "harms"}, {"state", "reported"}, {"matter", "harm"}, {"said_of", "alphaprofen"}, {"outcome", "nausea"},
        {"with", "8"}, {"without", "5"}, {"difference", "3"}, {"low", "6"}, {"high", "10"}, {"unit", "per_100"},
        {"comparator", "placebo"}, {"certainty", "moderate"}, {"applies", "exact"}, {"stance", "for"},
        {"claim", "affects-alphaprofen-nausea"}};
    for (auto const& [name, value] : expected) {
        CAPTURE(name);
        CHECK(all[0].at(name) == value);
    }
}

TEST_CASE("every record names the knowledge, its version and its date", "[csv]") {
    table_by_hand t{knee, "knee-osteoarthritis", harms};
    t.row("anti-inflammatories").tells(1, "affects-alphaprofen-nausea");
    t.row("tai-chi");
    auto const all = named(csv(t.made()));
    REQUIRE(all.size() == 2);
    for (auto const& r : all) {
        CHECK(r.at("knowledge") == knee[knee.base().key]);
        CHECK(r.at("version") == knee[knee.base().version]);
        CHECK(r.at("released") == iso(knee.base().released));
        CHECK_FALSE(r.at("released").empty());
    }
}

TEST_CASE("claims told together stand in records of their own", "[csv]") {
    table_by_hand t{knee, "knee-osteoarthritis", harms};
    t.row("alphaprofen").tells(1, "affects-alphaprofen-nausea", {"harm-calmadol-withdrew"});
    auto const all = named(csv(t.made()));
    REQUIRE(all.size() == 2);
    CHECK(all[1].at("claim") == "harm-calmadol-withdrew");
    CHECK(all[1].at("said_of") == "calmadol");
}

TEST_CASE("an empty cell is one record that says so", "[csv]") {
    table_by_hand t{knee, "knee-osteoarthritis", harms};
    t.row("tai-chi");
    auto const all = named(csv(t.made()));
    REQUIRE(all.size() == 1);
    CHECK(all[0].at("state") == "not_reported");
    CHECK(all[0].at("text") == "not reported");
    CHECK(all[0].at("claim").empty());
}

TEST_CASE("a hedge has a field, and stands in the text", "[csv]") {
    extended b;
    auto said = b.said("leaflet-2024", {"knee-osteoarthritis"});
    said.hedge = hedge::may;
    b.claim<affects>("tai-chi", "nausea", said, "may");
    auto const& kb = b.freeze();
    table_by_hand t{kb, "knee-osteoarthritis", harms};
    t.row("tai-chi").tells(1, "may");
    auto const all = named(csv(t.made()));
    CHECK(all.at(0).at("hedge") == "may");
    CHECK(all.at(0).at("text").find("may cause nausea") == 0);
}

TEST_CASE("a spreadsheet takes no text for a formula, and a number for a number", "[csv]") {
    extended b;
    b.therapy("sum", "=SUM(A1)", "exercise");
    auto said = b.said("leaflet-2024", {"knee-osteoarthritis"});
    said.population = b.builder().text("+49 of \"them\", and others");
    b.claim<affects>("sum", "nausea", said, "sum-sick");
    auto const& kb = b.freeze();
    table_by_hand t{kb, "knee-osteoarthritis", {columns::option, columns::harms}};
    t.row("sum").tells(1, "sum-sick");
    CHECK(named(csv(t.made())).at(0).at("population") == "'+49 of \"them\", and others");
    CHECK(named(csv(t.made(), {.formula_guard = false})).at(0).at("population") == "+49 of \"them\", and others");
    table_by_hand number{kb, "knee-osteoarthritis", {columns::option, columns::benefit}};
    number.row("strength-training").tells(1, "strength-function");
    CHECK(named(csv(number.made())).at(0).at("with") == "-0.59");
}

TEST_CASE("a spreadsheet takes no text for a formula, whatever stands in front of its sign or however wide it is", "[csv]") {
    auto const printed = [](std::string_view text) {
        extended b;
        b.therapy("sum", "Sum", "exercise");
        auto said = b.said("leaflet-2024", {"knee-osteoarthritis"});
        said.population = b.builder().text(text);
        b.claim<affects>("sum", "nausea", said, "sum-sick");
        auto const& kb = b.freeze();
        table_by_hand t{kb, "knee-osteoarthritis", {columns::option, columns::harms}};
        t.row("sum").tells(1, "sum-sick");
        return std::string{named(csv(t.made())).at(0).at("population")};
    };
    for (std::string const formula : {"=1+1", "+1 a", "-x", "@x", "\uFF1DSUM(A1)", "\uFF0B1 a", "\uFF0Dx", "\uFF20x", "\uFE66x",
             " =1+1", "\u00A0=1+1", "\u3000\uFF1D1", "\uFEFF=1+1", "\u200B+x", "  \u2009 @x", "\u2060-x"}) {
        INFO(formula);
        CHECK(printed(formula) == '\'' + formula);
    }
    for (std::string const text : {"a = b", "1 + 1", "-0.59", "+7", "x@y", "\u2212 0.5", " plain"}) {
        INFO(text);
        CHECK(printed(text) == text);
    }
}

TEST_CASE("a text with a separator of any country, or a quote, stands in quotes", "[csv]") {
    for (std::string_view text : {"a; b", "a, b", "a \"b\""}) {
        extended b;
        auto said = b.said("leaflet-2024", {"knee-osteoarthritis"});
        said.population = b.builder().text(text);
        b.claim<affects>("tai-chi", "nausea", said, "made-up");
        auto const& kb = b.freeze();
        table_by_hand t{kb, "knee-osteoarthritis", harms};
        t.row("tai-chi").tells(1, "made-up");
        auto const file = csv(t.made());
        INFO(file);
        CHECK(named(file).at(0).at("population") == text);
        auto const at = file.find("\"a");
        REQUIRE(at != file.npos);
        CHECK(file.substr(0, at).ends_with(','));
    }
}

TEST_CASE("a byte order mark stands in front where it is asked for", "[csv]") {
    table_by_hand t{knee, "knee-osteoarthritis", harms};
    CHECK(csv(t.made(), {.byte_order_mark = true})
            .starts_with("\xEF\xBB\xBF"
                         "cause,"));
    CHECK(csv(t.made()).starts_with("cause,option,class,"));
}

}  // namespace render_csv_test
