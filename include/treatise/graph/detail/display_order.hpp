// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/draft.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace treatise::inline v0_3::graph_detail {

/// The display order of the entities of a draft: the base before what layers add; of each, kinds as on the schema page; inside a
/// kind each layer before the next, the hierarchy, every parent before its children; kinds of therapy by their declared order;
/// therapies by their row, the references before all; then A to Z.
class display_order {
public:
    std::vector<std::uint32_t> order{};  ///< which entity of the draft's own stands at each place
    std::vector<std::uint32_t> place{};  ///< of each entity of the draft's own

    explicit display_order(draft const& of) : d_{of} {
        auto const n = static_cast<std::uint32_t>(d_.entities.size());
        place.assign(n, no_number);
        group_.assign(n, no_index);
        children_.resize(n);
        parents_left_.assign(n, 0);
        for (auto const& e : d_.edges[relation_number<is_a>]) {
            if (d_.layer(e.subject) != d_.layer(e.object)) continue;  // a parent in a layer below stands before anyway
            children_[own(e.object)].push_back(own(e.subject));
            ++parents_left_[own(e.subject)];
        }
        std::vector<std::uint32_t> by_kind(n);
        std::iota(by_kind.begin(), by_kind.end(), 0u);
        std::sort(by_kind.begin(), by_kind.end(),
            [&](auto x, auto y) { return segment(x) != segment(y) ? segment(x) < segment(y) : x < y; });
        for (std::size_t first = 0, last = 0; first != n; first = last) {
            while (last != n && segment(by_kind[last]) == segment(by_kind[first])) ++last;
            number_kind(
                {by_kind.begin() + static_cast<std::ptrdiff_t>(first), by_kind.begin() + static_cast<std::ptrdiff_t>(last)});
        }
    }

    /// Where the kinds of the base begin among the places, or those of what layers add.
    [[nodiscard]] std::vector<std::uint32_t> begin(bool added) const {
        std::vector<std::uint32_t> made(kinds::size + 1, 0);
        for (auto const& e : d_.entities)
            if ((e.layer != 0) == added)
                ++made[e.kind + 1];
            else if (added)
                ++made[0];
        std::partial_sum(made.begin(), made.end(), made.begin());
        return made;
    }

private:
    draft const& d_;
    std::vector<std::uint32_t> group_{};  ///< of a therapy: the place of its row
    std::vector<std::vector<std::uint32_t>> children_{};
    std::vector<std::uint32_t> parents_left_{};  ///< without a place yet

    std::uint32_t own(id<entity> e) const { return e.value - d_.first_own(); }
    std::uint32_t segment(std::uint32_t e) const { return (d_.entities[e].layer != 0 ? kinds::size : 0) + d_.entities[e].kind; }
    std::uint32_t rank(std::uint32_t e) const {
        auto const& of = d_.entities[e];
        if (of.kind == kind_number<therapy_class>) {
            auto const n = d_.rows<therapy_class>()[of.of_kind].order;
            return n == 0 ? no_index : n;
        }
        if (of.kind == kind_number<therapy>) return d_.rows<therapy>()[of.of_kind].reference ? 0 : 1;
        return 0;
    }
    bool stands_before(std::uint32_t x, std::uint32_t y) const {
        auto const &p = d_.entities[x], &q = d_.entities[y];
        if (p.layer != q.layer) return p.layer < q.layer;
        if (auto const i = rank(x), j = rank(y); i != j) return i < j;
        if (group_[x] != group_[y]) return group_[x] < group_[y];
        if (auto const c = compare_folded(d_.texts[p.name], d_.texts[q.name]); c != 0) return c < 0;
        return d_.texts[p.key] < d_.texts[q.key];
    }
    /// Gives the entities of one kind their places.
    void number_kind(std::vector<std::uint32_t> todo) {
        if (d_.entities[todo.front()].kind == kind_number<therapy>)  // classes have their places by now
            for (auto const& e : d_.edges[relation_number<listed_under>])
                if (d_.is_own(e.subject))
                    group_[own(e.subject)] = d_.is_own(e.object) ? d_.first_own() + place[own(e.object)] : e.object.value;
        auto const before = [this](auto x, auto y) { return stands_before(x, y); };
        std::erase_if(todo, [this](auto e) { return parents_left_[e] != 0; });
        std::sort(todo.begin(), todo.end(), before);
        std::reverse(todo.begin(), todo.end());
        while (!todo.empty()) {
            auto const e = todo.back();
            todo.pop_back();
            place[e] = static_cast<std::uint32_t>(order.size());
            order.push_back(e);
            auto& below = children_[e];
            std::erase_if(below, [this](auto child) { return --parents_left_[child] != 0; });
            std::sort(below.begin(), below.end(), before);
            todo.insert(todo.end(), below.rbegin(), below.rend());
        }
    }
};

}  // namespace treatise::inline v0_3::graph_detail
