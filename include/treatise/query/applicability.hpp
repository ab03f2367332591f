// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// How a claim relates to the cause that was asked about; computed, never stored. The nearest first.
enum class applicability : std::uint8_t {
    exact,     ///< it speaks of this cause alone
    pooled,    ///< of this cause together with others
    broader,   ///< of a wider group that contains it, or of any use
    narrower,  ///< of a kind of it
    excluded,  ///< its source sets this cause, or a wider group with it, apart
    unrelated
};
template <>
inline constexpr std::array<std::string_view, 6> words_of<applicability>{
    "exact", "pooled", "broader", "narrower", "excluded", "unrelated"};

/// The causes that bear on one cause: itself, those above it and those below it.
///
/// Filled once a question, linear in the causes reached; asked again it keeps its memory, so that only a new base or a
/// longer answer allocates. The base must outlive it.
class relevance {
    enum class side : std::uint8_t { none, same, above, below };
    static constexpr std::uint32_t side_bits = 2;

    knowledge_base kb_{};
    entity_range<id<cause>> causes_{};
    std::vector<std::uint32_t> mark_{};  ///< of each cause its side and, above the asked one, how many steps up
    std::vector<id<cause>> reached_{};
    std::uint32_t kinds_ = 0;

    constexpr std::uint32_t mark_of(id<cause> c) const {
        auto const i = causes_.slot(c);
        return i < mark_.size() ? mark_[i] : 0;
    }
    constexpr side at(id<cause> c) const { return static_cast<side>(mark_of(c) & ((1u << side_bits) - 1)); }
    constexpr void mark(id<cause> c, side s, std::uint32_t steps = 0) {
        auto const i = causes_.slot(c);
        if (i >= mark_.size() || mark_[i] != 0) return;
        mark_[i] = steps << side_bits | static_cast<std::uint32_t>(s);
        reached_.push_back(c);
        kinds_ += s == side::below && (!kb_.is_added(c) || kb_.is_added(reached_.front()));
    }

public:
    constexpr relevance() = default;
    constexpr relevance(relevance const&) = default;
    constexpr relevance(relevance&&) = default;
    constexpr relevance& operator=(relevance const&) = default;
    constexpr relevance& operator=(relevance&&) = default;
    constexpr ~relevance() = default;
    constexpr relevance(knowledge_base const& base, id<cause> asked) { ask(base, asked); }

    /// Takes another question in place of the last.
    constexpr void ask(knowledge_base const& base, id<cause> asked) {
        for (auto c : reached_) mark_[causes_.slot(c)] = 0;
        reached_.clear();
        kinds_ = 0;
        kb_ = base;
        causes_ = base.all<cause>();
        mark_.resize(causes_.size(), 0);  // clang needs the value
        reached_.reserve(32);
        mark(asked, side::same);
        for (std::size_t i = 0; i != reached_.size(); ++i)
            for (auto e : base.out<is_a>(reached_[i])) mark(e.object, side::above, steps_up(reached_[i]) + 1);
        for (std::size_t i = 0; i != reached_.size(); ++i)
            if (at(reached_[i]) != side::above)
                for (auto e : base.in<is_a>(reached_[i])) mark(e.subject, side::below);
    }

    /// Whether the cause is the asked one, above it or below it.
    constexpr bool reaches(id<cause> c) const { return at(c) != side::none; }
    /// The asked cause first.
    constexpr std::vector<id<cause>> const& reached() const { return reached_; }
    constexpr id<cause> asked() const { return reached_.empty() ? id<cause>{} : reached_.front(); }
    /// How many causes stand below the asked one, those apart that overlays put under a cause of the base.
    constexpr std::uint32_t kinds() const { return kinds_; }
    constexpr bool is_above(id<cause> c) const { return at(c) == side::above; }
    /// How many steps up from the asked cause the cause stands, by the shortest way; 0 where it is not above.
    constexpr std::uint32_t steps_up(id<cause> c) const { return mark_of(c) >> side_bits; }

    /// How a claim applies that is about `object` and the causes of its attribution; a claim about none speaks of any use.
    constexpr applicability of(id<cause> object, attribution const& said) const {
        if (!said.excludes.empty()) {
            auto const excluded = kb_[said.excludes];
            for (std::uint32_t i = 0; i != excluded.size(); ++i)
                if (auto const where = at(excluded[i]); where == side::same || where == side::above)
                    return applicability::excluded;
        }
        if (object && said.about.empty()) {  // as most claims are
            constexpr applicability by_side[]{
                applicability::unrelated, applicability::exact, applicability::broader, applicability::narrower};
            return by_side[static_cast<std::size_t>(at(object))];
        }
        auto const about = kb_[said.about];
        bool same = false, above = false, below = false;
        std::uint32_t causes = 0;
        auto const add = [&](id<cause> c) {
            auto const where = at(c);
            same = same || where == side::same, above = above || where == side::above, below = below || where == side::below;
            ++causes;
        };
        if (object) add(object);
        for (std::uint32_t i = 0; i != about.size(); ++i)
            if (auto const c = about[i]; c != object) add(c);
        if (causes == 0) return applicability::broader;
        if (same) return causes == 1 ? applicability::exact : applicability::pooled;
        return above ? applicability::broader : below ? applicability::narrower : applicability::unrelated;
    }
    /// A state of health in which an option is to be avoided bears on any use, also where it is a cause of the base.
    constexpr applicability of(claim_id c) const { return of(c, kb_.relation(c)); }
    /// The same where the caller knows the claim's relation.
    constexpr applicability of(claim_id c, std::uint32_t relation) const {
        auto const object = kb_.as<cause>(kb_.object(c));
        auto const& said = kb_.said(c, relation);
        if (!meaning_of(relation).object_is_state) return of(object, said);
        auto const use = of(id<cause>{}, said);
        return object && at(object) == side::same && use != applicability::excluded ? applicability::exact : use;
    }
    template <claim_relation Relation>
    constexpr applicability of(claim_id c) const {
        return of(c, relation_number<Relation>);
    }
};

}  // namespace treatise::inline v0_3
