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

/// The name of each message, in the order of the enumeration.
inline constexpr char const* message_names[]{
#define TREATISE_MESSAGE(name, english) #name,
#include <treatise/words/messages.def>
};
inline constexpr std::size_t message_count = sizeof message_names / sizeof *message_names;

inline constexpr std::array<std::string_view, message_count> english_messages{
#define TREATISE_MESSAGE(name, english) english,
#include <treatise/words/messages.def>
};

}  // namespace treatise::inline v0_3
