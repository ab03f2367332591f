// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/entity_names.hpp>
#include <treatise/query/matter.hpp>
#include <treatise/query/no_effect.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace treatise::inline v0_3 {

/// The figure of an effect as it was printed; false where the source gives words alone.
struct published_figure {
    statistic unit{};
    decimal value{}, low{}, high{};  ///< the estimate and its interval
    decimal without{};  ///< the same measure in the comparator's arm
    decimal participants{}, people_with{}, people_without{};  ///< all, in the option's arm, in the comparator's
    bool crosses_no_effect = false;  ///< its interval includes no effect: uncertain, which is not "no difference"

    constexpr explicit operator bool() const { return unit != statistic::narrative; }
    friend constexpr bool operator==(published_figure const&, published_figure const&) = default;
};

/// How sure somebody is of an effect, in the words of a scheme.
struct certainty_rating {
    std::string_view word{}, scheme{}, reasons{};
    entity_names rated_by{};  ///< the source of the claim where it rated the certainty itself

    friend constexpr bool operator==(certainty_rating const&, certainty_rating const&) = default;
};

/// What a guideline body says, in the words of its scheme.
struct guidance_grade {
    std::string_view strength{}, line{}, scheme{}, setting{};
    std::string_view narrow{};  ///< why it is narrower than the whole cause

    friend constexpr bool operator==(guidance_grade const&, guidance_grade const&) = default;
};

/// What a payer does, by which rule, in force since when.
struct payer_rule {
    entity_names payer{};
    coverage_status status{};
    std::string_view rule{};
    date effective{}, reviewed{}, ended{};

    friend constexpr bool operator==(payer_rule const&, payer_rule const&) = default;
};

/// Who says it, and where.
struct fact_source {
    std::string_view key{}, name{}, title{}, url{}, doi{};
    std::string_view place{};  ///< page, table or section
    source_kind kind{};
    date published{}, checked{}, valid_until{};
    reading read{};
    std::string_view restated_in{}, restated_at{};  ///< where it was read, if that is another source
    bool has_interest = false;  ///< the source or the trial's sponsor has declared one in the option
    std::string_view interest{};  ///< whose
    interest_status interest_known{};  ///< of the sponsor where the claim names one, else of the source

    friend constexpr bool operator==(fact_source const&, fact_source const&) = default;
};

/// One statement on an option, whole: what is said, how, of whom and by whom.
///
/// Facet and stance belong together: a benefit with the stance `no_difference` is a trial that found none. Its texts look into
/// the arrays of the base, which must outlive it.
struct fact {
    claim_id claim{};
    std::string_view id{};  ///< the claim's authored id; empty where it has none: `claim_key_of` makes one
    std::string_view relation{};
    std::uint32_t layer = 0;  ///< 0: the base itself

    treatise::facet facet{};
    treatise::stance stance{};
    treatise::matter matter{};
    treatise::hedge hedge{};
    treatise::finding finding{};  ///< what was found where the statement was not confirmed
    entity_names about{};  ///< what it says it of: the outcome, the circumstance, the mechanism, the cause ...
    published_figure figure{};
    entity_names comparator{};
    std::string_view compared_with{};  ///< the comparator in words, where it is no option
    std::string_view arm{}, time_frame{}, trial{};
    certainty_rating certainty{};
    guidance_grade grade{};
    payer_rule coverage{};
    std::string_view authority{}, schedule{};
    std::optional<approval_status> approval{};
    std::optional<treatise::intent> intent{};
    std::string_view note{};

    entity_names option{};  ///< of which option: the asked one, a member, a form, a class
    treatise::said_of said_of{};
    std::optional<applicability> applies{};  ///< to the asked cause; nothing where none was asked
    std::string_view population{};
    id_run<treatise::id<cause>> causes{}, excludes{};  ///< the causes that it speaks of besides its object, and sets apart
    std::string_view jurisdiction{};
    bool stands_first = false;  ///< among harms: a regulator's warning, or an outcome of the documented list
    bool is_range = false;  ///< paired differences of several trials, of which this is the first; `fact_list::with` has them

    fact_source source{};
    claim_status status{};
    date status_date{};
    std::string_view status_reason{};
    claim_id replaced_by{};  ///< only in scopes that show what was replaced
};

}  // namespace treatise::inline v0_3
