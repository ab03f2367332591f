// SPDX-License-Identifier: BSL-1.0
#include <treatise/model/claim.hpp>

#include <cstdio>

int main() {
    constexpr treatise::date published{2015, 2, 0};
    static_assert(published == treatise::date{2015, 2, 0});
    std::puts("The consumer was built.");
}
