// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/categories.hpp>
#include <treatise/query/medicine.hpp>
#include <treatise/query/options_for.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace treatise::inline v0_3 {

/// What is said of the options for a cause in one circumstance, for every option that is documented: silence is told, too.
///
/// A named circumstance, never a person: nothing here knows who asks.
struct circumstance_account {
    struct row {
        id<treatise::option> option{};
        std::uint32_t first = 0, last = 0;  ///< in `said`; none: no source here says
        bool is_medicine = false, label_read = false;  ///< whether a label was read for its warnings
    };
    id<treatise::circumstance> asked{};
    std::vector<id<entity>> also{};  ///< the kinds of it, which were looked at with it
    std::vector<row> rows{};         ///< every candidate, in the neutral order
    std::vector<statement> said{};
    std::uint32_t silent = 0;  ///< of how many no source here says

    constexpr std::span<statement const> of(row const& r) const { return std::span{said}.subspan(r.first, r.last - r.first); }
};

/// What each source says of each documented option in a circumstance, also what is said of its forms, its members and its
/// classes.
///
/// It hides no option. As many questions of `why` as there are options.
[[nodiscard]] constexpr circumstance_account in_circumstance(
    knowledge_base const& kb, id<cause> asked, id<circumstance> state, scope const& s = {}) {
    circumstance_account made;
    made.asked = state;
    made.also = with_kinds_of(kb, state);
    auto whole = s;
    if (whole.intents == scope{}.intents) whole.intents = {};
    relevance const relevant{kb, asked};
    asked_scope asked_whole{kb, whole};
    query_detail::around_memory memory;
    std::vector<statement> found;
    auto const all = categories(kb, asked, s);
    for (auto const& o : all.options()) {
        query_detail::statements_around(kb, relevant, o.option, asked_whole, false, memory, found);
        std::erase_if(found, [&](statement const& x) {
            return x.applies == applicability::excluded ||
                   std::find(made.also.begin(), made.also.end(), kb.object(x.claim)) == made.also.end();
        });
        std::sort(found.begin(), found.end(), query_detail::stands_before);
        auto const first = static_cast<std::uint32_t>(made.said.size());
        made.said.insert(made.said.end(), found.begin(), found.end());
        bool read = false;
        for (auto const& r : memory.related)
            if (auto const t = kb.as<therapy>(r.which); t && r.as != said_of::part)
                read = read || !kb.details(t).label_read.empty();
        made.rows.push_back(
            {o.option, first, static_cast<std::uint32_t>(made.said.size()), asked_whole.medicines.has(o.option), read});
        made.silent += found.empty();
    }
    made.also.erase(made.also.begin());
    return made;
}

}  // namespace treatise::inline v0_3
