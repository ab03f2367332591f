// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/lists.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/table/comparison.hpp>
#include <treatise/words/language.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Many warnings in the room of a cell: a label alone may carry fifteen. Nothing is cut: what the cell names in short stands in
// full in its note.
namespace treatise::inline v0_3::render_detail {

/// What a cell says of its warnings, of the outcomes that stand first and of contraindications, where a note tells them in full:
/// what regulators put in a box or sent out, by name; the outcomes of the documented list, by name; the others by number.
class warning_digest {
    knowledge_base const& kb_;
    language const& l_;
    std::vector<id<entity>> named_{};

    void name(std::string& to, id<entity> e) {
        if (std::find(named_.begin(), named_.end(), e) != named_.end()) return;
        named_.push_back(e);
        append_part(to, inside(l_, kb_.name(e)));
    }
    template <class Keep>
    std::string names(std::vector<statement> const& from, Keep keep) {
        std::string s;
        for (auto const& x : from)
            if (keep(x.claim)) name(s, kb_.object(x.claim));
        return s;
    }
    /// "BOXED (FDA): overdose, slowed breathing", "MHRA: pregnancy": outcomes, or the circumstances where a form is about nothing
    /// else.
    std::string of_form(std::vector<statement> const& from, warning_form form) {
        std::vector<text> authorities;
        std::string who;
        auto const is_of_form = [&](claim_id c) {
            auto const* w = kb_.payload_if<warned_of>(c);
            return w != nullptr && w->form == form;
        };
        for (auto const& x : from) {
            if (!is_of_form(x.claim)) continue;
            auto const a = kb_.payload<warned_of>(x.claim).authority;
            if (std::find(authorities.begin(), authorities.end(), a) != authorities.end()) continue;
            authorities.push_back(a);
            append_part(who, a == not_stated ? l_[message::unstated] : kb_[a]);
        }
        if (authorities.empty()) return {};
        auto what = names(from, [&](claim_id c) { return is_of_form(c) && kb_.as<outcome>(kb_.object(c)); });
        if (what.empty()) what = names(from, is_of_form);
        auto const head = form != warning_form::safety_communication ? std::string{say(l_, form)} + " (" + who + ')' : who;
        return what.empty() ? head : head + ": " + what;
    }

public:
    warning_digest(knowledge_base const& kb, language const& l) : kb_{kb}, l_{l} {}

    /// How many of the claims it does not name by what they are about.
    std::uint32_t unnamed(std::vector<statement> const& from) const {
        return static_cast<std::uint32_t>(std::count_if(from.begin(), from.end(),
            [&](statement const& x) { return std::find(named_.begin(), named_.end(), kb_.object(x.claim)) == named_.end(); }));
    }

    /// A statement each; never none.
    std::vector<std::string> operator()(std::vector<statement> const& from) {
        std::vector<std::string> told;
        auto const add = [&](std::string s) {
            if (!s.empty()) told.push_back(std::move(s));
        };
        add(of_form(from, warning_form::boxed));
        add(of_form(from, warning_form::safety_communication));
        add(names(from, [&](claim_id c) { return kb_.is<affects>(c); }));
        if (told.empty()) add(of_form(from, warning_form::label));
        if (told.empty()) add(std::string{l_[message::cautions]});
        return told;
    }
};

}  // namespace treatise::inline v0_3::render_detail
