// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"

#include <treatise/ask/ask.hpp>
#include <treatise/graph/source_text.hpp>

#include <nlohmann/json.hpp>

#include <string>

#include "fixtures.hpp"

// Requests of the C door: JSON in, JSON out, whatever stands in it.
namespace fuzz {

namespace {

std::size_t run_ask(std::string_view input) {
    auto const answer = treatise::ask(fixture::knee(), input);
    expect(!treatise::source_text{answer}.not_utf8(), "an answer is UTF-8");
    auto const read = nlohmann::json::parse(answer, nullptr, false);
    expect(read.is_object(), "an answer is a JSON object");
    expect(treatise::ask(fixture::knee(), input) == answer, "a request has one answer");
    return answer.find("treatise-error") == answer.npos ? 3 : 0;
}

}  // namespace

target const targets::ask{"ask", run_ask};

}  // namespace fuzz
