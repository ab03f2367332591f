// SPDX-License-Identifier: BSL-1.0
#include "asked.hpp"

#include <treatise/ask/read.hpp>

#include <algorithm>

namespace treatise::tool {

namespace {

/// "--source-kind" of "/scope/source_kind/0".
std::string option_of(std::string_view at) {
    std::string name{at.starts_with("/scope/") ? at.substr(7) : at.substr(std::min<std::size_t>(1, at.size()))};
    name.erase(std::min(name.find('/'), name.size()));
    std::replace(name.begin(), name.end(), '_', '-');
    return "--" + name;
}

std::string in_options(request_problem const& p) {
    bool const of_name = p.fault == request_fault::unknown_name || p.fault == request_fault::ambiguous_name;
    auto s = of_name ? p.message : option_of(p.at) + ": " + p.message;
    for (std::size_t i = 0; i != p.listed_by.size(); ++i)
        s += std::string{i == 0                        ? ". See treatise "
                         : i + 1 == p.listed_by.size() ? " and treatise "
                                                       : ", treatise "} +
             std::string{p.listed_by[i]};
    return s;
}

}  // namespace

std::vector<std::string> in_options(std::vector<request_problem> const& all) {
    std::vector<std::string> told;
    for (auto const& p : all) told.push_back(in_options(p));
    return told;
}

question asked_question(treatise::request const& words, knowledge_base const& kb) {
    auto read = read_request(kb, words);
    if (!read) throw refusal{in_options(read.error())};
    return std::move(*read);
}

id<cause> asked_cause(std::string_view typed, knowledge_base const& kb) {
    auto const found = read_cause(kb, typed);
    if (!found) throw refusal{in_options(found.error())};
    return *found;
}

}  // namespace treatise::tool
