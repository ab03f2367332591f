// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/facts.hpp>
#include <treatise/render/detail/claim_words.hpp>
#include <treatise/words/facts.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace treatise::inline v0_3 {

namespace render_detail {

/// What is told of one option, matter by matter.
class facts_teller : protected claim_words {
protected:
    using claim_words::claim_words;

    answer_line line_of(fact_list const& all, std::uint32_t i) {
        auto const f = all[i];
        auto made = line(f.claim, *f.applies, f.said_of == said_of::itself ? std::string{} : std::string{f.option.name} + ": ");
        if (auto with = said_with(all, i, f); !with.empty()) made.behind.insert(made.behind.begin(), std::move(with));
        made.behind.insert(made.behind.begin(), applies(f.claim, *f.applies));
        made.is_warning = f.stands_first || f.facet == facet::warning;
        return made;
    }
    /// The other claims that say it: how many trials a range has, the result in other measures, or who else says so.
    std::string said_with(fact_list const& all, std::uint32_t i, fact const& f) const {
        std::string others;
        for (auto c : all.with(i))
            append_part(others, f.relation == affects::name ? phrase(kb_, l_, c) : label(kb_, kb_.said(c).source), "; ");
        if (others.empty()) return others;
        if (f.is_range) return say(l_, message::facts_range, {std::to_string(all.with(i).size() + 1)});
        return say(l_, f.relation == affects::name ? message::facts_with : message::facts_also, {others});
    }
    /// What a reader must not take for safe where it is missing.
    std::string nothing_on(fact_list const& all, matter m) const {
        if (m != matter::benefit && m != matter::harm && m != matter::contraindication) return {};
        if (m == matter::contraindication && all.has_unread_label())
            return word(message::no_label_read) + ": " + word(message::legend_label);
        return word(message::not_reported) + ": " + word(message::legend_not_reported);
    }
    void tell_matters(answer& a, fact_list const& all, std::string const& of = {}) {
        std::uint32_t i = 0;
        for (std::size_t n = 0; n != matter_count; ++n) {
            auto const m = static_cast<matter>(n);
            answer_section section{of.empty() ? std::string{say(l_, m)} : say(l_, message::across_section, {of, say(l_, m)}), {}};
            if (all.state(m) == cell_state::disagree || all.state(m) == cell_state::looked_for)
                section.heading += " (" + std::string{say(l_, all.state(m))} + ')';
            for (auto const last = i + all.on(m).size(); i != last; ++i) add_line(section, {}, line_of(all, i));
            if (auto const more = all.untold(m); more != 0)
                add_line(section, {}, {say(l_, message::facts_more, {std::to_string(more)}), {}, {}, false});
            else if (auto nothing = nothing_on(all, m); section.groups.empty() && !nothing.empty())
                add_line(section, {}, {std::move(nothing), {}, {}, false});
            if (!section.groups.empty()) a.sections.push_back(std::move(section));
        }
    }
    static std::size_t untold(fact_list const& all) {
        std::size_t more = 0;
        for (std::size_t n = 0; n != matter_count; ++n) more += all.untold(static_cast<matter>(n));
        for (std::uint32_t i = 0; i != all.size(); ++i) more += all.with(i).size();
        return more;
    }

public:
    facts_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    answer tell(id<cause> asked, id<option> o, fact_list const& all) {
        answer a{.title = say(l_, message::facts_title, {kb_.name(o), in_text(asked)})};
        a.head.push_back(say(
            l_, message::facts_counts, {std::to_string(all.size()), std::to_string(untold(all)), kb_.key(asked), kb_.key(o)}));
        if (all.empty()) a.head.push_back(word(message::why_none));
        tell_matters(a, all);
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// What is told first of an option for a cause, matter by matter, by the rules of choice.
[[nodiscard]] inline answer tell_facts(
    knowledge_base const& kb, id<cause> asked, id<option> o, scope const& s = {}, language const& l = english) {
    return render_detail::facts_teller{kb, l}.tell(asked, o, facts(kb, asked, o, s));
}

}  // namespace treatise::inline v0_3
