// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/words/english.hpp>

#include <cstddef>
#include <string_view>

namespace treatise::inline v0_3 {

namespace words_detail {

/// The places {0} to {9} of a message, a bit each.
constexpr unsigned places_of(std::string_view form) {
    unsigned found = 0;
    for (std::size_t i = 0; i + 2 < form.size(); ++i)
        if (form[i] == '{' && form[i + 1] >= '0' && form[i + 1] <= '9' && form[i + 2] == '}') found |= 1u << (form[i + 1] - '0');
    return found;
}

template <language const& L, message M>
concept has_words = !L[M].empty();
template <language const& L, message M>
concept has_the_places_of_english = places_of(L[M]) == places_of(english[M]);

template <language const& L, message M>
    requires has_words<L, M> && has_the_places_of_english<L, M>
struct whole_message {};

/// The messages from First to before Last, by halves, so that what a compiler says stays short.
template <language const& L, std::size_t First, std::size_t Last>
struct whole_messages : whole_messages<L, First, First + (Last - First) / 2>,
                        whole_messages<L, First + (Last - First) / 2, Last> {};
template <language const& L, std::size_t First>
struct whole_messages<L, First, First + 1> : whole_message<L, static_cast<message>(First)> {};

}  // namespace words_detail

/// Whether a language of one's own is whole; what a compiler says where it is not names the message.
///
/// `static_assert(treatise::is_complete<my_language>);` for a language with static storage.
template <language const& L>
inline constexpr bool is_complete = [] {
    bool whole = !L.code.empty() && (L.direction == "ltr" || L.direction == "rtl");
    for (auto month : L.months) whole = whole && !month.empty();
    return sizeof(words_detail::whole_messages<L, 0, message_count>) != 0 && whole;
}();

}  // namespace treatise::inline v0_3
