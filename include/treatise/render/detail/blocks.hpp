// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/render/detail/cell_words.hpp>
#include <treatise/render/sheet.hpp>

#include <string>
#include <utility>
#include <vector>

// What stands below a table: label warnings whole, what guidelines say of a wider group, what has no row.
namespace treatise::inline v0_3::render_detail {

class block_maker {
    comparison const& made_;
    knowledge_base const& kb_;
    language const& l_;
    cell_words& cells_;

    std::string word(message m) const { return std::string{l_[m]}; }
    std::string key_of_cause() const { return std::string{kb_.key(made_.asked)}; }

    template <class Options>
    std::string names_of(Options const& options) const {
        return names_inside(kb_, l_, options);
    }
    template <class Sources>
    std::vector<std::string> labels(Sources const& sources) const {
        std::vector<std::string> all;
        for (auto s : sources) all.push_back(label_in_brackets(kb_, s));
        return all;
    }
    /// The numbers of sources in the list below the table.
    template <class Sources>
    std::vector<std::uint32_t> numbers_of(Sources const& sources) const {
        std::vector<std::uint32_t> all;
        for (std::uint32_t i = 0; i != made_.sources.size(); ++i)
            if (contains(sources, made_.sources[i])) all.push_back(i);
        return all;
    }
    std::span<told const> told_from(std::uint32_t first, std::uint32_t last) const {
        return std::span{made_.told}.subspan(first, last - first);
    }

    /// Puts what leads a line before its first statement; the others go on.
    void as_one_line(sheet_block& to, std::string const& lead, std::vector<sheet_statement> line) const {
        for (std::size_t i = 0; i != line.size(); ++i) {
            if (i == 0) line[i].text = say(l_, message::led, {lead, line[i].text});
            line[i].goes_on = i != 0;
            to.lines.push_back(std::move(line[i]));
        }
    }

    std::span<id<therapy> const> members_of(id<option> o) const {
        for (auto const& r : made_.rows)
            if (r.option == o) return made_.members_of(r);
        return {};
    }
    void label_warnings(sheet& out) const {
        sheet_block block{"label-warnings", word(message::block_label_warnings), {}};
        for (auto const& w : made_.label_warnings) {
            std::vector<clause> clauses;
            for (auto const& t : told_from(w.first, w.last))
                clauses.push_back(cells_.clause_of(t, matter_of(kb_, t.says), w.option));
            as_one_line(block, std::string{kb_.name(w.option)},
                line_maker{kb_, l_, members_of(w.option), made_.view.words}(std::move(clauses)));
        }
        if (!block.lines.empty()) out.blocks.push_back(std::move(block));
    }

    /// "first line", in the words of the first scheme that has it.
    std::string line_name(borrowed_line const& b) const {
        if (b.group == guidance_group::against) return word(message::borrowed_not);
        if (b.group == guidance_group::differ) return word(message::group_differ);
        for (auto const& t : told_from(b.first, b.last))
            if (auto const* r = kb_.payload_if<recommended_for>(t.says.claim))
                if (r->line && r->line.value != unstated_level && b.line != 0)
                    return at_head(level_word(kb_, r->scheme, r->line));
        return at_head(word(message::advised));
    }
    /// "NeuPSIG 2025, strong", "offer: NICE CG173, outside specialist care": what a line does not say already.
    std::string said_in_line(statement const& s, std::string_view line) const {
        auto inner = label_in_brackets(kb_, kb_.said(s.claim).source);
        if (!kb_.is<recommended_for>(s.claim)) return inner;
        auto const r = kb_.get<recommended_for>(s.claim);
        auto const g = guidance_words(kb_, l_, r);
        append_part(inner, g.behind);
        append_part(inner, g.only);
        if (kb_.object(s.claim) != id<entity>{wider_cause()}) append_part(inner, whom_in_words(kb_, l_, made_.asked, s));
        bool const says = compare_folded(g.core, line) == 0;
        return says ? inner : say(l_, message::led, {g.core, inner});
    }
    void borrowed(sheet& out) const {
        if (made_.borrowed.empty()) return;
        auto const wider = wider_cause();
        sheet_block block{"borrowed",
            wider ? say(l_, message::block_borrowed, {inside(l_, kb_.name(wider))}) : word(message::block_borrowed_alone), {}};
        for (auto const& b : made_.borrowed) {
            auto const line = line_name(b);
            std::vector<clause> clauses;
            for (auto const& t : told_from(b.first, b.last)) {
                auto c = cells_.clause_of(t, matter_of(kb_, t.says), {});
                c.whose = {t.whose ? t.whose : kb_.as<option>(kb_.subject(t.says.claim))};
                c.text = say(l_, message::in_brackets, {said_in_line(t.says, line)});
                clauses.push_back(std::move(c));
            }
            std::vector<sheet_statement> all;
            for (auto& c :
                gathered(once_each(std::move(clauses)), [](clause const& x, clause const& y) { return x.whose < y.whose; })) {
                sheet_statement s{names_of(c.whose) + ' ' + c.text};
                s.sources = std::move(c.sources);
                s.claims = std::move(c.claims);
                s.interest = c.interest;
                all.push_back(std::move(s));
            }
            as_one_line(block, line, std::move(all));
        }
        if (wider) block.lines.emplace_back(say(l_, message::borrowed_figures, {kb_.key(wider)}));
        out.blocks.push_back(std::move(block));
        if (!any_benefit()) out.blocks.push_back({"nobody", word(message::block_nobody), {}});
    }
    id<cause> wider_cause() const {
        for (auto const& t : told_from(made_.borrowed.front().first, made_.borrowed.front().last))
            if (auto const c = kb_.as<cause>(kb_.object(t.says.claim))) return c;
        return {};
    }
    bool any_benefit() const {
        for (auto const& t : made_.told)
            if (t.says.facet == facet::benefit && t.says.applies != applicability::broader) return true;
        return false;
    }

    void more(sheet& out) const {
        sheet_block block{"more", word(message::block_more), {}};
        auto const add = [&](std::string s, std::vector<std::uint32_t> sources = {}) {
            block.lines.emplace_back(at_head(std::move(s)));
            block.lines.back().sources = std::move(sources);
        };
        for (auto const& n : made_.named_lines) {
            auto all = names_of(made_.options_of(n));
            if (auto const by = labels(made_.sources_of(n)); !by.empty())
                all = say(l_, message::said_by, {all, enumerated(l_, by, 3)});
            auto const count = std::to_string(made_.options_of(n).size());
            add(say(l_, named_line_of(n.group), {count, all}), numbers_of(made_.sources_of(n)));
        }
        for (auto s : made_.sources)
            if (auto const all = excluded_by(s); !all.empty())
                add(say(l_, message::more_excluded, {label_in_brackets(kb_, s), std::to_string(all.size()), names_of(all)}),
                    numbers_of(std::vector{s}));
        if (!made_.boxed.empty()) add(say(l_, message::more_boxed, {names_of(made_.boxed)}));
        if (!made_.without_rule.empty()) add(say(l_, message::more_without_rule, {names_of(made_.without_rule)}));
        if (made_.view.words == word_register::clinical && !made_.view.of) {
            if (!made_.advice.empty()) add(say(l_, message::more_advice, {std::to_string(made_.advice.size()), key_of_cause()}));
            add(say(l_, message::more_commands, {key_of_cause()}));
        }
        if (!block.lines.empty()) out.blocks.push_back(std::move(block));
    }
    std::vector<id<option>> excluded_by(id<source> s) const {
        std::vector<id<option>> all;
        for (auto const& x : made_.excluded)
            if (x.by == s) all.push_back(x.option);
        return all;
    }
    static message named_line_of(guidance_group g) {
        switch (g) {
            case guidance_group::on_conditions: return message::more_on_conditions;
            case guidance_group::against: return message::more_against;
            case guidance_group::for_cause:
            case guidance_group::for_wider: return message::more_for_wider;
            case guidance_group::differ: return message::more_differ;
            case guidance_group::of_kinds: return message::more_of_kinds;
            case guidance_group::none:
            case guidance_group::no_guideline: break;
        }
        return message::more_wider;
    }

public:
    block_maker(comparison const& made, language const& l, cell_words& cells)
        : made_{made}, kb_{made.base}, l_{l}, cells_{cells} {}

    void operator()(sheet& out) const {
        borrowed(out);
        label_warnings(out);
        footnotes(out);
        more(out);
    }

private:
    /// What a table of one source prints below itself.
    void footnotes(sheet& out) const {
        if (!made_.view.of) return;
        sheet_block block{"notes", {}, {}};
        for (auto t : kb_[kb_.details(made_.view.of).footnotes]) block.lines.emplace_back(std::string{kb_[t]});
        if (!block.lines.empty()) out.blocks.push_back(std::move(block));
    }
};

}  // namespace treatise::inline v0_3::render_detail
