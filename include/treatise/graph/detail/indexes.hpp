// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/standing.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

// What is worked out from the rows of a base when it is made: how edges, names and what questions read are found.
namespace treatise::inline v0_3::graph_detail {

/// Leaves one row of those from `first` on where all are equal, and none where all are the default.
template <class T>
void keep_once(std::vector<T>& column, std::size_t first) {
    if (column.size() == first) return;
    for (auto i = first + 1; i != column.size(); ++i)
        if (!(column[i] == column[first])) return;
    column.resize(column[first] == T{} ? first : first + 1);
}
inline void end_of_relation(auto& column) {
    keep_once(column.rows, column.begin.back());
    column.begin.push_back(static_cast<std::uint32_t>(column.rows.size()));
}

/// Appends the offsets of a counting sort of `items` by `bucket(item)`.
template <class Items, class Bucket>
void count_into(
    std::vector<std::uint32_t>& begin, std::uint32_t buckets, std::uint32_t start, Items const& items, Bucket bucket) {
    auto const base = begin.size();
    begin.resize(base + buckets + 1, 0);
    for (auto const& i : items) ++begin[base + bucket(i) + 1];
    begin[base] = start;
    for (std::size_t i = base + 1; i != begin.size(); ++i) begin[i] += begin[i - 1];
}

/// Sorts the rows from `sorted` on into those before it, which are in order.
template <class T, class Before>
void sort_into(std::vector<T>& all, std::size_t sorted, Before before) {
    auto const middle = all.begin() + static_cast<std::ptrdiff_t>(sorted);
    std::sort(middle, all.end(), before);
    if (sorted == 0) return;
    std::vector<T> made;
    made.reserve(all.size());
    std::merge(all.begin(), middle, middle, all.end(), std::back_inserter(made), before);
    all = std::move(made);
}

/// Fills the arrays of a base by which its rows are found; the rows are there.
class index_maker {
    arrays& s_;

    number_range hull(std::uint32_t bits) const { return entity_numbers(s_.kind_begin, s_.added_begin, bits); }

    void offsets(std::uint32_t r) {
        auto const first = s_.relation_begin[r], last = s_.relation_begin[r + 1];
        s_.about_at.push_back(no_index);
        if (first == last) {
            s_.out_at.push_back(no_index);
            s_.in_at.push_back(no_index);
            return;
        }
        id_range<claim_id> const ids{first, last};
        auto const subjects = hull(subject_kinds[r]), objects = hull(object_kinds[r]);
        s_.out_at.push_back(static_cast<std::uint32_t>(s_.out_begin.size()));
        count_into(s_.out_begin, subjects.size(), first, ids, [&](claim_id c) { return subjects.slot(s_.subject[c.value]); });
        auto const start = s_.in_begin.size();
        s_.in_at.push_back(static_cast<std::uint32_t>(start));
        count_into(s_.in_begin, objects.size(), static_cast<std::uint32_t>(s_.in_edges.size()), ids,
            [&](claim_id c) { return objects.slot(s_.object[c.value]); });
        std::vector<std::uint32_t> next(s_.in_begin.begin() + static_cast<std::ptrdiff_t>(start), s_.in_begin.end());
        s_.in_edges.resize(s_.in_edges.size() + (last - first));
        for (auto c = first; c != last; ++c) s_.in_edges[next[objects.slot(s_.object[c])]++] = c;
    }

    attribution const& said(std::uint32_t c, std::uint32_t r) const {
        auto const of = r - structure::size, first = s_.attributed.begin[of], rows = s_.attributed.begin[of + 1] - first;
        return s_.attributions[rows == 0 ? 0 : s_.attributed.rows[first + (rows == 1 ? 0 : c - s_.relation_begin[r])]];
    }

    /// Which claims name a cause as context: what `about` adds to the claims that have it as their object.
    void contexts(std::uint32_t r) {
        struct context {
            std::uint32_t about, number;
        };
        std::vector<context> found;
        auto const causes = hull(kinds_of<cause>::bits);
        bool const direct = object_kinds[r] == kinds_of<cause>::bits;
        for (auto c = s_.relation_begin[r]; c != s_.relation_begin[r + 1]; ++c) {
            auto const about = said(c, r).about;
            for (auto i = about.first; i != about.last; ++i)
                if (auto const one = s_.lists[i]; causes.contains(one) && !(direct && one == s_.object[c]))
                    found.push_back({one, c});
        }
        if (found.empty()) return;
        std::sort(found.begin(), found.end(),
            [](auto x, auto y) { return x.about != y.about ? x.about < y.about : x.number < y.number; });
        s_.about_at[r] = static_cast<std::uint32_t>(s_.about_begin.size());
        count_into(s_.about_begin, causes.size(), static_cast<std::uint32_t>(s_.about_claims.size()), found,
            [&](auto x) { return causes.slot(x.about); });
        for (auto x : found) s_.about_claims.push_back(x.number);
    }

public:
    explicit index_maker(arrays& of) : s_{of} {}

    /// Linear but for the claims with contexts, which are sorted.
    void edges() {
        for (std::uint32_t r = 0; r != relations::size; ++r) offsets(r);
        for (std::uint32_t r = structure::size; r != relations::size; ++r) contexts(r);
    }

    /// Whether a name stands before another: by folded text, then by entity; of names that differ in capitals alone a key, which
    /// has none, before the others.
    static bool name_before(knowledge_base const& kb, name_row x, name_row y) {
        auto const c = compare_folded(kb[x.name], kb[y.name]);
        if (c != 0) return c < 0;
        return x.of != y.of ? x.of < y.of : kb[x.name] > kb[y.name];
    }
    static bool is_same_name(knowledge_base const& kb, name_row x, name_row y) {
        return x.of == y.of && compare_folded(kb[x.name], kb[y.name]) == 0;
    }
    /// Everything that one entity is called, in no order.
    static void names_of(knowledge_base const& kb, id<entity> e, std::vector<name_row>& to) {
        auto const put = [&](text t) {
            if (t) to.push_back({t, e});
        };
        put(text::from_number(first_name + kb.entity_count() + e.value));
        put(text::from_number(first_name + e.value));
        for (auto t : kb.synonyms(e)) put(t);
        if (auto const t = kb.as<therapy>(e))
            for (auto brand : kb[kb.details(t).brands]) put(brand);
        with_type(kinds{}, kb.kind(e), [&]<class K>() {
            if constexpr (requires(typename K::details of) { of.clinical, of.plain; }) {
                auto const& of = kb.details(kb.as<K>(e));
                put(of.clinical);
                put(of.plain);
            }
        });
    }
    /// The names of every entity.
    void names() {
        auto const spans = spans_of(s_);
        knowledge_base const kb{spans};
        for (auto e : kb.all<entity>()) names_of(kb, e, s_.names);
        put_names_in_order(kb, 0);
    }
    /// Sorts the names from `sorted` on into those before it, and leaves each of an entity once.
    void put_names_in_order(knowledge_base const& kb, std::size_t sorted) {
        auto const before = [&](auto x, auto y) { return name_before(kb, x, y); };
        sort_into(s_.names, sorted, before);
        s_.names.erase(std::unique(s_.names.begin(), s_.names.end(), [&](auto x, auto y) { return is_same_name(kb, x, y); }),
            s_.names.end());
    }

    /// What questions read instead of working it out: `marks`, of the claims for which `known` has none, and what lists an option
    /// for a cause.
    template <class Known>
    void standing(Known known) {
        std::vector<std::uint8_t> made;
        {
            auto const spans = spans_of(s_);
            knowledge_base const kb{spans};
            successions replaced{kb};
            for (std::uint32_t r = structure::size; r != relations::size; ++r)
                for (auto c : kb.edges_of(r)) {
                    claim_marks marks;
                    made.push_back(known(c, marks) ? marks.bits : marks_of(kb, replaced, c, r).bits);
                }
        }
        s_.marks.rows.clear();
        s_.marks.begin.assign(1, 0);
        for (std::uint32_t r = structure::size, first = s_.relation_begin[r]; r != relations::size; ++r) {
            s_.marks.rows.insert(s_.marks.rows.end(), made.begin() + (s_.relation_begin[r] - first),
                made.begin() + (s_.relation_begin[r + 1] - first));
            end_of_relation(s_.marks);
        }
        auto const spans = spans_of(s_);
        auto listing = listing_of(knowledge_base{spans});
        s_.listing_begin = std::move(listing.begin);
        s_.listing_claims = std::move(listing.claims);
    }
    void standing() {
        standing([](claim_id, claim_marks&) { return false; });
    }
};

}  // namespace treatise::inline v0_3::graph_detail
