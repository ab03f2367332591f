// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/disagreements.hpp>
#include <treatise/render/detail/claim_words.hpp>
#include <treatise/render/told_disagreements.hpp>
#include <treatise/words/differences.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Where sources differ, in words; disagreements_page.hpp prints it.
namespace treatise::inline v0_3 {

/// How much of the disagreements is told; the groups that are left out are counted.
struct disagreements_told {
    std::vector<id<treatise::option>> options{};  ///< only groups about one, about what stands under it, or about the row it is
                                                  ///< listed under; none: all
    std::size_t groups = SIZE_MAX;
    std::size_t context = SIZE_MAX;  ///< claims of one facet
};

/// Which groups somebody wants: those about one of some options, about something under one, or about the row that one is listed
/// under; all where no option is named. Linear in the options and in what stands under them, once.
class wanted_groups {
    bool all_;
    walk<option> named_{};
    asked_scope under_;

    [[nodiscard]] static constexpr scope within(knowledge_base const& kb, std::vector<id<option>> const& options) {
        scope s;
        for (auto o : options)
            if (auto const c = kb.as<therapy_class>(o)) s.kinds.push_back(c);
        return s;
    }

public:
    constexpr wanted_groups(knowledge_base const& kb, std::vector<id<option>> const& options)
        : all_{options.empty()}, under_{kb, within(kb, options)} {
        named_.clear(kb);
        for (auto o : options) {
            named_.add(o);
            if (auto const row = row_of(kb, o)) named_.add(row);
        }
    }
    [[nodiscard]] constexpr bool has(disagreement const& d) const {
        return all_ || named_.reaches(d.option) || (!under_.asked.kinds.empty() && in_scope(d.option, under_));
    }
};

namespace render_detail {

class disagreements_teller : claim_words {
    /// The stance of a claim in a word; what is said of an effect is reported or not, what is said of use is for or against.
    std::string stance_of(claim_id c) const {
        if (auto const* paid = kb_.payload_if<covered_for>(c)) return std::string{say(l_, paid->status)};
        bool const effect = kb_.is<affects>(c);
        switch (kb_.stance(c)) {
            case stance::in_favour:
                return word(effect ? message::side_reported : kb_.is<used_for>(c) ? message::side_named : message::side_for);
            case stance::against: return word(effect ? message::side_not_supported : message::side_against);
            case stance::no_difference: return word(message::side_no_difference);
            case stance::no_evidence_found: return word(message::side_not_found);
            case stance::no_recommendation: return word(message::side_no_answer);
            case stance::mixed: return word(message::side_mixed);
        }
        return {};
    }
    /// The date as it stands behind the source; a year that the label holds already is not said twice.
    std::string date_behind(claim_id c) const {
        auto const d = published(kb_, c);
        if (!d || d.is_unstated()) return word(message::date_unstated);
        auto text = say(l_, d);
        return d.month() == 0 && label(kb_, kb_.said(c).source).find(text) != std::string::npos ? std::string{} : text;
    }
    told_side side(statement const& s, id<option> of) {
        auto const c = s.claim;
        told_side made;
        made.stance = stance_of(c);
        made.source = place_alone(c, date_behind(c));
        made.restated = restated(c);
        made.says = phrase(kb_, l_, c);
        if (kb_.subject(c) != of) made.subject = kb_.name(kb_.subject(c));
        made.measure = measure(c);
        made.whom = applies(c, s.applies);
        append_part(made.whom, population(c, s.applies), "; ");
        made.note = claim_words::replaced(s.replaced_by);
        if (auto const n = kb_.note(c); !n.empty()) append_part(made.note, say(l_, message::note, {n}), "; ");
        made.ids.emplace_back(claim_key_of(kb_, c));
        return made;
    }
    /// What one source says in the same words of several therapies is one side.
    static void add(std::vector<told_side>& to, told_side s) {
        auto const same = [&](told_side const& o) {
            return !o.subject.empty() && !s.subject.empty() && o.stance == s.stance && o.source == s.source && o.says == s.says &&
                   o.measure == s.measure && o.whom == s.whom && o.note == s.note && o.restated == s.restated;
        };
        auto const at = std::find_if(to.begin(), to.end(), same);
        if (at == to.end()) return to.push_back(std::move(s));
        append_part(at->subject, s.subject);
        at->ids.push_back(std::move(s.ids.front()));
    }

    std::string question(disagreement const& d) const {
        auto const name = kb_.name(d.option);
        auto const other = [&] {
            std::string matter{d.sides.empty() ? l_[message::heading_claims] : say(l_, d.sides.front().facet)};
            if (d.about) append_part(matter, in_text(d.about));
            return say(l_, message::question_other, {name, matter});
        };
        if (d.sides.empty()) return other();
        switch (d.sides.front().facet) {  // beside a mention that of the effect: mentions stand last
            case facet::benefit:
            case facet::harm:
                return say(l_, message::question_effect, {name, d.about ? in_text(d.about) : word(message::facet_benefit)});
            case facet::recommendation:
            case facet::use: return say(l_, message::question_use, {name});
            case facet::coverage: return say(l_, message::question_coverage, {name});
            case facet::warning:
            case facet::restriction:
            case facet::approval:
            case facet::consideration:
            case facet::control:
            case facet::provider:
            case facet::mechanism: break;
        }
        return other();
    }
    std::string years(disagreement const& d) const {
        int first = 0, last = 0;
        for (auto const& s : d.sides) {
            auto const on = published(kb_, s.claim);
            if (!on || on.is_unstated()) continue;
            if (first == 0 || on.year() < first) first = on.year();
            last = (std::max)(last, on.year());
        }
        if (last == 0) return {};
        return first == last ? std::to_string(last) : say(l_, message::years, {std::to_string(first), std::to_string(last)});
    }
    std::string also_of(disagreement const& d) const {
        std::string s;
        for (std::size_t i = 0; i != words_of<also>.size(); ++i)
            if (d.also_differs.bits >> i & 1u) append_part(s, say(l_, static_cast<also>(i)));
        return s.empty() ? s : say(l_, message::also_differs, {s});
    }
    told_disagreement group(disagreement const& d, std::size_t number, id<cause> asked, std::size_t most) {
        told_disagreement made{number, question(d), years(d), {}, also_of(d), {}};
        for (auto const& s : d.sides) add(made.sides, side(s, d.option));
        for (std::size_t f = 0; f != words_of<facet>.size(); ++f) {
            told_context about{say(l_, message::other_question, {say(l_, static_cast<facet>(f))}), {}, {}};
            std::size_t more = 0;
            for (auto const& s : d.context) {
                if (s.facet != static_cast<facet>(f)) continue;
                if (about.sides.size() == most)
                    ++more;
                else
                    add(about.sides, side(s, d.option));
            }
            if (more != 0) about.rest = say(l_, message::context_more, {std::to_string(more), kb_.key(asked), kb_.key(d.option)});
            if (!about.sides.empty() || more != 0) made.context.push_back(std::move(about));
        }
        return made;
    }
    /// Claims about the cause that a newer edition has replaced.
    std::size_t replaced(id<cause> asked, date as_of) const {
        relevance const relevant{kb_, asked};
        successions later{kb_, as_of};
        std::size_t n = 0;
        for (auto c : kb_.claims()) {
            if (kb_.said(c).status == claim_status::withdrawn || !kb_.as<option>(kb_.subject(c))) continue;
            auto const applies = relevant.of(c);
            if (applies == applicability::unrelated || applies == applicability::excluded) continue;
            n += later.has_stepped_back(c, kb_.relation(c));
        }
        return n;
    }

public:
    disagreements_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    told_disagreements tell(
        id<cause> asked, std::vector<disagreement> const& all, scope const& s, disagreements_told const& how) {
        told_disagreements made;
        made.title = say(l_, message::disagreements_title, {kb_.name(asked)});
        wanted_groups const wanted{kb_, how.options};
        std::size_t count = 0, shown = 0;
        for (auto const& d : all) {
            if (!wanted.has(d)) continue;
            if (++count > how.groups) continue;
            ++shown;
            auto const heading = say(l_, d.kind);
            if (made.sections.empty() || made.sections.back().heading != heading)
                made.sections.push_back({std::string{heading}, {}});
            made.sections.back().groups.push_back(group(d, count, asked, how.context));
        }
        made.counts = say(l_, message::disagreements_counts, {std::to_string(count), std::to_string(shown)});
        made.head.push_back(word(count == 0 ? message::disagreements_none : message::disagreements_rule));
        if (count != shown) made.after.push_back(say(l_, message::disagreements_more, {std::to_string(count - shown)}));
        if (auto const n = s.superseded ? 0 : replaced(asked, s.as_of); n != 0)
            made.after.push_back(say(l_, message::disagreements_replaced, {std::to_string(n)}));
        made.foot = foot();
        made.columns = {word(message::heading_stance), word(message::heading_source), word(message::heading_says),
            word(message::heading_whom), word(message::heading_claim)};
        return made;
    }
};

}  // namespace render_detail

/// Where sources differ about the options for a cause, group by group in words: every side with its stance, source, place,
/// date, how it was read and whom it is about, what else differs, and the claims on other questions under it.
inline told_disagreements tell_disagreements(knowledge_base const& kb, id<cause> asked, scope const& s = {},
    disagreements_told const& how = {}, language const& l = english) {
    return render_detail::disagreements_teller{kb, l}.tell(asked, disagreements(kb, asked, s), s, how);
}

}  // namespace treatise::inline v0_3
