// SPDX-License-Identifier: BSL-1.0
#include "listing.hpp"

#include "output.hpp"

#include <algorithm>

namespace treatise::tool {

std::string print(listing const& list, knowledge_base const& kb, request const& asked) {
    auto const notice = kb[kb.base().notice];
    auto const of = edition(english, kb);
    if (asked.format == "markdown")
        return markdown(list) + "\n" + markdown_paragraph(of) + "\n\n> " + markdown_paragraph(notice) + '\n';
    auto const page = std::max(page_width(asked), 40u);
    auto out = plain_text(list, page, in_colour(asked)) + '\n';
    for (auto const& l : filled(of + ". " + std::string{notice}, page)) out += l + '\n';
    return out;
}

}  // namespace treatise::tool
