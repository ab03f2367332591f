// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace treatise::inline v0_3 {

/// Every word a person reads that is not a label of the knowledge base. Names and English texts stand in messages.def, once.
enum class message : std::uint16_t {
#define TREATISE_MESSAGE(name, english) name,
#include <treatise/words/messages.def>
};

/// The name of a message and its English text.
struct message_row {
    char const* name;
    std::string_view english;
};

/// Every message, in the order of the enumeration.
inline constexpr message_row message_rows[]{
#define TREATISE_MESSAGE(name, english) {#name, english},
#include <treatise/words/messages.def>
};
inline constexpr std::size_t message_count = sizeof message_rows / sizeof *message_rows;

inline constexpr auto english_messages = [] {
    std::array<std::string_view, message_count> texts{};
    for (std::size_t i = 0; i != message_count; ++i) texts[i] = message_rows[i].english;
    return texts;
}();

}  // namespace treatise::inline v0_3
