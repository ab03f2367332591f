// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <vector>

namespace treatise::inline v0_3 {

/// A statement of an answer, and what stands behind it.
struct answer_line {
    std::string text{};
    std::vector<std::string> behind{};  ///< measure, source and place, whom it is about: a line each
    std::string id{};                   ///< of the claim; empty where it is not one claim
    bool is_warning = false;          ///< a regulator's warning, or an outcome that stands first
};
struct answer_group {
    std::string heading{};  ///< empty where a section has one group
    std::vector<answer_line> lines{};
};
struct answer_section {
    std::string heading;
    std::vector<answer_group> groups;
};

/// An answer in words, ready for a page; it owns its text, and nothing in it is escaped. answers_page.hpp prints it.
struct answer {
    std::string title{};
    std::vector<std::string> head{};
    std::vector<answer_section> sections{};
    std::vector<std::string> foot{};  ///< edition and intended use
};

namespace render_detail {

/// Puts a line under a heading, which is begun where the last one is another.
inline void add_line(answer_section& to, std::string heading, answer_line line) {
    if (to.groups.empty() || to.groups.back().heading != heading) to.groups.push_back({std::move(heading), {}});
    to.groups.back().lines.push_back(std::move(line));
}

}  // namespace render_detail

}  // namespace treatise::inline v0_3
