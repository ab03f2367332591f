// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/fields.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Words in notes for which there is a field. A table prints fields and leaves notes out, so a "may" in a note is a "may" that the
// reader never sees.
namespace treatise::inline v0_3 {

namespace graph_detail {

/// Whether the text ends in a word that makes a number of "often": how often, more often than.
constexpr bool counts(std::string_view before) {
    for (std::string_view w : {"how ", "more ", "less ", "as ", "most "})
        if (before.ends_with(w)) return true;
    return false;
}

/// Whether `words` stand in `s` as they are, not as a part of longer words; in any case of letters.
constexpr bool stands_in(std::string_view s, std::string_view words) {
    auto const letter = [](char c) { return (fold(c) >= 'a' && fold(c) <= 'z') || (c >= '0' && c <= '9'); };
    for (std::size_t i = 0; i + words.size() <= s.size(); ++i)
        if (compare_folded(s.substr(i, words.size()), words) == 0 && (i == 0 || !letter(s[i - 1])) &&
            (i + words.size() == s.size() || !letter(s[i + words.size()])) && !(words == "often" && counts(s.substr(0, i))))
            return true;
    return false;
}

inline constexpr std::array<std::string_view, 15> words_that_hold_back{"may", "might", "can", "possibly", "potential",
    "potentially", "typically", "usually", "often", "sometimes", "likely", "probably", "in some cases", "some evidence",
    "some people"};
inline constexpr std::array<std::string_view, 10> words_of_one_trial{"first of two trials", "second of two trials",
    "first of three trials", "second of three trials", "third of three trials", "first of four trials", "second of four trials",
    "third of four trials", "fourth of four trials", "one of the trials"};
inline constexpr std::array<std::string_view, 3> words_of_a_part{"part of all doses", "part of the row", "part of the whole"};
inline constexpr std::array<std::string_view, 3> words_of_frequency{"common", "listed as common", "very common"};
inline constexpr std::array<std::string_view, 5> words_of_exception{
    "other than", "except", "apart from", "excludes", "excluding"};

/// The first of the words that stands in `s`; empty where none does.
constexpr std::string_view first_in(std::string_view s, std::span<std::string_view const> words) {
    for (auto w : words)
        if (stands_in(s, w)) return w;
    return {};
}

/// "114 on it, 115 on placebo": two numbers of people, each before its arm.
constexpr bool counts_both_arms(std::string_view s) {
    auto const number_before = [&](std::string_view arm) {
        auto const at = s.find(arm);
        if (at == s.npos || at < 2) return false;
        auto first = at - 1;  // the space
        while (first != 0 && ((s[first - 1] >= '0' && s[first - 1] <= '9') || s[first - 1] == ',')) --first;
        bool const of_a_part = first >= 4 && s.substr(first - 4, 4) == " of ";  // 80 of 82 on it: how many had it
        return first != at - 1 && !of_a_part;
    };
    return number_before("on it, ") && number_before("on placebo");
}

/// The word of an exception in the note of an advice, a warning or a restriction that excepts nothing by a field.
inline std::string_view exception_in(knowledge_base const& kb, claim_id c) {
    auto const r = kb.relation(c);
    bool none = kb.said(c).excludes.empty();
    if (r == relation_number<recommended_for>)
        none = none && kb.payload<recommended_for>(c).except.empty();
    else if (r == relation_number<contraindicated_in>)
        none = none && kb.payload<contraindicated_in>(c).except.empty();
    else if (r == relation_number<warned_of>)
        none = none && kb.payload<warned_of>(c).except.empty();
    else
        return {};
    return none ? first_in(kb.note(c), words_of_exception) : std::string_view{};
}

}  // namespace graph_detail

/// A word that a claim says in its note, or in its payer's rule, and the field that it belongs into.
struct note_word {
    std::string_view word, field;

    friend bool operator==(note_word, note_word) = default;
};

/// What the note of a claim says in words though there is a field for it, where the field says nothing.
///
/// Warnings and restrictions are about what can happen: a "can" there holds nothing back.
inline std::vector<note_word> words_for_fields(knowledge_base const& kb, claim_id c) {
    std::vector<note_word> found;
    auto const& said = kb.said(c);
    if (said.status == claim_status::withdrawn) return found;
    auto const r = kb.relation(c);
    auto const note = kb.note(c);
    auto const add = [&](std::string_view word, std::string_view field) {
        if (!word.empty()) found.push_back({word, field});
    };
    bool const of_what_can_happen = r == relation_number<warned_of> || r == relation_number<contraindicated_in> ||
                                    r == relation_number<assessed_by> || r == relation_number<approved_for> ||
                                    r == relation_number<controlled_in> || r == relation_number<advises>;
    if (said.hedge == hedge{} && !of_what_can_happen) {
        add(graph_detail::first_in(note, graph_detail::words_that_hold_back), "hedge");
        if (r == relation_number<covered_for>)
            add(graph_detail::first_in(kb[kb.payload<covered_for>(c).rule], graph_detail::words_that_hold_back), "hedge");
    }
    if (kb.stance(c) == stance::no_evidence_found && said.finding == finding{}) add("looked for, not found", "finding");
    if (r == relation_number<affects>) {
        auto const& e = kb.payload<affects>(c);
        if (is_absent(e.trial)) add(graph_detail::first_in(note, graph_detail::words_of_one_trial), "trial");
        if (is_absent(e.part_of)) add(graph_detail::first_in(note, graph_detail::words_of_a_part), "part_of");
        if (is_absent(e.n_with) && graph_detail::counts_both_arms(note)) add("on it", "n_with");
        auto const harm = kb.as<outcome>(kb.object(c));
        if (is_absent(e.frequency) && harm && kb.details(harm).valence == valence::undesirable)
            add(graph_detail::first_in(note, graph_detail::words_of_frequency), "frequency");
    }
    add(graph_detail::exception_in(kb, c), "except");
    return found;
}

}  // namespace treatise::inline v0_3
