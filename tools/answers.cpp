// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "pages.hpp"

#include <treatise/render/answers.hpp>

#include <algorithm>

namespace treatise::tool {

namespace {

void json_named(json_writer& j, knowledge_base const& kb, std::string_view name, id<entity> e) {
    j.name(name).open('{').member("key", kb.key(e)).member("name", kb.name(e)).close('}');
}

}  // namespace

result list_candidates(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto const narrowed = reader.asked_scope(asked.scope);
    reader.check();
    if (asked.format != "json") {
        constexpr std::size_t most_reasons = 3;
        return {
            print(asked.all ? tell_candidates(kb, about, narrowed) : tell_candidates(kb, about, narrowed, english, most_reasons),
                asked)};
    }
    return {json_answer(kb, "treatise-candidates", [&](json_writer& j) {
        json_named(j, kb, "cause", about);
        j.name("candidates").open('[');
        for (auto c : candidates(kb, about, narrowed)) {
            j.open('{')
                .member("option", kb.key(c.option))
                .member("name", kb.name(c.option))
                .member("kind", kind_names[kb.kind(c.option)]);
            if (auto const row = row_of(kb, c.option)) j.member("row", kb.key(row));
            j.member("applicability", word(c.applies())).name("only_against").boolean(c.is_only_against());
            j.name("reasons").open('[');
            for (auto const& r : c.reasons) {
                j.open('{').member("applicability", word(r.applies)).name("claim");
                json_claim(j, kb, r.claim);
                j.close('}');
            }
            j.close(']').close('}');
        }
        j.close(']');
    })};
}

result explain_why(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto const of = reader.asked_option(asked.names[1]);
    auto const narrowed = reader.asked_scope(asked.scope);
    reader.check();
    if (asked.format != "json") return {print(tell_why(kb, about, of, narrowed), asked)};
    return {json_answer(kb, "treatise-why", [&](json_writer& j) {
        json_named(j, kb, "cause", about);
        json_named(j, kb, "option", of);
        if (auto const row = row_of(kb, of)) json_named(j, kb, "row", row);
        j.name("statements").open('[');
        for (auto const& s : why(kb, about, of, narrowed)) {
            j.open('{').member("facet", word(s.facet)).member("said_of", word(s.of)).member("applicability", word(s.applies));
            j.name("first").boolean(s.first).name("claim");
            json_claim(j, kb, s.claim);
            j.close('}');
        }
        j.close(']').name("withdrawn").open('[');
        for (auto c : withdrawn(kb, about, of)) json_claim(j, kb, c);
        j.close(']');
    })};
}

result trace_paths(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const of = reader.asked_option(asked.names[0]);
    auto const about = reader.asked_cause(asked.names[1]);
    auto const narrowed = reader.asked_scope(asked.scope);
    reader.check();
    if (asked.format != "json") return {print(tell_paths(kb, of, about, narrowed), asked)};
    return {json_answer(kb, "treatise-paths", [&](json_writer& j) {
        j.member("caption", english[message::paths_caption]);
        json_named(j, kb, "option", of);
        json_named(j, kb, "cause", about);
        j.name("paths").open('[');
        for (auto const& p : paths(kb, of, about, narrowed)) {
            j.open('{').member("mechanism", kb.key(p.mechanism)).member("applicability", word(p.applies)).name("steps").open('[');
            json_claim(j, kb, p.acts);
            json_claim(j, kb, p.implicated);
            j.close(']').close('}');
        }
        j.close(']');
    })};
}

result list_gaps(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto const narrowed = reader.asked_scope(asked.scope);
    reader.check();
    if (asked.format != "json") return {print(tell_gaps(kb, about, narrowed), asked)};
    return {json_answer(kb, "treatise-gaps", [&](json_writer& j) {
        json_named(j, kb, "cause", about);
        j.name("gaps").open('[');
        for (auto const& g : gaps(kb, about, narrowed)) {
            j.open('{').member("option", kb.key(g.option));
            if (g.about) j.member(kind_names[kb.kind(g.about)], kb.key(g.about));
            if (auto const o = kb.as<outcome>(g.about)) j.member("valence", word(kb.details(o).valence));
            if (g.issue) j.member("practical_issue", word(*g.issue));
            j.close('}');
        }
        j.close(']');
    })};
}

}  // namespace treatise::tool
