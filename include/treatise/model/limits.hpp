// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>

// How much is read of texts from outside. Each is refused with its file and line; docs/limits.md says why each is there.
namespace treatise::inline v0_3::limits {

inline constexpr std::uint64_t toml_bytes = 32u << 20;  ///< of one file, and of all files of a folder together
inline constexpr std::uint32_t toml_dots = 16;          ///< in one dotted key or table header
inline constexpr std::uint32_t toml_nesting = 16;       ///< arrays and tables in one another
inline constexpr std::size_t line_bytes = 4u << 20;     ///< of one line of a graph, or of a quoted field that spans lines
inline constexpr std::size_t yaml_document_bytes = 1u << 20;
inline constexpr std::uint32_t yaml_nesting = 64;  ///< brackets in one another, and blanks in front of a line, four to a level
inline constexpr std::size_t request_bytes = 1u << 20;  ///< of a request in JSON
inline constexpr std::uint64_t entities = 1u << 28;  ///< of one base, and nodes of a graph
inline constexpr std::uint64_t edges = 1u << 30;     ///< claims and edges of structure of one base
inline constexpr std::uint64_t text_bytes = 0xffff'ffff;  ///< of all texts of one base, each counted once
inline constexpr std::uint64_t snapshot_in_memory_bytes = 1u << 30;  ///< of a snapshot that is read instead of mapped

}  // namespace treatise::inline v0_3::limits
