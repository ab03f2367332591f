// SPDX-License-Identifier: BSL-1.0
#include "listing.hpp"

#include "output.hpp"

#include <treatise/model/lists.hpp>
#include <treatise/render/answers_page.hpp>
#include <treatise/render/formats.hpp>

#include <algorithm>
#include <numeric>

namespace treatise::tool {

namespace {

std::string padded(std::string s, unsigned columns) {
    if (auto const width = display_width(s); width < columns) s.append(columns - width, ' ');
    return s;
}

unsigned longest_word(std::string_view text) {
    unsigned longest = 0;
    for (std::size_t first = 0; first < text.size();) {
        auto const last = std::min(text.find(' ', first), text.size());
        longest = std::max(longest, display_width(text.substr(first, last - first)));
        first = last + 1;
    }
    return longest;
}

class text_list {
    static constexpr unsigned gap = 2;
    listing const& list_;
    unsigned page_;
    std::vector<unsigned> widths_, least_;

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
                widths_[i] = std::max(widths_[i], width);
                least_[i] = std::max(least_[i], i == 0 ? width : std::min(std::max(longest_word(cells[i]), 10u), 16u));
            }
        };
        see(list_.headings, 0);
        for (auto const& r : list_.rows) see(r.cells, indent(r));
        for (std::size_t i = 0; i != widths_.size(); ++i) least_[i] = std::min(least_[i], widths_[i]);
    }

    void line(std::string& out, std::vector<std::string> const& cells, unsigned in) const {
        std::vector<std::vector<std::string>> columns;
        std::size_t height = 0;
        for (std::size_t i = 0; i != cells.size(); ++i) {
            columns.push_back(filled(cells[i], widths_[i] - (i == 0 ? in : 0)));
            height = std::max(height, columns[i].size());
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

std::string markdown_list(listing const& list) {
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

struct entity_json {
    json_writer& j;
    knowledge_base const& kb;
    id<entity> e;

    template <class Kind>
    void details() const {
        if (auto const of = kb.as<Kind>(e)) json_fields(j, kb, kb.details(of));
    }
    template <class Relation>
    void structure() const {
        auto const edges = kb.out_ids<Relation>(e);
        if (edges.empty()) return;
        j.name(Relation::name).open('[');
        for (auto c : edges) j.value(kb.key(kb.object(c)));
        j.close(']');
    }
};
struct details_of {
    entity_json const& of;
    template <class Kind>
    void operator()() const {
        of.details<Kind>();
    }
};
struct structure_of {
    entity_json const& of;
    template <class Relation>
    void operator()() const {
        of.structure<Relation>();
    }
};

std::string in_text(listing const& list, knowledge_base const& kb, request const& asked) {
    auto const page = std::max(page_width(asked), 40u);
    auto out = text_list{list, page}.write(in_colour(asked)) + '\n';
    for (auto const& l : filled(edition(kb) + ". " + std::string{kb[kb.base().notice]}, page)) out += l + '\n';
    return out;
}
std::string in_markdown(listing const& list, knowledge_base const& kb, request const&) {
    auto const notice = kb[kb.base().notice];
    return markdown_list(list) + "\n" + markdown_paragraph(edition(kb)) + "\n\n> " + markdown_paragraph(notice) + '\n';
}

constexpr struct {
    std::string_view format;
    std::string (*write)(listing const&, knowledge_base const&, request const&);
} writers[]{{"text", in_text}, {"markdown", in_markdown}};

/// Whether what answers come in is what lists come in, JSON apart, which each list writes for itself.
constexpr bool every_format_has_a_writer() {
    for (auto const& f : output_formats) {
        bool found = false;
        for (auto const& w : writers) found = found || w.format == f.name;
        if (found != (f.answer != nullptr) || f.writes_answers != (found || f.name == "json")) return false;
    }
    return true;
}
static_assert(every_format_has_a_writer(), "a format that writes answers writes lists, too");

}  // namespace

std::string edition(knowledge_base const& kb) {
    return say(english, message::edition, {kb[kb.base().key], kb[kb.base().version]});
}

std::string spoken(std::string_view word) {
    std::string s{word};
    std::replace(s.begin(), s.end(), '_', ' ');
    return s;
}

std::string other_names(knowledge_base const& kb, id<entity> e) {
    std::string s;
    auto const add = [&](text t) {
        if (t != not_stated) append_part(s, kb[t]);
    };
    for (auto t : kb.synonyms(e)) add(t);
    if (auto const t = kb.as<therapy>(e))
        for (auto b : kb[kb.details(t).brands]) add(b);
    return s;
}

std::string print(listing const& list, knowledge_base const& kb, request const& asked) {
    for (auto const& w : writers)
        if (w.format == asked.format) return w.write(list, kb, asked);
    throw refusal{"--format: " + as_typed(asked.format) + " writes no lists"};
}

void json_entity(json_writer& j, knowledge_base const& kb, id<entity> e) {
    j.open('{').member("entity_kind", kind_names[kb.kind(e)]).member("key", kb.key(e)).member("name", kb.name(e));
    if (auto const d = kb.description(e); !d.empty()) j.member("description", d);
    j.name("synonyms").open('[');
    for (auto t : kb.synonyms(e)) j.value(kb[t]);
    j.close(']').name("codes").open('[');
    for (auto const& c : kb.codes(e))
        j.open('{').member("system", kb.key(c.system)).member("code", kb[c.code]).member("map", word(c.map)).close('}');
    j.close(']');
    entity_json const of{j, kb, e};
    each(kinds{}, details_of{of});
    each(structure{}, structure_of{of});
    j.close('}');
}

}  // namespace treatise::tool
