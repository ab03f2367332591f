// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/gaps.hpp>
#include <treatise/query/paths.hpp>
#include <treatise/query/statements.hpp>
#include <treatise/query/withdrawn.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/words/english.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The answers to why, candidates, gaps and paths in words; answers_page.hpp prints them.
namespace treatise::inline v0_3 {

/// A statement of an answer, and what stands behind it.
struct answer_line {
    std::string text{};
    std::vector<std::string> behind{};  ///< measure, source and place, whom it is about: a line each
    std::string id{};                   ///< of the claim; empty where it is not one claim
    bool is_warning = false;          ///< a regulator's warning, or an outcome that stands first
};
struct answer_group {
    std::string heading{};  ///< empty where a section has one group
    std::vector<answer_line> lines{};
};
struct answer_section {
    std::string heading;
    std::vector<answer_group> groups;
};

/// An answer in words, ready for a page; it owns its text, and nothing in it is escaped.
struct answer {
    std::string title{};
    std::vector<std::string> head{};
    std::vector<answer_section> sections{};
    std::vector<std::string> foot{};  ///< edition and intended use
};

namespace render_detail {

class answer_maker {
protected:
    knowledge_base const& kb_;
    language const& l_;
    bool interest_ = false;
    std::array<bool, words_of<reading>.size()> read_{};

    std::string word(message m) const { return std::string{l_[m]}; }
    std::string in_text(id<entity> e) const { return inside(l_, kb_.name(e)); }
    std::string stated(text t) const { return t == not_stated ? word(message::unstated) : std::string{kb_[t]}; }

    answer begun(std::string title) const {
        answer a;
        a.title = std::move(title);
        return a;
    }
    answer ended(answer a) const {
        for (auto r : {reading::in_source, reading::in_copy, reading::restated})
            if (read_[place_of(r)]) a.foot.push_back('[' + std::string{reading_mark(l_, r)} + "] " + std::string{say(l_, r)});
        if (interest_) a.foot.push_back("§ " + word(message::legend_interest));
        a.foot.push_back(say(l_, message::edition, {kb_[kb_.base().key], kb_[kb_.base().version]}) + ". " +
                         std::string{kb_[kb_.base().notice]});
        return a;
    }

    // One claim.

    /// "neuropathic pain, HIV neuropathy": the causes that a claim speaks of.
    std::string causes_of(claim_id c) const {
        std::string s;
        auto const object = kb_.as<cause>(kb_.object(c));
        if (object) append_part(s, in_text(object));
        for (auto about : kb_[kb_.said(c).about])
            if (about != object) append_part(s, in_text(about));
        return s;
    }
    /// "about a wider group: neuropathic pain"
    std::string applies(claim_id c, applicability a) const {
        auto const causes = causes_of(c);
        if (a == applicability::broader && causes.empty()) return word(message::any_use);
        std::string s{say(l_, a)};
        if (a == applicability::excluded) {
            std::string apart;
            for (auto e : kb_[kb_.said(c).excludes]) append_part(apart, in_text(e));
            return s + ": " + apart;
        }
        return a == applicability::exact || causes.empty() ? s : s + ": " + causes;
    }
    /// "Cochrane 2014, Summary of findings 1, United States [S]"
    std::string place_alone(claim_id c, std::string_view published = {}) {
        auto const& said = kb_.said(c);
        auto s = label(kb_, said.source);
        if (has_interest(kb_, c)) s += " §", interest_ = true;
        append_part(s, said.place == not_stated ? word(message::no_recorded_place) : std::string{kb_[said.place]});
        if (said.jurisdiction) append_part(s, kb_.name(said.jurisdiction));
        append_part(s, published);
        read_[place_of(said.read)] = true;
        s.append(" [").append(reading_mark(l_, said.read)).append("]");
        return s;
    }
    /// "restated in NHS summary, page 3"; empty where the claim was read in its source.
    std::string restated(claim_id c) const {
        auto const& said = kb_.said(c);
        if (!said.restated_in) return {};
        return say(l_, message::restated_in,
            {label(kb_, said.restated_in), said.restated_at ? stated(said.restated_at) : word(message::no_recorded_place)});
    }
    std::string place(claim_id c) {
        auto s = place_alone(c);
        append_part(s, restated(c));
        return s;
    }
    /// What a figure was measured against, in whom and for how long.
    std::string measure(claim_id c) const {
        std::string s;
        if (!kb_.is<affects>(c)) return s;
        auto const& e = kb_.payload<affects>(c);
        bool const told =
            e.statistic == statistic::percent || e.statistic == statistic::per_100 || e.statistic == statistic::per_1000;
        if (told && e.low.is_finite()) append_part(s, say(l_, message::interval, {say(l_, e.low), say(l_, e.high)}));
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
        std::string s;
        if (kb_.relation(c) != relation_number<affects>) return s;
        auto const& e = kb_.payload<affects>(c);
        auto const add = [&](std::string const& more) { append_part(s, more, "; "); };
        if (e.trial && e.trial != not_stated) add(say(l_, message::of_trial, {kb_[e.trial]}));
        if (e.design == design::pooled) add(word(message::trials_pooled));
        if (e.design == design::single && !e.trial) add(word(message::one_trial));
        if (e.part_of && e.part_of != not_stated) add(say(l_, message::part_of_claim, {kb_[e.part_of]}));
        if (e.n_with.is_finite() && e.n_without.is_finite())
            add(say(l_, message::people_with_without, {say(l_, e.n_with), say(l_, e.n_without)}));
        else if (e.n_with.is_finite())
            add(say(l_, message::people_with, {say(l_, e.n_with)}));
        if (e.label_range == label_range::within) add(word(message::within_label));
        if (e.label_range == label_range::above) add(word(message::above_label));
        if (e.frequency != listed_frequency{}) add(say(l_, message::listed_as, {say(l_, e.frequency)}));
        if (e.certainty_reasons && e.certainty_reasons != not_stated)
            add(say(l_, message::certainty_because, {kb_[e.certainty_reasons]}));
        return s;
    }
    /// What keeps a statement from being taken as more than it is: its hedge, its finding, its exceptions, its dates.
    std::string reserve(claim_id c) const {
        std::string s;
        auto const& said = kb_.said(c);
        auto const add = [&](std::string const& more) { append_part(s, more, "; "); };
        if (said.hedge != hedge{}) add(say(l_, message::hedged, {say(l_, said.hedge)}));
        if (said.finding != finding{}) add(say(l_, message::found, {say(l_, said.finding)}));
        auto const except = [&](many<id<option>> list) {
            std::string names;
            for (auto o : kb_[list]) append_part(names, in_text(o));
            if (!names.empty()) add(say(l_, message::excepted, {names}));
        };
        auto const r = kb_.relation(c);
        if (r == relation_number<contraindicated_in>) except(kb_.payload<contraindicated_in>(c).except);
        if (r == relation_number<warned_of>) except(kb_.payload<warned_of>(c).except);
        if (r == relation_number<recommended_for>) {
            auto const& p = kb_.payload<recommended_for>(c);
            except(p.except);
            if (p.narrow && p.narrow != not_stated) add(say(l_, message::narrow_advice, {kb_[p.narrow]}));
        }
        if (r == relation_number<covered_for>) {
            auto const& p = kb_.payload<covered_for>(c);
            if (p.effective) add(say(l_, message::rule_effective, {say(l_, p.effective)}));
            if (p.reviewed) add(say(l_, message::rule_reviewed, {say(l_, p.reviewed)}));
            if (p.ended) add(say(l_, message::rule_ended, {say(l_, p.ended)}));
        }
        return s;
    }
    std::string population(claim_id c, applicability a) const {
        auto const& said = kb_.said(c);
        std::string s;
        if (said.population && said.population != not_stated)
            append_part(s, say(l_, message::population, {kb_[said.population]}), "; ");
        if (a != applicability::excluded) {
            std::string apart;
            for (auto e : kb_[said.excludes]) append_part(apart, in_text(e));
            if (!apart.empty()) append_part(s, say(l_, message::excludes, {apart}), "; ");
        }
        return s;
    }
    /// "replaced by NeuPSIG 2025: first line, strong"; empty where no newer edition speaks of the same thing.
    std::string replaced(statement const& s) const {
        auto const by = s.replaced_by;
        return by ? say(l_, message::replaced_by, {label(kb_, kb_.said(by).source) + ": " + phrase(kb_, l_, by)}) : std::string{};
    }
    /// The claim, without what it applies to: that is said above several.
    answer_line line(claim_id c, applicability a, std::string lead = {}) {
        answer_line made;
        made.text = std::move(lead) + phrase(kb_, l_, c);
        made.id = claim_key_of(kb_, c);
        auto const add = [&](std::string s) {
            if (!s.empty()) made.behind.push_back(std::move(s));
        };
        add(measure(c));
        add(figure_of(c));
        add(population(c, a));
        add(reserve(c));
        if (auto const n = kb_.note(c); !n.empty()) add(say(l_, message::note, {n}));
        auto const& said = kb_.said(c);
        if (said.status != claim_status::current)
            add(say(l_, said.status == claim_status::withdrawn ? message::withdrawn : message::superseded,
                {say(l_, said.status_date), stated(said.status_reason)}));
        if (said.interest && said.interest != not_stated) add(say(l_, message::interest, {kb_[said.interest]}));
        add(place(c));
        return made;
    }

    // Options.

    /// The kind of therapy that an option stands under; none where it is in no class.
    id<therapy_class> kind_of(id<option> o) const {
        std::vector<id<therapy_class>> up;
        if (auto const row = row_of(kb_, o)) up.push_back(row);
        for (std::size_t i = 0; i != up.size(); ++i)
            for (auto e : kb_.out<is_a>(up[i]))
                if (std::find(up.begin(), up.end(), e.object) == up.end()) up.push_back(e.object);
        auto root = id<therapy_class>{};
        for (auto c : up)
            if (kb_.out<is_a>(c).empty() && (!root || c < root)) root = c;
        return root;
    }
    std::string kind_name(id<option> o) const {
        auto const kind = kind_of(o);
        return kind ? std::string{kb_.name(kind)} : word(message::no_class);
    }
    /// What is missing from the rows of a cause, and which row alone has what all others lack.
    struct missing {
        std::vector<gap> shared{};  ///< reported of two other rows or more, or a harm
        std::vector<gap> alone{};   ///< what one row alone has: `option` is that row
    };
    /// The heading under which a gap is told: what is neither a benefit nor a harm stands with what living with the option asks.
    facet facet_of(gap const& g) const {
        auto const o = kb_.as<outcome>(g.about);
        return o ? affects::tells(kb_.details(o)) : facet::consideration;
    }
    static bool same_matter(gap const& a, gap const& b) { return a.about == b.about && a.issue == b.issue; }
    missing missing_from(std::vector<id<option>> const& rows, std::vector<gap> const& all) const {
        missing made;
        for (auto const& g : all) {
            auto const lacks = [&](id<option> row) {
                return std::any_of(
                    all.begin(), all.end(), [&](gap const& other) { return other.option == row && same_matter(other, g); });
            };
            auto const has = std::find_if(rows.begin(), rows.end(), [&](id<option> row) { return !lacks(row); });
            bool const harm = facet_of(g) == facet::harm;  // stands at every row without it
            if (harm || has == rows.end() ||
                std::find_if(has + 1, rows.end(), [&](id<option> row) { return !lacks(row); }) != rows.end()) {
                made.shared.push_back(g);
            } else {
                gap one = g;
                one.option = *has;
                if (std::find(made.alone.begin(), made.alone.end(), one) == made.alone.end()) made.alone.push_back(one);
            }
        }
        std::sort(made.alone.begin(), made.alone.end(), [](gap const& x, gap const& y) {
            if (x.option != y.option) return x.option < y.option;
            return x.about != y.about ? x.about < y.about : x.issue < y.issue;
        });
        return made;
    }
    std::vector<id<option>> rows_of(id<cause> asked, scope const& s) const {
        std::vector<id<option>> rows;
        for (auto c : candidates(kb_, asked, s)) {
            auto const row = row_of(kb_, c.option);
            rows.push_back(row ? id<option>{row} : c.option);
        }
        std::sort(rows.begin(), rows.end());
        rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
        return rows;
    }
    std::string names_of(std::vector<gap> const& all, id<option> o, facet f) const {
        std::string s;
        for (auto const& g : all) {
            if (g.option != o) continue;
            if (facet_of(g) != f) continue;
            append_part(s, g.issue ? std::string{say(l_, *g.issue)} : in_text(g.about));
        }
        return s;
    }
    std::vector<answer_line> lines_of(std::vector<gap> const& all, id<option> o) const {
        std::vector<answer_line> lines;
        for (auto f : {facet::benefit, facet::harm, facet::consideration})
            if (auto const names = names_of(all, o, f); !names.empty())
                lines.push_back({std::string{say(l_, f)} + ": " + names, {}, {}, false});
        return lines;
    }

public:
    answer_maker(knowledge_base const& kb, language const& l) : kb_{kb}, l_{l} {}

    answer why_of(id<cause> asked, id<option> o, scope const& s) {
        auto a = begun(say(l_, message::why_title, {kb_.name(o), in_text(asked)}));
        auto const all = why(kb_, asked, o, s);
        std::vector<id<source>> from;
        for (auto const& x : all) from.push_back(kb_.said(x.claim).source);
        std::sort(from.begin(), from.end());
        from.erase(std::unique(from.begin(), from.end()), from.end());
        auto counts = say(l_, message::why_counts,
            {std::to_string(all.size()), std::to_string(from.size()), kb_[kb_.base().key], kb_[kb_.base().version]});
        if (auto const row = row_of(kb_, o); row && id<entity>{row} != id<entity>{o})
            counts += ' ' + say(l_, message::listed_under, {kb_.name(row)});
        a.head.push_back(std::move(counts));
        if (all.empty()) a.head.push_back(word(message::why_none));
        for (std::size_t f = 0; f != words_of<facet>.size() && !all.empty(); ++f) facet_of_answer(a, all, static_cast<facet>(f));
        withdrawn_claims(a, asked, o);
        if (!all.empty()) nobody_says(a, asked, o, s);
        return ended(std::move(a));
    }

private:
    void facet_of_answer(answer& a, std::vector<statement> const& all, facet f) {
        answer_section section{std::string{say(l_, f)}, {}};
        std::vector<statement> told;
        for (auto const& x : all)
            if (x.facet == f) told.push_back(x);
        std::sort(told.begin(), told.end(), [](statement const& x, statement const& y) {
            if (x.first != y.first) return x.first;
            if (x.of != y.of) return x.of < y.of;
            return x.applies != y.applies ? x.applies < y.applies : x.claim < y.claim;
        });
        for (auto const& x : told) {
            auto heading = applies(x.claim, x.applies);
            if (x.of != said_of::itself) heading = std::string{say(l_, x.of)} + "; " + heading;
            if (section.groups.empty() || section.groups.back().heading != heading)
                section.groups.push_back({std::move(heading), {}});
            auto& made = section.groups.back().lines.emplace_back(line(x.claim, x.applies,
                x.of == said_of::itself ? std::string{} : std::string{kb_.name(kb_.subject(x.claim))} + ": "));
            made.is_warning = x.first || f == facet::warning;
            if (auto s = replaced(x); !s.empty()) made.behind.insert(made.behind.begin(), std::move(s));
        }
        // What a reader must not miss says so where it is missing.
        bool const expected = f <= facet::approval || f == facet::coverage || f == facet::consideration;
        if (section.groups.empty() && expected)
            section.groups.push_back(
                {{}, {{word(message::not_reported) + ": " + word(message::legend_not_reported), {}, {}, false}}});
        if (!section.groups.empty()) a.sections.push_back(std::move(section));
    }
    /// What no table shows any more, with the day and the reason.
    void withdrawn_claims(answer& a, id<cause> asked, id<option> o) {
        answer_group group;
        relevance const relevant{kb_, asked};
        for (auto c : withdrawn(kb_, asked, o)) {
            auto const of = kb_.subject(c) == o ? std::string{} : std::string{kb_.name(kb_.subject(c))} + ": ";
            group.lines.push_back(line(c, relevant.of(c), of));
        }
        if (!group.lines.empty()) a.sections.push_back({word(message::why_withdrawn), {std::move(group)}});
    }
    void nobody_says(answer& a, id<cause> asked, id<option> o, scope s) {
        s.options.clear();
        auto const row = row_of(kb_, o) ? id<option>{row_of(kb_, o)} : o;
        auto const found = missing_from(rows_of(asked, s), gaps(kb_, asked, s));
        answer_group group{{}, lines_of(found.shared, row)};
        auto const once = std::count_if(found.alone.begin(), found.alone.end(), [&](gap const& g) { return g.option != row; });
        if (once != 0)
            group.lines.push_back({say(l_, message::gaps_more, {std::to_string(static_cast<std::size_t>(once))}), {}, {}, false});
        if (!group.lines.empty()) a.sections.push_back({say(l_, message::nobody_says, {in_text(row)}), {std::move(group)}});
    }

public:
    answer candidates_of(id<cause> asked, scope const& s, std::size_t most_reasons) {
        auto a = begun(say(l_, message::candidates_title, {kb_.name(asked)}));
        auto const all = candidates(kb_, asked, s);
        std::size_t claims = 0;
        for (auto c : all) claims += c.reasons.size();
        if (all.empty())
            a.head.push_back(word(message::no_rows));
        else {
            a.head.push_back(say(l_, message::candidates_counts, {std::to_string(all.size()), std::to_string(claims)}));
            a.head.push_back(word(message::order_rule));
        }
        // Display order numbers classes before therapies; here a therapy stands behind its row.
        std::vector<candidate_list::candidate> ordered;
        for (auto c : all) ordered.push_back(c);
        std::sort(ordered.begin(), ordered.end(), [&](auto const& x, auto const& y) {
            auto const row = row_of(kb_, x.option), other = row_of(kb_, y.option);
            if (row != other) return row < other;
            auto const is_class = [&](id<option> o) { return static_cast<bool>(kb_.as<therapy_class>(o)); };
            return is_class(x.option) != is_class(y.option) ? is_class(x.option) : x.option < y.option;
        });
        answer_section against{word(message::against_only), {}}, apart{word(message::candidates_set_apart), {}};
        for (auto const& c : ordered) {
            auto told = candidate(c, most_reasons);
            auto* to = c.is_excluded() ? &apart : &against;
            if (!c.is_excluded() && !c.is_only_against()) {
                auto const heading = kind_name(c.option);
                if (a.sections.empty() || a.sections.back().heading != heading) a.sections.push_back({heading, {}});
                to = &a.sections.back();
            }
            to->groups.push_back(std::move(told));
        }
        if (!against.groups.empty()) a.sections.push_back(std::move(against));
        if (!apart.groups.empty()) a.sections.push_back(std::move(apart));
        return ended(std::move(a));
    }

private:
    /// The option, its row and how its nearest claim applies; then the claims.
    answer_group candidate(candidate_list::candidate const& c, std::size_t most) {
        auto const row = row_of(kb_, c.option);
        auto const nearest_claim = applies(c.reasons.front().claim, c.applies());
        answer_group group{std::string{kb_.name(c.option)}, {}};
        if (row && id<entity>{row} != id<entity>{c.option} && kb_.name(row) != kb_.name(c.option))
            group.heading += " (" + say(l_, message::row_named, {kb_.name(row)}) + ')';
        group.heading += ": " + nearest_claim;
        for (std::size_t i = 0; i != c.reasons.size() && i != most; ++i) {
            auto const& r = c.reasons[i];
            auto text = phrase(kb_, l_, r.claim) + " (" + place(r.claim) + ')';
            if (auto const a = applies(r.claim, r.applies); a != nearest_claim) text += "; " + a;
            group.lines.push_back({std::move(text), {}, claim_key_of(kb_, r.claim), false});
        }
        if (c.reasons.size() > most) group.lines.push_back({'+' + std::to_string(c.reasons.size() - most), {}, {}, false});
        return group;
    }

public:
    answer gaps_of(id<cause> asked, scope const& s) {
        auto a = begun(say(l_, message::gaps_title, {kb_.name(asked)}));
        auto const rows = rows_of(asked, s);
        auto const found = missing_from(rows, gaps(kb_, asked, s));
        bool const none = found.shared.empty() && found.alone.empty();
        a.head.push_back(word(none ? message::gaps_none : message::gaps_rule));
        if (!found.alone.empty()) {
            answer_section section{word(message::gaps_alone), {}};
            for (auto row : rows)
                if (auto lines = lines_of(found.alone, row); !lines.empty())
                    section.groups.push_back({std::string{kb_.name(row)}, std::move(lines)});
            a.sections.push_back(std::move(section));
        }
        for (auto row : rows)
            if (auto lines = lines_of(found.shared, row); !lines.empty())
                a.sections.push_back({std::string{kb_.name(row)}, {{{}, std::move(lines)}}});
        return ended(std::move(a));
    }

    answer paths_of(id<option> o, id<cause> asked, scope const& s) {
        auto a = begun(say(l_, message::paths_title, {in_text(o), in_text(asked)}));
        auto const all = paths(kb_, o, asked, s);
        a.head.push_back(word(message::paths_caption));
        if (all.empty()) a.head.push_back(word(message::paths_none));
        for (auto const& p : all) {
            answer_section section{in_text(o) + " → " + in_text(p.mechanism) + " → " + in_text(kb_.object(p.implicated)), {}};
            answer_group group;
            relevance const relevant{kb_, asked};
            auto const apply = relevant.of(id<cause>{}, kb_.said(p.acts));
            auto acts = line(p.acts, apply), implicated = line(p.implicated, p.applies);
            acts.text = say(l_, message::step_acts, {kb_.name(o), in_text(p.mechanism)});
            acts.behind.insert(acts.behind.begin(), applies(p.acts, apply));
            implicated.behind.insert(implicated.behind.begin(), applies(p.implicated, p.applies));
            implicated.text = say(l_, message::step_implicated, {kb_.name(p.mechanism), in_text(kb_.object(p.implicated))});
            group.lines = {std::move(acts), std::move(implicated)};
            section.groups.push_back(std::move(group));
            a.sections.push_back(std::move(section));
        }
        return ended(std::move(a));
    }
};

}  // namespace render_detail

/// Every claim behind an option's row for a cause, facet by facet, with its place; and what nobody says of the row.
[[nodiscard]] inline answer tell_why(
    knowledge_base const& kb, id<cause> asked, id<option> o, scope const& s = {}, language const& l = english) {
    return render_detail::answer_maker{kb, l}.why_of(asked, o, s);
}

/// The candidates for a cause by kind of therapy, each with its row, how it applies and the first `most_reasons` claims that list
/// it.
inline answer tell_candidates(knowledge_base const& kb, id<cause> asked, scope const& s = {}, language const& l = english,
    std::size_t most_reasons = (std::numeric_limits<std::size_t>::max)()) {
    return render_detail::answer_maker{kb, l}.candidates_of(asked, s, most_reasons);
}

/// What nobody reports, row by row.
inline answer tell_gaps(knowledge_base const& kb, id<cause> asked, scope const& s = {}, language const& l = english) {
    return render_detail::answer_maker{kb, l}.gaps_of(asked, s);
}

/// The documented ways from an option over a mechanism to a cause: an explanation, not evidence.
[[nodiscard]] inline answer tell_paths(
    knowledge_base const& kb, id<option> o, id<cause> asked, scope const& s = {}, language const& l = english) {
    return render_detail::answer_maker{kb, l}.paths_of(o, asked, s);
}

}  // namespace treatise::inline v0_3
