// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/label_read.hpp>
#include <treatise/query/matter_of.hpp>
#include <treatise/query/medicine.hpp>
#include <treatise/query/why.hpp>
#include <treatise/query/withdrawn.hpp>
#include <treatise/render/detail/missing.hpp>
#include <treatise/table/column.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// The claims behind an option that stand in a column of a table; all of them where the column has no matters.
[[nodiscard]] constexpr std::vector<statement> why(
    knowledge_base const& kb, id<cause> asked, id<option> o, scope const& s, column const& in) {
    auto all = why(kb, asked, o, s);
    std::erase_if(all, [&](statement const& x) {
        if (!in.matters.allows(matter_of(kb, x))) return true;
        auto const point = kb.as<consideration>(kb.object(x.claim));
        return in.slots.bits != 0 && point && !in.slots.allows(kb.details(point).slot);
    });
    return all;
}

namespace render_detail {

class why_teller : missing_words {
    id<cause> asked_;
    id<option> option_;
    column in_;

    /// What a reader must not miss says so where it is missing.
    std::string nothing_on(facet f) const {
        bool const protects = f == facet::warning || f == facet::restriction;
        if (protects && is_medicine(kb_, option_) && may_have_label(kb_, option_) && !label_is_read(kb_, option_))
            return word(message::no_label_read) + ": " + word(message::legend_label);
        return word(message::not_reported) + ": " + word(message::legend_not_reported);
    }
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
            auto made = line(x.claim, x.applies,
                x.of == said_of::itself ? std::string{} : std::string{kb_.name(kb_.subject(x.claim))} + ": ", x.replaced_by);
            made.is_warning = x.first || f == facet::warning;
            add_line(section, std::move(heading), std::move(made));
        }
        bool const expected = f <= facet::approval || f == facet::coverage || f == facet::consideration;
        if (section.groups.empty() && expected) add_line(section, {}, {nothing_on(f), {}, {}, false});
        if (!section.groups.empty()) a.sections.push_back(std::move(section));
    }
    /// What no table shows any more, with the day and the reason.
    void withdrawn_claims(answer& a) {
        answer_group group;
        relevance const relevant{kb_, asked_};
        for (auto c : withdrawn(kb_, asked_, option_)) {
            auto const of = kb_.subject(c) == option_ ? std::string{} : std::string{kb_.name(kb_.subject(c))} + ": ";
            group.lines.push_back(line(c, relevant.of(c), of));
        }
        if (!group.lines.empty()) a.sections.push_back({word(message::why_withdrawn), {std::move(group)}});
    }
    void nobody_says(answer& a, scope s) {
        s.options.clear();
        auto const row = row_of(kb_, option_) ? id<option>{row_of(kb_, option_)} : option_;
        auto const found = missing_from(rows_of(asked_, s), gaps(kb_, asked_, s));
        answer_group group{{}, lines_of(found.shared, row)};
        auto const once = std::count_if(found.alone.begin(), found.alone.end(), [&](gap const& g) { return g.option != row; });
        if (once != 0)
            group.lines.push_back({say(l_, message::gaps_more, {std::to_string(static_cast<std::size_t>(once))}), {}, {}, false});
        if (!group.lines.empty()) a.sections.push_back({say(l_, message::nobody_says, {in_text(row)}), {std::move(group)}});
    }
    std::string counts(std::vector<statement> const& all) const {
        std::vector<id<source>> from;
        for (auto const& x : all) from.push_back(kb_.said(x.claim).source);
        std::sort(from.begin(), from.end());
        from.erase(std::unique(from.begin(), from.end()), from.end());
        auto s = say(l_, message::why_counts,
            {std::to_string(all.size()), std::to_string(from.size()), kb_[kb_.base().key], version_words(l_, kb_)});
        if (auto const row = row_of(kb_, option_); row && id<entity>{row} != id<entity>{option_})
            s += ' ' + say(l_, message::listed_under, {kb_.name(row)});
        return s;
    }

public:
    why_teller(knowledge_base const& kb, language const& l, id<cause> asked, id<option> o, column const& in)
        : missing_words{kb, l}, asked_{asked}, option_{o}, in_{in} {}

    answer tell(scope const& s) {
        bool const whole = in_.matters.bits == 0;
        auto const all = why(kb_, asked_, option_, s, in_);
        answer a{.title = whole ? say(l_, message::why_title, {kb_.name(option_), in_text(asked_)})
                                : say(l_, message::why_column_title, {kb_.name(option_), in_text(asked_), heading(l_, in_)})};
        a.head.push_back(counts(all));
        if (all.empty() && whole) a.head.push_back(word(message::why_none));
        for (std::size_t f = 0; f != words_of<facet>.size() && !(all.empty() && whole); ++f)
            if (tells(in_.matters, static_cast<facet>(f))) facet_of_answer(a, all, static_cast<facet>(f));
        if (whole) withdrawn_claims(a);
        if (whole && !all.empty()) nobody_says(a, s);
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// Every claim behind an option for a cause, facet by facet, with its place: its own, those of its forms and members, of the
/// medicine it is a form of, of its classes and of its parts, told apart; and what nobody says of its row.
[[nodiscard]] inline answer tell_why(
    knowledge_base const& kb, id<cause> asked, id<option> o, scope const& s = {}, language const& l = english) {
    return render_detail::why_teller{kb, l, asked, o, {}}.tell(s);
}

/// The same of one column of a table: a cell, opened.
[[nodiscard]] inline answer tell_why(
    knowledge_base const& kb, id<cause> asked, id<option> o, scope const& s, column const& in, language const& l = english) {
    return render_detail::why_teller{kb, l, asked, o, in}.tell(s);
}

}  // namespace treatise::inline v0_3
