// SPDX-License-Identifier: BSL-1.0
#pragma once

// A good made-up table that an audit finds nothing in, to be broken in one way: `table t; t.made.rows.pop_back();`
// Two medicines for a sore thumb, alphaprofen and betaprofen; every figure is made up.

#include <treatise/audit.hpp>
#include <treatise/graph/builder.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "extended.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace audited {

using namespace treatise;
using fixture::extended;
using reported = std::vector<audit_finding>;

inline builder things() {
    builder b;
    b.base({b.text("fixture-thumb"), b.text("Thumb pain (fixture)"), b.text("2.0.0"), b.text("the fixture editors"),
        b.text("Made up for tests; never for use."), date{2024, 10, 1}});
    b.add<jurisdiction>({"fixture-land", "Fixture Land"});
    auto const hand = b.add<cause>({"sore-hand", "Sore hand", "A hand that hurts"});
    auto const thumb = b.add<cause>({"sore-thumb", "Sore thumb", "A thumb that hurts"});
    b.relate<is_a>(thumb, hand);
    b.add<cause>({"sore-toe", "Sore toe", "A toe that hurts"});
    b.code(thumb, b.add<code_system>({"codes", "Codes"}, {b.text("urn:x"), b.text("1"), b.text("none"), {}, true}), "X1",
        mapping::exact);
    auto const tablets = b.add<therapy_class>({"tablets", "Tablets"}, {1});
    auto const listed = [&](std::string_view class_key, std::string_view class_name, std::string_view key,
                            std::string_view name) {
        auto const c = b.add<therapy_class>({class_key, class_name});
        b.relate<is_a>(c, tablets);
        b.relate<listed_under>(b.add<therapy>({key, name}), c);
        return c;
    };
    listed("alpha-tablets", "Alpha tablets", "alphaprofen", "Alphaprofen");
    listed("beta-tablets", "Beta tablets", "betaprofen", "Betaprofen");
    b.add<therapy>({"placebo", "Placebo"}, {{}, {}, true});
    b.add<therapy>({"usual-care", "Usual care"}, {{}, {}, true});
    auto const scale = b.add<instrument>({"fixture-scale", "Fixture scale"});
    b.add<outcome>({"pain-halved", "Pain at least halved"}, {valence::desirable, false, {}, scale});
    b.add<outcome>({"nausea", "Nausea"}, {valence::undesirable, false, {}, {}});
    b.add<outcome>({"bleeding", "Bleeding"}, {valence::undesirable, true, {}, {}});
    b.add<consideration>({"with-food", "Take with food"}, {practical_issue::food_and_drinks});
    b.add<scheme>({"fixture-grade", "Fixture grade"}, {b.list({"strong", "weak"}), {}, b.list({"high", "moderate", "low"})});
    fixture::add_document(b, "guideline", "Fixture guideline", source_kind::guideline);
    fixture::add_document(b, "review", "Fixture review", source_kind::systematic_review);
    fixture::add_document(b, "label", "Fixture label", source_kind::label);
    fixture::add_document(b, "other-review", "Another review", source_kind::systematic_review);
    return b;
}

/// What goes into the base of the good table, to be changed before it is frozen.
struct plan {
    extended b{things()};
    effect relief{}, nausea{};  ///< of both medicines
    attribution relief_said{}, nausea_said{}, food_said{};  ///< of alphaprofen
    std::function<void(plan&)> more = [](plan&) {};

    plan() : relief{people(45, 30)}, nausea{people(8, 5)} {
        relief_said = in("review", "table 1");
        nausea_said = in("review", "table 3");
        food_said = in("label", "part 1");
    }
    effect people(int with, int without) {
        effect e;
        e.statistic = statistic::percent;
        e.value = decimal{with, 0};
        e.baseline = decimal{without, 0};
        e.comparator = b.find<option>("placebo");
        e.time_frame = b.builder().text("8 weeks");
        e.participants = decimal{400, 0};
        e.scheme = b.find<scheme>("fixture-grade");
        e.certainty = {1};
        return e;
    }
    attribution in(char const* source, char const* place, std::vector<std::string_view> const& about = {"sore-thumb"}) {
        auto a = b.said(source, about);
        a.place = b.builder().text(place);
        return a;
    }
    recommendation strong() {
        recommendation r;
        r.scheme = b.find<scheme>("fixture-grade");
        r.strength = {1};
        return r;
    }
    void fill() {
        auto const put = [&](char const* of, char const* tail, attribution const& relief_in, attribution const& nausea_in,
                             attribution const& food_in) {
            auto const key = [&](char const* what) { return std::string{what} + '-' + tail; };
            b.claim<recommended_for>(of, "sore-thumb", in("guideline", tail, {}), key("advised"), stance::in_favour, strong());
            b.claim<affects>(of, "pain-halved", relief_in, key("relief"), stance::in_favour, relief);
            b.claim<affects>(of, "nausea", nausea_in, key("nausea"), stance::in_favour, nausea);
            b.claim<involves>(of, "with-food", food_in, key("food"));
            b.claim<warned_of>(
                of, "bleeding", in("label", tail), key("warned"), stance::in_favour, b.warning(warning_form::boxed));
        };
        put("alphaprofen", "alpha", relief_said, nausea_said, food_said);
        put("betaprofen", "beta", in("review", "table 2"), in("review", "table 4"), in("label", "part 2"));
        more(*this);
    }
};

/// The base, its comparison and its sheet; nothing in it moves once it is made.
class table {
    treatise::arrays arrays_{};
    tables spans_{};
    knowledge_base kb_{};

public:
    comparison made{};
    sheet laid{};

    explicit table(std::function<void(plan&)> const& change = {}, view const& v = views::overview) {
        plan p;
        if (change) change(p);
        p.fill();
        auto const owner = fixture::frozen(std::move(p.b.builder()));
        arrays_ = copy_of(owner.view().tables());
        look(v);
    }
    table(table const&) = delete;
    table& operator=(table const&) = delete;

    /// Looks again at arrays that a test has changed, as a damaged file would have them.
    void look(view v = views::overview) {
        v.least_options = 0;
        spans_ = spans_of(arrays_);
        kb_ = knowledge_base{spans_};
        made = compare(kb_, fixture::entity<cause>(kb_, "sore-thumb"), v);
        laid = lay_out(made);
    }
    treatise::arrays& arrays() { return arrays_; }
    knowledge_base const& kb() const { return kb_; }
    template <class Relation>
    typename Relation::payload& payload(char const* key) {
        auto& rows = arrays_.rows<Relation>();
        auto const c = fixture::claim(kb_, key).value - arrays_.relation_begin[relation_number<Relation>];
        rows.resize(kb_.every<Relation>().size(), rows.empty() ? typename Relation::payload{} : rows.front());  // of one for all
        spans_ = spans_of(arrays_);
        return rows[c];
    }
    /// Gives the claim an attribution of its own.
    attribution& said(char const* key) {
        auto const& shared = kb_.said(fixture::claim(kb_, key));
        return arrays_.attributions[static_cast<std::size_t>(&shared - arrays_.attributions.data())];
    }
    reported on_value() const { return audit(made); }
    reported on_words() const { return audit(laid, made); }

    std::uint32_t number(char const* column) const {
        std::uint32_t i = 0;
        while (made.view.columns[i].key != column) ++i;
        return i;
    }
    cell& cell_of(std::uint32_t row, char const* column) { return made.cells[row * made.view.columns.size() + number(column)]; }
    told& told_of(std::uint32_t row, char const* column) { return made.told[cell_of(row, column).first]; }
    sheet_cell& words_of(std::uint32_t row, char const* column) {
        for (auto& section : laid.sections)
            for (auto& r : section.rows)
                if (laid.options_across ? r.key == column : row-- == 0)
                    return r.cells[laid.options_across ? row + 1 : number(column)];
        throw std::out_of_range{column};
    }
    std::string& text_of(std::uint32_t row, char const* column) { return words_of(row, column).statements.at(0).text; }
};

/// The findings without the notes, which are no fault.
inline reported faults(reported f) {
    std::erase_if(f, [](audit_finding const& x) { return x.severity == severity::note; });
    return f;
}
inline std::string in_words(reported const& all, comparison const& c) {
    std::string s;
    for (auto const& f : all) s += say(english, c, f) + '\n';
    return s;
}
/// Whether these findings, notes apart, are of one check and of this severity.
inline bool only(reported const& all, audit_check check, severity how = severity::error) {
    auto const f = faults(all);
    return !f.empty() && std::all_of(f.begin(), f.end(), [&](auto const& x) { return x.check == check && x.severity == how; });
}
inline bool notes(reported const& all, audit_check check) {
    return std::any_of(all.begin(), all.end(), [&](auto const& x) { return x.check == check && x.severity == severity::note; });
}
inline void replace(std::string& in, std::string_view from, std::string_view to) {
    auto const i = in.find(from);
    if (i == in.npos) FAIL("\"" << in << "\" does not hold \"" << from << '"');
    in.replace(i, from.size(), to);
}
inline view overview_without(char const* key) {
    auto v = views::overview;
    v.columns = {};
    for (auto const& c : views::overview.columns)
        if (c.key != std::string_view{key}) v.columns.push_back(c);
    return v;
}

#define CHECK_ONLY(found, ...)                        \
    do {                                              \
        auto const all_found = found;                 \
        INFO(audited::in_words(all_found, t.made));   \
        CHECK(audited::only(all_found, __VA_ARGS__)); \
    } while (false)

}  // namespace audited
