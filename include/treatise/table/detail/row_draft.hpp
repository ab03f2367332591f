// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/fields.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/table/detail/cell_rules.hpp>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3::table_detail {

/// A comparison in the making: what it is asked, and the statements about an option in its scope.
class draft_comparison {
protected:
    knowledge_base const& kb_;
    relevance near_;
    scope scope_;
    comparison made_{};
    struct answer {
        id<treatise::option> option;
        intent aim;
        std::vector<statement> found;
    };
    std::vector<answer> answers_{};

    constexpr draft_comparison(knowledge_base const& kb, id<cause> asked, scope s)
        : kb_{kb}, near_{kb, asked}, scope_{std::move(s)} {}

    /// The class and those above it, nearest first.
    constexpr std::vector<id<therapy_class>> lineage(id<therapy_class> c) const {
        std::vector<id<therapy_class>> up{c};
        for (std::size_t i = 0; i != up.size(); ++i)
            for (auto e : kb_.out<is_a>(up[i]))
                if (!contains(up, e.object)) up.push_back(e.object);
        return up;
    }
    /// The kind of therapy that a class stands under: the root with the first place in the printed order.
    constexpr id<therapy_class> section_of(id<therapy_class> c) const {
        auto root = id<therapy_class>{};
        if (!c) return root;
        for (auto a : lineage(c))
            if (kb_.out<is_a>(a).empty() && (!root || a < root)) root = a;
        return root;
    }
    constexpr bool has_rows_below(id<therapy_class> c) const { return !kb_.in<is_a>(c).empty(); }

    /// Warnings pass every scope, but the cells of a preset of one source are that source's; those of others stand below.
    constexpr bool is_of_preset(claim_id c) const {
        if (!made_.preset.of) return true;
        auto const& said = kb_.said(c);
        return (!scope_.source || said.source == scope_.source) && (scope_.place.empty() || kb_[said.place] == scope_.place);
    }
    /// The scope of a row; the table's own where it is about treating what the cause gives rise to.
    constexpr scope scope_of(intent aim) const {
        auto s = scope_;
        if (aim != intent::symptomatic) s.intents = aim;
        return s;
    }
    constexpr std::span<statement const> all_of(id<option> o, intent aim = intent::symptomatic) {
        for (auto const& a : answers_)
            if (a.option == o && a.aim == aim) return a.found;
        answers_.push_back({o, aim, statements(kb_, near_, o, scope_of(aim))});
        auto& found = answers_.back().found;
        std::erase_if(
            found, [this](statement const& s) { return s.applies == applicability::excluded || !is_of_preset(s.claim); });
        return found;
    }
    /// A therapy with a row of its own is told there, not on the row of its class; what has no intent, such as a warning, is
    /// told once where an option has rows for several.
    constexpr std::vector<statement> all_of(row const& r) {
        auto const all = all_of(r.option, r.aim);
        std::vector<statement> found{all.begin(), all.end()};
        if (r.above)
            for (auto s : all_of(r.above, r.aim)) {
                if (s.of == said_of::itself) s.of = said_of::its_class;
                found.push_back(s);
            }
        std::erase_if(found, [&](statement const& s) {
            auto const o = kb_.as<option>(kb_.subject(s.claim));
            if (s.of == said_of::member && has_row(o, r.aim)) return true;
            return (s.first || !carries_intent(s.facet)) && is_told_before(r, o);
        });
        return found;
    }
    /// Whether a row with an earlier aim tells what is said of any use of the option.
    constexpr bool is_told_before(row const& r, id<option> o) const {
        for (auto aim : {intent::symptomatic, intent::cause_directed}) {
            if (aim == r.aim) return false;
            if (has_row(r.option, aim) || has_row(o, aim) || has_row(row_of(kb_, o), aim)) return true;
        }
        return false;
    }
    static constexpr bool carries_intent(facet f) {
        return f == facet::use || f == facet::recommendation || f == facet::approval || f == facet::benefit || f == facet::harm;
    }
    constexpr bool has_row(id<option> o, intent aim = intent::symptomatic) const {
        for (auto const& r : made_.rows)
            if ((r.option == o || (r.above && id<option>{r.above} == o)) && r.aim == aim) return true;
        return false;
    }

    constexpr void add_row(id<option> o, row_role role, intent aim = intent::symptomatic) {
        auto const c = row_of(kb_, o);
        made_.rows.push_back({o, role == row_role::pooled ? o : label_of(o), section_of(c), role, 0, 0, aim});
    }

    constexpr bool is_form_within(id<therapy> t, id<therapy_class> c) const {
        for (auto e : kb_.out<form_of>(t))
            if (row_of(kb_, e.object) == c) return true;
        return false;
    }
    /// Of a class with one therapy, forms of it apart, the therapy: unless a claim speaks of the class itself, which a table of
    /// one page says beside the claim.
    constexpr id<option> label_of(id<option> o) {
        auto const c = kb_.as<therapy_class>(o);
        if (!c || made_.preset.of) return o;
        auto only = id<therapy>{};
        for (auto e : kb_.in<listed_under>(c)) {
            if (is_form_within(e.subject, c)) continue;
            if (only) return o;
            only = e.subject;
        }
        if (!made_.preset.one_page)
            for (auto const& s : all_of(o))
                if (s.of == said_of::itself) return o;
        return only ? id<option>{only} : o;
    }
    /// Printed names decide inside a kind of therapy; a row stands with the pooled line above it.
    constexpr std::string_view group_name(row const& r, std::vector<id<option>> const& pooled) const {
        if (r.role != row_role::member) return kb_.name(r.label);
        for (auto a : lineage(kb_.as<therapy_class>(r.option)))
            if (id<option>{a} != r.option && contains(pooled, id<option>{a})) return kb_.name(a);
        return kb_.name(r.label);
    }
};

}  // namespace treatise::inline v0_3::table_detail
