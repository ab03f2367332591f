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
    std::vector<std::uint8_t>
        covered;  ///< of outcomes, whether a kind of it, what it is a kind of or one of its family is reported

    constexpr explicit gap_report(knowledge_base const& kb)
        : among{entity_numbers(kb.tables().kind_begin, kb.tables().added_begin, gap_kinds)},
          entities(among.size(), 0),
          issues(words_of<practical_issue>.size(), 0),
          covered(among.size(), 0) {}

    /// Makes the report ready to be asked of what it covers: linear in the outcomes, each of which stands behind what it is a
    /// kind of.
    constexpr void close(knowledge_base const& kb) {
        auto const all = kb.all<outcome>();
        auto const size = static_cast<std::uint32_t>(all.size());
        std::vector<std::uint8_t> below(size, 0), above(size, 0);
        std::vector<text> families;
        auto const at = [&](std::uint32_t i) { return among.slot(all[i].value); };
        auto const before = [](text a, text b) { return a.value < b.value; };
        for (std::uint32_t i = 0; i != size; ++i) {
            if (auto const f = kb.details(all[i]).family; f && entities[at(i)]) families.push_back(f);
            for (auto e : kb.out<is_a>(all[i]))
                if (auto const up = all.slot(e.object); up < i && (entities[at(up)] || below[up])) below[i] = 1;
        }
        for (auto i = size; i-- != 0;)
            if (entities[at(i)] || above[i])
                for (auto e : kb.out<is_a>(all[i]))
                    if (auto const up = all.slot(e.object); up < i) above[up] = 1;
        std::sort(families.begin(), families.end(), before);
        for (std::uint32_t i = 0; i != size; ++i) {
            auto const f = kb.details(all[i]).family;
            covered[at(i)] = below[i] || above[i] || (f && std::binary_search(families.begin(), families.end(), f, before));
        }
    }
    /// Whether it reports what stands at a place among these, or something so near that nobody is silent on it.
    [[nodiscard]] constexpr bool covers(std::uint32_t at) const { return entities[at] || covered[at]; }

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
            if (used.entities[i] && !of_row[r].covers(i))
                found.push_back({rows[r], id<entity>::from_number(used.among.number(i)), {}});
        for (std::size_t i = 0; i != used.issues.size(); ++i)
            if (used.issues[i] && !of_row[r].issues[i]) found.push_back({rows[r], {}, static_cast<practical_issue>(i)});
    }
    return found;
}

}  // namespace treatise::inline v0_3
