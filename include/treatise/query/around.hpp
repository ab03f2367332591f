// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/inheritance.hpp>

#include <vector>

namespace treatise::inline v0_3 {

/// An option whose claims bear on another one, and how it stands to that one.
struct option_around {
    id<treatise::option> option{};
    said_of of{};
    bool whole = false;  ///< all that is said of it bears; else what protects, and guidance of a class

    friend constexpr bool operator==(option_around, option_around) = default;
};

namespace query_detail {

/// The classes under which a therapy is listed, and of which it is a member.
constexpr void find_own_classes(knowledge_base const& kb, id<option> o, walk<option>& own_classes) {
    own_classes.clear(kb);
    auto const t = kb.as<therapy>(o);
    for (auto e : kb.out<listed_under>(t)) own_classes.add(e.object);
    for (auto e : kb.out<member_of>(t)) own_classes.add(e.object);
}

/// Whether an answer that leaves nothing out tells all that is said of the related option: of itself, its forms and listed
/// members, of the medicine of which it is a form, and of the classes it stands in. `passes` says what of the others bears on it.
constexpr bool is_told_whole(knowledge_base const& kb, id<option> o, walk<option> const& own_classes, related_option const& r) {
    switch (r.as) {
        case said_of::itself:
        case said_of::whole: return true;
        case said_of::part: return false;
        case said_of::form: return static_cast<bool>(kb.as<therapy>(o));
        case said_of::member:
            for (auto e : kb.out<listed_under>(kb.as<therapy>(r.which)))
                if (id<option>{e.object} == o) return true;
            return false;
        case said_of::its_class: break;
    }
    return own_classes.reaches(r.which);
}

constexpr related_options all_related(knowledge_base const& kb, relevance const& relevant, id<option> o) {
    related_options found;
    std::vector<id<therapy>> members;
    found.clear(kb);
    if (o) relatives{kb, relevant, found}.of(o, members);
    return found;
}

}  // namespace query_detail

/// The option and what is around it: its forms, its members, the therapy of which it is a form, its classes and theirs, and the
/// parts of a combination. Each once, the option itself first.
constexpr std::vector<option_around> options_around(knowledge_base const& kb, relevance const& relevant, id<option> o) {
    std::vector<option_around> found;
    walk<option> own_classes;
    query_detail::find_own_classes(kb, o, own_classes);
    for (auto const& r : query_detail::all_related(kb, relevant, o))
        found.push_back({r.which, r.as, query_detail::is_told_whole(kb, o, own_classes, r)});
    return found;
}

}  // namespace treatise::inline v0_3
