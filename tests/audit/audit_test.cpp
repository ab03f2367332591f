// SPDX-License-Identifier: BSL-1.0
// A good table has no finding; each check has a table that is broken for it alone, and fails with it alone.
#include <treatise/audit/words.hpp>
#include <treatise/graph/builder.hpp>

#include <treatise/render/lay_out.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#endif

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace treatise;
using fixture::extended;
using findings = std::vector<audit_finding>;

namespace {

/// What goes into the base of a good table, to be changed before it is frozen. Every figure in it is made up.
struct plan {
    effect relief, nausea;         ///< of both tablets
    effect relief_of_beta;
    attribution relief_said;       ///< of alphaprofen
    attribution nausea_of_beta_said;
    stance relief_stance = stance::in_favour;
    bool warning = true, code = true, beta_has_effects = true, beta_has_rest = true;
    text review_interest;
    std::function<void(extended&)> more;
};

builder things() {
    builder b;
    b.base({b.text("fixture-thumb"), b.text("Thumb pain (fixture)"), b.text("2.0.0"), b.text("the fixture editors"),
        b.text("Made up for tests; never for use."), date{2024, 10, 1}});
    b.add<jurisdiction>({"fixture-land", "Fixture Land"});
    b.add<cause>({"sore-thumb", "Sore thumb", "A thumb that hurts"});
    b.add<cause>({"sore-hand", "Sore hand", "A hand that hurts"});
    auto const tablets = b.add<therapy_class>({"tablets", "Tablets"}, {1});
    for (auto const& [key, name] : {std::pair{"alpha-tablets", "Alpha tablets"}, std::pair{"beta-tablets", "Beta tablets"}})
        b.relate<is_a>(b.add<therapy_class>({key, name}), tablets);
    auto const of = [&](std::string_view key, std::string_view name, std::uint32_t row) {
        b.relate<listed_under>(b.add<therapy>({key, name}), id<therapy_class>::from_number(row));
    };
    of("alphaprofen", "Alphaprofen", tablets.value + 1);
    of("betaprofen", "Betaprofen", tablets.value + 2);
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
    return b;
}

/// A base, its comparison and its sheet; nothing in it moves once it is made.
class table {
    using change = std::function<void(plan&, extended&)>;

    treatise::arrays arrays_;
    tables spans_;
    knowledge_base kb_;

    static effect people(extended& b, int with, int baseline) {
        effect e;
        e.statistic = statistic::percent;
        e.value = decimal{with, 0};
        e.baseline = decimal{baseline, 0};
        e.comparator = b.find<option>("placebo");
        e.time_frame = not_stated;
        e.participants = decimal::unstated();
        e.scheme = b.find<scheme>("fixture-grade");
        e.certainty = {1};
        return e;
    }

public:
    comparison made;
    sheet laid;

    explicit table(change const& what = {}, preset const& p = fixture::in_full) {
        extended b{things()};
        auto const in = [&](char const* source, char const* place) {
            auto a = b.said(source, {"sore-thumb"});
            a.place = b.builder().text(place);
            return a;
        };
        plan f;
        f.relief = f.relief_of_beta = people(b, 45, 30);
        f.nausea = people(b, 8, 5);
        f.relief_said = in("review", "table 1");
        f.nausea_of_beta_said = in("review", "table 4");
        if (what) what(f, b);
        if (f.code)
            b.builder().code(b.find<cause>("sore-thumb"),
                b.builder().add<code_system>(
                    {"codes", "Codes"}, {b.builder().text("urn:x"), b.builder().text("1"), b.builder().text("none"), {}, true}),
                "X1", mapping::exact);
        b.builder().details(b.find<source>("review")).interest = f.review_interest;
        recommendation strong;
        strong.scheme = b.find<scheme>("fixture-grade");
        strong.strength = {1};
        b.claim<recommended_for>(
            "alphaprofen", "sore-thumb", in("guideline", "page 1"), "advised-alpha", stance::in_favour, strong);
        b.claim<recommended_for>(
            "betaprofen", "sore-thumb", in("guideline", "page 2"), "advised-beta", stance::in_favour, strong);
        b.claim<affects>("alphaprofen", "pain-halved", f.relief_said, "relief-alpha", f.relief_stance, f.relief);
        b.claim<affects>("alphaprofen", "nausea", in("review", "table 3"), "nausea-alpha", stance::in_favour, f.nausea);
        b.claim<involves>("alphaprofen", "with-food", in("label", "part 1"), "food-alpha");
        if (f.warning)
            b.claim<warned_of>("alphaprofen", "bleeding", in("label", "part 3"), "warned-alpha", stance::in_favour, b.warning());
        if (f.beta_has_effects)
            b.claim<affects>(
                "betaprofen", "pain-halved", in("review", "table 2"), "relief-beta", stance::in_favour, f.relief_of_beta);
        if (f.beta_has_effects && f.beta_has_rest)
            b.claim<affects>("betaprofen", "nausea", f.nausea_of_beta_said, "nausea-beta", stance::in_favour, f.nausea);
        if (f.beta_has_rest) b.claim<involves>("betaprofen", "with-food", in("label", "part 2"), "food-beta");
        if (f.more) f.more(b);
        auto const owner = fixture::frozen(std::move(b.builder()));
        arrays_ = copy_of(owner.view().tables());
        look(p);
    }
    table(table const&) = delete;
    table& operator=(table const&) = delete;

    /// Looks again at arrays that a test has changed, as a damaged file would have them.
    void look(preset const& p = fixture::in_full) {
        spans_ = spans_of(arrays_);
        kb_ = knowledge_base{spans_};
        made = compare(kb_, fixture::entity<cause>(kb_, "sore-thumb"), p);
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
    attribution& said(char const* key) {
        return arrays_.attributions[static_cast<std::size_t>(&kb_.said(fixture::claim(kb_, key)) - arrays_.attributions.data())];
    }

    void recount() { made.unstated = table_detail::count_unstated(made); }
    findings on_value() const { return audit(made); }
    findings on_words(layer how = layer::clinician) const { return audit(laid, made, english, how); }

    cell& cell_of(std::uint32_t row, char const* column) { return made.cells[row * made.preset.columns.size() + number(column)]; }
    sheet_cell& words_of_cell(std::uint32_t row, char const* column) { return laid.sections[0].rows[row].cells[number(column)]; }
    std::uint32_t number(char const* column) const {
        std::uint32_t i = 0;
        while (made.preset.columns[i].key != column) ++i;
        return i;
    }
};

/// Exactly this finding and no other.
bool only(findings const& f, audit_check check, severity how = severity::error) {
    return f.size() == 1 && f[0].check == check && f[0].severity == how;
}
findings errors(findings f) {
    std::erase_if(f, [](audit_finding const& x) { return x.severity != severity::error; });
    return f;
}
std::string text_of(findings const& all, comparison const& c) {
    std::string s;
    for (auto const& f : all) s += say(english, c, f) + '\n';
    return s;
}
void replace(std::string& in, std::string_view from, std::string_view to) {
    auto const i = in.find(from);
    if (i == in.npos) FAIL("\"" << in << "\" does not hold \"" << from << '"');
    in.replace(i, from.size(), to);
}
void erase_line(std::vector<std::string>& lines, std::string_view part) {
    auto const before = lines.size();
    std::erase_if(lines, [&](std::string const& line) { return line.find(part) != line.npos; });
    if (lines.size() + 1 != before) FAIL("no one line holds \"" << part << '"');
}

/// A preset without one column of the overview.
preset overview_without(char const* key) {
    preset p{"cut", {}, grouping::listed_class, 24, {}};
    for (auto const& c : overview.columns)
        if (c.key != key) p.columns.push_back(c);
    return p;
}

#define CHECK_ONLY(found, ...)               \
    do {                                     \
        auto const all_found = found;        \
        INFO(text_of(all_found, t.made));    \
        CHECK(only(all_found, __VA_ARGS__)); \
    } while (false)

}  // namespace

// Good tables

TEST_CASE("a good table has no finding, on its value and on its words", "[audit]") {
    table const t;
    INFO(text_of(t.on_value(), t.made) << text_of(t.on_words(), t.made));
    CHECK(t.made.rows.size() == 2);
    CHECK(t.on_value().empty());
    CHECK(t.on_words().empty());
}

TEST_CASE("what sources do not state is counted in the value and printed in the head", "[audit]") {
    table const t;
    CHECK(t.made.unstated[static_cast<std::size_t>(unstated::time_frame)] == 4);
    CHECK(t.made.unstated[static_cast<std::size_t>(unstated::interval)] == 4);
    CHECK(t.made.unstated[static_cast<std::size_t>(unstated::baseline)] == 0);
    CHECK(std::any_of(t.laid.head.begin(), t.laid.head.end(),
        [](auto const& l) { return l == "Not stated by the sources, or not recorded here: time frame (4), interval (4)."; }));
}

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
TEST_CASE("the built-in table of every cause has no error", "[audit]") {
    auto const& kb = neuropathic_pain::knowledge;
    for (auto c : kb.all<cause>()) {
        auto const made = compare(kb, c);
        INFO(kb.name(c) << '\n' << text_of(errors(audit(made)), made) << text_of(errors(audit(lay_out(made), made)), made));
        CHECK_FALSE(has_error(audit(made)));
        CHECK_FALSE(has_error(audit(lay_out(made), made)));
    }
}
#endif

TEST_CASE("an audit of any base ends, and names cells and claims of the table alone", "[audit]") {
    for (std::uint32_t seed = 0; seed != 6; ++seed) {
        fixture::random_base random{seed};
        auto const owner = random.freeze();
        auto const kb = owner.view();
        for (auto c : kb.all<cause>()) {
            auto const made = compare(kb, c);
            auto all = audit(made);
            auto const words = audit(lay_out(made), made);
            all.insert(all.end(), words.begin(), words.end());
            for (auto const& f : all) {
                CHECK((f.row == no_number || f.row < made.rows.size()));
                CHECK((f.column == no_number || f.column < made.preset.columns.size()));
                CHECK((!f.claim || f.claim.value < kb.edge_count()));
            }
        }
    }
    CHECK(audit(comparison{}).size() == 1);
}

TEST_CASE("a finding reads as one line with its number, its cell and its claim", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").certainty = {};
    t.look();
    REQUIRE(t.on_value().size() == 1);
    CHECK(say(english, t.made, t.on_value()[0]) ==
          "error D1 Alphaprofen, Benefit, relief-alpha: A figure carries no certainty, or one that is neither printed nor "
          "counted as not stated.");
}

TEST_CASE("every check has its sentence, and no two the same", "[audit]") {
    std::vector<std::string_view> sentences;
    for (std::size_t i = 0; i != words_of<audit_check>.size(); ++i)
        sentences.push_back(say(english, static_cast<audit_check>(i)));
    for (auto s : sentences) CHECK(s.ends_with('.'));
    std::sort(sentences.begin(), sentences.end());
    CHECK(std::adjacent_find(sentences.begin(), sentences.end()) == sentences.end());
}

TEST_CASE("no message of the library uses a word that praises", "[audit]") {
    for (std::size_t i = 0; i != message_count; ++i) {
        INFO(english.messages[i]);
        CHECK_FALSE(text_measures::has_one_of(english.messages[i], words_of_audit(english).praise));
    }
}

// Broken tables: the value

TEST_CASE("A1: a cause without a definition; without a code, a warning", "[audit]") {
    table t;
    t.arrays().entities[fixture::entity(t.kb(), "sore-thumb").value].description = {};
    CHECK_ONLY(t.on_value(), audit_check::a1);
    table const u{[](plan& f, extended&) { f.code = false; }};
    CHECK(only(u.on_value(), audit_check::a1, severity::warning));
}

TEST_CASE("A3: a documented option that stands nowhere", "[audit]") {
    table t;
    t.made.rows.pop_back();
    t.made.cells.resize(t.made.rows.size() * t.made.preset.columns.size());
    t.recount();
    CHECK_ONLY(t.on_value(), audit_check::a3);
    t.made.narrowed = true;
    CHECK(t.on_value().empty());
}

TEST_CASE("A4: the course without the option neither shown nor counted", "[audit]") {
    table t{[](plan& f, extended&) { f.relief_of_beta.baseline = decimal::unstated(), f.nausea.baseline = decimal::unstated(); }};
    CHECK(t.on_value().empty());
    CHECK(t.made.unstated[static_cast<std::size_t>(unstated::course)] == 1);
    t.made.unstated[static_cast<std::size_t>(unstated::course)] = 0;
    CHECK_ONLY(t.on_value(), audit_check::a4);
}

TEST_CASE("A5: what it is like to live with, left out or not counted", "[audit]") {
    table const cut{{}, overview_without("living")};
    CHECK(only(cut.on_value(), audit_check::a5));
    table t{[](plan& f, extended&) { f.beta_has_rest = false; }};
    CHECK(t.on_value().empty());
    t.made.unstated[static_cast<std::size_t>(unstated::practical_issue)] = 0;
    CHECK_ONLY(t.on_value(), audit_check::a5);
}

TEST_CASE("A6: an empty cell that does not say so, and harms without benefits", "[audit]") {
    table t{[](plan& f, extended&) { f.beta_has_rest = false; }};
    t.cell_of(1, "harms").state = cell_state::reported;
    CHECK_ONLY(t.on_value(), audit_check::a6);
    table const cut{{}, overview_without("benefit")};
    CHECK(only(cut.on_value(), audit_check::a6));
}

TEST_CASE("B1: a row without all its columns", "[audit]") {
    table t;
    t.made.cells.pop_back();
    CHECK_ONLY(t.on_value(), audit_check::b1);
}

TEST_CASE("B2: a row that tells far less than another is a warning", "[audit]") {
    table const t{[](plan& f, extended&) { f.beta_has_effects = f.beta_has_rest = false; }};
    CHECK_ONLY(t.on_value(), audit_check::b2, severity::warning);
    CHECK(t.on_value()[0].row == 1);
}

TEST_CASE("B3: benefits without harms", "[audit]") {
    table const t{[](plan& f, extended&) { f.warning = false; }, overview_without("harms")};
    CHECK_ONLY(t.on_value(), audit_check::b3);
}

TEST_CASE("B4: rows out of the declared order", "[audit]") {
    table t;
    std::swap(t.made.rows[0], t.made.rows[1]);
    auto const n = t.made.preset.columns.size();
    std::swap_ranges(t.made.cells.begin(), t.made.cells.begin() + n, t.made.cells.begin() + n);
    CHECK_ONLY(t.on_value(), audit_check::b4);
}

TEST_CASE("B8: an option in two rows, a claim in two rows", "[audit]") {
    table t;
    t.made.rows.push_back(t.made.rows.back());
    for (std::uint32_t i = 0; i != t.made.preset.columns.size(); ++i)
        t.made.cells.push_back(t.made.cells[t.made.preset.columns.size() + i]);
    t.recount();
    CHECK_ONLY(t.on_value(), audit_check::b8);
    table u;
    u.made.statements[u.cell_of(1, "harms").first] = u.made.statements[u.cell_of(0, "harms").last - 1];
    CHECK(only(u.on_value(), audit_check::b8));
}

TEST_CASE("C2: a figure of nobody", "[audit]") {
    table t{[](plan& f, extended&) { f.relief_said.about = {}; }};
    CHECK_ONLY(t.on_value(), audit_check::c2);
    table const u{[](plan& f, extended& b) {
        f.relief_said.about = {}, f.relief_said.population = b.builder().text("people with sore thumbs");
    }};
    CHECK(u.on_value().empty());
}

TEST_CASE("C3: a figure without a time frame; times that differ more than twice are a warning", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").time_frame = {};
    t.look();
    CHECK_ONLY(t.on_value(), audit_check::c3);
    table const u{[](plan& f, extended&) {
        f.more = [e = f.nausea](extended& b) mutable {
            e.time_frame = b.builder().text("12 months");
            b.claim<affects>("betaprofen", "bleeding", b.said("label", {"sore-thumb"}), "bleeding-beta", stance::in_favour, e);
            e.time_frame = b.builder().text("8 to 12 weeks");
            b.claim<affects>("betaprofen", "pain-halved", b.said("label", {"sore-thumb"}), "more-beta", stance::in_favour, e);
        };
    }};
    CHECK(u.on_value().empty());  // in one cell they must stand
    CHECK(audit_detail::hours_of("8 to 12 weeks") == 12 * 168);
    CHECK(audit_detail::hours_of("a year") == audit_detail::hours_of("1 year"));
    CHECK(audit_detail::hours_of("as long as needed") == 0);
    table v{[](plan& f, extended& b) {
        f.nausea.time_frame = b.builder().text("12 weeks");
        f.more = [e = f.nausea](extended& x) mutable {
            e.time_frame = x.builder().text("a year");
            x.claim<affects>("betaprofen", "bleeding", x.said("label", {"sore-thumb"}), "bleeding-beta", stance::in_favour, e);
        };
    }};
    CHECK(only(v.on_value(), audit_check::c3, severity::warning));
}

TEST_CASE("C4: a figure without a comparator, or a missing baseline that is not counted", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").comparator = {};
    t.look();
    CHECK_ONLY(t.on_value(), audit_check::c4);
    table u{[](plan& f, extended&) { f.relief.baseline = decimal::unstated(); }};
    CHECK(u.on_value().empty());
    u.made.unstated[static_cast<std::size_t>(unstated::baseline)] = 0;
    CHECK(only(u.on_value(), audit_check::c4));
}

TEST_CASE("C6: a relative effect alone", "[audit]") {
    auto const ratio = [](effect& e, decimal baseline) {
        e.statistic = statistic::risk_ratio, e.value = decimal{15, 1}, e.baseline = baseline;
    };
    table const t{[&](plan& f, extended&) { ratio(f.relief, {}); }};
    CHECK_ONLY(t.on_value(), audit_check::c6);
    table const stated{[&](plan& f, extended&) { ratio(f.relief, decimal{30, 0}); }};
    table const unstated{[&](plan& f, extended&) { ratio(f.relief, decimal::unstated()); }};
    CHECK(stated.on_value().empty());
    CHECK(unstated.on_value().empty());
}

TEST_CASE("C8: a broken interval, or one that is missing and not counted", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").low = decimal{40, 0};
    t.look();
    CHECK_ONLY(t.on_value(), audit_check::c8);
    table u;
    --u.made.unstated[static_cast<std::size_t>(unstated::interval)];
    CHECK(only(u.on_value(), audit_check::c8));
}

TEST_CASE("C13: more people than there are; rounding that differs is a warning", "[audit]") {
    table const t{[](plan& f, extended&) { f.relief.value = decimal{145, 0}; }};
    CHECK_ONLY(t.on_value(), audit_check::c13);
    table const u{[](plan& f, extended&) { f.relief.value = decimal{455, 1}; }};
    CHECK(only(u.on_value(), audit_check::c13, severity::warning));
}

TEST_CASE("D1 and D2: certainty left out, and reasons for a lower one not counted", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").certainty = {};
    t.look();
    CHECK_ONLY(t.on_value(), audit_check::d1);
    table u{[](plan& f, extended&) { f.relief.certainty = {2}; }};
    CHECK(u.on_value().empty());
    u.made.unstated[static_cast<std::size_t>(unstated::reason)] = 0;
    CHECK(only(u.on_value(), audit_check::d2));
}

TEST_CASE("D4: a state that the claims of the cell do not give", "[audit]") {
    table t;
    t.cell_of(0, "benefit").state = cell_state::no_difference;
    CHECK_ONLY(t.on_value(), audit_check::d4);
}

namespace {
/// A leaflet finds no difference where the review finds relief.
void disagreement(plan& f, extended&) {
    f.more = [](extended& b) {
        effect e;
        b.claim<affects>(
            "alphaprofen", "pain-halved", b.said("label", {"sore-thumb"}), "no-relief-alpha", stance::no_difference, e);
    };
}
}  // namespace

TEST_CASE("D5: a disagreement of which one side is cut", "[audit]") {
    table t{disagreement};
    INFO(text_of(t.on_words(), t.made));
    CHECK(t.on_value().empty());
    CHECK(t.on_words().empty());
    t.cell_of(0, "benefit").shown = 1;
    t.recount();
    CHECK_ONLY(t.on_value(), audit_check::d5);
}

TEST_CASE("D6: a recommendation in no scheme", "[audit]") {
    table t;
    t.payload<recommended_for>("advised-alpha").scheme = {};
    CHECK_ONLY(t.on_value(), audit_check::d6);
}

TEST_CASE("D7: a claim that is told of another cause than its own", "[audit]") {
    table t;
    t.made.statements[t.cell_of(0, "benefit").first].applies = applicability::broader;
    CHECK_ONLY(t.on_value(), audit_check::d7);
}

TEST_CASE("E1: a claim without a place, or with one that nobody states", "[audit]") {
    table t;
    t.said("relief-alpha").place = {};
    CHECK_ONLY(t.on_value(), audit_check::e1);
    t.said("relief-alpha").place = not_stated;
    CHECK_ONLY(t.on_value(), audit_check::e1);
    t.said("relief-alpha").restated_in = fixture::entity<source>(t.kb(), "label");
    t.said("relief-alpha").restated_at = t.said("nausea-alpha").place;
    CHECK(t.on_value().empty());
}

TEST_CASE("E2: a base that does not say when it was released, a source without its date", "[audit]") {
    table t;
    t.arrays().base[0].released = {};
    CHECK_ONLY(t.on_value(), audit_check::e2);
    table u;
    u.arrays().rows<source>()[0].published = {};
    CHECK(only(u.on_value(), audit_check::e2));
    table v{[](plan&, extended& b) { b.builder().details(b.find<source>("review")).searched_to = {}; }};
    CHECK(v.on_value().empty());
    v.made.unstated[static_cast<std::size_t>(unstated::search)] = 0;
    CHECK(only(v.on_value(), audit_check::e2));
}

TEST_CASE("E8: a warning that holds nowhere, or was never checked", "[audit]") {
    table t;
    t.said("warned-alpha").jurisdiction = {};
    CHECK_ONLY(t.on_value(), audit_check::e8);
    table u;
    u.said("warned-alpha").checked = {};
    CHECK(only(u.on_value(), audit_check::e8));
}

TEST_CASE("E9: a withdrawn claim in a cell, a replaced one without its date", "[audit]") {
    table t;
    t.said("nausea-beta").status = claim_status::withdrawn;
    CHECK_ONLY(t.on_value(), audit_check::e9);
    t.said("nausea-beta").status = claim_status::superseded;
    CHECK_ONLY(t.on_value(), audit_check::e9);
    t.said("nausea-beta").status_date = date{2024, 1, 1};
    CHECK(t.on_value().empty());
}

TEST_CASE("F5: more rows than a page holds is a warning", "[audit]") {
    table t;
    t.made.preset.most_rows = 1;
    CHECK_ONLY(t.on_value(), audit_check::f5, severity::warning);
}

TEST_CASE("R6: a warning that is cut, that stands second, or that no column shows", "[audit]") {
    table t;
    t.cell_of(0, "harms").shown = 0;
    t.recount();
    CHECK_ONLY(t.on_value(), audit_check::r6);
    table u;
    auto const first = u.cell_of(0, "harms").first;
    std::swap(u.made.statements[first], u.made.statements[first + 1]);
    CHECK(only(u.on_value(), audit_check::r6));
    constexpr preset payers{"payers", {columns::option, columns::coverage}, grouping::listed_class, 24, {}};
    table v{{}, payers};  // its warnings stand below it
    CHECK_FALSE(has_error(v.on_value()));
    v.made.warnings.clear();
    CHECK(only(errors(v.on_value()), audit_check::r6));
}

// Broken tables: the words

TEST_CASE("A2: a title that does not say of what", "[audit]") {
    table t;
    t.laid.title = "Options";
    CHECK_ONLY(t.on_words(), audit_check::a2);
}

TEST_CASE("A3, B4 and C11: a head without its rules and notes", "[audit]") {
    table t;
    for (auto& line : t.laid.head)
        if (line.find(english[message::selection_rule]) != line.npos) replace(line, english[message::selection_rule], "");
    CHECK_ONLY(t.on_words(), audit_check::a3);
    table u;
    for (auto& line : u.laid.head)
        if (line.find(english[message::order_rule]) != line.npos) replace(line, english[message::order_rule], "");
    CHECK(only(u.on_words(), audit_check::b4));
    table v;
    erase_line(v.laid.head, english[message::separate_trials]);
    CHECK(only(v.on_words(), audit_check::c11));
}

TEST_CASE("A4, A5, C3, C4, C8, D1, D2, E2 and E8: what is not stated and not counted in the head", "[audit]") {
    table t{[](plan& f, extended& b) {
        f.relief.certainty = {2};
        f.nausea.certainty = {unstated_level};
        f.nausea.comparator = id<option>::unstated();
        f.relief_of_beta.baseline = f.nausea.baseline = decimal::unstated();
        f.beta_has_rest = false;
        b.builder().details(b.find<source>("review")).searched_to = {};
        b.builder().details(b.find<source>("label")).published = date::unstated();
        f.more = [](extended& x) {
            auto a = x.said("label");
            a.jurisdiction = id<jurisdiction>::unstated();
            x.claim<warned_of>("betaprofen", "bleeding", a, "warned-beta", stance::in_favour, x.warning());
        };
    }};
    INFO(text_of(t.on_value(), t.made) << text_of(t.on_words(), t.made));
    CHECK(t.on_value().empty());
    REQUIRE(t.on_words().empty());
    auto const line =
        std::find_if(t.laid.head.begin(), t.laid.head.end(), [](auto const& l) { return l.starts_with("Not stated"); });
    REQUIRE(line != t.laid.head.end());
    auto const whole = *line;
    constexpr std::pair<unstated, audit_check> counted[]{{unstated::course, audit_check::a4},
        {unstated::practical_issue, audit_check::a5}, {unstated::time_frame, audit_check::c3},
        {unstated::comparator, audit_check::c4}, {unstated::baseline, audit_check::c4}, {unstated::interval, audit_check::c8},
        {unstated::certainty, audit_check::d1}, {unstated::reason, audit_check::d2}, {unstated::jurisdiction, audit_check::e8},
        {unstated::published, audit_check::e2}, {unstated::search, audit_check::e2}};
    for (auto const& [what, check] : counted) {
        *line = whole;
        replace(*line, say(english, what, t.made.unstated[static_cast<std::size_t>(what)]), "");
        CHECK_ONLY(t.on_words(), check);
    }
}

TEST_CASE("A6: a blank cell", "[audit]") {
    table t;
    t.words_of_cell(1, "living").statements.clear();
    CHECK_ONLY(t.on_words(), audit_check::a6);
}

TEST_CASE("A6 and R6: a statement that the comparison shows and the sheet does not", "[audit]") {
    table t{[](plan& f, extended&) {
        f.more = [e = f.nausea](extended& b) {
            b.claim<affects>("betaprofen", "bleeding", b.said("label", {"sore-thumb"}), "bleeding-beta", stance::in_favour, e);
        };
    }};
    REQUIRE(t.on_words().empty());
    t.words_of_cell(1, "harms").statements.pop_back();
    CHECK_ONLY(t.on_words(), audit_check::a6);
    table u;
    auto& told = u.words_of_cell(0, "harms").statements;
    told.erase(told.begin());
    CHECK(only(u.on_words(), audit_check::r6));
}

TEST_CASE("B1: a sheet without a row of its comparison", "[audit]") {
    table t;
    t.laid.sections[0].rows.pop_back();
    CHECK_ONLY(t.on_words(), audit_check::b1);
}

TEST_CASE("B5 and B6: praise and stars", "[audit]") {
    for (auto const* praise : {"The best of all tables.", "A cutting-edge table.", "Natural and proven.", "Is it safe?"}) {
        table t;
        t.laid.head.push_back(praise);
        CHECK_ONLY(t.on_words(), audit_check::b5);
    }
    table t;
    t.words_of_cell(0, "benefit").statements[0].text += " ★★★";
    CHECK_ONLY(t.on_words(), audit_check::b6);
    table u;
    u.laid.head.push_back("Unsafe, bestowed, naturalist: parts of other words.");
    CHECK(u.on_words().empty());
}

TEST_CASE("B5 leaves the words of sources and labels alone", "[audit]") {
    table const t{[](plan& f, extended&) {
        f.more = [](extended& b) {
            b.builder().add<consideration>({"intact-skin", "Use on intact skin only"}, {practical_issue::medication_routine});
            b.claim<involves>("alphaprofen", "intact-skin", b.said("label", {"sore-thumb"}), "skin-alpha");
        };
    }};
    CHECK(t.on_words().empty());
}

TEST_CASE("C1: two denominators in one table", "[audit]") {
    table t{
        [](plan& f, extended&) { f.relief_of_beta.statistic = statistic::per_1000, f.relief_of_beta.value = decimal{450, 0}; }};
    CHECK_ONLY(t.on_words(), audit_check::c1);
}

TEST_CASE("C3, C4 and C8: a time frame, a comparator and an interval that are not printed", "[audit]") {
    // A sheet laid out where the source did not state them, against a comparison where it did.
    table t;
    auto silent = t.laid;
    auto const against = [&](auto const& change) {
        table other{change};
        other.made.unstated = t.made.unstated;
        silent.counts = other.laid.counts;  // or else the content would differ, too
        return audit(silent, other.made);
    };
    CHECK_ONLY(against([](plan& f, extended& b) { f.relief.time_frame = b.builder().text("12 weeks"); }), audit_check::c3);
    CHECK_ONLY(against([](plan& f, extended& b) { f.relief.comparator = b.find<option>("usual-care"); }), audit_check::c4);
    CHECK_ONLY(
        against([](plan& f, extended& b) { f.relief.comparator = {}, f.relief.compared_with = b.builder().text("no pill"); }),
        audit_check::c4);
    CHECK_ONLY(
        against([](plan& f, extended&) { f.relief.low = decimal{40, 0}, f.relief.high = decimal{50, 0}; }), audit_check::c8);
}

TEST_CASE("C5: figures of two trials in one statement", "[audit]") {
    table t{[](plan& f, extended&) {
        f.more = [e = f.nausea](extended& b) {
            b.claim<affects>("betaprofen", "bleeding", b.said("review", {"sore-thumb"}), "bleeding-beta", stance::in_favour, e);
        };
    }};
    auto& told = t.words_of_cell(1, "harms").statements;
    REQUIRE(told.size() == 2);
    told[0].claims.push_back(told[1].claims[0]);
    told[0].text += ". " + told[1].text;
    told.pop_back();
    CHECK_ONLY(t.on_words(), audit_check::c5);
}

TEST_CASE("C7: one in so many", "[audit]") {
    table t;
    t.laid.head.push_back("It helps 1 in 7 people.");
    CHECK_ONLY(t.on_words(), audit_check::c7);
    table const u{[](plan& f, extended&) { f.relief.statistic = statistic::nnt, f.relief.value = decimal{7, 0}; }};
    auto const has_nnt = [&](layer how) {
        auto const all = u.on_words(how);
        return std::any_of(all.begin(), all.end(), [](auto const& f) { return f.check == audit_check::c7; });
    };
    CHECK_FALSE(has_nnt(layer::clinician));
    CHECK(has_nnt(layer::plain));
}

TEST_CASE("C8: an interval that includes no effect and does not say so", "[audit]") {
    table t{[](plan& f, extended&) {
        f.relief.statistic = statistic::mean_difference, f.relief.value = decimal{-2, 1}, f.relief.low = decimal{-9, 1},
        f.relief.high = decimal{5, 1};
        f.relief.baseline = {};
    }};
    REQUIRE(t.on_words().empty());
    replace(t.words_of_cell(0, "benefit").statements[0].text, english[message::crosses_no_effect], "");
    CHECK_ONLY(t.on_words(), audit_check::c8);
}

TEST_CASE("C9: a word of frequency without its number", "[audit]") {
    table t;
    auto& told = t.words_of_cell(0, "harms").statements[0].text;
    told = "Common: " + told;
    CHECK_ONLY(t.on_words(), audit_check::c9);
    table u;
    auto& figure = u.words_of_cell(1, "harms").statements[0].text;
    figure = "Common: " + figure;
    CHECK(u.on_words().empty());
}

TEST_CASE("C10: a mean difference as a number of people", "[audit]") {
    table t{[](plan& f, extended&) {
        f.relief.statistic = statistic::mean_difference, f.relief.value = decimal{-9, 1}, f.relief.baseline = {};
    }};
    REQUIRE(t.on_words().empty());
    t.words_of_cell(0, "benefit").statements[0].text += " of 100";
    CHECK_ONLY(t.on_words(), audit_check::c10);
}

TEST_CASE("D1: a certainty that is not printed", "[audit]") {
    table t;
    replace(t.words_of_cell(0, "benefit").statements[0].text, "high", "");
    CHECK_ONLY(t.on_words(), audit_check::d1);
}

TEST_CASE("D4 and D5: a state that is not the cell's, a disagreement that is not said or marked", "[audit]") {
    table t;
    t.words_of_cell(0, "benefit").state = cell_state::no_difference;
    CHECK_ONLY(t.on_words(), audit_check::d4);
    table u{disagreement};
    replace(u.words_of_cell(0, "benefit").statements[0].text, english[message::sources_disagree], "varied");
    CHECK(only(u.on_words(), audit_check::d5));
    table v{disagreement};
    v.words_of_cell(0, "benefit").statements[1].marks.clear();
    CHECK(only(v.on_words(), audit_check::d5));
}

TEST_CASE("D7: a claim about a wider group without its mark", "[audit]") {
    table t{[](plan& f, extended& b) {
        f.relief_said.about = b.builder().list(std::vector{b.find<cause>("sore-thumb"), b.find<cause>("sore-hand")});
    }};
    REQUIRE(t.on_words().empty());
    t.words_of_cell(0, "benefit").statements[0].marks.clear();
    CHECK_ONLY(t.on_words(), audit_check::d7);
}

TEST_CASE("E1: a statement that does not say who says it", "[audit]") {
    table t;
    replace(t.words_of_cell(0, "benefit").statements[0].text, "Fixture review", "");
    CHECK_ONLY(t.on_words(), audit_check::e1);
}

TEST_CASE("E2, E3, E5, E6 and E7: dates, policy, editors, version and intended use", "[audit]") {
    auto const missing = [](audit_check check, auto const& cut) {
        table t;
        cut(t.laid);
        CHECK_ONLY(t.on_words(), check);
    };
    missing(audit_check::e2, [](sheet& s) { erase_line(s.edition, "checked to"); });
    missing(audit_check::e3, [](sheet& s) { erase_line(s.counts, "not for use after 1 Oct 2025"); });
    missing(audit_check::e5, [](sheet& s) { erase_line(s.counts, "Edited by"); });
    missing(audit_check::e6, [](sheet& s) { erase_line(s.edition, "2.0.0"); });
    missing(audit_check::e6, [](sheet& s) { erase_line(s.counts, "Content of fixture-thumb 2.0.0: "); });
    missing(audit_check::e7, [](sheet& s) { s.notice.clear(); });
}

TEST_CASE("E6: a sheet of the same version whose content was another", "[audit]") {
    table before, t{[](plan& f, extended&) { f.relief.value = decimal{46, 0}; }};
    t.laid.counts = before.laid.counts;
    CHECK_ONLY(t.on_words(), audit_check::e6);
}

TEST_CASE("E3: a table is not for use once a claim in it is no longer valid", "[audit]") {
    table t{[](plan& f, extended&) { f.relief_said.valid_until = date{2025, 3, 0}; }};
    CHECK(table_detail::last_day(t.made) == date{2025, 3, 0});
    CHECK(t.on_words().empty());
}

TEST_CASE("E4: an interest that is not marked at the claim, or not named with its source", "[audit]") {
    auto const sponsored = [](plan& f, extended& b) { f.relief_said.interest = b.builder().text("its maker paid"); };
    table t{sponsored};
    REQUIRE(t.on_words().empty());
    t.words_of_cell(0, "benefit").statements[0].marks.clear();
    CHECK_ONLY(t.on_words(), audit_check::e4);
    table u{[](plan& f, extended& b) { f.review_interest = b.builder().text("sells thumbs"); }};
    REQUIRE(u.on_words().empty());
    for (auto& s : u.laid.sources) s.interest.clear();
    CHECK(only(u.on_words(), audit_check::e4));
}

TEST_CASE("E8: a warning that names neither the authority nor where it holds", "[audit]") {
    table t;
    replace(t.words_of_cell(0, "harms").statements[0].text, "Fixture Agency", "");
    CHECK_ONLY(t.on_words(), audit_check::e8);
}

TEST_CASE("F2: an abbreviation that nothing explains is a warning", "[audit]") {
    table t;
    t.laid.head.push_back("SMD where the source gives one.");
    CHECK_ONLY(t.on_words(), audit_check::f2, severity::warning);
    t.laid.head.push_back("SMD: standardised mean difference.");
    CHECK(t.on_words().empty());
}

TEST_CASE("R6: a warning that is not printed as one", "[audit]") {
    table t;
    t.words_of_cell(0, "harms").statements[0].is_warning = false;
    CHECK_ONLY(t.on_words(), audit_check::r6);
}

// The plain layer

namespace {
/// Says the other frame wherever a number of people stands, as the plain layer does.
void both_frames(table& t) {
    for (auto& row : t.laid.sections[0].rows)
        for (auto& cell : row.cells)
            for (auto& x : cell.statements) {
                if (x.text.find("45 v 30 of 100") != x.text.npos) x.text += "; not so for 55";
                if (x.text.find("8 v 5 of 100") != x.text.npos) x.text += "; not so for 92";
            }
}
}  // namespace

TEST_CASE("B7: a number of people without the others", "[audit]") {
    table t;
    both_frames(t);
    REQUIRE(errors(t.on_words(layer::plain)).empty());
    replace(t.words_of_cell(0, "benefit").statements[0].text, "55", "");
    CHECK_ONLY(errors(t.on_words(layer::plain)), audit_check::b7);
}

TEST_CASE("C12: more than seven outcomes in the plain layer", "[audit]") {
    auto const outcomes = [](int n) {
        return [n](plan& f, extended&) {
            f.more = [n](extended& b) {
                for (int i = 0; i != n; ++i) {
                    auto const key = "harm-" + std::to_string(i);
                    b.builder().add<outcome>({key, "Harm " + std::to_string(i)}, {valence::undesirable, true, {}, {}});
                    b.claim<affects>("alphaprofen", key, b.said("label", {"sore-thumb"}), "told-" + key);
                }
            };
        };
    };
    table t{outcomes(6)}, seven{outcomes(5)};
    both_frames(t);
    both_frames(seven);
    CHECK_ONLY(errors(t.on_words(layer::plain)), audit_check::c12);
    CHECK(errors(seven.on_words(layer::plain)).empty());
    CHECK(t.on_words().empty());
}

TEST_CASE("D3: wording that does not say how sure the evidence is", "[audit]") {
    table t{[](plan& f, extended&) { f.relief.certainty = {2}; }};
    both_frames(t);
    CHECK_ONLY(errors(t.on_words(layer::plain)), audit_check::d3);
    t.words_of_cell(0, "benefit").statements[0].text += " probably";
    CHECK(errors(t.on_words(layer::plain)).empty());
}

TEST_CASE("F1: a text for readers of more than six years of school is a warning in the plain layer", "[audit]") {
    CHECK(text_measures::reading_grade("The cat sat on the mat. It was a big cat.") < 300);
    CHECK(text_measures::reading_grade(
              "Pharmacological interventions demonstrating statistically significant superiority necessitate individualized "
              "interdisciplinary consideration of multifactorial characteristics.") > 1200);
    CHECK(text_measures::reading_grade("") == 0);
    table t;
    both_frames(t);
    t.laid.notice = "Made up for tests.";
    auto const hard = [&] {
        auto const all = t.on_words(layer::plain);
        return std::any_of(
            all.begin(), all.end(), [](auto const& f) { return f.check == audit_check::f1 && f.severity == severity::warning; });
    };
    t.laid.head = {"It is a table."};
    t.laid.legend.clear();
    t.laid.edition.clear();
    t.laid.counts = {"It was made for you. Read it. Ask. It is short. It is a good one. Take it home. Show it."};
    CHECK_FALSE(hard());
    t.laid.head.push_back(
        "Pharmacological interventions demonstrating statistically significant superiority necessitate individualized "
        "consideration.");
    CHECK(hard());
}
