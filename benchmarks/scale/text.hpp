// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

// What every contender but the library reads its text with.
namespace scale {

[[noreturn]] inline void give_up(std::string const& what) {
    std::fprintf(stderr, "%s\n", what.c_str());
    std::exit(1);
}

inline std::string nodes_in(std::string const& folder) { return folder + "/nodes.tsv"; }
inline std::string edges_in(std::string const& folder) { return folder + "/edges.tsv"; }

/// A file, read a block at a time.
class file {
    int file_;

public:
    explicit file(std::string const& path) : file_{::open(path.c_str(), O_RDONLY)} {
        if (file_ < 0) give_up("Cannot read " + path);
    }
    file(file const&) = delete;
    file& operator=(file const&) = delete;
    ~file() { ::close(file_); }
    std::size_t size() const {
        struct stat s{};
        return ::fstat(file_, &s) == 0 ? static_cast<std::size_t>(s.st_size) : 0;
    }
    std::size_t read(char* to, std::size_t most) {
        auto const n = ::read(file_, to, most);
        return n < 0 ? 0 : static_cast<std::size_t>(n);
    }
};

inline std::string whole_text(std::string const& path) {
    file from{path};
    std::string text(from.size(), '\0');
    for (std::size_t at = 0; at != text.size();) {
        auto const n = from.read(text.data() + at, text.size() - at);
        if (n == 0) give_up("Cannot read all of " + path);
        at += n;
    }
    return text;
}

/// The text up to `at`, which leaves the row with it.
inline std::string_view cut(std::string_view& row, char at) {
    auto const* const end = static_cast<char const*>(std::memchr(row.data(), at, row.size()));
    auto const n = end == nullptr ? row.size() : static_cast<std::size_t>(end - row.data());
    auto const field = row.substr(0, n);
    row.remove_prefix(end == nullptr ? n : n + 1);
    return field;
}

/// Calls `f(id, name, kind)` for each row behind the header.
template <class F>
void each_node(std::string_view text, F&& f) {
    cut(text, '\n');
    while (!text.empty()) {
        auto row = cut(text, '\n');
        auto const id = cut(row, '\t'), name = cut(row, '\t');
        f(id, name, cut(row, '\t'));
    }
}

/// The edges that the jobs ask for; the other metaedges are read over.
enum class metaedge : unsigned char { treats, palliates, includes, binds, associates, upregulates, downregulates, causes, none };

inline metaedge metaedge_of(std::string_view s) {
    if (s.size() < 3) return metaedge::none;
    switch (s[0]) {
        case 'C':
            if (s == "CtD") return metaedge::treats;
            if (s == "CpD") return metaedge::palliates;
            if (s == "CbG") return metaedge::binds;
            return s == "CcSE" ? metaedge::causes : metaedge::none;
        case 'D':
            if (s == "DaG") return metaedge::associates;
            if (s == "DuG") return metaedge::upregulates;
            return s == "DdG" ? metaedge::downregulates : metaedge::none;
        default: return s == "PCiC" ? metaedge::includes : metaedge::none;
    }
}
constexpr bool is_implication(metaedge m) {
    return m == metaedge::associates || m == metaedge::upregulates || m == metaedge::downregulates;
}

/// Calls `f(source, metaedge, target)` for each row of those; their text is gone afterwards.
template <class F>
void each_edge(std::string const& path, F&& f) {
    file from{path};
    std::string block(std::size_t{1} << 20, '\0');
    bool header = true;
    for (std::size_t kept = 0;;) {
        auto const n = from.read(block.data() + kept, block.size() - kept);
        if (n == 0) return;
        std::string_view text{block.data(), kept + n};
        auto const last = text.rfind('\n');
        if (last == text.npos) give_up("A line of " + path + " is too long or does not end");
        auto const rest = text.substr(last + 1);
        text = text.substr(0, last + 1);
        if (header) cut(text, '\n');
        header = false;
        while (!text.empty()) {
            auto const source = cut(text, '\t');
            auto const m = metaedge_of(cut(text, '\t'));
            auto end = cut(text, '\n');
            if (m != metaedge::none) f(source, m, cut(end, '\t'));
        }
        kept = rest.size();
        std::memmove(block.data(), rest.data(), kept);
    }
}

/// The kinds of nodes, in the order of their display; `other` is in no answer.
enum class kind : unsigned char { disease, drug_class, compound, gene, side_effect, other };

inline kind kind_of(std::string_view s) {
    if (s == "Disease") return kind::disease;
    if (s == "Pharmacologic Class") return kind::drug_class;
    if (s == "Compound") return kind::compound;
    if (s == "Gene") return kind::gene;
    return s == "Side Effect" ? kind::side_effect : kind::other;
}

/// A to Z whatever the case: how the library orders names, and so which of its classes a therapy is listed under.
inline bool before_folded(std::string_view a, std::string_view b) {
    auto const lower = [](char c) { return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); };
    auto const n = a.size() < b.size() ? a.size() : b.size();
    for (std::size_t i = 0; i != n; ++i)
        if (lower(a[i]) != lower(b[i])) return lower(a[i]) < lower(b[i]);
    return a.size() < b.size();
}

}  // namespace scale
