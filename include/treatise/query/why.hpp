// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/around.hpp>
#include <treatise/query/statements.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace query_detail {

struct exception_reader {
    knowledge_base const& kb;
    claim_id c;
    related_options const& related;
    bool& found;

    template <class Relation>
    constexpr void operator()() const {
        found = is_excepted<Relation>(kb, c, related);
    }
};

/// Whether a claim on the related option stays away from the asked one: it neither protects nor is all of it told, or its source
/// leaves the asked option out.
constexpr bool stays_away(
    knowledge_base const& kb, related_options const& related, related_option const& r, bool whole, statement const& s) {
    if (!whole && !passes(r.bears, s.facet, s.first, kb.stance(s.claim))) return true;
    if (r.as != said_of::whole && r.as != said_of::its_class && r.as != said_of::part) return false;
    bool excepted = false;
    with_claim_relation(kb.relation(s.claim), exception_reader{kb, s.claim, related, excepted});
    return excepted;
}

/// What the search for what is around an option needs, kept so that the next one allocates nothing.
struct around_memory {
    related_options related{};
    std::vector<id<therapy>> members{};
    walk<option> own_classes{};
};

/// The claims in the scope about the option and what bears on it from around it, in no order of their own; with
/// `leaves_nothing_out` all that is said of its classes and of the medicine it is a form of, as `why` tells it.
constexpr void statements_around(knowledge_base const& kb, relevance const& relevant, id<option> o, asked_scope& s,
    bool leaves_nothing_out, around_memory& memory, std::vector<statement>& found) {
    found.clear();
    memory.related.clear(kb);
    memory.members.clear();
    if (!o) return;
    relatives{kb, relevant, memory.related}.of(o, memory.members);
    if (leaves_nothing_out) find_own_classes(kb, o, memory.own_classes);
    statement_search search{kb, relevant, s, found};
    for (auto const& r : memory.related) {
        auto const before = static_cast<std::ptrdiff_t>(found.size());
        bool const whole = leaves_nothing_out && is_told_whole(kb, o, memory.own_classes, r);
        search.add_all(r.which, r.as);
        found.erase(std::remove_if(found.begin() + before, found.end(),
                        [&](statement const& made) { return stays_away(kb, memory.related, r, whole, made); }),
            found.end());
    }
}

}  // namespace query_detail

/// Every claim behind an option for a cause, the excluded ones among them, whatever the intent unless the scope names some; also
/// those that a newer edition has replaced, which no table shows, each with what has replaced it, and predictions.
///
/// Of a medicine also what is said of its forms, of a form what is said of the medicine, of a class what is said of the therapies
/// listed under it; of the classes above, of what else stands under a class, and of the parts of a combination what protects.
constexpr std::vector<statement> why(knowledge_base const& kb, id<cause> asked, id<option> o, scope s = {}) {
    s.superseded = s.predictions = true;
    if (s.intents == scope{}.intents) s.intents = {};
    relevance const relevant{kb, asked};
    query_detail::around_memory memory;
    std::vector<statement> found;
    asked_scope narrowed{kb, std::move(s)};
    query_detail::statements_around(kb, relevant, o, narrowed, true, memory, found);
    std::sort(found.begin(), found.end(), query_detail::stands_before);
    return found;
}

}  // namespace treatise::inline v0_3
