// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/freeze.hpp>
#include <treatise/toml/detail/values.hpp>
#include <treatise/toml/files.hpp>
#include <treatise/toml/format.hpp>
#include <treatise/toml/nesting.hpp>
#include <treatise/toml/read.hpp>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace toml_detail {

/// Reads the tables of TOML files into a builder: all entities first, then what they name, then the claims.
class toml_reader : toml_values {
public:
    toml_reader() { list_fields(); }
    explicit toml_reader(knowledge_base const& below) : toml_values{below}, is_overlay_{true} { list_fields(); }

    /// Reads into the builder that it returns. `so_far`: what is wrong with files that are not among these.
    builder& read(std::span<toml_file const> files, std::span<problem const> so_far) {
        for (auto const& p : so_far) b_.report(p.where, p.key, p.what);
        if (!so_far.empty()) keys_.incomplete(), base_unread_ = true;
        for (auto const& f : files) parse(f);
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
        for (auto const& i : additions_) addition_of(i);
        for (auto const& i : withdrawals_) withdrawal_of(i);
        if (!base_ && base_unread_) b_.base({not_stated, not_stated, not_stated, not_stated, not_stated, date::unstated()});
        return b_;
    }
    /// What a builder was made into, its problems in the order of files, lines and columns.
    static expected<storage, std::vector<problem>> in_order(expected<storage, std::vector<problem>> made) {
        if (!made)
            std::sort(made.error().begin(), made.error().end(), [](problem const& p, problem const& q) {
                auto const &x = p.where, &y = q.where;
                return std::tie(x.file, x.line, x.column, p.key, p.what) < std::tie(y.file, y.line, y.column, q.key, q.what);
            });
        return made;
    }

private:
    void list_fields() {
        each(kinds{}, [this]<class K>() { fields_.push_back(entity_fields<K>()); });
        each(relations{}, [this]<class R>() { this->add_claim_fields<R>(); });
    }

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
        if constexpr (claim_relation<Relation>)
            fields_.push_back(claim_fields<Relation>());
        else
            fields_.emplace_back();
    }
    /// `takes_attributes`: a table of no known name holds attributes.
    void unknown_fields(
        toml::table const& t, std::vector<std::string> const& valid, std::string const& of, bool takes_attributes = false) {
        for (auto&& [k, n] : t)
            if (std::find(valid.begin(), valid.end(), k.str()) == valid.end() && !(takes_attributes && n.is_table()))
                refuse(k.source().begin, "unknown field " + in_quotes(k.str()) + " of " + of + nearest_or_all(k.str(), valid));
    }
    static std::string in_brackets(std::string_view name) { return "[[" + std::string{name} + "]]"; }

    // Files.

    void parse(toml_file const& f) {
        file_ = static_cast<std::uint32_t>(files_.size());
        key_.clear();
        auto const& text = files_.emplace_back(source_file{f.name, source_text{f.text}}).text;
        auto& file = tables_.emplace_back();
        defaults_.emplace_back();
        if (auto const p = text.not_utf8()) {
            refuse(toml::source_position{p->line, p->column}, "is no UTF-8; expected the file to be saved as UTF-8");
            return unread(text);
        }
        if (auto const beyond = beyond_nesting(text.text())) {
            refuse(toml::source_position{beyond->line, 1}, beyond->what);
            return unread(text);
        }
        auto parsed = toml::parse(text.text(), std::string_view{});
        if (!parsed) {
            refuse(parsed.error().source().begin, "is no TOML: " + std::string{parsed.error().description()});
            return unread(text);
        }
        file = std::move(parsed).table();
        for (auto&& [k, n] : file) top(k, n);
    }
    /// Keeps the keys of a file that is no TOML, so that other files may name them without a message.
    void unread(source_text const& text) {
        for (auto line : text.lines()) {
            line.remove_prefix((std::min)(line.size(), line.find_first_not_of(" \t")));
            if (line.starts_with("[base]") || line.starts_with("[overlay]")) base_unread_ = true;
            if (!line.starts_with("key")) continue;
            auto const first = line.find('"'), last = line.find('"', first + 1);
            if (first != line.npos && last != line.npos) keys_.unread(line.substr(first + 1, last - first - 1));
        }
    }
    void top(toml::key const& k, toml::node const& n) {
        auto const name = k.str();
        auto const kind = position(kind_names, name), relation = position(relation_names, name);
        key_.clear();
        if (name == (is_overlay_ ? "base" : "overlay") || (!is_overlay_ && (name == "addition" || name == "withdrawal"))) {
            refuse(k.source().begin, is_overlay_
                                         ? "[base] is of a base; expected [overlay], which says whose these files are"
                                         : in_quotes(name) + " is of files that are laid on top of a base: --overlay PATH");
        } else if (name == "base" || name == "overlay" || name == "defaults") {
            auto const t = n.as_table();
            if (!t)
                wrong_type(n, name, "one table, [" + std::string{name} + ']');
            else if (name != "defaults")
                base_of(*t, name);
            else
                defaults_[file_].table = t;
        } else if (kind != kinds::size) {
            tables_of(n, name, kind, entities_);
        } else if (name == "addition") {
            tables_of(n, name, 0, additions_);
        } else if (name == "withdrawal") {
            tables_of(n, name, 0, withdrawals_);
        } else if (relation == relations::size) {
            refuse(k.source().begin, "unknown table " + in_quotes(name) + nearest_or_all(name, table_names(is_overlay_)));
        } else if (relation < structure::size) {
            refuse(k.source().begin, in_quotes(name) + " is structure; expected it as a field of the entity that it starts from");
        } else {
            tables_of(n, name, relation, claims_);
        }
    }
    template <class Names>
    static std::uint32_t position(Names const& names, std::string_view name) {
        return static_cast<std::uint32_t>(std::find(names.begin(), names.end(), name) - names.begin());
    }
    void tables_of(toml::node const& n, std::string_view name, std::uint32_t number, std::vector<item>& to) {
        auto const array = n.as_array();
        auto const expected = "; expected tables, " + in_brackets(name);
        if (!array) return refuse(n, in_quotes(name) + " is " + type_in_words(n) + expected);
        for (auto&& element : *array) {
            if (auto const t = element.as_table())
                to.push_back({t, file_, number});
            else
                refuse(element, in_quotes(name) + " holds " + type_in_words(element) + expected);
        }
    }
    void base_of(toml::table const& t, std::string_view name) {
        key_ = name;
        auto const where = at(t.source().begin);
        auto const table = '[' + std::string{name} + ']';
        if (base_) return refuse(t, table + " stands twice; first at " + to_string(*base_) + "; expected it in one file");
        base_ = where;
        unknown_fields(t, field_names<base_row>(), table);
        base_row said;
        row(said, t);
        if (auto const n = t.get("key"); n && n->is_string() && !is_key(n->as_string()->get()))
            refuse(*n, "key", "is no key; expected lower-case letters and digits in parts joined by -, a letter first");
        b_.at(where);
        b_.base(said);
    }

    // Entities: first all of them, so that a file may name what stands later; then what each says.

    /// Sets where messages of the reader and of the builder point to.
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
        auto const& t = *i.table;
        auto const key = t.get("key");
        if (!key) return refuse(t, in_brackets(Kind::name) + " has no `key`");
        auto const s = string(*key, "key");
        if (!s) return;
        entity_text e{*s, {}, {}, {}};
        if (auto const n = t.get("name")) {
            e.name = string(*n, "name").value_or(not_stated_words);
            if (e.name.find_first_of("\r\n") != e.name.npos) refuse(*n, "name", "has a line break; expected one line");
        }
        if (auto const n = t.get("description")) e.description = string(*n, "description").value_or("");
        if (auto const n = t.get("synonyms"))
            strings(*n, "synonyms", [&](std::string_view synonym, toml::node const&) { e.synonyms.push_back(synonym); });
        i.entity = b_.add<Kind>(e);
        keys_.add(i.entity);
    }
    template <class Kind>
    void entity_of(item const& i) {
        enter(i, "key");
        unknown_fields(*i.table, fields_[i.number], in_brackets(Kind::name), true);
        typename Kind::details details;
        row(details, *i.table);
        if (!i.entity) return;
        b_.details(id<Kind>::from_number(i.entity.value)) = details;
        each(structure{}, [&]<class R>() { this->structure_of<Kind, R>(i); });
        if (auto const n = i.table->get("codes")) codes_of(i.entity, *n);
        attributes(*i.table, fields_[i.number],
            [&](std::string_view name, std::string_view value) { b_.attribute(i.entity, name, value); });
    }
    template <class Kind, class Relation>
    void structure_of(item const& i) {
        if constexpr (has_structure<Kind, Relation>) {
            auto const n = i.table->get(Relation::name);
            if (!n) return;
            auto const bits = Relation::same_kind ? kinds_of<Kind>::bits : kinds_of<typename Relation::object>::bits;
            strings(*n, Relation::name, [&](std::string_view s, toml::node const& element) {
                auto const object = this->named<typename Relation::object>(s, bits, element, Relation::name);
                b_.at(this->at(element.source().begin));
                if (object) b_.relate<Relation>(id<typename Relation::subject>::from_number(i.entity.value), *object);
            });
        }
    }
    void codes_of(id<entity> of, toml::node const& n) {
        std::string const form = "a table, { system = ..., code = ..., map = ... }";
        auto const array = n.as_array();
        if (!array) return wrong_type(n, "codes", "an array of tables; each is " + form);
        for (auto&& element : *array) {
            auto const t = element.as_table();
            if (!t) {
                wrong_type(element, "codes", form);
                continue;
            }
            unknown_fields(*t, code_fields(), "a code");
            code_row code;
            row(code, *t);
            b_.at(at(t->source().begin));
            if (!t->contains("system") || names_known(*t, "system", kinds_of<code_system>::bits))
                b_.code(of, code.system, b_[code.code], code.map);
        }
    }

    // Claims.

    void read_defaults() {
        auto const names = field_names<attribution>();
        for (file_ = 0; file_ != files_.size(); ++file_) {
            auto& d = defaults_[file_];
            if (!d.table) continue;
            key_ = "defaults";
            unknown_fields(*d.table, names, "[defaults]");
            attribution_of(d.said, *d.table, names);
        }
    }
    /// `names` as this table spells the fields, in their order.
    void attribution_of(attribution& said, toml::table const& t, std::span<std::string const> names) {
        std::size_t i = 0;
        attribution::fields([&](std::string_view, auto member, presence = optional) {
            auto const& name = names[i++];
            if (auto const n = t.get(name)) this->value(said.*member, *n, name);
        });
    }
    template <class Relation>
    void claim_of(item const& i) {
        if constexpr (claim_relation<Relation>) {
            enter(i, "id");
            auto const& t = *i.table;
            if (key_.empty()) key_ = t["subject"].value_or(std::string{});
            std::span<std::string const> const names = fields_[kinds::size + i.number];
            unknown_fields(t, fields_[kinds::size + i.number], in_brackets(Relation::name), true);
            claim_text c{};
            if (auto const n = t.get("id")) c.key = string(*n, "id").value_or("");
            if (auto const n = t.get("stance")) value(c.stance, *n, "stance");
            if (auto const n = t.get("note")) c.note = string(*n, "note").value_or("");
            auto said = defaults_[file_].said;
            attribution_of(said, t, names.last(attribution_count_));
            typename Relation::payload carries;
            row(carries, t);
            auto const subject = end<typename Relation::subject>(t, "subject");
            auto const object = end<typename Relation::object>(t, "object");
            if (!subject || !object) return;
            auto const made = b_.claim<Relation>(*subject, *object, said, c, carries);
            attributes(t, fields_[kinds::size + i.number],
                [&](std::string_view name, std::string_view value) { b_.attribute(made, name, value); });
        }
    }
    template <class Kind>
    std::optional<id<Kind>> end(toml::table const& t, std::string_view field) {
        auto const bits = kinds_of<Kind>::bits;
        auto const n = t.get(field);
        if (!n) refuse(t, "has no " + in_quotes(field) + "; expected the key of " + kinds_in_words(bits));
        auto const s = n ? string(*n, field, "a key") : std::nullopt;
        return s ? named<Kind>(*s, bits, *n, field) : std::nullopt;
    }

    // What files on top of a base do to it.

    void addition_of(item const& i) {
        auto const& t = *i.table;
        bool const of_claim = t.contains("claim");
        enter(i, of_claim ? "claim" : "entity");
        unknown_fields(t, addition_fields(), "[[addition]]", true);
        if (of_claim == t.contains("entity"))
            return refuse(t, "[[addition]] has " +
                                 std::string{of_claim ? "an `entity` and a `claim`" : "neither `entity` nor `claim`"} +
                                 "; expected one: the key of an entity or the id of a claim of the base");
        if (of_claim) {
            auto const claim = string(*t.get("claim"), "claim", "the id of a claim");
            if (auto const n = t.get("synonyms")) refuse(*n, "`synonyms` are of an entity; a claim has none");
            if (claim)
                attributes(t, addition_fields(),
                    [&](std::string_view name, std::string_view value) { b_.attribute_claim(*claim, name, value); });
            return;
        }
        auto const key = string(*t.get("entity"), "entity", "a key");
        auto const e = key ? named<entity>(*key, kinds_of<entity>::bits, *t.get("entity"), "entity") : std::nullopt;
        if (!e) return;
        std::vector<std::string_view> names;
        if (auto const n = t.get("synonyms"))
            strings(*n, "synonyms", [&](std::string_view name, toml::node const&) { names.push_back(name); });
        b_.add_names(*e, names);  // also without a name: it says whether the entity is the base's
        attributes(t, addition_fields(), [&](std::string_view name, std::string_view value) { b_.attribute(*e, name, value); });
    }
    void withdrawal_of(item const& i) {
        auto const& t = *i.table;
        enter(i, "claim");
        unknown_fields(t, withdrawal_fields(), "[[withdrawal]]");
        auto const n = t.get("claim");
        if (!n) return refuse(t, "[[withdrawal]] has no `claim`; expected the id of a claim of the base");
        date on;
        text reason;
        if (auto const d = t.get("date")) value(on, *d, "date");
        if (auto const r = t.get("reason")) value(reason, *r, "reason");
        if (auto const claim = string(*n, "claim", "the id of a claim")) b_.withdraw(*claim, on, b_[reason]);
    }

    bool is_overlay_ = false;
    std::vector<item> additions_{}, withdrawals_{};
    std::deque<toml::table> tables_{};                ///< of each file; the items point into them
    std::vector<file_defaults> defaults_{};           ///< of each file
    std::vector<item> entities_{}, claims_{};
    std::vector<std::vector<std::string>> fields_{};  ///< the names that tables take: of each kind, then of each relation
    std::size_t const attribution_count_ = field_names<attribution>().size();
    std::optional<location> base_{};                  ///< where [base] stands
    bool base_unread_ = false;                      ///< it may stand in what could not be read
};

}  // namespace toml_detail

TREATISE_INLINE expected<storage, std::vector<problem>> read_toml(std::vector<toml_file> const& files) {
    toml_detail::toml_reader reader;
    return reader.in_order(freeze(reader.read(files, {})));
}

TREATISE_INLINE expected<storage, std::vector<problem>> read_toml_folder(std::string const& path) {
    auto const loaded = load_toml_files(path);
    if (loaded.files.empty() && !loaded.problems.empty()) return unexpected{loaded.problems};
    toml_detail::toml_reader reader;
    return reader.in_order(freeze(reader.read(loaded.files, loaded.problems)));
}

}  // namespace treatise::inline v0_3
