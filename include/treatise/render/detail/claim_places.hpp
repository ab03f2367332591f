// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/query/interest.hpp>
#include <treatise/query/statements.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/words/english.hpp>
#include <treatise/words/overlay_words.hpp>

#include <array>
#include <string>
#include <string_view>
#include <vector>

// Who says a claim, where, of whom, and how it was read.
namespace treatise::inline v0_3::render_detail {

/// What answers in words share; it remembers which signs they have used, for their foot.
class claim_places {
protected:
    knowledge_base const& kb_;
    language const& l_;

private:
    bool interest_ = false;
    std::array<bool, words_of<reading>.size()> read_{};

protected:
    claim_places(knowledge_base const& kb, language const& l) : kb_{kb}, l_{l} {}

    std::string word(message m) const { return std::string{l_[m]}; }
    std::string in_text(id<entity> e) const { return inside(l_, kb_.name(e)); }
    std::string stated(text t) const { return t == not_stated ? word(message::unstated) : std::string{kb_[t]}; }
    std::string name_list(auto const& entities) const {
        std::string s;
        for (auto e : entities) append_part(s, in_text(e));
        return s;
    }

    /// The signs that were used, the edition and the intended use.
    std::vector<std::string> foot() const {
        std::vector<std::string> lines;
        for (auto r : {reading::in_source, reading::in_copy, reading::restated})
            if (read_[place_of(r)]) lines.push_back('[' + std::string{reading_mark(l_, r)} + "] " + std::string{say(l_, r)});
        if (interest_) lines.push_back("§ " + word(message::legend_interest));
        lines.push_back(edition(l_, kb_) + ". " + std::string{kb_[kb_.base().notice]});
        for (auto const& o : kb_.layers())
            if (auto const notice = kb_[o.notice]; !notice.empty()) lines.emplace_back(notice);
        return lines;
    }

    /// "neuropathic pain, HIV neuropathy": the causes that a claim speaks of.
    std::string causes_of(claim_id c) const {
        std::string s;
        auto const object = kb_.as<cause>(kb_.object(c));
        if (object) append_part(s, in_text(object));
        for (auto about : kb_[kb_.said(c).about])
            if (about != object) append_part(s, in_text(about));
        return s;
    }
    /// "about a wider group: neuropathic pain"
    std::string applies(claim_id c, applicability a, std::string const& causes) const {
        if (a == applicability::broader && causes.empty()) return word(message::any_use);
        std::string s{say(l_, a)};
        if (a == applicability::excluded) return s + ": " + name_list(kb_[kb_.said(c).excludes]);
        return a == applicability::exact || causes.empty() ? s : s + ": " + causes;
    }
    std::string applies(claim_id c, applicability a) const { return applies(c, a, causes_of(c)); }
    /// "Cochrane 2014, Summary of findings 1, United States [S]"
    std::string place_alone(claim_id c, std::string_view published = {}) {
        auto const& said = kb_.said(c);
        auto s = label(kb_, said.source);
        if (has_interest(kb_, c)) s += " §", interest_ = true;
        append_part(s, said.place == not_stated ? word(message::no_recorded_place) : std::string{kb_[said.place]});
        if (said.jurisdiction) append_part(s, kb_.name(said.jurisdiction));
        append_part(s, published);
        read_[place_of(said.read)] = true;
        s.append(" [").append(reading_mark(l_, said.read)).append("]");
        return s;
    }
    /// "restated in NHS summary, page 3"; empty where the claim was read in its source.
    std::string restated(claim_id c) const {
        auto const& said = kb_.said(c);
        if (!said.restated_in) return {};
        return say(l_, message::restated_in,
            {label(kb_, said.restated_in), said.restated_at ? stated(said.restated_at) : word(message::no_recorded_place)});
    }
    std::string place(claim_id c) {
        auto s = place_alone(c);
        append_part(s, restated(c));
        return s;
    }
    std::string population(claim_id c, applicability a) const {
        auto const& said = kb_.said(c);
        std::string s;
        if (said.population && said.population != not_stated)
            append_part(s, say(l_, message::population, {kb_[said.population]}), "; ");
        if (auto const apart = name_list(kb_[said.excludes]); a != applicability::excluded && !apart.empty())
            append_part(s, say(l_, message::excludes, {apart}), "; ");
        return s;
    }
};

}  // namespace treatise::inline v0_3::render_detail
