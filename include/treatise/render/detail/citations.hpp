// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/words/language.hpp>

#include <string>
#include <utility>

namespace treatise::inline v0_3::render_detail {

/// A source as the list below a table prints it.
[[nodiscard]] inline sheet_source cited(knowledge_base const& kb, language const& l, id<source> s) {
    auto const& d = kb.details(s);
    sheet_source made{std::string{kb.key(s)}, std::string{kb.name(s)}, {}, {}, {}};
    auto const add = [&](text t, std::string_view end) {
        if (!t || t == not_stated) return;
        append_part(made.citation, kb[t], made.citation.ends_with('.') && end.starts_with('.') ? end.substr(1) : end);
    };
    add(d.authors, "");
    add(d.title, ". ");
    add(d.venue, ". ");
    if (d.published && !d.published.is_unstated()) append_part(made.citation, say(l, d.published), ", ");
    if (d.doi && d.doi != not_stated)
        made.link = "https://doi.org/" + std::string{kb[d.doi]};
    else if (d.url && d.url != not_stated)
        made.link = kb[d.url];
    if (d.interest && d.interest != not_stated) made.interest = say(l, message::interest, {kb[d.interest]});
    return made;
}

}  // namespace treatise::inline v0_3::render_detail
