// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/attributes.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/detail/size_check.hpp>
#include <treatise/graph/draft.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace graph_detail {

/// What is refused of a draft before anything is numbered; each member adds the problems of one rule.
class draft_checks {
public:
    explicit draft_checks(draft const& of) : d{of}, found_{of.problems} {}

    [[nodiscard]] std::vector<problem> run() {
        if (auto beyond = too_large(size_of(d)); !beyond.empty()) refuse(d.base_where, std::string_view{}, std::move(beyond));
        base();
        entities();
        codes();
        attributes();
        for (std::uint32_t r = 0; r != relations::size; ++r) edges(r);
        claim_keys();
        parts();
        hierarchy();
        rows();
        return std::move(found_);
    }

private:
    draft const& d;
    std::vector<problem> found_;

    void refuse(draft_place p, std::string_view key, std::string what) {
        found_.push_back({d.located(p), std::string{key}, std::move(what)});
    }
    void refuse(draft_place p, text key, std::string what) { refuse(p, d.texts[key], std::move(what)); }
    static std::string quoted(std::string_view s) { return '`' + std::string{s} + '`'; }
    std::string entity_name(id<entity> e) const { return quoted(d.key(e)) + ", " + with_article(kind_names[d.kind(e)]); }
    /// "; first at causes.toml:12:1", where that is known.
    std::string first_at(draft_place p) const {
        auto const where = to_string(d.located(p));
        return where.empty() ? "" : "; first at " + where;
    }
    bool exists(id<entity> e) const { return e.value < d.entity_count(); }

    /// Reports absent required fields, ids of the wrong kind and levels that their scheme has no word for.
    template <class Row>
    void fields(Row const& row, draft_place where, std::string_view key) {
        Row::fields([&](std::string_view name, auto member, presence p = optional) {
            auto const& value = row.*member;
            using type = std::remove_cvref_t<decltype(value)>;
            if (p == required && is_absent(value))
                refuse(where, key, "has no " + quoted(name) + "; expected a value, or \"not stated\"");
            if constexpr (is_id<type>) entity_of_kind(value, name, where, key);
            if constexpr (is_level<type>) level_of_scheme(row, value, name, where, key);
            if constexpr (is_list<type>) {
                if constexpr (is_id<typename list_element<type>::type>) entities_of_kind(d.texts[value], name, where, key);
            }
        });
    }
    template <class Kind>
    void entities_of_kind(std::vector<id<Kind>> list, std::string_view name, draft_place where, std::string_view key) {
        for (auto e : list) {
            if (!e) refuse(where, key, quoted(name) + " names no entity");
            entity_of_kind(e, name, where, key);
        }
        std::sort(list.begin(), list.end());
        if (auto const twice = std::adjacent_find(list.begin(), list.end());
            twice != list.end() && exists(id<entity>::from_number(twice->value)))
            refuse(where, key, quoted(name) + " names " + quoted(d.key(id<entity>::from_number(twice->value))) + " twice");
    }
    template <class Kind>
    void entity_of_kind(id<Kind> e, std::string_view name, draft_place where, std::string_view key) {
        if (!e) return;
        if (!exists(id<entity>::from_number(e.value)))
            refuse(where, key, quoted(name) + " names no entity");
        else if (auto const k = d.kind(id<entity>::from_number(e.value)); !(kinds_of<Kind>::bits >> k & 1u))
            refuse(where, key,
                quoted(name) + " is " + entity_name(id<entity>::from_number(e.value)) + "; expected " +
                    kinds_in_words(kinds_of<Kind>::bits));
    }
    template <class Row, class Level>
    void level_of_scheme(Row const& row, Level value, std::string_view name, draft_place where, std::string_view key) {
        if (!value || value.value == unstated_level) return;
        if (!row.scheme || !exists(row.scheme) || d.kind(row.scheme) != kind_number<scheme>)
            refuse(where, key, quoted(name) + " needs the `scheme` whose word it is");
        else if (value.value > (d.details(row.scheme).*level_words<Level>).size())
            refuse(where, key, quoted(name) + " is no word of the scheme " + quoted(d.key(row.scheme)));
    }

    void base() {
        if (d.is_overlay) return;
        if (!d.base.key)
            refuse(d.base_where, std::string_view{},
                "no [base] says which knowledge base this is; expected key, name, version, editors, notice and released");
        else
            fields(d.base, d.base_where, d.texts[d.base.key]);
    }

    void entities() {
        std::unordered_map<std::uint32_t, draft_place> seen;
        for (auto const& e : d.entities) {
            auto const key = d.texts[e.key];
            if (!is_key(key))
                refuse(e.where, e.key, "is no key; expected lower-case letters and digits in parts joined by -, a letter first");
            if (auto const [at, added] = seen.try_emplace(e.key.value, e.where); !added)
                refuse(e.where, e.key, "is a key twice" + first_at(at->second) + "; a key is used once over all kinds");
            if (!e.name) refuse(e.where, e.key, "has no `name`");
            if (e.kind == kind_number<source>) {
                auto const& of = d.rows<source>()[e.of_kind];
                if (of.interest && of.interest_status == interest_status::declared_none)
                    refuse(e.where, e.key, "has an `interest` and says that none was declared");
            }
            with_type(kinds{}, e.kind, [&]<class K>() { this->details<K>(e); });
        }
    }

    template <class Kind>
    void details(draft_entity const& e) {
        if constexpr (kind_with_details<Kind>) fields(d.rows<Kind>()[e.of_kind], e.where, d.texts[e.key]);
    }

    void codes() {
        for (auto const& c : d.codes) {
            if (!exists(c.of)) {
                refuse(c.where, c.row.code, "is a code of no entity");
                continue;
            }
            auto const key = d.key(c.of);
            fields(c.row, c.where, key);
            if (exists(c.row.system) && d.kind(c.row.system) == kind_number<code_system> && !d.details(c.row.system).may_ship)
                refuse(
                    c.where, key, "has a code of " + quoted(d.key(c.row.system)) + ", whose licence does not allow to ship it");
        }
    }

    /// "acme.tier": two parts of letters, digits, - and _, and the first is not ours.
    static bool is_attribute_name(std::string_view name) {
        auto const dot = name.find('.');
        if (dot == name.npos || name.substr(0, dot) == "treatise") return false;
        auto const is_part = [](std::string_view s) {
            return !s.empty() && s[0] >= 'a' && s[0] <= 'z' &&
                   s.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_") == s.npos;
        };
        return is_part(name.substr(0, dot)) && is_part(name.substr(dot + 1));
    }
    std::string_view key_of(draft_attribute const& a) const {
        if (a.of) return exists(a.of) ? d.key(a.of) : std::string_view{};
        if (a.claim_key) return d.texts[a.claim_key];
        return key_of(d.edges[a.claim.relation][a.claim.of_relation]);
    }
    void attributes() {
        for (auto const& a : d.attributes) {
            auto const name = d.texts[a.name];
            if (a.of && !exists(a.of)) {
                refuse(a.where, a.name, "is an attribute of no entity");
                continue;
            }
            bool const is_ours = name == withdrawn_by_attribute && !d.layers.empty();
            if (!is_attribute_name(name) && !is_ours)
                refuse(a.where, key_of(a),
                    "has the attribute " + quoted(name) +
                        "; expected a name in two parts of a to z, 0 to 9, - and _, yours before the dot, such as `acme.tier`");
            if (!a.value) refuse(a.where, key_of(a), "has the attribute " + quoted(name) + " without a value");
        }
        attributes_twice();
    }
    /// By number, and sorted: graphs of others give every claim several.
    void attributes_twice() {
        auto const told = [&](std::uint32_t i) {
            auto const& a = d.attributes[i];
            return std::tuple{a.claim.relation, a.claim.of_relation, a.claim_key.value, a.of.value, a.name.value};
        };
        std::vector<std::uint32_t> all(d.attributes.size());
        for (std::uint32_t i = 0; i != all.size(); ++i) all[i] = i;
        std::sort(all.begin(), all.end(), [&](auto x, auto y) { return told(x) != told(y) ? told(x) < told(y) : x < y; });
        for (std::size_t i = 1; i < all.size(); ++i)
            if (auto const& a = d.attributes[all[i]]; told(all[i - 1]) == told(all[i]) && (!a.of || exists(a.of)))
                refuse(a.where, key_of(a), "has the attribute " + quoted(d.texts[a.name]) + " twice");
    }

    /// Whether the end of an edge is an entity of a fitting kind.
    bool end_fits(
        draft_edge const& e, std::string_view key, id<entity> end, std::string_view side, std::uint32_t r, std::uint32_t bits) {
        if (!exists(end))
            refuse(e.where, key, quoted(relation_names[r]) + " has " + with_article(side) + " that names no entity");
        else if (!(bits >> d.kind(end) & 1u))
            refuse(e.where, key,
                quoted(relation_names[r]) + " has the " + std::string{side} + ' ' + entity_name(end) + "; expected " +
                    kinds_in_words(bits));
        else
            return true;
        return false;
    }
    std::string_view key_of(draft_edge const& e) const {
        return e.key ? d.texts[e.key] : exists(e.subject) ? d.key(e.subject) : std::string_view{};
    }

    void edges(std::uint32_t r) {
        auto const name = quoted(relation_names[r]);
        for (auto const& e : d.edges[r]) {
            auto const key = key_of(e);
            bool const subject_fits = end_fits(e, key, e.subject, "subject", r, subject_kinds[r]);
            if (!end_fits(e, key, e.object, "object", r, object_kinds[r]) || !subject_fits) continue;
            if (r == relation_number<is_a> && d.layer(e.subject) < d.layer(e.object))
                refuse(e.where, key, "is put under " + quoted(d.key(e.object)) + ", which a layer on top of it adds");
            if (e.subject == e.object) refuse(e.where, key, name + " relates " + quoted(d.key(e.subject)) + " to itself");
            if (same_kind_ends[r] && d.kind(e.subject) != d.kind(e.object))
                refuse(e.where, key,
                    name + " joins " + entity_name(e.subject) + ", to " + entity_name(e.object) + "; expected two of one kind");
        }
        if (r < structure::size)
            repeated(d.edges[r], relation_names[r]);
        else
            with_type(relations{}, r, [this]<class R>() { this->claims<R>(); });
    }
    template <class Relation>
    typename Relation::payload payload_of(draft_edge const& e) const {
        if constexpr (relation_with_payload<Relation>)
            return d.rows<Relation>()[e.of_relation];
        else
            return {};
    }
    template <class Relation>
    void claims() {
        if constexpr (claim_relation<Relation>)
            for (auto const& e : d.edges[relation_number<Relation>]) {
                if (!exists(e.subject) || !exists(e.object)) continue;
                auto const key = key_of(e);
                auto const carries = payload_of<Relation>(e);
                fields(e.said, e.where, key);
                fields(carries, e.where, key);
                said(e, key);
                meaning(e, carries, key);
            }
    }

    void repeated(std::vector<draft_edge> const& edges, std::string_view name) {
        std::unordered_map<std::uint64_t, bool> seen;
        for (auto const& e : edges)
            if (!seen.try_emplace(std::uint64_t{e.subject.value} << 32 | e.object.value, true).second && exists(e.subject) &&
                exists(e.object))
                refuse(e.where, d.key(e.subject), "is " + quoted(name) + ' ' + quoted(d.key(e.object)) + " twice");
    }

    void said(draft_edge const& e, std::string_view key) {
        auto const& a = e.said;
        if (a.read == reading::restated && !a.restated_in)
            refuse(e.where, key, "was read as restated, without `restated_in`: the source where it was read");
        if (a.status != claim_status::current && (!a.status_date || !a.status_reason))
            refuse(e.where, key, "is " + std::string{word(a.status)} + " without `status_date` and `status_reason`");
        if (a.interest && a.interest_status == interest_status::declared_none)
            refuse(e.where, key, "has an `interest` and says that none was declared");
        if (a.valid_until && !a.valid_until.is_unstated() && a.published && ends_before(a.valid_until, a.published))
            refuse(e.where, key, "is valid until a day before it was published");
    }

    template <class Payload>
    void meaning(draft_edge const& e, Payload const& p, std::string_view key) {
        if constexpr (std::same_as<Payload, approval> || std::same_as<Payload, warning>) {
            if (is_absent(e.said.jurisdiction))
                refuse(e.where, key, "has no `jurisdiction`; an approval or warning holds in one, or in one \"not stated\"");
        }
        if constexpr (std::same_as<Payload, effect>) figure(e, p, key);
    }

    /// A published figure says with what it was compared, over which time, in how many and how sure they are.
    void figure(draft_edge const& e, effect const& f, std::string_view key) {
        bool const through_infinity = (f.statistic == statistic::nnt || f.statistic == statistic::nnh) && f.low.is_finite() &&
                                      f.high.is_finite() && f.low.digits() > 0 &&
                                      f.high.digits() < 0;  // Altman, BMJ 1998: benefit to infinity to harm
        auto const ordered = [](decimal a, decimal c) {
            auto const number = [](decimal x) { return x.is_finite() || x.is_infinite(); };
            return !number(a) || !number(c) || !less(c, a);
        };
        if (!through_infinity && !(ordered(f.low, f.high) && ordered(f.low, f.value) && ordered(f.value, f.high)))
            refuse(e.where, key, "has an interval out of order; expected `low` <= `value` <= `high`");
        if (through_infinity && f.value.is_finite() && less(f.value, f.low) && less(f.high, f.value))
            refuse(e.where, key, "has a value outside of its interval; expected one from `low` over infinity to `high`");
        if (f.low.is_absent() != f.high.is_absent()) refuse(e.where, key, "has one bound of an interval without the other");
        if (f.statistic == statistic::narrative) return;
        if (f.value.is_absent() && f.low.is_absent()) refuse(e.where, key, "is a figure without a `value`");
        auto const needs = [&](bool absent, std::string_view name) {
            if (absent) refuse(e.where, key, "is a figure without " + quoted(name) + "; expected a value, or \"not stated\"");
        };
        needs(is_absent(f.comparator) && is_absent(f.compared_with), "comparator");
        needs(is_absent(f.time_frame), "time_frame");
        needs(is_absent(f.participants), "participants");
        needs(is_absent(f.certainty), "certainty");
        auto const is_outcome = exists(e.object) && d.kind(e.object) == kind_number<outcome>;
        if (f.statistic == statistic::mean_difference && is_outcome && !d.details(id<outcome>::from_number(e.object.value)).scale)
            refuse(e.where, key,
                "is a mean difference in " + quoted(d.key(e.object)) + ", which has no `scale`; expected an outcome on a scale");
    }

    void claim_keys() {
        std::unordered_map<std::uint32_t, draft_place> seen;
        for (std::uint32_t r = structure::size; r != relations::size; ++r)
            for (auto const& e : d.edges[r]) {
                if (!e.key) continue;
                if (!is_key(d.texts[e.key]))
                    refuse(e.where, e.key, "is no claim id; expected lower-case letters and digits in parts joined by -");
                if (auto const [at, added] = seen.try_emplace(e.key.value, e.where); !added)
                    refuse(e.where, e.key, "is the id of two claims" + first_at(at->second) + "; an id is used once");
            }
    }

    /// Refuses a part of a claim that is not there, and a claim that is a part of itself.
    void parts() {
        std::unordered_map<std::uint32_t, bool> known;
        for (auto const& e : d.edges[relation_number<affects>])
            if (e.key) known.emplace(e.key.value, true);
        for (auto const& e : d.edges[relation_number<affects>]) {
            auto const whole = d.rows<affects>()[e.of_relation].part_of;
            if (!whole || whole == not_stated) continue;
            if (!known.contains(whole.value) && !d.below.is<affects>(find_claim(d.below, d.texts[whole])))
                refuse(e.where, key_of(e), "is a part of " + quoted(d.texts[whole]) + ", which is no claim of an effect");
            else if (whole == e.key)
                refuse(e.where, key_of(e), "is a part of itself");
        }
    }

    /// Refuses a circle of `is_a`: whatever is left when all that stand on nothing unvisited are taken away.
    void hierarchy() {
        auto const n = static_cast<std::uint32_t>(d.entities.size()), first = d.first_own();
        std::vector<std::uint32_t> children(n, 0);
        std::vector<std::vector<std::uint32_t>> parents(n);
        auto const& edges = d.edges[relation_number<is_a>];
        auto const are_own = [&](draft_edge const& e) { return d.is_own(e.subject) && d.is_own(e.object); };
        for (auto const& e : edges)
            if (are_own(e)) {
                parents[e.subject.value - first].push_back(e.object.value - first);
                ++children[e.object.value - first];
            }
        std::vector<std::uint32_t> free;
        for (std::uint32_t v = 0; v != n; ++v)
            if (children[v] == 0) free.push_back(v);
        for (std::size_t i = 0; i != free.size(); ++i)
            for (auto p : parents[free[i]])
                if (--children[p] == 0) free.push_back(p);
        for (auto const& e : edges)
            if (are_own(e) && e.subject != e.object && children[e.subject.value - first] != 0 &&
                children[e.object.value - first] != 0)
                refuse(e.where, d.key(e.subject), "`is_a` " + quoted(d.key(e.object)) + " leads in a circle or out of one");
    }

    void rows() {
        std::unordered_map<std::uint32_t, std::uint32_t> row_of;
        std::unordered_set<std::uint32_t> listed;
        for (auto const& e : d.edges[relation_number<listed_under>]) {
            if (!exists(e.subject) || !exists(e.object)) continue;
            auto const [row, added] = row_of.try_emplace(e.subject.value, e.object.value);
            if (!added && row->second != e.object.value)
                refuse(e.where, d.key(e.subject),
                    "is listed under " + quoted(d.key(id<entity>::from_number(row->second))) + " and under " +
                        quoted(d.key(e.object)) + "; expected one row");
            row->second = e.object.value;
            listed.insert(e.object.value);
        }
        auto const is_row = [&](id<entity> c) { return listed.contains(c.value) || !d.below.in_ids<listed_under>(c).empty(); };
        auto const refuse_inner = [&](draft_place where, id<entity> inner, id<entity> outer) {
            if (is_row(inner) && is_row(outer))
                refuse(where, d.key(inner),
                    "is a row inside the row " + quoted(d.key(outer)) + "; expected therapies under one of the two");
        };
        for (auto const& e : d.edges[relation_number<is_a>])
            if (exists(e.subject) && exists(e.object)) refuse_inner(e.where, e.subject, e.object);
        if (!d.is_overlay) return;
        for (auto const& e : d.edges[relation_number<listed_under>]) {  // a class of the base becomes a row
            if (!exists(e.object) || d.is_own(e.object) || !d.below.in_ids<listed_under>(e.object).empty()) continue;
            for (auto c : d.below.out_ids<is_a>(e.object)) refuse_inner(e.where, e.object, d.below.object(c));
            for (auto c : d.below.in_ids<is_a>(e.object)) refuse_inner(e.where, d.below.subject(c), e.object);
        }
    }
};

}  // namespace graph_detail

/// What is wrong with a draft: what was found while it was read, then what it lacks or says wrongly. Empty where it can be
/// frozen.
///
/// Linear.
[[nodiscard]] inline std::vector<problem> check(draft const& of) { return graph_detail::draft_checks{of}.run(); }

}  // namespace treatise::inline v0_3
