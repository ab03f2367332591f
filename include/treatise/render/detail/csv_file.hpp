// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/render/detail/characters.hpp>
#include <treatise/render/detail/told_words.hpp>
#include <treatise/render/formats/csv.hpp>
#include <treatise/words/overlay_words.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace treatise::inline v0_3 {

namespace render_detail {

class csv_file {
    comparison const& made_;
    knowledge_base const& kb_;
    language const& l_;
    csv_options options_;
    told_words tell_;
    std::string out_{};
    std::size_t fields_ = 0;  // of the record so far

public:
    csv_file(comparison const& c, csv_options o, language const& l) : made_{c}, kb_{c.base}, l_{l}, options_{o}, tell_{c, l} {}

    std::string write() && {
        if (options_.byte_order_mark) out_ += "\xEF\xBB\xBF";
        for (std::string_view name : csv_fields) field(name);
        end_line();
        for (std::uint32_t r = 0; r != made_.rows.size(); ++r)
            for (std::uint32_t c = 0; c != made_.view.columns.size(); ++c) cell(r, c);
        for (auto const& w : made_.label_warnings)
            for (auto i = w.first; i != w.last; ++i)
                each_claim({w.option, {}, {}, "label_warnings", cell_state::reported}, made_.told[i],
                    matter_of(kb_, made_.told[i].says));
        for (auto const& b : made_.borrowed)
            for (auto i = b.first; i != b.last; ++i)
                each_claim({made_.told[i].whose, {}, {}, "borrowed", cell_state::reported}, made_.told[i], matter::guidance);
        return std::move(out_);
    }

private:
    /// What a record says of where it stands.
    struct place {
        id<option> row{};
        id<therapy_class> kind{};
        intent aim{};
        std::string_view column{};
        cell_state state{};
    };

    void cell(std::uint32_t r, std::uint32_t c) {
        auto const& row = made_.rows[r];
        auto const& column = made_.view.columns[c];
        auto const& now = made_.at(r, c);
        place const at{row.option, row.kind, row.aim, column.key, now.state};
        for (auto const& t : made_.in(now)) each_claim(at, t, matter_of(kb_, t.says));
        bool const empty = made_.in(now).empty() && !now.asks_nothing && column.content == column_content::matters;
        if (!empty) return;
        begin(at, {});
        field({});
        field(say(l_, now.state));
        end();
    }
    void each_claim(place const& at, told const& t, matter m) {
        record(at, t, m);
        for (auto c : made_.with_of(t)) {
            auto other = t;
            other.says.claim = c;
            other.is_range = false;
            other.with_first = other.with_last = 0;
            record(at, other, m);
        }
    }
    void begin(place const& at, std::string_view matter) {
        field(kb_.key(made_.asked));
        field(at.row ? kb_.key(at.row) : std::string_view{});
        field(at.kind ? kb_.key(at.kind) : std::string_view{});
        field(word(at.aim));
        field(at.column);
        field(word(at.state));
        field(matter);
    }
    void record(place const& at, told const& t, matter m) {
        auto const c = t.says.claim;
        begin(at, word(m));
        field(kb_.key(kb_.subject(c)));
        text(t, m);
        terms(c);
        auto const& said = kb_.said(c);
        field(word(kb_.stance(c)));
        field(said.hedge == hedge::none ? std::string_view{} : word(said.hedge));
        field(said.finding == finding::none ? std::string_view{} : word(said.finding));
        figures(c);
        field(word(t.says.applies));
        field(said.population ? kb_[said.population] : std::string_view{});
        source(c);
        field(claim_key_of(kb_, c));
        end();
    }
    void text(told const& t, matter m) {
        auto single = t;
        single.is_range = false;
        single.with_first = single.with_last = 0;
        auto const told = tell_(single, m);
        auto const held = hedged(l_, told.held, told.text, told.held_as);
        auto made = told.lead.empty() ? held : say(l_, message::led, {told.lead, held});
        append_part(made, told.tail);
        field(made);
    }
    void terms(claim_id c) {
        auto const object = kb_.object(c);
        field(kb_.as<outcome>(object) ? kb_.key(object) : std::string_view{});
        field(name_of(kb_, object, word_register::clinical));
        field(name_of(kb_, object, word_register::plain));
    }
    void figures(claim_id c) {
        auto const* e = kb_.payload_if<affects>(c);
        if (e == nullptr) {
            for (int i = 0; i != 11; ++i) field({});
            return;
        }
        auto const number = [&](decimal d) { field(d.is_finite() || d.is_infinite() ? say(l_, d) : std::string{}); };
        auto const stated = [&](treatise::text t) { field(t && t != not_stated ? kb_[t] : std::string_view{}); };
        number(e->value);
        number(e->baseline);
        auto const p = people_of(kb_, c);
        field(p.as == told_as::both_arms || p.as == told_as::difference ? std::to_string(p.more.n) : std::string{});
        number(e->low);
        number(e->high);
        field(word(e->statistic));
        if (e->comparator)
            field(kb_.key(e->comparator));
        else
            stated(e->compared_with);
        stated(e->time_frame);
        number(e->participants);
        field(e->certainty.value == unstated_level ? std::string{} : level_word(kb_, e->scheme, e->certainty));
        field(e->rated_by ? kb_.key(e->rated_by) : std::string_view{});
    }
    void source(claim_id c) {
        auto const s = kb_.said(c).source;
        auto const& d = kb_.details(s);
        field(kb_.name(s));
        auto const when = kb_.said(c).published ? kb_.said(c).published : d.published;
        field(when && !when.is_unstated() ? std::to_string(when.year()) : std::string{});
        field(has_interest(kb_, c) ? "declared" : "");
        field(d.doi && d.doi != not_stated   ? "https://doi.org/" + std::string{kb_[d.doi]}
              : d.url && d.url != not_stated ? std::string{kb_[d.url]}
                                             : std::string{});
    }

    void field(std::string_view text) {
        if (fields_++ != 0) out_ += ',';
        // A semicolon and a tab separate fields for spreadsheets of other countries.
        bool const quoted = text.find_first_of(",;\"\t\r\n") != text.npos;
        bool const guarded = options_.formula_guard && begins_a_formula(text) && !is_number(text);
        out_.append(quoted ? "\"" : "").append(guarded ? "'" : "");
        while (!text.empty()) {
            auto const c = first_character(text);
            if (c.value == U'"')
                out_ += "\"\"";
            else if (c.value == 0xFFFD)
                out_ += "\xEF\xBF\xBD";
            else if (is_blank(c.value) || !is_steering(c.value))
                out_ += text.substr(0, c.bytes);
            text.remove_prefix(c.bytes);
        }
        out_ += quoted ? "\"" : "";
    }
    /// Whether a spreadsheet may take the text for a formula: by its first sign, plain or of full width, behind blanks and marks
    /// that some of them drop.
    static bool begins_a_formula(std::string_view text) {
        constexpr std::u32string_view signs = U"=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B";  // of full width, small
        if (!text.empty() && std::string_view{"\t\r\n"}.find(text[0]) != text.npos) return true;
        while (!text.empty()) {
            auto const c = first_character(text);
            bool const dropped = is_blank(c.value) || c.value == 0xA0 || c.value == 0x3000 ||
                                 (c.value >= 0x2000 && c.value <= 0x200A) || unseen_kind(c.value) != unseen::no;
            if (!dropped) return signs.find(c.value) != signs.npos;
            text.remove_prefix(c.bytes);
        }
        return false;
    }
    /// "-1.58" is a number for a spreadsheet, and no formula.
    static bool is_number(std::string_view text) {
        text.remove_prefix(text.front() == '-' || text.front() == '+' ? 1 : 0);
        return !text.empty() && text.find_first_not_of("0123456789.") == text.npos;
    }
    /// The last fields of each record name the knowledge, so that a line which is copied out keeps its date.
    void end() {
        auto const& base = kb_.base();
        while (fields_ < csv_fields.size() - 3) field({});
        field(kb_[base.key]);
        field(version_with_overlays(kb_));
        field(iso(base.released));
        end_line();
    }
    void end_line() {
        out_ += "\r\n";
        fields_ = 0;
    }
};

}  // namespace render_detail

TREATISE_INLINE std::string csv(comparison const& c, csv_options options, language const& l) {
    return render_detail::csv_file{c, options, l}.write();
}

}  // namespace treatise::inline v0_3
