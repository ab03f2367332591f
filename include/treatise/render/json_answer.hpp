// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/render/json_overlay.hpp>
#include <treatise/render/json_writer.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace treatise::inline v0_3 {

/// A JSON answer with its knowledge, version and notice; `fill` adds the rest to the writer.
template <class F>
[[nodiscard]] std::string json_answer(knowledge_base const& kb, std::string_view format, F&& fill) {
    auto const& base = kb.base();
    json_writer j;
    j.open('{').member("format", format).member("format_version", "1");
    render_detail::json_knowledge(j, kb);
    j.member("notice", kb[base.notice]);
    std::forward<F>(fill)(j);
    j.close('}');
    return j.take() + '\n';
}

/// An entity by key and name, as a member of an object.
inline void json_named(json_writer& j, knowledge_base const& kb, std::string_view name, id<entity> e) {
    j.name(name).open('{').member("key", kb.key(e)).member("name", kb.name(e)).close('}');
}

}  // namespace treatise::inline v0_3
