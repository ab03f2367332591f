// SPDX-License-Identifier: BSL-1.0
#include "copied_part.hpp"

#include <treatise/graph/entity_with_key.hpp>
#include <treatise/graph/field_text.hpp>

#include <algorithm>
#include <stdexcept>

namespace fixture {

using namespace treatise;

std::uint32_t copied_part::number(id<treatise::entity> e) {
    auto const key = from_.key(e);
    if (auto const at = added_.find(key); at != added_.end()) return at->second;
    if (auto const below = entity_with_key(to_.below(), key)) return below.value;
    throw std::invalid_argument{std::string{key} + " is not in this part"};
}

template <class Row>
Row copied_part::row(Row of) {
    Row::fields([&](std::string_view, auto member, presence = optional) {
        auto& v = of.*member;
        using type = std::remove_reference_t<decltype(v)>;
        if constexpr (std::is_same_v<type, text>) {
            v = to_.text(from_[v]);
        } else if constexpr (is_id<type>) {
            if (v) v = type::from_number(number(id<treatise::entity>::from_number(v.value)));
        } else if constexpr (is_list<type>) {
            using element = typename list_element<type>::type;
            std::vector<element> all;
            for (auto x : from_[v])
                if constexpr (std::is_same_v<element, text>)
                    all.push_back(to_.text(from_[x]));
                else
                    all.push_back(element::from_number(number(id<treatise::entity>::from_number(x.value))));
            v = to_.list(all);
        }
    });
    return of;
}

void copied_part::base() { to_.base(row(from_.base())); }

template <class Kind>
void copied_part::entity_of(id<treatise::entity> e) {
    entity_text t{from_.key(e), from_.name(e), from_.description(e), {}};
    for (auto s : from_.synonyms(e)) t.synonyms.push_back(from_[s]);
    added_.emplace(from_.key(e), to_.add<Kind>(t).value);
}
template <class Kind>
void copied_part::details_of(id<treatise::entity> e) {
    if constexpr (kind_with_details<Kind>) to_.details(id<Kind>::from_number(number(e))) = row(from_.details(from_.as<Kind>(e)));
    for (auto const& c : from_.codes(e))
        to_.code(
            id<treatise::entity>::from_number(number(e)), id<code_system>::from_number(number(c.system)), from_[c.code], c.map);
}
template <class Relation>
void copied_part::structure_of(claim_id c) {
    if constexpr (!claim_relation<Relation>)
        to_.relate<Relation>(id<typename Relation::subject>::from_number(number(from_.subject(c))),
            id<typename Relation::object>::from_number(number(from_.object(c))));
}
void copied_part::entities(std::function<bool(id<treatise::entity>)> const& keeps) {
    std::vector<id<treatise::entity>> kept;
    for (auto e : from_.all<treatise::entity>())
        if (keeps(e)) kept.push_back(e);
    for (auto e : kept) with_type(kinds{}, from_.kind(e), [&]<class K>() { this->entity_of<K>(e); });
    for (auto e : kept) with_type(kinds{}, from_.kind(e), [&]<class K>() { this->details_of<K>(e); });
    for (auto e : kept)
        for (std::uint32_t r = 0; r != structure::size; ++r)
            for (auto c : from_.out_ids(r, e)) with_type(relations{}, r, [&]<class R>() { this->structure_of<R>(c); });
}

template <class Relation>
void copied_part::claim_of(claim_id c) {
    if constexpr (claim_relation<Relation>)
        to_.claim<Relation>(id<typename Relation::subject>::from_number(number(from_.subject(c))),
            id<typename Relation::object>::from_number(number(from_.object(c))), row(from_.said(c)),
            {from_.claim_key(c), from_.stance(c), from_.note(c)}, row(from_.payload<Relation>(c)));
}
void copied_part::claims(std::function<bool(claim_id)> const& keeps) {
    for (auto c : from_.claims())
        if (keeps(c)) with_type(relations{}, from_.relation(c), [&]<class R>() { this->claim_of<R>(c); });
}

namespace {

template <class Row>
std::string fields_of(knowledge_base const& kb, Row const& row) {
    std::string s;
    Row::fields([&](std::string_view name, auto member, presence = optional) {
        auto value = field_text(kb, row, row.*member);
        if constexpr (is_list<std::remove_cvref_t<decltype(row.*member)>>)
            if constexpr (is_id<typename list_element<std::remove_cvref_t<decltype(row.*member)>>::type>) {
                std::vector<std::string> keys;
                for (auto e : kb[row.*member]) keys.emplace_back(kb.key(e));
                std::sort(keys.begin(), keys.end());
                value.clear();
                for (auto const& k : keys) value += k + ',';
            }
        if (!value.empty()) s += " | " + std::string{name} + '=' + value;
    });
    return s;
}
template <class Relation>
std::string payload_of(knowledge_base const& kb, claim_id c) {
    if constexpr (claim_relation<Relation>) return fields_of(kb, kb.payload<Relation>(c)) + fields_of(kb, kb.said(c));
    return {};
}

}  // namespace

std::vector<std::string> lines_of(knowledge_base const& kb) {
    std::vector<std::string> lines;
    for (auto e : kb.all<treatise::entity>()) {
        auto s = std::string{kind_names[kb.kind(e)]} + ' ' + std::string{kb.key(e)} + " | " + std::string{kb.name(e)} + " | " +
                 std::string{kb.description(e)};
        for (auto t : kb.synonyms(e)) s += " | also " + std::string{kb[t]};
        for (auto const& c : kb.codes(e)) s += " | " + std::string{kb.key(c.system)} + ':' + std::string{kb[c.code]};
        for (auto const& a : kb.attributes(e)) s += " | " + std::string{kb[a.name]} + '=' + std::string{kb[a.value]};
        with_type(kinds{}, kb.kind(e), [&]<class K>() { s += fields_of(kb, kb.details(kb.as<K>(e))); });
        lines.push_back(std::move(s));
    }
    for (std::uint32_t r = 0; r != relations::size; ++r)
        for (auto c : kb.edges_of(r)) {
            auto s = std::string{relation_names[r]} + ' ' + std::string{kb.key(kb.subject(c))} + ' ' +
                     std::string{kb.key(kb.object(c))};
            if (r >= structure::size) {
                s += " | " + std::string{kb.claim_key(c)} + " | " + std::string{word(kb.stance(c))} + " | " +
                     std::string{kb.note(c)} + " | " + std::to_string(kb.marks(c).bits);
                for (auto const& a : kb.attributes(c)) s += " | " + std::string{kb[a.name]} + '=' + std::string{kb[a.value]};
                with_type(relations{}, r, [&]<class R>() { s += payload_of<R>(kb, c); });
            }
            lines.push_back(std::move(s));
        }
    for (auto const& n : kb.tables().names)
        lines.push_back("name " + std::string{kb[n.name]} + " -> " + std::string{kb.key(n.of)});
    for (auto c : kb.all<cause>()) {
        for (auto x : kb.listing_ids(c))
            lines.push_back("lists " + std::string{kb.key(c)} + ' ' + std::string{kb.claim_key(x)} + ' ' +
                            std::string{kb.key(kb.subject(x))});
        for (std::uint32_t r = structure::size; r != relations::size; ++r)
            for (auto x : kb.about_ids(r, c))
                lines.push_back("about " + std::string{kb.key(c)} + ' ' + std::string{relation_names[r]} + ' ' +
                                std::string{kb.claim_key(x)} + ' ' + std::string{kb.key(kb.subject(x))});
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

}  // namespace fixture
