// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/address.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// Text in which nothing is markup, on one line.
[[nodiscard]] inline std::string markdown_escaped(std::string_view text) {
    std::string made;
    each_printed(text, [&](character c, std::string_view bytes) {
        constexpr std::string_view markup = "\\|`*_[]~$";
        if (c.value == U'&')
            made += "&amp;";
        else if (c.value == U'<')
            made += "&lt;";
        else if (c.value == U'>')
            made += "&gt;";
        else
            made.append(bytes.size() == 1 && markup.find(bytes[0]) != markup.npos ? "\\" : "").append(bytes);
    });
    return made;
}

/// The same at the start of a line, where "1." begins a list, "#" a heading and "=" one that was the line before.
[[nodiscard]] inline std::string markdown_paragraph(std::string_view text) {
    auto made = markdown_escaped(text);
    auto const sign = made.find_first_not_of("0123456789");
    if (sign == made.npos) return made;
    bool const item = sign != 0 && (made[sign] == '.' || made[sign] == ')');
    if (item || (sign == 0 && std::string_view{"#-+=:"}.find(made[0]) != std::string_view::npos)) made.insert(sign, 1, '\\');
    return made;
}

namespace render_detail {

class markdown_page {
    sheet const& sheet_;
    std::string out_{};

public:
    explicit markdown_page(sheet const& s) : sheet_{s} {}

    std::string write() && {
        out_.append("# ").append(markdown_escaped(sheet_.title)).append("\n\n");
        paragraphs(sheet_.head);
        for (auto const& f : sheet_.fixed) out_.append("> ").append(markdown_paragraph(f)).append("\n>\n");
        if (!sheet_.fixed.empty()) out_ += '\n';
        table();
        for (auto const& b : sheet_.blocks) block(b);
        legend();
        sources();
        behind();
        while (out_.ends_with("\n\n")) out_.pop_back();
        return std::move(out_);
    }

private:
    void paragraphs(std::vector<std::string> const& texts) {
        for (auto const& t : texts) out_.append(markdown_paragraph(t)).append("\n\n");
    }
    std::string statement(sheet_statement const& s, bool begins_line = false) const {
        auto const text = s.text + numbers_behind(sheet_, s);
        auto made = begins_line ? markdown_paragraph(text) : markdown_escaped(text);
        return s.interest ? made.append(interest_sign) : made;
    }
    std::string cell(sheet_cell const& of) const {
        std::string made;
        each_statement(of, [&](sheet_statement const& s, bool goes_on) {
            made.append(made.empty() ? "" : goes_on ? "; " : "<br>").append(statement(s));
        });
        return made;
    }

    void table() {
        if (sheet_.columns.empty() || sheet_.sections.empty()) return;
        for (auto const& heading : sheet_.columns) out_.append("| ").append(markdown_escaped(heading)).append(" ");
        out_ += "|\n";
        for (std::size_t c = 0; c != sheet_.columns.size(); ++c) out_ += "|:--";
        out_ += "|\n";
        for (auto const& section : sheet_.sections) {
            if (!section.heading.empty()) {
                out_.append("| **").append(markdown_escaped(section.heading)).append("** ");
                for (std::size_t c = 1; c < sheet_.columns.size(); ++c) out_ += "| ";
                out_ += "|\n";
            }
            for (auto const& row : section.rows) {
                for (std::size_t c = 0; c != sheet_.columns.size(); ++c) {
                    auto const text = cell(cell_at(row, c));
                    out_.append("| ").append(text).append(text.empty() ? "" : " ");
                }
                out_ += "|\n";
            }
        }
        out_ += '\n';
    }

    void block(sheet_block const& b) {
        if (!b.heading.empty()) out_.append("**").append(markdown_escaped(b.heading)).append("**\n\n");
        bool open = false;
        for (auto const& s : b.lines) {
            bool const begins = !s.goes_on || !open;
            out_.append(!begins ? "; " : open ? "\n- " : "- ").append(statement(s, begins));
            open = true;
        }
        if (open) out_ += "\n\n";
    }

    void legend() {
        for (auto const& entry : sheet_.legend)
            out_.append("- **")
                .append(markdown_escaped(entry.sign))
                .append("** ")
                .append(markdown_escaped(entry.meaning))
                .append("\n");
        if (!sheet_.legend.empty()) out_ += '\n';
    }

    void sources() {
        if (sheet_.sources.empty()) return;
        out_.append("**").append(markdown_escaped(sheet_.sources_heading)).append("**\n\n");
        for (std::size_t i = 0; i != sheet_.sources.size(); ++i) {
            auto const& source = sheet_.sources[i];
            out_.append("- ").append(markdown_paragraph(source_lead(sheet_, i) + source.label));
            if (!source.citation.empty()) out_.append(": ").append(markdown_escaped(source.citation));
            if (is_web_address(source.link))
                out_.append(" <").append(encoded_address(source.link)).append(">");
            else if (!source.link.empty())
                out_.append(" ").append(markdown_escaped(source.link));
            if (!source.interest.empty())
                out_.append(" ").append(interest_sign).append(" ").append(markdown_escaped(source.interest));
            out_ += '\n';
        }
        out_ += '\n';
    }

    void behind() {
        if (sheet_.behind.empty()) return;
        out_.append("**").append(markdown_escaped(sheet_.behind_heading)).append("**\n\n");
        paragraphs(sheet_.behind);
    }
};

}  // namespace render_detail

/// The table as GitHub Flavored Markdown: a pipe table with a line break between statements, sources as a list with links.
[[nodiscard]] inline std::string markdown(sheet const& s) { return render_detail::markdown_page{s}.write(); }

}  // namespace treatise::inline v0_3
