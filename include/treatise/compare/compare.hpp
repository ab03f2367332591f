// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/compare/cell_rules.hpp>
#include <treatise/compare/unstated.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/query/candidates.hpp>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise {

namespace detail {

/// Builds one comparison; the steps stand in the order in which they run.
class comparer {
    knowledge_base const& kb_;
    relevance near_;
    scope scope_;
    comparison made_;
    bool tells_all_ = false;
    std::vector<statement> of_row_;
    struct answer {
        id<treatise::option> option;
        std::vector<statement> found;
    };
    mutable std::vector<answer> answers_;

    static constexpr bool contains(auto const& v, auto x) { return std::find(v.begin(), v.end(), x) != v.end(); }

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
    constexpr std::span<statement const> all_of(id<option> o) const {
        for (auto const& a : answers_)
            if (a.option == o) return a.found;
        answers_.push_back({o, statements(kb_, near_, o, scope_)});
        auto& found = answers_.back().found;
        std::erase_if(
            found, [this](statement const& s) { return s.applies == applicability::excluded || !is_of_preset(s.claim); });
        return found;
    }
    /// A therapy with a row of its own is told there, not on the row of its class.
    constexpr std::vector<statement> all_of(row const& r) const {
        auto const all = all_of(r.option);
        std::vector<statement> found{all.begin(), all.end()};
        std::erase_if(
            found, [&](statement const& s) { return s.of == said_of::member && has_row(kb_.as<option>(kb_.subject(s.claim))); });
        return found;
    }
    constexpr bool has_row(id<option> o) const {
        for (auto const& r : made_.rows)
            if (r.option == o) return true;
        return false;
    }

    constexpr void add_row(id<option> o, row_role role) {
        auto const c = row_of(kb_, o);
        made_.rows.push_back({o, role == row_role::pooled ? o : label_of(o), section_of(c), role, 0, 0});
    }

    constexpr bool is_form_within(id<therapy> t, id<therapy_class> c) const {
        for (auto e : kb_.out<form_of>(t))
            if (row_of(kb_, e.object) == c) return true;
        return false;
    }
    /// Of a class with one therapy, forms of it apart, the therapy: unless a claim speaks of the class itself.
    constexpr id<option> label_of(id<option> o) const {
        auto const c = kb_.as<therapy_class>(o);
        if (!c || made_.preset.of) return o;
        auto only = id<therapy>{};
        for (auto e : kb_.in<listed_under>(c)) {
            if (is_form_within(e.subject, c)) continue;
            if (only) return o;
            only = e.subject;
        }
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

    // Which rows.

    constexpr void named_rows() {
        for (auto o : scope_.options)
            if (!has_row(o)) add_row(o, row_role::alone);
        if (!made_.preset.of)
            std::sort(made_.rows.begin(), made_.rows.end(), [](row const& a, row const& b) { return a.option < b.option; });
    }

    constexpr void documented_rows() {
        std::vector<id<option>> rows, for_it;
        for (auto c : candidates(kb_, made_.asked, scope_)) {
            if (c.is_excluded()) {
                made_.set_apart.push_back(c.option);
                continue;
            }
            auto const row = made_.preset.rows == grouping::listed_class ? row_of(kb_, c.option) : id<therapy_class>{};
            auto const o = row ? id<option>{row} : c.option;
            if (!contains(rows, o)) rows.push_back(o);
            if (!c.is_only_against() && !contains(for_it, o)) for_it.push_back(o);
        }
        for (auto t : kb_.all<therapy>())
            if (kb_.details(t).reference && !contains(rows, id<option>{t}) && in_scope(kb_, t, scope_) && !all_of(t).empty())
                add_row(t, row_role::reference);
        std::vector<id<option>> pooled;
        for (auto o : rows)
            if (auto const c = kb_.as<therapy_class>(o); c && made_.preset.rows == grouping::listed_class)
                for (auto a : lineage(c)) {
                    bool const speaks = a == c
                                            ? has_rows_below(a)
                                            : !kb_.out<is_a>(a).empty() && !contains(rows, id<option>{a}) && !all_of(a).empty();
                    if (speaks && !contains(pooled, id<option>{a})) pooled.push_back(a);
                }
        for (auto o : pooled) add_row(o, row_role::pooled);
        for (auto o : rows)
            if (!contains(pooled, o))
                add_row(o, !contains(for_it, o)      ? row_role::against
                           : under_one_of(pooled, o) ? row_role::member
                                                     : row_role::alone);
        // References first; then kinds of therapy in their order, a pooled line above its rows, A to Z by what is printed;
        // therapies in no class behind the classes; what is only spoken against last.
        auto const place = [](row const& r) {
            return r.role == row_role::reference ? 0 : r.role == row_role::against ? 3 : r.section ? 1 : 2;
        };
        std::sort(made_.rows.begin(), made_.rows.end(), [&](row const& a, row const& b) {
            if (place(a) != place(b)) return place(a) < place(b);
            if (a.section != b.section) return a.section < b.section;
            if (auto const c = compare_folded(group_name(a, pooled), group_name(b, pooled)); c != 0) return c < 0;
            if ((a.role == row_role::member) != (b.role == row_role::member)) return b.role == row_role::member;
            if (auto const c = compare_folded(kb_.name(a.label), kb_.name(b.label)); c != 0) return c < 0;
            return a.option < b.option;
        });
    }
    constexpr bool under_one_of(std::vector<id<option>> const& pooled, id<option> o) const {
        auto const c = kb_.as<therapy_class>(o);
        if (!c) return false;
        for (auto a : lineage(c))
            if (a != c && contains(pooled, id<option>{a})) return true;
        return false;
    }

    constexpr bool is_discussed(row const& r) const {
        for (auto const& s : all_of(r))
            if (s.applies == applicability::exact || s.applies == applicability::pooled) return true;
        return false;
    }

    /// Too many rows: those that no source discusses for this cause are named below the table instead, unless all would go.
    constexpr void collapse() {
        auto const is_option = [](row const& r) { return r.role == row_role::alone || r.role == row_role::member; };
        std::uint32_t options = 0, discussed = 0;
        for (auto const& r : made_.rows) {
            options += is_option(r);
            discussed += is_option(r) && is_discussed(r);
        }
        if (options <= made_.preset.most_rows || discussed == 0) return;
        std::erase_if(made_.rows, [&](row const& r) {
            if (!is_option(r) || is_discussed(r)) return false;
            made_.named.push_back(r.option);
            return true;
        });
    }

    // What stands in them.

    constexpr void fill(row& r) {
        of_row_ = all_of(r);
        members(r);
        for (auto const& column : made_.preset.columns) {
            std::vector<statement> s;
            if (column.content == column_content::claims)
                for (auto const& x : of_row_)
                    if (column.facets.allows(x.facet)) s.push_back(x);
            cell made{state_of(kb_, s), static_cast<std::uint32_t>(made_.statements.size()), 0, 0};
            made.shown = choose(kb_, s, tells_all_);
            made_.statements.insert(made_.statements.end(), s.begin(), s.end());
            made.last = static_cast<std::uint32_t>(made_.statements.size());
            if (column.content == column_content::claims) ++made_.states[static_cast<std::size_t>(made.state)];
            made_.cells.push_back(made);
        }
    }

    constexpr void members(row& r) {
        r.members_first = static_cast<std::uint32_t>(made_.members.size());
        if (auto const c = kb_.as<therapy_class>(r.option)) {
            for (auto e : kb_.in<listed_under>(c))
                for (auto const& s : of_row_)
                    if (kb_.subject(s.claim) == e.subject && !contains_member(r, e.subject)) made_.members.push_back(e.subject);
            if (kb_.in<listed_under>(c).empty() && made_.preset.of) {
                scope within;
                within.kind = c;
                for (auto t : kb_.all<therapy>())
                    if (in_scope(kb_, t, within) && !all_of(t).empty()) made_.members.push_back(t);
            }
        }
        r.members_last = static_cast<std::uint32_t>(made_.members.size());
        std::sort(made_.members.begin() + r.members_first, made_.members.end(), [this](id<therapy> a, id<therapy> b) {
            auto const c = compare_folded(kb_.name(a), kb_.name(b));
            return c != 0 ? c < 0 : a < b;
        });
    }
    constexpr bool contains_member(row const& r, id<therapy> t) const {
        return std::find(made_.members.begin() + r.members_first, made_.members.end(), t) != made_.members.end();
    }

    /// Where one source fills the table, the warnings that others give for its rows, and for what is in them, stand below it.
    constexpr void other_warnings() {
        scope everyone, within;
        std::vector<claim_id> told;
        for (auto const& s : made_.statements) told.push_back(s.claim);
        for (std::uint32_t i = 0; i != made_.rows.size(); ++i) {
            std::vector<id<option>> about{made_.rows[i].option};
            if (auto const c = kb_.as<therapy_class>(made_.rows[i].option)) {
                within.kind = c;
                for (auto o : kb_.all<option>())
                    if (o != about.front() && in_scope(kb_, o, within)) about.push_back(o);
            }
            for (auto o : about)
                for (auto const& s : statements(kb_, near_, o, everyone)) {
                    if (!(s.facet == facet::warning || (s.first && kb_.said(s.claim).source != scope_.source))) continue;
                    if (contains(told, s.claim)) continue;
                    told.push_back(s.claim);
                    made_.warnings.push_back({i, s});
                }
        }
    }

    constexpr void count() {
        std::vector<claim_id> claims;
        std::vector<std::uint32_t> cells_from(kb_.all<source>().size(), 0);
        std::uint32_t filled = 0;
        for (auto const& c : made_.cells) {
            if (c.first == c.last) continue;
            ++filled;
            auto const one = kb_.said(made_.statements[c.first].claim).source;
            bool alone = true;
            for (auto const& s : made_.in(c)) {
                claims.push_back(s.claim);
                alone = alone && kb_.said(s.claim).source == one;
            }
            if (alone && one.value - kb_.all<source>().first < cells_from.size())
                ++cells_from[one.value - kb_.all<source>().first];
        }
        for (auto const& w : made_.warnings) claims.push_back(w.warning.claim);
        for (auto s : kb_.all<source>())
            if (cells_from[s.value - kb_.all<source>().first] * 2 > filled) made_.most_from = s;
        std::sort(claims.begin(), claims.end());
        claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
        made_.claim_count = static_cast<std::uint32_t>(claims.size());
        for (auto c : claims) {
            made_.read_in_source += kb_.said(c).read == reading::in_source;
            made_.sources.push_back(kb_.said(c).source);
        }
        for (auto c : made_.advice) made_.sources.push_back(kb_.said(c).source);
        std::sort(made_.sources.begin(), made_.sources.end());
        made_.sources.erase(std::unique(made_.sources.begin(), made_.sources.end()), made_.sources.end());
        made_.unstated = count_unstated(made_);
    }

    constexpr void advice() {
        for (auto about : near_.reached())
            for (auto a : kb_.out<advises>(about)) {
                auto const applies = near_.of(about, *a.said);
                if (applies != applicability::narrower && applies != applicability::excluded &&
                    in_scope(kb_, a.number, applies, scope_))
                    made_.advice.push_back(a.number);
            }
    }

public:
    constexpr comparer(knowledge_base const& kb, id<cause> asked, preset const& p, scope s)
        : kb_{kb}, near_{kb, asked}, scope_{std::move(s)} {
        made_.base = &kb;
        made_.asked = asked;
        made_.preset = p;
        made_.narrowed = scope_.source || scope_.kind || scope_.jurisdiction || scope_.payer || scope_.source_kinds.bits ||
                         scope_.applies.bits || scope_.read.bits || scope_.as_of || !scope_.place.empty();
        made_.asked_options = !scope_.options.empty();
        if (p.of) {
            auto const& d = kb.details(p.of);
            scope_.source = d.from;
            scope_.place = kb[d.place];
            tells_all_ = true;
            if (scope_.options.empty())
                for (auto o : kb[d.options]) scope_.options.push_back(o);
        }
    }

    constexpr comparison run() {
        if (!scope_.options.empty())
            named_rows();
        else
            documented_rows();
        if (scope_.options.empty()) collapse();
        for (auto& r : made_.rows) fill(r);
        if (made_.preset.of && scope_.source) other_warnings();
        advice();
        count();
        return std::move(made_);
    }
};

}  // namespace detail

/// The comparison table of the options documented for a cause, as a value.
///
/// Rows stand in display order: references, then kinds of therapy, A to Z inside. Nothing is ranked and no
/// claim stands on two rows. Linear in the claims about the options; the base must outlive the result.
constexpr comparison compare(knowledge_base const& kb, id<cause> asked, preset const& p = overview, scope s = {}) {
    return detail::comparer{kb, asked, p, std::move(s)}.run();
}

}  // namespace treatise
