// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/detail/rules/inheritance.hpp>
#include <treatise/query/detail/rules/outcomes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

// Everything that bears on an option, weighed and sorted into matters; nothing is chosen here.
namespace treatise::inline v0_3::query_detail {

/// Where a claim that is no common benefit or harm is told.
constexpr matter matter_of_claim(knowledge_base const& kb, claim_id c, facet f, bool first) {
    switch (f) {
        case facet::recommendation:
        case facet::use: return matter::guidance;
        case facet::approval:
        case facet::control: return matter::approval;
        case facet::warning:
            switch (kb.payload<warned_of>(c).form) {
                case warning_form::boxed: return matter::boxed_warning;
                case warning_form::safety_communication: return matter::safety_communication;
                case warning_form::label: break;
            }
            return matter::label_warning;
        case facet::restriction:
            switch (kb.payload<contraindicated_in>(c).avoidance) {
                case avoidance::contraindication: return matter::contraindication;
                case avoidance::avoid: return matter::avoid;
                case avoidance::caution: break;
            }
            return matter::caution;
        case facet::harm: return first ? matter::serious_harm : matter::harm;
        case facet::benefit: return matter::benefit;
        case facet::consideration: return matter::practical;
        case facet::coverage: return matter::coverage;
        case facet::provider: return matter::provider;
        case facet::mechanism: break;
    }
    return matter::mechanism;
}

/// Collects into the memory of a profile what is said of the related options.
struct gatherer {
    knowledge_base const& kb;
    relevance const& relevant;
    asked_scope& narrowed;
    profile_memory& memory;
    bool many_kinds;
    bool sets_apart;  ///< what overlays say, because the option is the base's
    struct {
        attribution const* said = nullptr;
        id<cause> object{};
        applicability applies{};
        std::uint8_t remoteness = 0;
        date when{};
        id<option> sold_of{};
        bool is_sold = false;
    } context{};

    constexpr gatherer(knowledge_base const& base, relevance const& relevance_of_cause, asked_scope& s, profile_memory& m)
        : kb{base},
          relevant{relevance_of_cause},
          narrowed{s},
          memory{m},
          many_kinds{relevance_of_cause.kinds() > 3},
          sets_apart{base.has_layers() && m.related.size() != 0 && !base.is_added(m.related[0].which)} {}

    template <class Relation>
    constexpr bool asks_for(claim_id c, facet f, bool first) const {
        if constexpr (requires { kb.payload<Relation>(c).intent; })
            return first || f == facet::harm ||
                   narrowed.asked.intents.allows(kb.payload<Relation>(c).intent);  // aim hides no harm
        else
            return true;
    }
    /// What stands first passes scopes as warnings do. Another disease: harms only, which stand behind all others.
    template <class Relation>
    constexpr bool is_in_scope(claim_id c, facet f, bool first, applicability applies) const {
        if (applies != applicability::unrelated && in_scope<Relation>(c, applies, narrowed)) return true;
        if (applies != applicability::unrelated && first)
            return is_in_force(c, relation_number<Relation>, narrowed) &&
                   (Relation::passes_scopes || !narrowed.asked.as_of || published(kb, c) <= narrowed.asked.as_of);
        if (applies != applicability::unrelated) return false;
        return f == facet::harm && !first && narrowed.asked.applies.bits == 0 &&
               in_scope<Relation>(c, applicability::broader, narrowed);
    }
    /// Reads what the claims of one attribution about one cause have in common: most share theirs with the one before.
    template <class Relation>
    constexpr void read_context(claim_id c) {
        auto const& said = kb.said<Relation>(c);
        auto const object = kb.as<cause>(kb.object(c));
        if (context.said == &said && context.object == object && !Relation::object_is_state) return;
        context.said = &said;
        context.object = object;
        context.applies = relevant.of<Relation>(c);
        context.remoteness = people_rank(kb, relevant, many_kinds, c, relation_number<Relation>, context.applies);
        context.when = said.published ? said.published : kb.details(said.source).published;
        context.sold_of = {};
    }
    /// Whether the source of the attribution that was read has an interest in the option.
    constexpr bool is_sold(claim_id c, id<option> whose) {
        if (context.sold_of != whose) context.sold_of = whose, context.is_sold = has_interest(kb, c);
        return context.is_sold;
    }
    static constexpr bool is_own_of(said_of as) { return as == said_of::itself || as == said_of::member || as == said_of::form; }
    template <class Relation>
    constexpr void add(claim_id c, related_option const& r) {
        bool const first = stands_first<Relation>(kb, c);
        auto const f = facet_of<Relation>(kb, c);
        bool const is_apart = sets_apart && kb.layer(c, relation_number<Relation>) != 0;
        if (!passes(is_apart && is_own_of(r.as) ? bearing::everything : r.bears, f, first, kb.stance<Relation>(c)) ||
            !asks_for<Relation>(c, f, first))
            return;
        if (!is_own_of(r.as) && is_excepted<Relation>(kb, c, memory.related)) return;
        read_context<Relation>(c);
        auto const applies = context.applies;
        if (!is_in_scope<Relation>(c, f, first, applies)) return;
        statement const says{c, f, r.as, applies, first,
            narrowed.asked.superseded ? narrowed.replaced.replaced_by(c, relation_number<Relation>) : claim_id{}};
        auto const rank = context.remoteness;
        if constexpr (std::is_same_v<Relation, affects>) {
            if (!first && !is_apart) return add_effect(says, r, rank);
        }
        auto const& said = kb.said<Relation>(c);
        (is_apart ? memory.added : memory.others)
            .push_back({says, r.which, matter_of_claim(kb, c, f, first), rank, 0, said.hedge, kb.stance<Relation>(c),
                kb.object(c), said.source, said.population, context.when});
    }
    constexpr void add_effect(statement const& says, related_option const& r, std::uint8_t rank) {
        auto const& e = kb.payload<affects>(says.claim);
        auto const s = kb.stance<affects>(says.claim);
        weighed w{says, r.which, comparator_of(kb, e), rank};
        w.of_outcome = says.facet == facet::benefit;
        // A class passes on only what denies an effect that people saw who knew what they got.
        if (w.of_outcome && r.bears != bearing::everything && w.against != comparator_kind::blinded) return;
        w.is_figure = e.statistic != statistic::narrative;
        w.is_controlled = w.is_figure && has_control(e);
        w.is_sold = is_sold(says.claim, r.which);
        w.when = context.when;
        w.is_first_no = w.of_outcome && says_no(s) && is_about_asked(says) && !e.part_of;
        w.never_heads = e.label_range == label_range::above || says.replaced_by;
        memory.effects.push_back(w);
    }
    template <class Relation>
    constexpr void add_all_of(related_option const& r) {
        if constexpr (Relation::option_end == option_end::subject)
            for (auto c : kb.out_ids<Relation>(r.which)) add<Relation>(c, r);
        if constexpr (Relation::option_end == option_end::object)
            for (auto c : kb.in_ids<Relation>(r.which)) add<Relation>(c, r);
    }
    template <class... Relation>
    constexpr void add_all(list<Relation...>, related_option const& r) {
        (add_all_of<Relation>(r), ...);
    }

    /// The effects of one option on one outcome are neighbours, because claims stand in the order of their ends.
    constexpr void group() {
        auto const& all = memory.effects;
        for (std::uint32_t i = 0, next = 0; i != all.size(); i = next) {
            while (next != all.size() && all[next].whose == all[i].whose &&
                   kb.object(all[next].says.claim) == kb.object(all[i].says.claim))
                ++next;
            memory.runs.push_back({i, next, i});
        }
    }

    constexpr void run() {
        for (std::size_t i = 0; i != memory.related.size(); ++i) {
            auto const r = memory.related[i];
            add_all(claim_relations{}, r);
        }
        group();
        memory.used.assign(memory.effects.size(), 0);
    }
};

}  // namespace treatise::inline v0_3::query_detail
