// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/scope.hpp>
#include <treatise/table/compare_options.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/version.hpp>

namespace treatise::inline v0_3 {

/// Whether a view can show what the caller names: one that is handed out shows options that somebody has chosen.
[[nodiscard]] constexpr view_refusal refusal_of(view const& v, scope const& s) {
    if (s.options.size() < v.least_options) return view_refusal::too_few_options;
    return v.most_options != 0 && s.options.size() > v.most_options ? view_refusal::too_many_options : view_refusal::none;
}

/// The comparison of the options documented for a cause, as a value: rows, columns and groups by named rules.
///
/// What cells tell is chosen by `profile`; nothing is ranked. A view that needs options named gives none, and `refused`, without
/// them. Linear in the claims about the options; the base must outlive the result.
[[nodiscard]] TREATISE_CONSTEXPR comparison compare(
    knowledge_base const& kb, id<cause> asked, view const& v = views::overview, scope s = {}, compare_options const& how = {});

}  // namespace treatise::inline v0_3

#ifndef TREATISE_DECLARED_ONLY
#include <treatise/table/detail/compare.hpp>
#endif
