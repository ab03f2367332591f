// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/fields.hpp>
#include <treatise/bulk/detail/graph.hpp>
#include <treatise/bulk/detail/hierarchy.hpp>
#include <treatise/bulk/detail/keys.hpp>
#include <treatise/graph/freeze.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// Builds the base of what a `bulk_graph` collected: entities, structure, claims.
///
/// What is wrong with the rules comes back as problems; what is wrong with the data is in the report of the graph.
class bulk_build {
public:
    /// A base of more claims leaves out its content hash, which is worked out where it is asked for.
    static constexpr std::uint64_t most_hashed = 100'000;

    explicit bulk_build(bulk_graph& of) : g_{of} {}

    expected<storage, std::vector<problem>> run() {
        std::uint64_t rows = 0;
        for (auto const& of : g_.groups_) rows += of.rows.size();
        b_.keep_hash(rows <= most_hashed);
        base();
        tell_rows();
        entities();
        for (auto& of : g_.groups_)
            if (g_.rules().predicates[of.rule].reverse)
                for (auto& row : of.rows) std::swap(row.subject, row.object);
        join_alike();
        memberships();
        hierarchy();
        for (std::uint32_t i = 0; i != g_.groups_.size(); ++i) rows_of(i);
        auto made = freeze(b_);
        if (made) {
            auto const kb = made->view();
            g_.report.claims = kb.claim_count();
            g_.report.structure = kb.edge_count() - kb.claim_count();
            if (rows_ > kb.claim_count()) g_.report.mend("repeated row of a claim; kept once", {}, rows_ - kb.claim_count());
        }
        return made;
    }

private:
    using rows_alike = bulk_graph::group;
    using node_draft = bulk_graph::node_draft;

    text clean(std::string_view s) { return is_clean(s) ? b_.text(s) : b_.text(cleaned(s)); }
    static text stated(builder& b, std::string_view s) { return s.empty() ? not_stated : b.text(s); }
    date published() {
        auto const& p = g_.from().published;
        if (p.empty()) return date::unstated();
        auto const read = date_from(p);
        if (!read) b_.report(g_.from().key, "`published` " + read.error());
        return read ? *read : date::unstated();
    }
    void base() {
        auto& d = g_.from();
        if (auto const at = d.notice.find("{name}"); at != d.notice.npos) d.notice.replace(at, 6, d.name);
        keys_.take(d.key);
        b_.base(
            {b_.text(d.key), b_.text(d.name), stated(b_, d.version), stated(b_, d.editors), stated(b_, d.notice), published()});
    }

    // Sources: the data set, and whoever else a row names.

    id<source> source_of(std::string_view name, std::string_view licence) {
        auto const& d = g_.from();
        std::string full{name.empty() ? std::string_view{d.name} : name};
        if (!licence.empty()) full += " (" + std::string{licence} + ')';
        if (!is_clean(full)) full = cleaned(full);
        auto const [known, added] = sources_.try_emplace(full);
        if (!added) return known->second;
        source_details s;
        s.kind = source_kind::reference_work;
        s.title = b_.text(full);
        s.authors = stated(b_, name.empty() ? d.authors : std::string{});
        s.published = name.empty() ? published() : date::unstated();
        s.licence = clean(licence.empty() && name.empty() ? std::string_view{d.licence} : licence);
        if (name.empty()) s.doi = b_.text(d.doi), s.url = b_.text(d.url);
        auto const key =
            keys_((name.empty() ? d.key : std::string{name}) + (licence.empty() ? "" : "-" + std::string{licence}), source::name);
        known->second = b_.add<source>({key, full}, s);
        return known->second;
    }

    // Entities.

    template <class Kind>
    id<entity> add(node_draft const& n, std::uint32_t number, std::string_view key, std::string_view code) {
        entity_text e{key, n.name.empty() ? code : n.name, n.description, {}};
        if (auto const more = g_.synonyms_.find(number); more != g_.synonyms_.end()) e.synonyms = more->second;
        typename Kind::details details{};
        auto const rule = g_.rules_[n.category].rule;
        if (rule != bulk_rules::no_rule)
            for (auto const& [field, words] : g_.rules().categories[rule].details) {
                bool has = false;
                Kind::details::fields([&](std::string_view name, auto, presence = optional) { has = has || name == field; });
                if (has) bulk_detail::field_from(b_, details, field, words);
            }
        if constexpr (std::same_as<Kind, outcome>)
            if (rule == bulk_rules::no_rule) details.valence = valence::undesirable;  // a side effect
        return b_.add<Kind>(e, details);
    }
    id<entity> add(std::uint32_t number, std::uint32_t kind, bool also) {
        ++g_.report.entities;
        auto const& n = g_.nodes_[number];
        b_.at({});
        auto const key =
            keys_(std::string{g_.ids_[number]} + (also ? '-' + std::string{kind_names[kind]} : ""), kind_names[kind]);
        id<entity> made;
        std::string clean;
        auto code = g_.ids_[number];
        if (!is_clean(code)) code = clean = cleaned(code);
        with_type(kinds{}, kind, [&]<class K>() { made = this->add<K>(n, number, key, code); });
        b_.code(made, ids_, code, mapping::exact);
        if (!also) more_of(made, number, code);
        return made;
    }
    /// Other codes of a node: the local part of its id, ids that it had before, those of other systems; and its attributes.
    void more_of(id<entity> made, std::uint32_t number, std::string_view code) {
        auto const colons = code.rfind("::");
        auto const local = colons == code.npos ? code : code.substr(colons + 2);
        auto const rule = g_.rules_[g_.nodes_[number].category].rule;
        auto const prefix = rule == bulk_rules::no_rule ? std::string_view{} : g_.rules().categories[rule].prefix;
        if (!prefix.empty() && !local.empty())
            b_.code(made, system_of(prefix), local, mapping::exact);
        else if (local != code && !local.empty())
            b_.code(made, ids_, local, mapping::exact);
        if (auto const before = g_.other_ids_.find(number); before != g_.other_ids_.end())
            for (auto other : before->second) b_.code(made, retired(), other, mapping::related);
        if (auto const more = g_.codes_.find(number); more != g_.codes_.end())
            for (auto const& c : more->second) b_.code(made, system_of(c.prefix), c.code, c.map);
        if (auto const more = g_.attributes_.find(number); more != g_.attributes_.end())
            for (auto const& [name, value] : more->second) b_.attribute(made, name, value);
    }
    /// The system that a prefix stands for. Its codes are told as the data set gives them; whose they are is not looked up.
    id<code_system> system_of(std::string_view prefix) {
        auto const [known, added] = systems_.try_emplace(std::string{prefix});
        if (!added) return known->second;
        code_system_details system;
        system.uri = system.edition = system.licence = not_stated;
        system.may_ship = true;
        auto const key = keys_(prefix, code_system::name);
        return known->second = b_.add<code_system>({key, prefix}, system);
    }
    id<code_system> retired() {
        if (retired_) return retired_;
        code_system_details system;
        system.uri = system.edition = not_stated;
        system.licence = stated(b_, g_.from().licence);
        system.may_ship = true;
        auto const key = keys_(g_.from().key + "-retired-id", code_system::name);
        return retired_ = b_.add<code_system>({key, g_.from().name + ", retired ids"}, system);
    }
    void entities() {
        auto const& d = g_.from();
        code_system_details system;
        system.uri = stated(b_, d.url);
        system.edition = stated(b_, d.version);
        system.licence = stated(b_, d.licence);
        system.may_ship = true;  // they are the data set's own names for its nodes
        ids_ = b_.add<code_system>({keys_(d.key + "-id", code_system::name), d.name}, system);
        first_.assign(g_.nodes_.size(), no_number);
        std::uint64_t nameless = 0;
        location first_nameless;
        for (std::uint32_t i = 0; i != g_.nodes_.size(); ++i) {
            auto const category = g_.nodes_[i].category;
            auto const kind = g_.rules_.kind_of(category);
            if (kind == kinds::size) continue;
            first_[i] = add(i, kind, false).value;
            if (g_.nodes_[i].name.empty() && nameless++ == 0) first_nameless = g_.at(0), first_nameless.line = g_.nodes_[i].line;
        }
        if (nameless != 0) g_.report.mend("node without a name; called by its id", {}, nameless);
    }
    /// The entity of a node that has a kind.
    std::uint32_t entity_of(std::uint32_t node, std::uint32_t kind) {
        if (g_.rules_.kind_of(g_.nodes_[node].category) == kind) return first_[node];
        auto const [known, added] = others_.try_emplace(std::uint64_t{node} << 8 | kind, no_number);
        if (added) known->second = add(node, kind, true).value;
        return known->second;
    }
    void to_entities(rows_alike& of) {
        auto const primary = [&](std::uint32_t& end, std::uint32_t kind) { end = entity_of(end, kind); };
        for (auto& row : of.rows) primary(row.subject, of.subject_kind), primary(row.object, of.object_kind);
    }

    /// Rows of one lane that say the same by two rules, as where a table has each row from either side, say it once.
    void join_alike() {
        auto const same = [&](rows_alike const& x, rows_alike const& y) {
            auto const &a = g_.rules().predicates[x.rule], &b = g_.rules().predicates[y.rule];
            return x.subject_kind == y.subject_kind && x.object_kind == y.object_kind && a.relation == b.relation &&
                   a.stance == b.stance && a.place == b.place && a.carries == b.carries;
        };
        for (auto const& of : g_.lanes_)
            for (std::size_t i = 0; i != of.groups.size(); ++i)
                for (std::size_t j = i + 1; j < of.groups.size(); ++j) {
                    auto &to = g_.groups_[of.groups[i]], &from = g_.groups_[of.groups[j]];
                    if (from.rows.empty() || !same(to, from)) continue;
                    to.rows.insert(to.rows.end(), from.rows.begin(), from.rows.end());
                    to.places.insert(to.places.end(), from.places.begin(), from.places.end());
                    to.lines.insert(to.lines.end(), from.lines.begin(), from.lines.end());
                    from.rows = {}, from.places = {}, from.lines = {};
                }
    }

    // Structure. A row that says again what another said is one; a circle is cut where it closes.

    bool is_structure(rows_alike const& of, std::uint32_t relation) const {
        return g_.rules().predicates[of.rule].relation == relation;
    }
    template <class Relation>
    void once(auto&& f) {
        std::unordered_set<std::uint64_t> seen;
        for (auto& of : g_.groups_) {
            if (!is_structure(of, relation_number<Relation>)) continue;
            to_entities(of);
            for (std::size_t i = 0; i != of.rows.size(); ++i) {
                auto const [subject, object] = of.rows[i];
                auto const where = i < of.lines.size() ? of.lines[i] : 0u;
                if (seen.insert(std::uint64_t{subject} << 32 | object).second)
                    f(subject, object, where);
                else
                    g_.report.mend("repeated row", g_.at(where));
            }
            of.rows = {};
        }
    }
    void hierarchy() {
        std::vector<std::vector<upward>> up(b_.entity_count());
        once<is_a>([&](std::uint32_t subject, std::uint32_t object, std::uint32_t line) {
            up.resize(std::max<std::size_t>(up.size(), (std::max)(subject, object) + std::size_t{1}));
            up[subject].push_back({object, line});
        });
        each_without_circles(up, [&](std::uint32_t below, std::uint32_t above, std::uint32_t line, bool closes) {
            auto const parent = b_.key(id<entity>::from_number(above));
            if (closes)
                return g_.refuse(
                    line, b_.key(id<entity>::from_number(below)), "is_a `" + std::string{parent} + "` leads in a circle");
            b_.at(g_.at(line));
            b_.relate<is_a>(id<entity>::from_number(below), id<entity>::from_number(above));
            if (b_.kind(id<entity>::from_number(below)) == kind_number<therapy_class>) above_[below].push_back(above);
        });
        list_under();
    }
    void memberships() {
        once<member_of>([&](std::uint32_t subject, std::uint32_t object, std::uint32_t line) {
            b_.at(g_.at(line));
            b_.relate<member_of>(id<therapy>::from_number(subject), id<therapy_class>::from_number(object));
            classes_[subject].push_back(object);
        });
    }
    /// A table has one row for each therapy: its class, or of several the first by name; of nested classes the outermost.
    void list_under() {
        std::uint64_t several = 0;
        for (std::uint32_t e = 0; e != b_.entity_count(); ++e) {
            auto const of = classes_.find(e);
            if (of == classes_.end()) continue;
            std::vector<std::uint32_t> reached = of->second, roots;
            if (reached.size() > 1) ++several;
            for (std::size_t i = 0; i != reached.size(); ++i) {
                auto const above = above_.find(reached[i]);
                if (above == above_.end()) roots.push_back(reached[i]);
                if (above != above_.end())
                    for (auto a : above->second)
                        if (std::find(reached.begin(), reached.end(), a) == reached.end()) reached.push_back(a);
            }
            auto const first = std::min_element(roots.begin(), roots.end(), [&](auto x, auto y) {
                auto const c = compare_folded(b_.name(id<entity>::from_number(x)), b_.name(id<entity>::from_number(y)));
                return c != 0 ? c < 0 : b_.key(id<entity>::from_number(x)) < b_.key(id<entity>::from_number(y));
            });
            b_.at({});
            b_.relate<listed_under>(id<therapy>::from_number(e), id<therapy_class>::from_number(*first));
        }
        if (several != 0) g_.report.mend("therapy in several classes; its row is the first by name", {}, several);
    }

    // Claims.

    /// What the rows became, by predicate.
    void tell_rows() {
        for (auto const& of : g_.groups_) {
            auto const& from = g_.lanes_[of.lane];
            auto const& rule = g_.rules().predicates[of.rule];
            if (of.rows.empty()) continue;
            auto what =
                "rows " + std::string{g_.rules_.predicate(from.predicate)} + " as " + std::string{relation_names[rule.relation]};
            auto const says = from.negated ? opposite(rule.stance) : rule.stance;
            if (rule.relation >= structure::size && says == stance::against) what += ", against";
            if (bulk_detail::is_prediction(g_.qualifiers_[from.qualifiers])) what += ", predicted";
            g_.report.take(what, {}, of.rows.size());
        }
    }
    void rows_of(std::uint32_t number) {
        auto& of = g_.groups_[number];
        if (of.rows.empty()) return;
        to_entities(of);
        with_type(relations{}, g_.rules().predicates[of.rule].relation, [&]<class R>() { this->rows_of<R>(of); });
        of.rows = {};
    }
    template <class Relation>
    void rows_of(rows_alike& of) {
        if constexpr (claim_relation<Relation>)
            this->claims_of<Relation>(of);
        else
            this->once<Relation>([&](std::uint32_t subject, std::uint32_t object, std::uint32_t) {
                b_.relate<Relation>(
                    id<typename Relation::subject>::from_number(subject), id<typename Relation::object>::from_number(object));
            });
    }
    template <class Relation>
    void claims_of(rows_alike& of) {
        auto const& rule = g_.rules().predicates[of.rule];
        auto const& from = g_.lanes_[of.lane];
        auto const qualifiers = g_.qualifiers_[from.qualifiers];
        std::string place{rule.place.empty() ? g_.rules_.predicate(from.predicate) : std::string_view{rule.place}};
        if (auto const how = bulk_detail::told_qualifiers(qualifiers); !how.empty()) place += " (" + how + ')';
        auto said = attribution_of(from, place);
        if constexpr (std::same_as<Relation, approved_for> || std::same_as<Relation, warned_of>)
            said.jurisdiction = id<jurisdiction>::unstated();
        auto const carries = payload_of<Relation>(rule);
        rows_ += of.rows.size();
        auto const stance = from.negated ? opposite(rule.stance) : rule.stance;
        b_.at({});
        if (of.places.empty()) {
            add_claims<Relation>(said, stance, carries, std::move(of.rows), qualifiers);
            return;
        }
        auto& where = said.read == reading::restated ? said.restated_at : said.place;
        for (auto& [at, there] : rows_by_place(of, place)) {
            where = at;
            add_claims<Relation>(said, stance, carries, std::move(there), qualifiers);
        }
    }
    /// Claims that say the same but for their ends, each with the attributes of its row.
    template <class Relation>
    void add_claims(attribution const& said, treatise::stance stance, typename Relation::payload const& carries,
        std::vector<edge_ends> ends, std::string_view qualifiers) {
        auto const first = static_cast<std::uint32_t>(b_.collected().edges[relation_number<Relation>].size());
        b_.claims<Relation>(said, stance, carries, std::move(ends));
        auto const last = static_cast<std::uint32_t>(b_.collected().edges[relation_number<Relation>].size());
        for (auto const& [name, value] : bulk_detail::qualifiers_in(qualifiers)) {
            bool const level = name == knowledge_level_attribute && compare_folded(value, predicted_level) == 0;
            auto const words = level ? std::string{predicted_level} : is_clean(value) ? std::string{value} : cleaned(value);
            for (auto i = first; i != last; ++i) b_.attribute(draft_claim{relation_number<Relation>, i}, name, words);
        }
    }
    /// Who says the rows of a lane: the data set, or whom they name, restated by the data set.
    attribution attribution_of(bulk_graph::lane const& from, std::string_view place) {
        auto const name = g_.sources_[from.source], licence = g_.licences_[from.licence];
        attribution said;
        said.source = source_of(name, licence);
        said.place = clean(place);
        if (!name.empty()) {
            said.read = reading::restated;
            said.restated_in = source_of({}, {});
            said.restated_at = said.place;
            said.place = not_stated;
        }
        said.checked = date::unstated();
        return said;
    }
    template <class Relation>
    typename Relation::payload payload_of(predicate_rule const& rule) {
        typename Relation::payload carries{};
        for (auto const& [field, words] : rule.carries)
            if (auto const wrong = bulk_detail::field_from(b_, carries, field, words); !wrong.empty())
                b_.report(std::string{Relation::name}, '`' + field + "` " + wrong);
        return carries;
    }
    /// The rows of each place.
    std::vector<std::pair<text, std::vector<edge_ends>>> rows_by_place(rows_alike const& of, std::string_view place) {
        std::vector<std::pair<text, edge_ends>> placed;
        for (std::size_t i = 0; i != of.rows.size(); ++i)
            placed.push_back({clean(std::string{of.places[i]} + ": " + std::string{place}), of.rows[i]});
        std::sort(placed.begin(), placed.end(), [](auto const& x, auto const& y) { return x.first.value < y.first.value; });
        std::vector<std::pair<text, std::vector<edge_ends>>> found;
        for (auto const& [at, ends] : placed) {
            if (found.empty() || found.back().first != at) found.push_back({at, {}});
            found.back().second.push_back(ends);
        }
        return found;
    }
    static treatise::stance opposite(treatise::stance s) {
        return s == stance::in_favour ? stance::against : s == stance::against ? stance::in_favour : s;
    }

    bulk_graph& g_;
    builder b_{};
    key_maker keys_{};
    std::unordered_map<std::string, id<source>> sources_{};
    std::unordered_map<std::uint64_t, std::uint32_t> others_{};  ///< entities of nodes in a second kind
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> classes_{}, above_{};
    std::vector<std::uint32_t> first_{};  ///< the entity of each node
    id<code_system> ids_{}, retired_{};
    std::unordered_map<std::string, id<code_system>> systems_{};  ///< by prefix
    std::uint64_t rows_ = 0;  ///< that become claims
};

}  // namespace treatise::inline v0_3
