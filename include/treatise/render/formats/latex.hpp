// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/address.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/latex_text.hpp>
#include <treatise/render/detail/page_columns.hpp>
#include <treatise/render/format_options.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace render_detail {

class latex_table {
    sheet const& sheet_;
    bool document_ = true;
    std::string columns_{};  // how wide each is
    std::string out_{};

public:
    explicit latex_table(sheet const& s) : sheet_{s} {}

    std::string write(bool document) && {
        document_ = document;
        if (document)
            put(R"(\documentclass[10pt]{article}
\usepackage[a4paper,landscape,margin=10mm,includefoot,footskip=6mm]{geometry}
\ifdefined\Umathchar\else
  \usepackage[T1]{fontenc}
  \usepackage[utf8]{inputenc}
  \usepackage{textcomp}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\fi
\usepackage{array,booktabs,longtable}
\usepackage[hidelinks]{hyperref}
\setlength\parindent{0pt}
\setlength\parskip{2pt}
\begin{document}
)");
        put(R"(\providecommand\treatisenumber[1]{{\tiny U+#1}\hspace{1pt}}
\providecommand\treatisechar[2]{\ifdefined\Umathchar\iffontchar\font"#1 #2\else\treatisenumber{#1}\fi\else\treatisenumber{#1}\fi}
\providecommand\href[2]{#2}
\begingroup\raggedright\footnotesize
)");
        put("{\\large\\bfseries ", latex_escaped(sheet_.title), "\\par}\n");
        for (auto const& p : sheet_.head) put(latex_escaped(p), "\\par\n");
        for (auto const& p : sheet_.fixed) put("\\textbf{", latex_escaped(p), "}\\par\n");
        table();
        for (auto const& b : sheet_.blocks) block(b);
        for (auto const& entry : sheet_.legend)
            put("\\textbf{", latex_escaped(entry.sign), "}~ ", latex_escaped(entry.meaning), "\\par\n");
        sources();
        if (!sheet_.behind.empty()) put("\\textbf{", latex_escaped(sheet_.behind_heading), "}");
        for (auto const& p : sheet_.behind) put(" ", latex_escaped(p));
        put(sheet_.behind.empty() ? "" : "\\par\n");
        put("\\endgroup\n");
        if (document) put("\\end{document}\n");
        return std::move(out_);
    }

private:
    template <class... Texts>
    void put(Texts const&... texts) {
        (out_.append(texts), ...);
    }
    void statement(sheet_statement const& s) {
        put(latex_escaped(s.text + numbers_behind(sheet_, s)));
        if (s.interest) put(latex_escaped(interest_sign));
    }
    void cell(sheet_cell const& of) {
        bool any = false;
        each_statement(of, [&](sheet_statement const& s, bool goes_on) {
            put(!any ? "" : goes_on ? "; " : "\\newline ");
            statement(s);
            any = true;
        });
    }
    void block(sheet_block const& b) {
        if (!b.heading.empty()) put("\\textbf{", latex_escaped(b.heading), "}\\par\n");
        bool open = false;
        for (auto const& s : b.lines) {
            put(s.goes_on && open ? "; " : open ? "\\par\n" : "");
            statement(s);
            open = true;
        }
        if (open) put("\\par\n");
    }

    void begin() { put("\\begin{", document_ ? "longtable" : "tabular", "}{", columns_, "}\n"); }
    void end() { put("\\end{", document_ ? "longtable" : "tabular", "}", document_ ? "\n" : "\\par\n"); }

    /// A longtable that repeats its headings; in a part of a document a tabular a row, so that slides and columns can break.
    void table() {
        if (sheet_.columns.empty() || sheet_.sections.empty()) return;
        auto const widths = column_widths(sheet_);
        std::size_t all = 0;
        for (auto w : widths) all += w;
        for (auto w : widths)
            columns_.append(">{\\raggedright\\arraybackslash}p{\\dimexpr 0.")
                .append(std::to_string(1000 + w * 1000 / all).substr(1))  // three digits
                .append("\\linewidth-2\\tabcolsep\\relax}");
        put("\\setlength\\tabcolsep{3pt}\n");
        begin();
        put("\\toprule\n");
        for (std::size_t c = 0; c != sheet_.columns.size(); ++c)
            put(c == 0 ? "" : " & ", "\\textbf{", latex_escaped(sheet_.columns[c]), "}");
        put(" \\\\\n\\midrule\n", document_ ? "\\endhead\n\\bottomrule\n\\endfoot\n" : "");
        if (!document_) end();
        bool first = true;
        for (auto const& section : sheet_.sections) {
            heading(section.heading, first);
            bool follows = false;
            for (auto const& row : section.rows) {
                if (document_ && std::exchange(follows, true)) put("\\specialrule{.1pt}{1pt}{1pt}\n");
                table_row(row);
            }
            first = false;
        }
        if (document_) end();
    }
    void heading(std::string const& text, bool first) {
        if (text.empty()) return;
        if (!document_)
            put("\\textbf{", latex_escaped(text), "}\\par\n");
        else
            put(first ? "" : "\\addlinespace\n", "\\multicolumn{", std::to_string(sheet_.columns.size()),
                "}{p{\\dimexpr\\linewidth-2\\tabcolsep\\relax}}{\\textbf{", latex_escaped(text), "}} \\\\*\n");
    }
    void table_row(sheet_row const& row) {
        if (!document_) begin();
        for (std::size_t c = 0; c != sheet_.columns.size(); ++c) {
            put(c == 0 ? "" : " & ");
            cell(cell_at(row, c));
        }
        put(" \\\\\n");
        if (document_) return;
        put("\\midrule[.1pt]\n");
        end();
    }

    /// An address as a link; what is none of the web as text.
    void link(std::string const& address) {
        if (!is_web_address(address)) {
            put(latex_address(address));
            return;
        }
        put("\\href{");
        for (char c : encoded_address(address)) {
            if (c == '$' || c == '~')
                put(c == '$' ? "\\%24" : "\\%7E");
            else
                put(c == '%' || c == '#' || c == '&' || c == '_' ? "\\" : "", std::string_view{&c, 1});
        }
        put("}{", latex_address(address), "}");
    }
    void sources() {
        if (sheet_.sources.empty()) return;
        put("\\textbf{", latex_escaped(sheet_.sources_heading), "}\\par\n");
        for (std::size_t i = 0; i != sheet_.sources.size(); ++i) {
            auto const& source = sheet_.sources[i];
            put(latex_escaped(source_lead(sheet_, i) + source.label), source.citation.empty() ? "" : ": ",
                latex_escaped(source.citation));
            if (!source.link.empty()) put(" ");
            link(source.link);
            if (!source.interest.empty()) put(" ", latex_escaped(interest_sign), " ", latex_escaped(source.interest));
            put("\\par\n");
        }
    }
};

}  // namespace render_detail

/// The table in LaTeX, with booktabs and a longtable that repeats its headings, for pdfLaTeX; run it twice for even columns. A
/// part of a document has no longtable, so that it stands in a frame of beamer (allowframebreaks) or in a column.
[[nodiscard]] inline std::string latex(sheet const& s, latex_options options = {}) {
    return render_detail::latex_table{s}.write(options.document);
}

}  // namespace treatise::inline v0_3
