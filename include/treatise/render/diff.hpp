// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/diff.hpp>
#include <treatise/query/diff_entities.hpp>
#include <treatise/render/detail/diff_lines.hpp>
#include <treatise/render/detail/field_words.hpp>
#include <treatise/words/changes.hpp>
#include <treatise/words/stances.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A changelog of knowledge in words; answers_page.hpp prints it.
namespace treatise::inline v0_3 {

/// How much a changelog tells of each change: a line, or every field and the place; left to itself, what fits the number.
enum class diff_detail : std::uint8_t { by_size, brief, full };

/// Above so many changes, a changelog that is left to itself is brief.
inline constexpr std::size_t most_changes_in_full = 100;

/// The field of a change under its name in knowledge files: "value" for "affects.value", "claim_status" for the status of a
/// claim whose relation has a `status` of its own.
[[nodiscard]] inline std::string name_in_files(std::uint32_t relation, std::string_view field) {
    if (auto const dot = field.find('.'); dot != field.npos) return std::string{field.substr(dot + 1)};
    bool taken = false;
    with_claim_relation(relation, [&]<class Relation>() {
        Relation::payload::fields([&](std::string_view name, auto, presence = optional) { taken = taken || name == field; });
    });
    return (taken ? "claim_" : "") + std::string{field};
}

namespace render_detail {

/// The whole changelog: its head, and its parts with what was added, changed and removed in each.
class diff_teller {
    struct entry {
        diff_part part;
        change what;
        std::string order;  ///< the name that it stands under, then its key
        answer_line line;
    };

    knowledge_base const &old_, &new_;
    language const& l_;
    change_teller before_, after_;
    field_words old_words_, new_words_;
    bool brief_ = false;
    std::vector<entry> entries_{};

    /// A field with its name and its values in words; values that the same words stand for stay as files write them.
    static claim_change::field worded(std::string name, claim_change::field const& raw, std::string before, std::string after) {
        if (raw.before.empty()) before.clear();
        if (raw.after.empty()) after.clear();
        if (before == after) return {std::move(name), raw.before, raw.after};
        return {std::move(name), std::move(before), std::move(after)};
    }
    std::string name_of(std::string_view field) const {
        auto const named = named_field(l_, field);
        return named.empty() ? spaced(field) : std::string{named};
    }

    void add(claim_change const& c) {
        auto const& kb = c.after ? new_ : old_;
        auto const of = c.after ? c.after : c.before;
        std::vector<claim_change::field> fields;
        for (auto const& f : change_teller::ordered(c.fields)) {
            if (c.what == change::withdrawn) break;
            fields.push_back(worded(name_of(name_in_files(kb.relation(of), f.name)), f, old_words_.of(c.before, f.name),
                new_words_.of(c.after, f.name)));
        }
        auto line = (c.after ? after_ : before_).line_of(of, c.key, fields, brief_);
        entries_.push_back({part_of(kb, of, c), c.what, std::string{kb.name(kb.subject(of))} + '\n' + c.key, std::move(line)});
    }
    void add(entity_change const& e) {
        auto const& kb = e.after ? new_ : old_;
        auto const of = e.after ? e.after : e.before;
        std::vector<claim_change::field> fields;
        for (auto const& f : e.fields)
            fields.push_back(
                worded(name_of(f.name), f, old_words_.of(e.before, f.name, f.before), new_words_.of(e.after, f.name, f.after)));
        auto line = (e.after ? after_ : before_).line_of(of, e.key, fields, brief_);
        auto const kind = std::to_string(100 + kb.kind(of));
        entries_.push_back({part_of(kb, of, e), e.what, kind + std::string{kb.name(of)} + '\n' + e.key, std::move(line)});
    }

    /// "12 added, 3 changed"; of what was withdrawn the number alone.
    std::string counted(diff_part part) const {
        std::string s;
        for (auto what : {change::withdrawn, change::added, change::changed, change::removed}) {
            auto const n =
                std::count_if(entries_.begin(), entries_.end(), [&](entry const& e) { return e.part == part && e.what == what; });
            if (n != 0) append_part(s, say(l_, what, static_cast<std::size_t>(n)));
        }
        return s;
    }
    /// A part with its heading and its counts; what was added, changed and removed apart.
    void section(answer& to, headed_part of) {
        auto const counts = counted(of.part);
        if (counts.empty()) return;
        answer_section made{say(l_, message::diff_section, {l_[of.heading], counts}), {}};
        for (auto& e : entries_) {
            if (e.part != of.part) continue;
            auto const heading = say(l_, e.what);
            if (made.groups.empty() || made.groups.back().heading != heading) made.groups.push_back({std::string{heading}, {}});
            made.groups.back().lines.push_back(std::move(e.line));
        }
        if (made.groups.size() == 1) made.groups.front().heading.clear();
        to.sections.push_back(std::move(made));
    }
    void summary(answer& to) const {
        answer_group lines;
        for (auto const& of : diff_parts)
            if (auto const counts = counted(of.part); !counts.empty())
                lines.lines.push_back({say(l_, message::diff_field_alone, {l_[of.heading], counts})});
        to.sections.push_back({std::string{l_[message::diff_summary]}, {std::move(lines)}});
    }
    std::vector<std::string> foot() const {
        auto foot = before_.foot();
        foot.pop_back();  // its edition stands in the title
        for (auto const& line : after_.foot())
            if (std::find(foot.begin(), foot.end(), line) == foot.end()) foot.push_back(line);
        return foot;
    }

public:
    diff_teller(knowledge_base const& old_base, knowledge_base const& new_base, language const& l)
        : old_{old_base},
          new_{new_base},
          l_{l},
          before_{old_base, l},
          after_{new_base, l},
          old_words_{old_base, l},
          new_words_{new_base, l} {}

    answer tell(std::vector<claim_change> const& claims, std::vector<entity_change> const& entities, diff_detail detail) {
        auto const &from = old_.base(), &to = new_.base();
        auto const size = claims.size() + entities.size();
        brief_ = detail == diff_detail::brief || (detail == diff_detail::by_size && size > most_changes_in_full);
        for (auto const& c : claims) add(c);
        for (auto const& e : entities) add(e);
        std::sort(entries_.begin(), entries_.end(), [](entry const& a, entry const& b) {
            if (a.part != b.part) return a.part < b.part;
            return a.what != b.what ? a.what < b.what : a.order < b.order;
        });
        answer a;
        a.title = say(l_, message::diff_title, {new_[to.name], version_words(l_, old_), version_words(l_, new_)});
        if (old_[from.key] != new_[to.key]) a.head.push_back(say(l_, message::diff_other_base, {old_[from.key], new_[to.key]}));
        auto const count = [](auto const& all, change what) {
            return std::to_string(std::count_if(all.begin(), all.end(), [&](auto const& c) { return c.what == what; }));
        };
        a.head.push_back(
            size == 0 ? std::string{l_[message::diff_none]}
                      : say(l_, message::diff_counts,
                            {count(claims, change::withdrawn), count(claims, change::added), count(claims, change::changed),
                                count(claims, change::removed), count(entities, change::added), count(entities, change::changed),
                                count(entities, change::removed)}));
        if (brief_ && size != 0) {
            a.head.emplace_back(l_[message::diff_brief]);
            summary(a);
        }
        for (auto const& part : diff_parts) section(a, part);
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// What changed between two editions of a base, in words: what was withdrawn first, then what concerns safety, then benefits,
/// guidance, coverage and the rest, sources, and names; in each part what was added, changed and removed, with counts.
[[nodiscard]] inline answer tell_diff(knowledge_base const& old_base, knowledge_base const& new_base, language const& l = english,
    diff_detail detail = diff_detail::by_size) {
    return render_detail::diff_teller{old_base, new_base, l}.tell(
        diff(old_base, new_base), diff_entities(old_base, new_base), detail);
}

}  // namespace treatise::inline v0_3
