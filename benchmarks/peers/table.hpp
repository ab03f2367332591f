// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <algorithm>
#include <utility>
#include <vector>

// Rows and cells of a table, by the rules that treatise::compare began with, on what a peer answers. Rows and claims stand
// in display order by number. What treatise::compare does besides is not asked of the peers: which claims of a cell are told,
// the printed order of rows, labels and members, what is advised, the sources and counts below the table.
namespace peers {

template <class Peer>
struct cell {
    treatise::cell_state state;
    std::vector<told<typename Peer::claim>> claims;
};
template <class Peer>
struct row {
    typename Peer::option option;
    std::vector<told<typename Peer::claim>> claims;
    bool collapses;  ///< goes where there are too many rows and no source discusses it for the cause
    std::vector<cell<Peer>> cells{};
};

namespace detail {

template <class Peer>
bool differ(Peer const& peer, typename Peer::claim const& a, typename Peer::claim const& b) {
    return treatise::table_detail::opposed(peer.stance(a), peer.stance(b)) && peer.source(a) != peer.source(b) &&
           peer.relation(a) == peer.relation(b) && peer.subject(a) == peer.subject(b) &&
           (!peer.is_effect(a) || peer.object(a) == peer.object(b));
}

template <class Peer>
treatise::cell_state state_of(Peer const& peer, std::vector<told<typename Peer::claim>> const& claims) {
    using treatise::cell_state, treatise::stance;
    if (claims.empty()) return cell_state::not_reported;
    bool only_searched = true, only_no_difference = true;
    for (auto const& a : claims) {
        only_searched = only_searched && peer.stance(a.claim) == stance::no_evidence_found;
        only_no_difference = only_no_difference && peer.stance(a.claim) == stance::no_difference;
        for (auto const& b : claims)
            if (a.facet == b.facet && differ(peer, a.claim, b.claim)) return cell_state::disagree;
    }
    return only_searched ? cell_state::looked_for : only_no_difference ? cell_state::no_difference : cell_state::reported;
}

void add(auto& v, auto const& x) {
    if (std::find(v.begin(), v.end(), x) == v.end()) v.push_back(x);
}
using treatise::contains;

/// What bears on an option for the cause, facet by facet.
template <class Peer>
auto claims_for(Peer const& peer, typename Peer::near_causes const& near, typename Peer::option const& o) {
    auto claims = peer.statements(near, o);
    std::sort(claims.begin(), claims.end());
    return claims;
}

template <class Peer>
std::vector<row<Peer>> rows_of(Peer const& peer, typename Peer::near_causes const& near) {
    std::vector<typename Peer::option> documented, in_favour, pooled;
    for (auto const& c : peer.candidates(near)) {
        if (c.reasons.front().applies == treatise::applicability::excluded) continue;
        auto const o = peer.row_of(c.option);
        add(documented, o);
        for (auto const& r : c.reasons)
            if (r.applies != treatise::applicability::excluded && r.stance != treatise::stance::against) {
                add(in_favour, o);
                break;
            }
    }
    for (auto const& o : documented)
        for (auto const& a : peer.lineage(o))
            if (a == o ? peer.has_classes_below(a)
                       : !peer.is_root(a) && !contains(documented, a) && !peer.statements(near, a).empty())
                add(pooled, a);
    std::vector<row<Peer>> rows;
    for (auto const& o : peer.references())
        if (auto claims = claims_for(peer, near, o); !claims.empty() && !contains(documented, o))
            rows.push_back({o, std::move(claims), false});
    for (auto const& o : pooled) rows.push_back({o, claims_for(peer, near, o), false});
    for (auto const& o : documented)
        if (!contains(pooled, o)) rows.push_back({o, claims_for(peer, near, o), contains(in_favour, o)});
    // A therapy with a row of its own is told there, not on the row of its class.
    auto const has_row = [&](auto const& o) {
        return std::any_of(rows.begin(), rows.end(), [&](auto const& r) { return r.option == o; });
    };
    for (auto& r : rows)
        std::erase_if(
            r.claims, [&](auto const& t) { return t.of == treatise::said_of::member && has_row(peer.subject(t.claim)); });
    return rows;
}

template <class Peer>
void collapse(std::vector<row<Peer>>& rows) {
    auto const is_discussed = [](row<Peer> const& r) {
        return std::any_of(
            r.claims.begin(), r.claims.end(), [](auto const& t) { return t.applies <= treatise::applicability::pooled; });
    };
    auto const options = std::count_if(rows.begin(), rows.end(), [](auto const& r) { return r.collapses; });
    auto const discussed = std::count_if(rows.begin(), rows.end(), [&](auto const& r) { return r.collapses && is_discussed(r); });
    if (options > treatise::overview.most_rows && discussed != 0)
        std::erase_if(rows, [&](auto const& r) { return r.collapses && !is_discussed(r); });
}

}  // namespace detail

template <class Peer>
std::vector<row<Peer>> table(Peer const& peer, auto const& cause) {
    auto rows = detail::rows_of(peer, peer.near(cause));
    detail::collapse(rows);
    std::sort(
        rows.begin(), rows.end(), [&](auto const& a, auto const& b) { return peer.place(a.option) < peer.place(b.option); });
    for (auto& r : rows)
        for (auto const& column : treatise::overview.columns) {
            if (column.content != treatise::column_content::claims) continue;
            std::vector<told<typename Peer::claim>> claims;
            for (auto const& t : r.claims)
                if (column.facets.allows(t.facet)) claims.push_back(t);
            auto const state = detail::state_of(peer, claims);
            r.cells.push_back({state, std::move(claims)});
        }
    return rows;
}

// The answers as text.

template <class Peer>
answer candidates_answer(Peer const& peer, treatise::knowledge_base const& kb, treatise::id<treatise::cause> cause) {
    answer lines;
    for (auto const& c : peer.candidates(peer.near(peer.find(kb.key(cause)))))
        for (auto const& r : c.reasons)
            lines.push_back(
                line(peer.key(c.option), peer.claim_key(r.claim), treatise::word(r.applies), treatise::word(r.stance)));
    return lines;
}

template <class Peer>
answer table_answer(Peer const& peer, treatise::knowledge_base const& kb, treatise::id<treatise::cause> cause) {
    answer lines;
    for (auto const& r : table(peer, peer.find(kb.key(cause)))) {
        lines.push_back(line("row", peer.key(r.option)));
        for (auto const& c : r.cells) {
            lines.push_back(line("cell", treatise::word(c.state)));
            for (auto const& t : c.claims)
                lines.push_back(line(treatise::word(t.facet), peer.claim_key(t.claim), treatise::word(t.applies)));
        }
    }
    return lines;
}

}  // namespace peers
