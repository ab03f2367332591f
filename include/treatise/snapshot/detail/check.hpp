// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/graph/standing.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3::snapshot_detail {

/// Checks every number of arrays that `agree`: what a builder would not have made is named and refused.
class table_checks {
    knowledge_base kb_;
    tables const& t_ = kb_.tables();
    std::string wrong_{};

    using numbers = std::span<std::uint32_t const>;

    /// What is found first is told.
    bool expect(bool right, std::string_view section, std::size_t i, std::string_view what) {
        if (!right && wrong_.empty())
            wrong_ = '`' + std::string{section} + "` has at " + std::to_string(i) + ' ' + std::string{what};
        return right;
    }
    bool ok() const { return wrong_.empty(); }
    std::uint32_t texts() const { return static_cast<std::uint32_t>(t_.text_begin.size() - 1); }
    number_range hull(std::uint32_t bits) const { return entity_numbers(t_.kind_begin, t_.added_begin, bits); }
    bool is_of(std::uint32_t e, std::uint32_t bits) const {
        return e < kb_.entity_count() && (bits >> kb_.kind(id<entity>::from_number(e)) & 1u);
    }
    /// Offsets that begin at `first`, rise and end at `last`.
    bool rise(numbers begin, std::uint64_t first, std::uint64_t last, std::string_view section, std::size_t at = 0) {
        for (std::size_t i = 0; i != begin.size(); ++i) {
            bool const rises = i == 0 ? begin[i] == first : begin[i] >= begin[i - 1];
            if (!expect(rises && begin[i] <= last, section, at + i, "a number out of order")) return false;
        }
        return expect(!begin.empty() && begin.back() == last, section, at + begin.size(), "another end than its array");
    }

    // Rows, field by field.

    template <class Row, class Type>
    bool is_valid(Row const& row, Type const& v) const {
        if constexpr (std::same_as<Type, text>)
            return v.value < texts();
        else if constexpr (std::same_as<Type, date>)
            return v.bits < 2 || (v.month() <= 12 && (v.month() != 0 || v.day() == 0) && v.year() >= 1 && v.year() <= 9999);
        else if constexpr (std::same_as<Type, decimal>)
            return v.is_finite() || v.digits() == 0;
        else if constexpr (std::same_as<Type, flag>)
            return v.byte <= 1;
        else if constexpr (is_id<Type>)
            return v.value >= unstated_number || of_kind(v);
        else if constexpr (is_level<Type>)
            return v.value == 0 || v.value == unstated_level || v.value <= kb_[kb_.details(row.scheme).*level_words<Type>].size();
        else if constexpr (is_list<Type>)
            return is_valid_list(row, v);
        else if constexpr (vocabulary<Type>)
            return static_cast<std::size_t>(v) < words_of<Type>.size();
        else
            return true;
    }
    template <class Kind>
    bool of_kind(id<Kind> e) const {
        return is_of(e.value, kinds_of<Kind>::bits);
    }
    template <class Row, class T>
    bool is_valid_list(Row const& row, many<T> m) const {
        if (m.first > m.last || m.last > t_.lists.size()) return false;
        for (auto v : kb_[m])
            if (!is_valid(row, v)) return false;
        return true;
    }
    template <class Row>
    void rows(std::string_view section, std::span<Row const> all) {
        for (std::size_t i = 0; i != all.size() && ok(); ++i)
            Row::fields([&](std::string_view name, auto member, presence = optional) {
                this->expect(this->is_valid(all[i], all[i].*member), section, i, "a `" + std::string{name} + "` that cannot be");
            });
    }
    /// A column that may hold one row for all, or none for the default.
    void column_size(std::string_view section, std::size_t rows, std::size_t all) {
        expect(rows <= 1 || rows == all, section, rows, "its end; expected none, one or " + std::to_string(all));
    }

    void texts_and_lists() {
        rise(t_.text_begin, 0, t_.pool.size(), "text_begin");
        if (!ok()) return;
        expect(
            kb_[text{}].empty() && kb_[not_stated] == "not stated", "text_begin", 0, "other texts than none and \"not stated\"");
        for (auto e : kb_.all<entity>())
            if (!expect(is_key(kb_.key(e)), "pool", e.value, "no key for an entity")) return;
        expect(t_.base.size() == 1, "base", t_.base.size(), "its end; expected one row");
        rows("base", t_.base);
    }
    void entities() {
        auto const n = kb_.entity_count();
        column_size("entities", t_.entities.size(), n);
        rows("entities", t_.entities);
        each(kinds{}, [this]<class K>() { this->details<K>(); });
        rows("codes", t_.codes);
        if (!ok()) return;
        expect(t_.codes_begin.empty() ? t_.codes.empty() : t_.codes_begin.size() == std::size_t{n} + 1, "codes_begin",
            t_.codes_begin.size(), "its end; expected one number more than entities");
        if (!t_.codes_begin.empty()) rise(t_.codes_begin, 0, t_.codes.size(), "codes_begin");
        for (auto e : kb_.all<entity>())
            for (auto const& c : kb_.codes(e)) expect(c.of == e, "codes", e.value, "a code of another entity");
        in_order("codes_by_text", t_.codes_by_text, t_.codes.size(), [this](std::uint32_t i, std::uint32_t j) {
            auto const c = compare_folded(kb_[t_.codes[i].code], kb_[t_.codes[j].code]);
            return c != 0 ? c < 0 : i < j;
        });
        rows("names", t_.names);
        for (std::size_t i = 1; i < t_.names.size() && ok(); ++i) {
            auto const &x = t_.names[i - 1], &y = t_.names[i];
            auto const c = compare_folded(kb_[x.name], kb_[y.name]);
            expect(c != 0 ? c < 0 : x.of < y.of, "names", i, "a name out of order");
        }
        for (std::size_t i = 0; i != t_.names.size() && ok(); ++i)
            expect(t_.names[i].of.value < n, "names", i, "the name of no entity");
        if (ok()) layers();
    }
    void attributes(std::string_view section, std::span<attribute_row const> all, std::uint32_t first, std::uint32_t last) {
        rows(section, all);
        for (std::size_t i = 0; i != all.size() && ok(); ++i) {
            expect(first <= all[i].of && all[i].of < last, section, i, "an attribute of nothing");
            if (i == 0) continue;
            auto const &x = all[i - 1], &y = all[i];
            expect(x.of != y.of ? x.of < y.of : kb_[x.name] < kb_[y.name], section, i, "an attribute out of order");
        }
    }
    void layers() {
        rows("layers", t_.layers);
        for (std::size_t i = 0; i != t_.entity_layer.size() && ok(); ++i)
            expect(t_.entity_layer[i] != 0 && (t_.layers.empty() || t_.entity_layer[i] <= t_.layers.size()), "entity_layer", i,
                "the layer of nothing");
        attributes("entity_attributes", t_.entity_attributes, 0, kb_.entity_count());
    }
    template <class Kind>
    void details() {
        if constexpr (kind_with_details<Kind>) {
            auto const all = t_.rows<Kind>();
            column_size(Kind::name, all.size(), kb_.all<Kind>().size());
            rows(Kind::name, all);
        }
    }
    /// Every number below `size` once, each before the next.
    template <class Before>
    void in_order(std::string_view section, numbers all, std::size_t size, Before before) {
        expect(all.size() == size, section, all.size(), "its end; expected " + std::to_string(size));
        for (std::size_t i = 0; i != all.size() && ok(); ++i)
            if (expect(all[i] < size, section, i, "a number that is too large") && i != 0)
                expect(before(all[i - 1], all[i]), section, i, "a number out of order");
    }

    // Edges.

    void edges(std::uint32_t r) {
        auto const name = relation_names[r];
        auto const first = t_.relation_begin[r], last = t_.relation_begin[r + 1];
        for (auto c = first; c != last && ok(); ++c) {
            auto const s = t_.subject[c], o = t_.object[c];
            expect(is_of(s, subject_kinds[r]), name, c - first, "a subject of another kind");
            expect(is_of(o, object_kinds[r]), name, c - first, "an object of another kind");
            if (ok() && same_kind_ends[r])
                expect(kb_.kind(id<entity>::from_number(s)) == kb_.kind(id<entity>::from_number(o)), name, c - first,
                    "ends of two kinds");
            if (r == relation_number<is_a>) expect(o < s, name, c - first, "a parent behind its child");
            if (c != first && ok())
                expect(t_.subject[c - 1] < s || (t_.subject[c - 1] == s && t_.object[c - 1] <= o), name, c - first,
                    "an edge out of order");
        }
    }
    /// Where the offsets of a relation stand: behind those of the one before, or nowhere.
    numbers offsets(
        std::string_view section, numbers at, numbers begin, std::uint32_t r, std::uint32_t bits, bool any, std::size_t& end) {
        if (!expect(at.size() == relations::size, section, at.size(), "its end; expected one number for each relation"))
            return {};
        if (!any) {
            expect(at[r] == no_index, section, r, "offsets where there are no edges");
            return {};
        }
        auto const size = std::size_t{hull(bits).size()} + 1;
        if (!expect(at[r] == end && begin.size() >= end + size, section, r, "a place of offsets that is not the next")) return {};
        end += size;
        return begin.subspan(at[r], size);
    }
    std::size_t out_end_ = 0, in_end_ = 0, about_end_ = 0;
    std::uint32_t in_first_ = 0, about_first_ = 0;

    void ends(std::uint32_t r) {
        auto const first = t_.relation_begin[r], last = t_.relation_begin[r + 1];
        auto const subjects = hull(subject_kinds[r]), objects = hull(object_kinds[r]);
        auto const out = offsets("out_at", t_.out_at, t_.out_begin, r, subject_kinds[r], first != last, out_end_);
        auto const in = offsets("in_at", t_.in_at, t_.in_begin, r, object_kinds[r], first != last, in_end_);
        if (!ok() || out.empty() || !rise(out, first, last, "out_begin", t_.out_at[r])) return;
        for (std::uint32_t i = 0; i + 1 != out.size(); ++i)
            for (auto c = out[i]; c != out[i + 1] && ok(); ++c)
                expect(t_.subject[c] == subjects.number(i), "out_begin", t_.out_at[r] + i, "the edges of another subject");
        if (!ok() || !rise(in, in_first_, std::uint64_t{in_first_} + (last - first), "in_begin", t_.in_at[r])) return;
        for (std::uint32_t i = 0; i + 1 != in.size(); ++i)
            for (auto k = in[i]; k != in[i + 1] && ok(); ++k) {
                auto const c = t_.in_edges[k];
                if (expect(first <= c && c < last, "in_edges", k, "an edge of another relation"))
                    expect(t_.object[c] == objects.number(i) && (k == in[i] || t_.in_edges[k - 1] < c), "in_edges", k,
                        "an edge of another object, or out of order");
            }
        in_first_ += last - first;
    }

    // Claims.

    template <class Column>
    void column(std::string_view section, Column const& of, std::uint32_t limit) {
        auto const [begin, all] = of;
        if (!rise(begin, 0, all.size(), section)) return;
        for (std::uint32_t r = 0; r != claim_relations::size; ++r)
            column_size(section, begin[r + 1] - begin[r],
                t_.relation_begin[structure::size + r + 1] - t_.relation_begin[structure::size + r]);
        for (std::size_t i = 0; i != all.size() && ok(); ++i) expect(all[i] < limit, section, i, "a number that is too large");
    }
    template <class Relation>
    void payload() {
        if constexpr (relation_with_payload<Relation>) {
            auto const all = t_.rows<Relation>();
            column_size(Relation::name, all.size(), kb_.every<Relation>().size());
            rows(Relation::name, all);
        }
    }
    void claims() {
        column("stance", t_.stance, static_cast<std::uint32_t>(words_of<stance>.size()));
        column("attributed", t_.attributed, static_cast<std::uint32_t>(t_.attributions.size()));
        column("claim_key", t_.claim_key, texts());
        column("note", t_.note, texts());
        column("marks", t_.marks, claim_marks::all + 1u);
        column("layer", t_.layer, static_cast<std::uint32_t>(t_.layers.size() == 0 ? 256 : t_.layers.size() + 1));
        attributes("claim_attributes", t_.claim_attributes, kb_.first_claim(), kb_.edge_count());
        expect(kb_.claim_count() == 0 || !t_.attributions.empty(), "attributions", 0, "its end; expected who makes the claims");
        rows("attributions", t_.attributions);
        each(relations{}, [this]<class R>() { this->payload<R>(); });
    }
    /// The causes that a claim names besides its object, so many times each.
    std::uint32_t contexts_of(std::uint32_t c, std::uint32_t r, id<cause> of) const {
        bool const direct = object_kinds[r] == kinds_of<cause>::bits;
        std::uint32_t n = 0;
        for (auto about : kb_[kb_.said(claim_id::from_number(c), r).about])
            if (!(direct && about.value == t_.object[c]) && (!of || about == of)) ++n;
        return n;
    }
    void contexts(std::uint32_t r) {
        auto const first = t_.relation_begin[r], last = t_.relation_begin[r + 1];
        std::uint64_t all = 0;
        if (r >= structure::size)
            for (auto c = first; c != last; ++c) all += contexts_of(c, r, {});
        auto const causes = kinds_of<cause>::bits;
        auto const begin = offsets("about_at", t_.about_at, t_.about_begin, r, causes, all != 0, about_end_);
        if (!ok() || begin.empty() || !rise(begin, about_first_, about_first_ + all, "about_begin", t_.about_at[r])) return;
        if (!expect(begin.back() <= t_.about_claims.size(), "about_claims", t_.about_claims.size(), "its end")) return;
        for (std::uint32_t i = 0; i + 1 != begin.size(); ++i)
            for (auto k = begin[i]; k != begin[i + 1] && ok(); ++k) {
                auto const c = t_.about_claims[k];
                if (expect(first <= c && c < last, "about_claims", k, "a claim of another relation"))
                    expect(contexts_of(c, r, id<cause>::from_number(hull(causes).number(i))) != 0 &&
                               (k == begin[i] || t_.about_claims[k - 1] < c),
                        "about_claims", k, "a claim about another cause, or out of order");
            }
        about_first_ += static_cast<std::uint32_t>(all);
    }

    /// What was worked out when the base was made is what its claims say.
    void standing() {
        successions replaced{kb_};
        for (std::uint32_t r = structure::size; r != relations::size && ok(); ++r)
            for (auto c : kb_.edges_of(r))
                expect(kb_.marks(c, r) == marks_of(kb_, replaced, c, r), "marks", c.value - kb_.first_claim(),
                    "other marks than the claim");
        if (!ok()) return;
        auto const made = listing_of(kb_);
        auto const same = [this](std::string_view section, numbers is, std::vector<std::uint32_t> const& right) {
            expect(is.size() == right.size(), section, is.size(), "its end; expected " + std::to_string(right.size()));
            for (std::size_t i = 0; i != is.size() && ok(); ++i)
                expect(is[i] == right[i], section, i, "another number than the claims about the cause");
        };
        same("listing_begin", t_.listing_begin, made.begin);
        same("listing_claims", t_.listing_claims, made.claims);
    }

public:
    explicit table_checks(knowledge_base const& kb) : kb_{kb} {}

    std::string run() {
        texts_and_lists();
        if (ok()) entities();
        for (std::uint32_t r = 0; r != relations::size && ok(); ++r) edges(r);
        expect(t_.in_edges.size() == kb_.edge_count(), "in_edges", t_.in_edges.size(), "another number of edges");
        for (std::uint32_t r = 0; r != relations::size && ok(); ++r) ends(r);
        if (ok()) claims();
        for (std::uint32_t r = 0; r != relations::size && ok(); ++r) contexts(r);
        if (ok()) standing();
        if (ok()) {
            expect(t_.out_begin.size() == out_end_, "out_begin", out_end_, "more than its relations need");
            expect(t_.in_begin.size() == in_end_, "in_begin", in_end_, "more than its relations need");
            expect(t_.about_begin.size() == about_end_, "about_begin", about_end_, "more than its relations need");
            expect(t_.about_claims.size() == about_first_, "about_claims", about_first_, "more than its relations need");
        }
        return wrong_;
    }
};

/// What is wrong with the numbers of a base, and where; empty where a builder could have made it. Linear.
inline std::string check_tables(knowledge_base const& kb) { return table_checks{kb}.run(); }

}  // namespace treatise::inline v0_3::snapshot_detail
