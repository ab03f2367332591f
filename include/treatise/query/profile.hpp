// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/broadest.hpp>
#include <treatise/query/matter.hpp>
#include <treatise/version.hpp>

namespace treatise::inline v0_3 {

/// What sources say of an option for the cause of `relevant`, first things first, into a profile that the caller keeps.
///
/// A class's profile covers its documented members, and what warns of all of its members, their forms, parts and classes; a
/// therapy's covers its forms, and what protects of the medicine it is a form of, of the parts it combines and of its classes.
/// The rules stand in query/rules.hpp. Nothing is allocated once an answer was as long. The base must outlive the profile.
TREATISE_CONSTEXPR void profile(knowledge_base const& kb, relevance const& relevant, id<option> o, asked_scope& s,
    profile_options const& options, option_profile& made);

/// The same of a scope that is asked once.
TREATISE_INLINE_CONSTEXPR void profile(knowledge_base const& kb, relevance const& relevant, id<option> o, scope const& s,
    profile_options const& options, option_profile& made) {
    made.memory.narrowed.ask(kb, s);
    profile(kb, relevant, o, made.memory.narrowed, options, made);
}

/// The same into a profile of its own.
[[nodiscard]] TREATISE_INLINE_CONSTEXPR option_profile profile(
    knowledge_base const& kb, relevance const& relevant, id<option> o, scope const& s = {}, profile_options const& options = {}) {
    option_profile made;
    profile(kb, relevant, o, s, options, made);
    return made;
}

/// The same for one cause.
[[nodiscard]] TREATISE_INLINE_CONSTEXPR option_profile profile(
    knowledge_base const& kb, id<cause> asked, id<option> o, scope const& s = {}, profile_options const& options = {}) {
    return profile(kb, relevance{kb, asked}, o, s, options);
}

}  // namespace treatise::inline v0_3

#ifndef TREATISE_DECLARED_ONLY
#include <treatise/query/detail/make_profile.hpp>
#endif
