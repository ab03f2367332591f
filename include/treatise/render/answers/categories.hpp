// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/categories.hpp>
#include <treatise/render/detail/claim_words.hpp>
#include <treatise/words/facts.hpp>

#include <string>
#include <utility>

namespace treatise::inline v0_3 {

namespace render_detail {

class categories_teller : claim_words {
    answer_line line_of(category_option const& o) const {
        answer_line made{std::string{kb_.name(o.option)}, {std::string{say(l_, o.applies)}}, {}, false};
        if (id<option>{o.row} != o.option && o.row) made.text += " (" + say(l_, message::row_named, {kb_.name(o.row)}) + ')';
        if (o.is_only_against && !o.is_excluded) append_part(made.behind.front(), word(message::against_only), "; ");
        if (auto counts = say(l_, o.said); !counts.empty()) made.behind.push_back(std::move(counts));
        return made;
    }

public:
    categories_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    answer tell(id<cause> asked, category_list const& all) const {
        answer a{.title = say(l_, message::categories_title, {kb_.name(asked)})};
        if (all.empty()) {
            a.head.push_back(word(message::no_rows));
        } else {
            a.head.push_back(
                say(l_, message::categories_counts, {std::to_string(all.size()), std::to_string(all.options().size())}));
            a.head.push_back(word(message::order_rule));
            a.head.push_back(word(message::categories_rule));
        }
        for (auto c : all) {
            auto const name = c.kind ? std::string{kb_.name(c.kind)} : word(message::no_class);
            answer_section section{say(l_, message::category_heading, {name, say(l_, c.applies())}), {}};
            for (auto const& o : c.options) add_line(section, {}, line_of(o));
            a.sections.push_back(std::move(section));
        }
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// The kinds of therapy documented for a cause, with the options in each and how many claims there are on each side.
[[nodiscard]] inline answer tell_categories(
    knowledge_base const& kb, id<cause> asked, scope const& s = {}, language const& l = english) {
    return render_detail::categories_teller{kb, l}.tell(asked, categories(kb, asked, s));
}

}  // namespace treatise::inline v0_3
