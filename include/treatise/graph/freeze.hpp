// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/builder.hpp>
#include <treatise/graph/check.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/draft.hpp>
#include <treatise/graph/standing.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace graph_detail {

/// Numbers what a draft holds, which `check` found nothing wrong with, and lays it out as the arrays of a knowledge base.
class freezer {
public:
    explicit freezer(draft of) : d{std::move(of)} {}

    [[nodiscard]] storage run() {
        number_entities();
        names_and_keys();
        entities();
        s.relation_begin.push_back(0);
        each_claim_column([](auto, auto, auto& column) { column.begin.push_back(0); }, s);
        for (std::uint32_t r = 0; r != relations::size; ++r) edges(r);
        for (std::uint32_t r = 0; r != relations::size; ++r) offsets(r);
        for (std::uint32_t r = structure::size; r != relations::size; ++r) contexts(r);
        s.base.push_back(final_row(d.base));
        codes();
        s.lists = texts.lists();
        s.text_begin.push_back(0);
        for (auto const t : text_order_) {
            auto const chars = d.texts[t];
            s.pool.insert(s.pool.end(), chars.begin(), chars.end());
            s.text_begin.push_back(static_cast<std::uint32_t>(s.pool.size()));
        }
        names();
        standing();
        bool const hashed = d.keeps_hash;
        d = {};
        auto const content = hashed ? content_of() : 0;
        return storage{std::move(s), content};
    }

private:
    draft d;
    arrays s{};
    std::vector<std::uint32_t> number{};  ///< of each draft entity: its number in the base
    std::vector<std::uint32_t> order{};   ///< the draft entities in that order
    interner texts{};                     ///< for the lists, whose ids are final here

    std::uint64_t content_of() const {
        auto const spans = spans_of(s);
        return content_hash(knowledge_base{spans});
    }

    // Display order: the base before what layers add; of each, kinds as on the schema page; inside a kind the hierarchy, every
    // parent before its children; kinds of therapy by their declared order; therapies by their row, the references before all;
    // then A to Z.

    std::uint32_t rank(std::uint32_t e) const {
        auto const& of = d.entities[e];
        if (of.kind == kind_number<therapy_class>) {
            auto const n = d.rows<therapy_class>()[of.of_kind].order;
            return n == 0 ? no_index : n;
        }
        if (of.kind == kind_number<therapy>) return d.rows<therapy>()[of.of_kind].reference ? 0 : 1;
        return 0;
    }

    void number_entities() {
        auto const n = d.entity_count();
        std::vector<std::uint32_t> group(n, 0);  // of a therapy: the place of its row
        std::vector<std::vector<std::uint32_t>> children(n);
        std::vector<std::uint32_t> parents_left(n, 0);  // without a number yet
        auto const is_added = [&](std::uint32_t e) { return d.entities[e].layer != 0; };
        for (auto const& e : d.edges[relation_number<is_a>]) {
            if (is_added(e.subject.value) != is_added(e.object.value)) continue;  // a parent in the base stands before anyway
            children[e.object.value].push_back(e.subject.value);
            ++parents_left[e.subject.value];
        }
        auto const before = [&](std::uint32_t x, std::uint32_t y) {
            if (auto const i = rank(x), j = rank(y); i != j) return i < j;
            if (group[x] != group[y]) return group[x] < group[y];
            auto const& p = d.entities[x];
            auto const& q = d.entities[y];
            if (auto const c = compare_folded(d.texts[p.name], d.texts[q.name]); c != 0) return c < 0;
            return d.texts[p.key] < d.texts[q.key];
        };
        number.assign(n, no_number);
        std::vector<std::uint32_t> by_kind(n);
        std::iota(by_kind.begin(), by_kind.end(), 0u);
        std::sort(by_kind.begin(), by_kind.end(), [&](auto x, auto y) {
            if (is_added(x) != is_added(y)) return is_added(y);
            return d.entities[x].kind != d.entities[y].kind ? d.entities[x].kind < d.entities[y].kind : x < y;
        });
        for (auto* const begin : {&s.kind_begin, &s.added_begin}) begin->assign(kinds::size + 1, 0);
        for (auto const& e : d.entities) ++(e.layer != 0 ? s.added_begin : s.kind_begin)[e.kind + 1];
        std::partial_sum(s.kind_begin.begin(), s.kind_begin.end(), s.kind_begin.begin());
        s.added_begin[0] = s.kind_begin.back();
        std::partial_sum(s.added_begin.begin(), s.added_begin.end(), s.added_begin.begin());
        for (auto const& begin : {s.kind_begin, s.added_begin})
            number_kinds(begin, by_kind, group, children, parents_left, before);
    }
    /// Gives the entities of the base their numbers, or those that are added.
    void number_kinds(std::vector<std::uint32_t> const& begin, std::vector<std::uint32_t> const& by_kind,
        std::vector<std::uint32_t>& group, std::vector<std::vector<std::uint32_t>>& children,
        std::vector<std::uint32_t>& parents_left, auto const& before) {
        for (std::uint32_t k = 0; k != kinds::size; ++k) {
            if (k == kind_number<therapy>) {  // classes have their numbers by now
                std::fill(group.begin(), group.end(), no_index);
                for (auto const& e : d.edges[relation_number<listed_under>]) group[e.subject.value] = number[e.object.value];
            }
            std::vector<std::uint32_t> roots(by_kind.begin() + begin[k], by_kind.begin() + begin[k + 1]);
            std::erase_if(roots, [&](auto e) { return parents_left[e] != 0; });
            std::sort(roots.begin(), roots.end(), before);
            std::vector<std::uint32_t> todo(roots.rbegin(), roots.rend());
            while (!todo.empty()) {
                auto const e = todo.back();
                todo.pop_back();
                number[e] = static_cast<std::uint32_t>(order.size());
                order.push_back(e);
                std::erase_if(children[e], [&](auto child) { return --parents_left[child] != 0; });
                std::sort(children[e].begin(), children[e].end(), before);
                todo.insert(todo.end(), children[e].rbegin(), children[e].rend());
            }
        }
    }

    // Texts: the names of the entities in their order, then their keys, then each other one where it is first met.

    void names_and_keys() {
        text_number_.assign(d.texts.texts().size(), no_index);
        text_order_ = {text{}, not_stated};
        for (std::uint32_t i = 0; i != first_name; ++i) text_number_[i] = i;
        for (auto e : order) put_text(d.entities[e].name);
        for (auto e : order) put_text(d.entities[e].key);
    }
    std::uint32_t put_text(text draft) {
        if (text_number_.size() <= draft.value) text_number_.resize(draft.value + 1, no_index);
        auto& n = text_number_[draft.value];  // of two entities with one name, the first's
        if (n == no_index) n = static_cast<std::uint32_t>(text_order_.size());
        text_order_.push_back(draft);
        return n;
    }

    template <class Kind>
    id<Kind> final_value(id<Kind> draft) const {
        return draft ? id<Kind>::from_number(number[draft.value]) : draft;
    }
    text final_value(text draft) {
        auto const known = draft.value < text_number_.size() ? text_number_[draft.value] : no_index;
        return text::from_number(known != no_index ? known : put_text(draft));
    }
    template <class T>
    many<T> final_value(many<T> draft) {
        auto values = d.texts[draft];
        for (auto& v : values) v = final_value(v);
        return texts.list(values);
    }
    template <class Row>
    Row final_row(Row row) {
        Row::fields([&](std::string_view, auto member, presence = optional) {
            if constexpr (requires { this->final_value(row.*member); }) row.*member = this->final_value(row.*member);
        });
        return row;
    }

    /// Leaves one row of those from `first` on where all are equal, and none where all are the default.
    template <class T>
    static void keep_once(std::vector<T>& column, std::size_t first) {
        if (column.size() == first) return;
        for (auto i = first + 1; i != column.size(); ++i)
            if (!(column[i] == column[first])) return;
        column.resize(column[first] == T{} ? first : first + 1);
    }

    void entities() {
        for (auto e : order) {
            auto const& of = d.entities[e];
            s.entities.push_back(final_row(entity_row{of.description, of.synonyms}));
            with_type(kinds{}, of.kind, [&]<class K>() { this->details<K>(of.of_kind); });
        }
        keep_once(s.entities, 0);
        each(kinds{}, [this]<class K>() { this->keep_details_once<K>(); });
    }
    template <class Kind>
    void details(std::uint32_t of_kind) {
        if constexpr (kind_with_details<Kind>) s.rows<Kind>().push_back(final_row(d.rows<Kind>()[of_kind]));
    }
    template <class Kind>
    void keep_details_once() {
        if constexpr (kind_with_details<Kind>) keep_once(s.rows<Kind>(), 0);
    }

    // By number, not by type: only the payloads of a relation need its type, and each instantiation costs compile time.
    void edges(std::uint32_t r) {
        auto& drafts = d.edges[r];
        for (auto& e : drafts) e.subject = final_value(e.subject), e.object = final_value(e.object);
        std::sort(drafts.begin(), drafts.end(), [&](auto const& x, auto const& y) {
            if (x.subject != y.subject) return x.subject < y.subject;
            if (x.object != y.object) return x.object < y.object;
            if (x.key != y.key) return d.texts[x.key] < d.texts[y.key];
            return x.of_relation < y.of_relation;
        });
        for (auto const& e : drafts) {
            s.subject.push_back(e.subject.value);
            s.object.push_back(e.object.value);
            if (r < structure::size) continue;
            auto const said = final_row(e.said);
            s.stance.rows.push_back(static_cast<std::uint8_t>(e.stance));
            s.attributed.rows.push_back(attributed(said));
            s.claim_key.rows.push_back(final_value(e.key).value);
            s.note.rows.push_back(final_value(e.note).value);
            s.layer.rows.push_back(e.layer);
        }
        s.relation_begin.push_back(static_cast<std::uint32_t>(s.subject.size()));
        if (r < structure::size) return;
        with_type(relations{}, r, [this]<class R>() { this->payloads<R>(); });
        each_claim_column([](auto, auto, auto& column) { end_of_relation(column); }, s);
    }
    static void end_of_relation(auto& column) {
        keep_once(column.rows, column.begin.back());
        column.begin.push_back(static_cast<std::uint32_t>(column.rows.size()));
    }
    template <class Relation>
    void payloads() {
        if constexpr (relation_with_payload<Relation>) {
            auto& rows = s.rows<Relation>();
            for (auto const& e : d.edges[relation_number<Relation>]) rows.push_back(final_row(d.rows<Relation>()[e.of_relation]));
            keep_once(rows, 0);
        }
    }

    std::uint32_t attributed(attribution const& said) {
        fingerprint_fold fold;
        attribution::fields([&](std::string_view, auto member, presence = optional) {
            auto const& value = said.*member;
            using type = std::remove_cvref_t<decltype(value)>;
            if constexpr (std::is_enum_v<type>)
                fold.add(static_cast<std::uint64_t>(value));
            else if constexpr (std::same_as<type, date>)
                fold.add(std::uint64_t{value.bits});
            else if constexpr (is_list<type>)
                fold.add(std::uint64_t{value.first} << 32 | value.last);
            else
                fold.add(std::uint64_t{value.value});
        });
        for (auto [i, last] = known_.equal_range(fold.hash); i != last; ++i)
            if (s.attributions[i->second] == said) return i->second;
        auto const n = static_cast<std::uint32_t>(s.attributions.size());
        s.attributions.push_back(said);
        known_.emplace(fold.hash, n);
        return n;
    }

    number_range hull(std::uint32_t bits) const { return entity_numbers(s.kind_begin, s.added_begin, bits); }

    /// Appends the offsets of a counting sort of `items` by `bucket(item)`.
    template <class Items, class Bucket>
    static void count(
        std::vector<std::uint32_t>& begin, std::uint32_t buckets, std::uint32_t start, Items const& items, Bucket bucket) {
        auto const base = begin.size();
        begin.resize(base + buckets + 1, 0);
        for (auto const& i : items) ++begin[base + bucket(i) + 1];
        begin[base] = start;
        for (std::size_t i = base + 1; i != begin.size(); ++i) begin[i] += begin[i - 1];
    }

    void offsets(std::uint32_t r) {
        auto const first = s.relation_begin[r], last = s.relation_begin[r + 1];
        s.about_at.push_back(no_index);
        if (first == last) {
            s.out_at.push_back(no_index);
            s.in_at.push_back(no_index);
            return;
        }
        std::vector<std::uint32_t> ids(last - first);
        std::iota(ids.begin(), ids.end(), first);
        auto const subjects = hull(subject_kinds[r]), objects = hull(object_kinds[r]);
        s.out_at.push_back(static_cast<std::uint32_t>(s.out_begin.size()));
        count(s.out_begin, subjects.size(), first, ids, [&](auto c) { return subjects.slot(s.subject[c]); });
        s.in_at.push_back(static_cast<std::uint32_t>(s.in_begin.size()));
        count(s.in_begin, objects.size(), static_cast<std::uint32_t>(s.in_edges.size()), ids,
            [&](auto c) { return objects.slot(s.object[c]); });
        std::sort(ids.begin(), ids.end(),
            [&](auto x, auto y) { return s.object[x] != s.object[y] ? s.object[x] < s.object[y] : x < y; });
        s.in_edges.insert(s.in_edges.end(), ids.begin(), ids.end());
    }

    attribution const& said(std::uint32_t c, std::uint32_t r) const {
        auto const of = r - structure::size, first = s.attributed.begin[of], rows = s.attributed.begin[of + 1] - first;
        return s.attributions[rows == 0 ? 0 : s.attributed.rows[first + (rows == 1 ? 0 : c - s.relation_begin[r])]];
    }

    /// Which claims name a cause as context: what `about` adds to the claims that have it as their object.
    void contexts(std::uint32_t r) {
        struct context {
            std::uint32_t about, number;
        };
        std::vector<context> found;
        bool const direct = object_kinds[r] == kinds_of<cause>::bits;
        for (auto c = s.relation_begin[r]; c != s.relation_begin[r + 1]; ++c)
            for (auto about : texts[said(c, r).about])
                if (!(direct && about.value == s.object[c])) found.push_back({about.value, c});
        if (found.empty()) return;
        std::sort(found.begin(), found.end(),
            [](auto x, auto y) { return x.about != y.about ? x.about < y.about : x.number < y.number; });
        auto const causes = hull(kinds_of<cause>::bits);
        s.about_at[r] = static_cast<std::uint32_t>(s.about_begin.size());
        count(s.about_begin, causes.size(), static_cast<std::uint32_t>(s.about_claims.size()), found,
            [&](auto x) { return causes.slot(x.about); });
        for (auto x : found) s.about_claims.push_back(x.number);
    }

    void names() {
        auto const spans = spans_of(s);
        knowledge_base const kb{spans};
        auto const put = [&](text t, std::uint32_t e) {
            if (t) s.names.push_back({t, id<entity>::from_number(e)});
        };
        for (std::uint32_t e = 0; e != kb.entity_count(); ++e) {
            put(text::from_number(first_name + kb.entity_count() + e), e);
            put(text::from_number(first_name + e), e);
            for (auto t : kb.synonyms(id<entity>::from_number(e))) put(t, e);
            if (auto const t = kb.as<therapy>(id<entity>::from_number(e)))
                for (auto brand : kb[kb.details(t).brands]) put(brand, e);
        }
        each(kinds{}, [&]<class K>() {
            if constexpr (requires(typename K::details of) { of.clinical, of.plain; })
                for (auto of : kb.all<K>())
                    for (auto wording : {kb.details(of).clinical, kb.details(of).plain}) put(wording, of.value);
        });
        // Of names that differ in capitals alone the first stays: a key, which has none.
        std::sort(s.names.begin(), s.names.end(), [&](auto x, auto y) {
            auto const c = compare_folded(kb[x.name], kb[y.name]);
            if (c != 0) return c < 0;
            return x.of != y.of ? x.of < y.of : kb[x.name] > kb[y.name];
        });
        s.names.erase(std::unique(s.names.begin(), s.names.end(),
                          [&](auto x, auto y) { return x.of == y.of && compare_folded(kb[x.name], kb[y.name]) == 0; }),
            s.names.end());
    }

    /// What questions read instead of working it out: `marks`, which `edges` left empty, and what lists an option for a cause.
    void standing() {
        std::vector<std::uint8_t> made;
        {
            auto const spans = spans_of(s);
            knowledge_base const kb{spans};
            for (std::uint32_t r = structure::size; r != relations::size; ++r)
                for (auto c : kb.edges_of(r)) made.push_back(marks_of(kb, c, r).bits);
        }
        s.marks.begin.assign(1, 0);
        for (std::uint32_t r = structure::size, first = s.relation_begin[r]; r != relations::size; ++r) {
            s.marks.rows.insert(s.marks.rows.end(), made.begin() + (s.relation_begin[r] - first),
                made.begin() + (s.relation_begin[r + 1] - first));
            end_of_relation(s.marks);
        }
        auto const spans = spans_of(s);
        auto listing = listing_of(knowledge_base{spans});
        s.listing_begin = std::move(listing.begin);
        s.listing_claims = std::move(listing.claims);
    }

    void codes() {
        auto& drafts = d.codes;
        if (drafts.empty()) return;
        for (auto& c : drafts) c.of = final_value(c.of), c.row = final_row(c.row);
        auto const chars = [&](text t) { return d.texts[text_order_[t.value]]; };
        std::sort(drafts.begin(), drafts.end(), [&](auto const& x, auto const& y) {
            if (x.of != y.of) return x.of < y.of;
            if (x.row.system != y.row.system) return x.row.system < y.row.system;
            return chars(x.row.code) < chars(y.row.code);
        });
        count(s.codes_begin, d.entity_count(), 0, drafts, [](draft_code const& c) { return c.of.value; });
        for (auto const& c : drafts) {
            s.codes_by_text.push_back(static_cast<std::uint32_t>(s.codes.size()));
            s.codes.push_back(c.row);
        }
        std::sort(s.codes_by_text.begin(), s.codes_by_text.end(), [&](auto x, auto y) {
            auto const c = compare_folded(chars(s.codes[x].code), chars(s.codes[y].code));
            return c != 0 ? c < 0 : x < y;
        });
    }

    std::unordered_multimap<std::uint64_t, std::uint32_t> known_{};
    std::vector<std::uint32_t> text_number_{};  ///< of each draft text, once it has one
    std::vector<text> text_order_{};  ///< the draft texts by number
};

}  // namespace graph_detail

/// The knowledge base of a draft, or every problem; entities and claims are numbered in display order.
///
/// Linear but for sorting.
[[nodiscard]] inline expected<storage, std::vector<problem>> freeze(draft of) {
    if (auto problems = check(of); !problems.empty()) return unexpected{std::move(problems)};
    return graph_detail::freezer{std::move(of)}.run();
}

/// The same of what a builder has collected; it is left empty. One with problems keeps all but these, so that it can be mended.
[[nodiscard]] inline expected<storage, std::vector<problem>> freeze(builder& b) {
    if (auto problems = check(b.collected()); !problems.empty()) {
        b.forget_problems();
        return unexpected{std::move(problems)};
    }
    return graph_detail::freezer{b.take()}.run();
}
[[nodiscard]] inline expected<storage, std::vector<problem>> freeze(builder&& b) { return freeze(b); }

}  // namespace treatise::inline v0_3
