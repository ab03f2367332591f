// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/matter.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

// Rules "inherit what protects" and "documented members": whose claims bear on an option.
namespace treatise::inline v0_3::query_detail {

/// Something documents the therapy for the asked cause, a kind of it or its wider group; a claim about any use does not.
struct documents {
    knowledge_base const& kb;
    relevance const& relevant;
    id<therapy> member;
    bool& found;

    template <class Relation>
    constexpr void operator()() const {
        if constexpr (Relation::option_end == option_end::subject && !Relation::passes_scopes)
            for (auto c : kb.out_ids<Relation>(member)) {
                if (found) return;
                if (kb.has_layers() && kb.layer(c, relation_number<Relation>) != 0 && !kb.is_added(member)) continue;
                auto const& said = kb.said<Relation>(c);
                bool const names_a_cause = !said.about.empty() || kb.as<cause>(kb.object(c));
                if (!names_a_cause || said.status == claim_status::withdrawn) continue;
                auto const applies = relevant.of<Relation>(c);
                found = applies != applicability::unrelated && applies != applicability::excluded;
            }
    }
};
constexpr bool is_documented(knowledge_base const& kb, relevance const& relevant, id<therapy> member) {
    bool found = false;
    each(claim_relations{}, documents{kb, relevant, member, found});
    return found;
}

/// Finds the options whose claims bear on one option, and how.
struct relatives {
    knowledge_base const& kb;
    relevance const& relevant;
    related_options& found;

    constexpr void add(id<option> o, said_of as, bearing bears) const { found.add({o, as, bears}); }
    constexpr void classes_of(id<therapy> t, bearing bears) const {
        for (auto e : kb.out<listed_under>(t)) add(e.object, said_of::its_class, bears);
        for (auto e : kb.out<member_of>(t)) add(e.object, said_of::its_class, bears);
    }
    /// A combination warns of what both its parts warn of.
    constexpr void parts_of(related_option const& r) const {
        if (auto const t = kb.as<therapy>(r.which))
            for (auto e : kb.out<combines>(t)) add(e.object, said_of::part, bearing::warnings);
    }
    /// What stands above everything found so far: classes and theirs, wholes and theirs.
    constexpr void above() const {
        for (std::size_t i = 0; i != found.size(); ++i) {
            auto const r = found[i];
            if (r.as == said_of::member || r.as == said_of::form) {
                parts_of(r);
                continue;
            }
            auto const bears = r.bears == bearing::warnings ? bearing::warnings : bearing::protection;
            if (auto const t = kb.as<therapy>(r.which)) {
                for (auto e : kb.out<form_of>(t)) add(e.object, r.as == said_of::part ? said_of::part : said_of::whole, bears);
                parts_of(r);
                classes_of(t, bears);
            } else {
                for (auto e : kb.out<is_a>(kb.as<therapy_class>(r.which))) add(e.object, said_of::its_class, bears);
            }
        }
    }
    constexpr bool stands_elsewhere(id<therapy> form, id<therapy_class> row) const {
        auto const under = kb.out<listed_under>(form);
        return !under.empty() && under.front().object != row;
    }
    /// A class tells all of its documented members, and of the others what warns; of the classes in it, too.
    constexpr void below(id<therapy_class> c, std::vector<id<therapy>>& members) const {
        for (auto e : kb.in<listed_under>(c)) {
            bool const told = is_documented(kb, relevant, e.subject);
            if (told) members.push_back(e.subject);
            add(e.subject, said_of::member, told ? bearing::everything : bearing::warnings);
        }
        for (auto e : kb.in<member_of>(c)) add(e.subject, said_of::member, bearing::warnings);
        auto const classes = found.size();
        for (auto e : kb.in<is_a>(c)) add(e.subject, said_of::member, bearing::warnings);
        for (auto i = classes; i != found.size(); ++i)
            if (auto const inner = kb.as<therapy_class>(found[i].which)) {
                for (auto e : kb.in<is_a>(inner)) add(e.subject, said_of::member, bearing::warnings);
                for (auto e : kb.in<listed_under>(inner)) add(e.subject, said_of::member, bearing::warnings);
            }
        for (std::size_t i = 1; i != found.size(); ++i)
            if (auto const t = kb.as<therapy>(found[i].which))
                for (auto e : kb.in<form_of>(t))
                    add(e.subject, said_of::form, stands_elsewhere(e.subject, c) ? bearing::warnings : found[i].bears);
    }
    constexpr void of(id<option> o, std::vector<id<therapy>>& members) const {
        add(o, said_of::itself, bearing::everything);
        if (auto const c = kb.as<therapy_class>(o)) {
            below(c, members);
        } else {
            for (std::size_t i = 0; i != found.size(); ++i)
                for (auto e : kb.in<form_of>(kb.as<therapy>(found[i].which))) add(e.subject, said_of::form, bearing::everything);
        }
        above();
    }
};

/// Whether the claim's source leaves the asked option, or what it is a form of, out of what it says of a class.
template <class Relation>
constexpr bool is_excepted(knowledge_base const& kb, claim_id c, related_options const& related) {
    if constexpr (requires(typename Relation::payload p) { p.except; })
        for (auto o : kb[kb.payload<Relation>(c).except])
            if (auto const* r = related.find(o); r && (r->as == said_of::itself || r->as == said_of::whole)) return true;
    return false;
}

/// Whether what is said of a class, a whole or a part passes to the asked option. Approval, coverage, benefits and "no
/// recommendation" never do; a class's blinded comparison without difference does, beside a figure of people who knew.
constexpr bool passes(bearing bears, facet f, bool first, stance s) {
    if (bears == bearing::everything || f == facet::warning || f == facet::restriction || first) return true;
    if (bears == bearing::warnings) return false;
    return (f == facet::recommendation && (s == stance::in_favour || s == stance::against || s == stance::mixed)) ||
           (f == facet::benefit && s == stance::no_difference);
}

}  // namespace treatise::inline v0_3::query_detail
