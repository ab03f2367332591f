// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/attributes.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/table/view.hpp>
#include <treatise/words/language.hpp>

#include <string>
#include <string_view>

// What things are called: in the field's terms, in plain words, inside a sentence.
namespace treatise::inline v0_3 {

namespace words_detail {

template <class Kind>
[[nodiscard]] constexpr std::string_view name_in(knowledge_base const& kb, id<Kind> e, word_register words) {
    auto const& d = kb.details(e);
    return kb[words == word_register::plain ? d.plain : d.clinical];
}
/// The name that an entity has in a register, as it stands inside a sentence; empty where it has none in it.
[[nodiscard]] constexpr std::string_view given_name(knowledge_base const& kb, id<entity> e, word_register words) {
    if (auto const o = kb.as<outcome>(e)) return name_in(kb, o, words);
    if (auto const c = kb.as<circumstance>(e)) return name_in(kb, c, words);
    if (auto const c = kb.as<consideration>(e)) return name_in(kb, c, words);
    if (auto const m = kb.as<mechanism>(e)) return name_in(kb, m, words);
    return {};
}

}  // namespace words_detail

/// The name of an entity in a register; its own name where it has none in it.
[[nodiscard]] constexpr std::string_view name_of(knowledge_base const& kb, id<entity> e, word_register words) {
    auto const given = words_detail::given_name(kb, e, words);
    return given.empty() ? kb.name(e) : given;
}

/// A name as it stands inside a sentence: "Gabapentin" becomes "gabapentin", "SNRIs" stays.
[[nodiscard]] inline std::string inside(language const& l, std::string_view name) {
    std::string s{name};
    auto const upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (l.lowers_names_inside_sentences && s.size() > 1 && upper(s[0]) && !upper(s[1]) && s[1] != '-' && s[1] != ' ')
        s[0] = fold(s[0]);
    return s;
}
/// The same of an entity in a register, whose names are written as they stand there: "Brugada syndrome" keeps its capital.
[[nodiscard]] inline std::string inside(language const& l, knowledge_base const& kb, id<entity> e, word_register words) {
    auto const given = words_detail::given_name(kb, e, words);
    return given.empty() ? inside(l, kb.name(e)) : std::string{given};
}

/// The version of a base, or that it states none.
[[nodiscard]] inline std::string version_words(language const& l, knowledge_base const& kb) {
    auto const v = kb.base().version;
    return std::string{!v || v == not_stated ? l[message::no_version] : kb[v]};
}
/// To which day somebody has checked what is told, or that nobody says.
[[nodiscard]] inline std::string checked_words(language const& l, date checked) {
    return checked.is_unstated() ? std::string{l[message::checked_unstated]} : say(l, message::checked_to, {say(l, checked)});
}

/// The knowledge base and its version, every overlay on it and every recall with its hash, as they stand below every answer:
/// "knowledge neuropathic-pain 0.3.0, with the overlay Acme Health 3 (0123456789abcdef)".
[[nodiscard]] inline std::string edition(language const& l, knowledge_base const& kb) {
    auto const& base = kb.base();
    bool const unnumbered = !base.version || base.version == not_stated;
    auto s = unnumbered ? say(l, message::edition_unnumbered, {kb[base.key]})
                        : say(l, message::edition, {kb[base.key], kb[base.version]});
    for (auto const& o : kb.layers())
        s = is_recall(kb, o) ? say(l, message::with_recall, {s, kb[o.version], kb[o.content]})
                             : say(l, message::with_overlay, {s, kb[o.name], kb[o.version], kb[o.content]});
    return s;
}

/// A text as it stands at the head of a line: "dizziness" becomes "Dizziness".
[[nodiscard]] inline std::string at_head(std::string s) {
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
    return s;
}

/// "AAN 2022, NICE and NeuPSIG 2025"; past `most` of them "... and others".
template <class Names>
[[nodiscard]] std::string enumerated(language const& l, Names const& names, std::size_t most = static_cast<std::size_t>(-1)) {
    std::string s;
    std::size_t const shown = names.size() > most ? most : names.size();
    for (std::size_t i = 0; i != shown; ++i) {
        bool const last = i + 1 == shown && shown == names.size() && i != 0;
        s = i == 0 ? std::string{names[i]} : last ? say(l, message::and_last, {s, names[i]}) : s + ", " + std::string{names[i]};
    }
    return shown == names.size() ? s : say(l, message::and_others, {s});
}

}  // namespace treatise::inline v0_3
