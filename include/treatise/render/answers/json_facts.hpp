// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/categories.hpp>
#include <treatise/query/facts.hpp>
#include <treatise/render/json_answer.hpp>
#include <treatise/render/json_fact.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// What an app asks, as JSON. The field names are promised (docs/json.md, docs/answers.schema.json).
namespace treatise::inline v0_3 {

namespace render_detail {

inline void json_counts(json_writer& j, std::string_view name, claim_counts const& counts) {
    j.name(name).open('{');
    for (std::size_t f = 0; f != words_of<facet>.size(); ++f) {
        if (counts.of(static_cast<facet>(f)) == 0) continue;
        j.name(words_of<facet>[f]).open('{');
        for (std::size_t s = 0; s != words_of<stance>.size(); ++s)
            if (auto const n = counts.of(static_cast<facet>(f), static_cast<stance>(s)); n != 0)
                j.name(words_of<stance>[s]).number(n);
        j.close('}');
    }
    j.close('}');
}
/// What is told of an option: each fact with those that say it with it, and on each matter the state and what is left to `why`.
inline void json_fact_list(json_writer& j, knowledge_base const& kb, fact_list const& all, language const* l) {
    j.name("label_unread").boolean(all.has_unread_label());
    j.name("matters").open('[');
    for (std::size_t n = 0; n != matter_count; ++n) {
        auto const m = static_cast<matter>(n);
        j.open('{').member("matter", word(m)).member("state", word(all.state(m)));
        j.name("facts").number(all.on(m).size()).name("untold").number(all.untold(m)).close('}');
    }
    j.close(']').name("facts").open('[');
    for (std::uint32_t i = 0; i != all.size(); ++i) {
        j.open('{');
        json_fact_fields(j, kb, all[i], l);
        j.name("is_range").boolean(all[i].is_range).name("with").open('[');
        for (auto c : all.with(i))
            if (auto const f = fact_of(kb, c)) json_fact(j, kb, *f, l);
        j.close(']').close('}');
    }
    j.close(']');
}

}  // namespace render_detail

/// What is told of an option for a cause, each fact whole; without a language no sentences, for machines alone.
[[nodiscard]] inline std::string json_facts(
    knowledge_base const& kb, id<cause> asked, id<option> o, scope const& s = {}, language const* l = &english) {
    return json_answer(kb, "treatise-facts", [&](json_writer& j) {
        json_named(j, kb, "cause", asked);
        json_named(j, kb, "option", o);
        if (auto const row = row_of(kb, o)) json_named(j, kb, "row", row);
        render_detail::json_fact_list(j, kb, facts(kb, asked, o, s), l);
    });
}

/// The kinds of therapy documented for a cause, with the options in each.
[[nodiscard]] inline std::string json_categories(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    return json_answer(kb, "treatise-categories", [&](json_writer& j) {
        json_named(j, kb, "cause", asked);
        j.name("categories").open('[');
        auto const all = categories(kb, asked, s);
        for (auto c : all) {
            j.open('{');
            if (c.kind) json_named(j, kb, "kind", c.kind);
            j.member("applicability", word(c.applies())).name("options").open('[');
            for (auto const& o : c.options) {
                json_named(j.open('{'), kb, "option", o.option);
                j.member("kind", kind_names[kb.kind(o.option)]);
                if (o.row) json_named(j, kb, "row", o.row);
                j.member("applicability", word(o.applies)).name("excluded").boolean(o.is_excluded);
                j.name("only_against").boolean(o.is_only_against);
                render_detail::json_counts(j, "said", o.said);
                j.close('}');
            }
            j.close(']').close('}');
        }
        j.close(']');
    });
}

}  // namespace treatise::inline v0_3
