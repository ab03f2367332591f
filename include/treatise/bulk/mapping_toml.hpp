// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/fields.hpp>
#include <treatise/bulk/mapping.hpp>
#include <treatise/graph/source_text.hpp>
#include <treatise/model/seen_text.hpp>
#include <treatise/toml/files.hpp>
#include <treatise/toml/nesting.hpp>
#include <treatise/toml/parser.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// A mapping file:
//
// only = true                      # leave the built-in rules out
// [dataset]                        # what to say of the data: key, name, version, licence ...
// [columns]                        # of tables: subject = ["x_source", "x_id"], predicate = {value = "treats"}, qualifiers ...
// [[category]]                     # names = [...], kind = "therapy", also = ["outcome"], prefix, and fields of the kind
// [[predicate]]                    # names = [...], relation = "used_for", reverse, stance, place, subject and object: kinds of
//                                  # ends that no file declares, and fields of the relation
namespace treatise::inline v0_3 {

namespace bulk_detail {

/// Reads a mapping file over the rules that stand ready: a rule for a name replaces those for it.
class mapping_reader {
public:
    expected<mapping_rules, std::vector<problem>> read(toml_file const& file, mapping_rules ready) {
        name_ = file.name;
        made_ = std::move(ready);
        source_text const text{file.text};
        if (auto const beyond = beyond_nesting(text.text())) {
            refuse(toml::source_position{beyond->line, 1}, {}, beyond->what);
            return unexpected{std::move(problems_)};
        }
        auto const parsed = toml::parse(text.text(), std::string_view{});
        if (!parsed)
            refuse(parsed.error().source().begin, {}, "is no TOML: " + std::string{parsed.error().description()});
        else
            all(parsed.table());
        std::sort(problems_.begin(), problems_.end(), [](problem const& a, problem const& b) {
            return std::tie(a.where.line, a.where.column, a.what) < std::tie(b.where.line, b.where.column, b.what);
        });
        if (!problems_.empty()) return unexpected{std::move(problems_)};
        return std::move(made_);
    }

private:
    void refuse(toml::source_position p, std::string key, std::string what) {
        problems_.push_back({{name_, p.line, p.column}, std::move(key), std::move(what)});
    }
    void refuse(toml::node const& n, std::string key, std::string what) {
        refuse(n.source().begin, std::move(key), std::move(what));
    }
    template <class Names>
    void unknown(toml::key const& k, Names const& valid) {
        refuse(k.source().begin, {}, "unknown field " + in_quotes(k.str()) + nearest_or_all(k.str(), valid));
    }
    bool string(toml::node const& n, std::string_view field, std::string& to) {
        auto const s = n.as_string();
        if (!s) return refuse(n, {}, in_quotes(field) + " is no string; expected one"), false;
        to = s->get();
        if (auto const c = unseen_in(to)) return refuse(n, std::string{field}, in_words(*c)), false;
        return true;
    }
    void strings(toml::node const& n, std::string_view field, auto&& f) {
        std::string one;
        if (auto const array = n.as_array())
            for (auto&& element : *array) {
                if (string(element, field, one)) f(element, one);
            }
        else if (string(n, field, one))
            f(n, one);
    }
    bool flag(toml::node const& n, std::string_view field) {
        if (auto const b = n.as_boolean()) return b->get();
        refuse(n, {}, in_quotes(field) + " is neither true nor false");
        return false;
    }
    template <class Names>
    static std::uint32_t position(Names const& names, std::string_view name) {
        return static_cast<std::uint32_t>(std::find(names.begin(), names.end(), name) - names.begin());
    }

    void all(toml::table const& t) {
        constexpr std::string_view valid[] = {"only", "dataset", "columns", "category", "predicate"};
        if (auto const n = t.get("only"); n && flag(*n, "only")) made_.categories.clear(), made_.predicates.clear();
        for (auto&& [k, n] : t) {
            if (k.str() == "dataset" && n.is_table())
                dataset_of(*n.as_table());
            else if (k.str() == "columns" && n.is_table())
                columns_of(*n.as_table());
            else if (k.str() == "category" && n.is_array_of_tables())
                for (auto&& one : *n.as_array()) category(*one.as_table());
            else if (k.str() == "predicate" && n.is_array_of_tables())
                for (auto&& one : *n.as_array()) predicate(*one.as_table());
            else if (std::find(std::begin(valid), std::end(valid), k.str()) == std::end(valid))
                unknown(k, valid);
            else if (k.str() != "only")
                refuse(n, {},
                    in_quotes(k.str()) + (k.str() == "dataset" || k.str() == "columns"
                                                 ? " is no table; expected [" + std::string{k.str()} + ']'
                                                 : " is no list of tables; expected [[" + std::string{k.str()} + "]]"));
        }
        made_.categories.insert(made_.categories.begin(), categories_.begin(), categories_.end());
        made_.predicates.insert(made_.predicates.begin(), predicates_.begin(), predicates_.end());
    }
    void dataset_of(toml::table const& t) {
        auto& d = made_.from;
        std::pair<std::string_view, std::string*> const fields[] = {{"key", &d.key}, {"name", &d.name}, {"version", &d.version},
            {"authors", &d.authors}, {"published", &d.published}, {"licence", &d.licence}, {"doi", &d.doi}, {"url", &d.url},
            {"editors", &d.editors}, {"notice", &d.notice}};
        std::vector<std::string_view> valid;
        for (auto const& [name, to] : fields) valid.push_back(name);
        for (auto&& [k, n] : t) {
            auto const i = position(valid, k.str());
            if (i == valid.size())
                unknown(k, valid);
            else if (string(n, k.str(), *fields[i].second) && k.str() == "key" && !is_key(d.key))
                refuse(n, "key", "is no key; expected lower-case letters and digits in parts joined by -, a letter first");
            else if (k.str() == "published")
                if (auto const read = date_from(d.published); !read) refuse(n, "published", read.error());
        }
    }
    void columns_of(toml::table const& t) {
        auto& c = made_.columns;
        for (auto&& [k, n] : t) {
            std::vector<std::string_view> valid{"qualifiers", "list_separator"};
            table_role* role = nullptr;
            table_roles::each(c, [&](std::string_view name, table_role& of) {
                valid.push_back(name);
                if (name == k.str()) role = &of;
            });
            auto* const columns = role ? &role->columns : k.str() == "qualifiers" ? &c.qualifiers : nullptr;
            auto const* fixed = role && n.is_table() ? n.as_table()->get("value") : nullptr;
            if (k.str() == "list_separator") {
                if (string(n, "list_separator", c.list_separator) && c.list_separator.size() != 1)
                    refuse(n, "list_separator", "is " + in_quotes(c.list_separator) + "; expected one character");
            } else if (fixed && n.as_table()->size() == 1) {
                string(*fixed, "value", role->constant);
            } else if (n.is_table()) {
                refuse(n, std::string{k.str()}, "is a table; expected a column, a list of columns, or {value = \"...\"}");
            } else if (columns) {
                columns->clear();
                strings(n, k.str(), [&](toml::node const&, std::string const& s) { columns->push_back(s); });
            } else {
                unknown(k, valid);
            }
        }
    }
    /// The kind of that name; what is wrong is reported.
    std::uint32_t kind_named(toml::node const& n, std::string_view field) {
        std::string word;
        if (!string(n, field, word)) return kinds::size;
        auto const kind = position(kind_names, word);
        if (kind == kinds::size)
            refuse(n, std::string{field}, "is unknown: " + in_quotes(word) + nearest_or_all(word, kind_names));
        return kind;
    }
    /// The names of a rule; those before it for the same names no longer count.
    std::vector<std::string> names(toml::table const& t, std::string_view of) {
        std::vector<std::string> found;
        if (auto const n = t.get("names"))
            strings(*n, "names", [&](toml::node const&, std::string const& s) { found.push_back(s); });
        if (found.empty())
            refuse(t, {}, "[[" + std::string{of} + "]] has no `names`; expected the " + std::string{of} + " as files write it");
        return found;
    }
    template <class Rules>
    static void forget(Rules& rules, std::vector<std::string> const& names) {
        for (auto& r : rules)
            std::erase_if(r.names, [&](auto const& n) { return std::find(names.begin(), names.end(), n) != names.end(); });
        std::erase_if(rules, [](auto const& r) { return r.names.empty(); });
    }
    void category(toml::table const& t) {
        category_rule made{names(t, "category")};
        auto const kind = t.get("kind");
        if (!kind)
            refuse(t, {}, "[[category]] has no `kind`; expected one of " + in_words(kind_names) + ", or \"none\"");
        else if (kind->value<std::string_view>() != "none")
            made.kind = kind_named(*kind, "kind");
        if (auto const n = t.get("also"))
            strings(*n, "also", [&](toml::node const& at, std::string const&) {
                if (auto const also = kind_named(at, "also"); also != kinds::size) made.also |= std::uint32_t{1} << also;
            });
        for (auto&& [k, n] : t)
            if (k.str() == "prefix")
                string(n, "prefix", made.prefix);
            else if (k.str() != "names" && k.str() != "kind" && k.str() != "also")
                details(made, k, n);
        forget(made_.categories, made.names);
        categories_.push_back(std::move(made));
    }
    /// A field of the kind, or of one that a node may be besides.
    void details(category_rule& made, toml::key const& k, toml::node const& n) {
        auto const words = in_words_of(n, k.str());
        std::string wrong = "is unknown; expected a field of the kind, or of one in `also`";
        with_bits(made.also | (made.kind == kinds::size ? 0 : std::uint32_t{1} << made.kind), [&]<class K>() {
            typename K::details row{};
            if (has_field<typename K::details>(k.str())) wrong = field_from(b_, row, k.str(), words);
        });
        if (!wrong.empty()) refuse(n, std::string{k.str()}, wrong);
        made.details.emplace_back(k.str(), words);
    }
    static void with_bits(std::uint32_t bits, auto&& f) {
        for (std::uint32_t kind = 0; kind != kinds::size; ++kind)
            if (bits >> kind & 1u) with_type(kinds{}, kind, f);
    }
    template <class Row>
    static bool has_field(std::string_view name) {
        bool has = false;
        Row::fields([&](std::string_view n, auto, presence = optional) { has = has || n == name; });
        return has;
    }
    std::string in_words_of(toml::node const& n, std::string_view field) {
        if (auto const b = n.as_boolean()) return b->get() ? "true" : "false";
        if (auto const i = n.as_integer()) return std::to_string(i->get());
        std::string s;
        string(n, field, s);
        return s;
    }
    void predicate(toml::table const& t) {
        predicate_rule made{names(t, "predicate")};
        auto const relation = t.get("relation");
        std::string word;
        if (!relation)
            refuse(t, {}, "[[predicate]] has no `relation`; expected one of " + in_words(relation_names) + ", or \"none\"");
        else if (string(*relation, "relation", word) && word != "none") {
            made.relation = position(relation_names, word);
            if (made.relation == relations::size)
                refuse(*relation, "relation", "is unknown: " + in_quotes(word) + nearest_or_all(word, relation_names));
        }
        for (auto&& [k, n] : t) {
            if (k.str() == "names" || k.str() == "relation") continue;
            if (k.str() == "subject" || k.str() == "object")
                (k.str() == "subject" ? made.subject : made.object) = kind_named(n, k.str());
            else if (k.str() == "reverse")
                made.reverse = flag(n, "reverse");
            else if (k.str() == "place")
                string(n, "place", made.place);
            else if (k.str() == "stance") {
                if (!string(n, "stance", word)) continue;
                if (auto const s = enum_from<treatise::stance>(word))
                    made.stance = *s;
                else
                    refuse(n, "stance", s.error());
            } else if (made.relation != relations::size) {
                auto const words = in_words_of(n, k.str());
                std::string wrong;
                with_type(relations{}, made.relation, [&]<class R>() {
                    typename R::payload row{};
                    wrong = field_from(b_, row, k.str(), words);
                });
                if (!wrong.empty()) refuse(n, std::string{k.str()}, wrong);
                made.carries.emplace_back(k.str(), words);
            }
        }
        forget(made_.predicates, made.names);
        predicates_.push_back(std::move(made));
    }

    std::string name_{};
    mapping_rules made_{};
    std::vector<category_rule> categories_{};
    std::vector<predicate_rule> predicates_{};
    std::vector<problem> problems_{};
    builder b_{};  ///< takes the values while they are tried
};

}  // namespace bulk_detail

/// The rules of a mapping file over those that stand ready, or all that is wrong with it.
inline expected<mapping_rules, std::vector<problem>> read_mapping(toml_file const& file, mapping_rules ready) {
    return bulk_detail::mapping_reader{}.read(file, std::move(ready));
}

}  // namespace treatise::inline v0_3
