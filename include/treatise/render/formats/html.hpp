// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/address.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/page_style.hpp>
#include <treatise/render/detail/page_words.hpp>
#include <treatise/render/detail/width.hpp>
#include <treatise/render/format_options.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

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
    std::size_t wide_;  // the column that stands on paper under the others
    std::string_view heading_;  // h1 on a page of its own, h2 in someone else's
    std::string out_{};

public:
    html_table(sheet const& s, std::string_view prefix, std::string_view heading)
        : sheet_{s}, prefix_{prefix.empty() ? id_prefix(s) : html_escaped(prefix)}, wide_{wide_column(s)}, heading_{heading} {}

    std::string write() && {
        put("<section class=\"treatise ", html_escaped(sheet_.view), sheet_.options_across ? " portrait" : " landscape",
            "\" lang=\"", html_escaped(sheet_.language), "\" dir=\"", html_escaped(sheet_.direction), "\" aria-labelledby=\"",
            prefix_, "-title\">\n<header>\n<", heading_, " id=\"", prefix_, "-title\">", html_escaped(sheet_.title), "</",
            heading_, ">\n");
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

    /// A hundred people, those to whom it happens filled, ten a line; the style prints their number beside them.
    std::string picture(int people) const {
        std::string made{"<span class=\"picture\" data-people=\""};
        made.append(std::to_string(people)).append("\"><svg class=\"people\" viewBox=\"0 0 60 60\">");
        for (int i = 0; i != 100; ++i)
            made.append("<circle cx=\"")
                .append(std::to_string(i % 10 * 6 + 3))
                .append("\" cy=\"")
                .append(std::to_string(i / 10 * 6 + 3))
                .append(i < people ? "\" r=\"2.4\" class=\"yes\"></circle>" : "\" r=\"2.2\"></circle>");
        return made.append("</svg></span>");
    }
    void statement(sheet_statement const& s) {
        put(s.is_warning ? "<span class=\"warning\">" : "", isolated(html_cell(s.text)), s.is_warning ? "</span>" : "");
        if (sheet_.numbered_sources)
            for (auto n : s.sources)
                put(" <a class=\"source\" href=\"#", prefix_, "-s", std::to_string(n + 1), "\">", source_label(n), "</a>");
        if (s.interest) { put("<abbr title=\"", html_escaped(sheet_.interest_word), "\">", interest_sign, "</abbr>"); }
        if (s.people && sheet_.words == word_register::plain)
            put("<span class=\"pictures\" aria-hidden=\"true\">", picture(s.people->first), picture(s.people->second), "</span>");
    }
    /// Each line of a cell is a block, so that a style can set it apart from the next.
    void cell(sheet_cell const& of) {
        bool open = false;
        each_statement(of, [&](sheet_statement const& s, bool goes_on) {
            if (s.text.empty() && s.sources.empty()) return;
            put(!open ? "<div>" : goes_on ? "; " : "</div><div>");
            statement(s);
            open = true;
        });
        put(open ? "</div>" : "");
    }
    /// The treatment that leads a line below the table stands out.
    void led_statement(sheet_statement s, bool is_head) {
        auto const lead = is_head && s.is_warning ? s.text.find(": ") : s.text.npos;
        if (lead != s.text.npos) {
            put("<b>", html_cell(std::string_view{s.text}.substr(0, lead + 1)), "</b> ");
            s.text.erase(0, lead + 2);
        }
        statement(s);
    }
    void block(sheet_block const& b) {
        put("<div class=\"block ", html_escaped(b.key), "\">\n");
        if (!b.heading.empty()) put("<p class=\"heading\">", html_escaped(b.heading), "</p>\n");
        bool open = false;
        for (auto const& s : b.lines) {
            put(s.goes_on && open ? "; " : open ? "</p>\n<p>" : "<p>");
            led_statement(s, !s.goes_on || !open);
            open = true;
        }
        put(open ? "</p>\n" : "", "</div>\n");
    }

    void table() {
        bool any = false;
        for (auto const& section : sheet_.sections) any = any || !section.rows.empty();
        if (!any) return;
        put("<table>\n<caption>", html_escaped(sheet_.title), "</caption>\n<thead>\n<tr>");
        for (std::size_t c = 0; c != sheet_.columns.size(); ++c)
            put("<th scope=\"col\"", c != 0 && c == wide_ ? " class=\"wide\">" : ">", html_escaped(sheet_.columns[c]), "</th>");
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
            put("<td class=\"", c < sheet_.column_keys.size() ? html_escaped(sheet_.column_keys[c]) : "",
                c == wide_ ? " wide " : " ", html_class(now.state), "\" data-heading=\"", html_escaped(sheet_.columns[c]), "\">");
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

}  // namespace render_detail

/// The table as a fragment of HTML, without a style: a section with a table, its notes and its sources.
[[nodiscard]] inline std::string html(sheet const& s, html_options options = {}) {
    return render_detail::html_table{s, options.prefix, "h2"}.write();
}

/// The table as a page of HTML5 for the screen, a phone and paper (A4, portrait where options stand across); no script, nothing
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
