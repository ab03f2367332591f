// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/read.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

namespace bulk_detail {

/// The terms of an OBO file, stanza by stanza; every other kind of stanza is passed over.
class obo_terms {
public:
    explicit obo_terms(bulk_graph& to) : g_{to} {}

    void line(std::string_view s, std::uint64_t number) {
        if (s.starts_with('[')) {
            end();
            inside_ = s == "[Term]" ? stanza::term : stanza::other;
            line_ = number;
            return;
        }
        auto const colon = s.find(':');
        if (s.empty() || s.starts_with('!') || inside_ == stanza::other) return;
        if (colon == s.npos) return g_.refuse(number, id_, "is " + in_quotes(s) + "; expected a tag, a colon and its value");
        auto const tag = s.substr(0, colon);
        auto value = s.substr(colon + 1);
        value.remove_prefix((std::min)(value.size(), value.find_first_not_of(' ')));
        if (inside_ == stanza::header) return header(tag, value);
        if (tag == "id")
            id_ = plain(value);
        else if (tag == "name")
            name_ = plain(value);
        else if (tag == "def")
            description_ = quoted(value);
        else if (tag == "synonym" && value.find("\" EXACT") != value.npos)
            synonyms_.push_back(quoted(value));
        else if (tag == "alt_id")
            other_ids_.push_back(plain(value));
        else if (tag == "is_obsolete")
            obsolete_ = value.starts_with("true");
        else if (tag == "is_a")
            above_.push_back({plain(value), number});
    }
    void end() {
        if (inside_ == stanza::term) {
            node_says says{id_, name_, description_, {std::string_view{obsolete_ ? "obsolete" : "Term"}}};
            says.synonyms.assign(synonyms_.begin(), synonyms_.end());
            says.other_ids.assign(other_ids_.begin(), other_ids_.end());
            g_.node(says, line_);
            if (!obsolete_)
                for (auto const& [above, number] : above_) rows_.push_back({texts_.keep(id_), texts_.keep(above), number});
        }
        inside_ = stanza::header;
        obsolete_ = false;
        for (auto* s : {&id_, &name_, &description_}) s->clear();
        synonyms_.clear(), other_ids_.clear(), above_.clear();
    }
    /// The hierarchy, once every term is known.
    void rows() {
        for (auto const& r : rows_) {
            ++g_.report.edge_rows;
            g_.edge({r.below, "is_a", r.above}, r.line);
        }
        rows_.clear();
    }

private:
    enum class stanza : std::uint8_t { header, term, other };
    struct row {
        std::string_view below, above;
        std::uint64_t line;
    };
    struct parent {
        std::string id;
        std::uint64_t line;
    };

    void header(std::string_view tag, std::string_view value) {
        auto& d = g_.from();
        if (tag == "ontology" && d.key == "ontology" && is_key(value)) d.key = value, d.name = value;
        if ((tag == "data-version" || tag == "date") && d.version.empty()) d.version = cleaned(value);
    }
    /// A value up to its comment or trailing modifiers, escapes undone.
    static std::string plain(std::string_view s) {
        std::string made;
        for (std::size_t i = 0; i != s.size(); ++i) {
            if (s[i] == '\\' && i + 1 != s.size())
                made += s[++i] == 'n' || s[i] == 't' || s[i] == 'W' ? ' ' : s[i];
            else if ((s[i] == '!' || s[i] == '{') && (i == 0 || s[i - 1] == ' '))
                break;
            else
                made += s[i];
        }
        while (made.ends_with(' ')) made.pop_back();
        return made;
    }
    /// What stands in the first pair of quotes.
    static std::string quoted(std::string_view s) {
        std::string made;
        auto i = s.find('"');
        for (i = i == s.npos ? s.size() : i + 1; i < s.size() && s[i] != '"'; ++i) {
            if (s[i] == '\\' && i + 1 != s.size()) ++i;
            made += s[i] == '\n' ? ' ' : s[i];
        }
        while (made.ends_with(' ')) made.pop_back();
        return made;
    }

    bulk_graph& g_;
    stanza inside_ = stanza::header;
    std::uint64_t line_ = 0;
    std::string id_{}, name_{}, description_{};
    std::vector<std::string> synonyms_{}, other_ids_{};
    std::vector<parent> above_{};
    bool obsolete_ = false;
    text_numbers texts_{};
    std::vector<row> rows_{};
};

}  // namespace bulk_detail

/// Reads the terms of OBO files as a hierarchy: name, definition, exact synonyms, other ids, is_a; obsolete terms are left out.
///
/// Other tags are passed over: a cross-reference may be to a code that its owner does not let anyone ship.
inline bulk_result read_obo(
    std::vector<std::string> const& paths, mapping_rules rules = obo_mapping(), bulk_options const& how = {}) {
    bulk_graph g{std::move(rules)};
    bulk_reader read{g, paths, how};
    for (auto const& path : paths) {
        bulk_detail::obo_terms terms{g};
        read.lines(path, [&](std::string_view line, std::uint64_t number) { terms.line(line, number); });
        terms.end();
        terms.rows();
    }
    return read.build();
}

}  // namespace treatise::inline v0_3
