// SPDX-License-Identifier: BSL-1.0
#include "answered.hpp"
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "pages.hpp"

#include <treatise/render/answers.hpp>

namespace treatise::tool {

namespace {

constexpr std::string_view where_causes = "See treatise causes";

/// The causes that were named; where none was, all for which the option is documented.
std::vector<id<cause>> causes_asked(request const& asked, knowledge_base const& kb, argument_reader& reader, id<option> of) {
    std::vector<id<cause>> causes;
    for (auto const& name : asked.causes) causes.push_back(reader.named<cause>(name, "cause", where_causes));
    if (asked.causes.empty())
        for (auto const& c : causes_of(kb, of))
            if (causes.empty() || causes.back() != c.cause) causes.push_back(c.cause);
    return causes;
}

}  // namespace

result list_options_for(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const what = reader.named<aside>(asked.names[0], "outcome, mechanism, circumstance, consideration, payer or profession",
        "See treatise find and treatise search");
    auto const about = asked.about.empty() ? id<cause>{} : reader.asked_cause(asked.about);
    auto const narrowed = reader.asked_scope(asked.scope);
    reader.check();
    return answered(
        asked, [&] { return json_options_for(kb, what, about, narrowed); },
        [&] { return tell_options_for(kb, what, about, narrowed); });
}

result list_causes_of(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const of = reader.asked_option(asked.names[0]);
    auto const narrowed = reader.asked_scope(asked.scope);
    reader.check();
    return answered(asked, [&] { return json_causes_of(kb, of, narrowed); }, [&] { return tell_causes_of(kb, of, narrowed); });
}

result compare_head_to_head(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto narrowed = reader.asked_scope(asked.scope);
    if (asked.scope.options.size() < 2) reader.wrong("--options names the options to compare; expected two or more");
    reader.check();
    auto const options = std::move(narrowed.options);
    narrowed.options.clear();
    return answered(
        asked, [&] { return json_head_to_head(kb, about, options, narrowed); },
        [&] { return tell_head_to_head(kb, about, options, narrowed); });
}

result tell_over_causes(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const of = reader.asked_option(asked.names[0]);
    auto const narrowed = reader.asked_scope(asked.scope);
    auto const causes = causes_asked(asked, kb, reader, of);
    reader.check();
    return answered(
        asked, [&] { return json_across(kb, of, causes, narrowed); }, [&] { return tell_across(kb, of, causes, narrowed); });
}

}  // namespace treatise::tool
