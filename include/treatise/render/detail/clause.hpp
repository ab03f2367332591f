// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/query/profile.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// What one told claim puts into a cell, and how several such become one line.
namespace treatise::inline v0_3::render_detail {

/// One told claim in words, before it is joined with those like it.
struct clause {
    matter of{};
    std::string lead{};                    ///< "Boxed warning (FDA)", "Avoid": what stands once before several
    std::vector<id<option>> whose{};       ///< of whom it is said; empty: of the row itself
    std::string text{}, tail{};            ///< "dizziness 21 vs 5"; what holds for all of a line, "any neuropathic pain"
    std::vector<std::uint32_t> sources{};  ///< into `sheet::sources`
    std::vector<std::string> claims{};
    bool is_warning = false, interest = false;
    std::optional<std::pair<int, int>> people{};
};

/// Adds what `from` holds and `to` does not, in order.
template <class T>
void add_all(std::vector<T>& to, std::vector<T> const& from) {
    for (auto const& x : from)
        if (!contains(to, x)) to.push_back(x);
}

/// Whether a matter is told as a list of names, which may be said of several options at once.
[[nodiscard]] constexpr bool is_list_of_names(matter m) { return m != matter::harm && m != matter::benefit; }

/// The same said of two options, or by two sources, is said once: of both, by both.
[[nodiscard]] inline std::vector<clause> once_each(std::vector<clause> all) {
    std::vector<clause> made;
    for (auto& c : all) {
        auto const same = std::find_if(made.begin(), made.end(), [&](clause const& m) {
            bool const like = m.of == c.of && m.lead == c.lead && m.text == c.text && m.tail == c.tail;
            return like && is_list_of_names(c.of) && m.whose.empty() == c.whose.empty();
        });
        if (same == made.end()) {
            made.push_back(std::move(c));
            continue;
        }
        add_all(same->whose, c.whose);
        add_all(same->sources, c.sources);
        add_all(same->claims, c.claims);
        same->interest = same->interest || c.interest;
    }
    for (auto& c : made) std::sort(c.whose.begin(), c.whose.end());
    return made;
}

/// Whether two clauses share a line: of one matter and led alike, said of the same options.
[[nodiscard]] inline bool on_one_line(clause const& a, clause const& b) {
    return a.of == b.of && a.lead == b.lead && a.whose == b.whose;
}

/// Clauses that share a line follow each other; otherwise they stay in order.
[[nodiscard]] inline std::vector<clause> by_line(std::vector<clause> const& all) {
    std::vector<clause> made;
    std::vector<bool> taken(all.size(), false);
    for (std::size_t i = 0; i != all.size(); ++i) {
        if (taken[i]) continue;
        for (std::size_t j = i; j != all.size(); ++j)
            if (!taken[j] && on_one_line(all[i], all[j])) {
                made.push_back(all[j]);
                taken[j] = true;
            }
    }
    return made;
}

}  // namespace treatise::inline v0_3::render_detail
