// SPDX-License-Identifier: BSL-1.0
#include "pages.hpp"

#include "output.hpp"

#include <treatise/render/formats.hpp>

namespace treatise::tool {

namespace {

page_options page_of(request const& asked, unsigned width) {
    return {.width = width,
        .ascii = asked.ascii,
        .colour = in_colour(asked),
        .transpose = asked.transpose,
        .fragment = asked.fragment,
        .byte_order_mark = asked.byte_order_mark};
}

}  // namespace

std::string print(comparison const& c, request const& asked) {
    return format_named(asked.format)->table(c, page_of(asked, page_width(asked)), english);
}
std::string print(answer const& a, request const& asked) {
    return format_named(asked.format)->answer(a, page_of(asked, reading_width(asked)));
}
std::string print(told_disagreements const& t, request const& asked) {
    return format_named(asked.format)->differences(t, page_of(asked, reading_width(asked)));
}

}  // namespace treatise::tool
