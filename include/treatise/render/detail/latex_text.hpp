// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/width.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

// Text in which nothing is a command of LaTeX.
namespace treatise::inline v0_3::render_detail {

struct latex_character {
    char32_t value;
    std::string_view text;
};

// clang-format off
// Signs that read as LaTeX, or that LaTeX knows only by a command; in order of their numbers.
inline constexpr latex_character latex_characters[]{
    {'"', "\\textquotedbl{}"}, {'#', "\\#"}, {'$', "\\$"}, {'%', "\\%"}, {'&', "\\&"}, {'*', "{*}"}, {'<', "\\textless{}"},
    {'>', "\\textgreater{}"}, {'[', "{[}"}, {'\\', "\\textbackslash{}"}, {']', "{]}"}, {'^', "\\textasciicircum{}"}, {'_', "\\_"},
    {'`', "\\textasciigrave{}"}, {'{', "\\{"}, {'|', "\\textbar{}"}, {'}', "\\}"}, {'~', "\\textasciitilde{}"}, {0xA0, "~"},
    {0xA7, "\\S{}"}, {0xAD, "\\-"}, {0xB5, "\\ensuremath{\\mu}"}, {0x393, "\\ensuremath{\\Gamma}"},
    {0x394, "\\ensuremath{\\Delta}"}, {0x3A3, "\\ensuremath{\\Sigma}"}, {0x3A9, "\\ensuremath{\\Omega}"},
    {0x3B1, "\\ensuremath{\\alpha}"}, {0x3B2, "\\ensuremath{\\beta}"}, {0x3B3, "\\ensuremath{\\gamma}"},
    {0x3B4, "\\ensuremath{\\delta}"}, {0x3B5, "\\ensuremath{\\varepsilon}"}, {0x3B6, "\\ensuremath{\\zeta}"},
    {0x3B7, "\\ensuremath{\\eta}"}, {0x3B8, "\\ensuremath{\\theta}"}, {0x3B9, "\\ensuremath{\\iota}"},
    {0x3BA, "\\ensuremath{\\kappa}"}, {0x3BB, "\\ensuremath{\\lambda}"}, {0x3BC, "\\ensuremath{\\mu}"},
    {0x3BD, "\\ensuremath{\\nu}"}, {0x3BE, "\\ensuremath{\\xi}"}, {0x3C0, "\\ensuremath{\\pi}"}, {0x3C1, "\\ensuremath{\\rho}"},
    {0x3C3, "\\ensuremath{\\sigma}"}, {0x3C4, "\\ensuremath{\\tau}"}, {0x3C5, "\\ensuremath{\\upsilon}"},
    {0x3C6, "\\ensuremath{\\varphi}"}, {0x3C7, "\\ensuremath{\\chi}"}, {0x3C8, "\\ensuremath{\\psi}"},
    {0x3C9, "\\ensuremath{\\omega}"}, {0x2009, "\\,"}, {0x200B, ""}, {0x200C, ""}, {0x200D, ""}, {0x200E, ""}, {0x200F, ""},
    {0x2010, "-"}, {0x2011, "\\mbox{-}"}, {0x2013, "\\textendash{}"}, {0x2014, "\\textemdash{}"}, {0x2018, "\\textquoteleft{}"},
    {0x2019, "\\textquoteright{}"}, {0x201A, "\\quotesinglbase{}"}, {0x201C, "\\textquotedblleft{}"},
    {0x201D, "\\textquotedblright{}"}, {0x201E, "\\quotedblbase{}"}, {0x2020, "\\textdagger{}"}, {0x2021, "\\textdaggerdbl{}"},
    {0x2022, "\\textbullet{}"}, {0x2026, "\\ldots{}"}, {0x202F, "\\,"}, {0x2030, "\\textperthousand{}"},
    {0x2032, "\\ensuremath{'}"}, {0x2033, "\\ensuremath{''}"}, {0x2044, "/"}, {0x2060, ""}, {0x2070, "\\textsuperscript{0}"},
    {0x2074, "\\textsuperscript{4}"}, {0x2075, "\\textsuperscript{5}"}, {0x2076, "\\textsuperscript{6}"},
    {0x2077, "\\textsuperscript{7}"}, {0x2078, "\\textsuperscript{8}"}, {0x2079, "\\textsuperscript{9}"},
    {0x207B, "\\ensuremath{^{-}}"}, {0x2080, "\\ensuremath{_0}"}, {0x2081, "\\ensuremath{_1}"}, {0x2082, "\\ensuremath{_2}"},
    {0x2083, "\\ensuremath{_3}"}, {0x2084, "\\ensuremath{_4}"}, {0x2085, "\\ensuremath{_5}"}, {0x2086, "\\ensuremath{_6}"},
    {0x2087, "\\ensuremath{_7}"}, {0x2088, "\\ensuremath{_8}"}, {0x2089, "\\ensuremath{_9}"}, {0x20AC, "\\texteuro{}"},
    {0x2122, "\\texttrademark{}"}, {0x2190, "\\ensuremath{\\leftarrow}"}, {0x2191, "\\ensuremath{\\uparrow}"},
    {0x2192, "\\ensuremath{\\rightarrow}"}, {0x2193, "\\ensuremath{\\downarrow}"}, {0x2194, "\\ensuremath{\\leftrightarrow}"},
    {0x2206, "\\ensuremath{\\Delta}"}, {0x2212, "\\ensuremath{-}"}, {0x221A, "\\ensuremath{\\surd}"},
    {0x221E, "\\ensuremath{\\infty}"}, {0x2248, "\\ensuremath{\\approx}"}, {0x2260, "\\ensuremath{\\neq}"},
    {0x2261, "\\ensuremath{\\equiv}"}, {0x2264, "\\ensuremath{\\leq}"}, {0x2265, "\\ensuremath{\\geq}"}, {0xFE0F, ""},
    {0xFEFF, ""},
};

// Marks that combine with the letter before them.
inline constexpr latex_character latex_accents[]{
    {0x300, "\\`"}, {0x301, "\\'"}, {0x302, "\\^"}, {0x303, "\\~"}, {0x304, "\\="}, {0x306, "\\u"}, {0x307, "\\."},
    {0x308, "\\\""}, {0x30A, "\\r"}, {0x30B, "\\H"}, {0x30C, "\\v"}, {0x323, "\\d"}, {0x327, "\\c"}, {0x328, "\\k"},
};

// What every LaTeX of the last years prints with T1 fonts, besides ASCII.
inline constexpr character_range latex_letters[]{
    {0xA1, 0x125}, {0x128, 0x137}, {0x139, 0x13E}, {0x141, 0x148}, {0x14A, 0x165}, {0x168, 0x17E}, {0x218, 0x21B},
};
// clang-format on

template <std::size_t N>
[[nodiscard]] constexpr latex_character const* find_in(latex_character const (&all)[N], char32_t c) {
    auto const at = std::lower_bound(all, all + N, c, [](auto const& entry, char32_t v) { return entry.value < v; });
    return at != all + N && at->value == c ? at : nullptr;
}

/// "795E", "1F48A": at least four hexadecimal digits.
[[nodiscard]] inline std::string character_number(char32_t value) {
    std::string digits;
    for (; value != 0 || digits.size() < 4; value /= 16) digits.insert(digits.begin(), "0123456789ABCDEF"[value % 16]);
    return digits;
}

/// Two of them would be printed as one.
[[nodiscard]] constexpr bool joins_its_like(char32_t c) { return c == '-' || c == '\'' || c == ','; }
[[nodiscard]] constexpr bool is_ascii_letter(char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// Text in which nothing is a command. A character that pdfLaTeX has no letter for prints as its number; other engines
/// print it where their font has it, and as its number where not.
[[nodiscard]] inline std::string latex_escaped(std::string_view text) {
    std::string made;
    std::size_t letter = 0;  // where the last character begins
    char32_t last = 0;
    unsigned together = 0;   // characters since the last space
    each_printed(text, [&](character c, std::string_view bytes) {
        auto const accent = find_in(latex_accents, c.value);
        together = c.value == U' ' ? 0 : together + (accent ? 0 : 1);
        if (together > 16 && !accent) {  // a long word may break where it does not fit into a column
            made += "\\penalty5000{}";
            together = 1;
        }
        auto const begin = made.size();
        bool const on_letter = is_ascii_letter(last);
        if (accent && on_letter) {
            made.insert(letter, std::string{accent->text} + "{").append("}");
        } else if (auto const sign = find_in(latex_characters, c.value)) {
            made += sign->text;
        } else if (c.value < 0x80) {
            if (c.value == last && joins_its_like(last)) made += "{}";  // no ligature
            made += bytes;
        } else if (is_in(latex_letters, c.value)) {
            made += bytes;
        } else {
            made.append("\\treatisechar{").append(character_number(c.value)).append("}{").append(bytes).append("}");
        }
        letter = begin;
        last = accent && on_letter ? 0 : c.value;
    });
    return made;
}

/// An address as printed text that may break behind its signs.
[[nodiscard]] inline std::string latex_address(std::string_view link) {
    std::string made;
    while (!link.empty()) {
        auto const piece = link.substr(0, (std::min)(link.find_first_of("/.-_=&?"), link.size() - 1) + 1);
        made.append(latex_escaped(piece)).append("\\allowbreak{}");
        link.remove_prefix(piece.size());
    }
    return made;
}

}  // namespace treatise::inline v0_3::render_detail
