// expect: (use of deleted function|call to deleted member function)
// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/storage.hpp>

treatise::storage made();

int claims() {
    int n = 0;
#ifdef VALID
    auto const owner = made();
    for (auto const& c : owner.view().every<treatise::affects>()) n += c.carries->value.digits() != 0;
#else
    for (auto const& c : made().view().every<treatise::affects>()) n += c.carries->value.digits() != 0;
#endif
    return n;
}
