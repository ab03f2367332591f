// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/builder.hpp>
#include <treatise/graph/check.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/detail/display_order.hpp>
#include <treatise/graph/detail/indexes.hpp>
#include <treatise/graph/draft.hpp>
#include <treatise/graph/storage.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <array>
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
        s.base.push_back(final_row(d.base));
        for (auto const& l : d.layers) s.layers.push_back(final_row(l));
        codes();
        attributes();
        s.lists = texts.lists();
        index_maker index{s};
        index.edges();
        s.text_begin.push_back(0);
        for (auto const t : text_order_) {
            auto const chars = d.texts[t];
            s.pool.insert(s.pool.end(), chars.begin(), chars.end());
            s.text_begin.push_back(static_cast<std::uint32_t>(s.pool.size()));
        }
        index.names();
        index.standing();
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

    void number_entities() {
        display_order in{d};
        order = std::move(in.order);
        number = std::move(in.place);
        s.kind_begin = in.begin(false);
        s.added_begin = in.begin(true);
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

    void entities() {
        for (auto e : order) {
            auto const& of = d.entities[e];
            s.entities.push_back(final_row(entity_row{of.description, of.synonyms}));
            if (of.layer != 0) s.entity_layer.push_back(of.layer);
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
            if (x.layer != y.layer) return x.layer < y.layer;
            if (x.key != y.key) return d.texts[x.key] < d.texts[y.key];
            return x.of_relation < y.of_relation;
        });
        if (!d.attributes.empty()) claim_number_[r].resize(drafts.size(), 0);
        for (auto const& e : drafts) {
            if (!d.attributes.empty()) claim_number_[r][e.of_relation] = static_cast<std::uint32_t>(s.subject.size());
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
        count_into(s.codes_begin, d.entity_count(), 0, drafts, [](draft_code const& c) { return c.of.value; });
        for (auto const& c : drafts) {
            s.codes_by_text.push_back(static_cast<std::uint32_t>(s.codes.size()));
            s.codes.push_back(c.row);
        }
        std::sort(s.codes_by_text.begin(), s.codes_by_text.end(), [&](auto x, auto y) {
            auto const c = compare_folded(chars(s.codes[x].code), chars(s.codes[y].code));
            return c != 0 ? c < 0 : x < y;
        });
    }

    /// Where each claim of the draft has come to stand is known once its relation has been laid out.
    void attributes() {
        for (auto const& a : d.attributes) {
            bool const of_claim = a.claim.relation != no_index;
            auto const of = of_claim ? claim_number_[a.claim.relation][a.claim.of_relation] : final_value(a.of).value;
            (of_claim ? s.claim_attributes : s.entity_attributes).push_back({of, final_value(a.name), final_value(a.value)});
        }
        auto const chars = [&](text t) { return d.texts[text_order_[t.value]]; };
        for (auto* const all : {&s.entity_attributes, &s.claim_attributes})
            std::sort(all->begin(), all->end(), [&](attribute_row const& x, attribute_row const& y) {
                return x.of != y.of ? x.of < y.of : chars(x.name) < chars(y.name);
            });
    }

    std::unordered_multimap<std::uint64_t, std::uint32_t> known_{};
    std::vector<std::vector<std::uint32_t>> claim_number_ = std::vector<std::vector<std::uint32_t>>(relations::size);
    std::vector<std::uint32_t> text_number_{};  ///< of each draft text, once it has one
    std::vector<text> text_order_{};  ///< the draft texts by number
};

inline std::vector<problem> lies_over_a_base() {
    return {{{}, {}, "lies over a base; expected overlay(base, own), which makes one base of both"}};
}

}  // namespace graph_detail

/// The knowledge base of a draft, or every problem; entities and claims are numbered in display order.
///
/// Linear but for sorting.
[[nodiscard]] inline expected<storage, std::vector<problem>> freeze(draft of) {
    if (of.is_overlay) return unexpected{graph_detail::lies_over_a_base()};
    if (auto problems = check(of); !problems.empty()) return unexpected{std::move(problems)};
    return graph_detail::freezer{std::move(of)}.run();
}

/// The same of what a builder has collected; it is left empty. One with problems keeps all but these, so that it can be mended.
[[nodiscard]] inline expected<storage, std::vector<problem>> freeze(builder& b) {
    if (b.collected().is_overlay) return unexpected{graph_detail::lies_over_a_base()};
    if (auto problems = check(b.collected()); !problems.empty()) {
        b.forget_problems();
        return unexpected{std::move(problems)};
    }
    return graph_detail::freezer{b.take()}.run();
}
[[nodiscard]] inline expected<storage, std::vector<problem>> freeze(builder&& b) { return freeze(b); }

}  // namespace treatise::inline v0_3
