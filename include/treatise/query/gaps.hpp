// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/candidates.hpp>
#include <treatise/query/statements.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace treatise::inline v0_3 {

/// Something that sources report of other options for a cause, and of this one nowhere: an outcome or a practical issue.
struct gap {
    id<treatise::option> option;  ///< a row: a class, or a therapy in none
    id<entity> about{};  ///< an outcome, or an entity of another kind whose absence the schema page calls a gap
    std::optional<practical_issue> issue{};

    friend constexpr bool operator==(gap const&, gap const&) = default;
};

namespace query_detail {

/// The kinds of entities whose absence is a gap, a bit each.
inline constexpr std::uint32_t gap_kinds = []<class... Kind>(list<Kind...>) {
    return ((Kind::gaps == gap_of::object ? kinds_of<Kind>::bits : 0u) | ...);
}(kinds{});

/// What is reported, a byte each: entities in order of their number, practical issues in their order.
struct gap_report {
    number_range among;
    std::vector<std::uint8_t> entities, issues;
    std::vector<std::uint8_t> above;  ///< of entities, whether a kind of it is reported
    std::vector<text> families{};     ///< of the reported outcomes, in order once `close` was called

    constexpr explicit gap_report(knowledge_base const& kb)
        : among{entity_numbers(kb.tables().kind_begin, kb.tables().added_begin, gap_kinds)},
          entities(among.size(), 0),
          issues(words_of<practical_issue>.size(), 0),
          above(among.size(), 0) {}

    /// Calls `f` with each outcome that stands above one, until it asks to stop.
    template <class F>
    static constexpr void each_above(knowledge_base const& kb, id<outcome> o, F f) {
        for (auto up = kb.out<is_a>(o); !up.empty() && f(up.front().object); up = kb.out<is_a>(up.front().object)) {}
    }
    /// Makes the report ready to be asked of what it covers.
    constexpr void close(knowledge_base const& kb) {
        for (auto o : kb.all<outcome>()) {
            if (!entities[among.slot(o.value)]) continue;
            if (auto const f = kb.details(o).family) families.push_back(f);
            each_above(kb, o, [&](id<outcome> x) { return above[among.slot(x.value)]++ == 0; });
        }
        auto const before = [](text a, text b) { return a.value < b.value; };
        std::sort(families.begin(), families.end(), before);
    }
    /// Whether it reports an entity; of an outcome, also one that it is a kind of, a kind of it, or one of its family.
    constexpr bool covers(knowledge_base const& kb, id<entity> e) const {
        auto const at = among.slot(e.value);
        auto const o = kb.as<outcome>(e);
        if (entities[at] || !o) return entities[at] != 0;
        if (above[at]) return true;
        if (auto const f = kb.details(o).family;
            f && std::binary_search(families.begin(), families.end(), f, [](text a, text b) { return a.value < b.value; }))
            return true;
        bool found = false;
        each_above(kb, o, [&](id<outcome> x) {
            found = entities[among.slot(x.value)] != 0;
            return !found;
        });
        return found;
    }

    template <class Kind>
    constexpr void add_of(knowledge_base const& kb, id<entity> e) {
        auto const x = kb.as<Kind>(e);
        if (!x) return;
        if constexpr (Kind::gaps == gap_of::object) entities[among.slot(x.value)] = 1;
        if constexpr (Kind::gaps == gap_of::issue) issues[place_of(kb.details(x).issue)] = 1;
    }
    template <class... Kind>
    constexpr void add(list<Kind...>, knowledge_base const& kb, id<entity> e) {
        (add_of<Kind>(kb, e), ...);
    }
    constexpr gap_report& operator|=(gap_report const& other) {
        for (std::size_t i = 0; i != entities.size(); ++i) entities[i] |= other.entities[i];
        for (std::size_t i = 0; i != issues.size(); ++i) issues[i] |= other.issues[i];
        return *this;
    }
};

/// The harms that a source in scope reports of an option or its forms, of whichever condition: of them nobody is silent.
constexpr void add_harms(gap_report& r, knowledge_base const& kb, id<option> o, asked_scope& s) {
    auto const add = [&](id<option> of) {
        for (auto c : kb.out_ids<affects>(of))
            if (auto const harm = kb.object<outcome>(c); kb.details(harm).valence == valence::undesirable)
                if (in_scope<affects>(c, applicability::broader, s)) r.add(kinds{}, kb, harm);
    };
    add(o);
    if (auto const t = kb.as<therapy>(o))
        for (auto e : kb.in<form_of>(t)) add(e.subject);
}

}  // namespace query_detail

/// What nobody reports: for each row of a cause, the outcomes and practical issues that are in use for others.
///
/// A source that looked and found nothing has reported; so has one that reports a harm of other people. Who reports a kind of an
/// outcome, what it is a kind of, or another of its family reports of it. Linear in rows times what is in use.
constexpr std::vector<gap> gaps(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    std::vector<id<option>> rows;
    for (auto c : candidates(kb, asked, s)) {
        auto const row = row_of(kb, c.option);
        rows.push_back(row ? id<option>{row} : c.option);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());

    relevance const relevant{kb, asked};
    query_detail::gap_report used{kb};
    std::vector<query_detail::gap_report> of_row;
    asked_scope narrowed{kb, s};
    std::vector<statement> said;
    for (auto row : rows) {
        query_detail::gap_report r{kb};
        statements(kb, relevant, row, narrowed, false, said);
        for (auto const& x : said)
            if (x.applies != applicability::excluded) r.add(kinds{}, kb, kb.object(x.claim));
        used |= r;
        query_detail::add_harms(r, kb, row, narrowed);
        if (auto const c = kb.as<therapy_class>(row))
            for (auto e : kb.in<listed_under>(c)) query_detail::add_harms(r, kb, e.subject, narrowed);
        r.close(kb);
        of_row.push_back(std::move(r));
    }
    std::vector<gap> found;
    for (std::size_t r = 0; r != rows.size(); ++r) {
        for (std::uint32_t i = 0; i != used.entities.size(); ++i)
            if (auto const e = id<entity>::from_number(used.among.number(i)); used.entities[i] && !of_row[r].covers(kb, e))
                found.push_back({rows[r], e, {}});
        for (std::size_t i = 0; i != used.issues.size(); ++i)
            if (used.issues[i] && !of_row[r].issues[i]) found.push_back({rows[r], {}, static_cast<practical_issue>(i)});
    }
    return found;
}

}  // namespace treatise::inline v0_3
