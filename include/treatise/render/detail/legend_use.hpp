// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/clause.hpp>
#include <treatise/render/sheet.hpp>
#include <treatise/words/abbreviations.hpp>
#include <treatise/words/language.hpp>
#include <treatise/words/text_measures.hpp>

#include <string>
#include <vector>

namespace treatise::inline v0_3::render_detail {

/// "CNS central nervous system; NNT ...": what the cells of a sheet abbreviate and a language explains, in order of the alphabet.
[[nodiscard]] inline std::string abbreviations_in(language const& l, sheet const& s) {
    std::vector<std::string> used;
    for (auto const& section : s.sections)
        for (auto const& row : section.rows)
            for (auto const& cell : row.cells)
                for (auto const& statement : cell.statements)
                    for (auto& a : text_measures::abbreviations(statement.text))
                        if (!contains(used, a)) used.push_back(std::move(a));
    std::string made;
    for (auto const& a : every_abbreviation)
        if (a.language == l.code && contains(used, a.of)) append_part(made, std::string{a.of} + ' ' + std::string{a.means}, "; ");
    return made;
}

/// What the words of a table used that a legend must explain.
struct legend_use {
    bool interest = false, certainty = false, not_reported = false, label_unread = false;

    void see(knowledge_base const& kb, claim_id c, clause const& told) {
        interest = interest || told.interest;
        auto const* e = kb.payload_if<affects>(c);
        if (e == nullptr) return;
        certainty = certainty || (told.of == matter::benefit && e->certainty && e->certainty.value != unstated_level);
    }

    /// Five entries at most: there are no more kinds.
    [[nodiscard]] std::vector<sheet::legend_entry> entries(language const& l, sheet const& s) const {
        std::vector<sheet::legend_entry> made;
        auto const add = [&](bool used, std::string sign, message m) {
            if (used) made.push_back({std::move(sign), std::string{l[m]}});
        };
        add(not_reported, std::string{l[message::not_reported]}, message::legend_not_reported);
        add(label_unread, std::string{l[message::no_label_read]}, message::legend_label);
        add(certainty, std::string{l[message::certainty_word]}, message::legend_certainty);
        if (auto const all = abbreviations_in(l, s); !all.empty())
            made.push_back({std::string{l[message::abbreviations_word]}, all});
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
