// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/query/matter_of.hpp>
#include <treatise/render/detail/clause.hpp>
#include <treatise/render/detail/payer_words.hpp>
#include <treatise/render/detail/people_words.hpp>
#include <treatise/render/detail/whom_words.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/words/overlay_words.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// One told claim as a clause of a cell, matter by matter.
namespace treatise::inline v0_3::render_detail {

/// Puts told claims of one table into words; plain data and what all of them share.
class told_words {
    comparison const& made_;
    knowledge_base const& kb_;
    language const& l_;
    word_register words_;
    id<option> usual_;  // what figures stand against where they do not say

public:
    told_words(comparison const& made, language const& l)
        : made_{made}, kb_{made.base}, l_{l}, words_{made.view.words}, usual_{usual_comparator(made)} {}

    /// `m`: the matter for which the column tells it.
    [[nodiscard]] clause operator()(told const& t, matter m) const {
        auto const c = t.says.claim;
        clause out;
        out.of = m;
        out.interest = has_interest(kb_, c) && !is_plain();
        add_source(out, c);
        for (auto other : made_.with_of(t)) add_source(out, other);
        leave_once(out.sources);
        if (t.says.applies == applicability::excluded && !protects(m) && m != matter::harm)
            left_out(out, c);
        else
            in_words_of(m, out, t);
        if (is_plain() && has_interest(kb_, c)) append_part(out.tail, l_[message::plain_interest]);
        append_part(out.tail, overlay_in_words(kb_, l_, c));
        if (auto const by = t.says.replaced_by)  // what leads a list says it of the whole list
            append_part(out.lead.empty() ? out.tail : out.lead, say(l_, message::replaced_by, {label(kb_, kb_.said(by).source)}));
        return out;
    }

private:
    [[nodiscard]] bool is_plain() const { return words_ == word_register::plain; }
    void in_words_of(matter m, clause& out, told const& t) const {
        auto const c = t.says.claim;
        switch (m) {
            case matter::guidance: guidance(out, t.says); break;
            case matter::benefit:
            case matter::harm: effect_of(out, t); break;
            case matter::boxed_warning:
            case matter::label_warning:
            case matter::safety_communication: warning_of(out, t); break;
            case matter::contraindication:
            case matter::avoid:
            case matter::caution: restriction_of(out, c); break;
            case matter::serious_harm: serious(out, t); break;
            case matter::coverage: coverage_of(out, c); break;
            case matter::approval:
                out.text = phrase(kb_, l_, c, words_);
                if (kb_.is<approved_for>(c) && !causes_of(kb_, c).empty()) out.tail = whom(t.says);
                break;
            case matter::practical:
            case matter::mechanism:
            case matter::provider: name_of_object(out, c); break;
        }
    }
    /// What a source says of other people is nothing to read here but that it leaves the condition out.
    void left_out(clause& out, claim_id c) const {
        auto const by = label_in_brackets(kb_, kb_.said(c).source);
        out.text = say(l_, kb_.is<recommended_for>(c) ? message::advice_leaves_out : message::source_leaves_out, {by});
    }
    std::string object(claim_id c) const { return inside(l_, kb_, kb_.object(c), words_); }
    std::string whom(statement const& s) const { return whom_in_words(kb_, l_, made_.asked, s); }
    /// The name of the claim's object with what its source holds back and concludes.
    std::string held_back(claim_id c) const {
        auto const& said = kb_.said(c);
        return marked(c, concluded(l_, kb_.stance(c), said.finding, hedged(l_, said.hedge, object(c), kind_of_hedged(kb_, c))));
    }
    /// What a model predicted says so.
    [[nodiscard]] std::string marked(claim_id c, std::string const& text) const {
        return kb_.marks(c).is_predicted() ? say(l_, message::predicted, {text}) : text;
    }
    /// The bare name of the object where lists may hold it, its hedge apart; else what the source concludes of it.
    void name_of_object(clause& out, claim_id c) const {
        auto const& said = kb_.said(c);
        if (kb_.stance(c) != stance::in_favour || said.finding != finding::none || kb_.marks(c).is_predicted()) {
            out.text = held_back(c);
            return;
        }
        out.text = object(c);
        out.held = said.hedge;
        out.held_as = kind_of_hedged(kb_, c);
    }
    void add_source(clause& out, claim_id c) const {
        auto const s = kb_.said(c).source;
        auto const at = std::lower_bound(made_.sources.begin(), made_.sources.end(), s);
        if (at != made_.sources.end() && *at == s) out.sources.push_back(static_cast<std::uint32_t>(at - made_.sources.begin()));
        out.claims.emplace_back(claim_key_of(kb_, c));
    }

    void guidance(clause& out, statement const& s) const {
        auto const c = s.claim;
        auto const by = label_in_brackets(kb_, kb_.said(c).source);
        if (auto const* r = kb_.payload_if<recommended_for>(c); r == nullptr) {
            out.text = say(l_, message::said_by, {phrase(kb_, l_, c, words_), by});
        } else {
            auto const g = guidance_words(kb_, l_, kb_.get<recommended_for>(c));
            auto inner = by;
            append_part(inner, g.behind);
            out.text = marked(c, say(l_, message::said_by, {g.core, inner}));
            append_part(out.text, g.only, ", ");
        }
        out.tail = whom(s);
    }

    /// Who warns: of the claim and of those told with it in the same form.
    std::string authorities(told const& t) const {
        auto const form = kb_.payload<warned_of>(t.says.claim).form;
        std::vector<std::string_view> all;
        auto const add = [&](claim_id c) {
            auto const* w = kb_.payload_if<warned_of>(c);
            if (w == nullptr || w->form != form) return;
            auto const name = w->authority == not_stated ? l_[message::unstated] : kb_[w->authority];
            all.push_back(name);
        };
        add(t.says.claim);
        for (auto c : made_.with_of(t)) add(c);
        std::sort(all.begin(), all.end());
        all.erase(
            std::unique(all.begin(), all.end()), all.end());  // however many sources say it, the same authorities share a line
        std::string s;
        for (auto name : all) append_part(s, name);
        return s;
    }
    static message plain_lead(warning_form form) {
        if (form == warning_form::boxed) return message::plain_boxed;
        return form == warning_form::safety_communication ? message::plain_safety : message::plain_official;
    }
    void warning_of(clause& out, told const& t) const {
        auto const c = t.says.claim;
        auto const form = kb_.payload<warned_of>(c).form;
        auto const who = authorities(t);
        out.lead = say(l_, message::said_by, {say(l_, form), who});
        if (is_plain()) out.lead = say(l_, plain_lead(form), {who});
        name_of_object(out, c);
        out.tail = people_in_words(kb_, l_, c);
        out.is_warning = true;
    }
    void restriction_of(clause& out, claim_id c) const {
        switch (kb_.payload<contraindicated_in>(c).avoidance) {
            case avoidance::contraindication: out.lead = l_[is_plain() ? message::plain_not_with : message::not_with_lead]; break;
            case avoidance::avoid: out.lead = l_[is_plain() ? message::plain_avoid : message::avoid_lead]; break;
            case avoidance::caution: out.lead = l_[is_plain() ? message::plain_caution : message::caution_lead]; break;
        }
        name_of_object(out, c);
        out.tail = people_in_words(kb_, l_, c);
        out.is_warning = true;
    }
    void serious(clause& out, told const& t) const {
        effect_of(out, t);
        out.lead = l_[is_plain() ? message::plain_serious : message::serious_lead];
        out.is_warning = true;
    }
    void coverage_of(clause& out, claim_id c) const {
        auto const& k = kb_.payload<covered_for>(c);
        out.text = say(l_, message::said_by, {say(l_, k.status, kb_.said(c).hedge), payer_place_and_year(kb_, l_, c)});
        out.text = marked(c, concluded(l_, kb_.stance(c), kb_.said(c).finding, out.text));
    }

    /// A figure, or words where a source gives none.
    void effect_of(clause& out, told const& t) const {
        auto const c = t.says.claim;
        auto const& e = kb_.payload<affects>(c);
        auto const figure = figure_of(t);
        if (figure.empty() || concludes_without_figure(c))
            in_words(out, c);
        else
            with_figure(out, c, figure);
        if (!t.is_range) {
            auto const with = whole_people_of(e.statistic, e.value), without = whole_people_of(e.statistic, e.baseline);
            if (with && without && out.of != matter::serious_harm) out.people = std::pair<int, int>{*with, *without};
        }
        qualities(out, t, e);
    }
    std::string figure_of(told const& t) const {
        auto const c = t.says.claim;
        auto const& e = kb_.payload<affects>(c);
        if (t.is_range)
            if (auto numbers =
                    range_of_trials(kb_, l_, c, made_.with_of(t), is_plain() ? message::plain_trials : message::trials_number);
                !numbers.empty())
                return numbers;
        auto const of = kb_.as<therapy>(kb_.subject(c));
        if (of && kb_.details(of).reference && is_risk(e.statistic) && e.value.is_finite())
            return say(l_, message::of_100, {whole_people(l_, e.statistic, e.value)});
        return is_plain() ? plain_figure(c, e) : cell_figure(kb_, l_, e, usual_);
    }
    void in_words(clause& out, claim_id c) const {
        auto const frequency = kb_.payload<affects>(c).frequency;
        out.text = held_back(c);
        if (is_plain() && out.of == matter::benefit && kb_.stance(c) == stance::in_favour && !is_counted_anywhere(c))
            out.text = say(l_, message::plain_no_number, {out.text});
        if (frequency != listed_frequency{} && !is_plain()) out.text += ' ' + say(l_, message::in_brackets, {say(l_, frequency)});
    }
    /// Whether any source counts the outcome or a kind of it, of the option, whoever the people were: then no page says that none
    /// does.
    [[nodiscard]] bool is_counted_anywhere(claim_id c) const {
        auto const of = kb_.subject(c);
        auto const o = kb_.object(c);
        auto const counts = [&](id<entity> outcome) {
            for (auto x : kb_.in_ids<affects>(outcome))
                if (kb_.subject(x) == of && people_of(kb_, x).as != told_as::words) return true;
            return false;
        };
        if (counts(o)) return true;
        for (auto e : kb_.in<is_a>(kb_.as<outcome>(o)))
            if (counts(e.subject)) return true;
        return false;
    }
    void with_figure(clause& out, claim_id c, std::string const& figure) const {
        auto const held = kb_.said(c).hedge;
        bool const found = kb_.stance(c) == stance::no_difference || kb_.said(c).finding != finding{};
        bool const headed = out.of == matter::benefit && made_.benefit && kb_.object(c) == id<entity>{made_.benefit};
        if (found)
            out.text = held_back(c);
        else if (!headed || held != hedge::none || is_plain())
            out.text = hedged(l_, held, object(c), kind_of_hedged(kb_, c));
        append_part(out.text, figure, found ? ", " : is_plain() ? ": " : " ");
        if (!found) out.text = marked(c, out.text);
    }
    bool concludes_without_figure(claim_id c) const {
        auto const s = kb_.stance(c);
        return s == stance::no_evidence_found || s == stance::no_recommendation;
    }
    /// "12 more of 100 than on placebo", from a number needed to treat or a difference in points.
    [[nodiscard]] std::string plain_difference(claim_id c, effect const& e) const {
        auto const p = people_of(kb_, c);
        if (p.as != told_as::difference) return {};
        if (p.more.n == 0 && !p.more.below_one) return std::string{l_[message::as_many_on]};
        auto const n =
            p.more.below_one ? std::string{l_[message::below_one]} : std::to_string(p.more.n < 0 ? -p.more.n : p.more.n);
        auto const against = against_in_words(kb_, l_, e, {});
        if (p.more.n < 0) return say(l_, against.empty() ? message::plain_fewer : message::plain_fewer_than, {n, against});
        return say(l_, against.empty() ? message::plain_more : message::plain_more_than, {n, against});
    }
    /// "more people than on placebo", from a ratio; empty where its interval includes no effect.
    std::string plain_ratio(effect const& e) const {
        auto const against = against_in_words(kb_, l_, e, {});
        if (against.empty() || includes_no_effect(e) || e.value == decimal{1, 0}) return {};
        return say(l_, less(decimal{1, 0}, e.value) ? message::plain_more_people : message::plain_fewer_people, {against});
    }
    /// "45 of 100 (on placebo: 26)"
    std::string plain_figure(claim_id c, effect const& e) const {
        if (!e.value.is_finite()) return {};
        if (is_ratio(e.statistic)) return plain_ratio(e);
        if (!is_risk(e.statistic)) return plain_difference(c, e);
        auto const with = whole_people(l_, e.statistic, e.value);
        if (!e.baseline.is_finite()) return say(l_, message::of_100, {with});
        auto const without = whole_people(l_, e.statistic, e.baseline);
        auto const against = against_in_words(kb_, l_, e, {});
        return against.empty() ? say(l_, message::of_100_with_without, {with, without})
                               : say(l_, message::plain_on, {with, without, against});
    }
    /// Of whom the figure is, how sure, in how few people.
    void qualities(clause& out, told const& t, effect const& e) const {
        auto const c = t.says.claim;
        if (out.of != matter::serious_harm || t.says.applies != applicability::broader) append_part(out.tail, whom(t.says));
        if (kb_.stance(c) != stance::no_difference && includes_no_effect(e) && !is_plain())
            append_part(out.tail, l_[message::crosses_no_effect]);
        bool const counted = e.statistic != statistic::narrative;
        if (out.of == matter::serious_harm && counted && e.time_frame && e.time_frame != not_stated)
            append_part(out.tail, kb_[e.time_frame]);  // what happens in a year is not what happens in five
        if (!t.is_range && e.n_with.is_finite() && e.n_without.is_finite() &&
            (less(e.n_with, decimal{100, 0}) || less(e.n_without, decimal{100, 0})))
            append_part(out.tail, say(l_, message::participants, {std::to_string(whole(e.n_with) + whole(e.n_without))}));
        else if (!t.is_range && counted && e.participants.is_finite() && less(e.participants, decimal{100, 0}))
            append_part(out.tail, say(l_, message::participants, {say(l_, e.participants)}));
        if (e.label_range == label_range::above) append_part(out.tail, l_[message::above_label_shortly]);
        if (out.of != matter::benefit) return;
        if (auto const rated = certainty(kb_, l_, c); !rated.empty())
            append_part(out.tail, say(l_,
                                      is_plain()        ? message::plain_certainty
                                      : is_certainty(e) ? message::with_certainty
                                                        : message::evidence_rated,
                                      {rated}));
    }
    /// Whether the scheme's words are of certainty, as GRADE's are ("high"); others rate evidence ("strong", "level A", "type
    /// 1").
    bool is_certainty(effect const& e) const {
        for (auto word : kb_[kb_.details(e.scheme).certainties])
            if (kb_[word] == "high") return true;
        return false;
    }
    static std::int64_t whole(decimal d) {
        auto n = static_cast<std::int64_t>(d.digits());
        for (int i = 0; i != d.places(); ++i) n /= 10;
        return n;
    }
};

}  // namespace treatise::inline v0_3::render_detail
