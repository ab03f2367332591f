// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/about.hpp>
#include <treatise/render/detail/claim_words.hpp>
#include <treatise/words/about.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace render_detail {

class about_teller : claim_words {
    cause_account const& account_;

    /// What a line says: the name of what the claim ties to the cause, or of an option with what is said of it.
    std::string text_of(cause_statement const& s) const {
        auto const& said = kb_.said(s.claim);
        if (s.part == about_part::restriction || s.part == about_part::coverage)
            return std::string{kb_.name(s.of)} + ": " + phrase(kb_, l_, s.claim);
        std::string made{kb_.name(s.of)};
        if (auto const* o = kb_.payload_if<gives_rise_to>(s.claim); o != nullptr && o->frequency != listed_frequency{})
            made = say(l_, message::about_frequency, {made, say(l_, o->frequency)});
        made = concluded(l_, kb_.stance(s.claim), said.finding, made);
        if (said.hedge != hedge::none) append_part(made, say(l_, message::hedged, {say(l_, said.hedge)}), "; ");
        return made;
    }
    /// Whom it is about: the cause at that end of the claim, where that is not the one that was asked about.
    std::string whom(cause_statement const& s) const {
        auto const subject = kb_.subject(s.claim), object = kb_.object(s.claim);
        std::string causes;
        if (auto const end = kb_.as<cause>(s.of == subject ? object : subject)) append_part(causes, in_text(end));
        for (auto about : kb_[kb_.said(s.claim).about])
            if (auto const name = in_text(about); causes.find(name) == causes.npos) append_part(causes, name);
        return applies(s.claim, s.applies, causes);
    }
    std::string heading(cause_statement const& s) const {
        auto const p = kb_.as<principle>(s.of);
        return p ? std::string{say(l_, kb_.details(p).topic)} + "; " + whom(s) : whom(s);
    }
    std::string names(std::vector<id<cause>> const& all) const { return name_list(all); }
    std::size_t sources() const {
        std::vector<id<source>> from;
        for (auto const& s : account_.said) from.push_back(kb_.said(s.claim).source);
        std::sort(from.begin(), from.end());
        return static_cast<std::size_t>(std::unique(from.begin(), from.end()) - from.begin());
    }
    void head_of(answer& a) const {
        if (auto const d = kb_.description(account_.asked); !d.empty()) a.head.emplace_back(d);
        if (!account_.above.empty()) a.head.push_back(say(l_, message::about_above, {names(account_.above)}));
        if (!account_.below.empty()) a.head.push_back(say(l_, message::about_below, {names(account_.below)}));
        a.head.push_back(account_.said.empty()
                             ? word(message::about_none)
                             : say(l_, message::about_counts,
                                   {std::to_string(account_.said.size()), std::to_string(sources()), kb_.key(account_.asked)}));
    }

public:
    about_teller(cause_account const& of, language const& l) : claim_words{of.base, l}, account_{of} {}

    answer tell() {
        answer a{.title = say(l_, message::about_title, {kb_.name(account_.asked)})};
        head_of(a);
        for (auto const& s : account_.said) {
            auto const title = say(l_, s.part);
            if (a.sections.empty() || a.sections.back().heading != title) a.sections.push_back({std::string{title}, {}});
            auto made = line_in(text_of(s), s.claim, s.applies, s.replaced_by);
            made.is_warning = s.part == about_part::restriction;
            add_line(a.sections.back(), heading(s), std::move(made));
        }
        answer_section gone{word(message::about_withdrawn), {}};
        for (auto c : account_.withdrawn)
            add_line(gone, {}, line(c, applicability::exact, std::string{kb_.name(kb_.subject(c))} + ": "));
        if (!gone.groups.empty()) a.sections.push_back(std::move(gone));
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// What sources say of a cause itself: where it comes from, what it leads to, advice on it as a whole, how it is assessed, who
/// pays, research, and the causes above and below it.
[[nodiscard]] inline answer tell_about(cause_account const& of, language const& l = english) {
    return render_detail::about_teller{of, l}.tell();
}
/// The same of a cause in a scope.
[[nodiscard]] inline answer tell_about(
    knowledge_base const& kb, id<cause> asked, scope const& s = {}, language const& l = english) {
    return tell_about(about(kb, asked, s), l);
}

}  // namespace treatise::inline v0_3
