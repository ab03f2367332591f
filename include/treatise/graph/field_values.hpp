// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/builder.hpp>
#include <treatise/graph/entity_with_key.hpp>
#include <treatise/graph/message_parts.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/model/fields.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

// From the words of a file to the values of fields, whatever the format. Messages go on after the name of the field.
namespace treatise::inline v0_3 {

/// A value, or what is wrong with what stood in its place.
template <class T>
using reading_of = expected<T, std::string>;

inline constexpr std::string_view not_stated_words = "not stated";

/// The value of an enumeration with that word.
template <vocabulary Enum>
reading_of<Enum> enum_from(std::string_view s) {
    for (std::size_t i = 0; i != words_of<Enum>.size(); ++i)
        if (words_of<Enum>[i] == s) return static_cast<Enum>(i);
    return unexpected{"has the unknown value " + in_quotes(s) + nearest_and_all(s, words_of<Enum>)};
}

/// "2024", "2024-10", "2024-10-01" or "not stated".
inline reading_of<date> date_from(std::string_view s) {
    if (s == not_stated_words) return date::unstated();
    if (auto const d = parse_date(s)) return *d;
    return unexpected{"is " + in_quotes(s) + "; expected a date as 2024, 2024-10 or 2024-10-01, or \"not stated\""};
}

/// A number as it is printed, "inf", "-inf" or "not stated".
inline reading_of<decimal> decimal_from(std::string_view s) {
    if (s == not_stated_words) return decimal::unstated();
    if (auto const d = parse_decimal(s)) return *d;
    std::size_t digits = 0, others = 0;
    for (char const c : s) (c >= '0' && c <= '9' ? digits : others) += 1;
    if (digits > 8 && others <= 2)
        return unexpected{"is " + in_quotes(s) + ", too many digits; expected at most 8 digits and 11 decimal places"};
    return unexpected{"is " + in_quotes(s) + "; expected a number in plain digits as 7.10, inf, -inf or \"not stated\""};
}

/// A word of the scheme's list that the level belongs to; the scheme must be in the builder, its details set.
template <class Level>
reading_of<Level> level_from(builder const& b, id<scheme> of, std::string_view s) {
    if (s == not_stated_words) return Level{unstated_level};
    auto const words = b.words_of_scheme(of, level_words<Level>);
    for (std::size_t i = 0; i != words.size() && i + 1 < unstated_level; ++i)
        if (words[i] == s) return Level{static_cast<std::uint8_t>(i + 1)};
    auto what = "is " + in_quotes(s) + ", no word of the scheme " + in_quotes(b.key(of));
    if (words.empty()) return unexpected{what + ", which has none for it; expected \"not stated\" or no value"};
    return unexpected{what + nearest_and_all(s, words)};
}

/// The entities of a builder by key, for what names them.
class key_index {
public:
    explicit key_index(builder const& of) : b_{of} {}

    /// The first of two with one key is found; the builder refuses the second.
    void add(id<entity> e) { known_.try_emplace(b_.key(e), e); }
    /// The key stands in a text that could not be read: it is missed in silence.
    void unread(std::string_view key) { unread_.emplace(key); }
    /// Some text could not be read at all: any unknown key is missed in silence.
    void incomplete() { complete_ = false; }

    /// The entity of one of these kinds with that key; an empty message where the key is missed in silence.
    reading_of<id<entity>> find(std::string_view key, std::uint32_t of_kinds) {
        if (auto const at = known_.find(key); at != known_.end()) {
            if (auto const k = b_.kind(at->second); !(of_kinds >> k & 1u))
                return unexpected{
                    "names " + in_quotes(key) + ", " + kinds_in_words(1u << k) + "; expected " + kinds_in_words(of_kinds)};
            return at->second;
        }
        if (auto const e = entity_with_key(b_.below(), key)) {
            if (auto const k = b_.kind(e); !(of_kinds >> k & 1u))
                return unexpected{
                    "names " + in_quotes(key) + ", " + kinds_in_words(1u << k) + "; expected " + kinds_in_words(of_kinds)};
            return e;
        }
        if (!complete_ || unread_.contains(std::string{key})) return unexpected{std::string{}};
        auto const what = "names the unknown key " + in_quotes(key);
        auto const hint = suggestion(key, of_kinds);
        return unexpected{hint.empty() ? what + "; expected the key of " + kinds_in_words(of_kinds) : what + hint};
    }

    /// Some entity of these kinds, to stand where a misspelt one was named; unstated where there is none.
    id<entity> any(std::uint32_t of_kinds) const {
        std::uint32_t e = 0;
        while (e != b_.entity_count() && !(of_kinds >> b_.kind(id<entity>::from_number(e)) & 1u)) ++e;
        return id<entity>::from_number(e == b_.entity_count() ? unstated_number : e);
    }

private:
    std::string suggestion(std::string_view key, std::uint32_t of_kinds) {
        if (looked_at_ > 4'000'000) return {};  // ten thousand misspelt keys in a large base are not worth minutes
        std::vector<std::string_view> candidates;
        for (std::uint32_t e = 0; e != b_.entity_count(); ++e)
            if (of_kinds >> b_.kind(id<entity>::from_number(e)) & 1u) candidates.push_back(b_.key(id<entity>::from_number(e)));
        looked_at_ += b_.entity_count();
        return did_you_mean(key, candidates);
    }

    builder const& b_;
    std::unordered_map<std::string_view, id<entity>> known_{};
    std::unordered_set<std::string> unread_{};
    std::size_t looked_at_ = 0;
    bool complete_ = true;
};

}  // namespace treatise::inline v0_3
