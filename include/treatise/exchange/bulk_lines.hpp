// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/exchange/gzip.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace treatise {

/// Whole lines of a text file, one after another.
struct text_block {
    std::string bytes;
    std::uint64_t first_line = 1;  ///< the number of its first line in the file
    std::uint64_t position = 0;    ///< how far the file was read when the block was full
};

/// Calls `f(line, number)` for each line of a block, without its end (LF or CR LF); the last line may have none.
template <class F>
void each_line(text_block const& block, F&& f) {
    char const* at = block.bytes.data();
    char const* const end = at + block.bytes.size();
    for (auto number = block.first_line; at != end; ++number) {
        auto stop = static_cast<char const*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        auto const next = stop ? stop + 1 : end;
        if (!stop) stop = end;
        if (stop != at && stop[-1] == '\r') --stop;
        f(std::string_view{at, static_cast<std::size_t>(stop - at)}, number);
        at = next;
    }
}

/// Cuts a file into blocks of whole lines; with `quotes` a line break between double quotes does not end a line.
class block_reader {
public:
    static constexpr std::size_t usual_size = 1u << 21, most = 1u << 27;

    explicit block_reader(std::string const& path, bool quotes = false) : bytes_{path}, quotes_{quotes} {}

    /// Fills the block; false at the end, or where `error` says what is wrong.
    bool next(text_block& block) {
        block.bytes = std::move(rest_);
        rest_.clear();
        block.first_line = line_;
        std::size_t end = std::string::npos;
        for (auto scanned = std::size_t{0}; end == std::string::npos;) {
            auto const before = block.bytes.size();
            if (before > most) {
                error_ = "has a line of more than 128 MB; expected text in lines";
                return false;
            }
            block.bytes.resize(before + usual_size);
            auto const n = bytes_.read(block.bytes.data() + before, usual_size);
            block.bytes.resize(before + n);
            if (first_ && block.bytes.starts_with("\xef\xbb\xbf")) block.bytes.erase(0, 3);
            first_ = false;
            if (n < usual_size) {
                error_ = bytes_.error();
                end = block.bytes.size();
            } else {
                end = last_end(block.bytes, scanned);
            }
            scanned = block.bytes.size();
        }
        rest_.assign(block.bytes, end);
        block.bytes.resize(end);
        for (char const* at = block.bytes.data(); (at = find_end(at, block.bytes)); ++at) ++line_;
        block.position = bytes_.position();
        return !block.bytes.empty();
    }

    std::string const& error() const { return error_; }
    std::uint64_t size() const { return bytes_.size(); }

private:
    static char const* find_end(char const* at, std::string const& in) {
        return static_cast<char const*>(std::memchr(at, '\n', static_cast<std::size_t>(in.data() + in.size() - at)));
    }
    /// Behind the last line break that ends a line; npos where there is none yet.
    std::size_t last_end(std::string const& s, std::size_t scanned) {
        if (!quotes_) {
            auto const at = s.rfind('\n');
            return at == s.npos ? at : at + 1;
        }
        if (scanned == 0) inside_ = false, found_ = std::string::npos;
        for (auto i = scanned; i != s.size(); ++i) {
            if (s[i] == '"')
                inside_ = !inside_;
            else if (s[i] == '\n' && !inside_)
                found_ = i + 1;
        }
        return found_;
    }

    byte_reader bytes_;
    bool const quotes_;
    bool first_ = true, inside_ = false;
    std::size_t found_ = std::string::npos;
    std::string rest_, error_;
    std::uint64_t line_ = 1;
};

}  // namespace treatise
