// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/exchange/field_values.hpp>
#include <treatise/exchange/source_text.hpp>
#include <treatise/exchange/toml_files.hpp>
#include <treatise/exchange/toml_format.hpp>

#ifndef TOML_EXCEPTIONS
#define TOML_EXCEPTIONS 0
#endif
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

static_assert(TOML_EXCEPTIONS == 0, "define TOML_EXCEPTIONS as 0 where toml++ is included before treatise/exchange/toml.hpp");

namespace treatise {

namespace detail {

/// Reads parsed files into a builder: entities first, then what they name, then claims.
class toml_reader {
public:
    explicit toml_reader(std::vector<toml_file> const& files) : files_{files}, keys_{b_} {
        each(kinds{}, [this]<class K>() { fields_.push_back(entity_fields<K>()); });
        each(relations{}, [this]<class R>() { this->add_claim_fields<R>(); });
    }

    expected<storage, std::vector<problem>> read(std::vector<problem> const& so_far) {
        for (auto const& p : so_far) b_.report(p.where, p.key, p.what);
        if (!so_far.empty()) keys_.incomplete(), base_unread_ = true;
        for (file_ = 0; file_ != files_.size(); ++file_) parse();
        auto const in_order = [](item const& x, item const& y) {
            auto const &p = x.table->source().begin, &q = y.table->source().begin;
            return std::tie(x.file, p.line, p.column) < std::tie(y.file, q.line, q.column);
        };
        std::sort(entities_.begin(), entities_.end(), in_order);
        std::sort(claims_.begin(), claims_.end(), in_order);
        for (auto& i : entities_) with_type(kinds{}, i.number, [&]<class K>() { this->add<K>(i); });
        for (auto& i : entities_) with_type(kinds{}, i.number, [&]<class K>() { this->entity_of<K>(i); });
        read_defaults();
        for (auto& i : claims_) with_type(relations{}, i.number, [&]<class R>() { this->claim_of<R>(i); });
        if (!base_ && base_unread_) b_.base({not_stated, not_stated, not_stated, not_stated, not_stated, date::unstated()});
        auto made = b_.freeze();
        if (!made)
            std::sort(made.error().begin(), made.error().end(), [](problem const& p, problem const& q) {
                auto const &x = p.where, &y = q.where;
                return std::tie(x.file, x.line, x.column, p.key, p.what) < std::tie(y.file, y.line, y.column, q.key, q.what);
            });
        return made;
    }

private:
    /// A table of an entity or a claim.
    struct item {
        toml::table const* table;
        std::uint32_t file, number;  ///< number: of its kind or relation
        id<treatise::entity> entity{};
    };
    struct file_defaults {
        toml::table const* table = nullptr;
        attribution said{};
    };

    template <class Relation>
    void add_claim_fields() {
        if constexpr (claim_relation<Relation>) fields_.push_back(claim_fields<Relation>());
        else fields_.emplace_back();
    }

    // Messages.

    location at(toml::source_position p) const { return {files_[file_].name, p.line, p.column}; }
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
    void wrong_type(toml::node const& n, std::string_view field, std::string_view expected) {
        refuse(n, field, "is " + type_in_words(n) + "; expected " + std::string{expected});
    }
    /// Reports every field of the table that is not in `valid`.
    void unknown_fields(toml::table const& t, std::vector<std::string> const& valid, std::string const& of) {
        for (auto&& [k, n] : t)
            if (std::find(valid.begin(), valid.end(), k.str()) == valid.end())
                refuse(k.source().begin, "unknown field " + in_quotes(k.str()) + " of " + of + nearest_or_all(k.str(), valid));
    }

    // Files.

    void parse() {
        key_.clear();
        auto const& text = texts_.emplace_back(files_[file_].text);
        tables_.emplace_back();
        defaults_.emplace_back();
        if (auto const p = text.not_utf8()) {
            refuse(toml::source_position{p->line, p->column}, "has a byte that is not UTF-8; expected the file to be saved as UTF-8");
            return unread(text);
        }
        auto parsed = toml::parse(text.text(), std::string_view{});
        if (!parsed) {
            refuse(parsed.error().source().begin, "is no TOML: " + std::string{parsed.error().description()});
            return unread(text);
        }
        tables_.back() = std::move(parsed).table();
        top(tables_.back());
    }
    /// Keeps the keys of a file that is no TOML, so that other files may name them without a message.
    void unread(source_text const& text) {
        for (auto line : text.lines()) {
            line.remove_prefix(std::min(line.size(), line.find_first_not_of(" \t")));
            if (line.starts_with("[base]")) base_unread_ = true;
            if (!line.starts_with("key")) continue;
            auto const first = line.find('"'), last = line.find('"', first + 1);
            if (first != line.npos && last != line.npos) keys_.unread(line.substr(first + 1, last - first - 1));
        }
    }

    void top(toml::table const& file) {
        for (auto&& [k, n] : file) {
            auto const name = k.str();
            key_.clear();
            if (name == "base" || name == "defaults") {
                if (auto const t = n.as_table(); !t) refuse(k.source().begin, in_quotes(name) + " is " + type_in_words(n) + "; expected one table, [" + std::string{name} + ']');
                else if (name == "base") base_of(*t);
                else defaults_[file_].table = t;
            } else if (auto const kind = position(kind_names, name); kind != kinds::size) {
                tables_of(n, name, kind, entities_);
            } else if (auto const relation = position(relation_names, name); relation == relations::size) {
                refuse(k.source().begin, "unknown table " + in_quotes(name) + nearest_or_all(name, table_names()));
            } else if (relation < structure::size) {
                refuse(k.source().begin, in_quotes(name) + " is structure; expected it as a field of the entity that it starts from");
            } else {
                tables_of(n, name, relation, claims_);
            }
        }
    }
    template <class Names>
    static std::uint32_t position(Names const& names, std::string_view name) {
        return static_cast<std::uint32_t>(std::find(names.begin(), names.end(), name) - names.begin());
    }
    void tables_of(toml::node const& n, std::string_view name, std::uint32_t number, std::vector<item>& to) {
        auto const array = n.as_array();
        auto const expected = "; expected tables, [[" + std::string{name} + "]]";
        if (!array) return refuse(n, in_quotes(name) + " is " + type_in_words(n) + expected);
        for (auto&& element : *array) {
            if (auto const t = element.as_table()) to.push_back({t, file_, number});
            else refuse(element, in_quotes(name) + " holds " + type_in_words(element) + expected);
        }
    }

    // Values. Whatever is wrong is reported once and replaced by something that no later check refuses.

    std::optional<std::string_view> string(toml::node const& n, std::string_view field, std::string_view expected = "a string") {
        auto const s = n.as_string();
        if (!s) return wrong_type(n, field, expected), std::nullopt;
        std::string_view const v = s->get();
        if (v.find('\0') != v.npos) return refuse(n, field, "holds a NUL byte; expected text"), std::nullopt;
        if (v.find_first_not_of(" \t\r\n") == v.npos) return refuse(n, field, "is empty; expected text, \"not stated\" or no value"), std::nullopt;
        return v;
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
    template <class T>
    void take(T& to, T instead, reading_of<T> const& read, toml::node const& n, std::string_view field) {
        to = read ? *read : instead;
        if (!read) refuse(n, field, read.error());
    }
    /// The text of a value as it stands in the file; for values on one line.
    std::string_view written(toml::node const& n) const {
        auto const [first, last] = std::pair{n.source().begin, n.source().end};
        return texts_[file_].slice(first.line, first.column, last.column);
    }
    reading_of<decimal> number(toml::node const& n) const {
        auto const digits = written(n);
        auto read = decimal_from(digits);
        if (!read || !read->is_finite()) return read;
        auto const value = read->digits() * std::pow(10.0, -read->places());  // that the digits are those of this value
        if (std::abs(value - *n.value<double>()) > 1e-9 * std::abs(value)) return unexpected{"cannot be read as it is written; expected it in quotes"};
        return read;
    }
    template <class Kind>
    id<Kind> any_of_kind() const {
        for (auto const& i : entities_)
            if (i.entity && (kinds_of<Kind>::bits >> i.number & 1u)) return id<Kind>{i.entity.value};
        return id<Kind>{unstated_number};
    }
    template <class Kind>
    std::optional<id<Kind>> named(std::string_view key, std::uint32_t bits, toml::node const& n, std::string_view field) {
        auto const e = keys_.find(key, bits);
        if (e) return id<Kind>{e->value};
        refuse(n, field, e.error());
        return std::nullopt;
    }

    void value(text& to, toml::node const& n, std::string_view field) {
        auto const s = string(n, field);
        to = s ? b_.text(*s) : not_stated;
    }
    void value(bool& to, toml::node const& n, std::string_view field) {
        if (auto const v = n.as_boolean()) to = v->get();
        else wrong_type(n, field, "true or false");
    }
    void value(std::uint32_t& to, toml::node const& n, std::string_view field) {
        if (auto const v = n.as_integer(); v && v->get() >= 0 && v->get() < std::int64_t{no_index}) to = static_cast<std::uint32_t>(v->get());
        else if (v) refuse(n, field, "is " + in_quotes(written(n)) + "; expected a whole number, not negative");
        else wrong_type(n, field, "a whole number");
    }
    void value(decimal& to, toml::node const& n, std::string_view field) {
        if (n.is_number()) take(to, decimal::unstated(), number(n), n, field);
        else if (n.is_string()) take(to, decimal::unstated(), decimal_from(n.as_string()->get()), n, field);
        else wrong_type(n, field, "a number or \"not stated\""), to = decimal::unstated();
    }
    void value(date& to, toml::node const& n, std::string_view field) {
        if (auto const d = n.as_date(); d && d->get().year != 0) to = date{d->get().year, d->get().month, d->get().day};
        else if (d || n.is_integer()) take(to, date::unstated(), date_from(written(n)), n, field);
        else if (n.is_string()) take(to, date::unstated(), date_from(n.as_string()->get()), n, field);
        else wrong_type(n, field, "a date as 2024-10-01, \"2024-10\" or 2024, or \"not stated\""), to = date::unstated();
    }
    template <vocabulary Enum>
    void value(Enum& to, toml::node const& n, std::string_view field) {
        if (auto const s = n.as_string()) take(to, Enum{}, enum_from<Enum>(s->get()), n, field);
        else wrong_type(n, field, "one of " + in_words(words_of<Enum>));
    }
    template <class Kind>
    void value(id<Kind>& to, toml::node const& n, std::string_view field) {
        auto const s = string(n, field, "a key");
        if (s && *s == not_stated_words) to = id<Kind>{unstated_number};
        else to = (s ? named<Kind>(*s, kinds_of<Kind>::bits, n, field) : std::nullopt).value_or(any_of_kind<Kind>());
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
            if (e && std::find(ids.begin(), ids.end(), *e) != ids.end()) refuse(element, field, "names " + in_quotes(s) + " twice");
            else if (e) ids.push_back(*e);
        });
        to = b_.list(ids);
    }

    // Rows.

    template <class T>
    void field(T& to, toml::table const& t, std::string_view name, presence p) {
        if (auto const n = t.get(name)) value(to, *n, name);
        else if constexpr (std::is_enum_v<T>) {
            if (p == required) refuse(t, "has no " + in_quotes(name) + "; expected one of " + in_words(words_of<T>));
        } else if constexpr (std::is_integral_v<T>) {
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
        auto const of = t.get("scheme");
        if (!of || of->value<std::string_view>() == not_stated_words) to = Level{1};  // the builder refuses a level without a scheme
        else if (of->is_string() && keys_.find(of->as_string()->get(), kinds_of<scheme>::bits)) take(to, to, level_from<Level>(b_, row.scheme, *s), *n, name);
    }
    template <class Row>
    void row(Row& to, toml::table const& t) {
        Row::fields([&](std::string_view name, auto member, presence p = optional) {
            if constexpr (!is_level<typename field_type<decltype(member)>::type>) this->field(to.*member, t, name, p);
        });
        Row::fields([&](std::string_view name, auto member, presence = optional) {
            if constexpr (is_level<typename field_type<decltype(member)>::type>) this->level_field(to, to.*member, t, name);
        });
    }

    void base_of(toml::table const& t) {
        key_ = "base";
        if (base_) return refuse(t, "[base] stands twice; first at " + first_base_ + "; expected it in one file");
        base_ = &t;
        auto const p = t.source().begin;
        first_base_ = files_[file_].name + ':' + std::to_string(p.line) + ':' + std::to_string(p.column);
        unknown_fields(t, field_names<base_row>(), "[base]");
        base_row said;
        row(said, t);
        if (auto const n = t.get("key"); n && n->is_string() && !is_key(n->as_string()->get()))
            refuse(*n, "`key` is " + in_quotes(n->as_string()->get()) + "; expected lower-case letters and digits in parts joined by -, a letter first");
        b_.at(at(p));
        b_.base(said);
    }

    // Entities: first all of them, so that files may name what stands later; then what each says.

    void enter(item const& i, std::string_view name_field) {
        file_ = i.file;
        key_.clear();
        auto const n = i.table->get(name_field);
        if (n && n->is_string()) key_ = n->as_string()->get();
        b_.at(at((n ? *n : static_cast<toml::node const&>(*i.table)).source().begin));
    }
    template <class Kind>
    void add(item& i) {
        enter(i, "key");
        auto const key = i.table->get("key");
        if (!key) return refuse(*i.table, "[[" + std::string{Kind::name} + "]] has no `key`");
        auto const s = string(*key, "key");
        if (!s) return;
        entity_text e{*s, {}, {}, {}};
        if (auto const n = i.table->get("name")) {
            e.name = string(*n, "name").value_or(not_stated_words);
            if (e.name.find_first_of("\r\n") != e.name.npos) refuse(*n, "name", "has a line break; expected one line");
        }
        if (auto const n = i.table->get("description")) e.description = string(*n, "description").value_or("");
        if (auto const n = i.table->get("synonyms"))
            strings(*n, "synonyms", [&](std::string_view synonym, toml::node const&) { e.synonyms.push_back(synonym); });
        i.entity = b_.add<Kind>(e);
        keys_.add(i.entity);
    }
    template <class Kind>
    void entity_of(item const& i) {
        enter(i, "key");
        unknown_fields(*i.table, fields_[i.number], "[[" + std::string{Kind::name} + "]]");
        typename Kind::details details;
        row(details, *i.table);
        if (!i.entity) return;
        b_.details(id<Kind>{i.entity.value}) = details;
        each(structure{}, [&]<class R>() { this->structure_of<Kind, R>(i); });
        if (auto const n = i.table->get("codes")) codes_of(i.entity, *n);
    }
    template <class Kind, class Relation>
    void structure_of(item const& i) {
        if constexpr (has_structure<Kind, Relation>) {
            auto const n = i.table->get(Relation::name);
            auto const bits = Relation::same_kind ? kinds_of<Kind>::bits : kinds_of<typename Relation::object>::bits;
            if (n) strings(*n, Relation::name, [&](std::string_view s, toml::node const& element) {
                auto const object = this->named<typename Relation::object>(s, bits, element, Relation::name);
                b_.at(this->at(element.source().begin));
                if (object) b_.relate<Relation>(id<typename Relation::subject>{i.entity.value}, *object);
            });
        }
    }
    void codes_of(id<entity> of, toml::node const& n) {
        auto const array = n.as_array();
        if (!array) return wrong_type(n, "codes", "an array of tables, [{ system = ..., code = ..., map = ... }]");
        for (auto&& element : *array) {
            auto const t = element.as_table();
            if (!t) {
                wrong_type(element, "codes", "a table, { system = ..., code = ..., map = ... }");
                continue;
            }
            unknown_fields(*t, code_fields(), "a code");
            auto const system = t->get("system");
            auto const known = system && system->is_string() && keys_.find(system->as_string()->get(), kinds_of<code_system>::bits);
            code_row code;
            row(code, *t);
            b_.at(at(t->source().begin));
            if (known || !system) b_.code(of, code.system, b_[code.code], code.map);
        }
    }

    // Claims.

    /// `names` as this table spells the fields, in their order.
    void attribution_of(attribution& said, toml::table const& t, std::span<std::string const> names) {
        std::size_t i = 0;
        attribution::fields([&](std::string_view, auto member, presence = optional) {
            auto const& name = names[i++];
            if (auto const v = t.get(name)) this->value(said.*member, *v, name);
        });
    }
    void read_defaults() {
        for (file_ = 0; file_ != files_.size(); ++file_) {
            auto& d = defaults_[file_];
            if (!d.table) continue;
            key_ = "defaults";
            auto const names = field_names<attribution>();
            unknown_fields(*d.table, names, "[defaults]");
            attribution_of(d.said, *d.table, names);
        }
    }
    template <class Relation>
    void claim_of(item const& i) {
        if constexpr (claim_relation<Relation>) {
            enter(i, "id");
            auto const& t = *i.table;
            if (key_.empty()) key_ = t["subject"].value_or(std::string{});
            auto const& names = fields_[kinds::size + i.number];
            unknown_fields(t, names, "[[" + std::string{Relation::name} + "]]");
            claim_text c{};
            if (auto const n = t.get("id")) c.key = string(*n, "id").value_or("");
            if (auto const n = t.get("stance")) value(c.stance, *n, "stance");
            if (auto const n = t.get("note")) c.note = string(*n, "note").value_or("");
            auto said = defaults_[file_].said;
            attribution_of(said, t, std::span{names}.last(attribution_names_));  // the last of claim_fields
            typename Relation::payload carries;
            row(carries, t);
            auto const subject = end<typename Relation::subject>(t, "subject");
            auto const object = end<typename Relation::object>(t, "object");
            if (subject && object) b_.claim<Relation>(*subject, *object, said, c, carries);
        }
    }
    template <class Kind>
    std::optional<id<Kind>> end(toml::table const& t, std::string_view field) {
        auto const n = t.get(field);
        if (!n) return refuse(t, "has no " + in_quotes(field) + "; expected the key of " + kinds_in_words(kinds_of<Kind>::bits)), std::nullopt;
        auto const s = string(*n, field, "a key");
        return s ? named<Kind>(*s, kinds_of<Kind>::bits, *n, field) : std::nullopt;
    }

    std::vector<toml_file> const& files_;
    std::deque<toml::table> tables_;                      ///< of each file; the items point into them
    std::vector<source_text> texts_;                      ///< of each file
    std::vector<file_defaults> defaults_;                 ///< of each file
    std::vector<item> entities_, claims_;
    std::size_t const attribution_names_ = field_names<attribution>().size();
    std::vector<std::vector<std::string>> fields_;        ///< of each kind, then of each relation: the names that its tables take
    builder b_;
    key_index keys_;
    toml::table const* base_ = nullptr;
    std::string first_base_;
    bool base_unread_ = false;                            ///< [base] may stand in what could not be read
    std::uint32_t file_ = 0;                              ///< where the reader is, for its messages
    std::string key_;                                     ///< the entity or claim it reads
};

}  // namespace detail

/// The knowledge base of some files of TOML, or all that is wrong with them, in the order of files, lines and columns.
///
/// The first syntax error of each file and all errors of meaning of all files come at once. Linear but for sorting.
inline expected<storage, std::vector<problem>> read_toml(std::vector<toml_file> const& files) {
    return detail::toml_reader{files}.read({});
}

/// The knowledge base of every *.toml file of a folder, or of one file; files that cannot be read are problems too.
inline expected<storage, std::vector<problem>> read_toml_folder(std::string const& path) {
    auto const loaded = load_toml_files(path);
    if (loaded.files.empty() && !loaded.problems.empty()) return unexpected{loaded.problems};
    return detail::toml_reader{loaded.files}.read(loaded.problems);
}

}  // namespace treatise
