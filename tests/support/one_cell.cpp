// SPDX-License-Identifier: BSL-1.0
#include "one_cell.hpp"

#include "fixtures.hpp"

#include <treatise/render/formats.hpp>
#include <treatise/table/compare.hpp>

#include <algorithm>

namespace one_cell {

/// The comparison of one option in one column: a therapy, or a class with the therapies listed under it.
treatise::comparison of(
    treatise::knowledge_base const& kb, std::string_view cause, std::string_view option, treatise::column const& column) {
    treatise::scope s;
    s.options = {fixture::entity<treatise::option>(kb, option)};
    auto p = fixture::in_full;
    p.columns = {treatise::columns::option, column};
    p.rows = kb.as<treatise::therapy>(s.options[0]) ? treatise::grouping::therapy : treatise::grouping::listed_class;
    return compare(kb, fixture::entity<treatise::cause>(kb, cause), p, s);
}
treatise::cell const& cell(treatise::comparison const& c) { return c.at(0, 1); }

treatise::sheet sheet(treatise::comparison const& c) {
    auto s = lay_out(c);
    s.head.clear(), s.after.clear(), s.counts.clear(), s.legend.clear(), s.sources.clear(), s.edition.clear();
    s.sources_heading.clear(), s.notice.clear();
    return s;
}

/// What stands between the tags: without classes, addresses and styles, and so without colour.
std::string without_tags(std::string_view html) {
    std::string text;
    while (!html.empty()) {
        auto const open = html.find('<');
        text += html.substr(0, open);
        if (open == html.npos) break;
        html.remove_prefix(open);
        auto const style = html.starts_with("<style") ? html.find("</style>") : html.npos;
        html.remove_prefix(std::min(html.size(), html.find('>', style == html.npos ? 0 : style) + 1));
    }
    return text;
}

std::vector<print> every_format(treatise::sheet const& s) {
    using namespace treatise;
    return {{"text", plain_text(s, {.width = 200})}, {"narrow text", plain_text(s, {.width = 80})},
        {"ascii", plain_text(s, {.width = 200, .ascii = true})},
        {"transposed text", plain_text(s, {.width = 200, .transpose = true})}, {"markdown", markdown(s)},
        {"html", without_tags(html(s))}, {"html page", without_tags(html_page(s))}, {"csv", csv(s)}, {"latex", latex(s)}};
}

/// The text on one line, with single blanks: a wrapped line is no other text.
std::string unwrapped(std::string_view text) {
    std::string made;
    for (char const c : text)
        if (c != '\n' && c != ' ' && c != '|')
            made += c;
        else if (!made.empty() && made.back() != ' ')
            made += ' ';
    return made;
}

}  // namespace one_cell
