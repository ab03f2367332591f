// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/field_values.hpp>
#include <treatise/graph/source_text.hpp>
#include <treatise/model/seen_text.hpp>
#include <treatise/toml/parser.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::toml_detail {

/// Reads the values of a TOML file as fields of a builder's rows, and reports to the builder those that do not fit.
///
/// Whatever is wrong is reported once and replaced by something that no later check refuses.
class toml_values {
protected:
    struct source_file {
        std::string_view name;
        source_text text;
    };

    toml_values() = default;
    /// Reads onto a base, whose keys may be named.
    explicit toml_values(knowledge_base const& below) : b_{below} {}

    // Messages.

    location at(toml::source_position p) const { return {std::string{files_[file_].name}, p.line, p.column}; }
    void refuse(toml::source_position p, std::string what) { b_.report(at(p), key_, std::move(what)); }
    void refuse(toml::node const& n, std::string what) { refuse(n.source().begin, std::move(what)); }
    void refuse(toml::node const& n, std::string_view field, std::string const& what) {
        if (!what.empty()) refuse(n, in_quotes(field) + ' ' + what);
    }
    static std::string type_in_words(toml::node const& n) {
        switch (n.type()) {
            case toml::node_type::table: return "a table";
            case toml::node_type::array: return "an array";
            case toml::node_type::string: return "a string";
            case toml::node_type::integer: return "an integer";
            case toml::node_type::floating_point: return "a number";
            case toml::node_type::boolean: return "true or false";
            case toml::node_type::date: return "a date";
            case toml::node_type::time: return "a time";
            case toml::node_type::date_time: return "a date with a time";
            default: return "nothing";
        }
    }
    void wrong_type(toml::node const& n, std::string_view field, std::string const& expected) {
        refuse(n, field, "is " + type_in_words(n) + "; expected " + expected);
    }

    // What values are made of.

    using maybe_string = std::optional<std::string_view>;
    maybe_string string(toml::node const& n, std::string_view field, std::string const& expected = "a string") {
        auto const s = n.as_string();
        if (!s) return wrong_type(n, field, expected), std::nullopt;
        std::string_view const v = s->get();
        if (v.find('\0') != v.npos) return refuse(n, field, "holds a NUL byte; expected text"), std::nullopt;
        if (auto const c = unseen_in(v)) return refuse(n, field, in_words(*c)), std::nullopt;
        if (v.find_first_not_of(" \t\r\n") != v.npos) return v;
        return refuse(n, field, "is empty; expected text, \"not stated\" or no value"), std::nullopt;
    }
    /// Calls `f(string, node)` for a string or for each string of an array.
    template <class F>
    void strings(toml::node const& n, std::string_view field, F&& f) {
        if (auto const array = n.as_array()) {
            for (auto&& element : *array)
                if (auto const s = string(element, field)) f(*s, element);
        } else if (auto const s = string(n, field, "a string or an array of strings")) {
            f(*s, n);
        }
    }
    /// The text of a value as it stands in the file; for values on one line.
    std::string_view written(toml::node const& n) const {
        auto const& from = n.source();
        return files_[file_].text.slice(from.begin.line, from.begin.column, from.end.column);
    }
    /// The digits as they are written, not as the parser's floating point has them.
    reading_of<decimal> number(toml::node const& n) const {
        auto const read = decimal_from(written(n));
        if (!read || !read->is_finite()) return read;
        auto const value = read->digits() * std::pow(10.0, -read->places());
        if (std::abs(value - *n.value<double>()) <= 1e-9 * std::abs(value)) return read;
        return unexpected{std::string{"cannot be read as it is written; expected it in quotes"}};
    }
    template <class Kind>
    std::optional<id<Kind>> named(std::string_view key, std::uint32_t of_kinds, toml::node const& n, std::string_view field) {
        auto const e = keys_.find(key, of_kinds);
        if (e) return id<Kind>::from_number(e->value);
        refuse(n, field, e.error());
        return std::nullopt;
    }
    /// The table names an entity there that exists.
    bool names_known(toml::table const& t, std::string_view field, std::uint32_t of_kinds) {
        auto const n = t.get(field);
        return n && n->is_string() && keys_.find(n->as_string()->get(), of_kinds);
    }
    template <class T>
    void take(T& to, T instead, reading_of<T> const& read, toml::node const& n, std::string_view field) {
        to = read ? *read : instead;
        if (!read) refuse(n, field, read.error());
    }

    // Values, by the type of the field.

    void value(text& to, toml::node const& n, std::string_view field) {
        auto const s = string(n, field);
        to = s ? b_.text(*s) : not_stated;
    }
    void value(flag& to, toml::node const& n, std::string_view field) {
        if (auto const v = n.as_boolean())
            to = v->get();
        else
            wrong_type(n, field, "true or false");
    }
    void value(std::uint32_t& to, toml::node const& n, std::string_view field) {
        auto const v = n.as_integer();
        if (v && v->get() >= 0 && v->get() < std::int64_t{no_index})
            to = static_cast<std::uint32_t>(v->get());
        else if (v)
            refuse(n, field, "is " + in_quotes(written(n)) + "; expected a whole number, not negative");
        else
            wrong_type(n, field, "a whole number");
    }
    void value(decimal& to, toml::node const& n, std::string_view field) {
        if (n.is_number())
            take(to, decimal::unstated(), number(n), n, field);
        else if (n.is_string())
            take(to, decimal::unstated(), decimal_from(n.as_string()->get()), n, field);
        else
            wrong_type(n, field, "a number or \"not stated\""), to = decimal::unstated();
    }
    void value(date& to, toml::node const& n, std::string_view field) {
        if (auto const d = n.as_date(); d && d->get().year != 0)
            to = date{d->get().year, d->get().month, d->get().day};
        else if (d || n.is_integer())
            take(to, date::unstated(), date_from(written(n)), n, field);
        else if (n.is_string())
            take(to, date::unstated(), date_from(n.as_string()->get()), n, field);
        else
            wrong_type(n, field, "a date as 2024-10-01, \"2024-10\" or 2024, or \"not stated\""), to = date::unstated();
    }
    template <vocabulary Enum>
    void value(Enum& to, toml::node const& n, std::string_view field) {
        if (auto const s = n.as_string())
            take(to, Enum{}, enum_from<Enum>(s->get()), n, field);
        else
            wrong_type(n, field, "one of " + in_words(words_of<Enum>));
    }
    template <class Kind>
    void value(id<Kind>& to, toml::node const& n, std::string_view field) {
        auto const s = string(n, field, "a key");
        auto const bits = kinds_of<Kind>::bits;
        if (s && *s == not_stated_words)
            to = id<Kind>::unstated();
        else if (auto const e = s ? named<Kind>(*s, bits, n, field) : std::nullopt)
            to = *e;
        else
            to = id<Kind>::from_number(keys_.any(bits).value);
    }
    void value(many<text>& to, toml::node const& n, std::string_view field) {
        std::vector<text> texts;
        strings(n, field, [&](std::string_view s, toml::node const&) { texts.push_back(b_.text(s)); });
        if (texts.empty() && !(n.is_array() && n.as_array()->empty())) texts.push_back(not_stated);
        to = b_.list(texts);
    }
    template <class Kind>
    void value(many<id<Kind>>& to, toml::node const& n, std::string_view field) {
        std::vector<id<Kind>> ids;
        strings(n, field, [&](std::string_view s, toml::node const& element) {
            auto const e = named<Kind>(s, kinds_of<Kind>::bits, element, field);
            if (!e) return;
            if (std::find(ids.begin(), ids.end(), *e) == ids.end())
                ids.push_back(*e);
            else
                refuse(element, field, "names " + in_quotes(s) + " twice");
        });
        to = b_.list(ids);
    }

    // Attributes: tables that the schema knows nothing of.

    /// Calls `f(name, value)` for every attribute of the table: `acme.tier = 2` is "acme.tier" and "2".
    template <class F>
    void attributes(toml::table const& t, std::vector<std::string> const& fields, F&& f) {
        for (auto&& [first, node] : t) {
            auto const own = node.as_table();
            if (!own || std::find(fields.begin(), fields.end(), first.str()) != fields.end()) continue;
            for (auto&& [second, n] : *own) {
                auto const name = std::string{first.str()} + '.' + std::string{second.str()};
                b_.at(at(second.source().begin));
                if (n.is_string()) {
                    if (auto const s = string(n, name)) f(name, *s);
                } else if (n.is_value()) {
                    f(name, n.is_boolean() ? (n.as_boolean()->get() ? "true" : "false") : written(n));
                } else {
                    wrong_type(n, name, "a text, a number, a date, true or false");
                }
            }
        }
    }

    // Rows.

    /// Reads every field of the row that the table has; the builder refuses what is required and not there, but for
    /// enumerations and booleans, which always have a value.
    template <class Row>
    void row(Row& to, toml::table const& t) {
        Row::fields([&](std::string_view name, auto member, presence p = optional) {
            if constexpr (!is_level<typename field_type<decltype(member)>::type>) this->field(to.*member, t, name, p);
        });
        Row::fields([&](std::string_view name, auto member, presence = optional) {  // they need the scheme
            if constexpr (is_level<typename field_type<decltype(member)>::type>) this->level_field(to, to.*member, t, name);
        });
    }
    template <class T>
    void field(T& to, toml::table const& t, std::string_view name, presence p) {
        if (auto const n = t.get(name))
            value(to, *n, name);
        else if constexpr (vocabulary<T>) {
            if (p == required) refuse(t, "has no " + in_quotes(name) + "; expected one of " + in_words(words_of<T>));
        } else if constexpr (std::is_integral_v<T> || std::same_as<T, flag>) {
            if (p == required) refuse(t, "has no " + in_quotes(name) + "; expected a value");
        }
    }
    template <class Row, class Level>
    void level_field(Row const& row, Level& to, toml::table const& t, std::string_view name) {
        auto const n = t.get(name);
        if (!n) return;
        auto const s = string(*n, name, "a word of the scheme, or \"not stated\"");
        to = Level{unstated_level};
        if (!s || *s == not_stated_words) return;
        if (names_known(t, "scheme", kinds_of<scheme>::bits))
            take(to, to, level_from<Level>(b_, row.scheme, *s), *n, name);
        else if (!row.scheme)
            to = Level{1};  // the builder refuses a level without a scheme
    }

    std::vector<source_file> files_{};
    std::uint32_t file_ = 0;  ///< where the reader is, for its messages
    std::string key_{};         ///< the entity or claim it reads
    builder b_{};
    key_index keys_{b_};
};

}  // namespace treatise::inline v0_3::toml_detail
