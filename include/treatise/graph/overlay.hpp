// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/attributes.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/graph/check.hpp>
#include <treatise/graph/detail/layer_maker.hpp>
#include <treatise/graph/detail/overlay_checks.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/model/expected.hpp>

#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// A base with your own knowledge laid on top of it: one base, made at run time from the view and a builder that was begun over
/// it (`builder own{kb}`), or every problem.
///
/// The ids of the base's own entities, and so its constants, stay valid; claims are renumbered, and so are the entities that an
/// overlay below adds. An overlay adds: entities, names for those of the base, claims, attributes; it withdraws what does not
/// protect (`protects`). It takes over no name, puts nothing of the base elsewhere and replaces none of it: trying is an error.
/// Linear in the base, which is copied and not checked again; neither the base nor the builder need outlive the result.
[[nodiscard]] inline expected<storage, std::vector<problem>> overlay(knowledge_base const& kb, builder& own) {
    auto const& d = own.collected();
    if (!d.is_overlay || !(d.below == kb))
        return unexpected{std::vector<problem>{
            {{}, {}, "was not begun over this base; expected `builder own{kb}`, of the base on which it is to lie"}}};
    auto problems = check(d);
    graph_detail::overlay_checks checks{d};
    checks.run();
    problems.insert(problems.end(), checks.problems().begin(), checks.problems().end());
    if (!problems.empty()) return unexpected{std::move(problems)};
    return graph_detail::layer_maker{d, checks}.run();
}
[[nodiscard]] inline expected<storage, std::vector<problem>> overlay(knowledge_base const& kb, builder&& own) {
    return overlay(kb, own);
}

}  // namespace treatise::inline v0_3
