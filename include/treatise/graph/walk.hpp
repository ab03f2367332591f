// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

// One way through every hierarchy: step by step, each entity once, so that no file makes a question slow or deep.
namespace treatise::inline v0_3 {

/// What is reached from some entities of a kind, each once, the nearest first.
///
/// Asked once a question, it then says at once whether it reaches an entity. Linear in what it reaches, and no deeper on the
/// stack than one call, whatever circles damaged arrays hold. It keeps its memory: a byte an entity of the kind.
template <class Kind>
class walk {
    entity_range<id<Kind>> all_{};
    std::vector<std::uint8_t> is_{};
    std::vector<id<Kind>> reached_{};

public:
    /// Forgets what was reached, for another question, of another base perhaps.
    constexpr void clear(knowledge_base const& kb) {
        for (auto e : reached_) is_[all_.slot(e)] = 0;
        reached_.clear();
        all_ = kb.all<Kind>();
        is_.resize(all_.size(), 0);  // clang needs the value
    }
    /// Adds one, unless it is there or is none.
    constexpr void add(id<Kind> e) {
        auto const i = all_.slot(e);
        if (i >= is_.size() || is_[i] != 0) return;
        is_[i] = 1;
        reached_.push_back(e);
    }
    /// Goes on from everything reached until nothing is new: `next(e, add)` adds what is one step from `e`.
    template <class Next>
    constexpr void run(Next next) {
        auto const add_one = [this](id<Kind> e) { add(e); };
        for (std::size_t i = 0; i != reached_.size(); ++i) {
            auto const e = reached_[i];
            next(e, add_one);
        }
    }
    [[nodiscard]] constexpr bool reaches(id<Kind> e) const {
        auto const i = all_.slot(e);
        return i < is_.size() && is_[i] != 0;
    }
    [[nodiscard]] constexpr std::vector<id<Kind>> const& reached() const { return reached_; }
};

/// Adds what stands above everything reached, by `is_a`.
template <class Kind>
constexpr void walk_up(knowledge_base const& kb, walk<Kind>& reached) {
    reached.run([&](id<Kind> e, auto const& add) {
        for (auto up : kb.out<is_a>(e)) add(up.object);
    });
}
/// Adds what stands below everything reached, by `is_a`.
template <class Kind>
constexpr void walk_down(knowledge_base const& kb, walk<Kind>& reached) {
    reached.run([&](id<Kind> e, auto const& add) {
        for (auto down : kb.in<is_a>(e)) add(down.subject);
    });
}

/// The entity and everything above it; none where there is none.
template <class Kind>
[[nodiscard]] constexpr walk<Kind> with_all_above(knowledge_base const& kb, id<Kind> e) {
    walk<Kind> reached;
    reached.clear(kb);
    reached.add(e);
    walk_up(kb, reached);
    return reached;
}

}  // namespace treatise::inline v0_3
