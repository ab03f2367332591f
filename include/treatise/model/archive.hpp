// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace treatise::inline v0_3 {

namespace model_detail {

struct archive_mark {
    std::string_view starts, is;
};
/// How files begin that are no text; a mark with a zero in it is counted out.
inline constexpr std::array archive_marks{
    archive_mark{"PK\x03\x04", "a zip archive"},
    archive_mark{"PK\x05\x06", "a zip archive"},
    archive_mark{{"\xfd"
                  "7zXZ\0",
                     6},
        "compressed with xz"},
    archive_mark{"\x28\xb5\x2f\xfd", "compressed with zstd"},
    archive_mark{"\x04\x22\x4d\x18", "compressed with lz4"},
    archive_mark{"\x1f\x9d", "compressed with compress"},
    archive_mark{{"7z\xbc\xaf\x27\x1c", 6}, "a 7z archive"},
    archive_mark{"Rar!\x1a\x07", "a rar archive"},
    archive_mark{"\x89HDF\r\n", "an HDF5 file"},
    archive_mark{"PAR1", "a Parquet file"},
    archive_mark{{"SQLite format 3\0", 16}, "an SQLite database"},
};

/// Whether a header of tar stands in front: the sum of its bytes, its own field taken for blanks, is written in octal digits.
[[nodiscard]] constexpr bool is_tar(std::string_view s) {
    constexpr std::size_t header = 512, field = 148, digits = 8;
    if (s.size() < header || s[0] == '\0') return false;
    std::size_t sum = 0, stated = 0, seen = 0;
    for (std::size_t i = 0; i != header; ++i)
        sum += i >= field && i < field + digits ? std::size_t{' '} : static_cast<std::size_t>(static_cast<unsigned char>(s[i]));
    for (char const c : s.substr(field, digits)) {
        if (c < '0' || c > '7') {
            if (c == ' ' && seen == 0) continue;
            break;
        }
        stated = stated * 8 + static_cast<std::size_t>(c - '0');
        ++seen;
    }
    return seen != 0 && stated == sum;
}

}  // namespace model_detail

/// What a file is by its first bytes, of which 512 are enough, where that is no text and no gzip: "a zip archive"; empty for any
/// other.
[[nodiscard]] constexpr std::string_view archive_of(std::string_view first_bytes) {
    for (auto const& mark : model_detail::archive_marks)
        if (first_bytes.starts_with(mark.starts)) return mark.is;
    bool const is_bzip2 =
        first_bytes.starts_with("BZh") && first_bytes.size() > 3 && first_bytes[3] >= '1' && first_bytes[3] <= '9';
    if (is_bzip2 && (first_bytes.substr(4, 6) == "1AY&SY" || first_bytes.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"))
        return "compressed with bzip2";
    return model_detail::is_tar(first_bytes) ? "a tar archive" : "";
}

}  // namespace treatise::inline v0_3
