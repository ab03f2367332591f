// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/problem.hpp>
#include <treatise/model/expected.hpp>
#include <treatise/model/limits.hpp>
#include <treatise/snapshot/detail/check.hpp>
#include <treatise/snapshot/detail/crc32.hpp>
#include <treatise/snapshot/detail/format.hpp>
#include <treatise/snapshot/file_map.hpp>
#include <treatise/snapshot/files.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored_attributes "clang::lifetimebound"  // again: a precompiled header drops it
#endif

namespace treatise::inline v0_3 {

namespace snapshot_detail {

/// Rows as the file has them: what lies between the fields of a row is zero.
template <class Row>
std::string row_bytes(std::span<Row const> rows) {
    std::string bytes(rows.size_bytes(), '\0');
    auto* to = bytes.data();
    for (auto const& row : rows) {
        Row::fields([&](std::string_view, auto member, presence = optional) {
            std::memcpy(to + offset_of(member), &(row.*member), sizeof(row.*member));
        });
        to += sizeof(Row);
    }
    return bytes;
}

class snapshot_writer {
    snapshot_header header_{};
    std::vector<snapshot_section> directory_{};
    std::vector<std::string_view> bodies_{};
    std::vector<std::string> made_{};  ///< the bodies that stand nowhere else; never grows once one is looked into

    void put(std::string_view name, std::size_t row_size, std::string_view body) {
        snapshot_section s;
        std::copy(name.begin(), name.end(), s.name.begin());
        s.row_size = static_cast<std::uint32_t>(row_size);
        s.rows = body.size() / row_size;
        s.checksum = crc32(body);
        directory_.push_back(s);
        bodies_.push_back(body);
    }
    template <class Row>
    void put(std::string_view name, std::span<Row const> rows) {
        if constexpr (std::is_integral_v<Row>) {
            put(name, sizeof(Row), {reinterpret_cast<char const*>(rows.data()), rows.size_bytes()});
        } else {
            made_.push_back(row_bytes(rows));
            put(name, sizeof(Row), made_.back());
        }
    }

public:
    explicit snapshot_writer(knowledge_base const& kb) {
        header_.content = content_hash(kb);
        made_.reserve(snapshot_sections().size() + 1);
        made_.push_back(schema_lines{}.text());
        put("schema", 1, made_.back());
        each_column([this](std::string_view name, auto const& span) { this->put(name, span); }, kb.tables());
    }

    /// The file in its parts, which look into this and into the base.
    std::vector<std::string_view> parts() {
        static constexpr char zeros[snapshot_alignment]{};
        std::vector<std::string_view> all(2);
        std::uint64_t end = sizeof(snapshot_header) + directory_.size() * sizeof(snapshot_section);
        auto const align = [&] {
            all.emplace_back(zeros, static_cast<std::size_t>(snapshot_aligned(end) - end));
            end = snapshot_aligned(end);
        };
        for (std::size_t i = 0; i != bodies_.size(); ++i) {
            align();
            directory_[i].offset = end;
            all.push_back(bodies_[i]);
            end += bodies_[i].size();
        }
        align();
        header_.size = end;
        header_.sections = static_cast<std::uint32_t>(directory_.size());
        header_.checksum = 0;
        std::string_view const header{reinterpret_cast<char const*>(&header_), sizeof header_};
        std::string_view const directory{
            reinterpret_cast<char const*>(directory_.data()), directory_.size() * sizeof(snapshot_section)};
        header_.checksum = crc32(directory, crc32(header));
        all[0] = header;
        all[1] = directory;
        return all;
    }
};

}  // namespace snapshot_detail

/// Writes the base as a snapshot file, whole or not at all: what stood there before stands until the new file is complete.
///
/// Linear. The same base gives the same file, byte for byte, on machines of one byte order. Rows of entities and claims
/// that are no plain numbers are held once more while it writes.
[[nodiscard]] inline expected<std::uint64_t, problem> write_snapshot(knowledge_base const& kb, std::string const& path) {
    snapshot_detail::snapshot_writer writer{kb};
    auto const parts = writer.parts();
    if (auto const error = write_file(std::filesystem::path{path}, parts))
        return unexpected{problem{{path, 0, 0}, {}, "cannot be written: " + error.message()}};
    std::uint64_t size = 0;
    for (auto const part : parts) size += part.size();
    return size;
}

/// A knowledge base in a snapshot file, queried where it lies. Owns the map; the view lives as long, also when this is moved.
///
/// The file must not be changed in place meanwhile; `write_snapshot` does not, it replaces.
class snapshot {
public:
    snapshot() = default;

    /// Constant time: checks the header, the directory and that the sections fit each other and the file. Whatever the other
    /// bytes are, no query reads outside of the file: a damaged one may answer wrongly, so open what you did not just write
    /// with `open_verified`.
    [[nodiscard]] static expected<snapshot, problem> open(std::string const& path);
    /// Linear: also checks every checksum and every number; refuses any damage.
    [[nodiscard]] static expected<snapshot, problem> open_verified(std::string const& path);
    /// The same of a file that somebody else may cut short or write over while the program runs: it is read into memory, so that
    /// nothing that becomes of the file ends the program. Refuses a file of more than `most` bytes.
    [[nodiscard]] static expected<snapshot, problem> read_verified(
        std::string const& path, std::uint64_t most = limits::snapshot_in_memory_bytes);

    /// The base; an empty one before a file is open.
    [[nodiscard]] knowledge_base view() const& [[clang::lifetimebound]] {
        return tables_ ? knowledge_base{*tables_} : knowledge_base{};
    }
    /// A view of a temporary would look at nothing: keep the snapshot in a variable first.
    knowledge_base view() const&& = delete;
    [[nodiscard]] std::uint64_t size() const { return map_.bytes().size(); }

private:
    std::string open_header();
    std::string open_sections();
    std::string damage() const;
    static expected<snapshot, problem> opened(std::string const& path, bool verify, std::uint64_t most = 0);

    file_map map_{};
    snapshot_header header_{};
    std::vector<snapshot_section> directory_{};
    std::unique_ptr<tables const> tables_{};  ///< stands where it is, also when this moves
};

namespace snapshot_detail {

inline std::string rewrite_it(std::string_view expected) {
    return "; expected " + std::string{expected} + ". Write it again from its files: treatise snapshot PATH --output FILE";
}
inline std::string in_digits(std::uint64_t n) {
    std::string s;
    for (int shift = 60; shift >= 0; shift -= 4) s += "0123456789abcdef"[n >> shift & 15u];
    return s;
}
inline std::string bytes_in_words(std::uint64_t n) { return std::to_string(n) + (n == 1 ? " byte" : " bytes"); }

}  // namespace snapshot_detail

inline std::string snapshot::open_header() {
    auto const bytes = map_.bytes();
    if (bytes.empty()) return "is empty; expected a snapshot that `treatise snapshot` wrote";
    auto const start = bytes.substr(0, snapshot_magic.size());
    if (start != std::string_view{snapshot_magic.data(), start.size()})
        return "is no snapshot: its first bytes are others; expected a file that `treatise snapshot` wrote";
    if (bytes.size() < sizeof header_)
        return "is cut off: " + snapshot_detail::bytes_in_words(bytes.size()) + "; expected a header of " +
               snapshot_detail::bytes_in_words(sizeof header_);
    std::memcpy(&header_, bytes.data(), sizeof header_);
    auto const turned = [](std::uint32_t n) { return n >> 24 | (n >> 8 & 0xff00u) | (n << 8 & 0xff0000u) | n << 24; };
    if (header_.byte_order == turned(snapshot_byte_order))
        return "was written by a machine of the other byte order" + snapshot_detail::rewrite_it("this machine's");
    if (header_.byte_order != snapshot_byte_order)
        return "has a damaged header: its byte order is " + snapshot_detail::in_digits(header_.byte_order) + "; expected " +
               snapshot_detail::in_digits(snapshot_byte_order);
    if (header_.version != snapshot_version)
        return "is a snapshot of version " + std::to_string(header_.version) +
               snapshot_detail::rewrite_it("version " + std::to_string(snapshot_version));
    if (header_.fingerprint != schema_fingerprint)
        return "was written for another schema, " + snapshot_detail::in_digits(header_.fingerprint) +
               snapshot_detail::rewrite_it(snapshot_detail::in_digits(schema_fingerprint));
    if (header_.size != bytes.size())
        return (header_.size > bytes.size() ? "is cut off: " : "is too long: ") + snapshot_detail::bytes_in_words(bytes.size()) +
               "; expected the " + std::to_string(header_.size) + " that its header states";
    auto const forms = snapshot_detail::snapshot_sections();
    auto const directory = forms.size() * sizeof(snapshot_section);
    if (header_.sections != forms.size() || bytes.size() - sizeof header_ < directory)
        return "has a directory of " + std::to_string(header_.sections) + " sections; expected " + std::to_string(forms.size());
    auto blank = header_;
    blank.checksum = 0;
    auto const sum = crc32(bytes.substr(sizeof header_, directory), crc32({reinterpret_cast<char const*>(&blank), sizeof blank}));
    if (sum != header_.checksum) return "has a damaged header: its checksum is another; expected the file as it was written";
    directory_.resize(forms.size());
    std::memcpy(directory_.data(), bytes.data() + sizeof header_, directory);
    return {};
}

/// Where each section is follows from the sizes of those before it, so none can overlap another or leave the file.
inline std::string snapshot::open_sections() {
    auto const bytes = map_.bytes();
    std::uint64_t end = sizeof header_ + directory_.size() * sizeof(snapshot_section);
    std::size_t i = 0;
    for (auto const& form : snapshot_detail::snapshot_sections()) {
        auto const& s = directory_[i++];
        std::array<char, sizeof s.name> name{};
        std::copy(form.name.begin(), form.name.end(), name.begin());
        auto const quoted = '`' + std::string{form.name} + '`';
        if (s.name != name || s.row_size != form.row_size)
            return "has another section in the place of " + quoted + "; expected rows of " +
                   snapshot_detail::bytes_in_words(form.row_size);
        end = snapshot_aligned(end);
        if (s.offset != end || end > bytes.size() || s.rows > (bytes.size() - end) / form.row_size || s.rows > no_index)
            return "has the section " + quoted + " outside of the file or over another; expected it at byte " +
                   std::to_string(end);
        end += s.rows * form.row_size;
    }
    if (snapshot_aligned(end) != bytes.size())
        return "has sections up to byte " + std::to_string(end) + "; expected them to end with the file";

    tables t;
    t.content = header_.content;
    i = 1;
    each_column(
        [&]<class Row>(std::string_view, std::span<Row const>& span) {
            auto const& s = directory_[i++];
            span = {reinterpret_cast<Row const*>(bytes.data() + s.offset), static_cast<std::size_t>(s.rows)};
        },
        t);
    if (!agree(t))
        return "has sections that do not fit each other: the numbers of entities, edges and texts; expected the file as it was "
               "written";
    tables_ = std::make_unique<tables const>(t);
    return {};
}

inline std::string snapshot::damage() const {
    auto const bytes = map_.bytes();
    std::string damaged;
    std::uint64_t end = sizeof header_ + directory_.size() * sizeof(snapshot_section);
    bool gaps = false;
    auto const gap_to = [&](std::uint64_t next) {
        for (; end != next; ++end) gaps = gaps || bytes[static_cast<std::size_t>(end)] != '\0';
    };
    for (auto const& s : directory_) {
        gap_to(s.offset);
        auto const size = s.rows * s.row_size;
        end += size;
        if (crc32(bytes.substr(static_cast<std::size_t>(s.offset), static_cast<std::size_t>(size))) == s.checksum) continue;
        damaged += damaged.empty() ? "`" : ", `";
        std::string_view const name{s.name.data(), s.name.size()};
        damaged += std::string{name.substr(0, name.find('\0'))} + '`';
    }
    gap_to(bytes.size());
    if (!damaged.empty()) return "is damaged in " + damaged + ": the checksum is another; expected the file as it was written";
    if (gaps) return "is damaged between its sections; expected zeros there";
    auto const schema =
        bytes.substr(static_cast<std::size_t>(directory_[0].offset), static_cast<std::size_t>(directory_[0].rows));
    if (schema != snapshot_detail::schema_lines{}.text())
        return "tells another schema than its fingerprint; expected that of this program";
    if (auto const wrong = snapshot_detail::check_tables(view()); !wrong.empty()) return "is no knowledge base: " + wrong;
    return {};
}

inline expected<snapshot, problem> snapshot::opened(std::string const& path, bool verify, std::uint64_t most) {
    auto const refuse = [&](std::string what) { return unexpected{problem{{path, 0, 0}, {}, std::move(what)}}; };
    snapshot s;
    auto const error = most == 0 ? s.map_.open(path) : s.map_.read(path, most);
    if (error == std::errc::file_too_large)
        return refuse("is larger than the " + std::to_string(most) + " bytes that are read into memory");
    if (error == std::errc::invalid_argument) return refuse("is no file; expected one that `treatise snapshot` wrote");
    if (error == std::errc::is_a_directory) return refuse("is a folder; expected a file that `treatise snapshot` wrote");
    if (error) return refuse("cannot be opened: " + error.message() + "; expected a file that `treatise snapshot` wrote");
    if (auto wrong = s.open_header(); !wrong.empty()) return refuse(std::move(wrong));
    if (auto wrong = s.open_sections(); !wrong.empty()) return refuse(std::move(wrong));
    if (verify)
        if (auto wrong = s.damage(); !wrong.empty()) return refuse(std::move(wrong));
    return s;
}
inline expected<snapshot, problem> snapshot::open(std::string const& path) { return opened(path, false); }
inline expected<snapshot, problem> snapshot::open_verified(std::string const& path) { return opened(path, true); }
inline expected<snapshot, problem> snapshot::read_verified(std::string const& path, std::uint64_t most) {
    return opened(path, true, most == 0 ? 1 : most);
}

}  // namespace treatise::inline v0_3
