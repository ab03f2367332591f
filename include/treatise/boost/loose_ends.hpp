// SPDX-License-Identifier: BSL-1.0
#pragma once
// What is odd about a knowledge base as a graph, and the picture of it: Boost.Graph's algorithms, run on the base itself.
// It takes about 6 s to compile, and <boost/graph/graphviz.hpp> in it needs exceptions and RTTI: for one file of a tool.

#include <treatise/boost/graph.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/note_words.hpp>
#include <treatise/model/fields.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graphviz.hpp>
#include <boost/graph/incremental_components.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace boost_detail {

using entity_groups = std::vector<std::vector<id<entity>>>;

/// The members of each group by its number; `group_of` says which.
template <class GroupOf>
entity_groups grouped(std::uint32_t entities, std::size_t groups, GroupOf group_of) {
    entity_groups members(groups);
    for (std::uint32_t v = 0; v != entities; ++v) members[group_of(v)].push_back(id<entity>::from_number(v));
    return members;
}

inline void sort_groups(entity_groups& groups, std::size_t at_least) {
    std::erase_if(groups, [&](auto const& g) { return g.size() < at_least; });
    std::sort(groups.begin(), groups.end(),
        [](auto const& a, auto const& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
}

/// Marks what the fields of rows name: a payer's jurisdiction, an effect's comparator, the therapies of a preset.
struct mentions {
    knowledge_base base;
    std::vector<bool> found = std::vector<bool>(base.entity_count(), false);

    void mark(id<entity> e) {
        if (e.value < found.size()) found[e.value] = true;
    }
    template <class Row>
    void rows(std::span<Row const> all) {
        for (auto const& row : all) {
            each_id(row, [this](auto e) { this->mark(id<entity>::from_number(e.value)); });
            each_id_list(row, [this](auto list) {
                for (auto e : base[list]) this->mark(id<entity>::from_number(e.value));
            });
        }
    }
    template <class Kind>
    void details() {
        if constexpr (kind_with_details<Kind>) rows(base.tables().rows<Kind>());
    }
    template <class Relation>
    void payloads() {
        if constexpr (relation_with_payload<Relation>) rows(base.tables().rows<Relation>());
    }
};

}  // namespace boost_detail

/// The circles of `is_a`, each as the entities in it, among what a builder holds; the ids are the builder's.
inline std::vector<std::vector<id<entity>>> is_a_cycles(builder const& b) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> graph(b.entity_count());
    boost_detail::entity_groups circles;
    for (auto [from, to] : b.hierarchy()) {
        if (from.value >= b.entity_count() || to.value >= b.entity_count()) continue;
        if (from == to)
            circles.push_back({from});
        else
            add_edge(from.value, to.value, graph);
    }
    std::vector<std::uint32_t> component(b.entity_count());
    auto const n =
        boost::strong_components(graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
    auto components = boost_detail::grouped(b.entity_count(), n, [&](std::uint32_t v) { return component[v]; });
    std::erase_if(components, [](auto const& c) { return c.size() < 2; });
    circles.insert(circles.end(), components.begin(), components.end());
    boost_detail::sort_groups(circles, 1);
    return circles;
}

/// The circles of `is_a` in a base that no builder checked, such as an import: each as the entities in it.
inline std::vector<std::vector<id<entity>>> is_a_cycles(knowledge_base const& kb) {
    std::vector<std::uint32_t> component(kb.entity_count());
    auto const n = boost::strong_components(bgl::filtered<is_a>(kb), bgl::vertex_map(component));
    auto circles = boost_detail::grouped(kb.entity_count(), n, [&](std::uint32_t v) { return component[v]; });
    std::erase_if(circles, [&](auto const& c) {
        if (c.size() > 1) return false;
        for (auto e : kb.out<is_a>(c.front()))
            if (e.object == c.front()) return false;
        return true;
    });
    boost_detail::sort_groups(circles, 1);
    return circles;
}

/// Entities that nothing speaks of: in no claim, structure, payload, attribution, code or details of another.
///
/// Presets are for people to name, so they are never orphans.
inline std::vector<id<entity>> orphans(knowledge_base const& kb) {
    boost_detail::mentions named{kb};
    named.rows(kb.tables().attributions);
    each(kinds{}, [&]<class Kind>() { named.template details<Kind>(); });
    each(relations{}, [&]<class Relation>() { named.template payloads<Relation>(); });
    for (auto const& c : kb.tables().codes) named.mark(c.system);
    std::vector<id<entity>> lonely;
    for (auto v : kb.all<entity>())
        if (!named.found[v.value] && degree(v, kb) == 0 && kb.kind(v) != kind_number<table_preset>) lonely.push_back(v);
    return lonely;
}

/// Therapies that are listed under no class; references need none.
inline std::vector<id<therapy>> unlisted(knowledge_base const& kb) {
    std::vector<id<therapy>> found;
    for (auto t : kb.all<therapy>())
        if (kb.out<listed_under>(t).empty() && !kb.details(t).reference) found.push_back(t);
    return found;
}

/// The connected parts of the graph, the largest first; an entity without an edge is a part of its own.
///
/// Sources, schemes and others that attributions and payloads name are joined to nothing by that.
inline std::vector<std::vector<id<entity>>> components(knowledge_base const& kb) {
    std::vector<std::size_t> rank(kb.entity_count());
    std::vector<id<entity>> parent(kb.entity_count());
    boost::disjoint_sets sets{bgl::vertex_map(rank), bgl::vertex_map(parent)};
    boost::initialize_incremental_components(kb, sets);
    boost::incremental_components(kb, sets);
    auto parts = boost_detail::grouped(
        kb.entity_count(), kb.entity_count(), [&](std::uint32_t v) { return sets.find_set(id<entity>::from_number(v)).value; });
    boost_detail::sort_groups(parts, 1);
    return parts;
}

/// What a person should look at in a base that is valid: circles, orphans, therapies without a row, parts that stand apart, and
/// notes that say what a field is there for.
inline std::vector<problem> check(knowledge_base const& kb) {
    std::vector<problem> found;
    auto const report = [&](id<entity> e, std::string what) { found.push_back({{}, std::string{kb.key(e)}, std::move(what)}); };
    auto const kind = [&](id<entity> e) { return with_article(bgl::boost_detail::kind(kb, e)); };
    auto const listed = [&](std::vector<id<entity>> const& members) {
        std::string s;
        for (std::size_t i = 0; i != members.size() && i != 5; ++i) (s += i == 0 ? "`" : ", `").append(kb.key(members[i])) += '`';
        return members.size() > 5 ? s + " and " + std::to_string(members.size() - 5) + " more" : s;
    };
    for (auto const& circle : is_a_cycles(kb)) report(circle.front(), "stands in a circle of `is_a`: " + listed(circle));
    for (auto e : orphans(kb)) report(e, "is an orphan: " + kind(e) + " that no claim, structure, code or other entity names");
    for (auto t : unlisted(kb)) report(t, "is listed under no class; it will stand under \"no class given\"");
    auto const parts = components(kb);
    auto const treats = [&](id<entity> e) { return static_cast<bool>(kb.as<one_of<cause, therapy_class, therapy>>(e)); };
    for (std::size_t i = 1; i < parts.size() && parts[i].size() > 1; ++i)
        if (std::any_of(parts[i].begin(), parts[i].end(), treats))
            report(parts[i].front(), "stands apart: no claim joins " + listed(parts[i]) + " to the rest");
    for (auto c : kb.claims())
        for (auto const& w : words_for_fields(kb, c))
            found.push_back({{}, claim_key_of(kb, c),
                "says `" + std::string{w.word} + "` without `" + std::string{w.field} + "`, the field for it"});
    for (auto s : kb.all<source>())
        if (auto const& d = kb.details(s); d.interest && d.interest_status != interest_status::declared)
            report(s, "has an `interest` that `interest_status` does not call declared");
    return found;
}

namespace boost_detail {

/// `s` inside a quoted string of DOT: quotes and backslashes escaped, line breaks kept as \n, other control characters left out.
inline void append_dot(std::string& to, std::string_view s) {
    for (char const c : s) {
        auto const u = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            to += {'\\', c};
        else if (c == '\n')
            to += "\\n";
        else if (c == '\t')
            to += ' ';
        else if (u >= 0x20 && u != 0x7f)
            to += c;
    }
}

/// The shape of a kind; together with the kind's word in the label it reads without colour.
inline std::string_view dot_shape(std::uint32_t kind) {
    switch (kind) {
        case kind_number<cause>: return "ellipse";
        case kind_number<therapy>: return "box";
        case kind_number<therapy_class>: return "folder";
        case kind_number<mechanism>: return "diamond";
        case kind_number<outcome>: return "hexagon";
        case kind_number<circumstance>: return "octagon";
        case kind_number<source>: return "note";
        default: return "plaintext";
    }
}

/// The word of a payload without which its claim would be misread; empty where there is none.
template <class Payload>
constexpr std::string_view status_word([[maybe_unused]] Payload const& p) {
    if constexpr (std::same_as<Payload, approval>)
        return p.status == approval_status::approved ? std::string_view{} : word(p.status);
    else if constexpr (std::same_as<Payload, coverage>)
        return word(p.status);
    else if constexpr (std::same_as<Payload, restriction>)
        return p.avoidance == avoidance::contraindication ? std::string_view{} : word(p.avoidance);
    else if constexpr (std::same_as<Payload, warning>)
        return word(p.form);
    else
        return {};
}

/// The part of a base that a picture shows; edges that say the same are drawn once, with all their sources.
struct picture {
    knowledge_base of{};
    std::vector<bool> const* shown_vertices = nullptr;
    std::vector<bool> const* shown_edges = nullptr;
    std::vector<bool> const* in_scope = nullptr;  ///< these, and those that an equal one stands for

    bool operator()(id<entity> v) const { return (*shown_vertices)[v.value]; }
    bool operator()(claim_id e) const { return (*shown_edges)[e.value]; }

    // Keys name the vertices; a base that no builder checked may have texts there that are no names in DOT.
    std::string vertex_name(id<entity> v) const {
        return is_key(of.key(v)) ? std::string{of.key(v)} : "v" + std::to_string(v.value);
    }
    void vertex(std::ostream& to, id<entity> v) const {
        std::string s = "[label=\"";
        append_dot(s, of.name(v));
        s += "\\n(";
        s += bgl::boost_detail::kind(of, v);
        to << s << ")\", shape=" << dot_shape(of.kind(v)) << ']';
    }
    /// " (against, off_label, withdrawn)": whatever makes a claim say something else than its relation alone.
    std::string words(claim_id e) const {
        if (e.value < of.first_claim()) return {};
        std::string s;
        auto const add = [&](std::string_view w) { (s += s.empty() ? " (" : ", ") += w; };
        if (of.stance(e) != stance::in_favour) add(word(of.stance(e)));
        with_type(relations{}, of.relation(e), [&]<class Relation>() {
            if (auto const w = status_word(of.template payload<Relation>(e)); !w.empty()) add(w);
        });
        if (of.said(e).status != claim_status::current) add(word(of.said(e).status));
        return s.empty() ? s : s + ')';
    }
    bool same_statement(claim_id a, claim_id b) const {
        return of.relation(a) == of.relation(b) && of.subject(a) == of.subject(b) && of.object(a) == of.object(b) &&
               words(a) == words(b);
    }
    void edge(std::ostream& to, claim_id e) const {
        std::string s = "[label=\"";
        (s += bgl::boost_detail::relation(of, e)) += words(e);
        if (e.value >= of.first_claim()) {
            std::vector<id<source>> sources;
            for (auto same : of.out_ids(of.relation(e), of.subject(e)))
                if ((*in_scope)[same.value] && same_statement(e, same) &&
                    std::find(sources.begin(), sources.end(), of.said(same).source) == sources.end())
                    sources.push_back(of.said(same).source);
            for (auto from : sources) append_dot(s += "\\n", of.key(from));
        } else {
            s += "\", style=\"dashed";
        }
        to << s << "\"]";
    }
    void graph(std::ostream& to) const {
        auto const& base = of.base();
        std::string s =
            "rankdir=LR;\nnode [fontname=\"sans-serif\"];\nedge [fontname=\"sans-serif\", fontsize=10];\nlabelloc=t;\nlabel=\"";
        append_dot(s, of[base.name]);
        append_dot(s += ", version ", of[base.version]);
        if (auto const d = base.released; d.year() != 0) {
            auto const two = [](int n) { return (n < 10 ? "-0" : "-") + std::to_string(n); };
            s += " of " + std::to_string(d.year()) + (d.month() != 0 ? two(d.month()) : "") + (d.day() != 0 ? two(d.day()) : "");
        }
        append_dot(s += "\\n", of[base.notice]);
        to << s << "\";\n";
    }
};

/// Writes what the two vectors say with boost::write_graphviz.
inline void draw(std::ostream& to, knowledge_base const& kb, std::vector<bool> const& vertices, std::vector<bool> edges) {
    for (auto e : id_range<claim_id>{0, kb.edge_count()})
        edges[e.value] = edges[e.value] && vertices[kb.subject(e).value] && vertices[kb.object(e).value];
    auto shown = edges;
    picture const p{kb, &vertices, &shown, &edges};
    for (auto e : id_range<claim_id>{0, kb.edge_count()})  // equal ends stand together
        for (auto i = e.value; shown[e.value] && i != 0 && kb.subject(claim_id::from_number(i - 1)) == kb.subject(e) &&
                               kb.object(claim_id::from_number(i - 1)) == kb.object(e);)
            if (--i; edges[i] && p.same_statement(claim_id::from_number(i), e)) shown[e.value] = false;
    boost::filtered_graph<knowledge_base, picture, picture> const part{kb, p, p};
    boost::write_graphviz(
        to, part, [&](std::ostream& out, id<entity> v) { p.vertex(out, v); },
        [&](std::ostream& out, claim_id e) { p.edge(out, e); }, [&](std::ostream& out) { p.graph(out); },
        boost::make_function_property_map<id<entity>>([&](id<entity> v) { return p.vertex_name(v); }));
}

/// Marks what is reachable from `start`, itself included.
template <class Graph>
void mark_reachable(Graph const& over, id<entity> start, std::vector<bool>& reached) {
    std::vector<boost::default_color_type> colour(num_vertices(over));
    boost::breadth_first_search(over, start, boost::color_map(bgl::vertex_map(colour)));
    for (std::size_t v = 0; v != colour.size(); ++v)
        if (colour[v] == boost::black_color) reached[v] = true;
}

/// What bears on one cause: which entities and claims a picture of it shows.
class part_around {
public:
    part_around(knowledge_base const& kb, id<cause> about)
        : kb_{kb}, ancestors_(kb.entity_count(), false), vertices_(kb.entity_count(), false), edges_(kb.edge_count(), false) {
        find_causes(about);
        find_options();
        for (auto o : kb_.all<option>())
            if (options_[o.value]) add_option(o);
        for (auto const& c : kb_.every<implicated_in>())
            if (speaks(c.number)) edges_[c.number.value] = true;
        for (std::uint32_t e = 0; e != kb_.first_claim(); ++e) edges_[e] = true;  // where both ends are shown
    }
    std::vector<bool> const& vertices() const { return vertices_; }
    std::vector<bool> const& edges() const { return edges_; }

private:
    /// The cause, the causes above it and those under it.
    void find_causes(id<cause> about) {
        auto const hierarchy = bgl::filtered<is_a>(kb_);
        mark_reachable(hierarchy, about, ancestors_);
        mark_reachable(boost::make_reverse_graph(hierarchy), about, vertices_);
        for (std::size_t v = 0; v != vertices_.size(); ++v) vertices_[v] = vertices_[v] || ancestors_[v];
        causes_ = vertices_;
    }
    /// The options that a current claim lists for one of the causes.
    void find_options() {
        options_.assign(kb_.entity_count(), false);
        each(claim_relations{}, [this]<class Relation>() {
            if constexpr (may_list<Relation>) this->find_options_by<Relation>();
        });
    }
    template <class Relation>
    void find_options_by() {
        for (auto about : kb_.all<cause>()) {
            if (!causes_[about.value]) continue;
            for (auto const& c : kb_.about<Relation>(about))
                if (speaks(c.number)) options_[c.subject.value] = vertices_[c.subject.value] = edges_[c.number.value] = true;
        }
    }
    /// Its classes, and what is said of it.
    void add_option(id<option> o) {
        mark_reachable(bgl::filtered<is_a, member_of, listed_under>(kb_), o, vertices_);
        add_claims<affects>(o);
        add_claims<acts_by>(o);
        for (auto const& c : kb_.out<warned_of>(o)) add(c.number, c.object);
        for (auto const& c : kb_.out<contraindicated_in>(o)) add(c.number, c.object);
    }
    template <class Relation>
    void add_claims(id<option> o) {
        for (auto const& c : kb_.out<Relation>(o))
            if (speaks(c.number)) add(c.number, c.object);
    }
    void add(claim_id c, id<entity> end) { edges_[c.value] = vertices_[end.value] = true; }

    /// Whether a claim says something of the causes shown, or of none in particular.
    bool speaks(claim_id c) const {
        auto const& said = kb_.said(c);
        if (said.status != claim_status::current || sets_apart(said)) return false;
        for (auto context : kb_[said.about])
            if (is_shown(context, causes_)) return true;
        if (auto const object = kb_.as<cause>(kb_.object(c))) return causes_[object.value];
        return kb_[said.about].empty();
    }
    bool sets_apart(attribution const& said) const {
        for (auto apart : kb_[said.excludes])
            if (is_shown(apart, ancestors_)) return true;
        return false;
    }
    /// A number of a damaged file may stand for no entity.
    static bool is_shown(id<cause> c, std::vector<bool> const& among) { return c.value < among.size() && among[c.value]; }

    knowledge_base const& kb_;
    std::vector<bool> ancestors_, vertices_, edges_, causes_{}, options_{};
};

}  // namespace boost_detail

/// Writes the whole base in Graphviz' DOT: entities by key, claims as solid edges with their sources, structure dashed.
inline void to_graphviz(std::ostream& to, knowledge_base const& kb) {
    boost_detail::draw(to, kb, std::vector<bool>(kb.entity_count(), true), std::vector<bool>(kb.edge_count(), true));
}

/// Writes the part around one cause: its ancestors and descendants, the options documented for any of these, and the
/// classes, mechanisms, outcomes, warnings and contraindications of these options.
///
/// Left out are claims about other causes, superseded and withdrawn ones, and those of sources that set the cause or an ancestor
/// of it apart.
inline void to_graphviz(std::ostream& to, knowledge_base const& kb, id<cause> about) {
    boost_detail::part_around const part{kb, about};
    boost_detail::draw(to, kb, part.vertices(), part.edges());
}

}  // namespace treatise::inline v0_3
