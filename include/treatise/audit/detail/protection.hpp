// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/audit/detail/run.hpp>
#include <treatise/query/profile.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

// What protects is told whole: every warning, contraindication and listed serious outcome that an answer knows.
namespace treatise::inline v0_3::audit_detail {

/// Which claims the table tells anywhere, a byte each.
[[nodiscard]] inline std::vector<std::uint8_t> told_anywhere(audit_run const& a) {
    std::uint32_t largest = 0;
    auto const each = [&](auto visit) { a.each_claim(std::span{a.c.told}, visit); };
    each([&](claim_id c) { largest = (std::max)(largest, c.value); });
    std::vector<std::uint8_t> is(largest + 1u, 0);
    each([&](claim_id c) { is[c.value] = 1; });
    return is;
}

/// Every told claim on what protects in the profile of a row stands in the table: in the row, in one that it refers to, or below.
inline void audit_protection(audit_run& a) {
    auto const& c = a.c;
    if (c.view.rows == row_content::rules) return;
    auto const told = told_anywhere(a);
    auto const stands = [&](claim_id x) { return x.value < told.size() && told[x.value] != 0; };
    option_profile known;
    asked_scope everything{a.kb, {}};
    id<option> last{};
    for (std::uint32_t r = 0; r != c.rows.size(); ++r) {
        auto const o = c.rows[r].option;
        if (c.rows[r].is_reference || o == last) continue;
        last = o;
        profile(a.kb, a.relevant, o, everything, {}, known);
        for (std::size_t m = 0; m != matter_count; ++m) {
            if ((columns::all_warnings.bits >> m & 1u) == 0) continue;
            for (auto const& t : known.told_of(static_cast<matter>(m))) {
                bool any = stands(t.says.claim);
                for (auto const w : known.with_of(t)) any = any || stands(w);
                a.find_if(!any, audit_check::r2, {r, no_number}, t.says.claim);
            }
        }
    }
}

}  // namespace treatise::inline v0_3::audit_detail
