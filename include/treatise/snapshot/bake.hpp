// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace treatise::inline v0_3 {

namespace snapshot_detail {

/// Text as the inside of a string literal, the same in every source encoding.
inline std::string escaped(std::string_view s) {
    std::string to;
    for (char const c : s) {
        auto const u = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (to += '\\') += c;
        else if (c == '?' && to.ends_with('?'))
            to += "\\?";  // no trigraph
        else if (c == '\n')
            to += "\\n";
        else if (u >= 0x20 && u < 0x7f)
            to += c;
        // Three octal digits always end the escape; a hexadecimal one would swallow the next digit.
        else
            (to += '\\') += {"0123"[u >> 6], "01234567"[u >> 3 & 7], "01234567"[u & 7]};
    }
    return to;
}

/// Whether C++, or a macro that is often around, has taken the word.
inline bool is_taken_word(std::string_view s) {
    constexpr std::string_view words[] = {"alignas", "alignof", "and", "and_eq", "asm", "assert", "auto", "bitand", "bitor",
        "bool", "break", "case", "catch", "char", "char16_t", "char32_t", "char8_t", "class", "co_await", "co_return", "co_yield",
        "compl", "concept", "const", "const_cast", "consteval", "constexpr", "constinit", "continue", "decltype", "default",
        "delete", "do", "double", "dynamic_cast", "else", "enum", "errno", "explicit", "export", "extern", "false", "float",
        "for", "friend", "goto", "if", "inline", "int", "linux", "long", "mutable", "namespace", "new", "noexcept", "not",
        "not_eq", "nullptr", "operator", "or", "or_eq", "private", "protected", "public", "register", "reinterpret_cast",
        "requires", "return", "short", "signed", "sizeof", "static", "static_assert", "static_cast", "stderr", "stdin", "stdout",
        "struct", "switch", "template", "this", "thread_local", "throw", "true", "try", "typedef", "typeid", "typename", "union",
        "unix", "unsigned", "using", "virtual", "void", "volatile", "wchar_t", "while", "xor", "xor_eq"};
    return std::find(std::begin(words), std::end(words), s) != std::end(words);
}

/// Its letters and digits, with one underscore for whatever stands between them.
inline std::string underscored(std::string_view s) {
    std::string to;
    for (char const c : s) {
        if (char const lower = fold(c); (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9'))
            to += c;
        else if (!to.empty() && to.back() != '_')
            to += '_';
    }
    return to;
}

/// A key as a C++ name; an underscore behind it where C++ has taken it.
inline std::string identifier(std::string_view key) {
    auto name = underscored(key);
    if (name.empty() || (name[0] >= '0' && name[0] <= '9')) name.insert(0, "n");
    return is_taken_word(name) ? name + '_' : name;
}

class baker {
public:
    explicit baker(knowledge_base const& kb) : kb_{kb} {}

    std::string text(std::string_view namespace_name) {
        auto const base = kb_.base();
        auto name = identifier(namespace_name.empty() ? kb_[base.key] : namespace_name);
        if (is_name_of_schema(name) || name == "baked" || name == "bgl" || name == "detail") name += '_';
        version_ = "v" + underscored(kb_[base.version]);
        out_ =
            "// SPDX-License-Identifier: BSL-1.0\n#pragma once\n\n"
            "// Written by `treatise bake` from files that people edit; a change here is lost.\n\n"
            "#include <treatise/graph/baked.hpp>\n#include <treatise/graph/knowledge_base.hpp>\n\n#include <cstdint>\n\n";
        // Two versions of one base in a program are two namespaces, not a broken one-definition rule.
        out_ += "namespace treatise::" + name + "::inline " + version_ + " {\n\n";
        out_ += "static_assert(treatise::schema_fingerprint == " + std::to_string(schema_fingerprint) +
                "u,\n              \"the schema has changed; bake this header again: "
                "treatise bake FOLDER --output HEADER\");\n\n";
        out_ +=
            "namespace data {\n"
            "using treatise::baked::t, treatise::baked::d, treatise::baked::x, treatise::baked::e, treatise::baked::v;\n";
        each_column([this](std::string_view of, auto const& span) { this->array(of, span); }, kb_.tables());
        out_ +=
            "}  // namespace data\n\n/// The arrays above, as a knowledge base looks at them.\n"
            "inline constexpr treatise::tables tables = [] {\n    treatise::tables all;\n";
        each_column([this](std::string_view of, auto const& span) { this->column(of, span); }, kb_.tables());
        out_ += "    all.content = " + std::to_string(content_hash(kb_)) +
                "u;\n    return all;\n}();\n\n/// The knowledge base.\n"
                "inline constexpr treatise::knowledge_base knowledge{tables};\n";
        each(kinds{}, [this]<class K>() { this->constants<K>(); });
        out_ += "\n}  // namespace treatise::" + name + "::inline " + version_ + '\n';
        return std::move(out_);
    }

private:
    static constexpr std::size_t width = 2000;  // few lines: what includes the header is counted in them

    template <class Names>
    static bool holds(Names const& names, std::string_view s) {
        return std::find(names.begin(), names.end(), s) != names.end();
    }
    static bool is_name_of_schema(std::string_view s) { return holds(kind_names, s) || holds(relation_names, s); }

    // Values: what a field has when nothing is said is `{}`.

    static std::string number(std::uint32_t n) { return std::to_string(n) + (n > 0x7fff'ffff ? "u" : ""); }
    static std::string call(char const* name, std::string const& n) { return std::string{name} + '(' + n + ')'; }
    template <class T>
    static std::string value(T const& of) {
        if constexpr (std::same_as<T, flag>)
            return of ? "true" : "false";
        else if constexpr (std::is_integral_v<T>)
            return number(of);
        else if (of == T{})
            return "{}";
        else if constexpr (std::same_as<T, treatise::text>)
            return call("t", number(of.value));
        else if constexpr (std::same_as<T, date>)
            return call("d", number(of.bits));
        else if constexpr (std::same_as<T, decimal>)
            return call("x", std::to_string(of.bits));
        else if constexpr (is_id<T>)
            return call("e", number(of.value));
        else if constexpr (is_list<T>)
            return '{' + number(of.first) + ',' + number(of.last) + '}';
        else if constexpr (is_level<T>)
            return '{' + number(of.value) + '}';
        else
            return call("v", number(static_cast<std::uint32_t>(of)));
    }
    template <class Row>
    static std::string row(Row const& of) {
        if constexpr (std::is_integral_v<Row>)
            return number(of);
        else {
            std::string s;
            Row::fields(
                [&](std::string_view, auto member, presence = optional) { (s += s.empty() ? '{' : ',') += value(of.*member); });
            return s + '}';
        }
    }

    // Arrays. An empty one is left out: C++ has none.

    static std::string array_name(std::string_view of) { return std::string{of} + (is_name_of_schema(of) ? "_rows" : ""); }
    template <class Row>
    static std::string type_name(std::string_view of) {
        std::string const qualified = "treatise::" + std::string{of};
        if constexpr (std::same_as<Row, std::uint32_t>)
            return "std::uint32_t";
        else if constexpr (std::same_as<Row, std::uint8_t>)
            return "std::uint8_t";
        else if constexpr (std::same_as<Row, attribution>)
            return "treatise::attribution";
        else if constexpr (std::same_as<Row, entity_row>)
            return "treatise::entity_row";
        else if constexpr (std::same_as<Row, code_row>)
            return "treatise::code_row";
        else if constexpr (std::same_as<Row, name_row>)
            return "treatise::name_row";
        else if constexpr (std::same_as<Row, base_row>)
            return "treatise::base_row";
        else if constexpr (std::same_as<Row, layer_row>)
            return "treatise::layer_row";
        else if constexpr (std::same_as<Row, attribute_row>)
            return "treatise::attribute_row";
        else
            return qualified + (holds(kind_names, of) ? "::details" : "::payload");
    }
    template <class Row>
    void array(std::string_view of, std::span<Row const> rows) {
        if (rows.empty()) return;
        out_ += "inline constexpr " + type_name<Row>(of) + ' ' + array_name(of) + "[]{";
        std::size_t line = width;
        for (auto const& r : rows) {
            auto const s = row(r);
            if (line + s.size() >= width) out_ += '\n', line = 0;
            (out_ += s) += ',';
            line += s.size() + 1;
        }
        out_.back() = '}';
        out_ += ";\n";
    }
    /// What a column is called in C++.
    std::string member(std::string_view of) const {
        if (is_name_of_schema(of)) return "rows<treatise::" + std::string{of} + ">()";
        std::string name{of};
        each_claim_column(
            [&](std::string_view column, std::string_view begin, auto const&) {
                if (of == column) name = std::string{column} + ".rows";
                if (of == begin) name = std::string{column} + ".begin";
            },
            kb_.tables());
        return name;
    }
    template <class Row>
    void column(std::string_view of, std::span<Row const> rows) {
        if (!rows.empty()) out_ += "    all." + member(of) + " = data::" + array_name(of) + ";\n";
    }
    void column(std::string_view, std::span<char const>) { out_ += "    all.pool = {data::pool, sizeof data::pool - 1};\n"; }

    /// The texts as a string literal.
    void array(std::string_view, std::span<char const> chars) { pool({chars.data(), chars.size()}); }
    void pool(std::string_view all) {
        out_ +=
            "#ifdef __GNUC__\n#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n#endif\n"
            "inline constexpr char pool[] =";
        do {
            auto part = all.substr(0, width);
            while (part.size() > 1 && escaped(part).size() > width) part.remove_suffix(1 + part.size() / 8);
            out_ += "\n\"" + escaped(part) + '"';
            all.remove_prefix(part.size());
        } while (!all.empty());
        out_ += ";\n#ifdef __GNUC__\n#pragma GCC diagnostic pop\n#endif\n";
    }

    template <class Kind>
    void constants() {
        auto const all = kb_.all<Kind>();
        if (!all.empty()) out_ += '\n';
        for (auto const entity : all) {
            auto name = identifier(kb_.key(entity));
            if (name == "knowledge" || name == "tables" || name == "data" || name == "treatise" || name == "std" ||
                name == version_)
                name += '_';
            out_ += "inline constexpr auto " + name + " = treatise::id<treatise::" + std::string{Kind::name} + ">::from_number(" +
                    number(entity.value) + ");\n";
        }
    }

    knowledge_base kb_;
    std::string version_{}, out_{};
};

}  // namespace snapshot_detail

/// The text of a C++ header that holds the knowledge base as `inline constexpr` arrays, with a typed constant for each entity.
///
/// The namespace `treatise::<namespace_name>` is named after the base's key where none is given. The same base gives the
/// same text, byte for byte. Whoever includes the header needs no other file but the library's.
[[nodiscard]] inline std::string bake(knowledge_base const& kb, std::string_view namespace_name = {}) {
    return snapshot_detail::baker{kb}.text(namespace_name);
}

}  // namespace treatise::inline v0_3
