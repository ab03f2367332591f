// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/in_circumstance.hpp>
#include <treatise/query/label_read.hpp>
#include <treatise/render/detail/claim_words.hpp>
#include <treatise/words/vocabulary.hpp>

#include <string>
#include <utility>

namespace treatise::inline v0_3 {

namespace render_detail {

class circumstance_teller : claim_words {
    answer_line line_of(statement const& s) {
        auto made = line(s.claim, s.applies,
            s.of == said_of::itself ? std::string{} : std::string{kb_.name(kb_.subject(s.claim))} + ": ", s.replaced_by);
        made.behind.insert(made.behind.begin(), applies(s.claim, s.applies));
        made.is_warning = s.first || s.facet == facet::warning || s.facet == facet::restriction;
        return made;
    }

    /// An option of which no source here says anything; of a medicine, whether a label was read.
    std::string nobody_says_of(circumstance_account::row const& row) const {
        std::string s{kb_.name(row.option)};
        if (!row.is_medicine || !may_have_label(kb_, row.option)) return s;
        return s + ": " + word(row.label_read ? message::circumstance_label_read : message::no_label_read);
    }

public:
    circumstance_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    answer tell(id<cause> asked, circumstance_account const& of) {
        answer a{.title = say(l_, message::circumstance_title, {kb_.name(asked), in_text(of.asked)})};
        a.head.push_back(word(message::circumstance_rule));
        if (!of.also.empty()) a.head.push_back(say(l_, message::options_for_also, {name_list(of.also)}));
        a.head.push_back(say(l_, message::circumstance_counts,
            {std::to_string(of.rows.size()), std::to_string(of.rows.size() - of.silent), std::to_string(of.silent)}));
        answer_section silent{word(message::circumstance_silent), {}};
        for (auto const& row : of.rows) {
            answer_section section{std::string{kb_.name(row.option)}, {}};
            for (auto const& s : of.of(row)) add_line(section, {}, line_of(s));
            if (!section.groups.empty())
                a.sections.push_back(std::move(section));
            else
                add_line(silent, {}, {nobody_says_of(row), {}, {}, false});
        }
        if (!silent.groups.empty()) a.sections.push_back(std::move(silent));
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// What sources say of every documented option for a cause in a circumstance, and of which nobody says anything.
[[nodiscard]] inline answer tell_in_circumstance(
    knowledge_base const& kb, id<cause> asked, id<circumstance> state, scope const& s = {}, language const& l = english) {
    return render_detail::circumstance_teller{kb, l}.tell(asked, in_circumstance(kb, asked, state, s));
}

}  // namespace treatise::inline v0_3
