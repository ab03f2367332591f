// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/asked_scope.hpp>
#include <treatise/query/detail/rules/figure_order.hpp>
#include <treatise/query/statements.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

/// The matters of which an answer tells, in the order in which it tells them.
enum class matter : std::uint8_t {
    guidance,              ///< recommendations for and against, and mentions without advice
    approval,              ///< approvals, and schedules
    benefit,               ///< desirable outcomes
    harm,                  ///< the common side effects, then how many stopped for them
    boxed_warning,
    contraindication,
    avoid,                 ///< to be avoided, which is less than contraindicated and more than a caution
    safety_communication,
    serious_harm,          ///< outcomes of the documented list, however rare
    caution,
    label_warning,
    practical,             ///< considerations: before the start, to monitor, to teach, to tell, the others
    coverage,
    mechanism,
    provider
};
template <>
inline constexpr std::array<std::string_view, 15> words_of<matter>{"guidance", "approval", "benefit", "harm", "boxed_warning",
    "contraindication", "avoid", "safety_communication", "serious_harm", "caution", "label_warning", "practical", "coverage",
    "mechanism", "provider"};
inline constexpr std::size_t matter_count = words_of<matter>.size();

/// What an answer says of the evidence on a matter; told apart in every format without colour.
enum class cell_state : std::uint8_t { reported, no_difference, disagree, looked_for, not_reported };
template <>
inline constexpr std::array<std::string_view, 5> words_of<cell_state>{
    "reported", "no_important_difference", "sources_disagree", "looked_for_not_found", "not_reported"};

/// One thing that is told of an option: a claim, with the claims that say it together with it.
struct told {
    statement says{};
    id<option> whose{};  ///< the option that it is about, which may be a member, a form, a class; of several the widest
    std::uint32_t with_first = 0, with_last = 0;  ///< in `option_profile::with`
    bool is_range = false;  ///< paired differences of several trials, from the least to the largest of `says` and those with it

    friend constexpr bool operator==(told const&, told const&) = default;
};

/// A member of which one cell tells a figure, while nobody here reports one for the other: "gabapentin: no figure here".
struct silent_member {
    id<therapy> member{};
    matter where{};  ///< the benefits or the harms, where it has no figure

    friend constexpr bool operator==(silent_member, silent_member) = default;
};

namespace query_detail {

/// What of an option bears on another one.
enum class bearing : std::uint8_t {
    everything,
    protection,  ///< warnings, contraindications, listed serious outcomes, and what is recommended or not
    warnings  ///< the same without recommendations
};
/// An option whose claims bear on the asked one.
struct related_option {
    id<treatise::option> which{};
    said_of as{};
    bearing bears{};
};
/// The options whose claims bear on one, each once, the option itself first. It keeps its memory: a number an option.
class related_options {
    std::vector<related_option> all_{};
    entity_range<id<option>> options_{};
    std::vector<std::uint32_t> place_{};  ///< of each option in `all_`, from 1

public:
    constexpr void clear(knowledge_base const& kb) {
        for (auto const& r : all_) place_[options_.slot(r.which)] = 0;
        all_.clear();
        all_.reserve(32);
        options_ = kb.all<option>();
        place_.resize(options_.size(), 0);  // clang needs the value
    }
    /// Adds one, unless it is there.
    constexpr void add(related_option const& r) {
        auto const i = options_.slot(r.which);
        if (i >= place_.size() || place_[i] != 0) return;
        all_.push_back(r);
        place_[i] = static_cast<std::uint32_t>(all_.size());
    }
    [[nodiscard]] constexpr related_option const* find(id<option> o) const {
        auto const i = options_.slot(o);
        return i < place_.size() && place_[i] != 0 ? &all_[place_[i] - 1] : nullptr;
    }
    /// Its place, the first being the option itself; the number of them where it is not among them.
    [[nodiscard]] constexpr std::uint32_t place(id<option> o) const {
        auto const* r = find(o);
        return static_cast<std::uint32_t>(r ? r - all_.data() : static_cast<std::ptrdiff_t>(all_.size()));
    }
    [[nodiscard]] constexpr std::size_t size() const { return all_.size(); }
    [[nodiscard]] constexpr related_option const& operator[](std::size_t i) const { return all_[i]; }
    [[nodiscard]] constexpr auto begin() const { return all_.begin(); }
    [[nodiscard]] constexpr auto end() const { return all_.end(); }
};
/// A claim that is no effect, or one on a listed serious outcome, with what orders it.
struct gathered {
    statement says{};
    id<treatise::option> whose{};
    matter about{};
    std::uint8_t remoteness = 0, rank = 0;
    treatise::hedge hedge{};
    treatise::stance stance{};
    id<entity> object{};
    id<treatise::source> from{};
    text population{};
    date when{};
    std::uint64_t place = 0;  ///< by which claims are sorted first
};
/// The effects of one option on one outcome, neighbours in `profile_memory::effects`.
struct run {
    std::uint32_t first = 0, last = 0, best = 0;
    std::uint8_t standing = 0;
    bool has_first_no = false;  ///< of benefits: one of them denies it for the asked cause
    bool is_named = false;  ///< of harms: a named side effect, not how many stopped or had any
    std::int64_t more = 0;
    std::uint32_t family = 0;  ///< equal for outcomes that are told once
    std::uint32_t of_member = 0;  ///< of a class, the place of the member among the related options; 0: of no one member
};
/// What a claim that says yes or no decides, and for whom.
struct side_of_claim {
    std::uint32_t relation = 0, topic = 0;
    id<treatise::option> of{};
    id<treatise::source> from{};
    bool by_domain = false, no = false, inner = false, words = false;
};
/// An order in which what decides one thing stands together.
constexpr bool side_before(side_of_claim const& a, side_of_claim const& b) {
    if (a.relation != b.relation) return a.relation < b.relation;
    if (a.by_domain != b.by_domain) return b.by_domain;
    return a.topic != b.topic ? a.topic < b.topic : a.of < b.of;
}
/// A run of harms, and an option that it is about or a form of which it is about.
struct owned_run {
    id<treatise::option> owner{};
    std::uint32_t run = 0;
};
/// What the making of a profile needs, kept with it so that the next one allocates nothing.
struct profile_memory {
    asked_scope narrowed{};  ///< where the caller keeps none
    related_options related{};
    std::vector<weighed> effects{};
    std::vector<std::uint8_t> used{};  ///< of `effects`
    std::vector<run> runs{};
    std::vector<std::uint32_t> chosen{}, waiting{};
    std::vector<std::uint32_t> first_alike{}, next_alike{};  ///< of statements of guidance, those that say one thing
    std::vector<id<treatise::source>> sources_for{}, sources_against{};
    std::vector<std::uint32_t> in_range{};  ///< the range in hand, in its run
    std::vector<std::uint32_t> by_result{}, place{};  ///< of each run, those of one result together; where each stands there
    std::vector<id<outcome>> warned_of{};  ///< the broadest outcomes of which a regulator warns, in order
    walk<option> told_benefit{}, told_harm{}, has_benefit{}, has_harm{};  ///< of whom a figure is told, and of whom there is one
    std::vector<side_of_claim> sides{};
    walk<outcome> wider{};  ///< the outcomes that the one in hand is a kind of
    std::vector<std::uint32_t> by_family{};  ///< the runs of harms, those of one family and medicine together
    std::vector<std::uint32_t> told_of_member{};  ///< by `run::of_member`, how many of its harms stand in the cell
    std::vector<std::uint8_t> is_chosen{};  ///< of each run
    std::vector<owned_run> owned{};  ///< the runs of harms by whom they are about
    std::vector<gathered> others{};
    std::vector<gathered> added{};  ///< what overlays say of an option of the base, in no order but the claims'
};

}  // namespace query_detail

/// What sources say of one option for one cause, first things first: the rules are in query/detail/rules/.
///
/// It refers to the arrays of the knowledge base, which must outlive it.
struct option_profile {
    knowledge_base base{};
    id<cause> asked{};
    id<treatise::option> option{};
    struct part {
        cell_state state = cell_state::not_reported;
        std::uint32_t first = 0, last = 0;  ///< what is told, in `told`
        std::uint32_t added = 0;  ///< from here on, what overlays add: it stands behind all that the base says of the matter
        std::uint32_t untold_first = 0, untold_last = 0;  ///< what else bears on the matter, in `untold`; `why` tells it
    };
    std::array<part, matter_count> parts{};
    std::vector<treatise::told> told{};
    std::vector<claim_id> with{};
    std::vector<statement> untold{};
    std::vector<id<therapy>> members{};  ///< of a class: those that something documents for the cause or its wider group
    std::vector<id<therapy>> label_unread{};  ///< of the option and its members: the medicines of which no label was read
    std::vector<silent_member> silent{};  ///< of a class: which member has no figure beside the one told of it

    query_detail::profile_memory memory{};  ///< no part of the answer

    constexpr part const& of(matter m) const { return parts[place_of(m)]; }
    constexpr std::span<treatise::told const> told_of(matter m) const {
        return std::span{told}.subspan(of(m).first, of(m).last - of(m).first);
    }
    /// What the base alone tells; of an option that an overlay adds, everything.
    constexpr std::span<treatise::told const> told_by_base(matter m) const {
        return std::span{told}.subspan(of(m).first, of(m).added - of(m).first);
    }
    /// What overlays add to it.
    constexpr std::span<treatise::told const> told_by_overlays(matter m) const {
        return std::span{told}.subspan(of(m).added, of(m).last - of(m).added);
    }
    constexpr std::span<statement const> untold_of(matter m) const {
        return std::span{untold}.subspan(of(m).untold_first, of(m).untold_last - of(m).untold_first);
    }
    constexpr std::span<claim_id const> with_of(treatise::told const& t) const {
        return std::span{with}.subspan(t.with_first, t.with_last - t.with_first);
    }
};

/// What a table fixes for all of its rows.
struct profile_options {
    id<outcome> benefit{};  ///< the outcome that heads the benefits of a table; none: as each source measures it
    id<option> comparator{};  ///< what its figures are compared with, where the table has one
    std::uint32_t common_harms = 4;  ///< how many are told besides those who stopped; half as many of each of several members
    std::uint32_t practical_points = 2;  ///< how many considerations, and how many of coverage, are told; 0: all
    bool all = false;  ///< everything is told, nothing left to `why`
};

}  // namespace treatise::inline v0_3
