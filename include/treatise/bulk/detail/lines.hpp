// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/gzip.hpp>
#include <treatise/model/limits.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace treatise::inline v0_3 {

/// Whole lines of a text file, one after another; its room is used again for the next of them.
class text_block {
public:
    std::string_view text() const { return {bytes_.get() + skipped_, size_ - skipped_}; }
    /// How far the file was read when the block was full.
    std::uint64_t position() const { return position_; }
    /// Takes away the first line, as where it is a header.
    void skip_line() {
        auto const end = text().find('\n');
        skipped_ = end == std::string_view::npos ? size_ : skipped_ + end + 1;
    }

private:
    friend class block_reader;
    void make_room(std::size_t more) {
        if (size_ + more <= room_) return;
        room_ = size_ + more;
        auto larger = std::make_unique_for_overwrite<char[]>(room_);
        if (size_ != 0) std::memcpy(larger.get(), bytes_.get(), size_);
        bytes_ = std::move(larger);
    }

    std::unique_ptr<char[]> bytes_{};
    std::size_t room_ = 0, size_ = 0, skipped_ = 0;
    std::uint64_t position_ = 0;
};

/// The first line of a text, without its end.
inline std::string_view first_line(std::string_view text) {
    auto line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Calls `f(line, number)` for each line of a text, without its end (LF or CR LF); the last line may have none. The first has
/// the given number; returns the number behind the last.
template <class F>
std::uint64_t each_line(std::string_view text, std::uint64_t number, F&& f) {
    char const* at = text.data();
    char const* const end = at + text.size();
    for (; at != end; ++number) {
        auto stop = static_cast<char const*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        auto const next = stop ? stop + 1 : end;
        if (!stop) stop = end;
        if (stop != at && stop[-1] == '\r') --stop;
        f(std::string_view{at, static_cast<std::size_t>(stop - at)}, number);
        at = next;
    }
    return number;
}

/// What is wrong with a line that is longer than `limits::line_bytes`.
inline std::string line_too_long() {
    return "is a line of more than " + std::to_string(limits::line_bytes >> 20) +
           " MB; expected shorter ones, and every quote closed";
}

/// Cuts a file into blocks of whole lines; with `quotes` a line break between double quotes does not end a line.
class block_reader {
public:
    static constexpr std::size_t usual_size = 1u << 21;

    explicit block_reader(std::string const& path, bool quotes = false, std::size_t size = usual_size)
        : bytes_{path}, quotes_{quotes}, size_{std::max<std::size_t>(size, 4)} {}

    /// Fills the block; false at the end, or where `error` says what is wrong.
    bool next(text_block& block) {
        block.size_ = block.skipped_ = 0;
        block.make_room(rest_.size() + size_);
        block.size_ = rest_.copy(block.bytes_.get(), rest_.size());
        rest_.clear();
        for (auto end = npos, scanned = std::size_t{0}; end == npos;) {
            if (block.size_ - block.skipped_ > limits::line_bytes + 2) {  // its end, CR LF, apart
                error_ = line_too_long();
                ends_in_a_line_ = true;
                return false;
            }
            block.make_room(size_);
            auto const n = bytes_.read(block.bytes_.get() + block.size_, size_);
            block.size_ += n;
            mend_line_ends({block.bytes_.get(), block.size_}, block.size_ - n, n < size_);
            if (std::exchange(first_, false) && block.text().starts_with("\xef\xbb\xbf")) block.skipped_ = 3;
            if (n < size_) {
                error_ = bytes_.error();
                end = block.size_;
                if (!error_.empty()) {  // half a line may say something else than the whole one
                    auto const whole = last_end({block.bytes_.get(), block.size_}, scanned);
                    end = whole == npos ? 0 : whole;
                }
            } else {
                end = last_end({block.bytes_.get(), block.size_}, scanned);
            }
            scanned = block.size_;
            if (end == npos) continue;
            rest_.assign(block.bytes_.get() + end, block.size_ - end);
            block.size_ = (std::max)(end, block.skipped_);
        }
        block.position_ = bytes_.position();
        return !block.text().empty();
    }

    std::string const& error() const { return error_; }
    /// Whether the error is in the line that would have come next.
    bool error_is_in_a_line() const { return ends_in_a_line_; }
    std::uint64_t size() const { return bytes_.size(); }

private:
    static constexpr std::size_t npos = std::string_view::npos;
    /// Makes line feeds of the carriage returns of a file whose lines end in these alone, as old tables have it.
    void mend_line_ends(std::span<char> text, std::size_t from, bool is_end) {
        if (ends_ == line_end::unknown) {
            std::string_view const all{text.data(), text.size()};
            auto const alone = all.find('\r');
            if (all.find('\n') != npos)
                ends_ = line_end::feed;
            else if (alone != npos && (alone + 1 != all.size() || is_end))
                ends_ = line_end::carriage, from = 0;
        }
        if (ends_ == line_end::carriage) std::replace(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), '\r', '\n');
    }
    /// Behind the last line break that ends a line; npos where there is none yet.
    std::size_t last_end(std::string_view s, std::size_t scanned) {
        if (!quotes_) {
            auto const at = s.rfind('\n');
            return at == npos ? npos : at + 1;
        }
        if (scanned == 0) inside_ = false, found_ = npos;
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
    std::size_t const size_;
    enum class line_end : std::uint8_t { unknown, feed, carriage } ends_ = line_end::unknown;
    bool first_ = true, inside_ = false, ends_in_a_line_ = false;
    std::size_t found_ = npos;
    std::string rest_{}, error_{};
};

}  // namespace treatise::inline v0_3
