// SPDX-License-Identifier: BSL-1.0
#pragma once

// A small made-up base without a claim, for what sources say beside and against each other:
//   fixture::opinions b;  b.recommends("old", "pill-a", "ache", "old-for-a");  b.freeze();
//
// Causes: ache > early-ache, late-ache; other-ache stands alone.
// Classes: remedies > pills (a row), drops (a row); sweet-things: members only.
// Therapies: pill-a, pill-b (pills; pill-b also sweet-things), pill-a-slow (pills, form of pill-a), drop-a (drops),
//   lone (in no class), dummy (a reference).
// Outcomes: relief > relief-of-half, relief-of-third; sleep; sickness (undesirable). Circumstance: pregnancy.
// Sources: first-edition (2010) <- second-edition (2015) <- third-edition (2020), one document; red (2011), green (2012), blue
//   (2013): others. Schemes: stars and letters, each with two strengths, lines and certainties. Payers: plan-x, plan-y.

#include "extended.hpp"

#include <treatise/query/scope.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace fixture {

/// Also what a newer edition has replaced.
inline treatise::scope with_older() {
    treatise::scope s;
    s.superseded = true;
    return s;
}

treatise::builder opinions_builder();

class opinions : public extended {
public:
    opinions();

    /// An attribution that says nothing but the source, and the causes where the object is none.
    treatise::attribution by(std::string_view source, std::vector<std::string_view> const& about = {});
    treatise::recommendation of(std::string_view scheme, std::uint8_t strength, std::uint8_t line = 0);
    void recommends(std::string_view source, std::string_view option, std::string_view cause, std::string_view key,
        treatise::stance stance = treatise::stance::in_favour);
    void recommends(treatise::attribution const& said, std::string_view option, std::string_view cause, std::string_view key,
        treatise::stance stance, treatise::recommendation const& what);
    treatise::effect figure(treatise::statistic s, treatise::decimal value, treatise::decimal low, treatise::decimal high);
    treatise::effect certain(std::string_view scheme, std::uint8_t certainty);
    void finds(std::string_view source, std::string_view option, std::string_view outcome, std::string_view key,
        treatise::stance stance = treatise::stance::in_favour, treatise::effect const& what = {},
        std::string_view cause = "ache");
    void names(std::string_view source, std::string_view option, std::string_view key, std::string_view cause = "ache");
    void warns(
        std::string_view source, std::string_view option, std::string_view of, std::string_view key, treatise::warning_form form);
    void pays(std::string_view source, std::string_view payer, std::string_view option, treatise::coverage_status status,
        std::string_view key);
};

}  // namespace fixture
