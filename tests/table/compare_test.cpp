// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/table/compare.hpp>

#include "catch.hpp"
#include "extended.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

using namespace treatise;
using fixture::extended;

namespace {

auto const& knee = fixture::knee();
using words = std::vector<std::string>;

id<cause> cause_of(knowledge_base const& kb, char const* key = "knee-osteoarthritis") { return fixture::entity<cause>(kb, key); }
id<option> option_of(knowledge_base const& kb, char const* key) { return fixture::entity<option>(kb, key); }

words row_keys(comparison const& c) {
    words keys;
    for (auto const& r : c.rows) keys.emplace_back(c.base.key(r.option));
    return keys;
}
words keys_of(knowledge_base const& kb, std::vector<id<option>> const& options) {
    words keys;
    for (auto o : options) keys.emplace_back(kb.key(o));
    return keys;
}
std::uint32_t row_number(comparison const& c, char const* key) {
    for (std::uint32_t i = 0; i != c.rows.size(); ++i)
        if (c.base.key(c.rows[i].option) == key) return i;
    throw std::invalid_argument{std::string{"no row "} + key};
}
row const& row_of_key(comparison const& c, char const* key) { return c.rows[row_number(c, key)]; }
cell const& cell_of(comparison const& c, char const* row, char const* column) {
    for (std::uint32_t i = 0; i != c.preset.columns.size(); ++i)
        if (c.preset.columns[i].key == column) return c.at(row_number(c, row), i);
    throw std::invalid_argument{std::string{"no column "} + column};
}
words claim_keys(knowledge_base const& kb, std::span<statement const> told) {
    words keys;
    for (auto const& s : told) keys.emplace_back(kb.claim_key(s.claim));
    return keys;
}
words shown(comparison const& c, char const* row, char const* column) {
    return claim_keys(c.base, c.shown_in(cell_of(c, row, column)));
}
words all_in(comparison const& c, char const* row, char const* column) {
    return claim_keys(c.base, c.in(cell_of(c, row, column)));
}
bool contains(words const& v, char const* key) { return std::find(v.begin(), v.end(), key) != v.end(); }
std::string_view state(comparison const& c, char const* row, char const* column) { return word(cell_of(c, row, column).state); }

/// A figure of people of 100, or another statistic.
effect figure(extended& b, statistic s, std::int32_t value, int places = 0) {
    effect e;
    e.statistic = s;
    e.value = decimal{value, places};
    e.comparator = b.find<option>("placebo");
    e.time_frame = not_stated;
    e.participants = decimal::unstated();
    e.scheme = b.find<scheme>("fixture-grade");
    e.certainty = {1};
    return e;
}

/// Every claim of a cell on one row only.
bool claims_stand_once(comparison const& c) {
    std::map<claim_id, std::uint32_t> row_of_claim;
    for (std::uint32_t r = 0; r != c.rows.size(); ++r)
        for (std::uint32_t i = 0; i != c.preset.columns.size(); ++i)
            for (auto const& s : c.in(c.at(r, i)))
                if (row_of_claim.emplace(s.claim, r).first->second != r) return false;
    return true;
}

}  // namespace

// Rows

TEST_CASE("a row is the class under which the documented therapies are listed", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    CHECK(row_keys(c) == words{"pain-relievers", "anti-inflammatories", "simple-analgesics", "gels", "exercise"});
}

TEST_CASE("kinds of therapy stand in their order, each row under its own", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    CHECK(knee.key(row_of_key(c, "simple-analgesics").section) == "fixture-medicines-by-mouth");
    CHECK(knee.key(row_of_key(c, "gels").section) == "fixture-medicines-on-the-skin");
    CHECK(knee.key(row_of_key(c, "exercise").section) == "fixture-movement");
    CHECK(std::is_sorted(c.rows.begin(), c.rows.end(), [](row const& a, row const& b) { return a.section < b.section; }));
}

TEST_CASE("a therapy in no class is a row of its own, behind the classes", "[compare]") {
    auto const c = compare(knee, cause_of(knee, "knee-injury-pain"));
    auto const& brace = row_of_key(c, "knee-brace");
    CHECK_FALSE(brace.section);
    CHECK(brace.role == row_role::alone);
    CHECK(knee.key(c.rows.back().option) == "knee-brace");
}

TEST_CASE("a superclass of which a source speaks is a pooled line above its rows", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    CHECK(row_of_key(c, "pain-relievers").role == row_role::pooled);
    CHECK(row_of_key(c, "anti-inflammatories").role == row_role::member);
    CHECK(row_of_key(c, "gels").role == row_role::alone);
    CHECK(row_number(c, "pain-relievers") < row_number(c, "anti-inflammatories"));
}

TEST_CASE("a pooled figure stands on its line once, and no row inherits it", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    CHECK(shown(c, "pain-relievers", "benefit") == words{"affects-pooled-pain"});
    std::size_t times = 0;
    for (auto const& s : c.statements) times += knee.claim_key(s.claim) == "affects-pooled-pain";
    CHECK(times == 1);
}

TEST_CASE("placebo is a row to compare with when a source speaks of it, before all others", "[compare]") {
    extended b;
    b.claim<affects>("placebo", "pain-halved", b.said("review-2021", {"knee-osteoarthritis"}), "placebo-pain", stance::in_favour,
        figure(b, statistic::per_100, 30));
    auto const& kb = b.freeze();
    auto const c = compare(kb, cause_of(kb));
    CHECK(kb.key(c.rows.front().option) == "placebo");
    CHECK(c.rows.front().role == row_role::reference);
    CHECK_FALSE(contains(row_keys(compare(knee, cause_of(knee))), "placebo"));
}

TEST_CASE("an option that sources speak only against stands last, apart from the others", "[compare]") {
    scope s;
    s.source = fixture::entity<source>(knee, "guideline-2020");
    auto const c = compare(knee, cause_of(knee), overview, s);
    CHECK(row_of_key(c, "simple-analgesics").role == row_role::against);
    CHECK(knee.key(c.rows.back().option) == "simple-analgesics");
    CHECK(row_of_key(c, "anti-inflammatories").role != row_role::against);
}

TEST_CASE("an option that every source sets apart for this cause is named, not a row", "[compare]") {
    auto const c = compare(knee, cause_of(knee, "gout-of-the-knee"));
    CHECK(keys_of(knee, c.set_apart) == words{"alphaprofen-gel"});
    CHECK_FALSE(contains(row_keys(c), "gels"));
    for (auto const& s : c.statements) CHECK(s.applies != applicability::excluded);
}

TEST_CASE("the members of a row are the therapies of it that claims speak of", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    auto const of = [&](char const* key) {
        words keys;
        for (auto t : c.members_of(row_of_key(c, key))) keys.emplace_back(knee.key(t));
        return keys;
    };
    CHECK(of("anti-inflammatories") == words{"alphaprofen", "betaprofen"});
    CHECK(of("exercise") == words{"strength-training", "tai-chi"});
    CHECK(of("pain-relievers").empty());
    auto const gout = compare(knee, cause_of(knee, "gout-of-the-knee"));
    CHECK(gout.members_of(row_of_key(gout, "exercise")).size() == 2);
}

TEST_CASE("a table by therapy has a row for each therapy", "[compare]") {
    auto by_therapy = overview;
    by_therapy.rows = grouping::therapy;
    auto const c = compare(knee, cause_of(knee), by_therapy);
    for (auto key : {"alphaprofen", "betaprofen", "calmadol", "strength-training", "tai-chi"}) CHECK(contains(row_keys(c), key));
    CHECK(shown(c, "alphaprofen", "benefit") == words{"affects-alphaprofen-pain"});
}

TEST_CASE("a cause of which nobody speaks has an empty table that counts nothing", "[compare]") {
    auto const c = compare(knee, id<cause>{});
    CHECK(c.rows.empty());
    CHECK(c.cells.empty());
    CHECK(c.sources.empty());
    CHECK(c.claim_count == 0);
    CHECK_FALSE(c.most_from);
    scope s;
    s.source = fixture::entity<source>(knee, "unread-source");
    CHECK(compare(knee, cause_of(knee), overview, s).rows.empty());
}

// Named options, and too many

TEST_CASE("options that are asked for are the rows, in the neutral order", "[compare]") {
    scope s;
    s.options = {option_of(knee, "tai-chi"), option_of(knee, "alphaprofen")};
    auto const c = compare(knee, cause_of(knee), overview, s);
    CHECK(row_keys(c) == words{"alphaprofen", "tai-chi"});
    CHECK(c.asked_options);
    CHECK(all_in(c, "alphaprofen", "benefit") == words{"affects-alphaprofen-pain"});
}

TEST_CASE("an option that is asked for twice is one row", "[compare]") {
    scope s;
    s.options = {option_of(knee, "tai-chi"), option_of(knee, "alphaprofen"), option_of(knee, "tai-chi")};
    CHECK(row_keys(compare(knee, cause_of(knee), overview, s)) == words{"alphaprofen", "tai-chi"});
}

TEST_CASE("an option that is asked for and of which nobody speaks is a row that says so", "[compare]") {
    scope s;
    s.options = {option_of(knee, "alphaprofen-with-calmadol")};
    auto const c = compare(knee, cause_of(knee), overview, s);
    REQUIRE(c.rows.size() == 1);
    CHECK(state(c, "alphaprofen-with-calmadol", "benefit") == "not_reported");
}

TEST_CASE("a class and a therapy in it, both asked for, share no claim", "[compare]") {
    scope s;
    s.options = {option_of(knee, "anti-inflammatories"), option_of(knee, "alphaprofen")};
    auto const c = compare(knee, cause_of(knee), overview, s);
    CHECK(claims_stand_once(c));
    CHECK(contains(all_in(c, "alphaprofen", "benefit"), "affects-alphaprofen-pain"));
    CHECK_FALSE(contains(all_in(c, "anti-inflammatories", "benefit"), "affects-alphaprofen-pain"));
}

namespace {
/// `n` classes more, one therapy each, used for `cause`.
extended many_options(std::size_t n, char const* cause, char const* prefix = "class") {
    extended b;
    for (std::size_t i = 0; i != n; ++i) {
        auto const number = std::to_string(i);
        auto const class_key = prefix + ('-' + number), therapy_key = prefix + ("-therapy-" + number);
        auto const c = b.builder().add<therapy_class>({class_key, class_key});
        b.builder().relate<is_a>(c, b.find<therapy_class>("fixture-medicines-by-mouth"));
        b.therapy(therapy_key, therapy_key, class_key);
        b.claim<used_for>(therapy_key, cause, "leaflet-2024", prefix + ("-claim-" + number));
    }
    return b;
}
}  // namespace

TEST_CASE("with more than 24 options, those that no source discusses for this cause are named below", "[compare]") {
    auto b = many_options(30, "knee-pain");
    auto const& kb = b.freeze();
    auto const c = compare(kb, cause_of(kb));
    CHECK(c.named.size() == 31);  // and gels, of which a source speaks for knee pain alone
    CHECK(row_keys(c) == words{"pain-relievers", "anti-inflammatories", "simple-analgesics", "exercise"});
    std::set<std::string> told;
    for (auto const& k : row_keys(c)) told.insert(k);
    for (auto const& k : keys_of(kb, c.named)) CHECK(told.insert(k).second);
}

TEST_CASE("up to 24 options nothing is left to a list of names", "[compare]") {
    auto b = many_options(20, "knee-pain");  // with the four of knee, 24
    auto const& kb = b.freeze();
    auto const c = compare(kb, cause_of(kb), fixture::in_full);
    CHECK(c.named.empty());
    CHECK(c.rows.size() == 25);  // and a pooled line
}

TEST_CASE("where no source discusses any option for this cause, all stay in the table", "[compare]") {
    auto b = many_options(30, "knee-pain");
    auto const& kb = b.freeze();
    auto const c = compare(kb, cause_of(kb, "gout-of-the-knee"));
    CHECK(c.named.empty());
    CHECK(c.rows.size() == 31);
}

TEST_CASE("rows that are discussed are never cut, however many", "[compare]") {
    auto b = many_options(30, "knee-osteoarthritis");
    auto const& kb = b.freeze();
    CHECK(compare(kb, cause_of(kb), fixture::in_full).rows.size() == 34);
}

TEST_CASE("every option can be asked for as a row", "[compare]") {
    auto b = many_options(30, "knee-pain");
    auto const& kb = b.freeze();
    auto all = overview;
    all.most_rows = 1000;
    CHECK(compare(kb, cause_of(kb), all).named.empty());
}

// Cells

TEST_CASE("a cell is reported", "[compare]") { CHECK(state(compare(knee, cause_of(knee)), "exercise", "benefit") == "reported"); }

TEST_CASE("a cell of which no source speaks is not reported", "[compare]") {
    CHECK(state(compare(knee, cause_of(knee)), "exercise", "harms") == "not_reported");
}

TEST_CASE("a search that found nothing is looked for, not found", "[compare]") {
    CHECK(state(compare(knee, cause_of(knee, "early-knee-osteoarthritis"), overview,
                    [] {
                        scope s;
                        s.options = {option_of(knee, "betaprofen")};
                        return s;
                    }()),
              "betaprofen", "benefit") == "looked_for_not_found");
}

TEST_CASE("no important difference is its own state", "[compare]") {
    scope s;
    s.source = fixture::entity<source>(knee, "review-2021");
    CHECK(state(compare(knee, cause_of(knee), overview, s), "simple-analgesics", "benefit") == "no_important_difference");
}

TEST_CASE("sources disagree where two of them say opposite things of one outcome", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    CHECK(state(c, "simple-analgesics", "benefit") == "sources_disagree");
    CHECK(shown(c, "simple-analgesics", "benefit") == words{"trial-calmadol-pain", "no-difference-calmadol"});
}

TEST_CASE("one source that says both things does not disagree with itself", "[compare]") {
    extended b;
    b.claim<affects>("tai-chi", "pain-halved", "leaflet-2024", "tai-chi-for");
    b.claim<affects>("tai-chi", "pain-halved", "leaflet-2024", "tai-chi-against", stance::against);
    auto const& kb = b.freeze();
    CHECK(state(compare(kb, cause_of(kb)), "exercise", "benefit") == "reported");
}

TEST_CASE("opposite findings of different outcomes are no disagreement", "[compare]") {
    extended b;
    b.claim<affects>("tai-chi", "pain-halved", "review-2021", "tai-chi-against", stance::against);
    auto const& kb = b.freeze();
    CHECK(state(compare(kb, cause_of(kb)), "exercise", "benefit") == "reported");  // the leaflet: better function
}

TEST_CASE("opposite findings of two therapies in one class are no disagreement", "[compare]") {
    extended b;
    b.claim<affects>(
        "betaprofen", "pain-halved", b.said("trial-2019", {"knee-osteoarthritis"}), "betaprofen-against", stance::against);
    auto const& kb = b.freeze();
    CHECK(state(compare(kb, cause_of(kb)), "anti-inflammatories", "benefit") == "reported");  // the review: for alphaprofen
}

TEST_CASE("a newer edition that changed its mind replaces the older one; beside it, it does not disagree", "[compare]") {
    CHECK_FALSE(contains(all_in(compare(knee, cause_of(knee)), "simple-analgesics", "guidance"), "old-guideline-calmadol"));
    scope older;
    older.superseded = true;
    auto const c = compare(knee, cause_of(knee), overview, older);
    CHECK(state(c, "simple-analgesics", "guidance") == "reported");
    CHECK(shown(c, "simple-analgesics", "guidance") == words{"guideline-against-calmadol"});
    CHECK(contains(all_in(c, "simple-analgesics", "guidance"), "old-guideline-calmadol"));
}

TEST_CASE("a source that recommends neither way disagrees with nobody", "[compare]") {
    extended b;
    b.claim<recommended_for>("exercise", "knee-osteoarthritis", "review-2021", "neither", stance::no_recommendation,
        {b.find<scheme>("fixture-grade"), {unstated_level}, {}, {}, {}});
    auto const& kb = b.freeze();
    CHECK(state(compare(kb, cause_of(kb)), "exercise", "guidance") == "reported");
}

TEST_CASE("where sources disagree, one of each side is told, though another statement stands first", "[compare]") {
    extended b;
    b.claim<affects>("alphaprofen", "function-improved", b.said("leaflet-2024", {"knee-osteoarthritis"}), "function-for");
    b.claim<affects>(
        "alphaprofen", "function-improved", b.said("trial-2019", {"knee-osteoarthritis"}), "function-against", stance::against);
    b.claim<affects>("alphaprofen", "function-improved", b.said("guideline-2020", {"knee-osteoarthritis"}),
        "function-against-too", stance::against);
    auto const& kb = b.freeze();
    auto const c = compare(kb, cause_of(kb));
    CHECK(state(c, "anti-inflammatories", "benefit") == "sources_disagree");
    auto const told = shown(c, "anti-inflammatories", "benefit");
    CHECK(told.front() == "affects-alphaprofen-pain");  // the only figure
    CHECK(contains(told, "function-for"));
    CHECK((contains(told, "function-against") || contains(told, "function-against-too")));
}

// One statement, then a count: the rule, one part a case.

TEST_CASE("a cell tells one statement and counts the rest", "[compare]") {
    extended b;
    for (auto key : {"one", "two", "three"}) {
        auto said = b.said("review-2021", {"knee-osteoarthritis"});
        b.claim<affects>("alphaprofen", "pain-halved", said, key, stance::in_favour, figure(b, statistic::risk_ratio, 15, 1));
    }
    auto const& kb = b.freeze();
    auto const c = compare(kb, cause_of(kb));
    CHECK(shown(c, "anti-inflammatories", "benefit") == words{"affects-alphaprofen-pain"});
    CHECK(all_in(c, "anti-inflammatories", "benefit").size() == 5);
}

TEST_CASE("people of 100 stand before another measure", "[compare]") {
    extended b;
    b.claim<affects>("strength-training", "pain-halved", b.said("review-2021", {"knee-pain"}), "of-100", stance::in_favour,
        figure(b, statistic::per_100, 40));
    auto const& kb = b.freeze();
    CHECK(shown(compare(kb, cause_of(kb)), "exercise", "benefit") ==
          words{"of-100"});  // though strength-function is about this very cause
}

TEST_CASE("among equal measures this cause stands before a wider group", "[compare]") {
    extended b;
    b.claim<affects>("alphaprofen", "pain-halved", b.said("policy-2023", {"knee-pain"}), "wider", stance::in_favour,
        figure(b, statistic::per_100, 80));
    auto const& kb = b.freeze();
    CHECK(shown(compare(kb, cause_of(kb)), "anti-inflammatories", "benefit") == words{"affects-alphaprofen-pain"});
}

TEST_CASE("about the same cause a member stands before its class", "[compare]") {
    extended b;
    b.claim<affects>("anti-inflammatories", "pain-halved", b.said("policy-2023", {"knee-osteoarthritis"}), "of-class",
        stance::in_favour, figure(b, statistic::per_100, 80));
    auto const& kb = b.freeze();
    CHECK(shown(compare(kb, cause_of(kb)), "anti-inflammatories", "benefit") == words{"affects-alphaprofen-pain"});
}

TEST_CASE("with all else equal the newest edition is told", "[compare]") {
    extended b;
    auto const against = [&b](int value) {
        auto f = figure(b, statistic::per_100, value);
        f.baseline = treatise::decimal{20, 0};
        return f;
    };
    b.claim<affects>(
        "alphaprofen", "pain-halved", b.said("leaflet-2024", {"knee-osteoarthritis"}), "newest", stance::in_favour, against(1));
    b.claim<affects>(
        "alphaprofen", "pain-halved", b.said("trial-2019", {"knee-osteoarthritis"}), "oldest", stance::in_favour, against(99));
    auto const& kb = b.freeze();
    CHECK(shown(compare(kb, cause_of(kb)), "anti-inflammatories", "benefit") == words{"newest"});
}

TEST_CASE("a larger figure never decides which statement is told", "[compare]") {
    for (auto value : {1, 99}) {
        extended b;
        b.claim<affects>("alphaprofen", "pain-halved", b.said("review-2021", {"knee-osteoarthritis"}), "zz-other",
            stance::in_favour, figure(b, statistic::per_100, value));
        auto const& kb = b.freeze();
        CHECK(shown(compare(kb, cause_of(kb)), "anti-inflammatories", "benefit") == words{"affects-alphaprofen-pain"});
    }
}

TEST_CASE("warnings are never cut, however many", "[compare]") {
    extended b;
    for (auto key : {"label-nausea", "label-stopping", "label-pregnancy"})
        b.claim<warned_of>("alphaprofen",
            std::string_view{key} == "label-pregnancy" ? "pregnancy"
            : std::string_view{key} == "label-nausea"  ? "nausea"
                                                       : "withdrew-because-of-side-effects",
            "label-2022", key, stance::in_favour, b.warning());
    auto const& kb = b.freeze();
    auto const told = shown(compare(kb, cause_of(kb)), "anti-inflammatories", "harms");
    for (auto key : {"boxed-nsaids-bleeding", "label-nausea", "label-stopping", "label-pregnancy"}) CHECK(contains(told, key));
}

TEST_CASE("warnings come first among harms, then what to avoid, then the harms themselves", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    CHECK(shown(c, "anti-inflammatories", "harms") ==
          words{"boxed-nsaids-bleeding", "avoid-nsaids-kidney", "caution-alphaprofen-pregnancy", "affects-alphaprofen-nausea"});
}

TEST_CASE("what must not be stands before what needs care, though the care is about a member", "[compare]") {
    auto const told = all_in(compare(knee, cause_of(knee)), "anti-inflammatories", "harms");
    auto const at = [&](std::string_view key) { return std::find(told.begin(), told.end(), key); };
    CHECK(at("avoid-nsaids-kidney") < at("caution-alphaprofen-pregnancy"));
    CHECK(at("caution-alphaprofen-pregnancy") != told.end());
}

TEST_CASE("an outcome of the documented list is told however rare, before other harms", "[compare]") {
    extended b;
    b.claim<affects>("alphaprofen", "stomach-bleeding", b.said("trial-2019", {"knee-pain"}), "rare-bleeding", stance::in_favour,
        figure(b, statistic::per_1000, 1));
    auto const& kb = b.freeze();
    auto const told = shown(compare(kb, cause_of(kb)), "anti-inflammatories", "harms");
    REQUIRE(told.size() == 5);
    CHECK(contains(words(told.begin(), told.begin() + 2), "rare-bleeding"));
}

TEST_CASE("a bare mention steps behind a recommendation", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    CHECK(shown(c, "exercise", "guidance") == words{"guideline-exercise"});
    CHECK(all_in(c, "exercise", "guidance").size() == 3);
}

TEST_CASE("words of one source to one effect are told together, up to four", "[compare]") {
    extended b;
    auto const sessions = b.builder().add<consideration>({"a-mat", "A mat"}, {practical_issue::procedure_and_device});
    (void)sessions;
    b.claim<involves>("strength-training", "a-mat", "leaflet-2024", "needs-a-mat");
    auto const& kb = b.freeze();
    CHECK(contains(shown(compare(kb, cause_of(kb), fixture::in_full), "exercise", "living"), "needs-a-mat"));
    CHECK(contains(shown(compare(kb, cause_of(kb), fixture::in_full), "exercise", "living"), "strength-sessions"));
}

TEST_CASE("shown statements stand in front of the counted ones, and every claim in a column of its facet", "[compare]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto asked : base->all<cause>()) {
            INFO(name << ": " << base->key(asked));
            auto const c = compare(*base, asked);
            REQUIRE(c.cells.size() == c.rows.size() * c.preset.columns.size());
            for (std::uint32_t r = 0; r != c.rows.size(); ++r)
                for (std::uint32_t i = 0; i != c.preset.columns.size(); ++i) {
                    auto const& cell = c.at(r, i);
                    CHECK(cell.first + cell.shown <= cell.last);
                    CHECK((cell.shown == 0) == (cell.first == cell.last));
                    CHECK((cell.state == cell_state::not_reported) == (cell.first == cell.last));
                    for (auto const& s : c.in(cell)) CHECK(c.preset.columns[i].facets.allows(s.facet));
                }
        }
}

// Aims

namespace {
/// A base in which strength training is also used to prevent the cause, and calmadol to treat the cause itself.
extended with_aims() {
    extended b;
    b.claim<used_for>(
        "strength-training", "knee-osteoarthritis", "leaflet-2024", "to-prevent", stance::in_favour, {intent::preventive});
    b.claim<used_for>("calmadol", "knee-osteoarthritis", "leaflet-2024", "to-cure", stance::in_favour, {intent::cause_directed});
    return b;
}
std::vector<std::pair<std::string, intent>> rows_with_aims(comparison const& c) {
    std::vector<std::pair<std::string, intent>> rows;
    for (auto const& r : c.rows)
        if (r.aim != intent::symptomatic) rows.emplace_back(c.base.key(r.option), r.aim);
    return rows;
}
}  // namespace

TEST_CASE("treatment of the cause itself and prevention stand behind the others, in this order", "[compare]") {
    auto b = with_aims();
    auto const& kb = b.freeze();
    auto const c = compare(kb, cause_of(kb));
    CHECK(rows_with_aims(c) == std::vector<std::pair<std::string, intent>>{
                                   {"simple-analgesics", intent::cause_directed}, {"exercise", intent::preventive}});
    CHECK(c.rows.back().aim == intent::preventive);
}

TEST_CASE("a claim with another aim is on no row of treatment", "[compare]") {
    auto b = with_aims();
    auto const& kb = b.freeze();
    auto const c = compare(kb, cause_of(kb));
    for (std::uint32_t r = 0; r != c.rows.size(); ++r)
        for (std::uint32_t i = 0; i != c.preset.columns.size(); ++i)
            for (auto const& s : c.in(c.at(r, i))) {
                if (kb.claim_key(s.claim) == "to-prevent") CHECK(c.rows[r].aim == intent::preventive);
                if (kb.claim_key(s.claim) == "to-cure") CHECK(c.rows[r].aim == intent::cause_directed);
            }
    CHECK(claims_stand_once(c));
}

TEST_CASE("a scope that names an intent has no rows apart", "[compare]") {
    auto b = with_aims();
    auto const& kb = b.freeze();
    scope s;
    s.intents = intent::preventive;
    auto const c = compare(kb, cause_of(kb), overview, s);
    CHECK(rows_with_aims(c).empty());
    CHECK(c.rows.size() == 1);
}

// The whole table

TEST_CASE("no claim stands on two rows", "[compare]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto asked : base->all<cause>())
            for (auto rows : {grouping::listed_class, grouping::therapy}) {
                auto p = overview;
                p.rows = rows;
                INFO(name << ": " << base->key(asked) << " by " << word(rows));
                CHECK(claims_stand_once(compare(*base, asked, p)));
            }
}

TEST_CASE("on any base, no claim stands on two rows and every candidate is accounted for", "[compare][property]") {
    for (std::uint32_t seed = 0; seed != 60; ++seed) {
        fixture::random_base made{seed};
        auto const owner = made.freeze();
        auto const base = owner.view();
        for (auto asked : base.all<cause>()) {
            auto const c = compare(base, asked);
            INFO("seed " << seed << ", " << base.key(asked));
            CHECK(claims_stand_once(c));
            std::set<id<option>> told;
            std::set<std::pair<id<option>, intent>> aims;
            for (auto const& r : c.rows) {
                CHECK(aims.emplace(r.option, r.aim).second);
                if (r.aim == intent::symptomatic) told.insert(r.option);
                if (r.above) CHECK(told.insert(r.above).second);
            }
            for (auto o : c.mentioned) CHECK(told.insert(o).second);
            for (auto o : c.named) CHECK(told.insert(o).second);
            for (auto o : c.set_apart) told.insert(o);
            for (auto x : candidates(base, asked)) {
                auto const row = row_of(base, x.option);
                CHECK(told.contains(row ? id<option>{row} : x.option));
            }
        }
    }
}

TEST_CASE("counts are of distinct claims behind the cells, and of how they were read", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    std::set<claim_id> claims;
    for (auto const& s : c.statements) claims.insert(s.claim);
    CHECK(c.claim_count == claims.size());
    CHECK(c.read_in_source + 1 == c.claim_count);  // strength-function is restated
    std::uint32_t cells = 0;
    for (auto n : c.states) cells += n;
    CHECK(cells == c.rows.size() * 4);  // four columns of claims
}

TEST_CASE("the sources of a table are those of its claims, in display order, each once", "[compare]") {
    auto const c = compare(knee, cause_of(knee));
    std::set<id<source>> expected;
    for (auto const& s : c.statements) expected.insert(knee.said(s.claim).source);
    for (auto a : c.advice) expected.insert(knee.said(a).source);
    CHECK(std::set<id<source>>(c.sources.begin(), c.sources.end()) == expected);
    CHECK(std::is_sorted(c.sources.begin(), c.sources.end()));
    CHECK(c.sources.size() == expected.size());
}

TEST_CASE("one source behind most cells is named, and no longer when others join", "[compare]") {
    scope s;
    s.source = fixture::entity<source>(knee, "leaflet-2024");
    auto const one = compare(knee, cause_of(knee), overview, s);
    REQUIRE(one.most_from);
    CHECK(knee.key(one.most_from) == "leaflet-2024");
    CHECK_FALSE(compare(knee, cause_of(knee)).most_from);
}

TEST_CASE("half of the cells is not most of them", "[compare]") {
    scope s;
    s.options = {
        option_of(knee, "alphaprofen-gel"), option_of(knee, "tai-chi")};  // one cell of the guideline, two of the leaflet
    auto const c = compare(knee, cause_of(knee), overview, s);
    REQUIRE(c.most_from);
    CHECK(knee.key(c.most_from) == "leaflet-2024");
    preset narrow{"narrow", {columns::option, columns::guidance}, grouping::listed_class, 24, {}};
    CHECK_FALSE(compare(knee, cause_of(knee), narrow, s).most_from);
}

TEST_CASE("what is advised for the cause as a whole comes with the table, also from a wider group", "[compare]") {
    CHECK(compare(knee, cause_of(knee)).advice.size() == 1);
    CHECK(compare(knee, cause_of(knee, "early-knee-osteoarthritis")).advice.size() == 1);
    CHECK(compare(knee, cause_of(knee, "knee-pain")).advice.empty());  // said of a kind of it alone
}

TEST_CASE("a table says when a scope may have left something out", "[compare]") {
    CHECK_FALSE(compare(knee, cause_of(knee)).narrowed);
    std::vector<scope> narrow(9);
    narrow[0].source = fixture::entity<source>(knee, "leaflet-2024");
    narrow[1].source_kinds = source_kind::trial;
    narrow[2].jurisdiction = fixture::entity<jurisdiction>(knee, "other-land");
    narrow[3].payer = fixture::entity<payer>(knee, "fixture-health-plan");
    narrow[4].applies = applicability::exact;
    narrow[5].read = reading::in_source;
    narrow[6].as_of = date{2020, 1, 1};
    narrow[7].place = "section 1";
    narrow[8].kind = fixture::entity<therapy_class>(knee, "exercise");
    for (auto const& s : narrow) CHECK(compare(knee, cause_of(knee), overview, s).narrowed);
}

TEST_CASE("no scope hides a warning of a row", "[compare]") {
    scope s;
    s.source = fixture::entity<source>(knee, "guideline-2020");
    auto const c = compare(knee, cause_of(knee), overview, s);
    CHECK(contains(shown(c, "anti-inflammatories", "harms"), "boxed-nsaids-bleeding"));
}

// Presets

TEST_CASE("built-in presets have harms wherever they have benefit", "[compare]") {
    for (auto const& p : built_in_presets) {
        bool benefit = false, harms = false;
        for (auto const& c : p.columns) benefit = benefit || c.key == "benefit", harms = harms || c.key == "harms";
        CHECK((!benefit || harms));
        CHECK(p.columns[0].content == column_content::name);
    }
}

TEST_CASE("the columns of the default table are those of the design", "[compare][type]") {
    STATIC_REQUIRE(overview.columns.size() == 5);
    STATIC_REQUIRE(overview.columns[0] == columns::option);
    STATIC_REQUIRE(overview.columns[1] == columns::guidance);
    STATIC_REQUIRE(overview.columns[2] == columns::benefit);
    STATIC_REQUIRE(overview.columns[3] == columns::harms);
    STATIC_REQUIRE(overview.columns[4] == columns::living);
    STATIC_REQUIRE(overview.most_rows == 24);
}

TEST_CASE("a column has a key, and an unknown key has no column", "[compare][type]") {
    for (auto const& c : columns::all) CHECK(column_of(c.key) == c);
    STATIC_REQUIRE(column_of("nonsense").key.empty());
    std::set<std::string_view> keys;
    for (auto const& c : columns::all) CHECK(keys.insert(c.key).second);
}

TEST_CASE(
    "every facet but use, approval and provider stands in a column of the default table or of another preset", "[compare]") {
    for (std::size_t f = 0; f != words_of<facet>.size(); ++f) {
        bool stands = false;
        for (auto const& p : built_in_presets)
            for (auto const& c : p.columns)
                stands = stands || (c.content == column_content::claims && c.facets.allows(static_cast<facet>(f)));
        CHECK(stands);
    }
}

TEST_CASE("a list of columns takes sixteen and leaves out the rest", "[compare][type]") {
    constexpr auto made = [] {
        column_list l;
        for (int i = 0; i != 20; ++i) l.push_back(columns::harms);
        return l;
    };
    STATIC_REQUIRE(made().size() == 16);
    STATIC_REQUIRE(column_list{}.empty());
}

namespace {
/// `knee` with a preset that prints one source's table.
extended with_preset(
    char const* source_key = "guideline-2020", grouping rows = grouping::listed_class, char const* place = nullptr) {
    extended b;
    preset_details d;
    d.columns = b.builder().list({"option", "members", "guidance", "harms"});
    d.headings = b.builder().list({"What", "Such as"});
    d.rows = rows;
    d.options = b.builder().list(std::vector<id<option>>{b.find<option>("exercise"), b.find<option>("anti-inflammatories")});
    d.from = b.find<source>(source_key);
    if (place) d.place = b.builder().text(place);
    b.builder().add<table_preset>({"one-source", "A table of one source"}, d);
    return b;
}
comparison by_preset(knowledge_base const& kb) {
    return compare(kb, cause_of(kb), preset_of(kb, fixture::entity<table_preset>(kb, "one-source")));
}
}  // namespace

TEST_CASE("a preset of the base brings its columns, headings and rows in its own order", "[compare]") {
    auto b = with_preset();
    auto const& kb = b.freeze();
    auto const c = by_preset(kb);
    CHECK(row_keys(c) == words{"exercise", "anti-inflammatories"});
    CHECK(c.preset.columns[0].heading == "What");
    CHECK(c.preset.columns[1].heading == "Such as");
    CHECK(c.preset.columns[2].heading.empty());
    CHECK_FALSE(c.narrowed);
}

TEST_CASE("a preset with an unknown column leaves it out and keeps the headings of the others in place", "[compare]") {
    extended b;
    preset_details d;
    d.columns = b.builder().list({"option", "nonsense", "benefit"});
    d.headings = b.builder().list({"A", "B", "C"});
    b.builder().add<table_preset>({"with-nonsense", "With nonsense"}, d);
    auto const& kb = b.freeze();
    auto const p = preset_of(kb, fixture::entity<table_preset>(kb, "with-nonsense"));
    REQUIRE(p.columns.size() == 2);
    CHECK(p.columns[1].key == "benefit");
    CHECK(p.columns[1].heading == "C");
}

TEST_CASE("the table of one source has that source's statements in its cells, and no other's", "[compare]") {
    auto b = with_preset();
    auto const& kb = b.freeze();
    auto const c = by_preset(kb);
    for (auto const& s : c.statements) CHECK(kb.key(kb.said(s.claim).source) == "guideline-2020");
    CHECK(shown(c, "anti-inflammatories", "guidance") == words{"guideline-nsaids", "no-recommendation-betaprofen"});
}

TEST_CASE("under the table of one source stand the warnings that others give for its rows, each once", "[compare]") {
    auto b = with_preset();
    b.claim<warned_of>("alphaprofen", "nausea", "label-2022", "label-alphaprofen", stance::in_favour, b.warning());
    b.claim<warned_of>("tai-chi", "nausea", "label-2022", "label-tai-chi", stance::in_favour, b.warning());
    b.claim<warned_of>("calmadol", "nausea", "label-2022", "label-calmadol", stance::in_favour, b.warning());  // of no row
    auto const& kb = b.freeze();
    words found;
    for (auto const& w : by_preset(kb).warnings) found.emplace_back(kb.claim_key(w.warning.claim));
    std::sort(found.begin(), found.end());
    CHECK(found == words{"boxed-nsaids-bleeding", "label-alphaprofen", "label-tai-chi"});
}

TEST_CASE("warnings of the classes and members below a pooled row stand under the table, too", "[compare]") {
    extended b;
    preset_details d;
    d.columns = b.builder().list({"option", "harms"});
    d.options = b.builder().list(std::vector<id<option>>{b.find<option>("pain-relievers")});
    d.from = b.find<source>("leaflet-2024");
    b.builder().add<table_preset>({"one-source", "A table of one source"}, d);
    b.claim<warned_of>("calmadol", "nausea", "label-2022", "label-calmadol", stance::in_favour, b.warning());
    auto const& kb = b.freeze();
    words found;
    for (auto const& w : by_preset(kb).warnings) found.emplace_back(kb.claim_key(w.warning.claim));
    std::sort(found.begin(), found.end());
    CHECK(found == words{"boxed-nsaids-bleeding", "label-calmadol"});
}

TEST_CASE("a warning of the table's own source stands in its cell, not below", "[compare]") {
    auto b = with_preset("label-2022");
    auto const& kb = b.freeze();
    auto const c = by_preset(kb);
    CHECK(c.warnings.empty());
    CHECK(contains(shown(c, "anti-inflammatories", "harms"), "boxed-nsaids-bleeding"));
}

TEST_CASE("the warnings below a table count among its claims and sources", "[compare]") {
    auto b = with_preset();
    auto const& kb = b.freeze();
    auto const c = by_preset(kb);
    CHECK(c.claim_count == 4);  // two recommendations, one that makes none, and the boxed warning
    CHECK(std::find(c.sources.begin(), c.sources.end(), fixture::entity<source>(kb, "label-2022")) != c.sources.end());
}

TEST_CASE("a preset of one place tells what stands there alone", "[compare]") {
    auto b = with_preset("guideline-2020", grouping::listed_class, "section 4");
    auto const& kb = b.freeze();
    CHECK(by_preset(kb).statements.empty());
}

TEST_CASE("a preset of the base tells everything its source says, once each", "[compare]") {
    auto b = with_preset("label-2022");
    for (auto key : {"again", "and-again", "once-more"})
        b.claim<approved_for>("alphaprofen", "knee-osteoarthritis", "label-2022", key, stance::in_favour,
            {b.builder().text("Fixture Agency"), approval_status::approved, {}});
    auto const& kb = b.freeze();
    auto const c = by_preset(kb);
    CHECK(cell_of(c, "anti-inflammatories", "guidance").shown == all_in(c, "anti-inflammatories", "guidance").size());
}

TEST_CASE("a comparison is a value without text: it copies, and refers to its base", "[compare][type]") {
    STATIC_REQUIRE(std::is_copy_constructible_v<comparison>);
    STATIC_REQUIRE(std::is_trivially_copyable_v<statement>);
    STATIC_REQUIRE(std::is_trivially_copyable_v<cell>);
    STATIC_REQUIRE(std::is_trivially_copyable_v<preset>);
    auto const c = compare(knee, cause_of(knee));
    auto const copy = c;
    CHECK(copy.base == knee);
    CHECK(copy.rows.size() == c.rows.size());
}

// Misuse must not compile; each line is its own check.
template <class Kind>
concept compares_for = requires(knowledge_base const& kb, id<Kind> asked) { compare(kb, asked); };
template <class Preset>
concept compares_with = requires(knowledge_base const& kb, id<cause> asked, Preset p) { compare(kb, asked, p); };

TEST_CASE("a comparison is for a cause, by a preset", "[compare][type]") {
    STATIC_REQUIRE(compares_for<cause>);
    STATIC_REQUIRE_FALSE(compares_for<therapy>);
    STATIC_REQUIRE_FALSE(compares_for<option>);
    STATIC_REQUIRE(compares_with<preset>);
    STATIC_REQUIRE_FALSE(compares_with<scope>);
    STATIC_REQUIRE_FALSE(compares_with<id<table_preset>>);
}

template <class T>
concept has_rank = requires(T t) { t.rank; };
template <class T>
concept has_score = requires(T t) { t.score; };
template <class T>
concept has_best = requires(T t) { t.best; };

TEST_CASE("nothing here ranks: no row, cell or comparison has a score", "[compare][type]") {
    STATIC_REQUIRE_FALSE(has_rank<row>);
    STATIC_REQUIRE_FALSE(has_score<row>);
    STATIC_REQUIRE_FALSE(has_score<cell>);
    STATIC_REQUIRE_FALSE(has_best<comparison>);
}
