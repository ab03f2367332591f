// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/comparison.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

// What a cell tells of the claims behind it: one statement, then a count. The rule, as tables print it:
// people of 100 before another measure, this cause before a wider group, member before class, newest
// edition; never cut are warnings, disagreement, and both sides where sources differ on do or do not.
namespace treatise::inline v0_3::table_detail {

/// 0 for people of 100, then other figures, then words, then a search that found nothing; a contraindication before what to avoid
/// and a caution.
constexpr int measure_rank(knowledge_base const& kb, claim_id c) {
    if (kb.stance(c) == stance::no_evidence_found) return 4;
    if (auto const* r = kb.payload_if<contraindicated_in>(c)) return static_cast<int>(place_of(r->avoidance));
    auto const* e = kb.payload_if<affects>(c);
    if (e == nullptr) return 0;
    switch (e->statistic) {
        case statistic::proportion:
        case statistic::percent:
        case statistic::per_100:
        case statistic::per_1000: return e->baseline.is_finite() ? 0 : 1;
        case statistic::narrative: return 3;
        default: return 2;
    }
}

/// One facet speaks before another only by their order; inside it the rule above decides.
constexpr bool tells_before(knowledge_base const& kb, statement const& a, statement const& b) {
    if (a.first != b.first) return a.first;
    if (a.facet != b.facet) return a.facet < b.facet;
    if ((a.of == said_of::its_class) != (b.of == said_of::its_class)) return b.of == said_of::its_class;
    if (a.facet == facet::warning)
        if (auto const x = kb.payload<warned_of>(a.claim).form, y = kb.payload<warned_of>(b.claim).form; x != y) return x < y;
    if (auto const x = measure_rank(kb, a.claim), y = measure_rank(kb, b.claim); x != y) return x < y;
    if (a.applies != b.applies) return a.applies < b.applies;
    if ((a.of == said_of::member) != (b.of == said_of::member)) return a.of == said_of::member;
    if (auto const x = published(kb, a.claim), y = published(kb, b.claim); x != y) return x > y;
    // Where one source hedges in one place and not in another, the hedge is told.
    if (auto const x = kb.stance(a.claim) == stance::mixed, y = kb.stance(b.claim) == stance::mixed; x != y) return x;
    return a.claim < b.claim;
}

constexpr bool opposed(stance a, stance b) {
    auto const no = [](stance s) { return s == stance::against || s == stance::no_difference; };
    return (a == stance::in_favour && no(b)) || (no(a) && b == stance::in_favour);
}

/// Two statements of one matter: the same relation of the same option, and for effects the same outcome.
constexpr bool one_matter(knowledge_base const& kb, claim_id a, claim_id b) {
    return kb.relation(a) == kb.relation(b) && kb.subject(a) == kb.subject(b) &&
           (!kb.is<affects>(a) || kb.object(a) == kb.object(b));
}

/// Two sources, neither an edition of the other, say opposite things of one matter.
constexpr bool differ(knowledge_base const& kb, statement const& a, statement const& b) {
    if (a.facet != b.facet || !opposed(kb.stance(a.claim), kb.stance(b.claim)) || !one_matter(kb, a.claim, b.claim)) return false;
    auto const x = kb.said(a.claim).source, y = kb.said(b.claim).source;
    return x != y && !is_later_edition(kb, x, y) && !is_later_edition(kb, y, x);
}
constexpr bool is_disputed(knowledge_base const& kb, statement const& a, std::span<statement const> all) {
    for (auto const& b : all)
        if (differ(kb, a, b)) return true;
    return false;
}
/// Which of the statements another one differs from, a byte each: only one in favour and one that is not can differ, so that a
/// cell of thousands in one voice is read once.
constexpr std::vector<std::uint8_t> disputes(knowledge_base const& kb, std::span<statement const> all) {
    std::vector<std::uint8_t> found(all.size(), 0);
    std::vector<std::size_t> favour, no;
    for (std::size_t i = 0; i != all.size(); ++i) {
        auto const s = kb.stance(all[i].claim);
        if (s == stance::in_favour) favour.push_back(i);
        if (s == stance::against || s == stance::no_difference) no.push_back(i);
    }
    for (auto const i : no)
        for (auto const j : favour)
            if (!(found[i] && found[j]) && differ(kb, all[i], all[j])) found[i] = found[j] = 1;
    return found;
}

constexpr cell_state state_of(knowledge_base const& kb, std::span<statement const> told) {
    if (told.empty()) return cell_state::not_reported;
    bool only_searched = true, only_no_difference = true;
    for (auto const& a : told) {
        auto const s = kb.stance(a.claim);
        only_searched = only_searched && s == stance::no_evidence_found;
        only_no_difference = only_no_difference && s == stance::no_difference;
    }
    for (auto const is : disputes(kb, told))
        if (is) return cell_state::disagree;
    return only_searched ? cell_state::looked_for : only_no_difference ? cell_state::no_difference : cell_state::reported;
}

constexpr bool is_in_words(knowledge_base const& kb, statement const& s) {
    return !kb.is<affects>(s.claim) || measure_rank(kb, s.claim) >= 3;
}
/// Statements that are told one by one, never in a list.
constexpr bool stands_alone(facet f) { return f == facet::recommendation || f == facet::approval || f == facet::use; }
constexpr bool one_voice(knowledge_base const& kb, statement const& a, statement const& b) {
    auto const x = kb.stance(a.claim), y = kb.stance(b.claim);
    return a.facet == b.facet && kb.relation(a.claim) == kb.relation(b.claim) && kb.subject(a.claim) == kb.subject(b.claim) &&
           kb.said(a.claim).source == kb.said(b.claim).source && (x == y || (x == stance::mixed && y == stance::in_favour)) &&
           is_in_words(kb, a) && is_in_words(kb, b);
}
/// `b` continues what `a` says: words of one source about one option, to one effect, of equal reach.
constexpr bool continues(knowledge_base const& kb, statement const& a, statement const& b) {
    if (a.facet == facet::warning && b.facet == facet::warning &&
        kb.payload<warned_of>(a.claim) != kb.payload<warned_of>(b.claim))
        return false;
    return !stands_alone(a.facet) && a.applies == b.applies && one_voice(kb, a, b);
}
/// `b` says what `a` says in another place of the same source.
constexpr bool says_again(knowledge_base const& kb, statement const& a, statement const& b) {
    if (!one_voice(kb, a, b) || kb.object(a.claim) != kb.object(b.claim)) return false;
    if (a.facet == facet::coverage) return kb.payload<covered_for>(a.claim) == kb.payload<covered_for>(b.claim);
    return a.facet != facet::recommendation && a.facet != facet::approval;
}

/// Whether a side of a disagreement, as near to the cause, says what the statement says: its own source does, to the same effect
/// or of the same option; or, of a wider or narrower group, any source to the same effect.
constexpr bool is_told_by_a_side(knowledge_base const& kb, statement const& x, std::span<statement const> sides) {
    bool const here = x.applies == applicability::exact || x.applies == applicability::pooled;
    for (auto const& other : sides) {
        if (other.facet != x.facet || other.applies > x.applies) continue;
        bool const own = kb.said(other.claim).source == kb.said(x.claim).source;
        bool const alike = kb.stance(other.claim) == kb.stance(x.claim);
        if ((own && (alike || kb.subject(other.claim) == kb.subject(x.claim))) || (alike && !here)) return true;
    }
    return false;
}

/// Puts the statements that a cell tells in front and returns how many they are; `all` tells everything once.
///
/// Where sources disagree in a facet, it tells one statement of each side of one matter, beside the one that stands first.
/// A brief cell goes on with two words of one source at most, and of schedules and coverage tells only where nothing stands
/// before them. In a cell of one page a side of a disagreement stands for what its source says beside it, and behind what stands
/// first among harms comes a figure or nothing.
constexpr std::uint32_t choose(
    knowledge_base const& kb, std::vector<statement>& s, bool all, bool brief = false, bool one_page = false) {
    std::sort(s.begin(), s.end(), [&](statement const& a, statement const& b) { return tells_before(kb, a, b); });
    auto const disputed = disputes(kb, s);
    std::vector<statement> told, rest, of_sides;
    for (std::size_t i = 0; i != s.size(); ++i)
        if (disputed[i]) of_sides.push_back(s[i]);
    bool advised = false;  // a recommendation or an approval makes a bare mention superfluous
    for (auto const& x : s) advised = advised || x.facet == facet::recommendation || x.facet == facet::approval;
    auto const most_in_words = [&](statement const& x) {
        return one_page && x.facet != facet::restriction ? 1u : brief ? 2u : 4u;
    };
    for (std::size_t i = 0; i != s.size(); ++i) {
        auto const& x = s[i];
        std::uint32_t of_facet = 0, continued = 0, sides = 0;
        bool again = false, answers = false;
        for (auto const& t : told) {
            again = again || says_again(kb, t, x);
            if (t.first || t.facet != x.facet) continue;
            ++of_facet;
            continued += continues(kb, t, x);
            sides += std::find(of_sides.begin(), of_sides.end(), t) != of_sides.end();
            answers = answers || (disputed[i] && differ(kb, t, x));
        }
        bool const goes_on = continued == of_facet && continued < most_in_words(x) && continued != 0;
        bool const other_side = sides == 0 ? disputed[i] != 0 : sides == 1 && answers;
        bool tell = (of_facet == 0 && !(x.facet == facet::use && advised)) || goes_on || other_side;
        if (one_page && tell && of_facet == 0 && !other_side) tell = !is_told_by_a_side(kb, x, of_sides);
        if (one_page && !disputed[i] && x.facet == facet::harm && measure_rank(kb, x.claim) >= 3 && !told.empty() &&
            told.front().first)
            tell = false;
        if (brief && (x.facet == facet::coverage || x.facet == facet::control) && !told.empty()) tell = false;
        bool const protects = x.first || x.facet == facet::restriction;  // told whole, also where two places say it
        (protects || (!again && (all || tell)) ? told : rest).push_back(x);
    }
    auto const shown = static_cast<std::uint32_t>(told.size());
    told.insert(told.end(), rest.begin(), rest.end());
    s = std::move(told);
    return shown;
}

}  // namespace treatise::inline v0_3::table_detail
