// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/attributes.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/graph/use_until.hpp>
#include <treatise/render/json_writer.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>

// The knowledge of an answer, whose layer says a thing, and attributes. The field names are promised (docs/json.md).
namespace treatise::inline v0_3 {

namespace render_detail {

/// Which knowledge an answer is of: the base, and where there are some the overlays on it and the recall that stands.
inline void json_knowledge(json_writer& j, knowledge_base const& kb, std::string_view name = "knowledge") {
    auto const& base = kb.base();
    j.name(name).open('{').member("key", kb[base.key]).member("version", kb[base.version]);
    j.member("released", iso(base.released));
    if (auto const until = use_until(kb)) j.member("use_until", iso(until));
    j.member("content", content_digits(kb));
    if (auto const* r = recall_that_stands(kb)) {
        j.name("recall").open('{').member("name", kb[r->name]).member("number", kb[r->version]);
        j.member("released", iso(r->released)).member("hash", kb[r->content]).close('}');
    }
    if (std::any_of(kb.layers().begin(), kb.layers().end(), [&](layer_row const& l) { return !is_recall(kb, l); })) {
        j.name("overlays").open('[');
        for (auto const& o : kb.layers()) {
            if (is_recall(kb, o)) continue;
            j.open('{').member("key", kb[o.key]).member("name", kb[o.name]).member("version", kb[o.version]);
            j.member("released", iso(o.released)).member("content", kb[o.content]);
            if (o.onto) j.member("onto", kb[o.onto]);
            if (auto const notice = kb[o.notice]; !notice.empty()) j.member("notice", notice);
            j.close('}');
        }
        j.close(']');
    }
    j.close('}');
}
/// The key of the overlay that says it, where one does.
inline void json_layer(json_writer& j, knowledge_base const& kb, std::string_view name, std::uint32_t layer) {
    if (layer != 0 && layer <= kb.layers().size()) j.member(name, kb[kb.layers()[layer - 1].key]);
}
/// Who has withdrawn a claim besides its own edition: an overlay by its key, or a recall.
inline void json_withdrawn_by(json_writer& j, knowledge_base const& kb, claim_id c) {
    auto const layer = withdrawing_layer(kb, c);
    if (layer != 0 && is_recall(kb, kb.layers()[layer - 1]))
        j.name("withdrawn_by_recall").boolean(true);
    else
        json_layer(j, kb, "withdrawn_by_overlay", layer);
}
/// Attributes by name, where there are some; each value is a string.
inline void json_attributes(json_writer& j, knowledge_base const& kb, std::span<attribute_row const> all) {
    bool any = false;
    for (auto const& a : all) {
        if (kb[a.name] == withdrawn_by_attribute) continue;  // said by its own name
        if (!any) j.name("attributes").open('{');
        any = true;
        j.member(kb[a.name], kb[a.value]);
    }
    if (any) j.close('}');
}

}  // namespace render_detail

}  // namespace treatise::inline v0_3
