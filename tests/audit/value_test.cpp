// SPDX-License-Identifier: BSL-1.0
// What an audit finds on the value of a table: each check has a table that is broken for it alone, and fails with it alone.
#include "audited_table.hpp"

namespace audit_value_test {

using namespace audited;

namespace {

void swap_rows(table& t) {
    std::swap(t.made.rows[0], t.made.rows[1]);
    for (std::uint32_t i = 0; i != t.made.view.columns.size(); ++i)
        std::swap(t.made.cells[i], t.made.cells[t.made.view.columns.size() + i]);
}
/// Lets a cell tell these claims, in this order.
void retell(table& t, cell& c, std::vector<std::pair<char const*, applicability>> const& claims) {
    auto one = t.made.told[c.first];
    c.first = static_cast<std::uint32_t>(t.made.told.size());
    for (auto const& [key, applies] : claims) {
        one.says.claim = fixture::claim(t.kb(), key);
        one.says.applies = applies;
        one.with_first = one.with_last = 0;
        t.made.told.push_back(one);
    }
    c.last = static_cast<std::uint32_t>(t.made.told.size());
}
/// Leaves a cell without what it tells.
void empty(cell& c) { c.last = c.first, c.state = cell_state::not_reported; }

}  // namespace

TEST_CASE("a good table has no fault in its value, in any view", "[audit]") {
    for (auto const& v : views::all) {
        table const t{{}, v};
        INFO(v.key << '\n' << in_words(t.on_value(), t.made));
        CHECK(faults(t.on_value()).empty());
    }
    CHECK(table{}.made.rows.size() == 2);
}

TEST_CASE("A1: a cause without a definition; without a code, a warning", "[audit]") {
    table t;
    t.arrays().entities[fixture::entity(t.kb(), "sore-thumb").value].description = {};
    CHECK_ONLY(t.on_value(), audit_check::a1);
}
TEST_CASE("A1: the cause of nothing", "[audit]") {
    auto const all = audit(comparison{});
    REQUIRE(all.size() == 1);
    CHECK(all[0].check == audit_check::a1);
}
TEST_CASE("A3: a documented option that stands nowhere", "[audit]") {
    table t;
    t.made.rows.pop_back();
    t.made.cells.resize(t.made.view.columns.size());
    CHECK_ONLY(t.on_value(), audit_check::a3);
    t.made.narrowed = true;
    CHECK(faults(t.on_value()).empty());
}
TEST_CASE("A4: what happens without the option, nowhere stated, is a note", "[audit]") {
    table t{[](plan& p) { p.relief.baseline = p.nausea.baseline = decimal::unstated(); }};
    CHECK(notes(t.on_value(), audit_check::a4));
}
TEST_CASE("A5: what it is like to live with has no column", "[audit]") {
    table t{{}, overview_without("practical")};
    CHECK_ONLY(t.on_value(), audit_check::a5);
}
TEST_CASE("A6: a cell that holds nothing and does not say so", "[audit]") {
    table t;
    t.cell_of(1, "practical").last = t.cell_of(1, "practical").first;
    CHECK_ONLY(t.on_value(), audit_check::a6);
}
TEST_CASE("B1: a row without all its columns", "[audit]") {
    table t;
    t.made.cells.pop_back();
    CHECK_ONLY(t.on_value(), audit_check::b1);
}
TEST_CASE("B2: a row that tells far less than the fullest one is a warning", "[audit]") {
    table t;
    for (auto column : {"benefit", "harms", "practical", "guidance"}) empty(t.cell_of(1, column));
    t.made.rows[1].group = guidance_group::no_guideline;
    CHECK_ONLY(t.on_value(), audit_check::b2, severity::warning);
}
TEST_CASE("B3: benefits without harms", "[audit]") {
    table t{{}, overview_without("harms")};
    CHECK_ONLY(t.on_value(), audit_check::b3);
}
TEST_CASE("B4: rows out of the declared order", "[audit]") {
    table t;
    swap_rows(t);
    CHECK_ONLY(t.on_value(), audit_check::b4);
}
TEST_CASE("B8: an option in two rows", "[audit]") {
    table t;
    t.made.rows.push_back(t.made.rows[1]);
    for (std::uint32_t i = 0; i != t.made.view.columns.size(); ++i) t.made.cells.push_back(t.made.at(1, i));
    CHECK_ONLY(t.on_value(), audit_check::b8);
}
TEST_CASE("C2: a figure of nobody, and one whose people the source leaves out", "[audit]") {
    table t{[](plan& p) { p.nausea_said = p.in("review", "table 3", {}); }};
    CHECK_ONLY(t.on_value(), audit_check::c2);
    table u{[](plan& p) {
        p.nausea_said = p.in("review", "table 3", {});
        p.nausea_said.population = not_stated;
    }};
    CHECK(faults(u.on_value()).empty());
    CHECK(notes(u.on_value(), audit_check::c2));
}
TEST_CASE("C3: a figure without a time; times that differ more than twice are a warning", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").time_frame = {};
    CHECK_ONLY(t.on_value(), audit_check::c3);
    table u{[](plan& p) { p.nausea.time_frame = not_stated; }};
    CHECK(faults(u.on_value()).empty());
    CHECK(notes(u.on_value(), audit_check::c3));
}
TEST_CASE("C3: side effects after eight weeks beside others after a year are a warning", "[audit]") {
    table t{[](plan& p) {
        p.more = [](plan& q) {
            q.b.builder().add<outcome>({"dizziness", "Dizziness"}, {valence::undesirable, false, {}, {}});
            auto e = q.people(9, 4);
            e.time_frame = q.b.builder().text("1 year");
            q.b.claim<affects>("alphaprofen", "dizziness", q.in("review", "table 9"), "dizziness-alpha", stance::in_favour, e);
        };
    }};
    CHECK_ONLY(t.on_value(), audit_check::c3, severity::warning);
}
TEST_CASE("C4: a figure without what it was compared with", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").comparator = {};
    CHECK_ONLY(t.on_value(), audit_check::c4);
}
TEST_CASE("C6: a relative effect alone is a note", "[audit]") {
    table t{[](plan& p) {
        p.nausea.statistic = statistic::risk_ratio;
        p.nausea.value = decimal{16, 1};
        p.nausea.baseline = decimal::unstated();
    }};
    CHECK(notes(t.on_value(), audit_check::c6));
}
TEST_CASE("C8: a broken interval", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").low = decimal{50, 0};
    t.payload<affects>("relief-alpha").high = decimal{60, 0};
    CHECK_ONLY(t.on_value(), audit_check::c8);
}
TEST_CASE("C13: more people than there are", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").value = decimal{145, 0};
    CHECK_ONLY(t.on_value(), audit_check::c13);
}
TEST_CASE("D1 and D2: a figure without a certainty; a lower one without reasons is a note", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").certainty = {};
    CHECK_ONLY(t.on_value(), audit_check::d1);
    table const low{[](plan& p) { p.relief.certainty = {3}; }};
    CHECK(notes(low.on_value(), audit_check::d2));
}
TEST_CASE("D4: a state that the claims of the cell do not give", "[audit]") {
    table t;
    t.cell_of(0, "benefit").state = cell_state::looked_for;
    CHECK_ONLY(t.on_value(), audit_check::d4);
}
TEST_CASE("D5: a disagreement of which one side is cut", "[audit]") {
    table t;
    t.cell_of(0, "benefit").state = cell_state::disagree;
    CHECK_ONLY(t.on_value(), audit_check::d5);
}
TEST_CASE("D6: a recommendation in no scheme", "[audit]") {
    table t;
    t.payload<recommended_for>("advised-alpha").scheme = {};
    CHECK_ONLY(t.on_value(), audit_check::d6);
}
TEST_CASE("D7: a figure of other people that is told as one of these", "[audit]") {
    table t;
    t.told_of(0, "benefit").says.applies = applicability::broader;
    CHECK_ONLY(t.on_value(), audit_check::d7);
}
TEST_CASE("D7: a benefit in people whom the source leaves out is told nowhere, and would be found", "[audit]") {
    table const t{[](plan& p) {
        p.relief_said = p.in("review", "table 1", {"sore-hand"});
        p.relief_said.excludes = p.b.builder().list(std::vector{p.b.find<cause>("sore-thumb")});
    }};
    for (auto const& x : t.made.told) CHECK(t.kb().claim_key(x.says.claim) != "relief-alpha");
    table u;
    auto& said = u.said("relief-alpha");
    said.excludes = said.about;  // the cell was filled before
    u.made.told[u.cell_of(0, "benefit").first].says.applies = applicability::excluded;
    CHECK(only(u.on_value(), audit_check::d7));
}
TEST_CASE("E1: a claim without a place", "[audit]") {
    table t;
    t.said("relief-alpha").place = {};
    CHECK_ONLY(t.on_value(), audit_check::e1);
}
TEST_CASE("E2: a base that does not say when it was released, a source without its date", "[audit]") {
    table t;
    t.arrays().base[0].released = {};
    t.look();
    CHECK_ONLY(t.on_value(), audit_check::e2);
}
TEST_CASE("E8: a warning that was never checked", "[audit]") {
    table t;
    t.said("warned-alpha").checked = {};
    CHECK_ONLY(t.on_value(), audit_check::e8);
}
TEST_CASE("E9: a withdrawn claim in a cell", "[audit]") {
    table t;
    t.said("food-alpha").status = claim_status::withdrawn;
    CHECK_ONLY(t.on_value(), audit_check::e9);
}
TEST_CASE("R2: a warning that an answer knows and the table lacks", "[audit]") {
    table t;
    t.made.told[t.cell_of(0, "warnings").first] = t.made.told[t.cell_of(1, "warnings").first];
    CHECK_ONLY(t.on_value(), audit_check::r2);
}
TEST_CASE("R3: a figure of a wider group before one without difference for these people", "[audit]") {
    table t{[](plan& p) {
        p.more = [](plan& q) {
            q.b.claim<affects>("alphaprofen", "pain-halved", q.in("other-review", "page 1", {"sore-hand"}), "wider",
                stance::in_favour, q.people(40, 30));
            q.b.claim<affects>(
                "alphaprofen", "pain-halved", q.in("other-review", "page 2"), "denied", stance::no_difference, q.people(31, 30));
        };
    }};
    CHECK(faults(t.on_value()).empty());
    retell(t, t.cell_of(0, "benefit"), {{"denied", applicability::exact}, {"wider", applicability::broader}});
    CHECK(faults(t.on_value()).empty());
    retell(t, t.cell_of(0, "benefit"), {{"wider", applicability::broader}, {"denied", applicability::exact}});
    CHECK_ONLY(t.on_value(), audit_check::r3);
}
TEST_CASE("R4: a row among the recommended without advice", "[audit]") {
    table t;
    empty(t.cell_of(1, "guidance"));
    CHECK_ONLY(t.on_value(), audit_check::r4);
}
TEST_CASE("R5: benefit of one member and harms of another, and nobody says so", "[audit]") {
    table t{[](plan& p) {
        p.more = [](plan& q) {
            auto& b = q.b.builder();
            auto const gamma = b.add<therapy_class>({"gamma-tablets", "Gamma tablets"});
            b.relate<is_a>(gamma, q.b.find<therapy_class>("tablets"));
            for (auto key : {"gamma-one", "gamma-two"}) b.relate<listed_under>(b.add<therapy>({key, key}), gamma);
            q.b.claim<affects>("gamma-one", "pain-halved", q.in("review", "table 5"), "relief-one", stance::in_favour, q.relief);
            q.b.claim<affects>("gamma-two", "nausea", q.in("review", "table 6"), "nausea-two", stance::in_favour, q.nausea);
        };
    }};
    REQUIRE(t.made.rows.size() == 3);
    CHECK(faults(t.on_value()).empty());
    for (auto& x : t.made.cells) x.silent_last = x.silent_first;
    CHECK_ONLY(t.on_value(), audit_check::r5);
}
TEST_CASE("R7: a range of one trial", "[audit]") {
    table t;
    t.told_of(0, "benefit").is_range = true;
    CHECK_ONLY(t.on_value(), audit_check::r7);
}
TEST_CASE("R8: a figure above the range of the label at the head of a cell", "[audit]") {
    table t;
    t.payload<affects>("relief-alpha").label_range = label_range::above;
    CHECK_ONLY(t.on_value(), audit_check::r8);
}
TEST_CASE("R11: a seller's figure before an independent one", "[audit]") {
    table t{[](plan& p) {
        p.more = [](plan& q) {
            auto said = q.in("other-review", "page 1");
            said.interest = q.b.builder().text("the maker paid for the trial");
            q.b.claim<affects>("alphaprofen", "pain-halved", said, "sold", stance::in_favour, q.people(70, 30));
        };
    }};
    CHECK(faults(t.on_value()).empty());
    retell(t, t.cell_of(0, "benefit"), {{"sold", applicability::exact}, {"relief-alpha", applicability::exact}});
    CHECK_ONLY(t.on_value(), audit_check::r11);
}

}  // namespace audit_value_test
