// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace treatise::inline v0_3 {

namespace snapshot_detail {

/// The remainders of a byte at each of eight places, so that eight bytes are one step (Kounavis and Berry, 2005).
inline constexpr auto crc32_tables = [] {
    std::array<std::array<std::uint32_t, 256>, 8> t{};
    for (std::uint32_t i = 0; i != 256; ++i) {
        auto c = i;
        for (int bit = 0; bit != 8; ++bit) c = (c & 1u) != 0 ? c >> 1 ^ 0xedb88320u : c >> 1;
        t[0][i] = c;
    }
    for (std::size_t k = 1; k != 8; ++k)
        for (std::uint32_t i = 0; i != 256; ++i) t[k][i] = t[k - 1][i] >> 8 ^ t[0][t[k - 1][i] & 0xffu];
    return t;
}();

}  // namespace snapshot_detail

/// The CRC-32 of gzip, PNG and Python's `zlib.crc32`; `before` is that of the bytes that stand before these.
constexpr std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0) {
    auto const& t = snapshot_detail::crc32_tables;
    auto const byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
    auto c = ~before;
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        auto const low = (byte(i) | byte(i + 1) << 8 | byte(i + 2) << 16 | byte(i + 3) << 24) ^ c;
        auto const high = byte(i + 4) | byte(i + 5) << 8 | byte(i + 6) << 16 | byte(i + 7) << 24;
        c = t[7][low & 0xffu] ^ t[6][low >> 8 & 0xffu] ^ t[5][low >> 16 & 0xffu] ^ t[4][low >> 24] ^ t[3][high & 0xffu] ^
            t[2][high >> 8 & 0xffu] ^ t[1][high >> 16 & 0xffu] ^ t[0][high >> 24];
    }
    for (; i != bytes.size(); ++i) c = c >> 8 ^ t[0][(c ^ byte(i)) & 0xffu];
    return ~c;
}

}  // namespace treatise::inline v0_3
