// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/words/language.hpp>

namespace treatise::inline v0_3 {

inline constexpr language english{.code = "en",
    .direction = "ltr",
    .messages = english_messages,
    .months = {{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}},
    .lowers_names_inside_sentences = true};

}  // namespace treatise::inline v0_3
