// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/audit.hpp>
#include <treatise/audit/detail/around.hpp>
#include <treatise/audit/detail/cells_in_words.hpp>
#include <treatise/audit/detail/numbers_in_words.hpp>
#include <treatise/words/english.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace audit_detail {

/// An empty cell says why it is empty; one in which sources disagree says so.
inline void audit_state_words(word_run& a, place at, cell const& x, sheet_cell const& printed) {
    a.find_if(printed.state != x.state, audit_check::d4, at);
    a.find_if(printed.statements.empty() && printed.lead.empty(), a.is_plain() ? audit_check::r12 : audit_check::a6, at);
    a.find_if(x.state == cell_state::disagree && !printed.statements.empty() && printed.lead != a.l[message::disagree_lead],
        audit_check::d5, at);
    bool const plain_none = a.is_plain() && printed.statements.empty() && !x.see_above;
    a.find_if(plain_none && !printed.lead.starts_with(fixed_part(a.l[message::fixed_none_said])), audit_check::r12, at);
}

/// "..." or "+3" at the end of a text, in place of what it leaves out.
[[nodiscard]] inline bool is_cut(std::string_view text) {
    if (text.find("...") != text.npos || text.find("…") != text.npos) return true;
    auto end = text.size();
    while (end != 0 && text_measures::is_digit(text[end - 1])) --end;
    return end != 0 && end != text.size() && text[end - 1] == '+';
}

/// Each told claim stands in a statement, and each statement tells claims.
/// The claims of a cell by their ids, each with its place in the cell.
using told_by_key = std::vector<std::pair<std::string, std::size_t>>;
[[nodiscard]] inline told_by_key keys_of(knowledge_base const& kb, std::span<told const> all) {
    told_by_key keys;
    for (std::size_t k = 0; k != all.size(); ++k) keys.emplace_back(claim_key_of(kb, all[k].says.claim), k);
    std::sort(keys.begin(), keys.end());
    return keys;
}
/// The places in the cell of the claims that a statement prints, in order.
[[nodiscard]] inline std::vector<std::size_t> told_in(told_by_key const& keys, sheet_statement const& s) {
    std::vector<std::size_t> found;
    for (auto const& key : s.claims)
        for (auto at = std::lower_bound(keys.begin(), keys.end(), std::pair{key, std::size_t{0}});
            at != keys.end() && at->first == key; ++at)
            found.push_back(at->second);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

inline void audit_cell_words(word_run& a, place at, cell const& x, sheet_cell const& printed) {
    audit_state_words(a, at, x, printed);
    auto const told = a.c.in(x);
    std::vector<std::string_view> names;
    for (auto const& t : told) add_words_of(names, a.kb, t.says.claim);
    for (auto const& t : told) add_names(names, a.kb, t.whose);
    longest_first(names);
    std::vector<bool> printed_of(told.size(), false);
    auto const keys = keys_of(a.kb, told);
    for (std::size_t i = 0; i != printed.statements.size(); ++i) {
        auto const& s = printed.statements[i];
        a.text = s.text;
        a.find_if(!s.text.empty() && s.claims.empty(), audit_check::r14, at);
        a.find_if(s.is_warning && is_cut(s.text), audit_check::r2, at);
        auto const ours = text_measures::without(s.text, names);
        audit_wording(a, at, s.text, ours);
        std::vector<treatise::told const*> all, figures;
        for (auto const k : told_in(keys, s)) {
            printed_of[k] = true;
            audit_told_words(a, at, printed, i, told[k]);
            all.push_back(&told[k]);
            if (!tells_figure(a.kb, told[k].says.claim)) continue;
            figures.push_back(&told[k]);
            audit_frames(a, at, s, told[k]);
        }
        audit_frequency(a, at, ours, all);
        audit_one_study(a, at, figures);
        audit_abbreviations(a, at, ours);
    }
    a.text = {};
    for (std::size_t k = 0; k != told.size(); ++k)
        a.find_if(!printed_of[k], told[k].says.first ? audit_check::r2 : audit_check::a6, at, told[k].says.claim);
}

}  // namespace audit_detail

/// What a trustworthy table must satisfy and this one does not, of the checks on what it prints; `c` is the comparison that
/// the sheet was laid out from. The checks on its value are `audit(c)`. Linear in the text, times the names in it.
[[nodiscard]] inline std::vector<audit_finding> audit(sheet const& s, comparison const& c, language const& l = english) {
    audit_detail::word_run a{s, c, l};
    audit_detail::printed_cells const cells{s, c};
    if (c.base.entity_count() == 0 || !cells.is_whole()) {
        a.find(audit_check::b1);
        return std::move(a.found);
    }
    audit_detail::each_cell(c, [&](audit_detail::place at, cell const& x) {
        if (auto const* printed = cells.at(at)) audit_detail::audit_cell_words(a, at, x, *printed);
    });
    audit_detail::audit_head_lines(a);
    audit_detail::audit_edition(a);
    audit_detail::audit_fixed_lines(a);
    audit_detail::audit_denominator(a);
    audit_detail::audit_page(a);
    audit_detail::audit_share(a);
    audit_detail::audit_around(a);
    return std::move(a.found);
}

}  // namespace treatise::inline v0_3
