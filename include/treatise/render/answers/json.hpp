// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/aims.hpp>
#include <treatise/query/gaps.hpp>
#include <treatise/query/paths.hpp>
#include <treatise/query/withdrawn.hpp>
#include <treatise/render/answers/about.hpp>
#include <treatise/render/answers/why.hpp>
#include <treatise/render/json_answer.hpp>
#include <treatise/render/json_claim.hpp>
#include <treatise/render/sentence.hpp>

#include <string>
#include <string_view>
#include <vector>

// The answers as JSON. The field names are promised (docs/json.md): programs read them.
namespace treatise::inline v0_3 {

namespace render_detail {

template <class Claims>
void json_claims(json_writer& j, knowledge_base const& kb, std::string_view name, Claims const& all, language const* l) {
    j.name(name).open('[');
    successions replaced{kb};
    for (auto c : all) json_claim(j, kb, c, replaced, l);
    j.close(']');
}
template <class Entities>
void json_keys(json_writer& j, knowledge_base const& kb, std::string_view name, Entities const& all) {
    j.name(name).open('[');
    for (auto e : all) j.value(kb.key(e));
    j.close(']');
}

}  // namespace render_detail

/// The candidates for a cause with every claim that lists them, and what is documented with another aim.
[[nodiscard]] inline std::string json_candidates(
    knowledge_base const& kb, id<cause> asked, scope const& s = {}, language const* l = &english) {
    return json_answer(kb, "treatise-candidates", [&](json_writer& j) {
        successions replaced{kb};
        json_named(j, kb, "cause", asked);
        j.name("candidates").open('[');
        for (auto c : candidates(kb, asked, s)) {
            j.open('{')
                .member("option", kb.key(c.option))
                .member("name", kb.name(c.option))
                .member("kind", kind_names[kb.kind(c.option)]);
            if (auto const row = row_of(kb, c.option)) j.member("row", kb.key(row));
            j.member("applicability", word(c.applies())).name("only_against").boolean(c.is_only_against());
            j.name("reasons").open('[');
            for (auto const& r : c.reasons) {
                j.open('{').member("applicability", word(r.applies)).name("claim");
                json_claim(j, kb, r.claim, replaced, l);
                j.close('}');
            }
            j.close(']').close('}');
        }
        j.close(']').name("other_aims").open('[');
        for (auto const& x : other_aims(kb, asked, s))
            j.open('{').member("intent", word(x.intent)).name("options").number(x.options).close('}');
        j.close(']');
    });
}

/// Every claim behind an option for a cause, or those of a column of a table, and what was withdrawn.
[[nodiscard]] inline std::string json_why(knowledge_base const& kb, id<cause> asked, id<option> o, scope const& s = {},
    column const& in = {}, language const* l = &english) {
    return json_answer(kb, "treatise-why", [&](json_writer& j) {
        successions replaced{kb};
        json_named(j, kb, "cause", asked);
        json_named(j, kb, "option", o);
        if (auto const row = row_of(kb, o)) json_named(j, kb, "row", row);
        if (!in.key.empty()) j.member("column", in.key);
        j.name("label_read").boolean(label_is_read(kb, o));
        j.name("statements").open('[');
        for (auto const& x : why(kb, asked, o, s, in)) {
            j.open('{').member("facet", word(x.facet)).member("matter", word(matter_of(kb, x)));
            j.member("said_of", word(x.of)).member("applicability", word(x.applies));
            j.name("first").boolean(x.first).name("claim");
            json_claim(j, kb, x.claim, replaced, l);
            j.close('}');
        }
        j.close(']');
        render_detail::json_claims(j, kb, "withdrawn", withdrawn(kb, asked, o), l);
    });
}

/// The ways from an option over a mechanism to a cause, each step a claim.
[[nodiscard]] inline std::string json_paths(
    knowledge_base const& kb, id<option> o, id<cause> asked, scope const& s = {}, language const* l = &english) {
    return json_answer(kb, "treatise-paths", [&](json_writer& j) {
        if (l != nullptr) j.member("caption", (*l)[message::paths_caption]);
        json_named(j, kb, "option", o);
        json_named(j, kb, "cause", asked);
        j.name("paths").open('[');
        for (auto const& p : paths(kb, o, asked, s)) {
            j.open('{').member("mechanism", kb.key(p.mechanism)).member("applicability", word(p.applies));
            render_detail::json_claims(j, kb, "steps", std::vector{p.acts, p.implicated}, l);
            j.close('}');
        }
        j.close(']');
    });
}

/// What nobody reports, row by row.
[[nodiscard]] inline std::string json_gaps(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    return json_answer(kb, "treatise-gaps", [&](json_writer& j) {
        json_named(j, kb, "cause", asked);
        j.name("gaps").open('[');
        for (auto const& g : gaps(kb, asked, s)) {
            j.open('{').member("option", kb.key(g.option));
            if (g.about) j.member(kind_names[kb.kind(g.about)], kb.key(g.about));
            if (auto const o = kb.as<outcome>(g.about)) j.member("valence", word(kb.details(o).valence));
            if (g.issue) j.member("practical_issue", word(*g.issue));
            j.close('}');
        }
        j.close(']');
    });
}

/// What is said of a cause itself, part by part, and the causes above and below it.
[[nodiscard]] inline std::string json_about(
    knowledge_base const& kb, id<cause> asked, scope const& s = {}, language const* l = &english) {
    return json_answer(kb, "treatise-about", [&](json_writer& j) {
        successions replaced{kb};
        auto const account = about(kb, asked, s);
        json_named(j, kb, "cause", asked);
        render_detail::json_keys(j, kb, "above", account.above);
        render_detail::json_keys(j, kb, "below", account.below);
        j.name("statements").open('[');
        for (auto const& x : account.said) {
            j.open('{').member("part", word(x.part)).member("applicability", word(x.applies)).member("of", kb.key(x.of));
            if (auto const p = kb.as<principle>(x.of)) j.member("topic", word(kb.details(p).topic));
            json_claim(j.name("claim"), kb, x.claim, replaced, l);
            j.close('}');
        }
        j.close(']');
        render_detail::json_claims(j, kb, "withdrawn", account.withdrawn, l);
    });
}

/// One claim, with its sentence.
[[nodiscard]] inline std::string json_record(knowledge_base const& kb, claim_id c, language const* l = &english) {
    return json_answer(kb, "treatise-claim", [&](json_writer& j) {
        if (l != nullptr) j.member("sentence", sentence(kb, c, *l)).member("where", sentence_of_place(kb, c, *l));
        json_claim(j.name("claim"), kb, c, l);
    });
}

}  // namespace treatise::inline v0_3
