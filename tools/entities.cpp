// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "pages.hpp"

#include <treatise/graph/claim_key.hpp>
#include <treatise/query/search.hpp>
#include <treatise/query/withdrawn.hpp>
#include <treatise/render/answers.hpp>

#include <algorithm>

namespace treatise::tool {

namespace {

/// The claim with that id, with or without the # that pages print before it; none where there is none.
claim_id claim_with(knowledge_base const& kb, std::string_view key) {
    return find_claim(kb, key.starts_with('#') ? key.substr(1) : key);
}

}  // namespace

result show(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    auto const& typed = asked.names[0];
    auto const claim = find<entity>(kb, typed) ? claim_id{} : claim_with(kb, typed);
    if (claim) return {asked.format == "json" ? json_record(kb, claim) : print(tell_record(kb, claim), asked)};
    argument_reader reader{kb};
    auto const e = reader.named<entity>(typed, "key, name or claim id", "See treatise causes, therapies, classes or sources");
    reader.check();
    return {asked.format == "json" ? json_record(kb, e) : print(tell_record(kb, e), asked)};
}

result find_names(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    auto const& typed = asked.names[0];
    std::vector<id<entity>> found;
    if (auto const one = find<entity>(kb, typed))
        found.push_back(*one);
    else
        found = one.error().among;
    if (found.empty()) {
        argument_reader reader{kb};
        reader.named<entity>(typed, "key, name, synonym, brand or code", "See treatise causes, therapies, classes or sources");
        reader.check();
    }
    if (asked.format == "json") return {json_listing(kb, "found", found)};
    listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_kind),
                     word_of(message::heading_also)},
        {}};
    for (auto e : found)
        list.rows.push_back(
            {{std::string{kb.key(e)}, std::string{kb.name(e)}, spoken(kind_names[kb.kind(e)]), other_names(kb, e)}});
    return {print(list, kb, asked)};
}

namespace {

/// What matched, in the words of an enumeration, for a person.
std::string matched_by(choice<entity> const& c) { return std::string{c.matched} + " (" + std::string{word(c.as)} + ')'; }

}  // namespace

result search_names(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    std::uint32_t only = kinds::size;
    if (!asked.of_kind.empty()) {
        only = static_cast<std::uint32_t>(std::find(kind_names.begin(), kind_names.end(), asked.of_kind) - kind_names.begin());
        argument_reader reader{kb};
        if (only == kinds::size) reader.not_a_word(asked.of_kind, "--of", {kind_names.begin(), kind_names.end()});
        reader.check();
    }
    constexpr std::size_t most = 10;
    auto found = search<entity>(kb, asked.names[0], only == kinds::size ? most : kb.entity_count());
    if (only != kinds::size) std::erase_if(found, [&](auto const& c) { return kb.kind(c.of) != only; });
    if (found.size() > most) found.resize(most);
    if (asked.format == "json") return {json_search(kb, asked.names[0], found)};
    listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_kind),
                     word_of(message::heading_matched)},
        {}};
    for (auto const& c : found)
        list.rows.push_back(
            {{std::string{kb.key(c.of)}, std::string{kb.name(c.of)}, spoken(kind_names[kb.kind(c.of)]), matched_by(c)}});
    return {print(list, kb, asked)};
}

}  // namespace treatise::tool
