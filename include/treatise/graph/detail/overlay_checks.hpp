// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/check.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/draft.hpp>
#include <treatise/graph/entity_with_key.hpp>
#include <treatise/graph/message_parts.hpp>
#include <treatise/graph/protection.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// What protects a base from what is laid on top of it.
namespace treatise::inline v0_3::graph_detail {

/// Refuses what an overlay may not do to the base below it; each member adds the problems of one rule.
class overlay_checks {
    draft const& d_;
    knowledge_base const& kb_ = d_.below;
    std::vector<problem> found_{};
    std::unordered_map<std::string_view, claim_id> claims_{};  ///< those of the base that the overlay names, by id

    void refuse(draft_place p, std::string_view key, std::string what) {
        found_.push_back({d_.located(p), std::string{key}, std::move(what)});
    }
    bool exists(id<entity> e) const { return e.value < d_.entity_count(); }
    bool is_below(id<entity> e) const { return e.value < d_.first_own(); }
    std::string told(id<entity> e) const { return in_quotes(kb_.key(e)) + ", " + with_article(kind_names[kb_.kind(e)]); }
    /// A key that would be free, for a message.
    std::string own_key(std::string_view key) const {
        auto const mine = d_.texts[d_.base.key];
        return in_quotes(std::string{mine.empty() || !is_key(mine) ? "my" : mine} + '-' + std::string{key});
    }

    void frame() {
        if (kb_.layers().size() >= 255) refuse(d_.base_where, {}, "lies over 255 overlays; expected fewer");
        auto const key = d_.texts[d_.base.key];
        std::vector<std::string> missing;
        base_row::fields([&](std::string_view name, auto member, presence = optional) {
            if (is_absent(d_.base.*member) && name != "notice" && name != "editors") missing.emplace_back(name);
        });
        if (!missing.empty())
            refuse(d_.base_where, key,
                (key.empty() ? "no [overlay] says whose knowledge is added; it lacks " : "lacks ") + in_words(missing));
        if (key == "not stated") return;  // what could not be read says it
        if (!key.empty() && !is_key(key))
            refuse(d_.base_where, key, "is no key; expected lower-case letters and digits in parts joined by -, a letter first");
        if (!key.empty() && key == kb_[kb_.base().key])
            refuse(d_.base_where, key, "is the key of the base; expected one of your own, such as " + own_key("overlay"));
        for (auto const& l : kb_.layers())
            if (!key.empty() && kb_[l.key] == key) refuse(d_.base_where, key, "is the key of an overlay that lies below");
    }

    /// Refuses a name of one's own that finds an entity of the base.
    void name(draft_place where, std::string_view key, std::string_view name, id<entity> of, std::string_view field) {
        if (name.empty() || name == "not stated") return;
        for (auto const& row : names_equal_to(kb_, name))
            if (row.of != of) {
                refuse(where, key,
                    in_quotes(field) + " is " + in_quotes(name) + ", a name of " + told(row.of) +
                        " of the base, which an overlay may not take over; expected another name, or the base's entity where "
                        "that "
                        "is meant");
                return;
            }
    }
    template <class Kind>
    void names_in_details(draft_entity const& e) {
        if constexpr (kind_with_details<Kind>) {
            auto const& of = d_.rows<Kind>()[e.of_kind];
            auto const key = d_.texts[e.key];
            if constexpr (requires { of.brands; })
                for (auto t : d_.texts[of.brands]) name(e.where, key, d_.texts[t], {}, "brands");
            if constexpr (requires { of.clinical, of.plain; }) {
                name(e.where, key, d_.texts[of.clinical], {}, "clinical");
                name(e.where, key, d_.texts[of.plain], {}, "plain");
            }
        }
    }
    void entities() {
        for (auto const& e : d_.entities) {
            auto const key = d_.texts[e.key];
            if (auto const known = entity_with_key(kb_, key)) {
                refuse(e.where, key,
                    "is a key of the base, of " + with_article(kind_names[kb_.kind(known)]) +
                        ", which an overlay may not form anew; expected a key of your own, such as " + own_key(key) +
                        ", or [[addition]] to add names and attributes");
                continue;
            }
            name(e.where, key, key, {}, "key");
            name(e.where, key, d_.texts[e.name], {}, "name");
            for (auto t : d_.texts[e.synonyms]) name(e.where, key, d_.texts[t], {}, "synonyms");
            with_type(kinds{}, e.kind, [&]<class K>() { this->names_in_details<K>(e); });
        }
        for (auto const& n : d_.names) {
            if (!exists(n.of) || !is_below(n.of)) {
                refuse(n.where, exists(n.of) ? d_.key(n.of) : std::string_view{},
                    "is no entity of the base; expected the key of one, or `synonyms` where it is added");
                continue;
            }
            for (auto t : d_.texts[n.synonyms]) name(n.where, kb_.key(n.of), d_.texts[t], n.of, "synonyms");
        }
    }
    void codes() {
        for (auto const& c : d_.codes) {
            if (!exists(c.of) || !is_below(c.row.system)) continue;
            auto const value = d_.texts[c.row.code];
            for (auto const& known : kb_.tables().codes)
                if (known.system == c.row.system && known.of.value != c.of.value && compare_folded(kb_[known.code], value) == 0) {
                    refuse(c.where, d_.key(c.of),
                        "has the code " + in_quotes(value) + " of " + told(known.of) +
                            " of the base, which an overlay may not take over");
                    break;
                }
        }
    }

    /// What an edge of structure does to the entity that it starts from.
    static std::string_view done_by(std::uint32_t r) {
        return r == relation_number<is_a>           ? "put under another"
               : r == relation_number<listed_under> ? "put into another row"
               : r == relation_number<member_of>    ? "put into another class"
               : r == relation_number<form_of>      ? "made a form of another"
               : r == relation_number<combines>     ? "made a combination"
               : r == relation_number<supersedes>   ? "made an edition of another"
                                                    : "given an interest";
    }
    void structure_edges() {
        for (std::uint32_t r = 0; r != structure::size; ++r)
            for (auto const& e : d_.edges[r]) {
                if (!exists(e.subject) || !exists(e.object)) continue;
                if (is_below(e.subject))
                    refuse(e.where, kb_.key(e.subject),
                        in_quotes(relation_names[r]) + ": an entity of the base may not be " + std::string{done_by(r)} +
                            " by an overlay; expected an entity of your own, such as " + own_key(kb_.key(e.subject)));
                else if (r == relation_number<supersedes> && is_below(e.object))
                    refuse(e.where, d_.key(e.subject),
                        "`supersedes` " + in_quotes(kb_.key(e.object)) +
                            " of the base, which only the base's editors may replace; expected a source of your own");
            }
    }

    void claim_ids() {
        for (std::uint32_t r = structure::size; r != relations::size; ++r)
            for (auto const& e : d_.edges[r])
                if (e.key && claims_[d_.texts[e.key]])
                    refuse(e.where, d_.texts[e.key],
                        "is the id of a claim of the base; expected one of your own, such as " + own_key(d_.texts[e.key]));
    }
    std::string nearest_claim(std::string_view key) const {
        std::vector<std::string_view> all;
        for (auto c : kb_.claims())
            if (auto const k = kb_.claim_key(c); !k.empty()) all.push_back(k);
        return did_you_mean(key, all);
    }
    void withdrawals() {
        std::unordered_map<std::uint32_t, bool> seen;
        for (auto const& w : d_.withdrawals) {
            auto const key = d_.texts[w.claim_key];
            auto const refuse_it = [&](std::string what) { refuse(w.where, key, std::move(what)); };
            auto const c = claim_named(w.claim_key);
            if (!c) {
                refuse_it("is the id of no claim of the base" + nearest_claim(key));
                continue;
            }
            auto const said = in_quotes(std::string{relation_names[kb_.relation(c)]} + ' ' +
                                        std::string{kb_.key(kb_.subject(c))} + ' ' + std::string{kb_.key(kb_.object(c))});
            if (!seen.try_emplace(c.value, true).second)
                refuse_it("is withdrawn twice");
            else if (kb_.said(c).status == claim_status::withdrawn)
                refuse_it("is withdrawn already");
            else if (protects(kb_, c))
                refuse_it("says " + said +
                          ", which protects, and an overlay may not withdraw what does; expected a claim in favour of a use, a "
                          "benefit or a coverage");
            if (is_absent(w.on) || is_absent(w.reason)) refuse_it("is withdrawn without `date` and `reason`; expected both");
        }
    }
    void attributes() {
        for (auto const& a : d_.attributes) {
            auto const key = a.claim_key ? d_.texts[a.claim_key] : a.of && exists(a.of) ? d_.key(a.of) : std::string_view{};
            auto const c = claim_named(a.claim_key);
            if (a.claim_key && !c) refuse(a.where, key, "is the id of no claim of the base" + nearest_claim(key));
            auto const known = c                        ? kb_.attributes(c)
                               : a.of && is_below(a.of) ? kb_.attributes(a.of)
                                                        : std::span<attribute_row const>{};
            for (auto const& k : known)
                if (kb_[k.name] == d_.texts[a.name])
                    refuse(a.where, key,
                        "has the attribute " + in_quotes(d_.texts[a.name]) +
                            " in the base already; expected another name, yours before the dot");
        }
    }

public:
    explicit overlay_checks(draft const& of) : d_{of} {}

    void run() {
        frame();
        entities();
        codes();
        structure_edges();
        look_up_claims();
        claim_ids();
        withdrawals();
        attributes();
    }
    /// Finds the claims of the base that the draft names.
    void look_up_claims() {
        bool derived = false;
        auto const want = [&](text key) {
            if (!key) return;
            claims_.try_emplace(d_.texts[key]);
            derived = derived || d_.texts[key].starts_with("c-");
        };
        for (std::uint32_t r = structure::size; r != relations::size; ++r)
            for (auto const& e : d_.edges[r]) want(e.key);
        for (auto const& w : d_.withdrawals) want(w.claim_key);
        for (auto const& a : d_.attributes) want(a.claim_key);
        if (claims_.empty()) return;
        for (std::uint32_t r = structure::size; r != relations::size; ++r)
            for (auto c : kb_.edges_of(r))
                if (auto const key = kb_.claim_key(c, r); !key.empty())
                    if (auto const at = claims_.find(key); at != claims_.end()) at->second = c;
        if (!derived) return;
        for (auto& [key, c] : claims_)
            if (!c && key.starts_with("c-")) c = find_claim(kb_, key);
    }
    std::vector<problem>& problems() { return found_; }
    /// The claim of the base with the id; none where there is none.
    claim_id claim_named(text key) const {
        auto const at = key ? claims_.find(d_.texts[key]) : claims_.end();
        return at == claims_.end() ? claim_id{} : at->second;
    }
};

}  // namespace treatise::inline v0_3::graph_detail
