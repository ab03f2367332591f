// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "request.hpp"

#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/knowledge_base.hpp>
#include <treatise/render/formats/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace treatise::tool {

/// A plain list: the first column is what one types to name the row, and is never broken.
struct listing {
    struct row {
        std::vector<std::string> cells;
        unsigned depth = 0;  ///< in a hierarchy
    };
    std::vector<std::string> headings;
    std::vector<row> rows;
};

/// The list as text or markdown, with the knowledge it is from.
std::string print(listing const&, knowledge_base const&, request const&);

/// A JSON answer with its knowledge, version and notice; `fill` adds the rest.
template <class F>
std::string json_answer(knowledge_base const& kb, std::string_view format, F&& fill) {
    auto const& base = kb.base();
    json_writer j;
    j.open('{').member("format", format).member("format_version", "1");
    j.name("knowledge")
        .open('{')
        .member("key", kb[base.key])
        .member("version", kb[base.version])
        .member("released", iso(base.released))
        .member("content", content_digits(kb))
        .close('}');
    j.member("notice", kb[base.notice]);
    fill(j);
    j.close('}');
    return j.take() + '\n';
}

/// The entity as an object: its texts, its codes, the fields of its kind and its structure, by key.
void json_entity(json_writer&, knowledge_base const&, id<entity>);

/// The names that find an entity besides its key and its name: synonyms and brands.
std::string other_names(knowledge_base const&, id<entity>);

/// "knowledge neuropathic-pain 0.1.0".
std::string edition(knowledge_base const&);

/// The word of a kind or relation, as it is read: "therapy class".
std::string spoken(std::string_view word);

}  // namespace treatise::tool
