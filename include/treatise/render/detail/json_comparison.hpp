// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/content_hash.hpp>
#include <treatise/render/formats/json.hpp>
#include <treatise/render/json_claim.hpp>
#include <treatise/render/json_overlay.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/last_day.hpp>

#include <string>
#include <string_view>

// The field names are promised (docs/json.md, docs/comparison.schema.json): programs read them.
namespace treatise::inline v0_3 {

namespace render_detail {

class json_comparison {
    comparison const& c_;
    knowledge_base const& kb_;
    language const& l_;
    bool worded_;  ///< false: data alone
    sheet const sheet_;
    json_writer j_{};
    successions replaced_{kb_};

    [[nodiscard]] language const* language_or_none() const { return worded_ ? &l_ : nullptr; }
    template <class Entities>
    void keys(std::string_view name, Entities const& all) {
        j_.name(name).open('[');
        for (auto e : all) j_.value(kb_.key(e));
        j_.close(']');
    }
    void texts(std::string_view name, std::vector<std::string> const& all) {
        j_.name(name).open('[');
        for (auto const& t : all) j_.value(t);
        j_.close(']');
    }

    void frame() {
        j_.member("format", "treatise-comparison").member("format_version", "2");
        json_knowledge(j_, kb_);
        j_.member("notice", kb_[kb_.base().notice]);
        if (auto const until = last_day(c_)) j_.member("use_until", iso(until));
        if (worded_) j_.member("title", sheet_.title).member("language", sheet_.language);
        j_.name("cause").open('{').member("key", kb_.key(c_.asked)).member("name", kb_.name(c_.asked)).close('}');
        j_.member("view", c_.view.key).member("words", word(c_.view.words));
        j_.name("options_across").boolean(c_.view.options_across).name("narrowed").boolean(c_.narrowed);
        if (c_.benefit) j_.member("benefit", kb_.key(c_.benefit));
        if (c_.comparator) j_.member("comparator", kb_.key(c_.comparator));
        if (!worded_) return;
        texts("head", sheet_.head);
        texts("fixed", sheet_.fixed);
    }
    void columns() {
        j_.name("columns").open('[');
        for (auto const& column : c_.view.columns) {
            j_.open('{').member("key", column.key);
            if (worded_) j_.member("heading", heading_of(c_, l_, column));
            j_.close('}');
        }
        j_.close(']');
    }

    /// A told claim, with those told together with it.
    void told_claim(told const& t) {
        j_.open('{')
            .member("applies", word(t.says.applies))
            .member("said_of", word(t.says.of))
            .member("facet", word(t.says.facet));
        if (t.whose) j_.member("whose", kb_.key(t.whose));
        if (t.says.replaced_by) j_.member("replaced_by", claim_key_of(kb_, t.says.replaced_by));
        j_.name("range").boolean(t.is_range).name("first").boolean(t.says.first).name("claim");
        json_claim(j_, kb_, t.says.claim, replaced_, language_or_none());
        j_.name("with").open('[');
        for (auto c : c_.with_of(t)) json_claim(j_, kb_, c, replaced_, language_or_none());
        j_.close(']').close('}');
    }
    void statements(std::vector<sheet_statement> const& all) {
        j_.name("text").open('[');
        for (auto const& s : all) {
            j_.open('{').member("text", s.text).name("sources").open('[');
            for (auto n : s.sources)
                if (n < c_.sources.size()) j_.value(kb_.key(c_.sources[n]));
            j_.close(']').name("claims").open('[');
            for (auto const& id : s.claims) j_.value(id);
            j_.close(']').close('}');
        }
        j_.close(']');
    }
    /// `words`: null where the table is data alone.
    void cell_of(std::uint32_t r, std::uint32_t column, sheet_cell const* words) {
        auto const& cell = c_.at(r, column);
        j_.open('{').member("column", c_.view.columns[column].key).member("state", word(cell.state));
        if (words != nullptr) {
            if (!words->lead.empty()) j_.member("lead", words->lead);
            statements(words->statements);
            texts("rest", words->rest);
        }
        j_.name("told").open('[');
        for (auto const& t : c_.in(cell)) told_claim(t);
        j_.close(']').name("untold").open('[');
        for (auto const& s : c_.untold_in(cell)) j_.value(claim_key_of(kb_, s.claim));
        j_.close(']').close('}');
    }
    /// `section`, `words`: null where the table is data alone.
    void row_of(std::uint32_t r, std::string const* section, sheet_row const* words) {
        auto const& of = c_.rows[r];
        j_.open('{').member("option", kb_.key(of.option));
        if (section != nullptr) j_.member("section", *section);
        j_.member("group", word(of.group)).member("intent", word(of.aim));
        j_.name("reference").boolean(of.is_reference);
        if (of.kind) j_.member("kind", kb_.key(of.kind));
        if (of.of_outcome) j_.member("outcome", kb_.key(of.of_outcome));
        if (of.rule) j_.member("rule", claim_key_of(kb_, of.rule));
        keys("members", c_.members_of(of));
        keys("no_label_read", of.label_unread);
        j_.name("cells").open('[');
        for (std::uint32_t i = 0; i != c_.view.columns.size(); ++i) cell_of(r, i, words ? &words->cells[i] : nullptr);
        j_.close(']').close('}');
    }
    void rows() {
        j_.name("rows").open('[');
        std::uint32_t r = 0;
        if (!worded_) {
            while (r != c_.rows.size()) row_of(r++, nullptr, nullptr);
        } else {
            auto upright = c_;
            upright.view.options_across = false;
            auto const words = lay_out(upright, l_);
            for (auto const& section : words.sections)
                for (auto const& row : section.rows) row_of(r++, &section.heading, &row);
        }
        j_.close(']');
    }
    void worded_blocks() {
        j_.name("blocks").open('[');
        for (auto const& b : sheet_.blocks) {
            j_.open('{').member("key", b.key).member("heading", b.heading);
            statements(b.lines);
            j_.close('}');
        }
        j_.close(']');
    }
    void blocks() {
        j_.name("label_warnings").open('[');
        for (auto const& w : c_.label_warnings) {
            j_.open('{').member("option", kb_.key(w.option)).name("told").open('[');
            for (auto i = w.first; i != w.last; ++i) told_claim(c_.told[i]);
            j_.close(']').close('}');
        }
        j_.close(']').name("borrowed").open('[');
        for (auto const& b : c_.borrowed) {
            j_.open('{').member("group", word(b.group)).name("line").number(b.line).name("told").open('[');
            for (auto i = b.first; i != b.last; ++i) told_claim(c_.told[i]);
            j_.close(']').close('}');
        }
        j_.close(']');
        if (worded_) worded_blocks();
        j_.name("named").open('[');
        for (auto const& n : c_.named_lines) {
            j_.open('{').member("group", word(n.group));
            keys("options", c_.options_of(n));
            keys("sources", c_.sources_of(n));
            j_.close('}');
        }
        j_.close(']');
        std::vector<id<option>> excluded;
        for (auto const& x : c_.excluded) excluded.push_back(x.option);
        keys("excluded", excluded);
        j_.name("advice").open('[');
        for (auto c : c_.advice) j_.value(claim_key_of(kb_, c));
        j_.close(']');
    }
    void legend() {
        j_.name("legend").open('[');
        for (auto const& entry : sheet_.legend)
            j_.open('{').member("sign", entry.sign).member("meaning", entry.meaning).close('}');
        j_.close(']');
        texts("behind", sheet_.behind);
    }
    void end() {
        if (worded_) legend();
        j_.name("states").open('{');
        for (std::size_t i = 0; i != c_.states.size(); ++i) j_.name(words_of<cell_state>[i]).number(c_.states[i]);
        j_.close('}').name("sources").open('[');
        for (auto source : c_.sources) {
            j_.open('{').member("key", kb_.key(source)).member("label", kb_.name(source));
            json_fields(j_, kb_, kb_.details(source));
            j_.close('}');
        }
        j_.close(']');
    }

public:
    json_comparison(comparison const& c, language const& l, bool worded)
        : c_{c}, kb_{c.base}, l_{l}, worded_{worded}, sheet_{worded ? lay_out(c, l) : sheet{}} {}

    std::string write() && {
        j_.open('{');
        frame();
        columns();
        rows();
        blocks();
        end();
        j_.close('}');
        return j_.take();
    }
};

}  // namespace render_detail

TREATISE_INLINE std::string json(comparison const& c, language const& l) {
    return render_detail::json_comparison{c, l, true}.write();
}
TREATISE_INLINE std::string json_data(comparison const& c) { return render_detail::json_comparison{c, english, false}.write(); }

}  // namespace treatise::inline v0_3
