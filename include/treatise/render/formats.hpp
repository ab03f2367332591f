// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/format_options.hpp>
#include <treatise/render/formats/csv.hpp>
#include <treatise/render/formats/json.hpp>

#include <array>
#include <string>
#include <string_view>

// Every format in one call; `lay_out` and the writer of a format in two, where a sheet serves several.
namespace treatise::inline v0_3 {

/// The comparison as text for a terminal; linear in what it prints, as each writer below.
[[nodiscard]] TREATISE_INLINE std::string plain_text(comparison const& c, text_options options = {}, language const& l = english);
/// The comparison as Markdown.
[[nodiscard]] TREATISE_INLINE std::string markdown(comparison const& c, language const& l = english);
/// The comparison as a section of HTML, to paste into a page.
[[nodiscard]] TREATISE_INLINE std::string html(comparison const& c, html_options options = {}, language const& l = english);
/// The comparison as a whole HTML page.
[[nodiscard]] TREATISE_INLINE std::string html_page(comparison const& c, language const& l = english);
/// The comparison as a LaTeX table.
[[nodiscard]] TREATISE_INLINE std::string latex(comparison const& c, latex_options options = {}, language const& l = english);

/// An answer of the tool, in render/answer.hpp.
struct answer;
/// Where sources differ, in render/told_disagreements.hpp.
struct told_disagreements;

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

[[nodiscard]] TREATISE_INLINE std::string in_text(comparison const& c, page_options const& how, language const& l);
[[nodiscard]] TREATISE_INLINE std::string in_markdown(comparison const& c, page_options const& how, language const& l);
[[nodiscard]] TREATISE_INLINE std::string in_html(comparison const& c, page_options const& how, language const& l);
[[nodiscard]] TREATISE_INLINE std::string in_csv(comparison const& c, page_options const& how, language const& l);
[[nodiscard]] TREATISE_INLINE std::string in_latex(comparison const& c, page_options const& how, language const& l);
[[nodiscard]] TREATISE_INLINE std::string in_json(comparison const& c, page_options const& how, language const& l);
[[nodiscard]] TREATISE_INLINE std::string in_text(answer const& a, page_options const& how);
[[nodiscard]] TREATISE_INLINE std::string in_text(told_disagreements const& a, page_options const& how);
[[nodiscard]] TREATISE_INLINE std::string in_markdown(answer const& a, page_options const& how);
[[nodiscard]] TREATISE_INLINE std::string in_markdown(told_disagreements const& a, page_options const& how);

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

#ifndef TREATISE_DECLARED_ONLY
#include <treatise/render/detail/formats.hpp>
#endif
