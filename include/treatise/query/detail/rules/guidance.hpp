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
/// wider group, there the editions behind that have a later one; mentions without advice; last the sources whose advice leaves
/// the condition out, which is advice of nothing.
namespace guidance_place {
enum : std::uint8_t { denied, here, kind, narrow_here, wider, wider_old, narrow_elsewhere, no_answer, mention, left_out };
}
constexpr std::uint8_t guidance_rank(knowledge_base const& kb, gathered const& g) {
    auto const c = g.says.claim;
    if (g.says.applies == applicability::excluded) return guidance_place::left_out;
    if (advice_of(kb, c) == nullptr) return guidance_place::mention;
    auto const s = kb.stance(c);
    bool const here = is_about_asked(g.says), narrow = is_narrow(kb, c);
    if (here && !narrow && says_no(s)) return guidance_place::denied;
    if (here) return narrow ? guidance_place::narrow_here : guidance_place::here;
    if (s == stance::no_recommendation) return guidance_place::no_answer;
    if (narrow) return guidance_place::narrow_elsewhere;
    if (g.says.applies == applicability::narrower) return guidance_place::kind;
    return kb.in_ids<supersedes>(g.from).empty() ? guidance_place::wider : guidance_place::wider_old;
}

/// By which source a statement is replaced; none where it is in force.
constexpr id<source> replaced_by(knowledge_base const& kb, statement const& s) {
    return s.replaced_by ? kb.said(s.replaced_by).source : id<source>{};
}
/// An order in which what is one advice stands together: one body says one thing, of the class and of its members, when it is
/// the same source, in force or replaced alike, with the same answer, strength and line, as near. Of a source that leaves the
/// condition out, nothing else is told.
constexpr bool advice_before(knowledge_base const& kb, gathered const& a, gathered const& b) {
    if (a.from != b.from) return a.from < b.from;
    if (auto const x = replaced_by(kb, a.says), y = replaced_by(kb, b.says); x != y) return x < y;
    bool const out = a.says.applies == applicability::excluded;
    if (out != (b.says.applies == applicability::excluded)) return !out;
    if (out) return false;
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
constexpr bool is_one_advice(knowledge_base const& kb, gathered const& a, gathered const& b) {
    return !advice_before(kb, a, b) && !advice_before(kb, b, a);
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

/// Chooses how much guidance a cell tells: all that is said of the asked condition; of a wider group what two documents say for,
/// or one where something is said of the condition, and what one says against; mentions, and what is narrow for a wider group,
/// only where nothing else is; and who leaves the condition out.
class guidance_told {
    bool has_no_ = false;
    std::uint32_t all_ = 0, nearer_ = 0, wider_for_ = 0, wider_against_ = 0, narrow_ = 0;
    id<source> no_from_{}, left_out_by_{};

public:
    constexpr guidance_told(knowledge_base const& kb, std::span<gathered const> all) {
        for (auto const& g : all) {
            bool const left_out = g.says.applies == applicability::excluded && advice_of(kb, g.says.claim) != nullptr;
            has_no_ = has_no_ || g.rank == guidance_place::denied || left_out;
            if (left_out && !left_out_by_) left_out_by_ = g.from;
        }
    }

    constexpr bool tells(knowledge_base const& kb, gathered const& g) const {
        switch (g.rank) {
            case guidance_place::denied:
            case guidance_place::here:
            case guidance_place::kind:
            case guidance_place::left_out: return true;
            case guidance_place::narrow_here: return narrow_ == 0;
            case guidance_place::narrow_elsewhere: return narrow_ == 0 && all_ == 0;
            case guidance_place::no_answer:
            case guidance_place::mention: return all_ == 0;
            default: break;
        }
        // What the same body denies here is not borrowed from its word on a wider group.
        if (g.stance == stance::in_favour)
            return !(has_no_ && is_of_one_body(kb, g.says.claim)) && wider_for_ < (nearer_ == 0 ? 2u : 1u);
        return g.stance == stance::against ? wider_against_ == 0 : all_ == 0;
    }
    constexpr void add(gathered const& g) {
        auto const rank = g.rank;
        ++all_;
        if (rank == guidance_place::denied) no_from_ = g.from;
        narrow_ += rank == guidance_place::narrow_here || rank == guidance_place::narrow_elsewhere;
        nearer_ += rank < guidance_place::wider;
        if (rank != guidance_place::wider && rank != guidance_place::wider_old) return;
        wider_for_ += g.stance == stance::in_favour;
        wider_against_ += g.stance == stance::against;
    }

private:
    constexpr bool is_of_one_body(knowledge_base const& kb, claim_id c) const {
        auto const s = kb.said(c).source;
        auto const is_of = [&](id<source> no) {
            return no && (s == no || (body_of(kb, s) && body_of(kb, s) == body_of(kb, no)));
        };
        return is_of(no_from_) || is_of(left_out_by_);
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
