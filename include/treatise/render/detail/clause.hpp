// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/query/profile.hpp>
#include <treatise/words/hedged.hpp>

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
    hedge held{};                          ///< what the source holds back, where `text` is a bare name that it stands before
    hedged_kind held_as{};
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

/// Whether a matter protects: one line for all options of a row, who it is about behind the names.
[[nodiscard]] constexpr bool protects(matter m) {
    switch (m) {
        case matter::boxed_warning:
        case matter::contraindication:
        case matter::avoid:
        case matter::safety_communication:
        case matter::serious_harm:
        case matter::caution:
        case matter::label_warning: return true;
        default: return false;
    }
}

/// The same said of two options, or by two sources, is said once: of both, by both.
[[nodiscard]] inline std::vector<clause> once_each(std::vector<clause> all) {
    std::vector<clause> made;
    for (auto& c : all) {
        auto const same = std::find_if(made.begin(), made.end(), [&](clause const& m) {
            bool const like = m.of == c.of && m.lead == c.lead && m.text == c.text && m.tail == c.tail && m.held == c.held;
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
    return a.of == b.of && a.lead == b.lead && (protects(a.of) || a.whose == b.whose);
}
/// Whether two clauses of a line share what stands behind them, and so become one list.
[[nodiscard]] inline bool in_one_list(clause const& a, clause const& b) {
    return on_one_line(a, b) && a.whose == b.whose && a.sources == b.sources && a.tail == b.tail && a.interest == b.interest &&
           a.held == b.held && (a.held == hedge::none || a.held_as == b.held_as);
}

/// Clauses that belong together follow each other; otherwise they stay in order.
template <class Together>
[[nodiscard]] std::vector<clause> gathered(std::vector<clause> const& all, Together together) {
    std::vector<clause> made;
    std::vector<bool> taken(all.size(), false);
    for (std::size_t i = 0; i != all.size(); ++i) {
        if (taken[i]) continue;
        for (std::size_t j = i; j != all.size(); ++j)
            if (!taken[j] && together(all[i], all[j])) {
                made.push_back(all[j]);
                taken[j] = true;
            }
    }
    return made;
}
[[nodiscard]] inline std::vector<clause> by_line(std::vector<clause> const& all) {
    return gathered(gathered(all, on_one_line), in_one_list);
}

}  // namespace treatise::inline v0_3::render_detail
