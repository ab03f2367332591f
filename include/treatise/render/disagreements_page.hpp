// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/answers_page.hpp>
#include <treatise/render/told_disagreements.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Where sources differ, on a page: plain text for a terminal, or markdown with a table a group.
namespace treatise::inline v0_3 {

namespace render_detail {

class disagreements_text {
    told_disagreements const& told_;
    text_options options_;
    std::string out_{};
    unsigned used_ = 0;  ///< columns of the last line

    std::string plain(std::string_view text) const { return options_.ascii ? in_ascii(text) : printed(text); }
    void line(std::string_view text, bool bold = false) {
        used_ = display_width(text);
        if (bold && options_.colour)
            out_.append("\x1b[1m").append(text).append("\x1b[0m\n");
        else
            out_.append(text).append("\n");
    }
    void blank() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }
    /// `lead` before the first line, as many spaces as it is wide before the others.
    void paragraph(std::string_view text, std::string_view lead = {}, bool bold = false) {
        auto const hang = display_width(lead);
        std::string before{lead};
        for (auto const& l : filled(plain(text), options_.width - hang)) {
            line(before + l, bold);
            before.assign(hang, ' ');
        }
    }
    /// Where there is room, `right` ends the last line that was written; else it has its own.
    void at_the_right(std::string_view right, std::string_view indent) {
        if (right.empty()) return;
        auto const width = display_width(right);
        if (used_ + 2 + width <= options_.width) {
            out_.pop_back();
            out_.append(options_.width - used_ - width, ' ').append(right).append("\n");
        } else {
            unsigned longest = 0;  // an id is not broken
            for (std::size_t first = 0; first < right.size();) {
                auto const last = (std::min)(right.find(' ', first), right.size());
                longest = (std::max)(longest, display_width(right.substr(first, last - first)));
                first = last + 1;
            }
            paragraph(right, longest + indent.size() <= options_.width ? indent : std::string_view{});
        }
    }

    static std::string ids(told_side const& s) {
        std::string all;
        for (auto const& id : s.ids) (all += all.empty() ? "#" : " #") += id;
        return all;
    }
    void side(told_side const& s, std::string const& indent, unsigned stance_width) {
        std::string lead = indent;
        if (stance_width != 0) {
            auto const stance = plain(s.stance);
            lead += stance + std::string(stance_width - display_width(stance), ' ');
        } else if (!s.stance.empty()) {
            paragraph(s.stance, indent);
            lead += "  ";
        }
        paragraph(s.source + ": " + s.statement(), lead);
        std::string const in(display_width(lead), ' ');
        for (auto const* more : {&s.measure, &s.whom, &s.note, &s.restated})
            if (!more->empty()) paragraph(*more, in);
        at_the_right(ids(s), in);
    }

    void group(told_disagreement const& g) {
        blank();
        auto const number = std::to_string(g.number) + "  ";
        std::string const indent(number.size(), ' ');
        paragraph(g.question, number);
        at_the_right(g.years, indent);
        unsigned width = 0;
        for (auto const& s : g.sides) width = (std::max)(width, display_width(plain(s.stance)) + 2);
        if (width + indent.size() + 36 > options_.width) width = 0;  // too narrow: the stance has its own line
        for (auto const& s : g.sides) side(s, indent, width);
        if (!g.also.empty()) paragraph(g.also, indent);
        for (auto const& c : g.context) {
            paragraph(c.heading, indent);
            for (auto s : c.sides) {
                s.stance.clear();
                side(s, indent + "  ", 0);
            }
            if (!c.rest.empty()) paragraph(c.rest, indent + "  ");
        }
    }

public:
    disagreements_text(told_disagreements const& t, text_options o) : told_{t}, options_{o} {
        options_.width = (std::max)(options_.width, 40u);
    }

    std::string write() && {
        paragraph(told_.title, {}, true);
        at_the_right(told_.counts, {});
        for (auto const& h : told_.head) paragraph(h);
        for (auto const& section : told_.sections) {
            blank();
            paragraph(section.heading, {}, true);
            for (auto const& g : section.groups) group(g);
        }
        blank();
        for (auto const& a : told_.after) paragraph(a);
        blank();
        for (auto const& f : told_.foot) paragraph(f);
        return std::move(out_);
    }
};

[[nodiscard]] inline std::string markdown_side(told_side const& s) {
    auto cell = markdown_escaped(s.statement());
    for (auto const* more : {&s.measure, &s.note})
        if (!more->empty()) cell.append("; ").append(markdown_escaped(*more));
    return cell;
}
[[nodiscard]] inline std::string markdown_source(told_side const& s) {
    return markdown_escaped(s.restated.empty() ? s.source : s.source + ", " + s.restated);
}
[[nodiscard]] inline std::string markdown_ids(told_side const& s) {
    std::string all;
    for (auto const& id : s.ids) all.append(all.empty() ? "`#" : " `#").append(id).append("`");
    return all;
}

/// The sides of one group as the rows of its table.
inline void markdown_sides(std::string& out, told_disagreement const& g) {
    for (auto const& s : g.sides)
        out += "| " + markdown_escaped(s.stance) + " | " + markdown_source(s) + " | " + markdown_side(s) + " | " +
               markdown_escaped(s.whom) + " | " + markdown_ids(s) + " |\n";
    out += '\n';
}
/// What the options of a group have said of them on other questions, as a list.
inline void markdown_context(std::string& out, told_context const& c) {
    out += markdown_paragraph(c.heading) + "\n\n";
    for (auto const& s : c.sides) out += "- " + markdown_source(s) + ": " + markdown_side(s) + ' ' + markdown_ids(s) + '\n';
    if (!c.rest.empty()) out += "- " + markdown_paragraph(c.rest) + '\n';
    out += '\n';
}
inline void markdown_group(std::string& out, told_disagreement const& g, std::span<std::string const> columns) {
    out += "### " + std::to_string(g.number) + "\\. " + markdown_escaped(g.question);
    out += (g.years.empty() ? "" : " (" + markdown_escaped(g.years) + ')') + "\n\n|";
    for (auto const& c : columns) out += ' ' + markdown_escaped(c) + " |";
    out += "\n|:--|:--|:--|:--|:--|\n";
    markdown_sides(out, g);
    if (!g.also.empty()) out += markdown_paragraph(g.also) + "\n\n";
    for (auto const& c : g.context) markdown_context(out, c);
}

}  // namespace render_detail

/// Where sources differ, for a terminal; no line is longer than the page is wide.
inline std::string plain_text(told_disagreements const& t, text_options options = {}) {
    return render_detail::disagreements_text{t, options}.write();
}

/// Where sources differ, as markdown: a table for each group, a row for each side.
[[nodiscard]] inline std::string markdown(told_disagreements const& t) {
    auto out = "# " + markdown_escaped(t.title) + "\n\n" + markdown_paragraph(t.counts) + "\n\n";
    for (auto const& h : t.head) out += markdown_paragraph(h) + "\n\n";
    for (auto const& section : t.sections) {
        out += "## " + markdown_escaped(section.heading) + "\n\n";
        for (auto const& g : section.groups) render_detail::markdown_group(out, g, t.columns);
    }
    for (auto const& a : t.after) out += markdown_paragraph(a) + "\n\n";
    for (auto const& f : t.foot) out += "> " + markdown_paragraph(f) + "\n>\n";
    if (!t.foot.empty()) out.resize(out.size() - 2);
    return out;
}

}  // namespace treatise::inline v0_3
