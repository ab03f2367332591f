// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/causes_of.hpp>
#include <treatise/query/compare_directly.hpp>
#include <treatise/query/in_circumstance.hpp>
#include <treatise/query/options_for.hpp>
#include <treatise/render/answers/json_facts.hpp>

#include <cstddef>
#include <span>
#include <string>

// Questions from any side, as JSON. The field names are promised (docs/json.md, docs/answers.schema.json).
namespace treatise::inline v0_3 {

namespace render_detail {

inline void json_entities(json_writer& j, knowledge_base const& kb, std::string_view name, auto const& all) {
    j.name(name).open('[');
    for (auto e : all) j.open('{').member("key", kb.key(e)).member("name", kb.name(e)).close('}');
    j.close(']');
}
/// The fact of a claim as it applies to the asked cause, whose option is named in the file around it.
inline void json_claim_fact(
    json_writer& j, knowledge_base const& kb, claim_id c, std::optional<applicability> applies, language const* l) {
    auto f = fact_of(kb, c);
    if (!f) return;
    f->applies = applies;
    json_fact(j, kb, *f, l);
}

}  // namespace render_detail

/// The options that sources speak of on one thing, each with its facts.
[[nodiscard]] inline std::string json_options_for(
    knowledge_base const& kb, id<aside> what, id<cause> asked = {}, scope const& s = {}, language const* l = &english) {
    return json_answer(kb, "treatise-options-for", [&](json_writer& j) {
        auto const found = asked ? options_for(kb, what, asked, s) : options_for(kb, what, s);
        json_named(j, kb, "asked", what);
        j.member("kind", kind_names[kb.kind(what)]);
        if (asked) json_named(j, kb, "cause", asked);
        render_detail::json_entities(j, kb, "also", found.also);
        j.name("options").open('[');
        for (std::size_t i = 0; i != found.claims.size();) {
            auto const o = found.claims[i].option;
            json_named(j.open('{'), kb, "option", o);
            if (auto const row = row_of(kb, o)) json_named(j, kb, "row", row);
            j.name("facts").open('[');
            for (; i != found.claims.size() && found.claims[i].option == o; ++i)
                render_detail::json_claim_fact(
                    j, kb, found.claims[i].claim, asked ? std::optional{found.claims[i].applies} : std::nullopt, l);
            j.close(']').close('}');
        }
        j.close(']');
    });
}

/// The causes for which sources document an option, each with the claims that do so.
[[nodiscard]] inline std::string json_causes_of(
    knowledge_base const& kb, id<option> o, scope const& s = {}, language const* l = &english) {
    return json_answer(kb, "treatise-causes-of", [&](json_writer& j) {
        json_named(j, kb, "option", o);
        j.name("causes").open('[');
        auto const found = causes_of(kb, o, s);
        for (std::size_t i = 0; i != found.size();) {
            auto const c = found[i].cause;
            json_named(j.open('{'), kb, "cause", c);
            j.name("facts").open('[');
            for (; i != found.size() && found[i].cause == c; ++i)
                render_detail::json_claim_fact(
                    j, kb, found[i].claim, found[i].with_others ? applicability::pooled : applicability::exact, l);
            j.close(']').close('}');
        }
        j.close(']');
    });
}

/// The published comparisons of options with one another; an empty list: no source here compared them.
[[nodiscard]] inline std::string json_head_to_head(knowledge_base const& kb, id<cause> asked, std::span<id<option> const> options,
    scope const& s = {}, language const* l = &english) {
    return json_answer(kb, "treatise-head-to-head", [&](json_writer& j) {
        json_named(j, kb, "cause", asked);
        render_detail::json_entities(j, kb, "options", options);
        j.name("comparisons").open('[');
        for (auto const& d : compare_directly(kb, asked, options, s)) {
            j.open('{').member("of", kb.key(options[d.of])).member("with", kb.key(options[d.with]));
            j.name("interest_declared").boolean(d.has_interest).name("fact");
            render_detail::json_claim_fact(j, kb, d.claim, d.applies, l);
            j.close('}');
        }
        j.close(']');
    });
}

/// What is told first of one option for each of several causes.
[[nodiscard]] inline std::string json_across(knowledge_base const& kb, id<option> o, std::span<id<cause> const> causes,
    scope const& s = {}, language const* l = &english) {
    return json_answer(kb, "treatise-across", [&](json_writer& j) {
        json_named(j, kb, "option", o);
        j.name("causes").open('[');
        for (auto c : causes) {
            json_named(j.open('{'), kb, "cause", c);
            render_detail::json_fact_list(j, kb, facts(kb, c, o, s), l);
            j.close('}');
        }
        j.close(']');
    });
}

/// What sources say of every documented option for a cause in a circumstance; an option without facts: no source here says.
[[nodiscard]] inline std::string json_in_circumstance(
    knowledge_base const& kb, id<cause> asked, id<circumstance> state, scope const& s = {}, language const* l = &english) {
    return json_answer(kb, "treatise-circumstance", [&](json_writer& j) {
        auto const account = in_circumstance(kb, asked, state, s);
        json_named(j, kb, "cause", asked);
        json_named(j, kb, "circumstance", state);
        render_detail::json_entities(j, kb, "also", account.also);
        j.name("looked_up").number(account.rows.size()).name("silent").number(account.silent);
        j.name("options").open('[');
        for (auto const& row : account.rows) {
            json_named(j.open('{'), kb, "option", row.option);
            j.name("label_read").boolean(row.label_read).name("facts").open('[');
            for (auto const& x : account.of(row)) json_fact(j, kb, fact_of(kb, x), l);
            j.close(']').close('}');
        }
        j.close(']');
    });
}

}  // namespace treatise::inline v0_3
