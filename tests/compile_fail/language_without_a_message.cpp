// expect: looked_for
// SPDX-License-Identifier: BSL-1.0
// What the compiler says names the message.
#include <treatise/words/english.hpp>

namespace {

constexpr treatise::language mine = [] {
    auto l = treatise::english;
#ifndef VALID
    l.messages[static_cast<std::size_t>(treatise::message::looked_for)] = {};
#endif
    return l;
}();

}  // namespace

static_assert(treatise::is_complete<mine>);

int main() {}
