// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/answers/facts.hpp>

#include <span>

namespace treatise::inline v0_3 {

namespace render_detail {

class across_teller : facts_teller {
public:
    across_teller(knowledge_base const& kb, language const& l) : facts_teller{kb, l} {}

    answer tell(id<option> o, std::span<id<cause> const> causes, scope const& s) {
        answer a{.title = say(l_, message::across_title, {kb_.name(o)})};
        for (auto c : causes) {
            auto const all = facts(kb_, c, o, s);
            if (all.empty())
                a.sections.push_back({std::string{kb_.name(c)}, {{{}, {{word(message::why_none), {}, {}, false}}}}});
            else
                tell_matters(a, all, std::string{kb_.name(c)});
        }
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// What is told first of one option for each of several causes, cause by cause.
[[nodiscard]] inline answer tell_across(
    knowledge_base const& kb, id<option> o, std::span<id<cause> const> causes, scope const& s = {}, language const& l = english) {
    return render_detail::across_teller{kb, l}.tell(o, causes, s);
}

}  // namespace treatise::inline v0_3
