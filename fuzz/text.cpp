// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"

#include <treatise/bulk/detail/text.hpp>
#include <treatise/graph/problem.hpp>
#include <treatise/model/nearest.hpp>
#include <treatise/model/seen_text.hpp>
#include <treatise/render/detail/characters.hpp>

#include <algorithm>
#include <string>

// What cleans, prints and compares one text.
namespace fuzz {

namespace {

using namespace treatise;

/// Whether a text would steer a terminal: a control character, a line break, or what turns the direction of the text behind it.
bool steers(std::string_view s) {
    if (s.find_first_of("\t\n\r") != s.npos) return true;
    while (auto const c = unseen_in(s)) {
        if (c->why != unseen::invisible) return true;
        s.remove_prefix(c->at);
        s.remove_prefix(first_character(s).bytes);
    }
    return false;
}

std::size_t cleaning(std::string_view input) {
    auto const clean = cleaned(input);
    expect(is_clean(clean), "what was cleaned is clean");
    expect(!is_clean(input) || clean == input, "what is clean is left as it is");
    auto const seen = printed(input);
    expect(!steers(seen), "nothing is printed that would steer a terminal");
    expect(!source_text{seen}.not_utf8(), "what is printed is UTF-8");
    expect(printed(seen) == seen, "what was printed is printed as it is");
    std::string message;
    append_printable(message, input);
    expect(!unseen_in(message) && !steers(message), "a message holds nothing that is not seen, and no line break");
    return 4;
}

std::size_t distances(std::string_view a, std::string_view b) {
    auto const x = a.substr(0, 24), y = b.substr(0, 24);
    auto const whole = edit_distance(x, y, 100), two = edit_distance(x, y, 2);
    expect(edit_distance(y, x, 100) == whole, "a distance is the same in both directions");
    expect(whole <= 2 ? two == whole : two > 2, "a limit changes no distance within it");
    expect(edit_distance(x, x, 0) == 0, "nothing is far from itself");
    return 3;
}

std::size_t run_text(std::string_view input) {
    auto const half = (std::min)(input.find('\n'), input.size());
    return cleaning(input) + distances(input.substr(0, half), input.substr((std::min)(half + 1, input.size())));
}

}  // namespace

target const targets::text{"text", run_text};

}  // namespace fuzz
