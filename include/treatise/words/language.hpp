// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/field_text.hpp>
#include <treatise/words/message.hpp>

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

/// The words of one language: a text for each message, and how it writes dates and names.
struct language {
    std::string_view code, direction;                      ///< "de"; "ltr" or "rtl"
    std::array<std::string_view, message_count> messages;  ///< from `every_message`
    std::array<std::string_view, 12> months;
    bool lowers_names_inside_sentences = false;

    constexpr std::string_view operator[](message m) const { return messages[static_cast<std::size_t>(m)]; }
};

struct message_text {
    message of;
    std::string_view text;
};

namespace words_detail {

// They are called where a language is not whole and have no body: what the compiler says names them and the message.
void this_message_has_no_text(char const* name);
void this_message_has_two_texts(char const* name);
void this_message_has_other_places_than_in_english(char const* name);
void a_language_needs_a_code_a_direction_and_twelve_months();

/// The places {0} to {9} of a message, a bit each.
[[nodiscard]] constexpr unsigned places_of(std::string_view form) {
    unsigned found = 0;
    for (std::size_t i = 0; i + 2 < form.size(); ++i)
        if (form[i] == '{' && form[i + 1] >= '0' && form[i + 1] <= '9' && form[i + 2] == '}') found |= 1u << (form[i + 1] - '0');
    return found;
}

/// Message by message instead of a loop, so that a compiler shows the line of the message at its error.
// NOLINTNEXTLINE(readability-function-cognitive-complexity): two checks a message, written by the macro
constexpr void check_texts(std::array<std::string_view, message_count> const& texts) {
#define TREATISE_MESSAGE(name, english)                                                 \
    if (auto const text = texts[static_cast<std::size_t>(message::name)]; text.empty()) \
        this_message_has_no_text(#name);                                                \
    else if (places_of(text) != places_of(english))                                     \
        this_message_has_other_places_than_in_english(#name);
#include <treatise/words/messages.def>
}

}  // namespace words_detail

/// The messages of a language from its lines, in any order. A message without a line, with two, or with other places than the
/// English one does not compile.
consteval std::array<std::string_view, message_count> every_message(std::initializer_list<message_text> lines) {
    std::array<std::string_view, message_count> texts{};
    texts.fill("");  // an element that was never written makes g++ 12 speak of something else than the message
    for (auto const& line : lines) {
        auto const i = static_cast<std::size_t>(line.of);
        if (!texts[i].empty()) words_detail::this_message_has_two_texts(message_rows[i].name);
        texts[i] = line.text;
    }
    words_detail::check_texts(texts);
    return texts;
}

/// Whether a language that was put together in another way is whole: `static_assert(treatise::is_complete<my_language>);` for one
/// with static storage. Where it is not, what the compiler says names the message.
template <language const& L>
inline constexpr bool is_complete = [] {
    words_detail::check_texts(L.messages);
    bool whole = !L.code.empty() && (L.direction == "ltr" || L.direction == "rtl");
    for (auto month : L.months) whole = whole && !month.empty();
    if (!whole) words_detail::a_language_needs_a_code_a_direction_and_twelve_months();
    return whole;
}();

/// A message with its places {0}, {1} ... filled.
[[nodiscard]] inline std::string say(language const& l, message m, std::initializer_list<std::string_view> values = {}) {
    std::string s;
    auto const form = l[m];
    for (std::size_t i = 0; i != form.size(); ++i) {
        if (form[i] == '{' && i + 2 < form.size() && form[i + 2] == '}') {
            auto const n = static_cast<std::size_t>(form[i + 1] - '0');
            if (n < values.size()) s += values.begin()[n];
            i += 2;
        } else {
            s += form[i];
        }
    }
    return s;
}

/// "22 Nov 2026", "Nov 2026" or "2026", as exact as the date is.
[[nodiscard]] inline std::string say(language const& l, date d) {
    if (!d) return std::string{l[message::not_reported]};
    if (d.is_unstated()) return std::string{l[message::unstated]};
    auto const year = std::to_string(d.year());
    if (d.month() < 1 || d.month() > 12) return year;
    auto const month = l.months[static_cast<std::size_t>(d.month() - 1)];
    return d.day() == 0 ? say(l, message::date_month, {month, year})
                        : say(l, message::date_day, {std::to_string(d.day()), month, year});
}

/// The digits as they were published: 7.10 stays 7.10. Where text runs from right to left, an invisible mark (U+200E) keeps
/// the minus sign in front of its number.
[[nodiscard]] inline std::string say(language const& l, decimal d) {
    if (d.is_absent()) return {};
    if (d.is_unstated()) return std::string{l[message::unstated]};
    if (d == decimal::infinity()) return "∞";
    auto const number = d == decimal::minus_infinity() ? "-∞" : digits(d);
    return l.direction == "rtl" && number.front() == '-' ? "\u200E" + number : number;
}

}  // namespace treatise::inline v0_3
