// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/characters.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace treatise::inline v0_3 {

/// Appends JSON, keeping track of commas; text is escaped, also `<` and what nobody sees, so that it may stand in a script of a
/// page, and a byte that is no UTF-8 is written as U+FFFD.
class json_writer {
    std::string out_{};
    bool first_ = true;

    void next() {
        if (!first_) out_ += ',';
        first_ = true;
    }
    /// A character as \\u and four digits, or twice that beyond the first 65,536.
    void by_number(char32_t c) {
        constexpr char32_t first_beyond = 0x10000;
        if (c >= first_beyond) by_number(0xD800 + ((c - first_beyond) >> 10)), c = 0xDC00 + ((c - first_beyond) & 0x3FF);
        for (out_ += "\\u"; auto shift : {12, 8, 4, 0}) out_ += "0123456789abcdef"[c >> shift & 15u];
    }
    /// A character as it may stand in a string of JSON, in a `script` of HTML and in a program in JavaScript.
    void put(character c, std::string_view bytes) {
        if (c.value == '"' || c.value == '\\')
            (out_ += '\\') += bytes;
        else if (c.value == '\n')
            out_ += "\\n";
        else if (c.value == '\t')
            out_ += "\\t";
        else if (c.value == '\r')
            out_ += "\\r";
        else if (c.value == '<' || unseen_kind(c.value) != unseen::no)  // U+2028 among them
            by_number(c.value);
        else
            out_ += c.value == 0xFFFD ? std::string_view{"\xEF\xBF\xBD"} : bytes;
    }
    void quoted(std::string_view s) {
        out_ += '"';
        while (!s.empty()) {
            auto const c = first_character(s);
            put(c, s.substr(0, c.bytes));
            s.remove_prefix(c.bytes);
        }
        out_ += '"';
    }

public:
    json_writer& name(std::string_view n) {
        next();
        quoted(n);
        out_ += ':';
        return *this;
    }
    json_writer& value(std::string_view s) {
        next();
        quoted(s);
        first_ = false;
        return *this;
    }
    json_writer& number(std::uint64_t n) {
        next();
        out_ += std::to_string(n);
        first_ = false;
        return *this;
    }
    json_writer& boolean(bool b) {
        next();
        out_ += b ? "true" : "false";
        first_ = false;
        return *this;
    }
    json_writer& open(char bracket) {
        next();
        out_ += bracket;
        return *this;
    }
    json_writer& close(char bracket) {
        out_ += bracket;
        first_ = false;
        return *this;
    }
    json_writer& member(std::string_view n, std::string_view s) { return name(n).value(s); }
    [[nodiscard]] std::string take() { return std::move(out_); }
};

}  // namespace treatise::inline v0_3
