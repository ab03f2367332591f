// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/paths.hpp>
#include <treatise/render/detail/claim_words.hpp>

#include <utility>

namespace treatise::inline v0_3 {

namespace render_detail {

class paths_teller : claim_words {
    answer_line step(claim_id c, applicability a, std::string text) {
        auto made = line_in(std::move(text), c, a);
        made.behind.insert(made.behind.begin(), applies(c, a));
        return made;
    }

public:
    paths_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    answer tell(id<option> o, id<cause> asked, scope const& s) {
        answer a{.title = say(l_, message::paths_title, {in_text(o), in_text(asked)})};
        auto const all = paths(kb_, o, asked, s);
        a.head.push_back(word(message::paths_caption));
        if (all.empty()) a.head.push_back(word(message::paths_none));
        relevance const relevant{kb_, asked};
        for (auto const& p : all) {
            auto const ends_in = kb_.object(p.implicated);
            answer_section section{in_text(o) + " → " + in_text(p.mechanism) + " → " + in_text(ends_in), {}};
            add_line(section, {},
                step(p.acts, relevant.of(id<cause>{}, kb_.said(p.acts)),
                    hedged_step(p.acts, say(l_, message::step_acts, {kb_.name(o), in_text(p.mechanism)}))));
            add_line(section, {},
                step(p.implicated, p.applies,
                    hedged_step(p.implicated, say(l_, message::step_implicated, {kb_.name(p.mechanism), in_text(ends_in)}))));
            a.sections.push_back(std::move(section));
        }
        a.foot = foot();
        return a;
    }

private:
    /// A step with its hedge and what its source concludes.
    std::string hedged_step(claim_id c, std::string text) const {
        auto const& said = kb_.said(c);
        text = concluded(l_, kb_.stance(c), said.finding, text);
        if (said.hedge != hedge::none) append_part(text, say(l_, message::hedged, {say(l_, said.hedge)}), "; ");
        return kb_.marks(c).is_predicted() ? say(l_, message::predicted, {text}) : text;
    }
};

}  // namespace render_detail

/// The documented ways from an option over a mechanism to a cause: an explanation, not evidence.
[[nodiscard]] inline answer tell_paths(
    knowledge_base const& kb, id<option> o, id<cause> asked, scope const& s = {}, language const& l = english) {
    return render_detail::paths_teller{kb, l}.tell(o, asked, s);
}

}  // namespace treatise::inline v0_3
