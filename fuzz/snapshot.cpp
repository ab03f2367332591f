// SPDX-License-Identifier: BSL-1.0
#include "fuzz.hpp"
#include "memory_file.hpp"
#include "questions.hpp"

#include <treatise/snapshot/snapshot.hpp>

#include <algorithm>
#include <cstring>
#include <string>

#include "fixtures.hpp"

// Snapshots. An input that begins as one is the file; any other is a list of changes to a whole one, each of eight bytes, whose
// checksums are then mended: so numbers are tried that only `open_verified` can refuse.
namespace fuzz {

namespace {

using namespace treatise;

std::string const& whole() {
    static auto const bytes = [] {
        memory_file const file{"knee.snapshot"};
        expect(static_cast<bool>(write_snapshot(fixture::knee(), file.path())), "the fixture can be written");
        return file.bytes();
    }();
    return bytes;
}

/// A snapshot whose header and directory can be read and written.
struct editable {
    std::string bytes;

    template <class T>
    T get(std::size_t at) const {
        T value;
        std::memcpy(&value, bytes.data() + at, sizeof value);
        return value;
    }
    template <class T>
    void put(std::size_t at, T const& value) {
        std::memcpy(bytes.data() + at, &value, sizeof value);
    }
    snapshot_header header() const { return get<snapshot_header>(0); }
    static std::size_t place(std::size_t section) { return sizeof(snapshot_header) + section * sizeof(snapshot_section); }
    snapshot_section section(std::size_t i) const { return get<snapshot_section>(place(i)); }

    /// One change: which section, how, where in it, and a value.
    void change(std::string_view eight) {
        std::array<unsigned char, 8> b{};
        std::memcpy(b.data(), eight.data(), (std::min)(eight.size(), b.size()));
        auto const n = b[0] % header().sections;
        auto s = section(n);
        auto const at = static_cast<std::uint32_t>(b[2] | b[3] << 8);
        std::uint32_t value = 0;
        std::memcpy(&value, &b[4], 4);
        auto const size = static_cast<std::size_t>(s.rows * s.row_size);
        auto const word = size < 4 ? 0 : static_cast<std::size_t>(s.offset) + at % (size / 4) * 4;
        switch (b[1] % 8) {
            case 0:
                if (word != 0) put(word, value);
                break;
            case 1:
                if (word != 0) put(word, value % 64);
                break;  // a number that is nearly right
            case 2:
                if (word != 0) put(word, get<std::uint32_t>(word) + (value % 5) - 2);
                break;
            case 3:
                if (size >= 8 && word != 0)
                    put(word, get<std::uint32_t>(static_cast<std::size_t>(s.offset) + value % (size / 4) * 4));
                break;
            case 4:
                if (size != 0) bytes[static_cast<std::size_t>(s.offset) + at % size] = static_cast<char>(value);
                break;
            case 5:
                s.rows += value % 7 - 3;
                put(place(n), s);
                break;
            case 6:
                s.offset += (value % 5) * 64 - 128;
                put(place(n), s);
                break;
            default: put(at % sizeof(snapshot_header) / 4 * 4, value); break;
        }
    }
    /// Mends every checksum whose section lies in the file.
    void sign() {
        auto h = header();
        auto const count = std::min<std::size_t>(h.sections, (bytes.size() - sizeof h) / sizeof(snapshot_section));
        for (std::size_t i = 0; i != count; ++i) {
            auto s = section(i);
            if (s.offset > bytes.size() || s.rows > bytes.size() || s.rows * s.row_size > bytes.size() - s.offset) continue;
            s.checksum = crc32(std::string_view{bytes}.substr(
                static_cast<std::size_t>(s.offset), static_cast<std::size_t>(s.rows * s.row_size)));
            put(place(i), s);
        }
        h.checksum = 0;
        put(0, h);
        h.checksum = crc32(std::string_view{bytes}.substr(0, place(count)));
        put(0, h);
    }
};

std::string file_of(std::string_view input) {
    if (input.starts_with(std::string_view{snapshot_magic.data(), 4})) return std::string{input};
    editable file{whole()};
    for (auto rest = input.substr(0, 64); !rest.empty(); rest.remove_prefix((std::min)(rest.size(), std::size_t{8}))) {
        if (file.header().sections == 0 || editable::place(file.header().sections) > file.bytes.size()) break;
        file.change(rest);
    }
    if (file.bytes.size() >= sizeof(snapshot_header)) file.sign();
    return file.bytes;
}

std::size_t run_snapshot(std::string_view input) {
    static memory_file const file{"changed.snapshot"};
    file.write(file_of(input));
    auto const question = question_of(input);
    auto const verified = snapshot::open_verified(file.path());
    auto const found = snapshot::open(file.path());
    expect(!verified || found, "what is verified opens");
    if (!found) {
        expect(!found.error().what.empty() && !verified.error().what.empty(), "a snapshot is refused with what is wrong");
        return 0;
    }
    std::size_t compared = 1;
    try {
        compared += ask(found->view(), question);
    } catch (std::logic_error const&) {
        if (verified) throw;  // a damaged file may answer wrongly, and print bytes that are no text; it may not read outside
    }
    if (verified) {
        static memory_file const again{"again.snapshot"};
        expect(static_cast<bool>(write_snapshot(verified->view(), again.path())), "what is verified can be written");
        auto const same = snapshot::open_verified(again.path());
        expect(
            same && same->view().entity_count() == verified->view().entity_count(), "what was verified and written is verified");
        ++compared;
    }
    return compared;
}

}  // namespace

target const targets::snapshot{"snapshot", run_snapshot};

}  // namespace fuzz
