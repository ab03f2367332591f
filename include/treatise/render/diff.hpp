// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/diff.hpp>
#include <treatise/query/diff_entities.hpp>
#include <treatise/render/detail/claim_words.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A changelog of knowledge in words; answers_page.hpp prints it.
namespace treatise::inline v0_3 {

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

/// The claims of one of the two bases as lines of a changelog.
class change_teller : claim_words {
    /// "value: 38 → 40"
    std::string told(std::string name, std::string_view before, std::string_view after) const {
        std::replace(name.begin(), name.end(), '_', ' ');
        if (before.empty()) return say(l_, message::diff_field_new, {name, after});
        if (after.empty()) return say(l_, message::diff_field_gone, {name, before});
        return say(l_, message::diff_field, {name, before, after});
    }
    /// What is said comes first, then what carries it, then who says it.
    static int rank(std::string_view field) {
        if (field == "relation" || field == "subject" || field == "object" || field == "stance") return 0;
        return field.find('.') != field.npos ? 1 : field == "note" ? 3 : 2;
    }

public:
    change_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    answer_line line_of(claim_id c, claim_change const& of, bool names_change) {
        answer_line made;
        made.text = std::string{kb_.name(kb_.subject(c))} + ": " + phrase(kb_, l_, c);
        if (names_change) made.text = std::string{say(l_, of.what)} + ": " + made.text;
        made.id = of.key;
        made.is_warning = kb_.is<warned_of>(c);
        auto const& said = kb_.said(c);
        if (said.status == claim_status::withdrawn)
            made.behind.push_back(say(l_, message::withdrawn, {say(l_, said.status_date), stated(said.status_reason)}));
        for (int r = 0; r != 4 && of.what == change::changed; ++r)
            for (auto const& f : of.fields)
                if (rank(f.name) == r) made.behind.push_back(told(name_in_files(kb_.relation(c), f.name), f.before, f.after));
        made.behind.push_back(place(c));
        return made;
    }
    answer_line line_of(id<entity> e, entity_change const& of) const {
        std::string kind{kind_names[kb_.kind(e)]};
        std::replace(kind.begin(), kind.end(), '_', ' ');
        answer_line made{
            std::string{say(l_, of.what)} + ": " + std::string{kb_.name(e)} + " (" + kind + ", " + of.key + ')', {}, {}, false};
        if (of.what == change::changed)
            for (auto const& f : of.fields) made.behind.push_back(told(f.name, f.before, f.after));
        return made;
    }
    using claim_words::foot;
};

class diff_teller {
    knowledge_base const &old_, &new_;
    language const& l_;
    change_teller before_, after_;

    answer_line line_of(claim_change const& c, bool names_change) {
        return c.after ? after_.line_of(c.after, c, names_change) : before_.line_of(c.before, c, names_change);
    }
    template <class Wanted>
    void section(answer& to, message heading, std::vector<claim_change> const& all, Wanted wanted, bool names_change = false) {
        answer_group group;
        for (auto const& c : all)
            if (wanted(c)) group.lines.push_back(line_of(c, names_change));
        if (!group.lines.empty()) to.sections.push_back({std::string{l_[heading]}, {std::move(group)}});
    }

public:
    diff_teller(knowledge_base const& old_base, knowledge_base const& new_base, language const& l)
        : old_{old_base}, new_{new_base}, l_{l}, before_{old_base, l}, after_{new_base, l} {}

    answer tell(std::vector<claim_change> const& claims, std::vector<entity_change> const& entities) {
        auto const &from = old_.base(), &to = new_.base();
        answer a;
        a.title = say(l_, message::diff_title, {new_[to.name], old_[from.version], new_[to.version]});
        if (old_[from.key] != new_[to.key]) a.head.push_back(say(l_, message::diff_other_base, {old_[from.key], new_[to.key]}));
        auto const count = [](auto const& all, change what) {
            return std::to_string(std::count_if(all.begin(), all.end(), [&](auto const& c) { return c.what == what; }));
        };
        a.head.push_back(
            claims.empty() && entities.empty()
                ? std::string{l_[message::diff_none]}
                : say(l_, message::diff_counts,
                      {count(claims, change::withdrawn), count(claims, change::added), count(claims, change::changed),
                          count(claims, change::removed), count(entities, change::added), count(entities, change::changed),
                          count(entities, change::removed)}));
        section(a, message::diff_withdrawn, claims, [](claim_change const& c) { return c.what == change::withdrawn; });
        section(
            a, message::diff_safety, claims, [](claim_change const& c) { return c.safety && c.what != change::withdrawn; }, true);
        auto const of = [](change what) { return [what](claim_change const& c) { return !c.safety && c.what == what; }; };
        section(a, message::diff_added, claims, of(change::added));
        section(a, message::diff_changed, claims, of(change::changed));
        section(a, message::diff_removed, claims, of(change::removed));
        answer_group group;
        for (auto const& e : entities) group.lines.push_back(e.after ? after_.line_of(e.after, e) : before_.line_of(e.before, e));
        if (!group.lines.empty()) a.sections.push_back({std::string{l_[message::diff_entities]}, {std::move(group)}});
        a.foot = before_.foot();
        a.foot.pop_back();  // its edition stands in the title
        for (auto const& line : after_.foot())
            if (std::find(a.foot.begin(), a.foot.end(), line) == a.foot.end()) a.foot.push_back(line);
        return a;
    }
};

}  // namespace render_detail

/// What changed between two editions of a base, in words: what was withdrawn first, then what concerns safety, then what was
/// added, changed field by field, and removed; and the entities.
[[nodiscard]] inline answer tell_diff(
    knowledge_base const& old_base, knowledge_base const& new_base, language const& l = english) {
    return render_detail::diff_teller{old_base, new_base, l}.tell(diff(old_base, new_base), diff_entities(old_base, new_base));
}

}  // namespace treatise::inline v0_3
