// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/standing.hpp>
#include <treatise/query/asked_scope.hpp>
#include <treatise/query/broadest.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/meaning.hpp>
#include <treatise/query/no_effect.hpp>

#include <array>
#include <cstdint>
#include <string_view>

// In what two claims differ: the rules behind disagreements.
namespace treatise::inline v0_3 {

/// In what claims of one matter differ; the order in which groups are printed.
enum class difference : std::uint8_t {
    answer,     ///< do, do not, or no answer; of an effect: found, not found, no difference
    strength,   ///< inside one scheme
    line,       ///< inside one scheme
    certainty,  ///< inside one scheme
    size,       ///< intervals apart, or one crosses no effect and the other does not
    coverage,
    mention     ///< named as an option, while an effect was looked for and not found
};
template <>
inline constexpr std::array<std::string_view, 7> words_of<difference>{
    "answer", "strength", "line", "certainty", "size", "coverage", "mention"};

/// In what else the claims of a group differ: fields that differ, never "because".
enum class also : std::uint8_t { subject, population, setting, date, jurisdiction, outcome, statistic, comparator, interest };
template <>
inline constexpr std::array<std::string_view, 9> words_of<also>{
    "subject", "population", "setting", "date", "jurisdiction", "outcome", "statistic", "comparator", "interest"};

/// What a claim about an option decides besides its relation: the broadest outcome of an effect, or an object that is no cause.
///
/// None where the object is a cause: claims about several causes are compared, and the causes told.
constexpr id<entity> matter_of(knowledge_base const& kb, broadest_outcomes& outcomes, claim_id c) {
    auto const r = kb.relation(c);
    if (r == relations::size || object_kinds[r] == kinds_of<cause>::bits) return {};
    if (object_kinds[r] == kinds_of<outcome>::bits) return outcomes.above(kb.as<outcome>(kb.object(c)));
    return kb.object(c);
}
constexpr id<entity> matter_of(knowledge_base const& kb, claim_id c) {
    broadest_outcomes outcomes{kb};
    return matter_of(kb, outcomes, c);
}

namespace query_detail {

/// Two bodies speak, of one purpose: an edition, or another guideline of the same body, is no second voice.
constexpr bool are_two_voices(knowledge_base const& kb, editions& later, claim_id x, claim_id y) {
    return are_two_documents(kb, later, x, y) && intent_of(kb, x, kb.relation(x)) == intent_of(kb, y, kb.relation(y));
}

/// The causes of both are the same, whether they stand as object or as context.
constexpr bool speak_of_same_causes(knowledge_base const& kb, claim_id x, claim_id y) {
    auto const covers = [&](claim_id a, claim_id b) {
        auto const has = [&](id<cause> c) {
            for (auto other : kb[kb.said(a).about])
                if (other == c) return true;
            return kb.as<cause>(kb.object(a)) == c;
        };
        if (auto const object = kb.as<cause>(kb.object(b)); object && !has(object)) return false;
        for (auto c : kb[kb.said(b).about])
            if (!has(c)) return false;
        return true;
    };
    return covers(x, y) && covers(y, x);
}

template <class Level>
constexpr bool levels_differ(id<scheme> a, id<scheme> b, Level x, Level y) {
    return a && a == b && x && y && x.value != unstated_level && y.value != unstated_level && x != y;
}

/// Intervals of one measure that lie apart, or of which one crosses no effect.
constexpr bool sizes_differ(effect const& a, effect const& b) {
    auto const is_bounded = [](effect const& e) {
        return (e.low.is_finite() || e.low.is_infinite()) && (e.high.is_finite() || e.high.is_infinite());
    };
    if (a.statistic != b.statistic || a.statistic == statistic::narrative || !is_bounded(a) || !is_bounded(b)) return false;
    if (includes_no_effect(a) != includes_no_effect(b)) return true;
    bool const on_a_line = (a.statistic != statistic::nnt && a.statistic != statistic::nnh) || !includes_no_effect(a);
    return on_a_line && (less(a.high, b.low) || less(b.high, a.low));
}

constexpr bool differ_in_words(text t, text u) { return (t == not_stated ? text{} : t) != (u == not_stated ? text{} : u); }

/// In what the payloads of two claims of one relation differ, by the fields that they have.
struct payload_comparer {
    knowledge_base const& kb;
    claim_id x, y;
    bool one_answer;
    set_of<difference>& found;

    constexpr void note(bool differ, difference what) const {
        if (differ) found = found | what;
    }
    template <class Relation>
    constexpr void operator()() const {
        auto const &p = kb.payload<Relation>(x), &q = kb.payload<Relation>(y);
        compare(p, q);
    }
    template <class Payload>
    constexpr void compare([[maybe_unused]] Payload const& p, [[maybe_unused]] Payload const& q) const {
        if constexpr (requires { p.strength, p.line; }) {
            note(one_answer && levels_differ(p.scheme, q.scheme, p.strength, q.strength), difference::strength);
            note(one_answer && levels_differ(p.scheme, q.scheme, p.line, q.line), difference::line);
        }
        if constexpr (requires { p.certainty, p.rated_by; }) {
            auto const rater = [&](claim_id c, auto const& e) { return e.rated_by ? e.rated_by : kb.said(c).source; };
            note(
                rater(x, p) != rater(y, q) && levels_differ(p.scheme, q.scheme, p.certainty, q.certainty), difference::certainty);
            note(kb.object(x) == kb.object(y) && sizes_differ(p, q), difference::size);
        }
        if constexpr (requires { p.payer, p.status; })
            note(p.status != q.status && p.status != coverage_status::unknown && q.status != coverage_status::unknown,
                difference::coverage);
    }
};

/// In what else the payloads differ, and for effects the outcome.
struct circumstance_comparer {
    knowledge_base const& kb;
    claim_id x, y;
    set_of<also>& found;

    constexpr void note(bool differ, also what) const {
        if (differ) found = found | what;
    }
    template <class Relation>
    constexpr void operator()() const {
        auto const &p = kb.payload<Relation>(x), &q = kb.payload<Relation>(y);
        compare(p, q);
    }
    template <class Payload>
    constexpr void compare([[maybe_unused]] Payload const& p, [[maybe_unused]] Payload const& q) const {
        if constexpr (requires { p.setting; }) note(differ_in_words(p.setting, q.setting), also::setting);
        if constexpr (requires { p.statistic; }) {
            note(kb.object(x) != kb.object(y), also::outcome);
            note(p.statistic != q.statistic, also::statistic);
            note(p.comparator != q.comparator || p.compared_with != q.compared_with, also::comparator);
        }
    }
};

/// In what two claims of one relation and matter differ.
constexpr set_of<difference> differences_of_one_matter(knowledge_base const& kb, editions& later, claim_id x, claim_id y) {
    set_of<difference> found;
    if (!are_two_voices(kb, later, x, y)) return found;
    bool const one_answer = kb.stance(x) == kb.stance(y);
    if (!one_answer) found = difference::answer;
    with_claim_relation(kb.relation(x), payload_comparer{kb, x, y, one_answer, found});
    return found;
}

}  // namespace query_detail

/// In what two claims about comparable options differ; nothing where they are of two relations, matters or purposes, of one
/// source, or of two editions of it.
///
/// A mention is of two relations and decided apart.
constexpr set_of<difference> differences(knowledge_base const& kb, claim_id x, claim_id y) {
    if (kb.relation(x) != kb.relation(y) || matter_of(kb, x) != matter_of(kb, y)) return {};
    editions later{kb};
    return query_detail::differences_of_one_matter(kb, later, x, y);
}

/// Whether one claim names an option for what the other looked for and did not find; the relations are two.
constexpr bool is_mention_without_effect(knowledge_base const& kb, editions& later, claim_id named, claim_id tried) {
    auto const s = kb.stance(tried);
    return facet_of(kb, named) == facet::use && kb.stance(named) == stance::in_favour && facet_of(kb, tried) == facet::benefit &&
           (s == stance::against || s == stance::no_difference || s == stance::no_evidence_found) &&
           query_detail::are_two_voices(kb, later, named, tried);
}
constexpr bool is_mention_without_effect(knowledge_base const& kb, claim_id named, claim_id tried) {
    editions later{kb};
    return is_mention_without_effect(kb, later, named, tried);
}

/// In what else two claims differ.
constexpr set_of<also> also_differ(knowledge_base const& kb, claim_id x, claim_id y) {
    set_of<also> found;
    auto const &a = kb.said(x), &b = kb.said(y);
    auto const note = [&](bool differ, also what) {
        if (differ) found = found | what;
    };
    auto const where = [&](attribution const& said) {
        return said.jurisdiction ? said.jurisdiction : kb.details(said.source).jurisdiction;
    };
    note(kb.subject(x) != kb.subject(y), also::subject);
    note(query_detail::differ_in_words(a.population, b.population) || !query_detail::speak_of_same_causes(kb, x, y),
        also::population);
    note(published(kb, x) != published(kb, y), also::date);
    note(where(a) != where(b), also::jurisdiction);
    note(has_interest(kb, x) != has_interest(kb, y), also::interest);
    if (kb.relation(x) != kb.relation(y)) return found;
    with_claim_relation(kb.relation(x), query_detail::circumstance_comparer{kb, x, y, found});
    return found;
}

}  // namespace treatise::inline v0_3
