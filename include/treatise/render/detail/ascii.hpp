// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/characters.hpp>
#include <treatise/render/joined.hpp>
#include <treatise/render/sheet.hpp>

#include <string>
#include <string_view>

// Text for a terminal that prints ASCII alone.
namespace treatise::inline v0_3::render_detail {

/// What is written for each character of `from`.
struct ascii_replacement {
    std::string_view from, to;
};

// Names lose their accents, as bibliographies write them: "Tölle" is found as "Tolle".
// clang-format off
inline constexpr ascii_replacement ascii_replacements[]{
    {"·•–−‐‑", "-"}, {"—", "--"}, {"‘’‚′", "'"}, {"“”„«»″", "\""}, {"\u00A0\u2009\u202F", " "}, {"…", "..."},
    {"≤", "<="}, {"≥", ">="}, {"≈", "~"}, {"×", "x"}, {"÷", "/"}, {"±", "+/-"}, {"→", "->"}, {"←", "<-"},
    {"½", "1/2"}, {"¼", "1/4"}, {"¾", "3/4"}, {"²", "^2"}, {"³", "^3"}, {"∞", "infinity"}, {"°", " deg"}, {"‰", " per mille"},
    {"®", "(R)"}, {"™", "(TM)"}, {"©", "(C)"}, {"€", "EUR "}, {"£", "GBP "}, {"µ", "u"},
    {"ÀÁÂÃÄÅĀĂĄ", "A"}, {"àáâãäåāăąª", "a"}, {"Æ", "AE"}, {"æ", "ae"}, {"ÇĆĈĊČ", "C"}, {"çćĉċč", "c"}, {"ÐĎĐ", "D"}, {"ðďđ", "d"},
    {"ÈÉÊËĒĔĖĘĚ", "E"}, {"èéêëēĕėęě", "e"}, {"ĜĞĠĢ", "G"}, {"ĝğġģ", "g"}, {"ĤĦ", "H"}, {"ĥħ", "h"}, {"ÌÍÎÏĨĪĬĮİ", "I"},
    {"ìíîïĩīĭįı", "i"}, {"Ĵ", "J"}, {"ĵ", "j"}, {"Ķ", "K"}, {"ķ", "k"}, {"ĹĻĽĿŁ", "L"}, {"ĺļľŀł", "l"}, {"ÑŃŅŇ", "N"}, {"ñńņň", "n"},
    {"ÒÓÔÕÖØŌŎŐ", "O"}, {"òóôõöøōŏőº", "o"}, {"Œ", "OE"}, {"œ", "oe"}, {"ŔŖŘ", "R"}, {"ŕŗř", "r"}, {"ŚŜŞŠȘ", "S"}, {"śŝşšș", "s"},
    {"ß", "ss"}, {"ŢŤŦȚ", "T"}, {"ţťŧț", "t"}, {"Þ", "Th"}, {"þ", "th"}, {"ÙÚÛÜŨŪŬŮŰŲ", "U"}, {"ùúûüũūŭůűų", "u"}, {"Ŵ", "W"},
    {"ŵ", "w"}, {"ÝŶŸ", "Y"}, {"ýÿŷ", "y"}, {"ŹŻŽ", "Z"}, {"źżž", "z"},
    {"α", "alpha"}, {"β", "beta"}, {"γ", "gamma"}, {"δ", "delta"}, {"Δ", "Delta"}, {"κ", "kappa"}, {"μ", "mu"}, {"σ", "sigma"},
    {"\u200B\u200C\u200D\uFEFF", ""}, {"\uFFFD", "?"},
};
// clang-format on

/// "<U+4E2D>": what stands for a character of another script, so that none is lost in silence.
[[nodiscard]] inline std::string code_point(char32_t value) {
    std::string digits;
    for (; value != 0 || digits.size() < 4; value /= 16) digits.insert(digits.begin(), "0123456789ABCDEF"[value % 16]);
    return "<U+" + digits + ">";
}

[[nodiscard]] inline std::string ascii_of(character c, std::string_view bytes) {
    if (c.value < 0x80) return std::string{bytes};
    if (c.value >= 0x300 && c.value < 0x370) return {};  // the accent of the letter before
    for (auto const& [from, to] : ascii_replacements)
        if (from.find(bytes) != from.npos) return std::string{to};
    return code_point(c.value);
}

/// The text in ASCII alone: punctuation plain, letters without accents.
[[nodiscard]] inline std::string in_ascii(std::string_view text) {
    std::string made;
    each_printed(text, [&](character c, std::string_view bytes) {
        if (bytes == interest_sign)
            made += "(interest)";
        else
            made += ascii_of(c, bytes);
    });
    return made;
}

[[nodiscard]] inline sheet in_ascii(sheet s) {
    auto const one = [&](std::string& t) { t = in_ascii(std::string_view{t}); };
    auto const all = [&](auto& texts) {
        for (auto& t : texts) one(t);
    };
    auto const statements = [&](auto& told) {
        for (auto& statement : told) one(statement.text);
    };
    for (auto* text : {&s.title, &s.sources_heading, &s.behind_heading, &s.interest_word}) one(*text);
    for (auto* texts : {&s.head, &s.fixed, &s.columns, &s.behind}) all(*texts);
    for (auto& section : s.sections) {
        one(section.heading);
        for (auto& row : section.rows)
            for (auto& cell : row.cells) {
                one(cell.lead);
                all(cell.rest);
                statements(cell.statements);
            }
    }
    for (auto& block : s.blocks) {
        one(block.heading);
        statements(block.lines);
    }
    for (auto& entry : s.legend) {
        if (entry.sign != interest_sign) one(entry.sign);
        one(entry.meaning);
    }
    for (auto& source : s.sources)
        for (auto* text : {&source.label, &source.citation, &source.link, &source.interest}) one(*text);
    return s;
}

}  // namespace treatise::inline v0_3::render_detail
