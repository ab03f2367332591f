// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/part_words.hpp>

#include <string>
#include <utility>
#include <vector>

// The rows of a table under their headings.
namespace treatise::inline v0_3::render_detail {

class section_maker {
    comparison const& made_;
    knowledge_base const& kb_;
    language const& l_;
    cell_words& cells_;
    part_words parts_;

    std::string word(message m) const { return std::string{l_[m]}; }

    /// "AAN 2022 and NICE": whose guidance a group stands by.
    std::string guided_by(guidance_group g) const {
        std::vector<std::string> all;
        for (auto const& h : made_.headings)
            if (h.group == g)
                for (auto s : made_.sources_of(h)) all.push_back(label(kb_, s));
        return enumerated(l_, all, 8);
    }
    /// The wider group of which the guidance of a row speaks.
    std::string wider_group(std::uint32_t at) const {
        for (std::uint32_t c = 0; c != made_.view.columns.size(); ++c)
            for (auto const& t : made_.in(made_.at(at, c)))
                if (t.says.facet == facet::recommendation && t.says.applies == applicability::broader)
                    if (auto const wider = kb_.as<cause>(kb_.object(t.says.claim))) return inside(l_, kb_.name(wider));
        return {};
    }
    /// "Guidelines differ: AAN 2022 and NICE CG173"
    std::string named(message heading, std::string const& by) const {
        return by.empty() ? word(heading) : say(l_, message::led, {word(heading), by});
    }
    std::string group_heading_of(row const& r, std::uint32_t at) const {
        auto const by = guided_by(r.group);
        switch (r.group) {
            case guidance_group::none: break;
            case guidance_group::for_cause:
                return by.empty() ? word(message::group_for_cause_alone) : say(l_, message::group_for_cause, {by});
            case guidance_group::for_wider: {
                auto const wider = wider_group(at);
                return by.empty() || wider.empty() ? word(message::group_for_wider_alone)
                                                   : say(l_, message::group_for_wider, {wider, by});
            }
            case guidance_group::differ: return named(message::group_differ, by);
            case guidance_group::of_kinds: return named(message::group_of_kinds, by);
            case guidance_group::on_conditions: return named(message::group_on_conditions, by);
            case guidance_group::against: return named(message::group_against, by);
            case guidance_group::no_guideline: return word(message::group_no_guideline);
        }
        return {};
    }
    std::string heading_of(row const& r, std::uint32_t at) const {
        if (made_.view.of || made_.view.options_across) return {};
        if (made_.view.rows == row_content::outcomes) return std::string{kb_.name(r.option)};
        if (r.is_reference) return word(message::reference_rows);
        if (r.aim == intent::cause_directed) return word(message::aim_cause_heading);
        if (r.aim == intent::preventive) return word(message::aim_prevention_heading);
        if (made_.groups == row_group::guidance && r.group != guidance_group::none) return group_heading_of(r, at);
        return r.kind ? std::string{kb_.name(r.kind)} : word(message::no_class);
    }

public:
    section_maker(comparison const& made, language const& l, cell_words& cells)
        : made_{made}, kb_{made.base}, l_{l}, cells_{cells}, parts_{made, l, cells} {}

    void operator()(sheet& out) {
        guidance_group group{};
        for (std::uint32_t i = 0; i != made_.rows.size(); ++i) {
            auto const& r = made_.rows[i];
            bool const grouped = made_.groups == row_group::guidance && group == r.group && r.group != guidance_group::none &&
                                 r.aim == intent::symptomatic && !r.is_reference;
            auto heading = grouped && !out.sections.empty() ? out.sections.back().heading : heading_of(r, i);
            group = r.group;
            if (out.sections.empty() || out.sections.back().heading != heading) out.sections.push_back({std::move(heading), {}});
            sheet_row row{std::string{kb_.key(r.option)}, {}};
            for (std::uint32_t c = 0; c != made_.view.columns.size(); ++c)
                row.cells.push_back(made_.view.columns[c].content == column_content::matters ? cells_(r, i, c) : parts_(r, i, c));
            out.sections.back().rows.push_back(std::move(row));
        }
    }
};

}  // namespace treatise::inline v0_3::render_detail
