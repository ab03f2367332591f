// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/phrase.hpp>
#include <treatise/table/option_grid.hpp>
#include <treatise/table/unstated.hpp>
#include <treatise/words/grade_wording.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace treatise::inline v0_3 {

/// Words with a capital in front, as they stand at the head of a sentence; only A to Z are changed.
[[nodiscard]] inline std::string capital(std::string s) {
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
    return s;
}
/// Puts a sentence behind those before it, a full stop between them.
inline void sentence(std::string& to, std::string_view what) {
    if (what.empty()) return;
    if (!to.empty()) to += to.ends_with('.') ? " " : ". ";
    to += what;
}

/// One effect in plain words: how sure, how many people with it and without it, in both frames; or what its source concludes.
class grid_numbers {
    option_grid const& grid_;
    knowledge_base const& kb_;
    language const& l_;

    std::string of() const { return std::to_string(static_cast<std::int32_t>(grid_.of)); }
    static bool stated(text t) { return t && t != not_stated; }

    /// "14 more", "3 fewer", "as many"
    std::string more(std::int32_t n) const {
        if (n == 0) return std::string{l_[message::number_same]};
        if (n < 0) return say(l_, message::number_fewer, {std::to_string(-n)});
        return say(l_, message::number_more, {std::to_string(n)});
    }
    /// "14 more (11 to 18 more)"
    std::string more_with_range(grid_figure const& f) const {
        auto s = more(f.more);
        if (f.with_between && f.as == told_as::both_arms)
            return s + ' ' + range({f.with_between->first - f.without, f.with_between->second - f.without}, f.crosses_no_effect);
        return f.more_between ? s + ' ' + range(*f.more_between, f.crosses_no_effect) : s;
    }
    std::string range(std::pair<std::int32_t, std::int32_t> r, bool crosses) const {
        auto const bound = [&](std::int32_t n) {  // a bound that rounds to none is not none
            return n == 0 && !crosses ? std::string{l_[message::below_one]} : std::to_string(n);
        };
        if (r.first >= 0) return say(l_, message::range_more, {bound(r.first), std::to_string(r.second)});
        if (r.second <= 0) return say(l_, message::range_fewer, {bound(-r.second), std::to_string(-r.first)});
        return say(l_, message::range_both, {std::to_string(-r.first), std::to_string(r.second)});
    }

    std::string comparator(effect const& e) const {
        if (e.comparator) return inside(l_, kb_.name(e.comparator));
        return stated(e.compared_with) ? std::string{kb_[e.compared_with]} : std::string{l_[message::unstated]};
    }
    static std::string filled(std::string_view form, std::string_view of, std::string_view what) {
        std::string s;
        for (std::size_t i = 0; i != form.size(); ++i)
            if (form.substr(i).starts_with("{0}"))
                s += of, i += 2;
            else if (form.substr(i).starts_with("{1}"))
                s += what, i += 2;
            else
                s += form[i];
        return s;
    }

public:
    /// The standard statement for the certainty, where there is one certainty and the source takes a side; else nothing.
    std::string how_sure(grid_figure const& f) const {
        auto const s = kb_.stance(f.claim);
        auto const* statements = grade_statements_of(l_);
        if (statements == nullptr || !f.certainty || (s != stance::in_favour && s != stance::no_difference)) return {};
        bool const people = f.as == told_as::both_arms || f.as == told_as::difference, trivial = f.size == effect_size::trivial;
        if (f.crosses_no_effect || f.as == told_as::one_arm || (people && f.more == 0 && !trivial)) return {};
        auto const form = people || trivial
                              ? say(*statements, *f.certainty, f.size, f.more < 0 ? direction::reduction : direction::increase)
                              : say(*statements, *f.certainty);
        auto const name = say(l_, message::plain_treatment, {inside(l_, kb_.name(kb_.subject(f.claim)))});
        auto const what = inside(l_, kb_.name(kb_.object(f.claim)));
        return capital(filled(form, name, people ? say(l_, message::people_who_have, {what}) : what));
    }

private:
    std::string concluded(claim_id c) const {
        auto const from = label(kb_, kb_.said(c).source);
        switch (kb_.stance(c)) {
            case stance::against: return say(l_, message::concludes_against, {from});
            case stance::mixed: return say(l_, message::concludes_mixed, {from});
            case stance::no_difference: return say(l_, message::concludes_no_difference, {from});
            case stance::no_evidence_found: return say(l_, message::concludes_nothing_found, {from});
            case stance::no_recommendation: return say(l_, message::concludes_nothing, {from});
            case stance::in_favour: break;
        }
        return say(l_, message::concludes_for, {from});
    }

    /// A rate that is not none is never told as 0.
    std::string share(std::int32_t n, decimal published) const {
        bool const little = n == 0 && published.is_finite() && published.digits() > 0;
        return little ? std::string{l_[message::below_one]} : std::to_string(n);
    }
    std::string others(std::int32_t n, decimal published) const {
        auto const all = static_cast<std::int32_t>(grid_.of);
        bool const little = n == 0 && published.is_finite() && published.digits() > 0;
        return little ? say(l_, message::above_others, {std::to_string(all - 1)}) : std::to_string(all - n);
    }
    void people(std::string& to, grid_figure const& f, effect const& e) const {
        switch (f.as) {
            case told_as::both_arms:
                sentence(to, say(l_, message::people_yes_no, {share(f.with, e.value), of(), others(f.with, e.value)}));
                sentence(to, capital(say(l_, message::people_compared, {comparator(e), share(f.without, e.baseline), of()})));
                sentence(to, say(l_, message::people_difference, {more_with_range(f)}));
                break;
            case told_as::one_arm:
                sentence(to, say(l_, message::people_yes_no, {share(f.with, e.value), of(), others(f.with, e.value)}));
                if (f.with_between)
                    to += ", " + say(l_, message::people_between,
                                     {std::to_string(f.with_between->first), std::to_string(f.with_between->second), of()});
                sentence(to, say(l_, message::people_compared_unknown, {comparator(e)}));
                break;
            case told_as::difference:
                sentence(to, say(l_, message::people_total_unknown, {of()}));
                sentence(to, say(l_, message::people_difference_alone, {comparator(e), more_with_range(f), of()}));
                break;
            case told_as::words:
                if (table_detail::tells_figure(kb_, f.claim) && (e.comparator || stated(e.compared_with)))
                    sentence(to, say(l_, message::people_compared_unknown, {comparator(e)}));
                break;
        }
    }

public:
    grid_numbers(option_grid const& grid, language const& l) : grid_{grid}, kb_{grid.table.base}, l_{l} {}

    /// `named`: the option that the cell is about; another one is named. `rated`: with the rating in the body's own word.
    std::string operator()(grid_figure const& f, id<entity> named, bool rated) const {
        auto const& e = kb_.payload<affects>(f.claim);
        auto const concludes = kb_.stance(f.claim);
        auto const sure = how_sure(f);
        std::string told;
        bool const takes_no_side = concludes == stance::no_evidence_found || concludes == stance::no_recommendation;
        if (f.as == told_as::words && !takes_no_side) told = say(l_, message::not_known_out_of, {of()});
        if (f.rated_apart) sentence(told, l_[message::plain_rated_apart]);
        bool const uncertain_words = f.crosses_no_effect && f.as == told_as::words;
        if (f.crosses_no_effect && !uncertain_words) sentence(told, capital(std::string{l_[message::crosses_no_effect]}));
        sentence(told, sure);
        people(told, f, e);
        if (stated(e.time_frame)) sentence(told, say(l_, message::plain_time, {kb_[e.time_frame]}));
        auto const rating = rated ? certainty(kb_, f.claim) : std::string{};
        if (sure.empty() && (f.as == told_as::words || concludes != stance::in_favour)) {
            sentence(told, uncertain_words
                               ? label(kb_, kb_.said(f.claim).source) + ": " + std::string{l_[message::crosses_no_effect]}
                               : concluded(f.claim));
            if (!rating.empty()) told += " (" + rating + ')';
        } else {
            told += " (" + (rating.empty() ? "" : rating + "; ") + label(kb_, kb_.said(f.claim).source) + ')';
        }
        auto const name = kb_.name(kb_.subject(f.claim));
        bool const has_name =
            kb_.subject(f.claim) == named || !sure.empty() || told.find('(' + inside(l_, name) + ')') != told.npos;
        return has_name ? told : std::string{name} + ": " + told;
    }

    /// What happened to those who had the reference: its own column.
    std::string control(grid_figure const& f) const {
        auto const published = kb_.payload<affects>(f.claim).baseline;
        return say(l_, message::people_of_control,
            {share(f.without, published), of(), others(f.without, published), inside(l_, kb_.name(kb_.subject(f.claim)))});
    }

    /// How a number was worked out here; empty where it was printed.
    std::string note(grid_figure const& f) const {
        auto const& e = kb_.payload<affects>(f.claim);
        auto const measure = [&](derivation d) {
            switch (d) {
                case derivation::from_risk_ratio: return l_[message::worked_out_from_risks];
                case derivation::from_odds_ratio: return l_[message::worked_out_from_odds];
                case derivation::from_risk_difference: return l_[message::worked_out_from_difference];
                case derivation::from_nnt:
                case derivation::from_nnh: return l_[message::worked_out_from_people];
                default: return std::string_view{};
            }
        };
        auto const digits_of = [&](effect const& x) {
            auto s = say(l_, x.value);
            if (!x.low.is_absent()) s += (s.empty() ? "" : " ") + say(l_, message::interval, {say(l_, x.low), say(l_, x.high)});
            return s;
        };
        auto const from = f.interval_from ? f.interval_from : f.claim;
        auto const how = f.interval_from ? f.interval : f.numbers;
        auto const by = measure(how), source = std::string_view{kb_.name(kb_.said(from).source)};
        std::string s;
        if (!by.empty() && f.baseline_from)
            s = say(l_, message::worked_out_on,
                {by, digits_of(kb_.payload<affects>(from)), source, figure_of(f.baseline_from),
                    kb_.name(kb_.said(f.baseline_from).source)});
        else if (!by.empty())
            s = say(l_, message::worked_out, {by, digits_of(kb_.payload<affects>(from)), source});
        if (f.rounded) sentence(s, say(l_, message::rounded_people, {figure(l_, e)}));
        return s;
    }

private:
    std::string figure_of(claim_id c) const { return figure(l_, kb_.payload<affects>(c)); }
};

}  // namespace treatise::inline v0_3
