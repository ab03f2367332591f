// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/render/answers_page.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

// Plain lists of what a base holds, for a terminal or as markdown.
namespace treatise::inline v0_3 {

/// A plain list: the first column is what one types to name the row, and is never broken.
struct listing {
    struct row {
        std::vector<std::string> cells{};
        unsigned depth = 0;  ///< in a hierarchy
    };
    std::vector<std::string> headings{};
    std::vector<row> rows{};
};

/// The names that find an entity besides its key and its name: synonyms and brands.
[[nodiscard]] inline std::string other_names(knowledge_base const& kb, id<entity> e) {
    std::string s;
    auto const add = [&](text t) {
        if (t != not_stated) append_part(s, kb[t]);
    };
    for (auto t : kb.synonyms(e)) add(t);
    if (auto const t = kb.as<therapy>(e))
        for (auto b : kb[kb.details(t).brands]) add(b);
    return s;
}

namespace render_detail {

[[nodiscard]] inline std::string padded(std::string s, unsigned columns) {
    if (auto const width = display_width(s); width < columns) s.append(columns - width, ' ');
    return s;
}

[[nodiscard]] inline unsigned longest_word(std::string_view text) {
    unsigned longest = 0;
    for (std::size_t first = 0; first < text.size();) {
        auto const last = (std::min)(text.find(' ', first), text.size());
        longest = (std::max)(longest, display_width(text.substr(first, last - first)));
        first = last + 1;
    }
    return longest;
}

class text_list {
    static constexpr unsigned gap = 2;
    listing const& list_;
    unsigned page_;
    std::vector<unsigned> widths_{}, least_{};

    static unsigned indent(listing::row const& r) { return 2 * r.depth; }

    /// Takes from the widest column that can still give; false where the page is too narrow for columns.
    bool fit() {
        auto const used = [&] {
            return std::accumulate(widths_.begin(), widths_.end(), 0u) + gap * static_cast<unsigned>(widths_.size() - 1);
        };
        while (used() > page_) {
            std::size_t from = widths_.size();
            for (std::size_t i = 0; i != widths_.size(); ++i)
                if (widths_[i] > least_[i] && (from == widths_.size() || widths_[i] > widths_[from])) from = i;
            if (from == widths_.size()) return false;
            --widths_[from];
        }
        return true;
    }

    void measure() {
        widths_.assign(list_.headings.size(), 0);
        least_.assign(list_.headings.size(), 0);
        auto const see = [&](std::vector<std::string> const& cells, unsigned in) {
            for (std::size_t i = 0; i != cells.size(); ++i) {
                auto const width = display_width(printed(cells[i])) + (i == 0 ? in : 0);
                widths_[i] = (std::max)(widths_[i], width);
                least_[i] = (std::max)(least_[i], i == 0 ? width : (std::min)((std::max)(longest_word(cells[i]), 10u), 16u));
            }
        };
        see(list_.headings, 0);
        for (auto const& r : list_.rows) see(r.cells, indent(r));
        for (std::size_t i = 0; i != widths_.size(); ++i) least_[i] = (std::min)(least_[i], widths_[i]);
    }

    void line(std::string& out, std::vector<std::string> const& cells, unsigned in) const {
        std::vector<std::vector<std::string>> columns;
        std::size_t height = 0;
        for (std::size_t i = 0; i != cells.size(); ++i) {
            columns.push_back(filled(cells[i], widths_[i] - (i == 0 ? in : 0)));
            height = (std::max)(height, columns[i].size());
        }
        for (std::size_t n = 0; n != height; ++n) {
            std::string s;
            for (std::size_t i = 0; i != cells.size(); ++i)
                s += padded(
                    n < columns[i].size() ? std::string(i == 0 ? in : 0, ' ') + columns[i][n] : std::string{}, widths_[i] + gap);
            s.erase(s.find_last_not_of(' ') + 1);
            out += s + '\n';
        }
    }

    /// "Gabapentin. Row: Gabapentinoids. Also called: Neurontin"
    std::string told(listing::row const& r) const {
        auto s = r.cells[1];
        for (std::size_t i = 2; i < r.cells.size(); ++i)
            if (!r.cells[i].empty()) s += ". " + list_.headings[i] + ": " + r.cells[i];
        return s;
    }

public:
    text_list(listing const& list, unsigned page) : list_{list}, page_{page} { measure(); }

    std::string write(bool bold) {
        std::string out;
        if (fit()) {
            line(out, list_.headings, 0);
            if (bold) out = "\x1b[1m" + out.substr(0, out.size() - 1) + "\x1b[0m\n";
            for (auto const& r : list_.rows) line(out, r.cells, indent(r));
            return out;
        }
        if (least_[0] + gap + 30 <= page_) {  // too narrow for all columns: the key, and the rest behind it
            widths_ = {least_[0], page_ - least_[0] - gap};
            for (auto const& r : list_.rows) line(out, {r.cells[0], told(r)}, indent(r));
            return out;
        }
        for (auto const& r : list_.rows) {  // too narrow even for that: each row is a block
            for (auto const& l : filled(r.cells[0], page_ - indent(r))) out += std::string(indent(r), ' ') + l + '\n';
            for (auto const& l : filled(told(r), page_ - indent(r) - 4)) out += std::string(indent(r) + 4, ' ') + l + '\n';
        }
        return out;
    }
};

}  // namespace render_detail

/// The list in columns for a terminal `width` columns wide, 40 or more; too narrow for its columns, each row is a block.
[[nodiscard]] inline std::string plain_text(listing const& list, unsigned width, bool bold = false) {
    return render_detail::text_list{list, (std::max)(width, 40u)}.write(bold);
}

/// The list as markdown: a table.
[[nodiscard]] inline std::string markdown(listing const& list) {
    std::string out;
    auto const line = [&](std::vector<std::string> const& cells, unsigned depth) {
        out += '|';
        for (std::size_t i = 0; i != cells.size(); ++i) {
            out += ' ';
            if (i == 0)
                for (unsigned d = 0; d != depth; ++d) out += "&nbsp;&nbsp;";
            out += markdown_escaped(cells[i]) + " |";
        }
        out += '\n';
    };
    line(list.headings, 0);
    for (std::size_t i = 0; i != list.headings.size(); ++i) out += i == 0 ? "|:--|" : ":--|";
    out += '\n';
    for (auto const& r : list.rows) line(r.cells, r.depth);
    return out;
}

}  // namespace treatise::inline v0_3
