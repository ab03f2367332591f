// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/legend_use.hpp>
#include <treatise/render/detail/told_words.hpp>
#include <treatise/render/sheet.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::render_detail {

/// Names, one behind the other; apart by semicolons where one of them holds a comma: "gabapentin, extended release; mirogabalin".
[[nodiscard]] inline std::string one_by_one(std::vector<std::string> const& names) {
    bool const comma = std::any_of(names.begin(), names.end(), [](auto const& n) { return n.find(", ") != n.npos; });
    std::string s;
    for (auto const& n : names) append_part(s, n, names.size() > 1 && comma ? "; " : ", ");
    return s;
}

/// Of whom a line is said, where that is not the row itself: "duloxetine, venlafaxine", "opioids as a class", "each of these".
[[nodiscard]] inline std::string whose_in_words(
    knowledge_base const& kb, language const& l, std::vector<id<option>> const& whose, std::span<id<therapy> const> members) {
    if (whose.empty()) return {};
    bool const all = members.size() > 2 && whose.size() == members.size() &&
                     std::all_of(members.begin(), members.end(), [&](id<therapy> m) { return contains(whose, id<option>{m}); });
    if (all) return std::string{l[message::all_of_these]};
    std::vector<std::string> names;
    for (auto o : whose) {
        auto const name = inside(l, kb.name(o));
        names.push_back(kb.as<therapy_class>(o) ? say(l, message::of_the_class, {name}) : name);
    }
    return one_by_one(names);
}

/// The names of options, one behind the other.
template <class Options>
[[nodiscard]] std::string names_inside(knowledge_base const& kb, language const& l, Options const& options) {
    std::vector<std::string> names;
    for (auto o : options) names.push_back(inside(l, kb.name(o)));
    return one_by_one(names);
}

/// Joins clauses into the statements of a cell: a line for each matter and option, what comes from one source behind each other.
class line_maker {
    knowledge_base const& kb_;
    language const& l_;
    std::span<id<therapy> const> members_;
    bool is_plain_ = false;

    /// "Boxed warning (FDA): ", "pregabalin: ", "Avoid, duloxetine: " where all of a line is of it.
    std::string head_of(clause const& c, bool whose_once) const {
        auto made = c.lead;
        if (whose_once) append_part(made, whose_in_words(kb_, l_, c.whose, members_));
        return made.empty() ? made : say(l_, message::led, {made, ""});
    }
    /// Whether all that shares the line of the clause at `i` is said of the same options, so that its head names them.
    static bool of_the_same(std::vector<clause> const& all, std::size_t i) {
        for (auto next = i; next != all.size() && on_one_line(all[i], all[next]); ++next)  // they stand together
            if (all[next].whose != all[i].whose) return false;
        return true;
    }
    /// The names of a list, with what their source holds back: before all of them, or behind each.
    std::string list_of(std::span<clause const> all) const {
        bool comma = is_plain_;
        for (auto const& c : all) comma = comma || (all.size() > 1 && c.text.find(", ") != c.text.npos);
        std::string names;
        bool const once = hedges_a_list(all.front().held, all.front().held_as);
        for (auto const& c : all) append_part(names, once ? c.text : hedged(l_, c.held, c.text, c.held_as), comma ? "; " : ", ");
        return once ? hedged(l_, all.front().held, names, all.front().held_as) : names;
    }

public:
    line_maker(knowledge_base const& kb, language const& l, std::span<id<therapy> const> members, word_register words)
        : kb_{kb}, l_{l}, members_{members}, is_plain_{words == word_register::plain} {}

    [[nodiscard]] std::vector<sheet_statement> operator()(std::vector<clause> all) const {
        auto const clauses = by_line(once_each(std::move(all)));
        std::vector<sheet_statement> made;
        bool whose_once = true;
        for (std::size_t i = 0; i != clauses.size();) {
            auto const& first = clauses[i];
            auto next = i + 1;
            while (next != clauses.size() && in_one_list(first, clauses[next])) ++next;
            bool const goes_on = i != 0 && on_one_line(clauses[i - 1], first);  // the line's head stands already
            if (!goes_on) whose_once = of_the_same(clauses, i);
            auto const list = std::span{clauses}.subspan(i, next - i);
            sheet_statement s{(goes_on ? std::string{} : head_of(first, whose_once)) + list_of(list)};
            for (auto const& c : list) append_all(s.claims, c.claims);
            leave_once(s.claims);
            append_part(s.text, first.tail);
            if (auto const whose = whose_in_words(kb_, l_, first.whose, members_); !whose_once && !whose.empty())
                s.text += ' ' + say(l_, message::in_brackets, {whose});
            s.sources = first.sources;
            std::sort(s.sources.begin(), s.sources.end());
            s.is_warning = first.is_warning;
            s.interest = first.interest;
            bool const own_line = first.of == matter::guidance && first.whose.empty();
            s.goes_on = goes_on && !own_line && (protects(first.of) || !is_plain_);
            if (list.size() == 1) s.people = first.people;
            made.push_back(std::move(s));
            i = next;
        }
        return made;
    }
};

/// Turns the cells of a comparison that tell of matters into words.
class cell_words {
    comparison const& made_;
    knowledge_base const& kb_;
    language const& l_;
    told_words tell_;
    legend_use& used_;

    std::string word(message m) const { return std::string{l_[m]}; }
    /// The matter for which a column tells a claim: a harm of the documented list may stand among the common ones.
    static bool says_nothing_here(statement const& s) {
        return s.applies == applicability::excluded && s.facet != facet::harm && !s.first;
    }
    matter matter_in(column const& c, statement const& s) const {
        auto const m = matter_of(kb_, s);
        return m == matter::serious_harm && !c.matters.allows(m) ? matter::harm : m;
    }

public:
    cell_words(comparison const& made, language const& l, legend_use& used)
        : made_{made}, kb_{made.base}, l_{l}, tell_{made, l}, used_{used} {}

    [[nodiscard]] clause clause_of(told const& t, matter m, id<option> row) {
        auto made = tell_(t, m);
        if (t.whose && t.whose != row) made.whose = {t.whose};
        if (protects(m) || m == matter::guidance) also_of(made, t, row);
        used_.see(kb_, t.says.claim, made);
        return made;
    }

    [[nodiscard]] sheet_cell operator()(row const& r, std::uint32_t at, std::uint32_t column_number) {
        auto const& c = made_.at(at, column_number);
        auto const& column = made_.view.columns[column_number];
        sheet_cell out;
        out.state = c.state;
        std::vector<clause> clauses;
        std::vector<clause> left_out;  // who leaves the condition out stands behind all who speak of it
        for (auto const& t : made_.in(c))
            (says_nothing_here(t.says) ? left_out : clauses).push_back(clause_of(t, matter_in(column, t.says), r.option));
        line_maker const lines{kb_, l_, made_.members_of(r), made_.view.words};
        out.statements = lines(std::move(clauses));
        for (auto& s : lines(std::move(left_out))) out.statements.push_back(std::move(s));
        if (c.state == cell_state::disagree && !out.statements.empty()) out.lead = word(message::disagree_lead);
        auto const elsewhere = references(r, c);
        if (out.statements.empty()) out.lead = elsewhere.empty() ? nothing(c, column) : elsewhere;
        silent(out, c);
        if (!out.statements.empty() && !elsewhere.empty()) out.rest.push_back(elsewhere);
        unread(out, r, c, column);
        return out;
    }

private:
    std::string nothing(cell const& c, column const& of) {
        if (c.see_above) return word(message::see_above);
        if (c.asks_nothing) return "-";
        if (made_.view.words == word_register::plain) return say(l_, message::fixed_none_said, {say_question(l_, of)});
        if (c.labels_silent) return word(message::none_in_labels);
        if (c.label_unread) {
            used_.label_unread = true;
            return word(message::no_label_read);
        }
        used_.not_reported = true;
        return word(message::not_reported);
    }
    /// What warns of several therapies, or advises them, is told once and names each; a class, or a medicine, stands for its
    /// members and forms.
    void also_of(clause& made, told const& t, id<option> row) const {
        if (t.whose == row || !kb_.as<therapy>(t.whose)) return;
        for (auto c : made_.with_of(t)) {
            auto const other = kb_.as<therapy>(kb_.subject(c));
            if (!other || id<option>{other} == row || contains(made.whose, id<option>{other})) continue;
            bool form = false;
            for (auto e : kb_.out<form_of>(other)) form = form || contains(made.whose, id<option>{e.object});
            if (!form) made.whose.push_back(other);
        }
        std::sort(made.whose.begin(), made.whose.end());
    }
    /// Which members of the row have no figure beside those of the others.
    void silent(sheet_cell& out, cell const& c) const {
        auto const names = names_inside(kb_, l_, made_.silent_in(c));
        if (!names.empty() && !out.statements.empty()) out.rest.push_back(say(l_, message::no_figure_of, {names}));
    }
    /// Where what is told once stands: in the rows of others, below the table of a whole class, or of further members.
    std::string references(row const& r, cell const& c) const {
        std::string rows, classes, made;
        bool own = false;
        for (auto const& x : made_.references_in(c)) {
            own = own || x.of == r.option;
            if (x.of != r.option) append_part(x.is_below ? classes : rows, inside(l_, kb_.name(x.of)));
        }
        if (!rows.empty()) append_part(made, say(l_, message::see_rows, {rows}), "; ");
        if (!classes.empty()) append_part(made, say(l_, message::see_classes, {classes}), "; ");
        if (own) append_part(made, l_[message::see_members], "; ");
        return made;
    }
    /// Of which members of the row no label was read, in the column of warnings.
    void unread(sheet_cell& out, row const& r, cell const& c, column const& of) {
        bool const warns = of.matters.allows(matter::boxed_warning) && of.matters.bits != 0;
        if (!warns || r.label_unread.empty()) return;
        std::vector<id<therapy>> others;
        for (auto t : r.label_unread)
            if (id<option>{t} != r.option) others.push_back(t);
        auto const names = names_inside(kb_, l_, others);
        if ((out.statements.empty() && !c.labels_silent) || names.empty()) return;
        out.rest.push_back(say(l_, message::no_label_read_of, {names}));
        used_.label_unread = true;
    }
    static std::string_view say_question(language const& l, column const& of) { return l[question_to_ask(of.key)]; }
};

}  // namespace treatise::inline v0_3::render_detail
