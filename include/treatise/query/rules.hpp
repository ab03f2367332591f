// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/kept.hpp>
#include <treatise/query/matter.hpp>

#include <array>
#include <string_view>

namespace treatise::inline v0_3 {

/// A rule of what is told first of an option: its name, what it says, and whether a profile keeps it.
struct rule_of_choice {
    std::string_view name, says;
    bool (*is_kept)(option_profile const&) = nullptr;  ///< null: a rule over several options, told where it is applied
};

/// The rules by which an answer chooses, in order; the same in every view, format and language. File order and the alphabet
/// decide only where every rule ties, and no rule weighs or scores.
///
/// What orders two figures of one outcome of one medicine stands one by one in query/detail/rules/figure_order.hpp.
inline constexpr std::array<rule_of_choice, 19> rules_of_choice{{
    {"right people first",
        "For each outcome of each medicine: this condition alone; this with others; a kind of it; the nearest wider group; any "
        "use. "
        "A condition with more than three kinds is told by the wider group and any use before its kinds. Another disease gives "
        "harms only, and only where nothing else has a figure. Then: with a control; placebo or sham before usual care, and both "
        "before another treatment; the whole before a dose; pooled before single; people of 100 before a number needed to treat, "
        "and that before a ratio; the longest time; newer; larger. Of harms a ratio above 1 without a control rate, and a "
        "number needed to harm that is not of this condition alone, step behind a figure of both arms.",
        query_detail::keeps_right_people},
    {"one comparator a column",
        "A column holds one outcome against one kind of comparator. Beside a figure of people who knew what they got stands a "
        "blinded comparison without difference, of the option, its forms or its class.",
        query_detail::keeps_one_comparator},
    {"ranges are paired",
        "Several trials of one outcome are told as paired differences with their number, over different trials, the same arm and "
        "the same people. Doses, other comparators and time windows of one source are never a range; arms above the label's "
        "range "
        "and replaced editions never head a cell.",
        query_detail::keeps_paired_ranges},
    {"common harms",
        "Up to four, of each of a class's members two, the largest difference first, whatever the people, who are named; then "
        "percentages without a control; then what a source calls common. Outcomes of one family once of a member; outcomes of "
        "pregnancy never; bare words only where fewer than two figures stand. Besides, always: how many stopped for side "
        "effects; any side effect only if no named harm has a "
        "control.",
        query_detail::keeps_common_harms},
    {"same member", "A member whose benefit is told has its own harm in the same row, or is named as one without a figure here.",
        query_detail::keeps_same_member},
    {"warnings whole",
        "Boxed warnings, contraindications, what to avoid, safety communications and the listed serious outcomes of all members, "
        "forms, parents, parts and classes stand whole, each once; cautions and other label warnings, too. A combination has "
        "both "
        "its parts'.",
        query_detail::keeps_warnings_whole},
    {"inherit what protects",
        "A class's warnings, contraindications and recommendations, for and against, pass down to its members and their forms, "
        "said "
        "to be of the class, but for those it excepts. Approval, coverage, benefits and \"no recommendation\" never pass.",
        query_detail::keeps_inheritance},
    {"nothing borrowed over a no",
        "What a source denies of the asked condition comes first, and no benefit of a wider group is told in its place. Of a "
        "source "
        "that leaves the condition out its advice is not told, but that it leaves it out, behind all others.",
        [](option_profile const& p) { return query_detail::keeps_no_first(p) && query_detail::keeps_left_out_last(p); }},
    {"aim hides no harm", "Harms, warnings and contraindications are told whatever the option is meant to do.",
        query_detail::keeps_all_harms},
    {"silence is exact",
        "\"Not reported\" only where no claim bears on the matter. Where no label was read, that is said; a search that found "
        "nothing says what it found.",
        query_detail::keeps_silence},
    {"one benefit",
        "The outcome that most rows have with a control heads the column, if at least three rows and a quarter of them have it; "
        "of "
        "several the stricter. Else each row tells the outcome that its source measures."},
    {"one ruler, if asked",
        "A source's control rate on which each row's risk ratio with its interval is put, of the same outcome, marked as worked "
        "out."},
    {"intervals from ratios",
        "A difference and its interval come from the risk ratio on the control rate where one with an interval is published, "
        "from "
        "a rounded number needed to treat only where nothing else is. Half up; a count that is not zero never prints 0."},
    {"sellers never alone",
        "A source with an interest in the option does not head a cell when an independent one speaks of the matter.",
        query_detail::keeps_independents_first},
    {"no print stronger than its source", "Where claims say one thing together, the one that holds back most speaks for them.",
        query_detail::keeps_hedges},
    {"looked for before hoped for",
        "A search that found nothing and a trial without difference go before a benefit in words of the same kind, and the cell "
        "says that sources disagree.",
        query_detail::keeps_searches_first},
    {"symmetric guidance",
        "The newest edition speaks statement by statement. Where what one body says against for a wider group is told, what is "
        "said "
        "for that group is told, too.",
        query_detail::keeps_symmetry},
    {"documented members",
        "A class names only members that something documents for the condition or its wider group, and takes no other member's "
        "benefits or harms; of warnings it takes all.",
        query_detail::keeps_documented_members},
    {"base before overlay",
        "What overlays say of an option of the base stands behind all that the base says of the matter, and takes nothing of it "
        "away: the base's part of an answer is the same with them and without.",
        query_detail::keeps_base_first},
}};

}  // namespace treatise::inline v0_3
