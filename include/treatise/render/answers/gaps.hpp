// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/missing.hpp>

#include <string>
#include <utility>

namespace treatise::inline v0_3 {

namespace render_detail {

class gaps_teller : missing_words {
public:
    gaps_teller(knowledge_base const& kb, language const& l) : missing_words{kb, l} {}

    answer tell(id<cause> asked, scope const& s) {
        answer a{.title = say(l_, message::gaps_title, {kb_.name(asked)})};
        auto const rows = rows_of(asked, s);
        auto const found = missing_from(rows, gaps(kb_, asked, s));
        bool const none = found.shared.empty() && found.alone.empty();
        a.head.push_back(word(none ? message::gaps_none : message::gaps_rule));
        answer_section alone{word(message::gaps_alone), {}};
        for (auto row : rows)
            if (auto lines = lines_of(found.alone, row); !lines.empty())
                alone.groups.push_back({std::string{kb_.name(row)}, std::move(lines)});
        if (!alone.groups.empty()) a.sections.push_back(std::move(alone));
        for (auto row : rows)
            if (auto lines = lines_of(found.shared, row); !lines.empty())
                a.sections.push_back({std::string{kb_.name(row)}, {{{}, std::move(lines)}}});
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// What nobody reports, row by row.
inline answer tell_gaps(knowledge_base const& kb, id<cause> asked, scope const& s = {}, language const& l = english) {
    return render_detail::gaps_teller{kb, l}.tell(asked, s);
}

}  // namespace treatise::inline v0_3
