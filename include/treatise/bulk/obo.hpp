// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/read.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace bulk_detail {

/// The terms of an OBO file, stanza by stanza; what of it is kept nowhere is counted.
class obo_terms {
public:
    explicit obo_terms(bulk_graph& to) : g_{to} {}

    void line(std::string_view s, std::uint64_t number) {
        if (s.starts_with('[')) {
            end();
            inside_ = s == "[Term]" ? stanza::term : stanza::other;
            if (inside_ == stanza::other) g_.report.skip("stanza " + std::string{s}, g_.at(number));
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
        if (!names(tag, value, number) && !links(tag, value, number))
            g_.report.leave_unused("tag " + std::string{tag}, g_.at(number));
    }
    void end() {
        if (inside_ == stanza::term) {
            auto const prefix = std::string_view{id_}.substr(0, id_.find(':') == id_.npos ? 0 : id_.find(':'));
            auto const category = g_.knows_category(space_)   ? std::string_view{space_}
                                  : g_.knows_category(prefix) ? prefix
                                                              : std::string_view{"Term"};
            auto const sort = "Term" + (prefix.empty() ? std::string{} : ' ' + std::string{prefix});
            node_says says{id_, name_, description_, {obsolete_ ? std::string_view{"obsolete"} : category}};
            says.sort = sort;
            says.synonyms.assign(synonyms_.begin(), synonyms_.end());
            says.other_ids.assign(other_ids_.begin(), other_ids_.end());
            for (auto const& c : codes_) says.codes.push_back({c.prefix, c.code, c.map});
            for (auto const& [scope, words] : wider_) says.attributes.emplace_back(scope, words);
            g_.node(says, line_);
            for (auto const& [above, number] : above_)
                if (obsolete_)
                    g_.report.skip("is_a of an obsolete term", g_.at(number));
                else
                    rows_.push_back({texts_.keep(id_), texts_.keep(above), number});
        }
        inside_ = stanza::header;
        obsolete_ = false;
        for (auto* s : {&id_, &name_, &description_, &space_}) s->clear();
        synonyms_.clear(), other_ids_.clear(), above_.clear(), codes_.clear(), wider_.clear();
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
    struct reference {
        std::string prefix, code;
        mapping map;
    };

    void header(std::string_view tag, std::string_view value) {
        auto& d = g_.from();
        if (tag == "ontology" && d.key == "ontology" && is_key(value)) d.key = value, d.name = value;
        if ((tag == "data-version" || tag == "date") && d.version.empty()) d.version = cleaned(value);
    }
    /// What a term is called; whether the tag says that.
    bool names(std::string_view tag, std::string_view value, std::uint64_t number) {
        if (tag == "id") {
            id_ = plain(value);
        } else if (tag == "name" && !name_.empty()) {
            g_.report.mend("term with a second name; kept as a synonym", g_.at(number));
            synonyms_.push_back(plain(value));
        } else if (tag == "name") {
            name_ = plain(value);
        } else if (tag == "def") {
            description_ = quoted(value);
        } else if (tag == "namespace") {
            space_ = plain(value);
        } else if (tag == "synonym") {
            synonym(quoted(value), scope_of(value), number);
        } else if (tag.ends_with("_synonym")) {  // as OBO 1.0 has it
            synonym(quoted(value), tag.substr(0, tag.size() - 8), number);
        } else {
            return false;
        }
        return true;
    }
    /// To what else a term leads; whether the tag says that.
    bool links(std::string_view tag, std::string_view value, std::uint64_t number) {
        if (tag == "alt_id") {
            other_ids_.push_back(plain(value));
        } else if (tag == "xref") {
            cross_reference(value, number);
        } else if (tag == "is_obsolete") {
            obsolete_ = value.starts_with("true");
        } else if (tag == "is_a") {
            auto const behind = modifiers(value);
            if (behind.find("gci_relation=") != behind.npos || behind.find("gci_filler=") != behind.npos)
                g_.report.skip(
                    "is_a under a condition (gci_relation, gci_filler), which does not hold of the term itself", g_.at(number));
            else
                above_.push_back({plain(value), number});
        } else {
            return false;
        }
        return true;
    }
    /// An exact synonym is another name. Others name something wider, narrower or near, so they are kept as attributes and find
    /// nothing.
    void synonym(std::string text, std::string_view scope, std::uint64_t number) {
        if (text.empty()) return;
        if (compare_folded(scope, "exact") == 0) {
            synonyms_.push_back(std::move(text));
            return;
        }
        std::string name = "obo.related_synonym";
        for (std::string_view const other : {"broad", "narrow"})
            if (compare_folded(scope, other) == 0) name = "obo." + std::string{other} + "_synonym";
        g_.report.mend("synonym that is not exact; kept as an attribute", g_.at(number));
        auto const same = [&](auto const& w) { return w.first == name; };
        auto const known = std::find_if(wider_.begin(), wider_.end(), same);
        if (known == wider_.end())
            wider_.emplace_back(std::move(name), std::move(text));
        else
            (known->second += "; ") += text;
    }
    /// A code in another system, before what is said of it; an address is none.
    void cross_reference(std::string_view value, std::uint64_t number) {
        auto const whole = plain(value.substr(0, value.find_first_of(" \t")));
        auto const colon = whole.find(':');
        if (colon == whole.npos || colon == 0 || colon + 1 == whole.size() || whole.find("//") != whole.npos)
            return g_.report.skip("cross-reference that is no code", g_.at(number));
        bool const same = modifiers(value).find("equivalentTo") != std::string_view::npos;
        codes_.push_back({whole.substr(0, colon), whole.substr(colon + 1), same ? mapping::exact : mapping::related});
    }
    /// What stands behind the closing quote of a synonym: EXACT, BROAD, NARROW, RELATED; related where it says nothing.
    static std::string_view scope_of(std::string_view value) {
        auto rest = value.substr(end_of_quoted(value));
        rest.remove_prefix((std::min)(rest.size(), rest.find_first_not_of(' ')));
        return rest.substr(0, rest.find_first_of(" ["));
    }
    /// The trailing modifiers of a value: {source="MONDO:equivalentTo"}; they come behind texts in quotes.
    static std::string_view modifiers(std::string_view value) {
        bool inside = false;
        for (std::size_t i = 0; i != value.size(); ++i) {
            if (value[i] == '\\')
                ++i;
            else if (value[i] == '"')
                inside = !inside;
            else if (value[i] == '{' && !inside)
                return value.substr(i);
            if (i >= value.size()) break;
        }
        return {};
    }
    static constexpr bool is_blank_escape(char c) { return c == 'n' || c == 't' || c == 'W'; }
    /// A value up to its comment or trailing modifiers, escapes undone.
    static std::string plain(std::string_view s) {
        std::string made;
        for (std::size_t i = 0; i != s.size(); ++i) {
            if (s[i] == '\\' && i + 1 != s.size()) {
                ++i;
                made += is_blank_escape(s[i]) ? ' ' : s[i];
            } else if ((s[i] == '!' || s[i] == '{') && (i == 0 || s[i - 1] == ' ')) {
                break;
            } else {
                made += s[i];
            }
        }
        while (made.ends_with(' ')) made.pop_back();
        return made;
    }
    /// Behind the first pair of quotes.
    static std::size_t end_of_quoted(std::string_view s) {
        auto i = s.find('"');
        for (i = i == s.npos ? s.size() : i + 1; i < s.size() && s[i] != '"'; ++i)
            if (s[i] == '\\') ++i;
        return (std::min)(s.size(), i + 1);
    }
    /// What stands in the first pair of quotes.
    static std::string quoted(std::string_view s) {
        std::string made;
        auto i = s.find('"');
        for (i = i == s.npos ? s.size() : i + 1; i < s.size() && s[i] != '"'; ++i) {
            bool const escape = s[i] == '\\' && i + 1 != s.size();
            if (escape) ++i;
            made += (escape && is_blank_escape(s[i])) || s[i] == '\n' ? ' ' : s[i];
        }
        while (made.ends_with(' ')) made.pop_back();
        return made;
    }

    bulk_graph& g_;
    stanza inside_ = stanza::header;
    std::uint64_t line_ = 0;
    std::string id_{}, name_{}, description_{}, space_{};
    std::vector<std::string> synonyms_{}, other_ids_{};
    std::vector<parent> above_{};
    std::vector<reference> codes_{};
    std::vector<std::pair<std::string, std::string>> wider_{};  ///< attributes: synonyms that are not exact
    bool obsolete_ = false;
    text_numbers texts_{};
    std::vector<row> rows_{};
};

}  // namespace bulk_detail

/// Reads the terms of OBO files as a hierarchy: name, definition, synonyms, other ids, cross-references, is_a; obsolete terms and
/// every other tag are left out and counted.
///
/// A cross-reference may be to a code that its owner does not let anyone ship: look at it before you hand the base on.
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
