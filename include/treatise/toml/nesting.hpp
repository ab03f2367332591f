// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

/// Where a file goes beyond a limit, and beyond which.
struct beyond_limit {
    std::uint32_t line = 0;
    std::string what{};
};

/// Reads a file as far as its strings, comments, dots and brackets, before a parser recurses into them. Linear, no recursion.
class nesting_scan {
public:
    explicit nesting_scan(std::string_view text) : s_{text} {}

    [[nodiscard]] std::optional<beyond_limit> run() {
        while (at_ < s_.size()) {
            auto const c = s_[at_];
            if (c == '#')
                skip_comment();
            else if (c == '"' || c == '\'')
                skip_string(c);
            else if (auto found = see(c))
                return found;
            else
                ++at_;
        }
        return std::nullopt;
    }

private:
    std::optional<beyond_limit> see(char c) {
        switch (c) {
            case '\n': ++line_; [[fallthrough]];
            case '=':
            case ',': dots_ = 0; break;
            case '.':
                if (++dots_ > limits::toml_dots)
                    return beyond_limit{line_, "has a key of more than " + std::to_string(limits::toml_dots + 1) +
                                                   " parts with dots between; expected tables of their own"};
                break;
            case '[':
            case '{':
                dots_ = 0;
                if (++depth_ > limits::toml_nesting)
                    return beyond_limit{line_, "has brackets more than " + std::to_string(limits::toml_nesting) +
                                                   " deep in one another; expected values less deep"};
                break;
            case ']':
            case '}':
                dots_ = 0;
                if (depth_ != 0) --depth_;
                break;
            default: break;
        }
        return std::nullopt;
    }
    void skip_comment() {
        while (at_ < s_.size() && s_[at_] != '\n') ++at_;
    }
    /// A string on one line ends there in any case; one between three quotes on a later line.
    void skip_string(char quote) {
        std::string_view const three = quote == '"' ? "\"\"\"" : "'''";
        bool const is_long = s_.substr(at_).starts_with(three);
        at_ += is_long ? 3 : 1;
        while (at_ < s_.size()) {
            auto const c = s_[at_];
            if (!is_long && c == quote) {
                ++at_;
                return;
            }
            if (is_long && s_.substr(at_).starts_with(three)) return skip_closing_quotes(quote);
            if (c == '\n') {
                if (!is_long) return;
                ++line_;
            }
            bool const escapes = quote == '"' && c == '\\' && at_ + 1 < s_.size() && s_[at_ + 1] != '\n';
            at_ += escapes ? 2 : 1;
        }
    }

    /// Three quotes, and up to two more before them, which TOML counts to the text.
    void skip_closing_quotes(char quote) {
        for (int n = 0; n != 5 && at_ < s_.size() && s_[at_] == quote; ++n) ++at_;
    }

    std::string_view s_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1, dots_ = 0, depth_ = 0;
};

/// Where a file of TOML goes beyond the limits of dots and brackets; asked before it is parsed. Linear.
[[nodiscard]] inline std::optional<beyond_limit> beyond_nesting(std::string_view text) { return nesting_scan{text}.run(); }

}  // namespace treatise::inline v0_3
