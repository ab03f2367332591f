// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/hetionet.hpp>

#include "bulk_fixture.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace bulk_random_test {

using namespace treatise;
using fixture::lines;

// Random tables of a hetnet, full of dirt, against a reader that is as plain as the rules are in words.

namespace {

using dice = std::mt19937;
using rows_of_cells = std::vector<lines>;

std::string one_of(dice& d, lines const& all) { return all[d() % all.size()]; }

struct tables {
    rows_of_cells nodes{{"id", "name", "kind"}}, edges{{"source", "metaedge", "target"}};
};

tables random_tables(dice& d) {
    lines const kinds{"Compound", "Disease", "Gene", "Pharmacologic Class", "Side Effect", "Anatomy", "NA"};
    lines const names{"Alpha", "Beta", "alpha", "Ménière's", "one, two", "\"quoted\"", "NA", "", "痛み"};
    lines const metaedges{"CtD", "CpD", "CbG", "DaG", "DuG", "PCiC", "CcSE", "DlA", "NA"};
    tables t;
    auto const id = [&] { return d() % 40 == 0 ? "NA" : "n" + std::to_string(d() % 12); };
    for (auto n = d() % 14; n != 0; --n) t.nodes.push_back({id(), one_of(d, names), one_of(d, kinds)});
    for (auto n = d() % 60; n != 0; --n) {
        lines row{id(), one_of(d, metaedges), id()};
        if (d() % 20 == 0) row.resize(1 + d() % 2);
        if (d() % 10 == 0) row.push_back("more");
        t.edges.push_back(row);
        if (d() % 6 == 0) t.edges.push_back(row);
    }
    return t;
}

std::string text_of(rows_of_cells const& rows, dice& d, bool csv) {
    std::string s = d() % 2 != 0 ? "\xef\xbb\xbf" : "";
    std::string const end = d() % 2 != 0 ? "\r\n" : "\n";
    for (auto const& row : rows) {
        if (&row != &rows[0]) s += end;
        if (&row != &rows[0] && d() % 10 == 0) s += end;
        for (std::size_t i = 0; i != row.size(); ++i) {
            if (i != 0) s += csv ? ',' : '\t';
            bool const quote = csv && (row[i].find_first_of(",\"") != row[i].npos || d() % 4 == 0);
            if (!quote) {
                s += row[i];
                continue;
            }
            s += '"';
            for (char const c : row[i]) (s += c) += c == '"' ? "\"" : "";
            s += '"';
        }
    }
    return d() % 2 != 0 ? s + end : s;
}

/// What was read, as a plain reader has it and as the library has it.
struct told {
    std::set<lines> claims;                 ///< relation, kind and id of subject and object, place
    std::map<lines, std::string> names;     ///< by kind and id
    std::uint64_t rows = 0, refused = 0, unmapped = 0, no_rule = 0, undeclared = 0;

    auto all() const { return std::tie(claims, names, rows, refused, unmapped, no_rule, undeclared); }
};

class naive_reader {
    struct node {
        std::string name;
        lines kinds;  ///< its own first; none: it is left out
        bool declared = false;
    };
    struct rule {
        std::string relation, place;
        lines subjects;  ///< kinds, the one that an undeclared end takes first
        std::string object;
        bool reverse;
    };
    std::map<std::string, std::string> const kinds_{{"Compound", "therapy"}, {"Disease", "cause"}, {"Gene", "mechanism"},
        {"Pharmacologic Class", "therapy_class"}, {"Side Effect", "outcome"}};
    std::map<std::string, rule> const rules_{
        {"CtD", {"used_for", "CtD: compound treats disease", {"therapy", "therapy_class"}, "cause", false}},
        {"CpD", {"used_for", "CpD: compound palliates disease", {"therapy", "therapy_class"}, "cause", false}},
        {"CbG", {"acts_by", "CbG: compound binds gene", {"therapy", "therapy_class"}, "mechanism", false}},
        {"DaG", {"implicated_in", "DaG: disease associates gene", {"mechanism"}, "cause", true}},
        {"DuG", {"implicated_in", "DuG: disease upregulates gene", {"mechanism"}, "cause", true}},
        {"CcSE", {"affects", "CcSE: compound causes side effect", {"therapy", "therapy_class"}, "outcome", false}},
        {"PCiC", {"member_of", "", {"therapy"}, "therapy_class", true}}};
    std::map<std::string, node> nodes_;

    static bool has(lines const& all, std::string const& one) { return std::find(all.begin(), all.end(), one) != all.end(); }
    static std::string value(lines const& row, std::size_t i) { return i >= row.size() || row[i] == "NA" ? "" : row[i]; }
    static bool is_empty(lines const& row) { return row.size() == 1 && row[0].empty(); }

public:
    told made;

    explicit naive_reader(tables const& t) {
        for (std::size_t i = 1; i != t.nodes.size(); ++i) read_node(t.nodes[i], t.nodes[0].size());
        for (std::size_t i = 1; i != t.edges.size(); ++i) read_edge(t.edges[i], t.edges[0].size());
        for (auto const& [id, n] : nodes_)
            if (!n.kinds.empty()) made.names[{n.kinds[0], id}] = n.name.empty() ? id : n.name;
    }

private:
    void read_node(lines const& row, std::size_t columns) {
        if (row.size() > columns) {
            ++made.refused;
            return;
        }
        auto const id = value(row, 0), name = value(row, 1), kind = value(row, 2);
        if (id.empty()) {
            ++made.refused;
            return;
        }
        auto& n = nodes_[id];
        n.declared = n.declared || !kind.empty();
        if (n.name.empty()) n.name = name;
        if (auto const known = kinds_.find(kind); known != kinds_.end() && !has(n.kinds, known->second))
            n.kinds.push_back(known->second);
    }
    void read_edge(lines const& row, std::size_t columns) {
        if (is_empty(row)) return;
        ++made.rows;
        auto const source = value(row, 0), metaedge = value(row, 1), target = value(row, 2);
        if (row.size() < 3 || row.size() > columns || source.empty() || metaedge.empty() || target.empty()) {
            ++made.refused;
            return;
        }
        auto const of = rules_.find(metaedge);
        if (of == rules_.end()) {
            ++made.unmapped;
            return;
        }
        if (source == target) {
            ++made.refused;
            return;
        }
        auto const& r = of->second;
        auto const subject = r.reverse ? target : source, object = r.reverse ? source : target;
        auto &s = nodes_[subject], &o = nodes_[object];
        auto const s_kinds = s.declared ? s.kinds : lines{r.subjects[0]}, o_kinds = o.declared ? o.kinds : lines{r.object};
        std::string kind;
        for (auto const& k : {"therapy_class", "therapy", "mechanism"})
            if (kind.empty() && has(r.subjects, k) && has(s_kinds, k)) kind = k;
        if (!s_kinds.empty() && has(r.subjects, s_kinds[0])) kind = s_kinds[0];
        if (kind.empty() || !has(o_kinds, r.object)) {
            ++made.no_rule;
            return;
        }
        for (auto const& [n, kinds] : {std::pair{&s, s_kinds}, std::pair{&o, o_kinds}})
            if (!n->declared) n->declared = true, n->kinds = kinds, ++made.undeclared;
        made.claims.insert({r.relation, kind, subject, r.object, object, r.place});
    }
};

told told_by(bulk_result const& read) {
    auto const kb = fixture::base_of(read);
    told made;
    auto const id_of = [&](auto e) { return std::string{kb[kb.codes(e)[0].code]}; };
    auto const kind_of = [&](auto e) { return std::string{kind_names[kb.kind(e)]}; };
    each(relations{}, [&]<class R>() {
        if constexpr (!std::same_as<R, listed_under>)
            for (auto const& x : kb.every<R>()) {
                lines row{std::string{R::name}, kind_of(x.subject), id_of(x.subject), kind_of(x.object), id_of(x.object), ""};
                if constexpr (claim_relation<R>) row.back() = kb[x.said->place];
                CHECK(made.claims.insert(row).second);
            }
    });
    for (std::uint32_t i = 0; i != kb.entity_count(); ++i) {
        auto const e = id<entity>::from_number(i);
        auto suffix = '-' + kind_of(e);
        std::replace(suffix.begin(), suffix.end(), '_', '-');
        auto const second = kb.key(e).ends_with(suffix);  // a node of one kind that a row needs as another
        if (!kb.codes(e).empty() && !second) made.names[{kind_of(e), id_of(e)}] = kb.name(e);
    }
    made.rows = read.report.edge_rows, made.refused = read.report.refused();
    for (auto const& c : read.report.skipped()) {
        if (c.what.starts_with("row with the predicate ")) made.unmapped += c.times;
        if (c.what.starts_with("row between ends")) made.no_rule += c.times;
    }
    for (auto const& c : read.report.mended())
        if (c.what.starts_with("undeclared node")) made.undeclared += c.times;
    return made;
}

}  // namespace

TEST_CASE("random dirty tables are read as a plain reader reads them, whatever the threads and the blocks", "[bulk][random]") {
    for (std::uint32_t seed = 0; seed != 150; ++seed) {
        INFO("seed " << seed);
        dice d{seed};
        auto const t = random_tables(d);
        auto const expected = naive_reader{t}.made;
        fixture::folder const in;
        bool const csv = d() % 2 != 0;
        std::string const ending = csv ? ".csv" : ".tsv";
        lines const paths{
            in.file("edges" + ending, text_of(t.edges, d, csv)), in.file("nodes" + ending, text_of(t.nodes, d, csv))};
        std::string report;
        for (auto const& [threads, block] :
            {std::pair{1u, block_reader::usual_size}, std::pair{1u, std::size_t{30}}, std::pair{3u, std::size_t{111}}}) {
            bulk_options how;
            how.threads = threads, how.block = block;
            auto const read = read_hetionet(paths, hetionet_mapping(), how);
            auto const found = told_by(read);
            CHECK(found.claims == expected.claims);
            CHECK(found.names == expected.names);
            CHECK(found.all() == expected.all());
            if (report.empty()) report = to_string(read.report);
            CHECK(to_string(read.report) == report);
        }
    }
}

}  // namespace bulk_random_test
