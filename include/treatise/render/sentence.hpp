// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/claim_words.hpp>

#include <string>
#include <string_view>

// One claim as a sentence that stands alone: who says what of what, with its hedge, its conclusion, where it stands and how it
// was read.
namespace treatise::inline v0_3 {

namespace render_detail {

class sentence_maker : claim_words {
    claim_id c_;
    std::string said_{};

    std::string subject() const { return in_text(kb_.subject(c_)); }
    std::string object() const { return in_text(kb_.object(c_)); }
    std::string told(message m, std::string_view what = {}) const {
        return say(l_, m, {label(kb_, kb_.said(c_).source), subject(), object(), what});
    }
    /// The verdict of a source in words; empty where it speaks in favour.
    std::string_view conclusion(stance s) const {
        switch (s) {
            case stance::in_favour: break;
            case stance::against: return l_[message::concluded_against];
            case stance::mixed: return l_[message::concluded_mixed];
            case stance::no_difference: return l_[message::concluded_no_difference];
            case stance::no_evidence_found: return l_[message::concluded_not_found];
            case stance::no_recommendation: return l_[message::concluded_nothing];
        }
        return {};
    }
    /// The message says what a source in favour says; any other stance is said as it is.
    std::string in_favour(message m, std::string_view what = {}) const {
        auto const verdict = conclusion(kb_.stance(c_));
        return verdict.empty() ? told(m, what) : told(message::sentence_concluded, verdict);
    }

    std::string words(claim<used_for> const& u) const {
        return u.stance == stance::against             ? told(message::sentence_mentions_against)
               : u.stance == stance::no_recommendation ? told(message::sentence_no_recommendation)
                                                       : in_favour(message::sentence_mentions);
    }
    std::string words(claim<recommended_for> const& r) const {
        auto s = r.stance == stance::against             ? told(message::sentence_recommends_against)
                 : r.stance == stance::no_recommendation ? told(message::sentence_no_recommendation)
                                                         : in_favour(message::sentence_recommends);
        std::string more;
        auto const add = [&](auto level) {
            append_part(more, level.value == unstated_level ? std::string{} : level_word(kb_, r.carries->scheme, level));
        };
        add(r.carries->line);
        add(r.carries->strength);
        append_part(more, r.carries->setting == not_stated ? std::string_view{} : kb_[r.carries->setting]);
        if (!more.empty()) append_part(s, say(l_, message::sentence_more, {more}), " ");
        return s;
    }
    std::string words(claim<approved_for> const&) const { return told(message::sentence_approval, phrase(kb_, l_, c_)); }
    std::string words(claim<controlled_in> const&) const { return told(message::sentence_control, phrase(kb_, l_, c_)); }
    std::string words(claim<covered_for> const&) const { return told(message::sentence_coverage, phrase(kb_, l_, c_)); }
    std::string words(claim<contraindicated_in> const& r) const {
        switch (r.carries->avoidance) {
            case avoidance::contraindication: break;
            case avoidance::avoid: return in_favour(message::sentence_avoid);
            case avoidance::caution: return in_favour(message::sentence_caution);
        }
        return in_favour(message::sentence_contraindication);
    }
    std::string words(claim<warned_of> const&) const { return told(message::sentence_warning, phrase(kb_, l_, c_)); }
    std::string words(claim<affects> const&) const {
        auto what = phrase(kb_, l_, c_);
        append_part(what, measure(c_));
        auto const causes = causes_of(c_);
        if (causes.empty()) return told(message::sentence_effect, what);
        return say(l_, message::sentence_effect_in, {label(kb_, kb_.said(c_).source), subject(), causes, what});
    }
    std::string words(claim<acts_by> const&) const { return in_favour(message::sentence_acts); }
    std::string words(claim<implicated_in> const&) const { return in_favour(message::sentence_implicates); }
    std::string words(claim<involves> const&) const { return in_favour(message::sentence_involves); }
    std::string words(claim<provided_by> const&) const { return in_favour(message::sentence_provides); }
    std::string words(claim<assessed_by> const&) const { return in_favour(message::sentence_assesses); }
    std::string words(claim<advises> const&) const { return in_favour(message::sentence_advises); }
    std::string words(claim<investigates> const&) const { return in_favour(message::sentence_investigates); }
    std::string words(claim<gives_rise_to> const& o) const {
        auto s = in_favour(message::sentence_origin);
        if (o.carries->frequency != listed_frequency{})
            append_part(s, say(l_, message::sentence_more, {say(l_, o.carries->frequency)}), " ");
        return s;
    }
    template <class Relation>
    std::string words(claim<Relation> const&) const {
        return told(message::sentence_other, phrase(kb_, l_, c_));
    }

public:
    sentence_maker(knowledge_base const& kb, language const& l, claim_id c) : claim_words{kb, l}, c_{c} {}

    template <class Relation>
    void operator()() {
        said_ = words(kb_.template get<Relation>(c_));
    }

    std::string whole() && {
        with_claim_relation(kb_.relation(c_), *this);
        auto const& said = kb_.said(c_);
        if (said.hedge != hedge::none) append_part(said_, say(l_, message::sentence_hedge, {say(l_, said.hedge)}), " ");
        if (said.finding != finding::none && kb_.stance(c_) == stance::in_favour)
            append_part(said_, say(l_, message::sentence_finding, {say(l_, said.finding)}), " ");
        if (kb_.marks(c_).is_predicted()) append_part(said_, word(message::sentence_predicted), " ");
        return std::move(said_);
    }
    std::string where() && {
        auto const& said = kb_.said(c_);
        auto at = said.place == not_stated ? word(message::no_recorded_place) : std::string{kb_[said.place]};
        if (said.jurisdiction) append_part(at, kb_.name(said.jurisdiction));
        std::string how{say(l_, said.read)};
        append_part(how, restated(c_));
        auto s = say(l_, message::sentence_place, {at, how});
        append_part(s, status(c_), " ");
        return s;
    }
};

}  // namespace render_detail

/// The claim as a sentence that stands alone: "AAN 2022 recommends gabapentinoids for painful diabetic neuropathy. In its words:
/// B." Hedge, conclusion and finding are said in words.
[[nodiscard]] inline std::string sentence(knowledge_base const& kb, claim_id c, language const& l = english) {
    return render_detail::sentence_maker{kb, l, c}.whole();
}

/// Where a claim stands in its source, how it was read there, and whether it is still current: "Where it stands: Table 3; read in
/// the source."
[[nodiscard]] inline std::string sentence_of_place(knowledge_base const& kb, claim_id c, language const& l = english) {
    return render_detail::sentence_maker{kb, l, c}.where();
}

}  // namespace treatise::inline v0_3
