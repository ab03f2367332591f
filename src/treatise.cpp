// SPDX-License-Identifier: BSL-1.0
// The library treatise::compiled: what headers only declare where TREATISE_COMPILED is defined.
#include <treatise/audit/audit.hpp>
#include <treatise/query/profile.hpp>
#include <treatise/render/formats.hpp>
#include <treatise/table/compare.hpp>
#if __has_include(<toml++/toml.h>)
#include <treatise/toml/overlay.hpp>
#include <treatise/toml/read.hpp>
#endif

namespace treatise::inline v0_3 {

// What is constexpr here is emitted because it is pointed at.
using comparing = comparison (*)(knowledge_base const&, id<cause>, view const&, scope, compare_options const&);
using profiling = void (*)(
    knowledge_base const&, relevance const&, id<option>, asked_scope&, profile_options const&, option_profile&);
extern comparing const emitted_compare;
extern profiling const emitted_profile;
comparing const emitted_compare = compare;
profiling const emitted_profile = profile;

}  // namespace treatise::inline v0_3
