// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/tables.hpp>
#include <treatise/model/fields.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <vector>

// The layout of a snapshot file, as docs/snapshot-format.md tells it: a header, a directory of sections, the sections.
namespace treatise::inline v0_3 {

/// What a snapshot begins with. As PNG's: a byte above 127 and both line ends, which a transfer as text would change.
inline constexpr std::array<char, 8> snapshot_magic{'\x89', 'T', 'R', 'T', '\r', '\n', '\x1a', '\n'};
inline constexpr std::uint32_t snapshot_version = 5;
inline constexpr std::uint32_t snapshot_byte_order = 0x01020304;
inline constexpr std::size_t snapshot_alignment = 64;  ///< of each section: a line of the cache

struct snapshot_header {
    std::array<char, 8> magic = snapshot_magic;
    std::uint32_t version = snapshot_version, byte_order = snapshot_byte_order;
    std::uint64_t fingerprint = schema_fingerprint;
    std::uint64_t content = 0;  ///< the `content_hash` of the base
    std::uint64_t size = 0;     ///< of the file, in bytes
    std::uint32_t sections = 0;
    std::uint32_t checksum = 0;  ///< CRC-32 of the header, this field as 0, and of the directory
};
struct snapshot_section {
    std::array<char, 24> name{};  ///< zeros behind it
    std::uint32_t row_size = 0, checksum = 0;
    std::uint64_t offset = 0, rows = 0;
};
static_assert(sizeof(snapshot_header) == 48 && sizeof(snapshot_section) == 48);
static_assert(
    std::has_unique_object_representations_v<snapshot_header> && std::has_unique_object_representations_v<snapshot_section>);

constexpr std::uint64_t snapshot_aligned(std::uint64_t offset) {
    return (offset + snapshot_alignment - 1) / snapshot_alignment * snapshot_alignment;
}

/// Whether a file begins as a snapshot does; false where it cannot be read, and of a pipe, which is not waited for.
inline bool is_snapshot(std::string const& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return false;
    auto* const file = std::fopen(path.c_str(), "rb");
    if (!file) return false;
    std::array<char, snapshot_magic.size()> start{};
    auto const read = std::fread(start.data(), 1, start.size(), file);
    std::fclose(file);
    return read == start.size() && start == snapshot_magic;
}

namespace snapshot_detail {

/// Where a member stands in its row.
template <class Row, class Member>
std::size_t offset_of(Member Row::* member) {
    static Row const row{};
    return static_cast<std::size_t>(reinterpret_cast<char const*>(&(row.*member)) - reinterpret_cast<char const*>(&row));
}

template <class T>
std::string type_in_schema() {
    if constexpr (std::same_as<T, text>)
        return "text";
    else if constexpr (std::same_as<T, date>)
        return "date";
    else if constexpr (std::same_as<T, decimal>)
        return "decimal";
    else if constexpr (std::same_as<T, flag>)
        return "flag";
    else if constexpr (std::same_as<T, std::uint32_t>)
        return "number";
    else if constexpr (is_id<T>)
        return "id";
    else if constexpr (is_level<T>)
        return "level";
    else if constexpr (is_list<T>)
        return "list of " + type_in_schema<typename list_element<T>::type>();
    else {
        static_assert(vocabulary<T>);
        std::string s = "word of";
        for (auto const w : words_of<T>) (s += ' ') += w;
        return s;
    }
}

/// The section `schema`: kinds, relations and the fields of rows, a line each, so that a file tells how to read it.
class schema_lines {
    std::string text_{};

    static std::string kinds_of_bits(std::uint32_t bits) {
        std::string s;
        for (std::uint32_t k = 0; k != kinds::size; ++k)
            if (bits >> k & 1u) (s += s.empty() ? "" : ",") += kind_names[k];
        return s;
    }
    template <class Row>
    void row(std::string_view section) {
        ((text_ += "row ") += section) += '\n';
        Row::fields([this](std::string_view name, auto member, presence = optional) {
            using type = typename field_type<decltype(member)>::type;
            text_ += "field " + std::to_string(offset_of(member)) + ' ' + std::string{name} + ' ' + type_in_schema<type>() + '\n';
        });
    }
    template <class Kind>
    void kind() {
        ((text_ += "kind ") += Kind::name) += '\n';
    }
    template <class Relation>
    void relation() {
        text_ += (claim_relation<Relation> ? "claims " : "structure ") + std::string{Relation::name} + ' ' +
                 kinds_of_bits(kinds_of<typename Relation::subject>::bits) + ' ' +
                 kinds_of_bits(kinds_of<typename Relation::object>::bits) + '\n';
    }
    template <class Kind>
    void details() {
        if constexpr (!std::same_as<typename Kind::details, nothing>) row<typename Kind::details>(Kind::name);
    }
    template <class Relation>
    void payload() {
        if constexpr (!std::same_as<typename Relation::payload, nothing>) row<typename Relation::payload>(Relation::name);
    }

public:
    std::string text() {
        text_ = "stance" + type_in_schema<stance>().substr(std::string_view{"word of"}.size()) + '\n';
        each(kinds{}, [this]<class K>() { this->kind<K>(); });
        each(relations{}, [this]<class R>() { this->relation<R>(); });
        row<attribution>("attributions");
        row<entity_row>("entities");
        row<code_row>("codes");
        row<name_row>("names");
        row<base_row>("base");
        row<layer_row>("layers");
        row<attribute_row>("entity_attributes");
        row<attribute_row>("claim_attributes");
        each(kinds{}, [this]<class K>() { this->details<K>(); });
        each(relations{}, [this]<class R>() { this->payload<R>(); });
        return std::move(text_);
    }
};

/// A section as the schema has it: its name and the size of a row, in the order of the file.
struct section_form {
    std::string_view name;
    std::uint32_t row_size;
};
inline std::vector<section_form> snapshot_sections() {
    std::vector<section_form> all{{"schema", 1}};
    tables t;
    each_column(
        [&](std::string_view name, auto const& span) { all.push_back({name, static_cast<std::uint32_t>(sizeof(*span.data()))}); },
        t);
    return all;
}

}  // namespace snapshot_detail

}  // namespace treatise::inline v0_3
