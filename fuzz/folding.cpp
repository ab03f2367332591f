// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"

#include <treatise/graph/field_text.hpp>
#include <treatise/model/date.hpp>
#include <treatise/model/decimal.hpp>
#include <treatise/query/name_folding.hpp>
#include <treatise/snapshot/detail/crc32.hpp>

#include <algorithm>
#include <array>

// What folds and reads one text and allocates nothing: the cheapest target, with the most executions.
namespace fuzz {

namespace {

using namespace treatise;

std::size_t numbers(std::string_view input) {
    std::size_t compared = 0;
    if (auto const d = parse_decimal(input)) {
        auto const again = parse_decimal(digits(*d));
        expect(again && *again == *d, "a decimal is read back from its digits");
        expect(!less(*d, *d), "no decimal is less than itself");
        compared += 2;
    }
    if (auto const d = parse_date(input)) {
        auto const again = parse_date(iso(*d));
        expect(again && *again == *d, "a date is read back from its ISO form");
        ++compared;
    }
    return compared;
}

std::size_t folding(std::string_view a, std::string_view b) {
    folded_name const x{a}, y{b};
    expect(!(x == y) || x.may_be(b), "a first letter rules out no name that is equal");
    expect(!(x == y) || y.may_be(a), "a first letter rules out no name that is equal");
    expect((x == y) == (y == x), "names are equal in both directions");
    expect(x.text().size() <= 96, "a folded name is short");
    std::array<char, 48> upper{};
    auto const n = (std::min)(a.size(), upper.size() - 2);
    upper[0] = ' ', upper[n + 1] = '-';
    for (std::size_t i = 0; i != n; ++i) upper[i + 1] = a[i] >= 'a' && a[i] <= 'z' ? static_cast<char>(a[i] - 'a' + 'A') : a[i];
    expect(folded_name{{upper.data(), n + 2}}.text() == folded_name{a.substr(0, n)}.text(),
        "case and blanks around are folded away");
    expect(compare_folded(a, b) == -compare_folded(b, a), "the order of names is one order");
    return 6;
}

std::size_t run_folding(std::string_view input) {
    auto const half = (std::min)(input.find('\n'), input.size());
    auto const a = input.substr(0, half), b = input.substr((std::min)(half + 1, input.size()));
    expect(crc32(b, crc32(a)) == crc32(b, crc32(a.substr(a.size() / 2), crc32(a.substr(0, a.size() / 2)))),
        "a checksum goes on where it stopped");
    return numbers(a) + folding(a, b) + 1;
}

}  // namespace

target const targets::folding{"folding", run_folding};

}  // namespace fuzz
