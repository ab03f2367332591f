// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/blocks.hpp>
#include <treatise/render/detail/citations.hpp>
#include <treatise/render/detail/head.hpp>
#include <treatise/render/detail/sections.hpp>
#include <treatise/render/detail/transpose.hpp>
#include <treatise/words/english.hpp>

#include <string>
#include <utility>

namespace treatise::inline v0_3 {

namespace render_detail {

/// The heading of a column; that of benefits names the outcome that most rows have.
[[nodiscard]] inline std::string heading_of(comparison const& c, language const& l, column const& of) {
    bool const headed =
        c.benefit && c.view.words == word_register::clinical && of.key == columns::benefit.key && of.heading.empty();
    return headed ? at_head(std::string{name_of(c.base, c.benefit, c.view.words)}) : std::string{heading(l, of, c.view.words)};
}

}  // namespace render_detail

/// The comparison in words of a language, ready for every writer; options stand as columns where its view has them so.
[[nodiscard]] inline sheet lay_out(comparison const& c, language const& l = english) {
    sheet out;
    out.language = l.code;
    out.direction = l.direction;
    out.view = c.view.key;
    out.words = c.view.words;
    out.numbered_sources = c.view.words == word_register::clinical;
    out.interest_word = l[message::ascii_interest];
    render_detail::head_maker const head{c, l};
    head.before(out);
    for (auto const& column : c.view.columns) {
        out.columns.push_back(render_detail::heading_of(c, l, column));
        out.column_keys.emplace_back(column.key);
    }
    render_detail::legend_use used;
    render_detail::cell_words cells{c, l, used};
    render_detail::section_maker{c, l, cells}(out);
    render_detail::block_maker{c, l, cells}(out);
    out.legend = used.entries(l, out);
    out.sources_heading = say(l, message::sources, {std::to_string(c.sources.size())});
    for (auto s : c.sources) out.sources.push_back(render_detail::cited(c.base, l, s));
    head.behind(out);
    return c.view.options_across ? transposed(std::move(out)) : out;
}

}  // namespace treatise::inline v0_3
