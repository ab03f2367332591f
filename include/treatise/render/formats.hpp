// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/formats/csv.hpp>
#include <treatise/render/formats/html.hpp>
#include <treatise/render/formats/json.hpp>
#include <treatise/render/formats/latex.hpp>
#include <treatise/render/formats/markdown.hpp>
#include <treatise/render/formats/text.hpp>
#include <treatise/render/lay_out.hpp>

#include <string>

// Every format in one call; `lay_out` and the writer of a format in two, where a sheet serves several.
namespace treatise::inline v0_3 {

inline std::string plain_text(comparison const& c, text_options options = {}, language const& l = english) {
    return plain_text(lay_out(c, l), options);
}
inline std::string markdown(comparison const& c, markdown_options options = {}, language const& l = english) {
    return markdown(lay_out(c, l), options);
}
inline std::string html(comparison const& c, html_options options = {}, language const& l = english) {
    return html(lay_out(c, l), options);
}
inline std::string html_page(comparison const& c, language const& l = english) { return html_page(lay_out(c, l)); }
inline std::string csv(comparison const& c, csv_options options = {}, language const& l = english) {
    return csv(lay_out(c, l), options);
}
inline std::string latex(comparison const& c, latex_options options = {}, language const& l = english) {
    return latex(lay_out(c, l), options);
}

}  // namespace treatise::inline v0_3
