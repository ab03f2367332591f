// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/content_hash.hpp>
#include <treatise/render/detail/people_words.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/table/figures.hpp>
#include <treatise/table/last_day.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>

// What stands before a table, at most three lines with its title, and what stands behind it.
namespace treatise::inline v0_3::render_detail {

struct view_words {
    std::string_view view;
    message title, numbers;
};
inline constexpr std::array every_view_words{view_words{"overview", message::title_overview, message::read_numbers},
    view_words{"evidence", message::title_evidence, message::read_evidence},
    view_words{"patient", message::title_patient, message::read_patient},
    view_words{"pharmacology", message::title_pharmacology, message::read_numbers},
    view_words{"nursing", message::title_nursing, message::read_nursing},
    view_words{"non-drug", message::title_non_drug, message::read_numbers},
    view_words{"coverage", message::title_coverage, message::read_coverage}};

[[nodiscard]] constexpr view_words words_of_view(std::string_view key) {
    for (auto const& v : every_view_words)
        if (v.view == key) return v;
    return every_view_words.front();
}
static_assert(
    [] {
        for (auto const& v : views::all)
            if (words_of_view(v.key).view != v.key) return false;
        return true;
    }(),
    "a view has its own title and its own line on how to read it");

class head_maker {
    comparison const& made_;
    knowledge_base const& kb_;
    language const& l_;

    std::string word(message m) const { return std::string{l_[m]}; }
    bool is_plain() const { return made_.view.words == word_register::plain; }

    std::string title() const {
        auto const cause = kb_.name(made_.asked);
        if (made_.view.of) return say(l_, message::title_preset, {cause, kb_.name(made_.view.of)});
        return say(l_, words_of_view(made_.view.key).title, {cause, std::to_string(made_.rows.size())});
    }
    bool any_figure() const {
        for (auto const& t : made_.told)
            if (tells_figure(kb_, t.says.claim)) return true;
        return false;
    }
    /// How to read the numbers; that there are none.
    std::string numbers() const {
        auto const of = words_of_view(made_.view.key).numbers;
        if (!any_figure() && of != message::read_coverage) return word(message::read_no_numbers);
        if (of != message::read_numbers && of != message::read_nursing) return word(of);
        auto const usual = usual_comparator(made_);
        return usual ? say(l_, of, {inside(l_, kb_.name(usual))}) : word(message::read_numbers_alone);
    }
    void fixed(sheet& out) const {
        out.fixed.push_back(word(message::fixed_no_change) + ' ' + word(message::fixed_urgent));
        out.fixed.push_back(say(l_, message::fixed_others, {std::to_string(made_.rows.size())}));
    }
    void edition(sheet& out) const {
        date checked, searched, newest;
        for (auto const& t : made_.told)
            if (auto const d = kb_.said(t.says.claim).checked; d > checked) checked = d;
        for (auto s : made_.sources) {
            auto const& d = kb_.details(s);
            if (!d.searched_to.is_unstated() && d.searched_to > searched) searched = d.searched_to;
            if (!d.published.is_unstated() && d.published > newest) newest = d.published;
        }
        auto s = treatise::edition(l_, kb_);
        append_part(s, content_digits(kb_), " ");
        if (checked) append_part(s, checked_words(l_, checked));
        if (newest) append_part(s, say(l_, message::newest_source, {say(l_, newest)}));
        if (searched) append_part(s, say(l_, message::newest_search, {say(l_, searched)}));
        out.behind.push_back(s + '.');
    }

public:
    head_maker(comparison const& made, language const& l) : made_{made}, kb_{made.base}, l_{l} {}

    void before(sheet& out) const {
        out.title = title();
        out.head.emplace_back(kb_[kb_.base().notice]);
        auto how = numbers();
        if (made_.narrowed) how += ' ' + word(message::narrowed);
        if (made_.rows.empty() && made_.borrowed.empty())
            how = word(made_.named_lines.empty() ? message::no_rows : message::no_rows_but_named);
        out.head.push_back(std::move(how));
        if (is_plain()) fixed(out);
        if (auto const last = last_day(made_); is_plain() && last)
            out.fixed.push_back(say(l_, message::fixed_use_until, {say(l_, last)}) + '.');
    }

    void behind(sheet& out) const {
        out.behind_heading = word(message::about_this_table);
        bool const named = made_.view.of || (!made_.rows.empty() && made_.asked_options);
        out.behind.push_back(word(named ? message::selection_named : message::selection_rule) + ' ' +
                             word(made_.view.of                         ? message::order_preset
                                  : made_.groups == row_group::guidance ? message::order_guidance
                                                                        : message::order_rule));
        if (made_.most_from) {
            auto s = say(l_, message::most_from, {label(kb_, made_.most_from)});
            if (auto const interest = kb_.details(made_.most_from).interest; interest && interest != not_stated)
                s += ' ' + say(l_, message::most_from_interest, {kb_[interest]});
            out.behind.push_back(std::move(s));
        }
        edition(out);
        std::string s;
        if (auto const by = kb_.base().editors; by && by != not_stated) s = say(l_, message::edited_by, {kb_[by]});
        if (auto const last = last_day(made_)) append_part(s, say(l_, message::update_policy, {say(l_, last)}), " ");
        if (!s.empty()) out.behind.push_back(std::move(s));
    }
};

}  // namespace treatise::inline v0_3::render_detail
