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

/// Of each of `n` things, the first that is neither before nor behind it. But for sorting linear.
template <class Before>
[[nodiscard]] std::vector<std::size_t> first_alike(std::size_t n, Before before) {
    std::vector<std::size_t> order(n, 0), first(n, 0);
    for (std::size_t i = 0; i != n; ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto x, auto y) { return before(x, y) || (x < y && !before(y, x)); });
    for (std::size_t k = 0; k != n; ++k)
        first[order[k]] = k != 0 && !before(order[k - 1], order[k]) ? first[order[k - 1]] : order[k];
    return first;
}
/// Leaves each of a list once, in order.
template <class T>
void leave_once(std::vector<T>& all) {
    if (all.size() < 2) return;
    auto const first = first_alike(all.size(), [&](auto x, auto y) { return all[x] < all[y]; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i != all.size(); ++i)
        if (first[i] == i) {
            if (kept != i) all[kept] = std::move(all[i]);
            ++kept;
        }
    all.resize(kept);
}
/// Adds what `from` holds, of which `leave_once` leaves what is new.
template <class T>
void append_all(std::vector<T>& to, std::vector<T> const& from) {
    to.insert(to.end(), from.begin(), from.end());
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

/// An order in which clauses that say the same stand together, whoever says it and of whom.
[[nodiscard]] inline bool says_before(clause const& a, clause const& b) {
    if (a.of != b.of) return a.of < b.of;
    if (auto const c = a.lead.compare(b.lead); c != 0) return c < 0;
    if (auto const c = a.text.compare(b.text); c != 0) return c < 0;
    if (auto const c = a.tail.compare(b.tail); c != 0) return c < 0;
    if (a.held != b.held) return a.held < b.held;
    return is_list_of_names(a.of) ? a.whose.empty() < b.whose.empty() : a.whose < b.whose;
}
/// A serious outcome that is named beside its figure is not named again: who names it stands behind the figure.
inline void name_once(std::vector<clause>& all) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i != all.size(); ++i)
        if (all[i].of == matter::serious_harm) order.push_back(i);
    std::sort(order.begin(), order.end(),
        [&](auto x, auto y) { return all[x].whose != all[y].whose ? all[x].whose < all[y].whose : all[x].text < all[y].text; });
    for (std::size_t n = 1; n < order.size(); ++n) {
        auto &bare = all[order[n - 1]], &figure_of_it = all[order[n]];
        if (bare.whose != figure_of_it.whose || bare.held != hedge::none || !bare.tail.empty()) continue;
        if (!figure_of_it.text.starts_with(bare.text + ' ')) continue;
        append_all(figure_of_it.sources, bare.sources);
        append_all(figure_of_it.claims, bare.claims);
        leave_once(figure_of_it.sources), leave_once(figure_of_it.claims);
        bare.claims.clear();
    }
    std::erase_if(all, [](clause const& c) { return c.of == matter::serious_harm && c.claims.empty(); });
}
/// The same said of two options, or by two sources, is said once: of both, by both.
[[nodiscard]] inline std::vector<clause> once_each(std::vector<clause> all) {
    auto const first = first_alike(all.size(), [&](auto x, auto y) { return says_before(all[x], all[y]); });
    std::vector<clause> made;
    std::vector<std::size_t> place(all.size(), 0);
    std::vector<bool> has_more;
    for (std::size_t i = 0; i != all.size(); ++i) {
        if (first[i] == i) {
            place[i] = made.size();
            made.push_back(std::move(all[i]));
            has_more.push_back(false);
            continue;
        }
        auto& same = made[place[first[i]]];
        has_more[place[first[i]]] = true;
        append_all(same.whose, all[i].whose);
        append_all(same.sources, all[i].sources);
        append_all(same.claims, all[i].claims);
        same.interest = same.interest || all[i].interest;
    }
    for (std::size_t i = 0; i != made.size(); ++i) {
        auto& c = made[i];
        if (has_more[i]) leave_once(c.whose), leave_once(c.sources), leave_once(c.claims);
        std::sort(c.whose.begin(), c.whose.end());
    }
    name_once(made);
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

/// An order in which clauses that share a line stand together.
[[nodiscard]] inline bool line_before(clause const& a, clause const& b) {
    if (a.of != b.of) return a.of < b.of;
    if (auto const c = a.lead.compare(b.lead); c != 0) return c < 0;
    return !protects(a.of) && a.whose < b.whose;
}
/// An order in which clauses that share a list stand together.
[[nodiscard]] inline bool list_before(clause const& a, clause const& b) {
    if (line_before(a, b) || line_before(b, a)) return line_before(a, b);
    if (a.whose != b.whose) return a.whose < b.whose;
    if (a.sources != b.sources) return a.sources < b.sources;
    if (auto const c = a.tail.compare(b.tail); c != 0) return c < 0;
    if (a.interest != b.interest) return b.interest;
    if (a.held != b.held) return a.held < b.held;
    return a.held != hedge::none && a.held_as < b.held_as;
}
/// Clauses that belong together follow each other; otherwise they stay in order.
template <class Before>
[[nodiscard]] std::vector<clause> gathered(std::vector<clause> all, Before before) {
    auto const first = first_alike(all.size(), [&](auto x, auto y) { return before(all[x], all[y]); });
    std::vector<std::size_t> order(all.size(), 0);
    for (std::size_t i = 0; i != all.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](auto x, auto y) { return first[x] != first[y] ? first[x] < first[y] : x < y; });
    std::vector<clause> made;
    made.reserve(all.size());
    for (auto i : order) made.push_back(std::move(all[i]));
    return made;
}
[[nodiscard]] inline std::vector<clause> by_line(std::vector<clause> const& all) {
    return gathered(gathered(all, line_before), list_before);
}

}  // namespace treatise::inline v0_3::render_detail
