// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/draft.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace treatise::inline v0_3::graph_detail {

/// One hash for each thing that the draft of an overlay says, whatever it lies over.
class layer_hasher {
    draft const& d_;
    row_hasher<draft> rows_{d_};
    std::vector<std::uint64_t> all_{};

    void entity_of(draft_entity const& e) {
        fingerprint_fold fold;
        for (auto t : {e.key, e.name, e.description}) rows_.add(fold, t);
        for (auto t : d_[e.synonyms]) rows_.add(fold, t);
        with_type(kinds{}, e.kind, [&]<class K>() {
            fold.add(K::name);
            if constexpr (kind_with_details<K>) rows_.row(fold, d_.rows<K>()[e.of_kind]);
        });
        all_.push_back(fold.hash);
    }
    template <class Relation>
    void payload(fingerprint_fold& fold, draft_edge const& e) const {
        fold.add(Relation::name);
        if constexpr (relation_with_payload<Relation>) rows_.row(fold, d_.rows<Relation>()[e.of_relation]);
    }
    std::uint64_t edge_of(std::uint32_t r, draft_edge const& e) const {
        fingerprint_fold fold;
        rows_.add(fold, e.subject);
        rows_.add(fold, e.object);
        with_type(relations{}, r, [&]<class R>() { this->payload<R>(fold, e); });
        if (r < structure::size) return fold.hash;
        rows_.add(fold, e.key);
        rows_.add(fold, e.note);
        fold.add(treatise::word(e.stance));
        rows_.row(fold, e.said);
        return fold.hash;
    }
    void rest() {
        for (auto const& c : d_.codes) {
            fingerprint_fold fold;
            rows_.row(fold, c.row);
            all_.push_back(fold.hash);
        }
        for (auto const& a : d_.attributes) {
            fingerprint_fold fold;
            if (a.of) rows_.add(fold, a.of);
            if (a.claim.relation != no_index)
                fold.add(edge_of(a.claim.relation, d_.edges[a.claim.relation][a.claim.of_relation]));
            for (auto t : {a.claim_key, a.name, a.value}) rows_.add(fold, t);
            all_.push_back(fold.hash);
        }
        for (auto const& n : d_.names) {
            fingerprint_fold fold;
            rows_.add(fold, n.of);
            for (auto t : d_[n.synonyms]) rows_.add(fold, t);
            all_.push_back(fold.hash);
        }
        for (auto const& w : d_.withdrawals) {
            fingerprint_fold fold;
            rows_.add(fold, w.claim_key);
            rows_.add(fold, w.reason);
            fold.add(std::uint64_t{w.on.bits});
            all_.push_back(fold.hash);
        }
    }

public:
    explicit layer_hasher(draft const& of) : d_{of} {}

    [[nodiscard]] std::uint64_t run() {
        for (auto const& e : d_.entities) entity_of(e);
        for (std::uint32_t r = 0; r != relations::size; ++r)
            for (auto const& e : d_.edges[r]) all_.push_back(edge_of(r, e));
        rest();
        std::sort(all_.begin(), all_.end());
        fingerprint_fold fold;
        rows_.row(fold, d_.base);
        for (auto h : all_) fold.add(h);
        return fold.hash == 0 ? 1 : fold.hash;
    }
};

}  // namespace treatise::inline v0_3::graph_detail
