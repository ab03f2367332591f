// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/query/diff.hpp>
#include <treatise/query/diff_entities.hpp>
#include <treatise/query/meaning.hpp>
#include <treatise/render/detail/claim_words.hpp>
#include <treatise/render/detail/field_words.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A change as one line of a changelog, and the part of the changelog in which it stands.
namespace treatise::inline v0_3::render_detail {

/// The parts of a changelog, in the order in which they are printed.
enum class diff_part : std::uint8_t { withdrawn, warnings, harms, benefits, guidance, coverage, other, sources, entities, names };
struct headed_part {
    diff_part part;
    message heading;
};
inline constexpr std::array diff_parts{
    headed_part{diff_part::withdrawn, message::diff_withdrawn},
    headed_part{diff_part::warnings, message::diff_warnings},
    headed_part{diff_part::harms, message::diff_harms},
    headed_part{diff_part::benefits, message::diff_benefits},
    headed_part{diff_part::guidance, message::diff_guidance},
    headed_part{diff_part::coverage, message::diff_coverage},
    headed_part{diff_part::other, message::diff_other_claims},
    headed_part{diff_part::sources, message::diff_sources},
    headed_part{diff_part::entities, message::diff_entities},
    headed_part{diff_part::names, message::diff_names},
};
static_assert(
    [] {
        for (std::size_t i = 0; i != diff_parts.size(); ++i)
            if (static_cast<std::size_t>(diff_parts[i].part) != i) return false;
        return diff_parts.back().part == diff_part::names;
    }(),
    "each part of a changelog has its heading, in the order of the parts");

[[nodiscard]] inline diff_part part_of(knowledge_base const& kb, claim_id c, claim_change const& of) {
    if (of.what == change::withdrawn) return diff_part::withdrawn;
    if (meaning_of(kb.relation(c)).passes_scopes) return diff_part::warnings;
    if (of.safety) return diff_part::harms;
    if (kb.is<advises>(c)) return diff_part::guidance;
    auto const tells = facet_of(kb, c);
    if (tells == facet::benefit) return diff_part::benefits;
    if (tells == facet::recommendation || tells == facet::approval) return diff_part::guidance;
    return tells == facet::coverage ? diff_part::coverage : diff_part::other;
}
[[nodiscard]] inline diff_part part_of(knowledge_base const& kb, id<entity> e, entity_change const& of) {
    if (kb.as<source>(e)) return diff_part::sources;
    constexpr std::array<std::string_view, 7> names{"name", "description", "synonyms", "codes", "brands", "clinical", "plain"};
    auto const is_name = [&](claim_change::field const& f) { return contains(names, std::string_view{f.name}); };
    bool const only_named = of.what == change::changed && std::all_of(of.fields.begin(), of.fields.end(), is_name);
    return only_named ? diff_part::names : diff_part::entities;
}

/// The claims and entities of one of the two bases as lines of a changelog.
class change_teller : claim_words {
    /// What is said comes first, then what carries it, then who says it, then how and when it was read.
    static constexpr int last_rank = 4;
    static int rank(std::string_view field) {
        constexpr std::array<std::string_view, 6> kept{"place", "read", "restated_in", "restated_at", "checked", "status_date"};
        if (field == "relation" || field == "subject" || field == "object" || field == "stance") return 0;
        if (contains(kept, field)) return last_rank;
        return field.find('.') != field.npos ? 1 : field == "note" ? 3 : 2;
    }

public:
    change_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    /// The fields in that order.
    static std::vector<claim_change::field> ordered(std::vector<claim_change::field> const& fields) {
        std::vector<claim_change::field> made;
        made.reserve(fields.size());
        for (int r = 0; r <= last_rank; ++r)
            for (auto const& f : fields)
                if (rank(f.name) == r) made.push_back(f);
        return made;
    }
    /// "value: 38 → 40"
    std::string told(claim_change::field const& f) const {
        if (f.before.empty()) return say(l_, message::diff_field_new, {f.name, f.after});
        if (f.after.empty()) return say(l_, message::diff_field_gone, {f.name, f.before});
        return say(l_, message::diff_field, {f.name, f.before, f.after});
    }
    /// The same in a few words: of a long text only that it changed.
    std::string told_briefly(claim_change::field const& f) const {
        constexpr std::size_t long_text = 60;
        bool const is_long = f.before.size() + f.after.size() > long_text;
        if (f.before.empty())
            return is_long ? say(l_, message::diff_field_added, {f.name}) : say(l_, message::diff_field_alone, {f.name, f.after});
        if (f.after.empty()) return say(l_, message::diff_field_removed, {f.name});
        return is_long ? say(l_, message::diff_field_changed, {f.name}) : told(f);
    }
    /// " (value: 38 → 40; note changed; 3 more)"
    std::string in_brackets(std::vector<claim_change::field> const& fields) const {
        constexpr std::size_t most = 3;
        std::string s;
        for (std::size_t i = 0; i != fields.size() && i != most; ++i) append_part(s, told_briefly(fields[i]), "; ");
        if (fields.size() > most)
            append_part(s, say(l_, message::diff_more_fields, {std::to_string(fields.size() - most)}), "; ");
        return s.empty() ? s : " (" + s + ')';
    }
    /// A claim, with its fields in words; where `brief`, without its place.
    answer_line line_of(claim_id c, std::string id, std::vector<claim_change::field> const& fields, bool brief) {
        answer_line made;
        made.text = std::string{kb_.name(kb_.subject(c))} + ": " + phrase(kb_, l_, c);
        made.id = std::move(id);
        made.is_warning = kb_.is<warned_of>(c);
        auto const& said = kb_.said(c);
        if (said.status == claim_status::withdrawn)
            made.behind.push_back(say(l_, message::withdrawn, {say(l_, said.status_date), stated(said.status_reason)}));
        else if (brief)
            made.text += in_brackets(fields);
        if (brief) return made;
        for (auto const& f : fields) made.behind.push_back(told(f));
        made.behind.push_back(place(c));
        return made;
    }
    answer_line line_of(id<entity> e, std::string_view key, std::vector<claim_change::field> const& fields, bool brief) const {
        answer_line made{std::string{kb_.name(e)} + " (" + spaced(kind_names[kb_.kind(e)]) + ", " + std::string{key} + ')'};
        if (brief)
            made.text += in_brackets(fields);
        else
            for (auto const& f : fields) made.behind.push_back(told(f));
        return made;
    }
    using claim_words::foot;
};

}  // namespace treatise::inline v0_3::render_detail
