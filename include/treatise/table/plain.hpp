// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/table/detail/grid_cell_rules.hpp>
#include <treatise/table/detail/grid_figure.hpp>
#include <treatise/table/detail/grid_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace table_detail {

/// Builds one option grid; the steps stand in the order in which they run.
class grid_maker {
    knowledge_base const& kb_;
    relevance near_;
    scope scope_;
    plain_options set_;
    grid_rows from_;
    std::vector<grid_row> rows_{};
    option_grid made_{};

    // Questions, the same for every option.

    constexpr void ask(question q, column c, id<outcome> o = {}) {
        made_.questions.push_back({q, o});
        made_.table.preset.columns.push_back(c);
    }
    constexpr void questions() {
        auto const most = (std::min)(std::max<std::uint32_t>(set_.most_outcomes, 2), 7u);
        made_.most_outcomes = most;
        auto const benefits = chosen_outcomes(kb_, rows_, valence::desirable, most < 6 ? (most < 4 ? 1u : 2u) : 3u);
        auto const harms = chosen_outcomes(kb_, rows_, valence::undesirable,
            (std::min)(most - static_cast<std::uint32_t>(std::max<std::size_t>(benefits.size(), 1)), 4u));
        auto const claims = column_content::claims;
        ask(question::which, columns::option);
        ask(question::what_it_is, columns::description);
        ask(question::living, {"living", claims, facet::consideration});
        for (auto o : benefits) ask(question::benefit, {kb_.key(o), claims, facet::benefit}, o);
        if (benefits.empty()) ask(question::benefit, {"benefit", claims, facet::benefit});
        ask(question::certainty, {"certainty", column_content::description});
        ask(question::warnings, {"warnings", claims, set_of<facet>{facet::warning} | facet::harm});
        for (auto o : harms) ask(question::harm, {kb_.key(o), claims, facet::harm}, o);
        if (harms.empty()) ask(question::harm, {"harm", claims, facet::harm});
        ask(question::care, {"care", claims, facet::restriction});
        ask(question::guidance, {"guidance", claims, set_of<facet>{facet::recommendation} | facet::use});
        ask(question::approval, {"approval", claims, set_of<facet>{facet::approval} | facet::control | facet::coverage});
    }

    // What stands in a cell: the told statements first.

    constexpr void fill(grid_row const& r, grid_question const& q) {
        auto& t = made_.table;
        std::vector<statement> all, told, rest;
        for (auto const& s : r.all)
            if (belongs(kb_, q, s)) all.push_back(s);
        bool const effect = q.asks == question::benefit || q.asks == question::harm;
        std::sort(all.begin(), all.end(),
            [&](statement const& a, statement const& b) { return effect ? plain_before(kb_, a, b) : tells_before(kb_, a, b); });
        cell made{state_of(kb_, all), static_cast<std::uint32_t>(t.statements.size()), 0, 0};
        for (auto const& s : all) (tells(kb_, q, s, told, made.state == cell_state::disagree, all) ? told : rest).push_back(s);
        made.shown = static_cast<std::uint32_t>(told.size());
        t.statements.insert(t.statements.end(), told.begin(), told.end());
        t.statements.insert(t.statements.end(), rest.begin(), rest.end());
        made.last = static_cast<std::uint32_t>(t.statements.size());
        t.cells.push_back(made);
    }
    constexpr void add_row(grid_row const& r) {
        auto& t = made_.table;
        t.rows.push_back(r.as_row);
        auto& made = t.rows.back();
        auto const first = static_cast<std::uint32_t>(t.members.size());
        for (auto m : from_.base().members_of(r.as_row)) t.members.push_back(m);
        made.members_first = first;
        made.members_last = static_cast<std::uint32_t>(t.members.size());
        for (auto const& q : made_.questions) fill(r, q);
        for (auto const& s : r.all) {
            bool asked = s.facet != facet::benefit;
            for (auto const& q : made_.questions) asked = asked || (q.asks == question::benefit && belongs(kb_, q, s));
            if (!asked) made_.unasked.push_back({static_cast<std::uint32_t>(t.rows.size() - 1), s.claim});
        }
        of_classes(r.as_row.option, static_cast<std::uint32_t>(t.rows.size() - 1));
    }
    /// What is warned of a class above the option is told with the option, as said of the class.
    constexpr void of_classes(id<option> o, std::uint32_t row_number) {
        std::vector<id<therapy_class>> up;
        auto const add = [&](id<therapy_class> c) {
            if (id<option>{c} != o && !contains(up, c)) up.push_back(c);
        };
        if (auto const t = kb_.as<therapy>(o)) {
            for (auto e : kb_.out<listed_under>(t)) add(e.object);
            for (auto e : kb_.out<member_of>(t)) add(e.object);
        } else {
            for (auto e : kb_.out<is_a>(kb_.as<therapy_class>(o))) add(e.object);
        }
        for (std::size_t i = 0; i != up.size(); ++i)
            for (auto e : kb_.out<is_a>(up[i])) add(e.object);
        for (auto c : up)
            for (auto s : statements(kb_, near_, c, scope_))
                if (s.of == said_of::itself && (s.first || s.facet == facet::warning || s.facet == facet::restriction) &&
                    s.applies != applicability::excluded) {
                    s.of = said_of::its_class;
                    made_.table.warnings.push_back({row_number, s});
                }
    }

    /// The reference that most of the told numbers stand against comes first: how people do without the options.
    constexpr void reference() {
        if (from_.base().asked_options && !from_.references().empty()) {
            for (auto& r : from_.references()) rows_.insert(rows_.begin(), std::move(r));
            return;
        }
        struct counted {
            id<therapy> which;
            std::uint32_t times;
        };
        std::vector<counted> found;
        for (auto const& q : made_.questions) {
            if (q.asks != question::benefit && q.asks != question::harm) continue;
            for (auto const& r : rows_) {
                auto best = static_cast<statement const*>(nullptr);
                for (auto const& s : r.all)
                    if (belongs(kb_, q, s) && (best == nullptr || plain_before(kb_, s, *best))) best = &s;
                if (best == nullptr || plain_rank(kb_, *best) > 1) continue;
                auto const t = kb_.as<therapy>(kb_.payload<affects>(best->claim).comparator);
                if (!t || !kb_.details(t).reference) continue;
                auto x = std::find_if(found.begin(), found.end(), [&](auto const& y) { return y.which == t; });
                if (x == found.end()) x = found.insert(x, counted{t, 0});
                x->times += plain_rank(kb_, *best) == 0 ? 100 : 1;
            }
        }
        if (found.empty()) return;
        auto const most = std::max_element(found.begin(), found.end(),
            [](auto const& a, auto const& b) { return a.times != b.times ? a.times < b.times : b.which < a.which; });
        for (auto& r : from_.references())
            if (r.as_row.option == id<option>{most->which}) {
                rows_.insert(rows_.begin(), std::move(r));
                return;
            }
        row made{};
        made.option = most->which;
        made.label = most->which;
        made.role = row_role::reference;
        rows_.insert(rows_.begin(), grid_row{made, {}});
    }

    // Numbers.

    constexpr bool tells_effects(std::uint32_t column) const {
        auto const q = made_.questions[column].asks;
        return q == question::benefit || q == question::harm || q == question::warnings;
    }
    template <class Visit>
    constexpr void each_told(Visit visit) const {
        auto const& t = made_.table;
        for (std::uint32_t r = 0; r != t.rows.size(); ++r)
            for (std::uint32_t c = 0; c != made_.questions.size(); ++c)
                if (tells_effects(c))
                    for (auto const& s : t.shown_in(t.at(r, c)))
                        if (kb_.is<affects>(s.claim)) visit(s, r, c);
        for (auto const& w : t.warnings)
            if (kb_.is<affects>(w.warning.claim)) visit(w.warning, w.row, no_number);
    }
    /// One denominator a table: of 1000 where an answer would be 0 of 100 and is not none.
    constexpr void denominator_of_all() {
        made_.of = set_.of.value_or(denominator::hundred);
        if (set_.of) return;
        each_told([&](statement const& s, std::uint32_t, std::uint32_t column) {
            if (s.first || column == no_number) return;  // one rare event of the documented list does not turn the table
            auto const f = people_of(kb_, s.claim, denominator::thousand);
            auto const few = [](std::int32_t n) { return n > 0 && n < 5; };  // would be 0 of 100
            if ((f.as == told_as::both_arms && (few(f.with) || few(f.without))) || (f.as == told_as::one_arm && few(f.with)))
                made_.of = denominator::thousand;
        });
    }
    constexpr void figures() {
        auto const& t = made_.table;
        each_told([&](statement const& s, std::uint32_t r, std::uint32_t c) {
            if (made_.figure(s.claim) == nullptr)
                made_.figures.push_back(
                    figure_of(kb_, s, c == no_number ? std::span<statement const>{} : t.in(t.at(r, c)), made_.of, set_.sizes));
        });
    }

    constexpr void count() {
        auto& t = made_.table;
        std::vector<claim_id> claims;
        for (std::uint32_t i = 0; i != t.cells.size(); ++i)
            if (t.preset.columns[i % t.preset.columns.size()].content == column_content::claims)
                ++t.states[static_cast<std::size_t>(t.cells[i].state)];
        for (std::uint32_t i = 0; i != t.cells.size(); ++i) {
            for (auto const& s : t.shown_in(t.cells[i])) claims.push_back(s.claim);
            if (made_.questions[i % made_.questions.size()].asks == question::benefit)  // whose rating may be told
                for (auto const& s : t.in(t.cells[i]))
                    if (kb_.payload<affects>(s.claim).certainty) claims.push_back(s.claim);
        }
        for (auto const& w : t.warnings) claims.push_back(w.warning.claim);
        std::sort(claims.begin(), claims.end());
        claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
        t.claim_count = static_cast<std::uint32_t>(claims.size());
        for (auto c : claims) {
            t.read_in_source += kb_.said(c).read == reading::in_source;
            t.sources.push_back(kb_.said(c).source);
        }
        std::sort(t.sources.begin(), t.sources.end());
        t.sources.erase(std::unique(t.sources.begin(), t.sources.end()), t.sources.end());
        t.unstated = count_unstated(t);
    }

public:
    constexpr grid_maker(knowledge_base const& kb, id<cause> asked, scope s, plain_options o)
        : kb_{kb}, near_{kb, asked}, scope_{std::move(s)}, set_{o}, from_{kb, near_, scope_, set_} {
        made_.table.base = kb;
        made_.table.asked = asked;
        made_.table.preset.key = "plain";
        made_.table.preset.columns = {};
        made_.table.preset.most_rows = std::max<std::uint32_t>(o.most_options, 2);
    }

    constexpr option_grid run() {
        rows_ = std::move(from_.options());
        made_.chosen = from_.chosen;
        questions();
        reference();
        auto& t = made_.table;
        t.narrowed = from_.base().narrowed;
        t.asked_options = from_.base().asked_options;
        for (auto const& r : rows_) add_row(r);
        for (auto o : from_.base().named) {
            bool stands = contains(t.named, o);
            for (auto const& r : t.rows) stands = stands || r.option == o;
            if (!stands) t.named.push_back(o);
        }
        t.set_apart = from_.base().set_apart;
        std::sort(t.named.begin(), t.named.end(),
            [&](id<option> a, id<option> b) { return compare_folded(kb_.name(a), kb_.name(b)) < 0; });
        denominator_of_all();
        figures();
        count();
        return std::move(made_);
    }
};

}  // namespace table_detail

/// The option grid of a cause, for the people who face the choice: questions by options, in people of 100 or 1000.
///
/// Where more options are documented than `most_options`, those stand in it of which sources for this cause answer most, and
/// `table.named` holds the others; `scope::options` names them instead. Nothing is ranked: they stand in the neutral order.
/// Linear in the claims about the options, times the questions; the base must outlive the result.
constexpr option_grid plain(knowledge_base const& kb, id<cause> asked, scope s = {}, plain_options o = {}) {
    return table_detail::grid_maker{kb, asked, std::move(s), o}.run();
}

}  // namespace treatise::inline v0_3
