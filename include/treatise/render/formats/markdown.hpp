// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/address.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

struct markdown_options {
    std::string_view prefix{};  ///< of the names of footnotes, where a document holds several tables
};

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
    std::string_view prefix_;
    std::string out_{};
    std::array<bool, words_of<mark>.size()> marks_{};  // those that the table refers to
    std::vector<bool> footnotes_;

public:
    markdown_page(sheet const& s, std::string_view prefix) : sheet_{s}, prefix_{prefix}, footnotes_(s.footnotes.size()) {}

    std::string write() && {
        out_.append("# ").append(markdown_escaped(sheet_.title)).append("\n\n");
        for (std::size_t i = 0; i != sheet_.edition.size(); ++i)
            out_.append(i == 0 ? "" : " · ").append(markdown_paragraph(sheet_.edition[i]));
        if (!sheet_.edition.empty()) out_ += "\n\n";
        if (!sheet_.notice.empty()) out_.append("> ").append(markdown_paragraph(sheet_.notice)).append("\n\n");
        paragraphs(sheet_.head);
        table();
        paragraphs(sheet_.after);
        legend();
        notes();
        paragraphs(sheet_.counts);
        sources();
        while (out_.ends_with("\n\n")) out_.pop_back();
        return std::move(out_);
    }

private:
    void paragraphs(std::vector<std::string> const& texts) {
        for (auto const& t : texts) out_.append(markdown_paragraph(t)).append("\n\n");
    }

    std::string reference(std::string_view name) const {
        std::string made{"[^"};
        if (!prefix_.empty()) made.append(prefix_).append("-");
        return made.append(name).append("]");
    }
    bool is_used(mark m) const { return marks_[place_of(m)]; }
    static std::string_view name_of(mark m) {
        auto word = ascii_signs[m];
        return word.substr(1, word.size() - 2);
    }

    /// Renderers print a raised number, which must not read as part of a figure or of the number before it.
    void refer(std::string& text, std::string_view name) const {
        if (!text.empty() && ((text.back() >= '0' && text.back() <= '9') || text.back() == ']')) text += ' ';
        text += reference(name);
    }

    std::string cell(sheet_cell const& of) {
        std::string made;
        std::string_view separator;
        for (auto const& statement : of.statements) {
            made.append(separator).append(markdown_escaped(statement.text));
            for (auto n : statement.sources) made.append(" ").append(markdown_escaped(source_label(n)));
            for (auto m : statement.marks) {
                refer(made, name_of(m));
                marks_[place_of(m)] = true;
            }
            for (auto f : statement.footnotes) {
                refer(made, footnote_label(f));
                if (f < footnotes_.size()) footnotes_[f] = true;
            }
            separator = separator_after(statement.text);
        }
        if (of.more != 0)
            made.append(made.empty() ? "" : " ").append(markdown_escaped(sheet_.more_sign)).append(std::to_string(of.more));
        return made;
    }

    void table() {
        if (sheet_.columns.empty()) return;
        for (auto const& heading : sheet_.columns) out_.append("| ").append(markdown_escaped(heading)).append(" ");
        out_ += "|\n";
        for (std::size_t c = 0; c != sheet_.columns.size(); ++c) out_ += "|:--";
        out_ += "|\n";
        for (auto const& section : printed_sections(sheet_)) {
            if (!section.heading.empty()) {
                out_.append("| **").append(markdown_escaped(section.heading)).append("** ");
                for (std::size_t c = 1; c < sheet_.columns.size(); ++c) out_ += "| ";
                out_ += "|\n";
            }
            for (auto const& row : section.rows) {
                for (std::size_t c = 0; c != sheet_.columns.size(); ++c) {
                    auto const text = cell(cell_at(row, c));
                    bool const italic = c == 0 && row.role == row_role::pooled && !text.empty();
                    out_.append("| ").append(c == 0 ? lead_of(row) : "").append(italic ? "*" : "").append(text);
                    out_.append(italic ? "* " : text.empty() ? "" : " ");
                }
                out_ += "|\n";
            }
        }
        out_ += '\n';
    }

    /// What marks mean stands in footnotes; the other entries are a list.
    void legend() {
        bool any = false;
        for (auto const& entry : sheet_.legend) {
            if (auto const m = mark_of(entry); m && is_used(*m)) continue;
            out_.append("- **")
                .append(markdown_escaped(entry.sign))
                .append("** ")
                .append(markdown_escaped(entry.meaning))
                .append("\n");
            any = true;
        }
        if (any) out_ += '\n';
    }

    /// A renderer drops a footnote that nothing refers to; such a one is a paragraph.
    void notes() {
        for (auto m : all_marks) {
            if (!is_used(m)) continue;
            auto const meaning = meaning_of(sheet_, m);
            out_.append(reference(name_of(m))).append(": ").append(mark_signs{}[m] == "*" ? "\\*" : mark_signs{}[m]).append(" ");
            out_.append(markdown_escaped(meaning.empty() ? name_of(m) : meaning)).append("\n");
        }
        std::string unused;
        for (std::size_t i = 0; i != sheet_.footnotes.size(); ++i) {
            auto const label = footnote_label(i);
            auto const note = markdown_escaped(sheet_.footnotes[i]);
            if (footnotes_[i])
                out_.append(reference(label)).append(": ").append(note.empty() ? "&nbsp;" : note).append("\n");
            else
                unused.append("\\[").append(label).append("\\] ").append(note).append("\n\n");
        }
        if (!out_.ends_with("\n\n")) out_ += '\n';
        out_ += unused;
    }

    void sources() {
        if (!sheet_.sources_heading.empty()) out_.append("**").append(markdown_escaped(sheet_.sources_heading)).append("**\n\n");
        for (std::size_t i = 0; i != sheet_.sources.size(); ++i) {
            auto const& source = sheet_.sources[i];
            out_.append("- ").append(markdown_paragraph(source_lead(sheet_, i) + source.label));
            if (!source.citation.empty()) out_.append(": ").append(markdown_escaped(source.citation));
            if (is_web_address(source.link))
                out_.append(" <").append(encoded_address(source.link)).append(">");
            else if (!source.link.empty())
                out_.append(" ").append(markdown_escaped(source.link));
            if (!source.interest.empty())
                out_.append(" ").append(mark_signs{}.interest).append(" ").append(markdown_escaped(source.interest));
            out_ += '\n';
        }
    }
};

}  // namespace render_detail

/// The table as GitHub Flavored Markdown: a pipe table, signs and notes as footnotes, sources as a list with links.
inline std::string markdown(sheet const& s, markdown_options options = {}) {
    return render_detail::markdown_page{s, options.prefix}.write();
}

}  // namespace treatise::inline v0_3
