// expect: approved_by
// SPDX-License-Identifier: BSL-1.0
// Words that have no room for the authority would leave it out.
#include <treatise/words/english.hpp>

namespace {

constexpr treatise::language mine = [] {
    auto l = treatise::english;
#ifndef VALID
    l.messages[static_cast<std::size_t>(treatise::message::approved_by)] = "approved";
#endif
    return l;
}();

}  // namespace

static_assert(treatise::is_complete<mine>);

int main() {}
