// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/address.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/page_columns.hpp>
#include <treatise/render/detail/width.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

struct html_options {
    std::string_view prefix{};  ///< of the ids in it; an empty one is made from the title and the edition
};

namespace render_detail {

/// Text for an element or a quoted attribute, on one line.
[[nodiscard]] inline std::string html_escaped(std::string_view text) {
    std::string made;
    each_printed(text, [&](character c, std::string_view bytes) {
        switch (c.value) {
            case U'&': made += "&amp;"; break;
            case U'<': made += "&lt;"; break;
            case U'>': made += "&gt;"; break;
            case U'"': made += "&quot;"; break;
            case U'\'': made += "&#39;"; break;
            default: made += bytes;
        }
    });
    return made;
}

/// The same for a cell, where a word that is extremely long may break.
[[nodiscard]] inline std::string html_cell(std::string_view text) {
    std::string made;
    for (auto const& word : words_of_text(text)) {
        if (!made.empty()) made += ' ';
        for (std::string_view rest = word.text; !rest.empty();) {
            auto const piece = rest.substr(0, word.width > 24 ? bytes_that_fit(rest, 16) : rest.size());
            made.append(piece.data() == word.text.data() ? "" : "<wbr>").append(html_escaped(piece));
            rest.remove_prefix(piece.size());
        }
    }
    return made;
}

/// The same id for the same table, another for another one (FNV-1a), so that two tables can share a page.
[[nodiscard]] inline std::string id_prefix(sheet const& s) {
    std::uint32_t hash = 2166136261u;
    auto const add = [&](std::string_view text) {
        for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    };
    add(s.title);
    for (auto const& b : s.behind) add(b);
    for (auto const& c : s.columns) add(c);
    std::string made{"t"};
    for (int shift = 28; shift >= 0; shift -= 4) made += "0123456789abcdef"[(hash >> shift) & 15u];
    return made;
}

[[nodiscard]] constexpr std::string_view html_class(cell_state state) {
    switch (state) {
        case cell_state::reported: return "reported";
        case cell_state::no_difference: return "no-difference";
        case cell_state::disagree: return "disagree";
        case cell_state::looked_for: return "looked-for";
        case cell_state::not_reported: return "not-reported";
    }
    return {};
}

class html_table {
    sheet const& sheet_;
    std::string prefix_;
    std::string_view heading_;  // h1 on a page of its own, h2 in someone else's
    std::string out_{};

public:
    html_table(sheet const& s, std::string_view prefix, std::string_view heading)
        : sheet_{s}, prefix_{prefix.empty() ? id_prefix(s) : html_escaped(prefix)}, heading_{heading} {}

    std::string write() && {
        put("<section class=\"treatise ", html_escaped(sheet_.view), sheet_.options_across ? " upright" : " across", "\" lang=\"",
            html_escaped(sheet_.language), "\" dir=\"", html_escaped(sheet_.direction), "\" aria-labelledby=\"", prefix_,
            "-title\">\n<header>\n<", heading_, " id=\"", prefix_, "-title\">", html_escaped(sheet_.title), "</", heading_,
            ">\n");
        paragraphs(sheet_.head);
        if (!sheet_.fixed.empty()) {
            put("<div class=\"fixed\">\n");
            paragraphs(sheet_.fixed);
            put("</div>\n");
        }
        put("</header>\n");
        table();
        for (auto const& b : sheet_.blocks) block(b);
        put("<footer class=\"notes\">\n");
        legend();
        sources();
        behind();
        put("</footer>\n</section>\n");
        return std::move(out_);
    }

private:
    template <class... Texts>
    void put(Texts const&... texts) {
        (out_.append(texts), ...);
    }
    /// A name in another script must not turn what stands around it: in a table from right to left, texts with names are apart.
    std::string isolated(std::string escaped) const {
        return sheet_.direction == "rtl" && !escaped.empty() ? "<bdi>" + escaped + "</bdi>" : escaped;
    }
    void paragraphs(std::vector<std::string> const& texts) {
        for (auto const& t : texts) put("<p>", html_escaped(t), "</p>\n");
    }

    /// A hundred people, those to whom it happens filled, ten a line.
    std::string picture(int people) const {
        std::string made{"<svg class=\"people\" viewBox=\"0 0 60 60\" aria-hidden=\"true\">"};
        for (int i = 0; i != 100; ++i)
            made.append("<circle cx=\"")
                .append(std::to_string(i % 10 * 6 + 3))
                .append("\" cy=\"")
                .append(std::to_string(i / 10 * 6 + 3))
                .append(i < people ? "\" r=\"2.4\" class=\"yes\"></circle>" : "\" r=\"2.2\"></circle>");
        return made.append("</svg>");
    }
    void statement(sheet_statement const& s) {
        put(s.is_warning ? "<span class=\"warning\">" : "", isolated(html_cell(s.text)), s.is_warning ? "</span>" : "");
        if (sheet_.numbered_sources)
            for (auto n : s.sources)
                put(" <a class=\"source\" href=\"#", prefix_, "-s", std::to_string(n + 1), "\">", source_label(n), "</a>");
        if (s.interest) { put("<abbr title=\"", html_escaped(sheet_.interest_word), "\">", interest_sign, "</abbr>"); }
        if (s.people && sheet_.words == word_register::plain)
            put("<span class=\"pictures\">", picture(s.people->first), picture(s.people->second), "</span>");
    }
    void cell(sheet_cell const& of) {
        bool any = false;
        each_statement(of, [&](sheet_statement const& s, bool goes_on) {
            put(!any ? "" : goes_on ? "; " : "<br>");
            statement(s);
            any = true;
        });
    }
    void block(sheet_block const& b) {
        put("<div class=\"block ", html_escaped(b.key), "\">\n");
        if (!b.heading.empty()) put("<p class=\"heading\">", html_escaped(b.heading), "</p>\n");
        bool open = false;
        for (auto const& s : b.lines) {
            put(s.goes_on && open ? "; " : open ? "</p>\n<p>" : "<p>");
            statement(s);
            open = true;
        }
        put(open ? "</p>\n" : "", "</div>\n");
    }

    void table() {
        bool any = false;
        for (auto const& section : sheet_.sections) any = any || !section.rows.empty();
        if (!any) return;
        put("<table>\n<caption>", html_escaped(sheet_.title), "</caption>\n<thead>\n<tr>");
        for (auto const& heading : sheet_.columns) put("<th scope=\"col\">", html_escaped(heading), "</th>");
        put("</tr>\n</thead>\n");
        for (auto const& section : sheet_.sections) {
            put("<tbody>\n");
            if (!section.heading.empty())
                put("<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"", std::to_string(sheet_.columns.size()), "\">",
                    html_escaped(section.heading), "</th></tr>\n");
            for (auto const& row : section.rows) table_row(row);
            put("</tbody>\n");
        }
        put("</table>\n");
    }
    void table_row(sheet_row const& row) {
        put("<tr><th scope=\"row\">");
        row_name(cell_at(row, 0));
        put("</th>");
        for (std::size_t c = 1; c < sheet_.columns.size(); ++c) {
            auto const& now = cell_at(row, c);
            put("<td class=\"", html_class(now.state), "\" data-heading=\"", html_escaped(sheet_.columns[c]), "\">");
            cell(now);
            put("</td>");
        }
        put("</tr>\n");
    }
    /// The name stands out from the members and the mechanism under it.
    void row_name(sheet_cell const& of) {
        bool first = true;
        each_statement(of, [&](sheet_statement const& s, bool) {
            put(first ? "<b>" : "<br><span class=\"under\">");
            statement(s);
            put(first ? "</b>" : "</span>");
            first = false;
        });
    }

    void legend() {
        if (sheet_.legend.empty()) return;
        put("<ul class=\"legend\">\n");
        for (auto const& entry : sheet_.legend)
            put("<li><b>", html_escaped(entry.sign), "</b> ", html_escaped(entry.meaning), "</li>\n");
        put("</ul>\n");
    }

    void behind() {
        if (sheet_.behind.empty()) return;
        put("<p class=\"behind\"><b>", html_escaped(sheet_.behind_heading), "</b>");
        for (auto const& p : sheet_.behind) put(" ", html_escaped(p));
        put("</p>\n");
    }

    void sources() {
        if (sheet_.sources.empty()) return;
        put("<p class=\"sources\">", html_escaped(sheet_.sources_heading), "</p>\n");
        put("<ul class=\"sources\">\n");
        for (std::size_t i = 0; i != sheet_.sources.size(); ++i) {
            auto const& source = sheet_.sources[i];
            auto const id = sheet_.numbered_sources ? " id=\"" + prefix_ + "-s" + std::to_string(i + 1) + '"' : std::string{};
            put("<li", id, ">", source_lead(sheet_, i), "<b>", isolated(html_escaped(source.label)), "</b>",
                source.citation.empty() ? "" : ": ", isolated(html_escaped(source.citation)));
            auto const link = html_escaped(source.link);
            if (is_web_address(source.link))
                put(" <a href=\"", html_escaped(encoded_address(source.link)), "\">", link, "</a>");
            else if (!link.empty())
                put(" ", link);
            if (!source.interest.empty()) put(" ", interest_sign, " ", html_escaped(source.interest));
            put("</li>\n");
        }
        put("</ul>\n");
    }
};

// On paper: the table in landscape under repeated headings, its warnings after it, sources on a page of
// their own; a sheet with options across is upright, in 12 points. On a phone a row is a block in which each cell names its
// column. Warnings have the weight of everything else: benefit and harms are to look alike.
inline constexpr std::string_view page_style = R"(
.treatise { font: 0.875rem/1.35 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #111; background: #fff;
  max-width: 100rem; margin: 0 auto; padding: 1rem; }
.treatise h1 { font-size: 1.35rem; line-height: 1.25; margin: 0; }
.treatise p { margin: 0.35rem 0; max-width: 75rem; }
.treatise .fixed { border-inline-start: 0.25rem solid #111; padding-inline-start: 0.6rem; font-weight: 600; }
.treatise table { border-collapse: collapse; width: 100%; margin: 0.75rem 0; }
.treatise caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.treatise th, .treatise td { border: 1px solid #999; padding: 0.3em 0.5em; text-align: start; vertical-align: top;
  font-weight: normal; overflow-wrap: break-word; }
.treatise thead th { font-weight: 600; border-bottom: 2px solid #111; background: #fff; }
.treatise tr.section th { background: #eee; font-weight: 700; }
.treatise .under { color: #333; }
.treatise td.not-reported { font-style: italic; }
.treatise a.source { color: inherit; text-decoration: none; font-size: 0.85em; }
.treatise abbr { text-decoration: none; cursor: help; }
.treatise ul { margin: 0.5rem 0; padding: 0; list-style: none; }
.treatise p.sources, .treatise p.heading { font-weight: 700; }
.treatise li { overflow-wrap: anywhere; }
.treatise .pictures { display: block; }
.treatise .people { width: 4.5em; height: 4.5em; margin: 0.2em 0.6em 0.2em 0; fill: none; stroke: #555; stroke-width: 0.6; }
.treatise .people .yes { fill: #111; stroke: #111; }
@media screen and (min-width: 60rem) { .treatise thead th { position: sticky; top: 0; } }
@media screen and (max-width: 54.99rem) {
  .treatise table, .treatise tbody, .treatise tr, .treatise tbody th, .treatise td { display: block; }
  .treatise thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .treatise tr { border-bottom: 2px solid #111; padding-bottom: 0.4rem; }
  .treatise th, .treatise td { border: 0; padding: 0.2em 0.4em; }
  .treatise tbody th { font-size: 1.1em; }
  .treatise td:empty { display: none; }
  .treatise td::before { content: attr(data-heading) ": "; font-style: normal; color: #444; display: block; font-size: 0.85em; }
}
@media print {
  .treatise { font: 9pt/1.1 Arial, "Liberation Sans", Helvetica, sans-serif; padding: 0; max-width: none; }
  .treatise h1 { font-size: 12pt; }
  .treatise p { margin: 1pt 0; max-width: none; }
  .treatise table { margin: 3pt 0; }
  .treatise th, .treatise td { padding: 0 2pt; border: 0; border-top: 0.3pt solid #777; }
  .treatise thead { display: table-header-group; }
  .treatise tbody { orphans: 3; widows: 3; }
  .treatise tr.section { break-after: avoid; }
  .treatise tr.section th { background: none; }
  .treatise .notes { break-before: page; }
  .treatise .legend li, .treatise .sources li { display: inline; margin-inline-end: 0.8em; }
  .treatise a { color: inherit; text-decoration: none; }
  .treatise.upright { font: 12pt/1.05 Arial, "Liberation Sans", Helvetica, sans-serif; }
  .treatise.upright h1 { font-size: 14pt; }
  .treatise.upright header > p { font-size: 10pt; }
  .treatise.upright p { margin: 0; }
  .treatise.upright table { margin: 2pt 0; }
  .treatise.upright .notes { font-size: 9pt; }
  .treatise.upright .people { width: 1.9em; height: 1.9em; margin: 0 0.4em 0 0; }
}
)";

/// How the sheet lies on paper.
[[nodiscard]] inline std::string_view paper_style(sheet const& s) {
    return s.options_across ? "@page { size: A4 portrait; margin: 8mm; }\n" : "@page { size: A4 landscape; margin: 7mm; }\n";
}

[[nodiscard]] inline std::string width_style(sheet const& s) {
    auto const widths = column_widths(s);
    std::size_t all = 0;
    for (auto w : widths) all += w;
    std::string made{"@media print, (min-width: 55rem) {\n"};
    for (std::size_t c = 0; c != widths.size(); ++c)
        made.append("  .treatise thead th:nth-child(")
            .append(std::to_string(c + 1))
            .append(") { width: ")
            .append(std::to_string(widths[c] * 100 / all))
            .append("%; }\n");
    return made.append("}\n");
}

}  // namespace render_detail

/// The table as a fragment of HTML, without a style: a section with a table, its notes and its sources.
[[nodiscard]] inline std::string html(sheet const& s, html_options options = {}) {
    return render_detail::html_table{s, options.prefix, "h2"}.write();
}

/// The table as a page of HTML5 for the screen, a phone and paper (A4, upright where options stand across); no script, nothing
/// loaded.
[[nodiscard]] inline std::string html_page(sheet const& s) {
    std::string made{"<!DOCTYPE html>\n<html lang=\""};
    made.append(render_detail::html_escaped(s.language)).append("\" dir=\"").append(render_detail::html_escaped(s.direction));
    made.append(
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<title>");
    made.append(render_detail::html_escaped(s.title))
        .append("</title>\n<style>")
        .append(render_detail::page_style)
        .append(render_detail::paper_style(s))
        .append(render_detail::width_style(s))
        .append("</style>\n</head>\n<body>\n<main>\n");
    made.append(render_detail::html_table{s, {}, "h1"}.write());
    return made.append("</main>\n</body>\n</html>\n");
}

}  // namespace treatise::inline v0_3
