// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstdint>
#include <vector>

// What the steps of a table note, so that each looks at it in one step.
namespace treatise::inline v0_3::table_detail {

/// A number for each claim, 0 until it is set. To forget them takes as long as setting them did.
class claim_numbers {
    std::vector<std::uint32_t> all_{};
    std::vector<claim_id> set_{};

public:
    [[nodiscard]] constexpr std::uint32_t of(claim_id c) const { return c.value < all_.size() ? all_[c.value] : 0; }
    /// Sets the number of a claim that has none yet; gives the number that it has then.
    constexpr std::uint32_t set(knowledge_base const& kb, claim_id c, std::uint32_t n) {
        if (all_.empty()) all_.resize(kb.edge_count(), 0);  // clang needs the value
        if (c.value >= all_.size()) return n;
        if (all_[c.value] == 0) all_[c.value] = n, set_.push_back(c);
        return all_[c.value];
    }
    constexpr void clear() {
        for (auto c : set_) all_[c.value] = 0;
        set_.clear();
    }
};

/// The rows of each option, in the order in which they were made.
class rows_of_options {
    struct of_option {
        std::uint32_t first = 0, last = 0;  ///< from 1
    };
    std::vector<of_option> rows_{};
    std::vector<std::uint32_t> next_{};  ///< row by row: the next of the same option, from 1

public:
    /// Notes that row `n` is of the option.
    constexpr void add(knowledge_base const& kb, id<option> o, std::uint32_t n) {
        auto const options = kb.all<option>();
        if (rows_.empty()) rows_.resize(options.size(), of_option{});
        if (next_.size() <= n) next_.resize(n + 1u, 0);
        auto const slot = options.slot(o);
        if (slot >= rows_.size()) return;
        auto& of = rows_[slot];
        if (of.last == 0)
            of.first = n + 1;
        else
            next_[of.last - 1] = n + 1;
        of.last = n + 1;
    }
    /// Calls `f` with the number of each row of the option.
    template <class F>
    constexpr void each(knowledge_base const& kb, id<option> o, F f) const {
        auto const slot = kb.all<option>().slot(o);
        if (slot >= rows_.size()) return;
        for (auto r = rows_[slot].first; r != 0; r = next_[r - 1]) f(r - 1);
    }
};

/// Of each class, whether several of some options stand in it.
class class_heirs {
    struct two {
        id<option> a{}, b{};

        constexpr void add(id<option> o) {
            if (!o || o == a || o == b) return;
            if (!a)
                a = o;
            else if (!b)
                b = o;
        }
    };
    std::vector<two> of_{};

public:
    constexpr void clear() { of_.clear(); }
    [[nodiscard]] constexpr bool known() const { return !of_.empty(); }
    /// Goes over the classes once: `each_option(add)` calls `add(class, option)` for the classes that an option stands in itself.
    template <class EachOption>
    constexpr void find(knowledge_base const& kb, EachOption each_option) {
        auto const classes = kb.all<therapy_class>();
        of_.assign(classes.size(), two{});
        each_option([&](id<therapy_class> c, id<option> o) {
            if (auto const i = classes.slot(c); i < of_.size()) of_[i].add(o);
        });
        for (auto i = classes.size(); i-- != 0;)  // what stands above a class stands before it
            for (auto e : kb.out<is_a>(classes[i]))
                if (auto const up = classes.slot(e.object); up < i) of_[up].add(of_[i].a), of_[up].add(of_[i].b);
    }
    [[nodiscard]] constexpr bool several_in(knowledge_base const& kb, id<therapy_class> c) const {
        auto const i = kb.all<therapy_class>().slot(c);
        return i < of_.size() && of_[i].b;
    }
};

}  // namespace treatise::inline v0_3::table_detail
