// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/standing.hpp>
#include <treatise/query/aims.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/render/detail/claim_words.hpp>
#include <treatise/words/about.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace render_detail {

class candidates_teller : claim_words {
    using candidate = candidate_list::candidate;

    std::string kind_name(id<option> o) const {
        auto const kind = kind_of(kb_, o);
        return kind ? std::string{kb_.name(kind)} : word(message::no_class);
    }
    /// Display order numbers classes before therapies; here a therapy stands behind its row.
    std::vector<candidate> ordered(candidate_list const& all) const {
        std::vector<candidate> made;
        for (auto c : all) made.push_back(c);
        std::sort(made.begin(), made.end(), [&](candidate const& x, candidate const& y) {
            return neutral_place_of(kb_, x.option) < neutral_place_of(kb_, y.option);
        });
        return made;
    }
    /// What the claim is for, where that is not relief of symptoms.
    std::string aim_of(claim_id c) const {
        auto const of = intent_of(kb_, c, kb_.relation(c));
        return of == intent::symptomatic ? std::string{} : std::string{say(l_, of)};
    }
    /// The option, its row and how its nearest claim applies; then the claims.
    answer_group told(candidate const& c, std::size_t most) {
        auto const row = row_of(kb_, c.option);
        auto const nearest_claim = applies(c.reasons.front().claim, c.applies());
        answer_group group{std::string{kb_.name(c.option)}, {}};
        if (row && id<entity>{row} != id<entity>{c.option} && kb_.name(row) != kb_.name(c.option))
            group.heading += " (" + say(l_, message::row_named, {kb_.name(row)}) + ')';
        group.heading += ": " + nearest_claim;
        for (std::size_t i = 0; i != c.reasons.size() && i != most; ++i) {
            auto const& r = c.reasons[i];
            auto text = phrase(kb_, l_, r.claim) + " (" + place(r.claim) + ')';
            append_part(text, aim_of(r.claim), "; ");
            if (auto const a = applies(r.claim, r.applies); a != nearest_claim) append_part(text, a, "; ");
            group.lines.push_back({std::move(text), {}, claim_key_of(kb_, r.claim), false});
        }
        if (c.reasons.size() > most) group.lines.push_back({'+' + std::to_string(c.reasons.size() - most), {}, {}, false});
        return group;
    }
    /// Nothing is hidden by the aim that was asked for: how many options have another, and how to see them.
    void other_aims_of(answer& a, id<cause> asked, scope const& s) const {
        std::string counts, intents;
        for (auto const& x : other_aims(kb_, asked, s)) {
            append_part(counts, say(l_, message::aim_counted, {say(l_, x.intent), std::to_string(x.options)}));
            append_part(intents, treatise::word(x.intent), ",");
        }
        if (!counts.empty()) a.head.push_back(say(l_, message::candidates_other_aim, {counts, kb_.key(asked), intents}));
    }

    /// Nor by how it is known: how many options are only predicted.
    void predicted_of(answer& a, id<cause> asked, scope s, candidate_list const& listed) const {
        if (s.predictions) return;
        s.predictions = true;
        std::size_t more = 0;
        for (auto const& c : candidates(kb_, asked, s)) more += !listed.contains(c.option);
        if (more != 0) a.head.push_back(say(l_, message::candidates_predicted, {std::to_string(more), kb_.key(asked)}));
    }

public:
    candidates_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    answer tell(id<cause> asked, scope const& s, std::size_t most) {
        answer a{.title = say(l_, message::candidates_title, {kb_.name(asked)})};
        auto const all = candidates(kb_, asked, s);
        std::size_t claims = 0;
        for (auto c : all) claims += c.reasons.size();
        if (all.empty()) {
            a.head.push_back(word(message::no_rows));
        } else {
            a.head.push_back(say(l_, message::candidates_counts, {std::to_string(all.size()), std::to_string(claims)}));
            a.head.push_back(word(message::order_rule));
        }
        other_aims_of(a, asked, s);
        predicted_of(a, asked, s, all);
        answer_section against{word(message::against_only), {}}, apart{word(message::candidates_set_apart), {}};
        for (auto const& c : ordered(all)) {
            auto* to = c.is_excluded() ? &apart : &against;
            if (!c.is_excluded() && !c.is_only_against()) {
                auto const heading = kind_name(c.option);
                if (a.sections.empty() || a.sections.back().heading != heading) a.sections.push_back({heading, {}});
                to = &a.sections.back();
            }
            to->groups.push_back(told(c, most));
        }
        for (auto* last : {&against, &apart})
            if (!last->groups.empty()) a.sections.push_back(std::move(*last));
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// The candidates for a cause by kind of therapy, each with its row, how it applies and the first `most_reasons` claims that list
/// it; and how many options are documented with an aim that was not asked for, or only predicted.
inline answer tell_candidates(knowledge_base const& kb, id<cause> asked, scope const& s = {}, language const& l = english,
    std::size_t most_reasons = SIZE_MAX) {
    return render_detail::candidates_teller{kb, l}.tell(asked, s, most_reasons);
}

}  // namespace treatise::inline v0_3
