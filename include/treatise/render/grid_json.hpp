// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/render/formats/json.hpp>
#include <treatise/render/lay_out_grid.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The field names are promised (docs/json.md): programs read them.
namespace treatise::inline v0_3 {

namespace render_detail {

inline json_writer& json_count(json_writer& j, std::string_view name, std::int32_t n) {
    return n < 0 ? j.member(name, std::to_string(n)) : j.name(name).number(static_cast<std::uint64_t>(n));
}
/// A range as two strings of digits: a bound may be below none.
inline void json_range(json_writer& j, std::string_view name, std::optional<std::pair<std::int32_t, std::int32_t>> const& r) {
    if (!r) return;
    j.name(name).open('[').value(std::to_string(r->first)).value(std::to_string(r->second)).close(']');
}

inline void json_figure(json_writer& j, knowledge_base const& kb, grid_figure const& f, denominator of) {
    j.open('{').member("claim", claim_key_of(kb, f.claim)).member("outcome", kb.key(kb.object(f.claim)));
    j.member("option", kb.key(kb.subject(f.claim))).member("told_as", treatise::word(f.as));
    auto const all = static_cast<std::int32_t>(of);
    if (f.as == told_as::both_arms || f.as == told_as::one_arm) {
        json_count(json_count(j, "with", f.with), "with_others", all - f.with);
        json_range(j, "with_between", f.with_between);
    }
    if (f.as == told_as::both_arms) json_count(json_count(j, "without", f.without), "without_others", all - f.without);
    if (f.as == told_as::both_arms || f.as == told_as::difference) {
        j.member("more", std::to_string(f.more));
        json_range(j, "more_between", f.more_between);
    }
    if (f.as != told_as::words) j.member("numbers", treatise::word(f.numbers));
    if (f.more_between) j.member("interval", treatise::word(f.interval));
    if (f.interval_from) j.member("interval_from", claim_key_of(kb, f.interval_from));
    if (f.baseline_from) j.member("baseline_from", claim_key_of(kb, f.baseline_from));
    j.name("rounded").boolean(f.rounded).name("crosses_no_effect").boolean(f.crosses_no_effect);
    if (f.certainty) j.member("certainty", treatise::word(*f.certainty));
    j.name("rated_apart").boolean(f.rated_apart).member("size", treatise::word(f.size)).close('}');
}

}  // namespace render_detail

/// The option grid as JSON: questions, options, the words of each cell, and every number of people with how it was had.
[[nodiscard]] inline std::string json(option_grid const& grid, language const& l = english) {
    auto const& c = grid.table;
    auto const& kb = c.base;
    auto const s = options_as_rows(grid, l);
    json_writer j;
    auto const lines = [&](std::string_view name, std::vector<std::string> const& all) {
        j.name(name).open('[');
        for (auto const& line : all) j.value(line);
        j.close(']');
    };
    j.open('{').member("format", "treatise-option-grid").member("format_version", "1").name("knowledge").open('{');
    j.member("key", kb[kb.base().key]).member("version", kb[kb.base().version]);
    j.member("released", iso(kb.base().released)).member("content", content_digits(kb));
    j.close('}').member("notice", s.notice).member("title", s.title).member("language", s.language);
    j.name("cause").open('{').member("key", kb.key(c.asked)).member("name", kb.name(c.asked)).close('}');
    j.name("people").number(static_cast<std::uint32_t>(grid.of));
    lines("head", s.head);
    j.name("questions").open('[');
    for (std::uint32_t i = 1; i < s.columns.size(); ++i) {
        j.open('{').member("key", s.column_keys[i]).member("asks", word(grid.questions[i].asks)).member("heading", s.columns[i]);
        if (grid.questions[i].about) j.member("outcome", kb.key(grid.questions[i].about));
        j.close('}');
    }
    j.close(']').name("options").open('[');
    std::uint32_t r = 0;
    for (auto const& section : s.sections)
        for (auto const& row : section.rows) {
            j.open('{').member("option", row.key).member("name", kb.name(c.rows[r].label)).member("role", word(c.rows[r].role));
            j.name("answers").open('[');
            for (std::uint32_t i = 1; i < row.cells.size(); ++i) {
                j.open('{').member("question", s.column_keys[i]).member("state", word(row.cells[i].state)).name("text").open('[');
                for (auto const& x : row.cells[i].statements) j.value(x.text);
                j.close(']').name("claims").open('[');
                for (auto const& x : row.cells[i].statements)
                    for (auto const& claim : x.claims) j.value(claim);
                j.close(']').name("people").open('[');
                if (grid.questions[i].asks != question::certainty)
                    for (auto const& x : c.shown_in(c.at(r, i)))
                        if (auto const* f = grid.figure(x.claim)) render_detail::json_figure(j, kb, *f, grid.of);
                j.close(']').close('}');
            }
            j.close(']').close('}');
            ++r;
        }
    j.close(']').name("not_shown").open('[');
    for (auto o : c.named) j.value(kb.key(o));
    j.close(']').name("set_apart").open('[');
    for (auto o : c.set_apart) j.value(kb.key(o));
    j.close(']');
    lines("after", s.after);
    lines("footnotes", s.footnotes);
    j.name("sources").open('[');
    for (auto source : c.sources) {
        j.open('{').member("key", kb.key(source)).member("label", kb.name(source));
        json_fields(j, kb, kb.details(source));
        j.close('}');
    }
    j.close(']').close('}');
    return j.take();
}

}  // namespace treatise::inline v0_3
