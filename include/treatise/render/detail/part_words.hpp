// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/people.hpp>
#include <treatise/render/detail/cell_words.hpp>
#include <treatise/render/detail/payer_words.hpp>
#include <treatise/render/detail/people_words.hpp>

#include <string>
#include <string_view>
#include <utility>

// Cells that are no list of what is told: the name of a row, the parts of one figure, the parts of a payer's rule.
namespace treatise::inline v0_3::render_detail {

class part_words {
    comparison const& made_;
    knowledge_base const& kb_;
    language const& l_;
    cell_words& cells_;

    void add(sheet_cell& out, std::string text) const {
        if (!text.empty()) out.statements.emplace_back(std::move(text));
    }
    std::string brands_of(id<therapy> t) const {
        std::string s;
        for (auto b : kb_[kb_.details(t).brands]) append_part(s, kb_[b]);
        return s;
    }
    std::string with_brands(id<therapy> t) const {
        auto const name = inside(l_, kb_.name(t)), brands = brands_of(t);
        return brands.empty() ? name : say(l_, message::said_by, {name, brands});
    }
    /// The members that a row prints: not the forms of another one.
    bool is_form_of_member(row const& r, id<therapy> t) const {
        for (auto e : kb_.out<form_of>(t))
            if (contains(made_.members_of(r), e.object)) return true;
        return false;
    }

    void name(sheet_cell& out, row const& r, std::uint32_t at, std::uint32_t column) const {
        add(out, std::string{kb_.name(r.option)});
        std::string members;
        for (auto t : made_.members_of(r))
            if (id<option>{t} != r.option && !is_form_of_member(r, t)) append_part(members, inside(l_, kb_.name(t)));
        add(out, std::move(members));
        for (auto& s : cells_(r, at, column).statements) out.statements.push_back(std::move(s));
    }
    void members(sheet_cell& out, row const& r, std::uint32_t at, std::uint32_t column) const {
        auto const own = kb_.as<therapy>(r.option);
        auto const brands = own ? brands_of(own) : std::string{};
        add(out, brands.empty() ? std::string{kb_.name(r.option)} : say(l_, message::said_by, {kb_.name(r.option), brands}));
        for (auto t : made_.members_of(r))
            if (id<option>{t} != r.option && !is_form_of_member(r, t)) add(out, with_brands(t));
        for (auto& s : cells_(r, at, column).statements) out.statements.push_back(std::move(s));
    }

    /// The claim that a row is about: of a payer's rule its own, of an outcome the first that its cells tell.
    told const* told_in(std::uint32_t at, std::uint32_t column) const {
        auto const own = made_.in(made_.at(at, column));
        if (!own.empty()) return &own.front();
        for (std::uint32_t c = 0; c != made_.view.columns.size(); ++c)
            if (auto const other = made_.in(made_.at(at, c)); !other.empty()) return &other.front();
        return nullptr;
    }
    void cite(sheet_cell& out, claim_id c) const {
        if (out.statements.empty()) return;
        out.state = cell_state::reported;
        out.statements.back().claims.emplace_back(claim_key_of(kb_, c));
    }

    std::string replaced(statement const& s) const {
        return s.replaced_by ? say(l_, message::replaced_by, {label(kb_, kb_.said(s.replaced_by).source)}) : std::string{};
    }
    std::string outcome_in_words(row const& r, told const& t) const {
        auto const& e = kb_.payload<affects>(t.says.claim);
        auto const of = r.of_outcome ? id<entity>{r.of_outcome} : kb_.object(t.says.claim);
        auto s = at_head(std::string{name_of(kb_, of, made_.view.words)});
        if (e.time_frame && e.time_frame != not_stated) append_part(s, kb_[e.time_frame]);
        append_part(s, whom_in_words(kb_, l_, made_.asked, t.says));
        if (auto const against = against_in_words(kb_, l_, e, usual_comparator(made_)); !against.empty())
            append_part(s, say(l_, message::versus, {against}));
        append_part(s, replaced(t.says));
        return s;
    }
    std::string people_and_trials(told const& t) const {
        if (t.is_range) return say(l_, message::trials_alone, {std::to_string(made_.with_of(t).size() + 1)});
        auto const& e = kb_.payload<affects>(t.says.claim);
        return e.participants.is_finite() ? say(l_, e.participants) : std::string{};
    }
    static std::string with_sign(std::int64_t n) { return (n > 0 ? "+" : "") + std::to_string(n); }
    std::string difference_of(told const& t) const {
        auto const c = t.says.claim;
        auto const& e = kb_.payload<affects>(c);
        if (t.is_range) return range_of_trials(kb_, l_, c, made_.with_of(t));
        auto const p = people_of(kb_, c);
        if (p.as == told_as::both_arms || p.as == told_as::difference) {
            auto s = p.more.below_one ? std::string{l_[message::below_one]} : with_sign(p.more.n);
            if (p.more_between)
                s += ' ' + say(l_, message::interval, {with_sign(p.more_between->first), with_sign(p.more_between->second)});
            if (e.statistic == statistic::nnt || e.statistic == statistic::nnh) append_part(s, figure(l_, e), "; ");
            return s;
        }
        return is_ratio(e.statistic) || is_risk(e.statistic) ? std::string{} : figure(l_, e);
    }
    std::string ratio_of(told const& t) const {
        auto const& e = kb_.payload<affects>(t.says.claim);
        return is_ratio(e.statistic) ? figure(l_, e) : std::string{};
    }
    std::string certainty_of(claim_id c) const {
        auto s = certainty(kb_, l_, c);
        auto const reasons = kb_.payload<affects>(c).certainty_reasons;
        if (!s.empty() && reasons && reasons != not_stated) s = say(l_, message::led, {s, kb_[reasons]});
        return s;
    }
    std::string part_of_figure(column_content of, row const& r, told const& t) const {
        auto const c = t.says.claim;
        if (!kb_.is<affects>(c)) return {};
        auto const& e = kb_.payload<affects>(c);
        auto const share = [&](decimal d) {
            return is_risk(e.statistic) && !t.is_range && d.is_finite() ? whole_people(l_, e.statistic, d) : std::string{};
        };
        switch (of) {
            case column_content::outcome: return outcome_in_words(r, t);
            case column_content::people: return people_and_trials(t);
            case column_content::without: return share(e.baseline);
            case column_content::with: {
                auto s = share(e.value);
                if (e.statistic == statistic::narrative || kb_.stance(c) != stance::in_favour)
                    append_part(s, phrase(kb_, l_, c, made_.view.words));
                return s;
            }
            case column_content::difference: return difference_of(t);
            case column_content::ratio: return ratio_of(t);
            case column_content::certainty: return certainty_of(c);
            default: return {};
        }
    }

    std::string dates_of(claim_id c) const {
        auto const& k = kb_.payload<covered_for>(c);
        auto const& said = kb_.said(c);
        std::string s;
        if (k.effective) append_part(s, say(l_, message::rule_effective, {say(l_, k.effective)}), "; ");
        if (k.reviewed) append_part(s, say(l_, message::rule_reviewed, {say(l_, k.reviewed)}), "; ");
        if (k.ended) append_part(s, say(l_, message::rule_ended, {say(l_, k.ended)}), "; ");
        if (said.checked) append_part(s, say(l_, message::checked_on, {say(l_, said.checked)}), "; ");
        return s;
    }
    std::string part_of_rule(column_content of, claim_id c) const {
        auto const& k = kb_.payload<covered_for>(c);
        switch (of) {
            case column_content::payer: {
                auto const who = payer_name(kb_, l_, c);
                auto const where = place_of_rule(kb_, c);
                return where ? say(l_, message::said_by, {who, kb_.name(where)}) : std::string{who};
            }
            case column_content::status:
                return concluded(l_, kb_.stance(c), kb_.said(c).finding, say(l_, k.status, kb_.said(c).hedge));
            case column_content::condition: return k.rule && k.rule != not_stated ? std::string{kb_[k.rule]} : std::string{};
            case column_content::dates: return dates_of(c);
            default: return {};
        }
    }
    void source(sheet_cell& out, claim_id c) const {
        auto const from = kb_.said(c).source;
        sheet_statement s{label(kb_, from)};
        for (std::uint32_t i = 0; i != made_.sources.size(); ++i)
            if (made_.sources[i] == from) s.sources = {i};
        s.interest = has_interest(kb_, c);
        out.statements.push_back(std::move(s));
    }

public:
    part_words(comparison const& made, language const& l, cell_words& cells)
        : made_{made}, kb_{made.base}, l_{l}, cells_{cells} {}

    [[nodiscard]] sheet_cell operator()(row const& r, std::uint32_t at, std::uint32_t column) const {
        auto const of = made_.view.columns[column].content;
        sheet_cell out;
        out.state = cell_state::reported;
        if (of == column_content::name) {
            name(out, r, at, column);
        } else if (of == column_content::members) {
            members(out, r, at, column);
        } else if (of == column_content::description) {
            add(out, std::string{kb_.description(r.option)});
            for (auto& s : cells_(r, at, column).statements) out.statements.push_back(std::move(s));
        } else {
            part(out, of, r, at, column);
        }
        if (out.statements.empty()) {
            out.state = cell_state::not_reported;
            out.lead = "-";
        }
        return out;
    }

private:
    void part(sheet_cell& out, column_content of, row const& r, std::uint32_t at, std::uint32_t column) const {
        auto const* t = told_in(at, column);
        auto const c = r.rule ? r.rule : t != nullptr ? t->says.claim : claim_id{};
        if (!c) return;
        if (of == column_content::source) {
            source(out, c);
        } else if (r.rule || kb_.is<covered_for>(c)) {
            auto rule = part_of_rule(of, c);
            if (of == column_content::status && t != nullptr) append_part(rule, replaced(t->says));
            add(out, std::move(rule));
        } else {
            add(out, part_of_figure(of, r, *t));
        }
        cite(out, c);
    }
};

}  // namespace treatise::inline v0_3::render_detail
