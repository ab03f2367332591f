// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/limits.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3::bulk_detail {

/// Finds the objects in the lists of one JSON document, {"nodes": [{...}], "edges": [{...}]}, without keeping the document.
///
/// It looks at brackets and quotes alone: whether what it finds is JSON, its reader says. A character at a time, so that the
/// document may come in parts.
class json_objects {
public:
    static constexpr std::size_t most_bytes = limits::line_bytes;  ///< of one object, which is what a line is in JSON Lines

    /// Goes on with the next part; calls `f(list, object, line)` for each object of a list.
    template <class F>
    void read(std::string_view part, F&& f) {
        for (char const c : part) {
            if (c == '\n') ++line_;
            if (depth_ > in_list && object_.size() < most_bytes) object_ += c;
            if (inside_quotes_) {
                text(c);
            } else if (c == '"') {
                inside_quotes_ = true;
                if (depth_ == 1) name_.clear();
            } else if (c == '{' || c == '[') {
                open(c);
            } else if (c == '}' || c == ']') {
                close(f);
            }
        }
    }
    /// What is wrong with the whole, once it was read.
    std::string_view wrong() const {
        if (too_large_) return "has an object of more than 4 MB";
        if (!any_) return "is no JSON document; expected {\"nodes\": [...], \"edges\": [...]}";
        return depth_ != 0 || inside_quotes_ ? "ends in the middle of its JSON document; expected the whole file" : "";
    }

private:
    static constexpr std::size_t in_list = 2;

    void text(char c) {
        if (escaped_)
            escaped_ = false;
        else if (c == '\\')
            escaped_ = true;
        else if (c == '"')
            inside_quotes_ = false;
        else if (depth_ == 1)
            name_ += c;
    }
    void open(char c) {
        any_ = true;
        ++depth_;
        if (depth_ == in_list && c == '[') list_ = name_;
        if (depth_ == in_list && c != '[') list_.clear();
        if (depth_ == in_list + 1 && c == '{') object_ = '{', first_ = line_;
    }
    template <class F>
    void close(F&& f) {
        if (depth_ == 0) return;
        if (--depth_ != in_list || object_.empty()) return;
        too_large_ = too_large_ || object_.size() >= most_bytes;
        if (!list_.empty() && object_.size() < most_bytes) f(std::string_view{list_}, std::string_view{object_}, first_);
        object_.clear();
    }

    std::string name_{}, list_{}, object_{};
    std::size_t depth_ = 0;
    std::uint64_t line_ = 1, first_ = 1;
    bool inside_quotes_ = false, escaped_ = false, any_ = false, too_large_ = false;
};

}  // namespace treatise::inline v0_3::bulk_detail
