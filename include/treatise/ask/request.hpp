// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/vocabulary.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// The keys of a request besides `question`; the tool has an option or an argument of the same name for each.
enum class request_key : std::uint8_t {
    cause,         ///< a cause: its key, name, synonym or code
    option,        ///< a therapy or a class
    what,          ///< an outcome, a mechanism, a circumstance, a consideration, a payer or a profession
    key,           ///< any entity, or the id of a claim
    text,          ///< what is looked for
    options,       ///< therapies or classes
    causes,
    circumstance,
    view,          ///< of tables
    columns,       ///< of tables
    group,         ///< what the rows of a table stand under
    ruler,         ///< a source whose control rate ratios are applied to
    all,           ///< every option as a row, and everything said
    column,        ///< of tables, or a matter
    of,            ///< a kind of entity
    scope,         ///< see `scope_words`
    compact        ///< data alone, without phrases
};
template <>
inline constexpr std::array<std::string_view, 17> words_of<request_key>{"cause", "option", "what", "key", "text", "options",
    "causes", "circumstance", "view", "columns", "group", "ruler", "all", "column", "of", "scope", "compact"};

/// What narrows a question, in words; an empty one narrows nothing.
struct scope_words {
    std::vector<std::string> kind{}, source_kind{}, applicability{}, intent{};
    std::string source{}, jurisdiction{}, payer{}, as_of{};
    bool verified = false, superseded = false, predictions = false;
};

/// A question in the words of who asks: names, synonyms or codes for things. An empty text or list is one that was not given.
struct request {
    std::string question{};
    std::optional<std::string> cause{}, option{}, what{}, key{}, text{};
    std::vector<std::string> options{}, causes{}, columns{};
    std::string circumstance{}, view{}, group{}, ruler{}, column{}, of{};
    scope_words scope{};
    bool all = false, compact = false;
};

}  // namespace treatise::inline v0_3
