// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/builder.hpp>
#include <treatise/query/find.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <cctype>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace query_find_test {

using namespace treatise;
using namespace std::literals;

namespace {

auto const& kb = fixture::knee();

std::string key_found(knowledge_base const& base, std::string_view name) {
    auto const found = find(base, name);
    return found ? std::string{base.key(*found)} : found.error().is_ambiguous() ? "ambiguous" : "unknown";
}
std::string key_found(std::string_view name) { return key_found(kb, name); }

std::string upper(std::string_view s) {
    std::string made;
    for (char c : s) made += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return made;
}

/// `knee` with two therapies more, made for ambiguity.
storage knee_with_namesakes() {
    auto b = fixture::knee_builder();
    auto const codes =
        b.add<code_system>({"more-codes", "More codes"}, {b.text("urn:more"), b.text("1"), b.text("none"), {}, true});
    auto const one = b.add<therapy>({"namesake-one", "Namesake", "", {"tai-chi"}}, {b.list({"Twin"}), {}, false});
    auto const two = b.add<therapy>({"namesake-two", "NAMESAKE", "", {"knee arthrosis"}}, {b.list({"twin"}), {}, false});
    b.code(one, codes, "S-1", mapping::exact);
    b.code(two, codes, "S-1", mapping::broad);
    b.code(one, codes, "FX-100", mapping::related);
    return fixture::frozen(std::move(b));
}

}  // namespace

TEST_CASE("a key, a name, a synonym and a brand find their entity", "[find]") {
    CHECK(key_found("alphaprofen") == "alphaprofen");
    CHECK(key_found("Knee osteoarthritis") == "knee-osteoarthritis");
    CHECK(key_found("knee arthrosis") == "knee-osteoarthritis");
    CHECK(key_found("alpha") == "alphaprofen");
    CHECK(key_found("Alphanol") == "alphaprofen");
    CHECK(key_found("Kneeze") == "alphaprofen");
}

TEST_CASE("what a clinician calls it and what a newspaper would say find it, and a name comes before such a wording", "[find]") {
    auto b = fixture::knee_builder();
    register_details angioedema;
    angioedema.clinical = b.text("angioedema");
    angioedema.plain = b.text("swelling of the face or throat");
    b.add<circumstance>({"swollen-throat", "Swollen throat"}, angioedema);
    register_details other;
    other.clinical = b.text("Swollen throat");
    other.plain = b.text("a word of two");
    b.add<circumstance>({"quinsy", "Quinsy"}, other);
    register_details namesake;
    namesake.plain = b.text("A word of two");
    b.add<circumstance>({"another", "Another"}, namesake);
    auto const made = fixture::frozen(std::move(b));
    auto const base = made.view();
    CHECK(key_found(base, "Angioedema") == "swollen-throat");
    CHECK(key_found(base, "swelling of the face or throat") == "swollen-throat");
    CHECK(key_found(base, "swollen throat") == "swollen-throat");
    CHECK(key_found(base, "a word of two") == "ambiguous");
    CHECK(key_found(base, "swelling of the face") == "unknown");
}

TEST_CASE("case does not count from A to Z", "[find]") {
    CHECK(key_found("KNEE OSTEOARTHRITIS") == "knee-osteoarthritis");
    CHECK(key_found("nSaIdS") == "anti-inflammatories");
    CHECK(key_found("kneeze") == "alphaprofen");
    CHECK(key_found("Tai-Chi") == "tai-chi");
}

TEST_CASE("a code finds its entity, with its system, without it, and as a code", "[find]") {
    CHECK(key_found("fixture-codes:FX-100") == "knee-osteoarthritis");
    CHECK(key_found("FX-100") == "knee-osteoarthritis");
    CHECK(key_found("fx-100") == "knee-osteoarthritis");
    auto const found = find(kb, code{"fixture-codes", "FX-100"});
    REQUIRE(found);
    CHECK(kb.key(*found) == "knee-osteoarthritis");
    CHECK(find(kb, code{{}, "FX-100"}));
}

TEST_CASE("a code of another system is unknown", "[find]") {
    CHECK_FALSE(find(kb, code{"other-codes", "FX-100"}));
    CHECK(key_found("other-codes:FX-100") == "unknown");
}

TEST_CASE("nothing similar is ever found", "[find]") {
    for (auto other : {"alphaprofe", "alphaprofenn", "alphaprofan", "knee", "FX-10", "FX-1000", "", " ", "-"})
        CHECK(key_found(other) == "unknown");
}

TEST_CASE("blanks, hyphens, apostrophes, accents, marks and plurals do not count", "[find]") {
    for (auto spelling : {"alphaprofens", "alpha profen", " alphaprofen", "alphaprofen ", "Alpha-Profen",
             "alphapr\xC3\xB6"
             "fen",
             "Alphanol\xC2\xAE", "alphanol\xE2\x84\xA2"})
        CHECK(key_found(spelling) == "alphaprofen");
    CHECK(key_found("taichi") == "tai-chi");
    CHECK(key_found("  Knee   Osteoarthritis ") == "knee-osteoarthritis");
}

TEST_CASE("no prefix, part or changed letter of any name finds anything that does not have it", "[find][property]") {
    std::map<std::string, std::set<std::string>> entities, spellings;  // by the name in capitals, and folded
    auto const folded = [](std::string_view name) { return std::string{folded_name{name}.text()}; };
    for (auto const& n : kb.tables().names) {
        entities[upper(kb[n.name])].emplace(kb.key(n.of));
        spellings[folded(kb[n.name])].emplace(kb.key(n.of));
    }
    entities["FX-100"].emplace("knee-osteoarthritis");
    for (auto const& n : kb.tables().names) {
        std::string const name{kb[n.name]};
        std::set<std::string> tries;
        for (std::size_t i = 0; i != name.size(); ++i) {
            tries.insert(name.substr(0, i));
            tries.insert(name.substr(i));
            auto changed = name;
            changed[i] = changed[i] == 'x' ? 'y' : 'x';
            tries.insert(changed);
            tries.insert(name.substr(0, i) + name.substr(i + 1));
        }
        for (auto const& t : tries) {
            auto const known = entities.find(upper(t));
            if (known == entities.end()) {
                auto const spelt = spellings.find(folded(t));
                if (spelt == spellings.end()) CHECK(key_found(t) == "unknown");
                if (spelt != spellings.end() && spelt->second.size() == 1) CHECK(key_found(t) == *spelt->second.begin());
            }
            if (known != entities.end() && known->second.size() == 1) CHECK(key_found(t) == *known->second.begin());
        }
    }
}

TEST_CASE("a name of several entities is an error with all of them", "[find]") {
    auto const owner = knee_with_namesakes();
    auto const base = owner.view();
    auto const found = find(base, "namesake");
    REQUIRE_FALSE(found);
    CHECK(found.error().is_ambiguous());
    CHECK(found.error().among.size() == 2);
    CHECK(key_found(base, "twin") == "ambiguous");
    CHECK(key_found(base, "knee arthrosis") == "ambiguous");
}

TEST_CASE("asking for one kind settles a name that two kinds share", "[find]") {
    auto const owner = knee_with_namesakes();
    auto const base = owner.view();
    auto const found = find<cause>(base, "knee arthrosis");
    REQUIRE(found);
    CHECK(base.key(*found) == "knee-osteoarthritis");
}

TEST_CASE("a key wins over another's name", "[find]") {
    auto const owner = knee_with_namesakes();
    CHECK(key_found(owner.view(), "tai-chi") == "tai-chi");  // also a synonym of namesake-one
}

TEST_CASE("a code of several entities is ambiguous, and one of several systems needs its system", "[find]") {
    auto const owner = knee_with_namesakes();
    auto const base = owner.view();
    CHECK(key_found(base, "S-1") == "ambiguous");
    CHECK(find(base, code{"more-codes", "S-1"}).error().among.size() == 2);
    CHECK(key_found(base, "FX-100") == "ambiguous");
    CHECK(key_found(base, "more-codes:FX-100") == "namesake-one");
    CHECK(key_found(base, "fixture-codes:FX-100") == "knee-osteoarthritis");
}

TEST_CASE("what is unknown is an error without entities", "[find]") {
    auto const found = find(kb, "no such thing");
    REQUIRE_FALSE(found);
    CHECK_FALSE(found.error().is_ambiguous());
    CHECK(found.error().among.empty());
}

TEST_CASE("a name of another kind than the one asked for is unknown", "[find]") {
    CHECK(find<therapy>(kb, "alphaprofen"));
    CHECK(find<option>(kb, "NSAIDs"));
    CHECK_FALSE(find<cause>(kb, "alphaprofen"));
    CHECK_FALSE(find<therapy>(kb, code{"fixture-codes", "FX-100"}));
}

TEST_CASE("an empty base knows no name", "[find]") {
    CHECK_FALSE(find(knowledge_base{}, "anything"));
    CHECK_FALSE(find(knowledge_base{}, code{"a", "b"}));
}

TEST_CASE("in every base, each key finds its own entity", "[find][property]") {
    for (auto const& [name, base] : fixture::bases())
        for (std::uint32_t n = 0; n != base->entity_count(); ++n) {
            auto const e = id<entity>::from_number(n);
            INFO(name << ": " << base->key(e));
            auto const found = find(*base, base->key(e));
            REQUIRE(found);
            CHECK(*found == e);
        }
}

TEST_CASE("in every base, each name finds its entity or says with whom it is shared", "[find][property]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto const& n : base->tables().names) {
            INFO(name << ": " << (*base)[n.name]);
            auto const found = find(*base, (*base)[n.name]);
            if (found) {
                CHECK((*found == n.of || base->key(*found) == (*base)[n.name] ||
                       !query_detail::is_called(
                           *base, n.of, [&](std::string_view other) { return compare_folded(other, (*base)[n.name]) == 0; })));
            } else {
                auto const& among = found.error().among;
                CHECK(std::find(among.begin(), among.end(), n.of) != among.end());
            }
        }
}

TEST_CASE("in every base, each code finds its entity or says with whom it is shared", "[find][property]") {
    for (auto const& [name, base] : fixture::bases())
        for (auto const& c : base->tables().codes) {
            INFO(name << ": " << base->key(c.system) << ':' << (*base)[c.code]);
            auto const found = find(*base, code{base->key(c.system), (*base)[c.code]});
            if (found) {
                CHECK(*found == c.of);
            } else {
                auto const& among = found.error().among;
                CHECK(std::find(among.begin(), among.end(), c.of) != among.end());
            }
        }
}

// Misuse must not compile; each line is its own check.
template <class Kind>
concept finds_a = requires(knowledge_base const& base) { find<Kind>(base, "x"sv); };
template <class Name>
concept found_by = requires(knowledge_base const& base, Name name) { find(base, name); };

TEST_CASE("one kind or several are found, by text or by a code", "[find][type]") {
    STATIC_REQUIRE(finds_a<cause>);
    STATIC_REQUIRE(finds_a<option>);
    STATIC_REQUIRE_FALSE(finds_a<int>);
    STATIC_REQUIRE_FALSE(finds_a<is_a>);
    STATIC_REQUIRE(found_by<std::string>);
    STATIC_REQUIRE(found_by<code>);
    STATIC_REQUIRE_FALSE(found_by<int>);
    STATIC_REQUIRE_FALSE(found_by<id<cause>>);
}

}  // namespace query_find_test
