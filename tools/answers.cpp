// SPDX-License-Identifier: BSL-1.0
#include "answered.hpp"
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "pages.hpp"

#include <treatise/render/answers.hpp>

#include <string>
#include <utility>

namespace treatise::tool {

result list_candidates(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto const narrowed = reader.asked_scope(asked.scope);
    auto const state = asked.circumstance.empty()
                           ? id<circumstance>{}
                           : reader.named<circumstance>(asked.circumstance, "circumstance", "See treatise search");
    reader.check();
    if (state && asked.format == "json") return {json_in_circumstance(kb, about, state, narrowed)};
    if (state) return {print(tell_in_circumstance(kb, about, state, narrowed), asked)};
    if (asked.format == "json") return {json_candidates(kb, about, narrowed)};
    constexpr std::size_t most_reasons = 3;
    return {print(
        asked.all ? tell_candidates(kb, about, narrowed) : tell_candidates(kb, about, narrowed, english, most_reasons), asked)};
}

result list_categories(request const& asked) {
    return on_cause(
        asked, [](auto const&... of) { return json_categories(of...); },
        [](auto const&... of) { return tell_categories(of...); });
}

result list_facts(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto const of = reader.asked_option(asked.names[1]);
    auto const narrowed = reader.asked_scope(asked.scope);
    reader.check();
    return answered(
        asked, [&] { return json_facts(kb, about, of, narrowed); }, [&] { return tell_facts(kb, about, of, narrowed); });
}

result tell_of_cause(request const& asked) {
    return on_cause(
        asked, [](auto const&... of) { return json_about(of...); }, [](auto const&... of) { return tell_about(of...); });
}

result explain_why(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto narrowed = reader.asked_scope(asked.scope);
    auto of = std::exchange(narrowed.options, {});
    if (asked.names.size() > 1) of.insert(of.begin(), reader.asked_option(asked.names[1]));
    auto const in = reader.asked_column(asked.column);
    if (asked.format == "json" && of.size() > 1) reader.wrong("--format json tells of one option; expected one");
    reader.check();
    if (asked.format == "json") return {json_why(kb, about, of.front(), narrowed, in)};
    std::string told;
    for (auto o : of) told += (told.empty() ? "" : "\n") + print(tell_why(kb, about, o, narrowed, in), asked);
    return {told};
}

result trace_paths(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const of = reader.asked_option(asked.names[0]);
    auto const about = reader.asked_cause(asked.names[1]);
    auto const narrowed = reader.asked_scope(asked.scope);
    reader.check();
    return answered(
        asked, [&] { return json_paths(kb, of, about, narrowed); }, [&] { return tell_paths(kb, of, about, narrowed); });
}

result list_gaps(request const& asked) {
    return on_cause(
        asked, [](auto const&... of) { return json_gaps(of...); }, [](auto const&... of) { return tell_gaps(of...); });
}

}  // namespace treatise::tool
