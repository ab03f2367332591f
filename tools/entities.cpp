// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "pages.hpp"

#include <treatise/graph/claim_key.hpp>
#include <treatise/query/withdrawn.hpp>
#include <treatise/render/answers.hpp>

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

}  // namespace treatise::tool
