// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/attributes.hpp>
#include <treatise/words/language.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

/// "0.3.0+acme.3.0123456789abcdef": the version of the base, and behind it the key, version and hash of each overlay; a recall is
/// "+recall.1." and its hash.
[[nodiscard]] inline std::string version_with_overlays(knowledge_base const& kb) {
    std::string s{kb[kb.base().version]};
    for (auto const& o : kb.layers())
        s.append("+")
            .append(is_recall(kb, o) ? "recall" : kb[o.key])
            .append(".")
            .append(kb[o.version])
            .append(".")
            .append(kb[o.content]);
    return s;
}

/// The name of the overlay that is layer `n`; empty for the base itself.
[[nodiscard]] inline std::string_view name_of_layer(knowledge_base const& kb, std::uint32_t n) {
    return n != 0 && n <= kb.layers().size() ? kb[kb.layers()[n - 1].name] : std::string_view{};
}

/// "Acme Health, added by your overlay"; empty for what the base itself says.
[[nodiscard]] inline std::string overlay_in_words(knowledge_base const& kb, language const& l, claim_id c) {
    auto const name = kb.has_layers() ? name_of_layer(kb, kb.layer(c)) : std::string_view{};
    return name.empty() ? std::string{} : say(l, message::added_by_overlay, {name});
}
/// The same of an entity.
[[nodiscard]] inline std::string overlay_in_words(knowledge_base const& kb, language const& l, id<entity> e) {
    auto const name = name_of_layer(kb, kb.layer(e));
    return name.empty() ? std::string{} : say(l, message::added_by_overlay, {name});
}

}  // namespace treatise::inline v0_3
