// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/snapshot/bake.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace snapshot_bake_test {

using namespace treatise;

namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t i = 0; i < text.size(); i += lines.back().size() + 1)
        lines.push_back(text.substr(i, text.find('\n', i) - i));
    return lines;
}

/// What a compiler makes of the string literal whose inside this is.
std::string read_literal(std::string_view s) {
    std::string to;
    for (std::size_t i = 0; i != s.size();) {
        if (s[i] != '\\') {
            to += s[i++];
        } else if (s[i + 1] >= '0' && s[i + 1] <= '3') {
            to += static_cast<char>((s[i + 1] - '0') * 64 + (s[i + 2] - '0') * 8 + (s[i + 3] - '0'));
            i += 4;
        } else {
            to += s[i + 1] == 'n' ? '\n' : s[i + 1];
            i += 2;
        }
    }
    return to;
}

/// The text of the literals that initialize `pool`.
std::string pool_of(std::string_view baked) {
    std::string all;
    baked.remove_prefix(baked.find("char pool[]"));
    for (auto const line : lines_of(baked))
        if (line.starts_with('"'))
            all += read_literal(line.substr(1, line.rfind('"') - 1));
        else if (line.starts_with("#endif"))
            break;
    return all;
}

/// A base with one cause of that key, and little else.
storage base_with(std::string_view key, std::string_view version = "1.0", std::string_view base_key = "fixture-base") {
    builder b;
    b.base({b.text(base_key), b.text("Fixture"), b.text(version), b.text("nobody"), b.text("Made up."), date{2024, 0, 0}});
    b.add<cause>({key, "A cause"});
    return fixture::frozen(std::move(b));
}
std::string header_of(storage const& of) { return bake(of.view()); }

}  // namespace

TEST_CASE("the same base is baked to the same bytes", "[bake]") {
    auto const first = fixture::frozen(fixture::knee_builder()), second = fixture::frozen(fixture::knee_builder());
    CHECK(bake(first.view()) == bake(second.view()));
}

TEST_CASE("a baked header has one typed constant for each entity", "[bake]") {
    auto const& kb = fixture::knee();
    auto const text = bake(kb);
    auto const is_constant = [&](std::string const& start, std::string_view key) {
        auto const number = fixture::entity(kb, key).value;
        return holds(text, "\ninline constexpr auto " + start + ">::from_number(" + std::to_string(number) + ");\n");
    };
    CHECK(is_constant("knee_osteoarthritis = treatise::id<treatise::cause", "knee-osteoarthritis"));
    CHECK(is_constant("alphaprofen_gel = treatise::id<treatise::therapy", "alphaprofen-gel"));
    std::size_t constants = 0;
    for (auto const line : lines_of(text)) constants += line.starts_with("inline constexpr auto ");
    CHECK(constants == kb.entity_count());
}

TEST_CASE("a baked header stands alone and asks to be baked again when the schema changes", "[bake]") {
    auto const text = bake(fixture::knee());
    CHECK(text.starts_with("// SPDX-License-Identifier: BSL-1.0\n#pragma once\n"));
    CHECK(holds(text, "#include <treatise/graph/knowledge_base.hpp>\n"));
    CHECK_FALSE(holds(text, "snapshot/"));
    CHECK(holds(text, "static_assert(treatise::schema_fingerprint == " + std::to_string(schema_fingerprint) + "u,"));
    CHECK(holds(text, "bake this header again: treatise bake"));
}

TEST_CASE("the namespace is named after the base, and its version is in it", "[bake]") {
    CHECK(holds(bake(fixture::knee()), "\nnamespace treatise::fixture_knee::inline v1_0_0 {\n"));
    CHECK(holds(bake(fixture::knee(), "mine"), "\nnamespace treatise::mine::inline v1_0_0 {\n"));
    CHECK(holds(header_of(base_with("a", "1.0-beta..2")), "\nnamespace treatise::fixture_base::inline v1_0_beta_2 {\n"));
    // Words of C++ and names of the library are no namespaces.
    CHECK(holds(header_of(base_with("a", "1", "class")), "\nnamespace treatise::class_::inline v1 {\n"));
    CHECK(holds(header_of(base_with("a", "1", "therapy")), "\nnamespace treatise::therapy_::inline v1 {\n"));
    CHECK(holds(header_of(base_with("a", "1", "3-d")), "\nnamespace treatise::n3_d::inline v1 {\n"));
}

TEST_CASE("a key that C++ or the header has taken gets an underscore", "[bake]") {
    auto const constant = [](std::string_view key) {
        auto const text = header_of(base_with(key));
        std::string_view const start = "\ninline constexpr auto ";
        auto const from = text.substr(text.find(start) + start.size());
        return from.substr(0, from.find(' '));
    };
    CHECK(constant("new") == "new_");
    CHECK(constant("xor-eq") == "xor_eq_");
    CHECK(constant("linux") == "linux_");
    CHECK(constant("knowledge") == "knowledge_");
    CHECK(constant("data") == "data_");
    CHECK(constant("treatise") == "treatise_");
    CHECK(constant("std") == "std_");
    CHECK(constant("v1-0") == "v1_0_");
    CHECK(constant("cause") == "cause");  // the header says treatise::cause
    CHECK(constant("a-1") == "a_1");
}

TEST_CASE("the pool of a baked header is that of the base", "[bake]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        auto const& pool = kb->tables().pool;
        CHECK(pool_of(bake(*kb)) == std::string_view{pool.data(), pool.size()});
    }
}

TEST_CASE("every text survives as a string literal", "[bake]") {
    for (std::string_view const text :
        {"\"quoted\" and \\ at the end \\", "?\?/ ?\?= ?\?\?", "two\nlines\ttab\r", "\u00e9\u65e5\U0001f600",
            "\x01\x02"
            "7 \x7f",
            "%d {0} =1+1 <|&", ")\"raw\""}) {
        auto const escaped = snapshot_detail::escaped(text);
        INFO(escaped);
        CHECK(read_literal(escaped) == text);
        CHECK_FALSE(holds(escaped, "?\?"));  // no trigraph
        for (char const c : escaped) CHECK((c >= ' ' && c <= '~'));
    }
    CHECK(snapshot_detail::escaped("\x01"
                                   "7") == "\\0017");  // the escape ends before the 7
    CHECK(snapshot_detail::escaped("a?b?\?c") == "a?b?\\?c");
}

TEST_CASE("lines of a baked header are of a length that can be read", "[bake]") {
    for (auto const& [name, kb] : fixture::bases()) {
        INFO(name);
        auto const text = bake(*kb);
        for (auto const line : lines_of(text)) CHECK(line.size() <= 2010);
    }
}

TEST_CASE("an empty array is left out", "[bake]") {
    auto const text = header_of(base_with("a"));
    CHECK_FALSE(holds(text, "{}\n"));
    CHECK_FALSE(holds(text, "[]{}"));
    CHECK_FALSE(holds(text, "attributions"));
    CHECK_FALSE(holds(text, "affects_rows"));
    CHECK_FALSE(holds(text, "data::entities;"));  // no row stands for the default
    CHECK(holds(text, "all.kind_begin = data::kind_begin;"));
}

// Rows are baked as brace lists in the order of `fields`: that is the order of their members, and none is left out.

namespace {

template <class Row>
void check_fields_are_members(std::string_view of) {
    INFO(of);
    Row const row{};
    std::size_t end = 0, alignment = 1;
    Row::fields([&](std::string_view name, auto member, presence = optional) {
        INFO(name);
        using type = typename field_type<decltype(member)>::type;
        auto const* const start = reinterpret_cast<char const*>(&row);
        auto const at = static_cast<std::size_t>(reinterpret_cast<char const*>(&(row.*member)) - start);
        CHECK(at == (end + alignof(type) - 1) / alignof(type) * alignof(type));
        end = at + sizeof(type);
        alignment = std::max(alignment, alignof(type));
    });
    if constexpr (!std::is_empty_v<Row>) CHECK((end + alignment - 1) / alignment * alignment == sizeof(Row));
}

}  // namespace

TEST_CASE("the fields of a row are its members in their order", "[bake][schema]") {
    each(kinds{}, []<class K>() { check_fields_are_members<typename K::details>(K::name); });
    each(relations{}, []<class R>() { check_fields_are_members<typename R::payload>(R::name); });
    check_fields_are_members<attribution>("attribution");
    check_fields_are_members<code_row>("code_row");
    check_fields_are_members<base_row>("base_row");
}

}  // namespace snapshot_bake_test
