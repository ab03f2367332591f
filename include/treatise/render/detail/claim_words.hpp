// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/render/answer.hpp>
#include <treatise/render/detail/claim_places.hpp>

#include <string>
#include <utility>
#include <vector>

// A claim as a line of an answer: its words, and behind them what it was measured against, what limits it, and who says it.
namespace treatise::inline v0_3::render_detail {

class claim_words : protected claim_places {
protected:
    claim_words(knowledge_base const& kb, language const& l) : claim_places{kb, l} {}

    /// What a figure was measured against, in whom and for how long.
    std::string measure(claim_id c) const {
        std::string s;
        if (!kb_.is<affects>(c)) return s;
        auto const& e = kb_.payload<affects>(c);
        if (e.comparator) append_part(s, say(l_, message::versus, {in_text(e.comparator)}));
        if (e.compared_with) append_part(s, say(l_, message::versus, {stated(e.compared_with)}));
        if (e.time_frame)
            append_part(s, e.time_frame == not_stated ? word(message::time_unstated) : std::string{kb_[e.time_frame]});
        if (e.participants.is_finite()) append_part(s, say(l_, message::participants, {say(l_, e.participants)}));
        if (auto const rated = certainty(kb_, l_, c); !rated.empty()) append_part(s, say(l_, message::certainty_rated, {rated}));
        if (e.arm && e.arm != not_stated) append_part(s, say(l_, message::arm_studied, {kb_[e.arm]}), "; ");
        return s;
    }
    /// Which trial a figure is of, whether it is a part of another, and how many people its arms had.
    std::string figure_of(claim_id c) const {
        if (!kb_.is<affects>(c)) return {};
        auto const& e = kb_.payload<affects>(c);
        std::string s;
        trial_of(s, e);
        people_of(s, e);
        if (e.label_range == label_range::within) append_part(s, l_[message::within_label], "; ");
        if (e.label_range == label_range::above) append_part(s, l_[message::above_label], "; ");
        if (e.frequency != listed_frequency{}) append_part(s, say(l_, message::listed_as, {say(l_, e.frequency)}), "; ");
        if (is_given(e.certainty_reasons)) append_part(s, say(l_, message::certainty_because, {kb_[e.certainty_reasons]}), "; ");
        return s;
    }
    /// What keeps a statement from being taken as more than it is, besides the hedge that its words carry.
    std::string reserve(claim_id c) const {
        std::string s;
        auto const& said = kb_.said(c);
        if (said.finding != finding{} && kb_.stance(c) == stance::in_favour)
            append_part(s, say(l_, message::found, {say(l_, said.finding)}), "; ");
        if (auto const* r = kb_.payload_if<contraindicated_in>(c)) except(s, r->except);
        if (auto const* w = kb_.payload_if<warned_of>(c)) except(s, w->except);
        if (auto const* r = kb_.payload_if<recommended_for>(c)) {
            except(s, r->except);
            if (is_given(r->narrow)) append_part(s, say(l_, message::narrow_advice, {kb_[r->narrow]}), "; ");
        }
        if (auto const* k = kb_.payload_if<covered_for>(c)) {
            if (k->effective) append_part(s, say(l_, message::rule_effective, {say(l_, k->effective)}), "; ");
            if (k->reviewed) append_part(s, say(l_, message::rule_reviewed, {say(l_, k->reviewed)}), "; ");
            if (k->ended) append_part(s, say(l_, message::rule_ended, {say(l_, k->ended)}), "; ");
        }
        return s;
    }
    /// "withdrawn 30 Nov 2026: the reason"; empty where the claim is current.
    std::string status(claim_id c) const {
        auto const& said = kb_.said(c);
        if (said.status == claim_status::current) return {};
        auto reason = stated(said.status_reason);
        if (auto const by = withdrawing_layer(kb_, c); by != 0)
            reason = is_recall(kb_, kb_.layers()[by - 1])
                         ? say(l_, message::withdrawn_by_recall, {reason})
                         : say(l_, message::withdrawn_by_overlay, {reason, name_of_layer(kb_, by)});
        return say(l_, said.status == claim_status::withdrawn ? message::withdrawn : message::superseded,
            {say(l_, said.status_date), reason});
    }
    /// "replaced by NeuPSIG 2025: first line, strong"; empty where no newer edition speaks of the same thing.
    std::string replaced(claim_id by) const {
        return by ? say(l_, message::replaced_by, {label(kb_, kb_.said(by).source) + ": " + phrase(kb_, l_, by)}) : std::string{};
    }
    /// The claim in the given words, without what it applies to: that is said above several.
    answer_line line_in(std::string text, claim_id c, applicability a, claim_id replaced_by = {}) {
        answer_line made;
        made.text = std::move(text);
        made.id = claim_key_of(kb_, c);
        auto const& said = kb_.said(c);
        auto const note = kb_.note(c);
        for (auto& part : {overlay_in_words(kb_, l_, c), replaced(replaced_by), measure(c), figure_of(c), population(c, a),
                 reserve(c), note.empty() ? std::string{} : say(l_, message::note, {note}), status(c),
                 is_given(said.interest) ? say(l_, message::interest, {kb_[said.interest]}) : std::string{}, place(c)})
            if (!part.empty()) made.behind.push_back(part);
        return made;
    }
    answer_line line(claim_id c, applicability a, std::string lead = {}, claim_id replaced_by = {}) {
        return line_in(std::move(lead) + phrase(kb_, l_, c), c, a, replaced_by);
    }

private:
    static bool is_given(text t) { return t && t != not_stated; }
    void trial_of(std::string& to, effect const& e) const {
        if (is_given(e.trial)) append_part(to, say(l_, message::of_trial, {kb_[e.trial]}), "; ");
        if (e.design == design::pooled) append_part(to, l_[message::trials_pooled], "; ");
        if (e.design == design::single && !e.trial) append_part(to, l_[message::one_trial], "; ");
        if (is_given(e.part_of)) append_part(to, say(l_, message::part_of_claim, {kb_[e.part_of]}), "; ");
    }
    void people_of(std::string& to, effect const& e) const {
        if (!e.n_with.is_finite()) return;
        append_part(to,
            e.n_without.is_finite() ? say(l_, message::people_with_without, {say(l_, e.n_with), say(l_, e.n_without)})
                                    : say(l_, message::people_with, {say(l_, e.n_with)}),
            "; ");
    }
    void except(std::string& to, many<id<option>> list) const {
        if (auto const names = name_list(kb_[list]); !names.empty()) append_part(to, say(l_, message::excepted, {names}), "; ");
    }
};

}  // namespace treatise::inline v0_3::render_detail
