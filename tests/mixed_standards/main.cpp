// SPDX-License-Identifier: BSL-1.0
// Every side reads what every side made. The one argument is a folder to write to.
#include "sides.hpp"

#include <cstdio>
#include <string>

int main(int count, char** arguments) {
    using namespace mixed;
    std::string const path = std::string{count > 1 ? arguments[1] : "."} + "/mixed.snapshot";
    side const sides[] = {side_a(), side_b(), side_c()};
    {
        auto const base = sides[0].read_base(false);
        if (!base || !treatise::write_snapshot(base->view(), path)) return std::puts("cannot write the snapshot"), 1;
    }
    int wrong = 0;
    auto const check = [&](char const* what, side const& from, side const& to, bool ok) {
        if (ok) return;
        ++wrong;
        std::printf("%s: made by C++ %ld, read wrongly by C++ %ld\n", what, from.standard, to.standard);
    };
    for (auto const& from : sides)
        for (auto const& to : sides) {
            check("layout", from, to, from.base_size == to.base_size);
            for (bool failed : {false, true}) {
                check("TOML", from, to, to.sees_base(from.read_base(failed), failed));
                check("snapshot", from, to, to.sees_snapshot(from.open_snapshot(failed ? path + ".missing" : path), failed));
                check("absolute", from, to, to.sees_absolute(from.of_100(failed), failed));
            }
        }
    std::remove(path.c_str());
    std::printf("sides of C++ %ld, %ld and %ld: %d wrong\n", sides[0].standard, sides[1].standard, sides[2].standard, wrong);
    return wrong != 0;
}
