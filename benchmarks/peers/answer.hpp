// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/table/compare.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a peer is filled from, and what it answers. Peers share the vocabularies of the library (facet, applicability,
// stance) and the rule of applicability; how they keep and find claims is their own.
namespace peers {

/// A claim about an option as every peer is filled from it. What follows from the schema alone is worked out before.
struct claim_record {
    std::uint32_t place;  ///< in display order
    std::string key, relation;
    treatise::id<treatise::option> subject;
    treatise::id<treatise::entity> object;
    treatise::id<treatise::source> source;
    treatise::facet facet;
    treatise::stance stance;
    treatise::claim_status status;
    treatise::intent intent;
    bool lists;  ///< makes its subject a candidate
    bool first;  ///< stands first among harms
    std::vector<treatise::id<treatise::cause>> about, excludes;
};

/// A claim that a newer edition has replaced is stored as superseded.
template <class Relation>
treatise::claim_status status_of(treatise::knowledge_base const& kb, treatise::claim_id c) {
    auto const status = kb.said(c).status;
    return status == treatise::claim_status::current && has_stepped_back(kb, c, treatise::relation_number<Relation>)
               ? treatise::claim_status::superseded
               : status;
}

template <class Relation>
treatise::intent intent_of(treatise::knowledge_base const& kb, treatise::claim_id c) {
    return treatise::query_detail::intent_of(kb.payload<Relation>(c));
}

/// Warnings, and the outcomes of the documented list, stand first among harms.
template <class Relation>
bool stands_first(treatise::knowledge_base const& kb, treatise::claim<Relation> const& c) {
    if constexpr (std::same_as<Relation, treatise::affects>) {
        auto const& d = kb.details(c.object);
        return d.important && d.valence == treatise::valence::undesirable;
    }
    return std::same_as<Relation, treatise::warned_of>;
}

inline std::vector<claim_record> claims_of(treatise::knowledge_base const& kb) {
    using namespace treatise;
    std::vector<claim_record> all;
    each(claim_relations{}, [&]<class Relation>() {
        for (auto c : kb.every<Relation>()) {
            auto const subject = kb.as<option>(c.subject);
            if (!subject) continue;
            auto const facet = *facet_of(kb, c.number);
            claim_record r{c.number.value, std::string{kb.claim_key(c.number)}, std::string{Relation::name}, subject, c.object,
                c.said->source, facet, c.stance, status_of<Relation>(kb, c.number), intent_of<Relation>(kb, c.number),
                may_list<Relation> && facet != facet::harm, stands_first(kb, c), {}, {}};
            if (object_is_cause<Relation>) r.about.push_back(kb.as<cause>(c.object));
            for (auto x : kb[c.said->about])
                if (id<entity>{x} != id<entity>{c.object} || !object_is_cause<Relation>) r.about.push_back(x);
            for (auto x : kb[c.said->excludes]) r.excludes.push_back(x);
            all.push_back(std::move(r));
        }
    });
    return all;
}

/// Where a cause stands to the one asked about.
enum class side : std::uint8_t { same, above, below, none };

/// How a claim applies, from where the causes stand that it is about and that it excludes.
class reach {
    std::uint32_t causes_ = 0;
    side nearest_ = side::none;
    bool excluded_ = false;

public:
    void about(side s) {
        ++causes_;
        nearest_ = std::min(nearest_, s);
    }
    void excludes(side s) { excluded_ = excluded_ || s <= side::above; }
    treatise::applicability applies() const {
        using treatise::applicability;
        if (excluded_) return applicability::excluded;
        if (causes_ == 0) return applicability::broader;
        switch (nearest_) {
            case side::same: return causes_ == 1 ? applicability::exact : applicability::pooled;
            case side::above: return applicability::broader;
            case side::below: return applicability::narrower;
            default: return applicability::unrelated;
        }
    }
};

/// Whether the scope that is asked with when nothing is said lets a listing claim through.
inline bool is_asked_for(treatise::claim_status s, treatise::intent i) {
    return s == treatise::claim_status::current && (i == treatise::intent::symptomatic || i == treatise::intent::rehabilitative);
}
/// A table tells what is asked for and, whatever it is for, what stands first among harms.
inline bool is_told(treatise::claim_status s, treatise::intent i, bool first) {
    return s == treatise::claim_status::current && (first || is_asked_for(s, i));
}

/// The claims that make an option a candidate, the nearest first. `Claim` is what a peer knows a claim by.
template <class Claim>
struct reason {
    Claim claim;
    treatise::applicability applies;
    treatise::stance stance;
};
template <class Option, class Claim>
struct candidate {
    Option option;
    std::vector<reason<Claim>> reasons;
};

/// A claim as it bears on a row of a table.
template <class Claim>
struct told {
    treatise::facet facet;
    bool first;
    treatise::applicability applies;
    treatise::said_of of;
    std::uint32_t place;
    Claim claim;

    friend bool operator<(told const& a, told const& b) {
        if (a.facet != b.facet) return a.facet < b.facet;
        if (a.first != b.first) return a.first;
        if (a.applies != b.applies) return a.applies < b.applies;
        return a.of != b.of ? a.of < b.of : a.place < b.place;
    }
};

// An answer as lines of text: what is compared before anything is timed.
using answer = std::vector<std::string>;

inline std::string line(auto const&... parts) {
    std::string s;
    ((s += parts, s += ' '), ...);
    return s;
}

}  // namespace peers
