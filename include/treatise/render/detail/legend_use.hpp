// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/clause.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/words/language.hpp>

#include <string>
#include <vector>

namespace treatise::inline v0_3::render_detail {

/// What the words of a table used that a legend must explain.
struct legend_use {
    bool interest = false, certainty = false, nnt = false, nnh = false, not_reported = false, label_unread = false;

    void see(knowledge_base const& kb, claim_id c, clause const& told) {
        interest = interest || told.interest;
        auto const* e = kb.payload_if<affects>(c);
        if (e == nullptr) return;
        certainty = certainty || (told.of == matter::benefit && e->certainty && e->certainty.value != unstated_level);
        nnt = nnt || e->statistic == statistic::nnt;
        nnh = nnh || e->statistic == statistic::nnh;
    }

    /// Six entries at most: there are no more kinds.
    [[nodiscard]] std::vector<sheet::legend_entry> entries(language const& l) const {
        std::vector<sheet::legend_entry> made;
        auto const add = [&](bool used, std::string sign, message m) {
            if (used) made.push_back({std::move(sign), std::string{l[m]}});
        };
        add(not_reported, std::string{l[message::not_reported]}, message::legend_not_reported);
        add(label_unread, std::string{l[message::no_label_read]}, message::legend_label);
        add(certainty, std::string{l[message::certainty_word]}, message::legend_certainty);
        add(nnt, "NNT", message::legend_nnt);
        add(nnh, "NNH", message::legend_nnh);
        add(interest, std::string{interest_sign}, message::legend_interest);
        return made;
    }
};

/// What a reader of the patient view could ask where no source says.
[[nodiscard]] constexpr message question_to_ask(std::string_view column) {
    struct entry {
        std::string_view key;
        message question;
    };
    constexpr entry all[]{{"description", message::could_ask_what}, {"benefit", message::could_ask_help},
        {"harms", message::could_ask_bother}, {"warnings", message::could_ask_warnings},
        {"stopping", message::could_ask_stopping}, {"driving", message::could_ask_driving}, {"asks", message::could_ask_asks},
        {"coverage", message::could_ask_pays}};
    for (auto const& e : all)
        if (e.key == column) return e.question;
    return message::could_ask_other;
}

}  // namespace treatise::inline v0_3::render_detail
