// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/causes_of.hpp>
#include <treatise/query/compare_directly.hpp>
#include <treatise/query/options_for.hpp>
#include <treatise/render/detail/claim_words.hpp>
#include <treatise/words/facts.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

// Questions from any side, as answers in words.
namespace treatise::inline v0_3 {

namespace render_detail {

class sides_teller : protected claim_words {
protected:
    /// The section of that heading, begun where the last one is another.
    static answer_section& section_of(answer& a, std::string heading) {
        if (a.sections.empty() || a.sections.back().heading != heading) a.sections.push_back({std::move(heading), {}});
        return a.sections.back();
    }
    std::string kind_name(id<option> o) const {
        auto const kind = kind_of(kb_, o);
        return kind ? std::string{kb_.name(kind)} : word(message::no_class);
    }
    /// Payers and professions are names of their own, which keep their capitals.
    std::string names(std::vector<id<entity>> const& all) const {
        std::string s;
        for (auto e : all) append_part(s, kb_.name(e));
        return s;
    }
    /// Of which causes a claim speaks, where none was asked.
    std::string whom(claim_id c) const {
        auto causes = causes_of(c);
        return causes.empty() ? word(message::any_use) : causes;
    }
    answer_line line_about(claim_id c, std::string whom) {
        auto made = line(c, applicability::exact);
        made.behind.insert(made.behind.begin(), std::move(whom));
        auto const f = facet_of(kb_, c);
        made.is_warning = f == facet::warning;
        return made;
    }

public:
    sides_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    answer tell(options_found const& found, id<cause> asked) {
        answer a{.title = say(l_, message::options_for_title, {kb_.name(found.asked)})};
        if (asked) a.head.push_back(say(l_, message::options_for_cause, {in_text(asked)}));
        if (!found.also.empty()) a.head.push_back(say(l_, message::options_for_also, {names(found.also)}));
        if (found.claims.empty()) {
            a.head.push_back(word(message::options_for_none));
        } else {
            a.head.push_back(
                say(l_, message::options_for_counts, {std::to_string(found.options), std::to_string(found.claims.size())}));
            a.head.push_back(word(message::order_rule));
        }
        for (auto const& c : found.claims)
            add_line(section_of(a, kind_name(c.option)), std::string{kb_.name(c.option)},
                line_about(c.claim, asked ? applies(c.claim, c.applies) : whom(c.claim)));
        a.foot = foot();
        return a;
    }

    answer tell(id<option> o, std::vector<cause_claim> const& found) {
        answer a{.title = say(l_, message::causes_of_title, {kb_.name(o)})};
        for (auto const& c : found) {
            auto made = line_about(c.claim, c.with_others ? applies(c.claim, applicability::pooled) : whom(c.claim));
            if (!is_usual(c.intent)) made.behind.insert(made.behind.begin(), std::string{say(l_, c.intent)});
            add_line(section_of(a, std::string{kb_.name(c.cause)}), {}, std::move(made));
        }
        a.head.push_back(found.empty() ? word(message::causes_of_none)
                                       : say(l_, message::causes_of_counts,
                                             {std::to_string(a.sections.size()), std::to_string(found.size())}));
        a.foot = foot();
        return a;
    }

    answer tell(id<cause> asked, std::span<id<option> const> options, std::vector<direct_comparison> const& found) {
        std::vector<std::string> names;
        for (auto o : options) names.push_back(inside(l_, kb_.name(o)));
        answer a{.title = at_head(say(l_, message::head_to_head_title, {enumerated(l_, names), in_text(asked)}))};
        a.head.push_back(word(message::head_to_head_rule));
        if (found.empty()) a.head.push_back(word(message::head_to_head_none));
        for (auto const& d : found) {
            auto const compared = say(l_, message::head_to_head_pair,
                {kb_.name(kb_.subject(d.claim)), in_text(kb_.payload<affects>(d.claim).comparator)});
            add_line(section_of(a, word(d.has_interest ? message::head_to_head_interest : message::head_to_head_independent)),
                compared, line_about(d.claim, applies(d.claim, d.applies)));
        }
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// The options that sources speak of on an outcome, a mechanism, a payer ...: by kind of therapy, each with its claims.
[[nodiscard]] inline answer tell_options_for(
    knowledge_base const& kb, id<aside> what, id<cause> asked = {}, scope const& s = {}, language const& l = english) {
    return render_detail::sides_teller{kb, l}.tell(asked ? options_for(kb, what, asked, s) : options_for(kb, what, s), asked);
}

/// The causes for which sources document an option.
[[nodiscard]] inline answer tell_causes_of(
    knowledge_base const& kb, id<option> o, scope const& s = {}, language const& l = english) {
    return render_detail::sides_teller{kb, l}.tell(o, causes_of(kb, o, s));
}

/// The published comparisons of options with one another; where there is none, that is said.
[[nodiscard]] inline answer tell_head_to_head(knowledge_base const& kb, id<cause> asked, std::span<id<option> const> options,
    scope const& s = {}, language const& l = english) {
    return render_detail::sides_teller{kb, l}.tell(asked, options, compare_directly(kb, asked, options, s));
}

}  // namespace treatise::inline v0_3
