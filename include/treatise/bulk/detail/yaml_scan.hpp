// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/limits.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace treatise::inline v0_3::bulk_detail {

/// Looks at a document of YAML line by line, before a parser makes anything of it: how deep it is, and whether a value stands
/// for another. Linear, no recursion; where it cannot tell text from YAML, it takes it for YAML.
class yaml_scan {
public:
    /// What of the next line goes beyond a limit; empty where nothing does.
    std::string next(std::string_view line) {
        if (is_text(line)) return {};
        auto const content = (std::min)(line.size(), line.find_first_not_of(" \t-?"));
        if (content > std::size_t{4} * limits::yaml_nesting) return "stands too deep; expected a path";
        last_ = before_ = '\0';
        only_dashes_ = quote_ == '\0';
        in_tag_ = false;
        for (std::size_t i = 0; i != line.size(); ++i) {
            auto const c = line[i];
            if (quote_ != '\0') {
                i += in_quotes(c, i + 1 != line.size() ? line[i + 1] : '\0');
                before_ = c;
                continue;
            }
            if (c == '#' && (i == 0 || is_blank(before_))) break;
            bool const begins = a_value_begins();
            if (begins && (c == '|' || c == '>') && depth_ == 0 && is_header(line.substr(i + 1))) text_above_ = content + 1;
            if (auto wrong = see(c, begins, i + 1 != line.size() ? line[i + 1] : ' '); !wrong.empty()) return wrong;
            only_dashes_ = only_dashes_ && (c == '-' || c == '?' || is_blank(c));
            before_ = c;
            if (!is_blank(c)) last_ = c;
        }
        return {};
    }

private:
    static bool is_blank(char c) { return c == ' ' || c == '\t'; }
    /// Whether the line belongs to a text behind `|` or `>`, which is indented as its first line is.
    bool is_text(std::string_view line) {
        if (text_above_ == 0) return false;
        auto const blanks = line.find_first_not_of(' ');
        if (blanks == line.npos) return true;
        if (blanks < text_above_) return text_above_ = 0, false;
        text_above_ = blanks;
        return true;
    }
    static bool is_header(std::string_view rest) {
        if (rest.starts_with('-') || rest.starts_with('+')) rest.remove_prefix(1);
        return rest.find_first_not_of(" \t") == rest.npos;
    }
    bool a_value_begins() const {
        if (last_ == '\0') return true;
        if (depth_ != 0 && (last_ == '[' || last_ == '{' || last_ == ',' || last_ == ':' || last_ == '?')) return true;
        return is_blank(before_) && (last_ == ':' || only_dashes_ || in_tag_);
    }
    /// How many characters more are done with: an escaped one, or the second quote of two that stand for one.
    std::size_t in_quotes(char c, char next) {
        if (quote_ == '"' && c == '\\') return next != '\0' ? 1 : 0;
        if (c != quote_) return 0;
        if (quote_ == '\'' && next == '\'') return 1;
        quote_ = '\0';
        last_ = c;
        return 0;
    }
    std::string see(char c, bool begins, char next) {
        if (begins) in_tag_ = c == '!' || (is_blank(c) && in_tag_);
        if (begins && (c == '"' || c == '\''))
            quote_ = c;
        else if (begins && (c == '&' || c == '*') && !is_blank(next))
            return "has an alias or an anchor of YAML; expected every value where it stands";
        else if ((c == '[' || c == '{') && (begins || depth_ != 0)) {
            if (++depth_ > limits::yaml_nesting) return "has brackets too deep in one another; expected a path";
        } else if ((c == ']' || c == '}') && depth_ != 0)
            --depth_;
        return {};
    }

    std::size_t text_above_ = 0;  ///< from which column on a line is text; 0 outside of one
    std::uint32_t depth_ = 0;     ///< in brackets
    char quote_ = '\0';           ///< in which quotes it is, also over the end of a line
    char last_ = '\0', before_ = '\0';  ///< what stands before on the line, with and without blanks left out
    bool only_dashes_ = true, in_tag_ = false;
};

}  // namespace treatise::inline v0_3::bulk_detail
