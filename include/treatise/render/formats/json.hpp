// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/words/english.hpp>

#include <string>
#include <string_view>

// The field names are promised (docs/json.md, docs/comparison.schema.json): programs read them.
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

namespace render_detail {

/// One field of a row under its name; absent values are left out, entities are given by key.
template <class Row, class Type>
void json_field(json_writer& j, knowledge_base const& kb, Row const& row, std::string_view name, Type const& value) {
    if (is_absent(value)) return;
    if constexpr (std::same_as<Type, flag>)
        j.name(name).boolean(value);
    else if constexpr (std::same_as<Type, std::uint32_t>)
        j.name(name).number(value);
    else if constexpr (is_list<Type>) {
        j.name(name).open('[');
        for (auto x : kb[value])
            if constexpr (std::same_as<decltype(x), text>)
                j.value(kb[x]);
            else
                j.value(kb.key(x));
        j.close(']');
    } else
        j.member(name, field_text(kb, row, value));
}

}  // namespace render_detail

/// Every field of a row under its name, those that are absent left out.
template <class Row>
void json_fields(json_writer& j, knowledge_base const& kb, Row const& row) {
    Row::fields([&](std::string_view name, auto member, presence = optional) {
        render_detail::json_field(j, kb, row, name, row.*member);
    });
}

namespace render_detail {

struct json_payload {
    json_writer& j;
    knowledge_base const& kb;
    claim_id c;
    template <class Relation>
    void operator()() {
        json_fields(j, kb, kb.payload<Relation>(c));
    }
};

}  // namespace render_detail

/// The claim as an object: its ends, stance, attribution and payload under the names of the files, and its words in a language.
inline void json_claim(json_writer& j, knowledge_base const& kb, claim_id c, language const& l = english) {
    j.open('{').member("id", claim_key_of(kb, c)).member("relation", relation_names[kb.relation(c)]);
    j.member("subject", kb.key(kb.subject(c))).member("object", kb.key(kb.object(c))).member("stance", word(kb.stance(c)));
    j.member("text", phrase(kb, l, c));
    if (auto const n = kb.note(c); !n.empty()) j.member("note", n);
    j.name("interest_declared").boolean(has_interest(kb, c));
    if (auto const by = replaced_by(kb, c)) j.member("replaced_by", claim_key_of(kb, by));
    json_fields(j, kb, kb.said(c));
    j.name("carries").open('{');
    with_claim_relation(kb.relation(c), render_detail::json_payload{j, kb, c});
    j.close('}').close('}');
}

/// The comparison as JSON: typed claims under each cell and the words of the table beside them; every figure a string of
/// the digits that were published.
[[nodiscard]] inline std::string json(comparison const& c, language const& l = english) {
    auto const& kb = c.base;
    auto const s = lay_out(c, l);
    json_writer j;
    j.open('{').member("format", "treatise-comparison").member("format_version", "1");
    j.name("knowledge")
        .open('{')
        .member("key", kb[kb.base().key])
        .member("version", kb[kb.base().version])
        .member("released", iso(kb.base().released))
        .member("content", content_digits(kb))
        .close('}');
    j.member("notice", s.notice).member("title", s.title).member("language", s.language);
    j.name("cause").open('{').member("key", kb.key(c.asked)).member("name", kb.name(c.asked)).close('}');
    j.member("preset", c.preset.key).name("narrowed").boolean(c.narrowed);
    j.name("head").open('[');
    for (auto const& line : s.head) j.value(line);
    j.close(']');
    j.name("columns").open('[');
    for (std::size_t i = 0; i != s.columns.size(); ++i)
        j.open('{').member("key", s.column_keys[i]).member("heading", s.columns[i]).close('}');
    j.close(']').name("rows").open('[');
    std::uint32_t r = 0;
    for (auto const& section : s.sections)
        for (auto const& row : section.rows) {
            j.open('{').member("option", row.key).member("section", section.heading).member("role", word(row.role));
            if (c.rows[r].above) j.member("above", kb.key(c.rows[r].above));
            j.member("intent", word(c.rows[r].aim)).name("cells").open('[');
            for (std::uint32_t i = 0; i != row.cells.size(); ++i) {
                auto const& cell = row.cells[i];
                j.open('{').member("column", s.column_keys[i]).member("state", word(cell.state)).name("more").number(cell.more);
                j.name("text").open('[');
                for (auto const& t : cell.statements) j.value(full_text(s, t));
                j.close(']').name("notes").open('[');
                for (auto const& t : cell.noted) j.value(t.text);
                j.close(']').name("statements").open('[');
                auto const& source = c.at(r, i);
                std::uint32_t n = 0;
                for (auto const& x : c.in(source)) {
                    j.open('{')
                        .member("applicability", word(x.applies))
                        .member("said_of", word(x.of))
                        .member("facet", word(x.facet));
                    j.name("shown").boolean(n++ < source.shown).name("first").boolean(x.first).name("claim");
                    json_claim(j, kb, x.claim, l);
                    j.close('}');
                }
                j.close(']').close('}');
            }
            j.close(']').close('}');
            ++r;
        }
    j.close(']').name("after").open('[');
    for (auto const& line : s.after) j.value(line);
    j.close(']').name("warnings").open('[');
    for (auto const& w : c.warnings) json_claim(j, kb, w.warning.claim, l);
    j.close(']').name("named").open('[');
    for (auto o : c.named) j.value(kb.key(o));
    j.close(']').name("mentioned").open('[');
    for (auto o : c.mentioned) j.value(kb.key(o));
    j.close(']').name("set_apart").open('[');
    for (auto o : c.set_apart) j.value(kb.key(o));
    j.close(']').name("footnotes").open('[');
    for (auto const& f : s.footnotes) j.value(f);
    j.close(']').name("counts").open('{').name("claims").number(c.claim_count).name("read_in_source").number(c.read_in_source);
    for (std::size_t i = 0; i != c.states.size(); ++i) j.name(words_of<cell_state>[i]).number(c.states[i]);
    j.close('}').name("sources").open('[');
    for (auto source : c.sources) {
        j.open('{').member("key", kb.key(source)).member("label", kb.name(source));
        json_fields(j, kb, kb.details(source));
        j.close('}');
    }
    j.close(']').close('}');
    return j.take();
}

}  // namespace treatise::inline v0_3
