// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/fact.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/matter_of.hpp>

#include <optional>
#include <string_view>

namespace treatise::inline v0_3 {

namespace query_detail {

/// The word of a scheme that a level stands for, without a copy of it.
template <auto List>
constexpr std::string_view scheme_word(knowledge_base const& kb, id<scheme> s, level<List> value) {
    if (value.value == unstated_level) return kb[not_stated];
    auto const words = kb[kb.details(s).*List];
    return value && value.value <= words.size() ? kb[words[value.value - 1u]] : std::string_view{};
}

/// Reads into a fact what the relation of its claim adds to it: one function for each payload.
struct payload_reader {
    knowledge_base const& kb;
    fact& f;

    template <class Relation>
    constexpr void operator()() const {
        if constexpr (relation_with_payload<Relation>) read(kb.payload<Relation>(f.claim));
        if constexpr (Relation::option_end != option_end::none) {
            f.facet = facet_of<Relation>(kb, f.claim);
            f.stands_first = treatise::stands_first<Relation>(kb, f.claim);
        }
    }

    constexpr void read(effect const& e) const {
        f.intent = e.intent;
        f.figure = {
            e.statistic, e.value, e.low, e.high, e.baseline, e.participants, e.n_with, e.n_without, includes_no_effect(e)};
        f.comparator = names_of(kb, e.comparator);
        f.compared_with = kb[e.compared_with];
        f.arm = kb[e.arm];
        f.time_frame = kb[e.time_frame];
        f.trial = kb[e.trial];
        f.certainty.word = scheme_word(kb, e.scheme, e.certainty);
        if (f.certainty.word.empty()) return;
        f.certainty.scheme = kb.name(e.scheme);
        f.certainty.reasons = kb[e.certainty_reasons];
        f.certainty.rated_by = names_of(kb, e.rated_by ? e.rated_by : kb.said(f.claim).source);
    }
    constexpr void read(recommendation const& r) const {
        f.intent = r.intent;
        f.grade = {scheme_word(kb, r.scheme, r.strength), scheme_word(kb, r.scheme, r.line), kb.name(r.scheme), kb[r.setting],
            kb[r.narrow]};
    }
    constexpr void read(treatise::coverage const& c) const {
        f.coverage = {names_of(kb, c.payer), c.status, kb[c.rule], c.effective, c.reviewed, c.ended};
    }
    constexpr void read(treatise::approval const& a) const {
        f.intent = a.intent;
        f.authority = kb[a.authority];
        f.approval = a.status;
    }
    constexpr void read(use const& u) const { f.intent = u.intent; }
    constexpr void read(control const& c) const { f.schedule = kb[c.schedule]; }
    constexpr void read(warning const& w) const { f.authority = kb[w.authority]; }
    constexpr void read(auto const&) const {}  // what stands in the matter, or names no option
};

constexpr void read_source(knowledge_base const& kb, attribution const& said, fact& f) {
    auto const& d = kb.details(said.source);
    auto& s = f.source;
    s.key = kb.key(said.source);
    s.name = kb.name(said.source);
    s.title = kb[d.title];
    s.url = kb[d.url];
    s.doi = kb[d.doi];
    s.place = kb[said.place];
    s.kind = d.kind;
    s.published = said.published ? said.published : d.published;
    s.checked = said.checked;
    s.valid_until = said.valid_until;
    s.read = said.read;
    if (said.restated_in) s.restated_in = kb.name(said.restated_in);
    s.restated_at = kb[said.restated_at];
    s.has_interest = has_interest(kb, f.claim);
    s.interest = kb[said.interest ? said.interest : d.interest];
    s.interest_known = said.interest_status != interest_status{} ? said.interest_status : d.interest_status;
}

/// The fact of a claim about an option.
constexpr fact read_fact(knowledge_base const& kb, claim_id c, id<treatise::option> of) {
    fact f;
    auto const r = kb.relation(c);
    auto const& said = kb.said(c, r);
    f.claim = c;
    f.id = kb.claim_key(c, r);
    f.relation = relation_names[r];
    f.layer = kb.layer(c);
    f.stance = kb.stance(c, r);
    f.hedge = said.hedge;
    f.finding = said.finding;
    f.option = names_of(kb, of);
    f.about = names_of(kb, meaning_of(r).option_end == option_end::subject ? kb.object(c) : kb.subject(c));
    with_claim_relation(r, payload_reader{kb, f});
    f.matter = matter_of_claim(kb, c, f.facet, f.stands_first);
    f.note = kb.note(c);
    f.population = kb[said.population];
    f.causes = kb[said.about];
    f.excludes = kb[said.excludes];
    if (said.jurisdiction) f.jurisdiction = kb.name(said.jurisdiction);
    f.status = said.status;
    f.status_date = said.status_date;
    f.status_reason = kb[said.status_reason];
    read_source(kb, said, f);
    return f;
}

}  // namespace query_detail

/// What a claim says of its option, by itself; nothing where it is about no option, as advice on a cause: `visit` tells any
/// claim.
///
/// Allocates nothing. Its texts look into the base's arrays.
[[nodiscard]] constexpr std::optional<fact> fact_of(knowledge_base const& kb, claim_id c) {
    auto const of = option_of(kb, c);
    if (!of) return std::nullopt;
    return query_detail::read_fact(kb, c, of);
}

/// The same as it bears on an option and a cause, such as one of `why`; the claim must be about an option.
[[nodiscard]] constexpr fact fact_of(knowledge_base const& kb, statement const& s) {
    auto f = query_detail::read_fact(kb, s.claim, option_of(kb, s.claim));
    f.said_of = s.of;
    f.applies = s.applies;
    f.replaced_by = s.replaced_by;
    return f;
}

}  // namespace treatise::inline v0_3
