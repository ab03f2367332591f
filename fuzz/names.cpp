// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"

#include <treatise/graph/builder.hpp>
#include <treatise/graph/freeze.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/search.hpp>
#include <treatise/query/suggest.hpp>

#include <algorithm>
#include <string>

// A name that somebody types, against a small base with names of every sort.
namespace fuzz {

namespace {

using namespace treatise;

storage base() {
    builder b;
    b.base({b.text("names"), b.text("Names"), b.text("1"), b.text("nobody"), b.text("Made up."), date{2024, 10, 1}});
    code_system_details system;
    system.uri = b.text("not stated"), system.edition = b.text("1"), system.licence = b.text("none"), system.may_ship = true;
    auto const codes = b.add<code_system>({"fixture-codes", "Fixture codes"}, system);
    auto const pain = b.add<cause>({"oedema-pain", "Œdème, with pain (localised)", {}, {"edema", "Charcot's oedema"}});
    b.add<cause>({"menieres-disease", "Ménière's disease", {}, {"MD"}});
    b.code(pain, codes, "FX-100", mapping::exact);
    therapy_details d;
    d.brands = b.list({"Alphanol®", "Kneeze"});
    b.add<therapy>({"alphaprofen", "α-Profen 10 %", {}, {"alpha"}}, d);
    b.add<therapy>({"alphaprofen-gel", "Alphaprofen gel", {}, {"gels"}});
    b.add<therapy_class>({"vitamin-b12", "Vitamin B₁₂", {}, {"MD"}});
    auto made = freeze(b);
    expect(static_cast<bool>(made), "the names of this target are a base");
    return std::move(*made);
}

template <class Kind>
std::size_t find_and_search(knowledge_base const& kb, std::string_view typed) {
    auto const found = find<Kind>(kb, typed);
    auto const offered = search<Kind>(kb, typed, 100);
    for (auto const& c : offered)
        expect(!c.matched.empty() && kb.as<Kind>(c.of), "a choice is of its kind and says what matched");
    expect(std::is_sorted(offered.begin(), offered.end(), [](auto const& a, auto const& b) { return a.how < b.how; }),
        "whole names come first");
    if (search<Kind>(kb, typed, 1).size() == 1) expect(search<Kind>(kb, typed, 1)[0] == offered[0], "a limit cuts the end");
    if (found && typed.find(':') == typed.npos && !folded_name{typed}.text().empty())
        expect(std::any_of(offered.begin(), offered.end(), [&](auto const& c) { return c.of == *found; }),
            "what is found is offered");
    if (!found && found.error().is_ambiguous()) expect(found.error().among.size() > 1, "an ambiguous name has several entities");
    return 3 + offered.size();
}

std::size_t run_names(std::string_view input) {
    static auto const owner = base();
    auto const kb = owner.view();
    auto compared = find_and_search<entity>(kb, input);
    if (input.size() % 2 != 0) compared += find_and_search<option>(kb, input);
    auto const nearest = suggest(kb, input);
    expect(nearest.size() <= 3, "at most three names are suggested");
    for (auto const& n : nearest) expect(static_cast<bool>(find(kb, n)) || n == "MD", "a name that is suggested is found");
    return compared;
}

}  // namespace

target const targets::names{"names", run_names};

}  // namespace fuzz
