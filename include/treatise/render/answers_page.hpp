// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/answer.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/width.hpp>
#include <treatise/render/formats/markdown.hpp>
#include <treatise/render/formats/text.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

// An answer on a page: plain text for a terminal, or markdown.
namespace treatise::inline v0_3 {

/// The text in lines of at most `width` columns; only a word longer than a line is broken.
[[nodiscard]] inline std::vector<std::string> filled(std::string_view text, unsigned width) {
    std::vector<std::string> lines;
    std::string line;
    unsigned used = 0;
    auto const close = [&] {
        if (!line.empty()) lines.push_back(std::move(line));
        line.clear();
        used = 0;
    };
    auto const clean = printed(text);
    for (std::size_t first = 0; first < clean.size();) {
        auto const last = (std::min)(clean.find(' ', first), clean.size());
        auto word = std::string_view{clean}.substr(first, last - first);
        first = last + 1;
        if (used != 0 && used + 1 + display_width(word) > width) close();
        if (used != 0) line += ' ', ++used;
        while (display_width(word) > width - used) {
            auto const fit = bytes_that_fit(word, width - used);
            line += word.substr(0, fit);
            word.remove_prefix(fit);
            close();
        }
        line += word;
        used += display_width(word);
    }
    close();
    return lines;
}

namespace render_detail {

class answer_text {
    answer const& answer_;
    text_options options_;
    std::string out_{};

    std::string plain(std::string_view text) const { return options_.ascii ? in_ascii(text) : std::string{text}; }

    void line(std::string_view text, bool bold = false) {
        if (bold && options_.colour)
            out_.append("\x1b[1m").append(text).append("\x1b[0m\n");
        else
            out_.append(text).append("\n");
    }
    void paragraph(std::string_view text, unsigned lead = 0, unsigned hang = 0, bool bold = false) {
        bool first = true;
        for (auto const& l : filled(plain(text), options_.width - (std::max)(lead, hang))) {
            line(std::string(first ? lead : hang, ' ') + l, bold);
            first = false;
        }
    }
    void blank() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }

    /// The id of a claim stands at the right of the last line where there is room, else below.
    void statement(answer_line const& l, unsigned in) {
        auto const before = out_.size();
        paragraph(l.text, in, in + 2, l.is_warning);
        for (auto const& b : l.behind) paragraph(b, in + 4, in + 4);
        if (l.id.empty() || out_.size() == before) return;
        auto const id = '#' + l.id;
        auto const last = out_.rfind('\n', out_.size() - 2) + 1;
        auto const used = display_width(std::string_view{out_}.substr(last, out_.size() - 1 - last));
        bool const coloured = l.behind.empty() && l.is_warning && options_.colour;
        if (!coloured && used + 2 + display_width(id) <= options_.width) {
            out_.pop_back();
            line(std::string(options_.width - used - display_width(id), ' ') + id);
        } else {
            auto const lead = display_width(id) + in + 4 <= options_.width ? in + 4 : 0;
            paragraph(id, lead, lead);
        }
    }

public:
    answer_text(answer const& a, text_options o) : answer_{a}, options_{o} { options_.width = (std::max)(options_.width, 40u); }

    std::string write() && {
        paragraph(answer_.title, 0, 0, true);
        for (auto const& h : answer_.head) paragraph(h);
        for (auto const& section : answer_.sections) {
            blank();
            paragraph(section.heading, 0, 2, true);
            for (auto const& group : section.groups) {
                if (!group.heading.empty()) paragraph(group.heading, 2, 4);
                for (auto const& l : group.lines) statement(l, group.heading.empty() ? 2 : 4);
            }
        }
        blank();
        for (auto const& f : answer_.foot) paragraph(f);
        return std::move(out_);
    }
};

}  // namespace render_detail

/// The answer for a terminal; no line is longer than the page is wide.
inline std::string plain_text(answer const& a, text_options options = {}) {
    return render_detail::answer_text{a, options}.write();
}

/// The answer as markdown: a heading for each section, a list of statements under it.
[[nodiscard]] inline std::string markdown(answer const& a) {
    std::string out = "# " + markdown_escaped(a.title) + "\n\n";
    for (auto const& h : a.head) out += markdown_paragraph(h) + "\n\n";
    for (auto const& section : a.sections) {
        out += "## " + markdown_escaped(section.heading) + "\n\n";
        for (auto const& group : section.groups) {
            if (!group.heading.empty()) out += "### " + markdown_escaped(group.heading) + "\n\n";
            for (auto const& l : group.lines) {
                auto const text = markdown_escaped(l.text);
                out += "- " + (l.is_warning ? "**" + text + "**" : text);
                for (auto const& b : l.behind) out += "  \n  " + markdown_escaped(b);
                if (!l.id.empty()) out += " `#" + l.id + '`';
                out += '\n';
            }
            out += '\n';
        }
    }
    for (auto const& f : a.foot) out += "> " + markdown_paragraph(f) + "\n>\n";
    if (!a.foot.empty()) out.resize(out.size() - 2);
    return out;
}

}  // namespace treatise::inline v0_3
