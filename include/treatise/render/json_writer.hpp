// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace treatise::inline v0_3 {

/// Appends JSON, keeping track of commas; text is escaped, and what is no UTF-8 is left as it is.
class json_writer {
    std::string out_{};
    bool first_ = true;

    void next() {
        if (!first_) out_ += ',';
        first_ = true;
    }
    void quoted(std::string_view s) {
        out_ += '"';
        for (char c : s) {
            auto const byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\')
                (out_ += '\\') += c;
            else if (c == '\n')
                out_ += "\\n";
            else if (c == '\t')
                out_ += "\\t";
            else if (c == '\r')
                out_ += "\\r";
            else if (byte < 0x20)
                ((out_ += "\\u00") += "0123456789abcdef"[byte >> 4]) += "0123456789abcdef"[byte & 15u];
            else
                out_ += c;
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
