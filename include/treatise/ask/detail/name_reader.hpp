// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/problem.hpp>
#include <treatise/graph/field_values.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/scope.hpp>
#include <treatise/query/search.hpp>
#include <treatise/query/suggest.hpp>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace ask_detail {

/// A kind of thing as messages call it, and the questions that list all of it.
struct thing {
    std::string_view is;
    std::vector<std::string_view> listed_by{};
};

/// Turns names and words into ids and values, and collects what is wrong with all of them.
class name_reader {
protected:
    knowledge_base const& kb_;
    std::vector<request_problem> problems_{};

    void report(request_problem p) { problems_.push_back(std::move(p)); }
    void report(request_fault fault, std::string at, std::string message, std::string expected = {}) {
        report({.fault = fault, .at = std::move(at), .message = std::move(message), .expected = std::move(expected)});
    }

    /// The entity with that key, name, synonym, brand or code.
    template <kind_or_kinds Kind>
    id<Kind> named(std::string_view typed, std::string at, thing const& t) {
        auto const found = find<Kind>(kb_, typed);
        if (found) return *found;
        if (found.error().is_ambiguous())
            ambiguous(typed, std::move(at), t, found.error().among);
        else if (auto const several = keys_with<Kind>(typed); several.size() > 1)
            unknown(typed, std::move(at), t, several, ". It is in several names: ");
        else
            unknown(typed, std::move(at), t, suggest<Kind>(kb_, typed), "; the nearest: ");
        return {};
    }
    /// The same of a kind of which there are few: the message names them all.
    template <a_kind Kind>
    id<Kind> one_of_few(std::string_view typed, std::string at, std::string_view is) {
        auto const found = named<Kind>(typed, std::move(at), {is});
        if (found || problems_.back().fault == request_fault::ambiguous_name) return found;
        auto& p = problems_.back();
        for (auto e : kb_.all<Kind>()) p.valid.emplace_back(kb_.key(e));
        p.message += p.valid.empty() ? "; there is none" : std::string{"; there "} + (p.valid.size() == 1 ? "is " : "are ");
        p.message += in_words(p.valid, " and ");
        return {};
    }
    /// The values with those words; `never` is one that may not be asked for.
    template <vocabulary Enum>
    set_of<Enum> values(std::vector<std::string> const& typed, std::string const& at, std::optional<Enum> never = {}) {
        std::vector<std::string_view> words;
        for (auto const w : words_of<Enum>)
            if (!never || w != word(*never)) words.push_back(w);
        set_of<Enum> all;
        for (std::size_t i = 0; i != typed.size(); ++i)
            if (typed[i].empty())
                continue;
            else if (auto const found = one_of_words(typed[i], at + '/' + std::to_string(i), words))
                all = all | *enum_from<Enum>(*found);
        return all;
    }
    template <vocabulary Enum>
    std::optional<Enum> one_value(std::string_view typed, std::string at) {
        auto const found = one_of_words(typed, std::move(at), {words_of<Enum>.begin(), words_of<Enum>.end()});
        if (!found) return {};
        return *enum_from<Enum>(*found);
    }
    /// The word that was typed, in whatever case, or none.
    std::optional<std::string_view> one_of_words(
        std::string_view typed, std::string at, std::vector<std::string_view> const& words) {
        for (auto w : words)
            if (compare_folded(w, typed) == 0) return w;
        request_problem p{.fault = request_fault::unknown_word, .at = std::move(at)};
        p.message = quoted_for_message(typed) + " is none of ";
        std::string all;
        for (auto w : words) {
            append_part(all, w);
            p.valid.emplace_back(w);
        }
        p.message += all;
        if (auto const close = nearest(typed, words); !close.empty()) {
            p.message += "; the nearest: " + quoted_for_message(close);
            p.nearest.emplace_back(close);
        }
        report(std::move(p));
        return {};
    }

private:
    /// The keys of what has a name that begins with the word, or holds it; none for what is hardly a word.
    template <kind_or_kinds Kind>
    std::vector<std::string> keys_with(std::string_view typed) const {
        std::vector<std::string> keys;
        if (typed.size() > 3)
            for (auto const& c : search<Kind>(kb_, typed, 8)) keys.emplace_back(kb_.key(c.of));
        return keys;
    }
    void unknown(
        std::string_view typed, std::string at, thing const& t, std::vector<std::string> close, std::string_view before_near) {
        auto s = quoted_for_message(typed) + " is no " + std::string{t.is} + " in this knowledge base";
        if (typed.empty()) s = "an empty name is no " + std::string{t.is};
        if (auto const other = find<entity>(kb_, typed)) {
            std::string kind{kind_names[kb_.kind(*other)]};
            std::replace(kind.begin(), kind.end(), '_', ' ');
            s = quoted_for_message(typed) + " is " + with_article(kind) + ", not " + with_article(t.is);
        }
        if (!close.empty()) (s += before_near) += in_words(close);
        report({.fault = request_fault::unknown_name,
            .at = std::move(at),
            .message = std::move(s),
            .expected = std::string{t.is} + ": its key, name, synonym or code",
            .nearest = std::move(close),
            .listed_by = t.listed_by});
    }
    void ambiguous(std::string_view typed, std::string at, thing const& t, std::vector<id<entity>> const& among) {
        std::vector<std::string> keys;
        for (auto e : among) keys.emplace_back(kb_.key(e));
        auto message = quoted_for_message(typed) + " is ambiguous: write " + in_words(keys);
        report({.fault = request_fault::ambiguous_name,
            .at = std::move(at),
            .message = std::move(message),
            .expected = std::string{t.is} + ": a name that one alone has",
            .nearest = std::move(keys)});
    }

public:
    explicit name_reader(knowledge_base const& kb) : kb_{kb} {}
};

}  // namespace ask_detail

}  // namespace treatise::inline v0_3
