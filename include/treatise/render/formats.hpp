// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/answers_page.hpp>
#include <treatise/render/detail/transpose.hpp>
#include <treatise/render/disagreements_page.hpp>
#include <treatise/render/formats/csv.hpp>
#include <treatise/render/formats/html.hpp>
#include <treatise/render/formats/json.hpp>
#include <treatise/render/formats/latex.hpp>
#include <treatise/render/formats/markdown.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>

#include <array>
#include <string>
#include <string_view>
#include <utility>

// Every format in one call; `lay_out` and the writer of a format in two, where a sheet serves several.
namespace treatise::inline v0_3 {

/// The comparison as text for a terminal; linear in what it prints, as each writer below.
[[nodiscard]] inline std::string plain_text(comparison const& c, text_options options = {}, language const& l = english) {
    return plain_text(lay_out(c, l), options);
}
/// The comparison as Markdown.
[[nodiscard]] inline std::string markdown(comparison const& c, language const& l = english) { return markdown(lay_out(c, l)); }
/// The comparison as a section of HTML, to paste into a page.
[[nodiscard]] inline std::string html(comparison const& c, html_options options = {}, language const& l = english) {
    return html(lay_out(c, l), options);
}
/// The comparison as a whole HTML page.
[[nodiscard]] inline std::string html_page(comparison const& c, language const& l = english) { return html_page(lay_out(c, l)); }
/// The comparison as a LaTeX table.
[[nodiscard]] inline std::string latex(comparison const& c, latex_options options = {}, language const& l = english) {
    return latex(lay_out(c, l), options);
}

/// What a caller who does not know the format may ask of it; a format leaves alone what it does not take.
struct page_options {
    unsigned width = 140;    ///< of a line, in columns of the terminal; below 40 counts as 40
    bool ascii = false;      ///< ASCII alone: marks as words, plain punctuation, letters without accents
    bool colour = false;     ///< by escape sequences of terminals
    bool transpose = false;  ///< options as columns
    bool fragment = false;   ///< a part to paste instead of a whole page
    bool byte_order_mark = false;  ///< in front, for spreadsheets
};

/// One format: its name, the endings of its files, what it takes of `page_options`, and what writes in it.
struct output_format {
    std::string_view name;
    std::array<std::string_view, 2> endings;  ///< with the dot; the second may be empty
    bool takes_lines = false;                 ///< width, ascii and colour
    bool takes_transpose = false;
    bool takes_fragment = false;
    bool takes_mark = false;  ///< a byte order mark in front
    bool writes_answers = false;  ///< answers and lists come in it, too, not only tables
    std::string (*table)(comparison const&, page_options const&, language const&) = nullptr;
    std::string (*answer)(treatise::answer const&, page_options const&) = nullptr;  ///< null where answers are data or none
    std::string (*differences)(told_disagreements const&, page_options const&) = nullptr;  ///< likewise
};

namespace render_detail {

[[nodiscard]] constexpr text_options lines_of(page_options const& how) {
    return {.width = how.width, .ascii = how.ascii, .colour = how.colour, .transpose = how.transpose};
}
[[nodiscard]] inline sheet laid_out(comparison const& c, page_options const& how, language const& l) {
    auto s = lay_out(c, l);
    return how.transpose ? transposed(std::move(s)) : s;
}

[[nodiscard]] inline std::string in_text(comparison const& c, page_options const& how, language const& l) {
    return plain_text(c, lines_of(how), l);
}
template <class Answer>
std::string in_text(Answer const& a, page_options const& how) {
    return plain_text(a, lines_of(how));
}
[[nodiscard]] inline std::string in_markdown(comparison const& c, page_options const& how, language const& l) {
    return markdown(laid_out(c, how, l));
}
template <class Answer>
std::string in_markdown(Answer const& a, page_options const&) {
    return markdown(a);
}
[[nodiscard]] inline std::string in_html(comparison const& c, page_options const& how, language const& l) {
    auto const s = laid_out(c, how, l);
    return how.fragment ? html(s) : html_page(s);
}
[[nodiscard]] inline std::string in_csv(comparison const& c, page_options const& how, language const& l) {
    return csv(c, {.byte_order_mark = how.byte_order_mark}, l);
}
[[nodiscard]] inline std::string in_latex(comparison const& c, page_options const& how, language const& l) {
    return latex(laid_out(c, how, l), {.document = !how.fragment});
}
[[nodiscard]] inline std::string in_json(comparison const& c, page_options const&, language const& l) {
    return json(c, l) + '\n';
}

}  // namespace render_detail

/// Every format, text first: what the tool offers by --format and by the ending of --output, and what a program can walk.
inline constexpr std::array output_formats{
    output_format{.name = "text",
        .endings = {".txt", ""},
        .takes_lines = true,
        .takes_transpose = true,
        .writes_answers = true,
        .table = render_detail::in_text,
        .answer = render_detail::in_text,
        .differences = render_detail::in_text},
    output_format{.name = "markdown",
        .endings = {".md", ".markdown"},
        .takes_transpose = true,
        .writes_answers = true,
        .table = render_detail::in_markdown,
        .answer = render_detail::in_markdown,
        .differences = render_detail::in_markdown},
    output_format{.name = "html",
        .endings = {".html", ".htm"},
        .takes_transpose = true,
        .takes_fragment = true,
        .table = render_detail::in_html},
    output_format{.name = "csv", .endings = {".csv", ""}, .takes_mark = true, .table = render_detail::in_csv},
    output_format{.name = "latex",
        .endings = {".tex", ""},
        .takes_transpose = true,
        .takes_fragment = true,
        .table = render_detail::in_latex},
    output_format{.name = "json", .endings = {".json", ""}, .writes_answers = true, .table = render_detail::in_json},
};

/// The format of that name; null where there is none.
[[nodiscard]] constexpr output_format const* format_named(std::string_view name) {
    for (auto const& f : output_formats)
        if (f.name == name) return &f;
    return nullptr;
}

/// The ending of the file at a path, with its dot; empty where its name has none.
[[nodiscard]] constexpr std::string_view ending_of(std::string_view path) {
    auto const name = path.substr(path.find_last_of("/\\") + 1);
    auto const dot = name.rfind('.');
    return dot == name.npos || dot == 0 || dot + 1 == name.size() ? std::string_view{} : name.substr(dot);
}

/// The format whose files end so, in either case of letters; null where there is none.
[[nodiscard]] constexpr output_format const* format_of_ending(std::string_view ending) {
    for (auto const& f : output_formats)
        for (auto known : f.endings)
            if (!known.empty() && compare_folded(known, ending) == 0) return &f;
    return nullptr;
}

namespace render_detail {

[[nodiscard]] constexpr bool every_format_is_whole() {
    for (auto const& f : output_formats) {
        if (format_named(f.name) != &f || f.table == nullptr || f.endings[0].empty()) return false;
        for (auto ending : f.endings)
            if (!ending.empty() && (ending.front() != '.' || format_of_ending(ending) != &f)) return false;
    }
    return true;
}
static_assert(every_format_is_whole(), "a format has its own name and endings, and writes tables");

}  // namespace render_detail

}  // namespace treatise::inline v0_3
