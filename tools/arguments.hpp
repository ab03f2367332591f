// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <treatise/graph/field_values.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/scope.hpp>
#include <treatise/query/search.hpp>
#include <treatise/query/suggest.hpp>
#include <treatise/table/column.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::tool {

/// "a, b and c", each in quotes.
std::string in_words(std::vector<std::string> const& names, std::string_view last = " or ");

/// Turns the words of a call into ids and collects what is wrong with all of them, so that one message tells it.
class argument_reader {
    knowledge_base const& kb_;
    std::vector<std::string> wrong_;

    std::string unknown(
        std::string_view typed, std::string_view what, std::string_view listing, std::vector<std::string> const& near) const;
    std::string ambiguous(std::string_view typed, std::vector<id<entity>> const& among) const;

    /// The keys of what has a name that begins with the word, or holds it; none for what is hardly a word.
    template <kind_or_kinds Kind>
    std::vector<std::string> keys_with(std::string_view typed) const {
        std::vector<std::string> keys;
        if (typed.size() > 3)
            for (auto const& c : search<Kind>(kb_, typed, 8)) keys.emplace_back(kb_.key(c.of));
        return keys;
    }

public:
    explicit argument_reader(knowledge_base const& kb) : kb_{kb} {}

    /// The entity with that key, name, synonym, brand or code; `what` and `listing`, where to see them all, are for the message.
    template <kind_or_kinds Kind>
    id<Kind> named(std::string_view typed, std::string_view what, std::string_view listing) {
        auto const found = find<Kind>(kb_, typed);
        if (found) return *found;
        if (found.error().is_ambiguous()) {
            wrong(ambiguous(typed, found.error().among));
        } else if (auto const several = keys_with<Kind>(typed); several.size() > 1) {
            wrong(unknown(typed, what, listing, {}) + ". It is in several names: " + in_words(several));
        } else {
            wrong(unknown(typed, what, listing, suggest<Kind>(kb_, typed)));
        }
        return {};
    }
    /// The values with those words; `never` is one that may not be asked for.
    template <vocabulary Enum>
    set_of<Enum> one_or_more(std::vector<std::string> const& typed, std::string_view option, std::optional<Enum> never = {}) {
        std::vector<std::string_view> words;
        for (auto const w : words_of<Enum>)
            if (!never || w != word(*never)) words.push_back(w);
        set_of<Enum> all;
        for (auto const& t : typed) {
            auto const is_typed = [&](std::string_view w) { return compare_folded(w, t) == 0; };
            if (auto const found = std::find_if(words.begin(), words.end(), is_typed); found != words.end())
                all = all | *enum_from<Enum>(*found);
            else
                not_a_word(t, option, words);
        }
        return all;
    }
    template <vocabulary Enum>
    Enum one_of(std::string const& typed, std::string_view option) {
        for (std::size_t i = 0; i != words_of<Enum>.size(); ++i)
            if (compare_folded(words_of<Enum>[i], typed) == 0) return static_cast<Enum>(i);
        not_a_word(typed, option, {words_of<Enum>.begin(), words_of<Enum>.end()});
        return {};
    }
    void not_a_word(std::string_view typed, std::string_view option, std::vector<std::string_view> const& words);
    void wrong(std::string message) { wrong_.push_back(std::move(message)); }

    id<cause> asked_cause(std::string_view typed) { return named<cause>(typed, "cause", "See treatise causes"); }
    id<option> asked_option(std::string_view typed) {
        return named<option>(typed, "therapy or class", "See treatise therapies and treatise classes");
    }
    scope asked_scope(scope_words const&);
    /// The column of that key, or one of the matter of that name; one without a key where nothing was typed.
    column asked_column(std::string_view typed);

    /// Refuses the call if anything was wrong.
    void check() const {
        if (!wrong_.empty()) throw refusal{wrong_};
    }
};

}  // namespace treatise::tool
