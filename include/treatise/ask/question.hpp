// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/questions.hpp>
#include <treatise/query/options_for.hpp>
#include <treatise/query/scope.hpp>
#include <treatise/query/search.hpp>
#include <treatise/table/compare_options.hpp>
#include <treatise/table/view.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace treatise::inline v0_3 {

/// A request whose names were found in a base: what the functions of query/, table/ and render/ take. It looks into the base.
struct question {
    question_kind is{};
    id<treatise::cause> cause{};  ///< of options-for: none, where none was asked
    id<treatise::option> option{};
    id<aside> what{};
    id<entity> shown{};               ///< of show, unless a claim is
    claim_id claim{};                 ///< of show
    std::vector<id<entity>> found{};  ///< of find: one, or several that share the name
    std::string text{};               ///< of find and search
    std::uint32_t of_kind = kinds::size;  ///< of search: the only kind, if not that
    std::vector<id<treatise::option>> options{};
    std::vector<id<treatise::cause>> causes{};  ///< of across: also where none was named
    id<treatise::circumstance> circumstance{};
    treatise::view view{};
    compare_options how{};
    treatise::column column{};
    treatise::scope scope{};
    bool compact = false;
};

/// What a picker offers for the text of a search: at most ten.
[[nodiscard]] inline std::vector<choice<entity>> choices_for(knowledge_base const& kb, question const& q) {
    constexpr std::size_t most = 10;
    bool const any = q.of_kind == kinds::size;
    auto found = search<entity>(kb, q.text, any ? most : kb.entity_count());
    if (!any) std::erase_if(found, [&](choice<entity> const& c) { return kb.kind(c.of) != q.of_kind; });
    if (found.size() > most) found.resize(most);
    return found;
}

}  // namespace treatise::inline v0_3
