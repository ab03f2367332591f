// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"

#include "output.hpp"

#include <treatise/model/lists.hpp>

#include <algorithm>

namespace treatise::tool {

namespace {

std::string kind_in_words(knowledge_base const& kb, id<entity> e) {
    std::string s{kind_names[kb.kind(e)]};
    std::replace(s.begin(), s.end(), '_', ' ');
    return s;
}

/// The keys of a kind that has few; the kinds with many have a command that lists them.
template <a_kind Kind>
std::string all_keys(knowledge_base const& kb) {
    std::vector<std::string> keys;
    for (auto e : kb.all<Kind>()) keys.emplace_back(kb.key(e));
    return keys.empty() ? "There is none" : "There " + std::string{keys.size() == 1 ? "is " : "are "} + in_words(keys, " and ");
}

}  // namespace

std::string in_words(std::vector<std::string> const& names, std::string_view last) {
    std::string s;
    for (std::size_t i = 0; i != names.size(); ++i) {
        if (i != 0) s += i + 1 == names.size() ? last : std::string_view{", "};
        s += as_typed(names[i]);
    }
    return s;
}

std::string argument_reader::unknown(
    std::string_view typed, std::string_view what, std::string_view listing, std::vector<std::string> const& near) const {
    auto s = as_typed(typed) + " is no " + std::string{what} + " in this knowledge base";
    if (typed.empty()) s = "an empty name is no " + std::string{what};
    if (auto const other = find<entity>(kb_, typed))
        s = as_typed(typed) + " is a " + kind_in_words(kb_, *other) + ", not a " + std::string{what};
    if (!near.empty()) s += "; the nearest: " + in_words(near);
    return s + ". " + std::string{listing};
}

std::string argument_reader::ambiguous(std::string_view typed, std::vector<id<entity>> const& among) const {
    std::vector<std::string> keys;
    for (auto e : among) keys.emplace_back(kb_.key(e));
    return as_typed(typed) + " is ambiguous: write " + in_words(keys);
}

void argument_reader::not_a_word(std::string_view typed, std::string_view option, std::vector<std::string_view> const& words) {
    std::string all;
    for (auto w : words) append_part(all, w);
    auto const near = nearest(typed, words);
    wrong(std::string{option} + ": " + as_typed(typed) + " is none of " + all +
          (near.empty() ? "" : "; the nearest: " + as_typed(near)));
}

column argument_reader::asked_column(std::string_view typed) {
    if (typed.empty()) return {};
    std::vector<std::string_view> known;
    for (auto const& c : columns::all) {
        if (c.matters.bits == 0) continue;
        if (compare_folded(c.key, typed) == 0) return c;
        known.push_back(c.key);
    }
    for (std::size_t i = 0; i != matter_count; ++i) {
        auto const word = words_of<matter>[i];
        if (compare_folded(word, typed) == 0) return {.key = word, .matters = static_cast<matter>(i)};
        if (std::find(known.begin(), known.end(), word) == known.end()) known.push_back(word);
    }
    not_a_word(typed, "--column", known);
    return {};
}

scope argument_reader::asked_scope(scope_words const& w) {
    scope s;
    for (auto const& kind : w.kinds) s.kinds.push_back(named<therapy_class>(kind, "class", "See treatise classes"));
    if (!w.source.empty()) s.source = named<source>(w.source, "source", "See treatise sources");
    if (!w.jurisdiction.empty())
        s.jurisdiction = named<jurisdiction>(w.jurisdiction, "jurisdiction", all_keys<jurisdiction>(kb_));
    if (!w.payer.empty()) s.payer = named<payer>(w.payer, "payer", all_keys<payer>(kb_));
    s.source_kinds = one_or_more<source_kind>(w.source_kinds, "--source-kind");
    s.applies = one_or_more<applicability>(w.applicability, "--applicability", applicability::unrelated);
    if (!w.intents.empty()) s.intents = one_or_more<intent>(w.intents, "--intent");
    if (w.verified) s.read = reading::in_source;
    s.superseded = w.superseded;
    if (!w.as_of.empty()) {
        if (auto const d = parse_date(w.as_of))
            s.as_of = *d;
        else
            wrong("--as-of: " + as_typed(w.as_of) + " is no date; expected 2024, 2024-10 or 2024-10-01");
    }
    for (auto const& name : w.options) {
        auto const o = asked_option(name);
        if (o && std::find(s.options.begin(), s.options.end(), o) != s.options.end())
            wrong("--options: " + as_typed(name) + " is named twice");
        s.options.push_back(o);
    }
    return s;
}

}  // namespace treatise::tool
