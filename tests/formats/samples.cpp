// SPDX-License-Identifier: BSL-1.0
#include <treatise/render/formats/csv.hpp>
#include <treatise/render/formats/html.hpp>
#include <treatise/render/formats/latex.hpp>
#include <treatise/render/formats/markdown.hpp>

#include "sheet_fixture.hpp"

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>
#endif

#include <fstream>
#include <iostream>
#include <string>

/// Writes the sheets of the fixture in every format, into the folder that is given.
int main(int argc, char** argv) {
    if (argc != 2) return 2;
    bool written = true;
    auto const write = [&](std::string const& name, std::string const& text) {
        std::ofstream out{std::string{argv[1]} + '/' + name, std::ios::binary};
        written = written && out << text && out.flush();
    };
    for (auto const& [name, sheet] : {std::pair{"handout", sheets::handout()}, std::pair{"nasty", sheets::nasty()}}) {
        std::string const file{name};
        write(file + ".html", html_page(sheet));
        write(file + ".md", markdown(sheet));
        write(file + ".tex", latex(sheet));
        write(file + "_part.tex",
            "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage[utf8]{inputenc}\n\\usepackage{array,booktabs}\n"
            "\\begin{document}\n" +
                latex(sheet, {.document = false}) + "\\end{document}\n");
        write(file + "_slides.tex",
            "\\documentclass{beamer}\n\\usepackage[T1]{fontenc}\n\\usepackage[utf8]{inputenc}\n\\usepackage{array,booktabs}\n"
            "\\begin{document}\n\\begin{frame}[allowframebreaks]\n" +
                latex(sheet, {.document = false}) + "\\end{frame}\n\\end{document}\n");
    }
    write("two.html", "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Two</title></head><body>\n" + html(sheets::handout()) +
                          html(sheets::nasty()) + "</body></html>\n");
    write("patient.html", html_page(sheets::for_patients()));
#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
    namespace np = treatise::neuropathic_pain;
    for (auto const& v : treatise::views::all) {
        treatise::scope s;
        if (v.least_options != 0) s.options = {np::amitriptyline, np::duloxetine, np::pregabalin};
        auto const c = treatise::compare(np::knowledge, np::painful_diabetic_neuropathy, v, s);
        std::string const file = "pdn-" + std::string{v.key};
        write(file + ".csv", csv(c));
        write(file + ".html", html_page(treatise::lay_out(c)));
    }
#endif
    if (!written) std::cerr << "cannot write to " << argv[1] << '\n';
    return written ? 0 : 1;
}
