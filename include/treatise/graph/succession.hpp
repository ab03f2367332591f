// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/editions.hpp>
#include <treatise/graph/knowledge_base.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

// A newer edition replaces an older one statement by statement: where it is silent, the older statement stays.
namespace treatise::inline v0_3 {

/// When the claim was published: its own date, or else its source's.
constexpr date published(knowledge_base const& kb, claim_id c) {
    auto const& said = kb.said(c);
    return said.published ? said.published : kb.details(said.source).published;
}

/// Whether two sources are two voices: neither an edition of the other, nor both of one body.
[[nodiscard]] constexpr bool are_two_documents(editions& all, id<source> a, id<source> b) { return !all.are_of_one_body(a, b); }
/// Whether two claims are of two such documents.
[[nodiscard]] constexpr bool are_two_documents(knowledge_base const& kb, editions& all, claim_id a, claim_id b) {
    return are_two_documents(all, kb.said(a).source, kb.said(b).source);
}

namespace graph_detail {

/// The same causes in any order; a list names each once.
constexpr bool same_causes(knowledge_base const& kb, many<id<cause>> a, many<id<cause>> b) {
    if (a == b) return true;
    auto const x = kb[a], y = kb[b];
    if (x.size() != y.size()) return false;
    std::uint32_t alike = 0;
    while (alike != x.size() && x[alike] == y[alike]) ++alike;
    if (alike == x.size()) return true;
    std::vector<id<cause>> these, those;
    for (auto i = alike; i != x.size(); ++i) these.push_back(x[i]), those.push_back(y[i]);
    std::sort(these.begin(), these.end());
    std::sort(those.begin(), those.end());
    return these == those;
}

/// What the payload adds to the matter of a claim: for which purpose, paid by whom, compared with what, in which form.
///
/// The heading of a section does not take the place of a box, and a box not that of a section that says more.
template <class Payload>
constexpr bool same_question(Payload const& a, Payload const& b) {
    if constexpr (requires { a.intent; })
        if (a.intent != b.intent) return false;
    if constexpr (requires { a.payer; })
        if (a.payer != b.payer) return false;
    if constexpr (requires { a.form; })
        if (a.form != b.form) return false;
    if constexpr (requires { a.comparator; })
        if (a.comparator != b.comparator || a.compared_with != b.compared_with) return false;
    return true;
}

/// Folds what the payload adds to the matter of a claim.
template <class Payload>
constexpr void add_question(fingerprint_fold& fold, [[maybe_unused]] Payload const& p) {
    if constexpr (requires { p.intent; }) fold.add(static_cast<std::uint64_t>(p.intent));
    if constexpr (requires { p.payer; }) fold.add(std::uint64_t{p.payer.value});
    if constexpr (requires { p.form; }) fold.add(static_cast<std::uint64_t>(p.form));
    if constexpr (requires { p.comparator; }) {
        fold.add(std::uint64_t{p.comparator.value});
        fold.add(std::uint64_t{p.compared_with.value});
    }
}
struct question_folder {
    knowledge_base const& kb;
    claim_id c;
    fingerprint_fold& fold;

    template <class Relation>
    constexpr void operator()() const {
        add_question(fold, kb.payload<Relation>(c));
    }
};
/// A number that is the same for claims of one pair of ends that speak of the same thing.
constexpr std::uint64_t fingerprint_of_thing(knowledge_base const& kb, claim_id c, std::uint32_t relation) {
    std::uint64_t causes = 0;  // in any order
    auto const about = kb[kb.said(c, relation).about];
    for (std::uint32_t i = 0; i != about.size(); ++i) {
        fingerprint_fold one;
        one.add(std::uint64_t{about[i].value});
        causes += one.hash;
    }
    fingerprint_fold fold;
    fold.add(causes);
    with_claim_relation(relation, question_folder{kb, c, fold});
    return fold.hash;
}

struct question_comparer {
    knowledge_base const& kb;
    claim_id a, b;
    bool& same;

    template <class Relation>
    constexpr void operator()() const {
        same = same_question(kb.payload<Relation>(a), kb.payload<Relation>(b));
    }
};

}  // namespace graph_detail

/// Whether two claims speak of the same thing: relation, option, object, causes, purpose, payer, comparator and the form of a
/// warning are equal.
constexpr bool same_thing(knowledge_base const& kb, claim_id a, claim_id b) {
    auto const r = kb.relation(a);
    if (r != kb.relation(b) || kb.subject(a) != kb.subject(b) || kb.object(a) != kb.object(b)) return false;
    if (!graph_detail::same_causes(kb, kb.said(a).about, kb.said(b).about)) return false;
    bool same = true;
    with_claim_relation(r, graph_detail::question_comparer{kb, a, b, same});
    return same;
}

/// Which claim of a later edition has replaced a claim by `as_of`: what the latest edition that speaks of the same thing says,
/// the first in display order where several are the latest.
///
/// None where no later edition speaks of it. Of a claim that is marked superseded, also what its own source says later. It works
/// out the claims of one pair of ends together, and keeps them: asked of neighbours, as they stand in the base, it is linear in
/// the claims and the editions of their sources, but for sorting. Made of one base, which must outlive it.
class successions {
    struct member {
        std::uint64_t thing = 0;  ///< equal for claims that speak of the same thing
        std::uint32_t claim = 0;  ///< from the first of the pair
    };
    /// What stands for a source among the claims on one thing: its own claim or that of a later edition.
    struct stand {
        id<source> of{};
        std::uint32_t next_newer = 0;  ///< which of the sources that replace it is to be looked at
        bool done = false;
        claim_id own{}, own_latest{};  ///< the first of its claims, and the one published last
        claim_id newer{}, newer_latest{};  ///< what replaces them
    };

    knowledge_base kb_{};
    date as_of_{};
    std::uint32_t first_ = 0, last_ = 0, relation_ = 0;  ///< the pair that is worked out
    std::vector<claim_id> by_{};                          ///< claim by claim
    std::vector<member> members_{};
    std::vector<stand> stands_{};
    std::vector<std::uint32_t> stand_of_{};  ///< of each source, from 1
    std::vector<std::uint32_t> way_{};
    std::vector<std::uint32_t> things_{}, layers_{};

    [[nodiscard]] constexpr claim_id at(std::uint32_t n) const { return claim_id::from_number(first_ + n); }
    [[nodiscard]] constexpr bool is_marked(claim_id c) const { return kb_.said(c, relation_).status == claim_status::superseded; }
    [[nodiscard]] constexpr bool may_replace(claim_id c) const {
        return kb_.said(c, relation_).status != claim_status::withdrawn && !(as_of_ && published(kb_, c) > as_of_);
    }

    constexpr std::uint32_t stand_for(id<source> s) {
        auto const i = kb_.all<source>().slot(s);
        if (i >= stand_of_.size()) return no_number;
        if (stand_of_[i] == 0) {
            stands_.push_back({.of = s});
            stand_of_[i] = static_cast<std::uint32_t>(stands_.size());
        }
        return stand_of_[i] - 1;
    }
    static constexpr void take_first(claim_id& kept, claim_id c) {
        if (c && (!kept || c < kept)) kept = c;
    }
    constexpr void take_latest(claim_id& kept, claim_id c) const {
        if (!kept || published(kb_, kept) < published(kb_, c)) kept = c;
    }
    constexpr void finish(stand& s) const {
        s.done = true;
        auto const newer = kb_.in_ids<supersedes>(s.of);
        for (std::uint32_t i = 0; i != newer.size(); ++i) {
            auto const at = stand_of_[kb_.all<source>().slot(kb_.subject<source>(newer[i]))];
            auto const& n = stands_[at - 1];
            if (!n.done) continue;  // a circle of editions
            take_first(s.newer, n.newer ? n.newer : n.own);
            take_first(s.newer_latest, n.newer_latest ? n.newer_latest : n.own_latest);
        }
    }
    /// Goes from a source to all that replace it, and comes back with what stands for each.
    constexpr void walk_from(std::uint32_t start) {
        way_.assign(1, start);
        while (!way_.empty()) {
            auto const n = way_.back();
            auto const newer = kb_.in_ids<supersedes>(stands_[n].of);
            if (stands_[n].done || stands_[n].next_newer == newer.size()) {
                if (!stands_[n].done) finish(stands_[n]);
                way_.pop_back();
                continue;
            }
            auto const next = stand_for(kb_.subject<source>(newer[stands_[n].next_newer++]));
            if (next != no_number && stands_[next].next_newer == 0 && !stands_[next].done) way_.push_back(next);
        }
    }
    /// Works out the claims on one thing, layer by layer: no overlay replaces what stands under it.
    constexpr void replace_among(std::vector<std::uint32_t> const& thing) {
        if (thing.size() < 2) return;
        if (stand_of_.size() != kb_.all<source>().size()) stand_of_.assign(kb_.all<source>().size(), 0);
        layers_.clear();
        for (auto x : thing) layers_.push_back(kb_.layer(at(x)));
        std::sort(layers_.begin(), layers_.end());
        layers_.erase(std::unique(layers_.begin(), layers_.end()), layers_.end());
        for (auto layer : layers_) replace_in_layer(thing, layer);
    }
    constexpr void replace_in_layer(std::vector<std::uint32_t> const& thing, std::uint32_t layer) {
        for (auto x : thing) {
            auto const c = at(x);
            if (kb_.layer(c) > layer) continue;
            auto const n = stand_for(kb_.said(c, relation_).source);
            if (n == no_number || !may_replace(c)) continue;
            take_first(stands_[n].own, c);
            take_latest(stands_[n].own_latest, c);
        }
        for (std::uint32_t n = 0, own = static_cast<std::uint32_t>(stands_.size()); n != own; ++n) walk_from(n);
        for (auto x : thing)
            if (kb_.layer(at(x)) == layer) by_[x] = replacement_of(at(x));
        for (auto const& s : stands_) stand_of_[kb_.all<source>().slot(s.of)] = 0;
        stands_.clear();
    }
    [[nodiscard]] constexpr claim_id replacement_of(claim_id c) {
        auto const n = stand_for(kb_.said(c, relation_).source);
        if (n == no_number) return {};
        auto const& s = stands_[n];
        if (!is_marked(c)) return s.newer;
        if (s.newer_latest) return s.newer_latest;
        return s.own_latest && published(kb_, c) < published(kb_, s.own_latest) ? s.own_latest : claim_id{};
    }
    /// The claims of one relation with the ends of `c`: they stand together.
    constexpr void find_pair(claim_id c) {
        auto const subject = kb_.subject(c);
        auto const object = kb_.object(c);
        auto const same_ends = [&](std::uint32_t n) {
            auto const x = claim_id::from_number(n);
            return kb_.object(x) == object && kb_.subject(x) == subject;
        };
        auto const all = kb_.edges_of(relation_);
        first_ = c.value, last_ = c.value + 1;
        while (first_ > all.first && same_ends(first_ - 1)) --first_;
        while (last_ < all.last && same_ends(last_)) ++last_;
    }
    constexpr void work_out() {
        by_.assign(last_ - first_, claim_id{});
        if (last_ - first_ < 2) return;
        members_.clear();
        for (std::uint32_t n = 0; n != last_ - first_; ++n)
            members_.push_back({graph_detail::fingerprint_of_thing(kb_, at(n), relation_), n});
        std::sort(members_.begin(), members_.end(),
            [](member const& a, member const& b) { return a.thing != b.thing ? a.thing < b.thing : a.claim < b.claim; });
        for (std::size_t i = 0; i != members_.size();) i = work_out_from(i);
    }
    /// The claims with one fingerprint, which as a rule speak of one thing; gives where they end.
    constexpr std::size_t work_out_from(std::size_t first) {
        auto end = first;
        while (end != members_.size() && members_[end].thing == members_[first].thing) ++end;
        for (auto last = end; last - first > 1;) {
            things_.clear();
            auto left = first;
            auto const one = at(members_[first].claim);
            for (auto i = first; i != last; ++i)
                if (same_thing(kb_, one, at(members_[i].claim)))
                    things_.push_back(members_[i].claim);
                else
                    members_[left++] = members_[i];
            replace_among(things_);
            last = left;
        }
        return end;
    }

public:
    constexpr successions() = default;
    constexpr explicit successions(knowledge_base const& kb, date as_of = {}) : kb_{kb}, as_of_{as_of} {}
    /// Forgets what was worked out, for another question, of another base perhaps; keeps its memory.
    constexpr void clear(knowledge_base const& kb, date as_of) {
        kb_ = kb;
        as_of_ = as_of;
        first_ = last_ = 0;
        stand_of_.clear();
    }

    /// The claim that has replaced this one; none where nothing has.
    [[nodiscard]] constexpr claim_id replaced_by(claim_id c) { return replaced_by(c, kb_.relation(c)); }
    /// The same where the caller knows its relation.
    [[nodiscard]] constexpr claim_id replaced_by(claim_id c, std::uint32_t r) {
        auto const& said = kb_.said(c, r);
        if (said.status != claim_status::superseded && kb_.in_ids<supersedes>(said.source).empty()) return {};
        if (c.value - first_ >= last_ - first_) {
            relation_ = r;
            find_pair(c);
            work_out();
        }
        return by_[c.value - first_];
    }
    /// Whether the claim has stepped back: it was replaced, or is marked superseded.
    ///
    /// A warning or a contraindication that is marked steps back only when what replaced it is in the base.
    [[nodiscard]] constexpr bool has_stepped_back(claim_id c, std::uint32_t r) {
        auto const& said = kb_.said(c, r);
        if (said.status == claim_status::current && kb_.in_ids<supersedes>(said.source).size() == 0) return false;
        if (said.status == claim_status::superseded && !meaning_of(r).passes_scopes) return true;
        return static_cast<bool>(replaced_by(c, r));
    }
};

/// The claim that has replaced this one by `as_of`: `successions` answers for many.
///
/// Constant where the source has no later edition; else linear in the claims with the same subject and object and in the
/// editions of their sources, but for sorting.
[[nodiscard]] constexpr claim_id replaced_by(knowledge_base const& kb, claim_id c, date as_of = {}) {
    return successions{kb, as_of}.replaced_by(c);
}

}  // namespace treatise::inline v0_3
