// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/knowledge_base.hpp>  // first: the header must stand alone

#include <treatise/graph/builder.hpp>
#include <treatise/model/fields.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "random_base.hpp"
#include "reader.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <random>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace graph_knowledge_base_test {

using namespace treatise;

// Misuse must not compile. Each line is its own check, so one that starts compiling is named.
template <class Kb, class Kind>
concept a_thing_affects = requires(Kb kb, id<Kind> v) { kb.template out<affects>(v); };
template <class Kb, class Kind>
concept a_thing_is_affected = requires(Kb kb, id<Kind> v) { kb.template in<affects>(v); };
template <class Kb, class Kind>
concept claims_are_about = requires(Kb kb, id<Kind> v) { kb.template about<affects>(v); };
template <class Kb>
concept structure_is_about = requires(Kb kb, id<cause> v) { kb.template about<is_a>(v); };
template <class Kb, class Kind>
concept lists_all = requires(Kb kb) { kb.template all<Kind>(); };
template <class Kb, class Kind>
concept has_details = requires(Kb kb, id<Kind> v) { kb.details(v); };
template <class Kb>
concept is_asked_by_number = requires(Kb kb) { kb.name(7u); };
template <class Kb>
concept names_a_claim = requires(Kb kb, claim_id c) { kb.name(c); };
template <class Kb>
concept gets_structure_as_claim = requires(Kb kb, claim_id c) { kb.template get<is_a>(c); };

using kb_type = knowledge_base;
static_assert(a_thing_affects<kb_type, therapy> && a_thing_affects<kb_type, therapy_class> && a_thing_affects<kb_type, option>);
static_assert(!a_thing_affects<kb_type, cause>);
static_assert(!a_thing_affects<kb_type, entity>);
static_assert(a_thing_is_affected<kb_type, outcome> && !a_thing_is_affected<kb_type, therapy>);
static_assert(claims_are_about<kb_type, cause> && !claims_are_about<kb_type, circumstance>);
static_assert(!structure_is_about<kb_type>);
static_assert(lists_all<kb_type, option> && lists_all<kb_type, entity>);
static_assert(!lists_all<kb_type, one_of<cause, circumstance>>);  // not neighbours: a range would hold others, too
static_assert(has_details<kb_type, therapy> && !has_details<kb_type, option>);
static_assert(!is_asked_by_number<kb_type>);
static_assert(!names_a_claim<kb_type>);
static_assert(!gets_structure_as_claim<kb_type>);

static_assert(std::is_trivially_copyable_v<knowledge_base>);
static_assert(std::is_base_of_v<bgl::enable, knowledge_base>);
static_assert(std::random_access_iterator<decltype(knowledge_base{}.all<cause>().begin())>);
static_assert(std::random_access_iterator<decltype(knowledge_base{}.out<affects>(id<therapy>{}).begin())>);

namespace {

/// Two causes, the second a kind of the first, and a therapy used for the second: as a baked header would hold them.
struct tiny_arrays {
    static constexpr std::uint32_t entities = 3, edges = 2, buckets = entities + 1;

    std::array<std::uint32_t, kinds::size + 1> kind_begin{}, added_begin{};
    std::array<std::uint32_t, relations::size + 1> relation_begin{};
    std::array<std::uint32_t, edges> subject{1, 2}, object{0, 1}, in_edges{0, 1};
    std::array<std::uint32_t, relations::size> at{}, about_at{};
    std::array<std::uint32_t, relations::size * buckets> out_begin{}, in_begin{};
    std::array<std::uint32_t, claim_relations::size + 1> begin{};  // of every column of claims: one row, of used_for
    std::array<std::uint32_t, claim_relations::size + 1> no_rows{};
    std::array<std::uint8_t, 1> stance{static_cast<std::uint8_t>(treatise::stance::against)};
    std::array<std::uint32_t, 1> attributed{}, claim_key{8}, note{};
    std::array<attribution, 1> attributions{};
    std::array<entity_row, entities> rows{};
    std::array<use, 1> uses{{{intent::preventive}}};
    std::array<therapy_details, 1> therapies{{{{}, {}, true}}};
    std::array<std::uint32_t, 10> text_begin{0, 0, 10, 14, 18, 22, 26, 30, 34, 37};
    std::string_view pool = "not statedPainAcheRemypainacheremyc-1";

    constexpr tiny_arrays() {
        for (std::uint32_t k = 0; k != kind_begin.size(); ++k)
            kind_begin[k] = k > kind_number<therapy> ? 3u : k > kind_number<cause> ? 2u : 0u;
        added_begin.fill(entities);
        for (std::uint32_t r = 0; r != relation_begin.size(); ++r)
            relation_begin[r] = r > relation_number<used_for> ? 2u : r > relation_number<is_a> ? 1u : 0u;
        for (std::uint32_t r = 0; r != relations::size; ++r) {
            at[r] = r * buckets;
            about_at[r] = no_index;
            auto const lo = [&](std::uint32_t bits) { return kind_begin[static_cast<std::size_t>(std::countr_zero(bits))]; };
            for (std::uint32_t i = 0; i != buckets; ++i) {
                auto &out = out_begin[at[r] + i] = relation_begin[r], &in = in_begin[at[r] + i] = relation_begin[r];
                for (auto e = relation_begin[r]; e != relation_begin[r + 1]; ++e) {
                    if (subject[e] < lo(subject_kinds[r]) + i) ++out;
                    if (object[e] < lo(object_kinds[r]) + i) ++in;
                }
            }
        }
        for (std::uint32_t r = 0; r != begin.size(); ++r) begin[r] = r > relation_number<used_for> - structure::size ? 1u : 0u;
        attributions[0].place = not_stated;
    }

    constexpr tables spans() const {
        tables t;
        t.kind_begin = kind_begin;
        t.added_begin = added_begin;
        t.relation_begin = relation_begin;
        t.out_at = t.in_at = at;
        t.out_begin = out_begin;
        t.in_begin = in_begin;
        t.in_edges = in_edges;
        t.about_at = about_at;
        t.subject = subject;
        t.object = object;
        t.stance.begin = t.attributed.begin = t.claim_key.begin = t.note.begin = begin;
        t.stance.rows = stance;
        t.attributed.rows = attributed;
        t.claim_key.rows = claim_key;
        t.note.rows = note;
        t.marks.begin = t.layer.begin = no_rows;
        t.attributions = attributions;
        t.entities = rows;
        t.rows<used_for>() = uses;
        t.rows<therapy>() = therapies;
        t.text_begin = text_begin;
        t.pool = pool;
        return t;
    }
};
constexpr tiny_arrays tiny_data{};
constexpr tables tiny_tables = tiny_data.spans();
constexpr knowledge_base tiny{tiny_tables};
constexpr auto pain = id<cause>::from_number(0), ache = id<cause>::from_number(1);
constexpr auto remedy = id<therapy>::from_number(2);

template <class Ids>
std::vector<std::uint32_t> numbers(Ids const& ids) {
    std::vector<std::uint32_t> all;
    for (auto i : ids) all.push_back(i.value);
    return all;
}

}  // namespace

TEST_CASE("an empty base holds nothing and answers everything", "[knowledge_base]") {
    constexpr knowledge_base none;
    STATIC_REQUIRE(none.entity_count() == 0);
    STATIC_REQUIRE(none.claim_count() == 0);
    STATIC_REQUIRE(none.all<entity>().empty());
    STATIC_REQUIRE(none.claims().empty());
    STATIC_REQUIRE(none.name(id<cause>::from_number(0)).empty());
    STATIC_REQUIRE(none.kind(id<cause>::from_number(0)) == kinds::size);
    STATIC_REQUIRE(none.relation(claim_id::from_number(0)) == relations::size);
    STATIC_REQUIRE(none.out<affects>(id<therapy>::from_number(0)).empty());
    STATIC_REQUIRE(none.in<affects>(id<outcome>::from_number(0)).empty());
    STATIC_REQUIRE(none.about<affects>(id<cause>::from_number(0)).empty());
    STATIC_REQUIRE(none.every<affects>().empty());
    STATIC_REQUIRE(none.said(claim_id::from_number(0)) == attribution{});
    STATIC_REQUIRE(none.details(id<therapy>::from_number(0)) == therapy_details{});
    STATIC_REQUIRE(none.base() == base_row{});
}

TEST_CASE("a base in constant arrays is read when the program is compiled", "[knowledge_base][type]") {
    STATIC_REQUIRE(tiny.entity_count() == 3);
    STATIC_REQUIRE(tiny.all<cause>().size() == 2);
    STATIC_REQUIRE(tiny.all<option>().front() == id<option>{remedy});
    STATIC_REQUIRE(tiny.key(ache) == "ache");
    STATIC_REQUIRE(tiny.name(remedy) == "Remy");
    STATIC_REQUIRE(tiny.kind(remedy) == kind_number<therapy>);
    STATIC_REQUIRE(tiny.as<cause>(remedy) == id<cause>{});
    STATIC_REQUIRE(tiny.as<option>(id<entity>{remedy}) == id<option>{remedy});
    STATIC_REQUIRE(tiny.details(remedy).reference);
    STATIC_REQUIRE(tiny.out<is_a>(ache).front().object == pain);
    STATIC_REQUIRE(std::is_same_v<decltype(tiny.out<is_a>(ache).front().object), id<cause>>);
    STATIC_REQUIRE(tiny.out<is_a>(pain).empty());
    STATIC_REQUIRE(tiny.in<is_a>(pain).front().subject == ache);
    STATIC_REQUIRE(tiny.every<used_for>().size() == 1);
    STATIC_REQUIRE(tiny.out<used_for>(remedy).front().object == ache);
    STATIC_REQUIRE(tiny.in<used_for>(ache).front().subject == id<option>{remedy});
    STATIC_REQUIRE(tiny.about<used_for>(ache).front().number == claim_id::from_number(1));
    STATIC_REQUIRE(tiny.out<used_for>(remedy).front().stance == stance::against);
    STATIC_REQUIRE(tiny.out<used_for>(remedy).front().carries->intent == intent::preventive);
    STATIC_REQUIRE(tiny.out<used_for>(remedy).front().said->place == not_stated);
    STATIC_REQUIRE(tiny.claim_key(claim_id::from_number(1)) == "c-1");
    STATIC_REQUIRE(tiny.claim_key(claim_id::from_number(0)).empty());
    STATIC_REQUIRE(tiny[not_stated] == "not stated");
    STATIC_REQUIRE(tiny[text{}].empty());
}

TEST_CASE("every table row of the fixture is in the base", "[knowledge_base]") {
    auto const& kb = fixture::knee();
    CHECK(kb[kb.base().key] == "fixture-knee");
    CHECK(kb.claim_count() == 36);
    CHECK(kb.claims().size() == kb.claim_count());
    auto const alphaprofen = fixture::entity<therapy>(kb, "alphaprofen");
    CHECK(kb.name(alphaprofen) == "Alphaprofen");
    CHECK(kb.description(alphaprofen) == "An anti-inflammatory that does not exist");
    REQUIRE(kb.synonyms(alphaprofen).size() == 1);
    CHECK(kb[kb.synonyms(alphaprofen).front()] == "alpha");
    CHECK(kb[kb[kb.details(alphaprofen).brands][1]] == "Kneeze");
    CHECK_FALSE(kb.details(alphaprofen).reference);
    CHECK(kb.details(fixture::entity<therapy>(kb, "placebo")).reference);
    auto const codes = kb.codes(fixture::entity(kb, "knee-osteoarthritis"));
    REQUIRE(codes.size() == 1);
    CHECK(kb[codes.front().code] == "FX-100");
    CHECK(kb.key(codes.front().system) == "fixture-codes");
    CHECK(kb.codes(alphaprofen).empty());
    CHECK(kb.key(kb.details(fixture::entity<payer>(kb, "fixture-health-plan")).jurisdiction) == "fixture-land");
    CHECK(kb.key(kb.details(fixture::entity<outcome>(kb, "pain-halved")).scale) == "fixture-pain-scale");
}

TEST_CASE("a claim is what was said, by whom, where, and what it carries", "[knowledge_base]") {
    auto const& kb = fixture::knee();
    auto const c = kb.get<affects>(fixture::claim(kb, "affects-pooled-pain"));
    CHECK(kb.key(c.subject) == "pain-relievers");
    CHECK(kb.key(c.object) == "pain-halved");
    CHECK(c.stance == stance::in_favour);
    CHECK(kb.key(c.said->source) == "review-2021");
    CHECK(kb[c.said->place] == "table 2");
    CHECK(c.carries->value == decimal{710, 2});
    CHECK(kb.key(c.carries->comparator) == "placebo");
    CHECK(kb.note(fixture::claim(kb, "alphaprofen-food")) == "the label says: or with milk");
    CHECK(kb.note(c.number).empty());

    auto const restated = kb.said(fixture::claim(kb, "strength-function"));
    CHECK(restated.read == reading::restated);
    CHECK(kb.key(restated.restated_in) == "leaflet-2024");
    auto const withdrawn = kb.said(fixture::claim(kb, "withdrawn-betaprofen"));
    CHECK(withdrawn.status == claim_status::withdrawn);
    CHECK(kb[withdrawn.status_reason] == "figures corrected");
}

TEST_CASE("about() finds the claims that have a cause as object and those that have it as context", "[knowledge_base]") {
    auto const& kb = fixture::knee();
    auto const keys = [&](auto const& claims) {
        std::set<std::string_view> all;
        for (auto const& c : claims) all.insert(kb.claim_key(c.number));
        return all;
    };
    auto const injury = fixture::entity<cause>(kb, "knee-injury-pain");
    CHECK(keys(kb.about<affects>(injury)) == std::set<std::string_view>{"affects-pooled-pain"});
    CHECK(keys(kb.about<used_for>(injury)) == std::set<std::string_view>{"withdrawn-betaprofen", "leaflet-brace"});
    CHECK(kb.about<affects>(fixture::entity<cause>(kb, "knee-pain")).empty());
    CHECK(kb.about<affects>(fixture::entity<cause>(kb, "knee-osteoarthritis")).size() == 7);
}

TEST_CASE("out, in and about are what a scan of all edges finds", "[knowledge_base][property]") {
    for (std::uint32_t seed = 0; seed != 60; ++seed) {
        INFO("seed " << seed);
        fixture::random_base made{seed};
        auto const record = made.record();
        auto const owner = made.freeze();
        auto const kb = owner.view();
        for (std::uint32_t r = 0; r != relations::size; ++r)
            for (auto v : kb.all<entity>()) {
                std::vector<std::uint32_t> out, in, about;
                for (std::uint32_t e = 0; e != kb.edge_count(); ++e) {
                    if (kb.relation(claim_id::from_number(e)) != r) continue;
                    if (kb.subject(claim_id::from_number(e)) == v) out.push_back(e);
                    if (kb.object(claim_id::from_number(e)) == v) in.push_back(e);
                    if (r < structure::size) continue;
                    auto const context = kb[kb.said(claim_id::from_number(e)).about];
                    bool const direct = object_kinds[r] == kinds_of<cause>::bits && kb.object(claim_id::from_number(e)) == v;
                    if (direct || std::find(context.begin(), context.end(), id<cause>::from_number(v.value)) != context.end())
                        about.push_back(e);
                }
                CHECK(numbers(kb.out_ids(r, v)) == out);
                CHECK(numbers(kb.in_ids(r, v)) == in);
                if (auto const c = kb.as<cause>(v)) {
                    auto found = numbers(kb.about_ids(r, c));
                    std::sort(found.begin(), found.end());
                    CHECK(found == about);
                }
            }
        // and against what was put in, which never went through the base
        std::multiset<std::string> put, got;
        auto const edge = [](std::uint32_t r, std::string_view s, std::string_view o, std::string_view key) {
            return std::string{relation_names[r]} + ' ' + std::string{s} + ' ' + std::string{o} + ' ' + std::string{key};
        };
        for (auto const& e : record) put.insert(edge(e.relation, e.subject, e.object, e.key));
        for (std::uint32_t r = 0; r != relations::size; ++r)
            for (auto v : kb.all<entity>())
                for (auto c : kb.out_ids(r, v)) got.insert(edge(r, kb.key(kb.subject(c)), kb.key(kb.object(c)), kb.claim_key(c)));
        CHECK(got == put);
    }
}

TEST_CASE("typed and untyped edges are the same edges", "[knowledge_base]") {
    for (auto const& [name, base] : fixture::bases()) {
        INFO(name);
        auto const& kb = *base;
        each(relations{}, [&]<class Relation>() {
            std::size_t n = 0;
            for (auto v : kb.all<entity>())
                if (auto const s = kb.template as<typename Relation::subject>(v)) n += kb.template out<Relation>(s).size();
            CHECK(n == kb.template every<Relation>().size());
            std::size_t m = 0;
            for (auto v : kb.all<entity>())
                if (auto const o = kb.template as<typename Relation::object>(v)) m += kb.template in<Relation>(o).size();
            CHECK(m == n);
            for (auto const& e : kb.template every<Relation>()) {
                CHECK(kb.relation(e.number) == relation_number<Relation>);
                CHECK(kb.subject(e.number) == id<entity>::from_number(e.subject.value));
                CHECK(kb.object(e.number) == id<entity>::from_number(e.object.value));
            }
        });
    }
}

TEST_CASE("every entity of a base has a key of its own, a name and the kind of its range", "[knowledge_base]") {
    for (auto const& [name, base] : fixture::bases()) {
        INFO(name);
        auto const& kb = *base;
        std::set<std::string_view> keys;
        for (auto v : kb.all<entity>()) {
            CHECK(is_key(kb.key(v)));
            CHECK_FALSE(kb.name(v).empty());
            keys.insert(kb.key(v));
        }
        CHECK(keys.size() == kb.entity_count());
        std::uint32_t n = 0;
        each(kinds{}, [&]<class Kind>() {
            for (auto v : kb.template all<Kind>()) {
                CHECK(v.value == n++);
                CHECK(kb.kind(v) == kind_number<Kind>);
                CHECK(kb.template as<Kind>(v) == v);
            }
        });
        CHECK(n == kb.entity_count());
    }
}

TEST_CASE("a view stays valid when its storage moves", "[storage]") {
    auto first = fixture::frozen(fixture::knee_builder());
    auto const kb = first.view();
    auto const second = std::move(first);
    CHECK(kb.name(fixture::entity(kb, "alphaprofen")) == "Alphaprofen");
    CHECK(kb.claim_count() == second.view().claim_count());
    std::vector<storage> several;
    several.push_back(fixture::frozen(fixture::knee_builder()));
    auto const kept = several.front().view();
    several.reserve(several.capacity() + 10);
    CHECK(kept.claim_key(fixture::claim(kept, "guideline-gel")) == "guideline-gel");
}

namespace {

using whole_base::reader;

/// Arrays of the base, copied so that each ends where its memory ends, and one of them damaged.
template <class Damage>
std::size_t read_damaged(std::size_t which, Damage damage) {
    auto t = fixture::knee().tables();
    std::unique_ptr<unsigned char[]> memory;  // as long as what is left of the array, to the byte
    std::size_t i = 0;
    auto const damage_one = [&](std::string_view, auto& span) {
        using row = std::remove_const_t<typename std::remove_reference_t<decltype(span)>::element_type>;
        if (i++ != which || span.empty()) return;
        std::vector<unsigned char> copy(span.size_bytes());
        std::memcpy(copy.data(), span.data(), copy.size());
        auto const left = damage(std::span{copy}) / sizeof(row);
        memory.reset(new unsigned char[left * sizeof(row)]);
        std::memcpy(memory.get(), copy.data(), left * sizeof(row));
        span = {reinterpret_cast<row const*>(memory.get()), left};
    };
    each_column(damage_one, t);
    return reader{knowledge_base{t}}.everything();
}

std::size_t count_arrays() {
    auto t = fixture::knee().tables();
    std::size_t n = 0;
    each_column([&](std::string_view, auto const&) { ++n; }, t);
    return n;
}

}  // namespace

TEST_CASE("no damage to an array makes an accessor read outside of it", "[knowledge_base][damage]") {
    // Sanitizers show what this test cannot: here it is only seen to end.
    CHECK(reader{fixture::knee()}.everything() > 0);
    std::mt19937 random{20'241'001};
    for (std::size_t which = 0; which != count_arrays(); ++which) {
        INFO("array " << which);
        for (int round = 0; round != 3; ++round) {
            read_damaged(which, [&](auto bytes) {
                for (auto& b : bytes) b = static_cast<unsigned char>(random());
                return bytes.size();
            });
        }
        for (int everywhere : {0x00, 0x7f, 0xff}) {
            read_damaged(which, [&](auto bytes) {
                std::fill(bytes.begin(), bytes.end(), static_cast<unsigned char>(everywhere));
                return bytes.size();
            });
        }
        for (int round = 0; round != 20; ++round) {  // one number, off by a little or by much
            read_damaged(which, [&](auto bytes) {
                auto const at = random() % bytes.size();
                bytes[at] = static_cast<unsigned char>(random() % 2 == 0 ? bytes[at] + 1 : random());
                return bytes.size();
            });
        }
        for (std::size_t part : {0u, 1u, 2u}) read_damaged(which, [&](auto bytes) { return bytes.size() * part / 3; });
    }
}

TEST_CASE("no damage to the texts makes an accessor read outside of them", "[knowledge_base][damage]") {
    auto t = fixture::knee().tables();
    for (std::size_t size : {std::size_t{0}, std::size_t{1}, t.pool.size() / 2, t.pool.size() - 1}) {
        std::vector<char> const pool(t.pool.begin(), t.pool.begin() + static_cast<std::ptrdiff_t>(size));
        auto damaged = t;
        damaged.pool = {pool.data(), pool.size()};
        CHECK(reader{knowledge_base{damaged}}.everything() > 0);
    }
}

}  // namespace graph_knowledge_base_test
