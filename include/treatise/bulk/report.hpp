// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/ids.hpp>
#include <treatise/graph/problem.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// How far a reader is, for a line on a terminal.
struct bulk_progress {
    std::string_view file;
    std::uint64_t bytes = 0, of_bytes = 0;  ///< of all files, as they lie on the disk
    std::uint64_t rows = 0;
};
using on_progress = std::function<void(bulk_progress const&)>;

/// What a reader met and what became of it: everything that was read is counted under one of these.
///
/// *Took* is what sorts of nodes and rows became; *refused* is what is wrong, with file and line, the first hundred of them;
/// *skipped* is what the mapping has no place for; *unused* are columns and fields that no rule asks for; *mended* is what was
/// put right on the way.
class bulk_report {
public:
    static constexpr std::size_t most_kept = 100;

    /// Things of one sort: how many, and the first of them.
    struct count {
        std::string what;
        std::uint64_t times = 0;
        location first{};
    };

    std::uint64_t node_rows = 0, edge_rows = 0;
    std::uint64_t unread = 0;  ///< files that were not read, or not to their end
    std::uint64_t entities = 0, claims = 0, structure = 0;  ///< that nodes and rows became

    void skip(std::string_view what, location const& first, std::uint64_t times = 1) {
        add(skipped_, skips_, what, first, times);
    }
    void mend(std::string_view what, location const& first, std::uint64_t times = 1) { add(mended_, mends_, what, first, times); }
    void take(std::string_view what, location const& first, std::uint64_t times = 1) { add(taken_, takes_, what, first, times); }
    void leave_unused(std::string_view what, location const& first, std::uint64_t times = 1) {
        add(unused_names_, unused_, what, first, times);
    }
    void refuse(location where, std::string key, std::string what) {
        ++refused_;
        if (refusals_.size() < most_kept) refusals_.push_back({std::move(where), std::move(key), std::move(what)});
    }

    std::vector<count> const& taken() const { return takes_; }
    std::vector<count> const& skipped() const { return skips_; }
    std::vector<count> const& unused() const { return unused_; }
    std::vector<count> const& mended() const { return mends_; }
    /// The first of them, in the order of reading.
    std::vector<problem> const& refusals() const { return refusals_; }
    std::uint64_t refused() const { return refused_; }

private:
    static void add(
        text_numbers& names, std::vector<count>& counts, std::string_view what, location const& first, std::uint64_t times) {
        auto const n = names.add(what);
        if (n == counts.size()) counts.push_back({std::string{what}, 0, first});
        auto& known = counts[n];
        if (first.line < known.first.line && first.file == known.first.file) known.first = first;
        known.times += times;
    }

    text_numbers taken_{}, skipped_{}, unused_names_{}, mended_{};
    std::vector<count> takes_{}, skips_{}, unused_{}, mends_{};
    std::vector<problem> refusals_{};
    std::uint64_t refused_ = 0;
};

/// 1234567 as 1,234,567.
inline std::string with_commas(std::uint64_t n) {
    auto s = std::to_string(n);
    for (auto i = s.size(); i > 3; i -= 3) s.insert(i - 3, 1, ',');
    return s;
}

namespace bulk_detail {

/// "1 claim", "2,000 claims".
inline std::string counted(std::uint64_t n, std::string_view one, std::string_view several) {
    return (with_commas(n) += ' ') += n == 1 ? one : several;
}

}  // namespace bulk_detail

/// The report in lines: what was read, what it became, what was skipped, left unused and mended, each with the first place, then
/// the first `at_most` refusals.
inline std::string to_string(bulk_report const& r, std::size_t at_most = 20) {
    using bulk_detail::counted;
    std::string s = "read " + counted(r.node_rows, "node", "nodes") + " and " + counted(r.edge_rows, "row", "rows") +
                    "\nmapped " + counted(r.entities, "entity", "entities") + ", " + counted(r.claims, "claim", "claims") +
                    " and " + counted(r.structure, "edge of structure", "edges of structure") + '\n';
    auto const list = [&](std::string_view word, std::vector<bulk_report::count> counts) {
        std::sort(counts.begin(), counts.end(), [](auto const& a, auto const& b) {
            if (a.times != b.times) return a.times > b.times;
            return std::tie(a.first.file, a.first.line, a.what) < std::tie(b.first.file, b.first.line, b.what);
        });
        std::uint64_t sorts = 0, more = 0;
        for (auto const& c : counts) {
            if (++sorts > at_most) {
                more += c.times;
                continue;
            }
            ((((s += word) += ' ') += with_commas(c.times)) += ": ");
            append_printable(s, c.what);
            if (auto const at = to_string(c.first); !at.empty()) s += c.times == 1 ? " (" + at + ')' : " (first at " + at + ')';
            s += '\n';
        }
        if (more != 0) ((s += word) += ' ') += with_commas(more) + " of " + with_commas(sorts - at_most) + " other sorts\n";
    };
    list("took", r.taken());
    list("skipped", r.skipped());
    list("unused", r.unused());
    list("mended", r.mended());
    if (r.refused() != 0) {
        s += "refused " + with_commas(r.refused()) + '\n';
        for (std::size_t i = 0; i != r.refusals().size() && i != at_most; ++i) s += "  " + to_string(r.refusals()[i]) + '\n';
        auto const shown = (std::min)(at_most, r.refusals().size());
        if (r.refused() > shown) s += "  and " + with_commas(r.refused() - shown) + " more\n";
    }
    return s;
}

}  // namespace treatise::inline v0_3
