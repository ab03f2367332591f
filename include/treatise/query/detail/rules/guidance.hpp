// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/states.hpp>
#include <treatise/query/matter.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

// Rules "symmetric guidance" and "nothing borrowed over a no", of what guidelines say.
namespace treatise::inline v0_3::query_detail {

constexpr recommendation const* advice_of(knowledge_base const& kb, claim_id c) { return kb.payload_if<recommended_for>(c); }
/// Advice for part of the people, in a setting, for a time, or after others failed.
constexpr bool is_narrow(knowledge_base const& kb, claim_id c) {
    auto const* r = advice_of(kb, c);
    return r != nullptr && static_cast<bool>(r->narrow);
}

/// The place of guidance: what is denied of the asked condition, then what is advised for it, for a kind of it, for the nearest
/// wider group; mentions without advice last.
constexpr std::uint8_t guidance_rank(knowledge_base const& kb, gathered const& g) {
    auto const c = g.says.claim;
    if (advice_of(kb, c) == nullptr) return g.says.applies == applicability::excluded ? 9 : 8;
    auto const s = kb.stance(c);
    if (g.says.applies == applicability::excluded) return 1;
    bool const here = is_about_asked(g.says), narrow = is_narrow(kb, c);
    if (here && !narrow && says_no(s)) return 0;
    if (here) return narrow ? 4 : 2;
    if (s == stance::no_recommendation) return 7;
    if (g.says.applies == applicability::narrower) return narrow ? 6 : 3;
    return narrow ? 6 : 5;
}

/// Whether a source denies the option for the asked condition, or sets the condition apart.
constexpr bool has_no(std::span<gathered const> all) {
    for (auto const& g : all)
        if (g.rank <= 1) return true;
    return false;
}

/// One body says one thing, of the class and of its members: the same source, answer, strength and line, as near.
constexpr bool is_one_advice(knowledge_base const& kb, gathered const& a, gathered const& b) {
    if (a.from != b.from || static_cast<bool>(a.says.replaced_by) != static_cast<bool>(b.says.replaced_by) ||
        a.stance != b.stance || a.remoteness != b.remoteness || a.hedge != b.hedge || a.population != b.population)
        return false;
    auto const *r = advice_of(kb, a.says.claim), *t = advice_of(kb, b.says.claim);
    if ((r == nullptr) != (t == nullptr)) return false;
    return r == nullptr || (r->strength == t->strength && r->line == t->line && r->intent == t->intent &&
                               r->narrow == t->narrow && r->setting == t->setting);
}
/// An order in which what is one advice stands together.
constexpr bool advice_before(knowledge_base const& kb, gathered const& a, gathered const& b) {
    if (a.from != b.from) return a.from < b.from;
    if (a.stance != b.stance) return a.stance < b.stance;
    if (a.remoteness != b.remoteness) return a.remoteness < b.remoteness;
    if (a.hedge != b.hedge) return a.hedge < b.hedge;
    if (a.population != b.population) return a.population.value < b.population.value;
    auto const *r = advice_of(kb, a.says.claim), *t = advice_of(kb, b.says.claim);
    if ((r == nullptr) != (t == nullptr)) return r == nullptr;
    if (r == nullptr) return false;
    if (r->strength != t->strength) return r->strength.value < t->strength.value;
    if (r->line != t->line) return r->line.value < t->line.value;
    if (r->intent != t->intent) return r->intent < t->intent;
    if (r->narrow != t->narrow) return r->narrow.value < t->narrow.value;
    return r->setting.value < t->setting.value;
}
/// For each, the first that says the same, itself perhaps, and the next that does; `no_number` where there is none. But for
/// sorting linear.
constexpr void find_one_advice(knowledge_base const& kb, std::span<gathered const> all, profile_memory& m) {
    auto const size = static_cast<std::uint32_t>(all.size());
    m.waiting.clear();
    m.first_alike.assign(size, no_number);
    m.next_alike.assign(size, no_number);
    for (std::uint32_t i = 0; i != size; ++i) m.waiting.push_back(i);
    std::sort(m.waiting.begin(), m.waiting.end(), [&](auto x, auto y) {
        if (advice_before(kb, all[x], all[y])) return true;
        return !advice_before(kb, all[y], all[x]) && x < y;
    });
    for (std::uint32_t n = 0; n != size; ++n) {
        auto const i = m.waiting[n];
        bool const alike = n != 0 && is_one_advice(kb, all[m.waiting[n - 1]], all[i]);
        m.first_alike[i] = alike ? m.first_alike[m.waiting[n - 1]] : i;
        if (alike) m.next_alike[m.waiting[n - 1]] = i;
    }
}

/// Chooses how much guidance a cell tells: all that is said of the asked condition; of a wider group what one document says for
/// and what one says against, unless enough is said already; mentions only where nothing else is.
class guidance_told {
    bool has_no_;
    std::uint32_t all_ = 0, wider_for_ = 0, wider_against_ = 0, excluded_ = 0, narrow_ = 0;
    id<source> no_from_{};

public:
    constexpr explicit guidance_told(bool has_no) : has_no_{has_no} {}

    constexpr bool tells(knowledge_base const& kb, gathered const& g) const {
        auto const rank = g.rank;
        if (rank == 1) return excluded_ == 0;
        if (rank <= 3) return true;
        if (rank == 4 || rank == 6) return narrow_ == 0 && (all_ <= 1 || rank == 4);
        if (rank >= 7) return all_ == 0;
        // What the same body denies here is not borrowed from its word on a wider group.
        if (g.stance == stance::in_favour)
            return !(has_no_ && is_of_one_body(kb, g.says.claim)) && wider_for_ < (all_ == 0 ? 2u : 1u);
        return g.stance == stance::against ? wider_against_ == 0 : all_ == 0;
    }
    constexpr void add(knowledge_base const& kb, gathered const& g) {
        auto const rank = g.rank;
        ++all_;
        if (rank <= 1) no_from_ = kb.said(g.says.claim).source;
        excluded_ += rank == 1;
        narrow_ += rank == 4 || rank == 6;
        if (rank != 5) return;
        wider_for_ += g.stance == stance::in_favour;
        wider_against_ += g.stance == stance::against;
    }

private:
    constexpr bool is_of_one_body(knowledge_base const& kb, claim_id c) const {
        auto const s = kb.said(c).source;
        return s == no_from_ || (no_from_ && body_of(kb, s) && body_of(kb, s) == body_of(kb, no_from_));
    }
};

/// Guidelines differ where bodies say for and against without a condition.
constexpr cell_state guidance_state(knowledge_base const& kb, editions& later, std::span<told const> all, profile_memory& m) {
    if (all.empty()) return cell_state::not_reported;
    m.sources_for.clear();
    m.sources_against.clear();
    for (auto const& t : all) {
        auto const c = t.says.claim;
        if (advice_of(kb, c) == nullptr || t.says.applies == applicability::excluded || is_narrow(kb, c)) continue;
        if (kb.stance(c) == stance::in_favour) m.sources_for.push_back(kb.said(c).source);
        if (kb.stance(c) == stance::against) m.sources_against.push_back(kb.said(c).source);
    }
    bool const both = !m.sources_for.empty() && !m.sources_against.empty();
    return both && later.are_any_apart(m.sources_for, m.sources_against) ? cell_state::disagree : cell_state::reported;
}

}  // namespace treatise::inline v0_3::query_detail
