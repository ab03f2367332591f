// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/answers_page.hpp>
#include <treatise/render/detail/transpose.hpp>
#include <treatise/render/disagreements_page.hpp>
#include <treatise/render/formats.hpp>
#include <treatise/render/formats/html.hpp>
#include <treatise/render/formats/latex.hpp>
#include <treatise/render/formats/markdown.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>

#include <string>
#include <utility>

namespace treatise::inline v0_3 {

TREATISE_INLINE std::string plain_text(comparison const& c, text_options options, language const& l) {
    return plain_text(lay_out(c, l), options);
}
TREATISE_INLINE std::string markdown(comparison const& c, language const& l) { return markdown(lay_out(c, l)); }
TREATISE_INLINE std::string html(comparison const& c, html_options options, language const& l) {
    return html(lay_out(c, l), options);
}
TREATISE_INLINE std::string html_page(comparison const& c, language const& l) { return html_page(lay_out(c, l)); }
TREATISE_INLINE std::string latex(comparison const& c, latex_options options, language const& l) {
    return latex(lay_out(c, l), options);
}

namespace render_detail {

[[nodiscard]] constexpr text_options lines_of(page_options const& how) {
    return {.width = how.width, .ascii = how.ascii, .colour = how.colour, .transpose = how.transpose};
}
[[nodiscard]] inline sheet laid_out(comparison const& c, page_options const& how, language const& l) {
    auto s = lay_out(c, l);
    return how.transpose ? transposed(std::move(s)) : s;
}

TREATISE_INLINE std::string in_text(comparison const& c, page_options const& how, language const& l) {
    return plain_text(c, lines_of(how), l);
}
TREATISE_INLINE std::string in_text(answer const& a, page_options const& how) { return plain_text(a, lines_of(how)); }
TREATISE_INLINE std::string in_text(told_disagreements const& a, page_options const& how) { return plain_text(a, lines_of(how)); }
TREATISE_INLINE std::string in_markdown(comparison const& c, page_options const& how, language const& l) {
    return markdown(laid_out(c, how, l));
}
TREATISE_INLINE std::string in_markdown(answer const& a, page_options const&) { return markdown(a); }
TREATISE_INLINE std::string in_markdown(told_disagreements const& a, page_options const&) { return markdown(a); }
TREATISE_INLINE std::string in_html(comparison const& c, page_options const& how, language const& l) {
    auto const s = laid_out(c, how, l);
    return how.fragment ? html(s) : html_page(s);
}
TREATISE_INLINE std::string in_csv(comparison const& c, page_options const& how, language const& l) {
    return csv(c, {.byte_order_mark = how.byte_order_mark}, l);
}
TREATISE_INLINE std::string in_latex(comparison const& c, page_options const& how, language const& l) {
    return latex(laid_out(c, how, l), {.document = !how.fragment});
}
TREATISE_INLINE std::string in_json(comparison const& c, page_options const&, language const& l) { return json(c, l) + '\n'; }

}  // namespace render_detail

}  // namespace treatise::inline v0_3
