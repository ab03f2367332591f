// SPDX-License-Identifier: BSL-1.0
#include <treatise/graph/standing.hpp>

#include "catch.hpp"
#include "fixtures.hpp"

#include <treatise/graph/builder.hpp>
#include <treatise/graph/freeze.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/gaps.hpp>
#include <treatise/snapshot/detail/check.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace graph_standing_test {

using namespace treatise;

namespace {

using keys = std::set<std::string>;

/// A claim as it went in.
struct entered {
    std::string id, option, cause;
    keys named;  ///< the causes that it names as its context
    keys about;  ///< these, and its object where that is a cause
    std::uint32_t source;
    treatise::intent intent;
    claim_status status;
    bool of_reference, lists;
    bool added = false;  ///< by a layer, which replaces nothing of the base
};

/// A base at random whose claims have editions, states and purposes, and of which a layer adds a part.
class standing_base {
    std::mt19937 random_;
    builder b_{};
    std::vector<id<cause>> causes_{};
    std::vector<id<therapy>> therapies_{};
    std::vector<id<outcome>> outcomes_{};
    std::vector<id<source>> sources_{};

    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_()) % n; }
    auto one_of(auto const& from) { return from[below(static_cast<std::uint32_t>(from.size()))]; }

public:
    static constexpr std::uint32_t first_of_editions = 3;  ///< sources 0, 1 and 2 are editions of one, the last the newest
    std::vector<entered> claims{};

    /// Layers: how many entities of each kind the base has, of which every third stands in a layer where `layered`.
    standing_base(std::uint32_t seed, bool layered, bool only_base = false) : random_{seed} {
        b_.base({b_.text("random"), b_.text("Random"), b_.text("0"), b_.text("nobody"), b_.text("random"), date{2024, 1, 1}});
        auto const entities = [&]<class Kind>(std::vector<id<Kind>>& to, std::string const& name, std::uint32_t n, auto details) {
            for (std::uint32_t i = 0; i != n; ++i) {
                std::string const called = std::string{"ponm"[i % 4]} + name + std::to_string(i);
                bool const added = layered && i % 3 == 2;
                if (added && only_base) continue;
                b_.layer(added ? 1 : 0);
                to.push_back(b_.add<Kind>({name + '-' + std::to_string(i), called}, details(i)));
            }
            b_.layer(0);
        };
        entities(causes_, "cause", 6, [](auto) { return nothing{}; });
        entities(therapies_, "therapy", 7, [](auto i) {
            therapy_details d;
            d.reference = i % 5 == 1;
            return d;
        });
        entities(outcomes_, "outcome", 4, [](auto i) {
            outcome_details d;
            d.valence = i % 2 == 0 ? valence::desirable : valence::undesirable;
            return d;
        });
        entities(sources_, "source", 5, [&](auto i) {
            return source_details{
                source_kind::guideline, b_.text("Fixture"), b_.text("Nobody"), text{}, date{2000 + static_cast<int>(i), 0, 0}};
        });
        if (only_base) {  // causes 0, 1, 3 and 4
            b_.relate<is_a>(causes_[2], causes_[0]);
            b_.relate<is_a>(causes_[3], causes_[1]);
            return;
        }
        for (std::uint32_t i = 1; i != first_of_editions; ++i) b_.relate<supersedes>(sources_[i], sources_[i - 1]);
        for (auto const& [child, parent] : {std::pair{2u, 0u}, {3u, 0u}, {4u, 1u}, {5u, 2u}})
            b_.relate<is_a>(causes_[child], causes_[parent]);
        for (std::uint32_t i = 0; i != 60; ++i) enter(i);
    }

    storage freeze() { return fixture::frozen(std::move(b_)); }

private:
    void enter(std::uint32_t i) {
        entered e{"claim-" + std::to_string(i), {}, {}, {}, {}, below(5), static_cast<intent>(below(4)),
            static_cast<claim_status>(below(8) < 6 ? 0 : below(3)), false, true};
        attribution said;
        said.source = sources_[e.source];
        said.place = b_.text("page 1");
        said.checked = date{2024, 1, 1};
        said.status = e.status;
        if (e.status != claim_status::current) said.status_date = date{2020, 1, 1}, said.status_reason = b_.text("changed");
        std::vector<id<cause>> about;
        for (auto k = below(3); k != 0; --k)
            if (auto const c = one_of(causes_); std::find(about.begin(), about.end(), c) == about.end()) about.push_back(c);
        said.about = b_.list(about);
        for (auto c : about) e.named.emplace(b_.key(c));
        e.about = e.named;
        auto const option = one_of(therapies_);
        e.option = b_.key(option);
        e.of_reference = b_.details(option).reference;
        e.added = below(6) == 0;
        b_.layer(e.added ? 1 : 0);
        if (below(2) == 0) {
            auto const about_cause = one_of(causes_);
            e.cause = b_.key(about_cause);
            e.about.insert(e.cause);
            b_.claim<used_for>(option, about_cause, said, {e.id}, {e.intent});
        } else {
            auto const of = one_of(outcomes_);
            e.lists = b_.details(of).valence == valence::desirable;
            e.cause = b_.key(of);
            effect carries;
            carries.statistic = statistic::narrative;
            carries.intent = e.intent;
            b_.claim<affects>(option, of, said, {e.id}, carries);
        }
        b_.layer(0);
        claims.push_back(std::move(e));
    }
};

/// Whether the claim has stepped back, from the record alone.
bool has_stepped_back_by(std::vector<entered> const& all, entered const& e) {
    if (e.status != claim_status::current) return true;
    for (auto const& n : all)
        if (e.source < standing_base::first_of_editions && n.source < standing_base::first_of_editions && n.source > e.source &&
            n.status != claim_status::withdrawn && n.added <= e.added &&
            std::tie(n.option, n.cause, n.named, n.intent) == std::tie(e.option, e.cause, e.named, e.intent))
            return true;
    return false;
}

template <class Relation>
keys ends_of(knowledge_base const& kb) {
    keys all;
    for (auto const& e : kb.every<Relation>()) all.insert(std::string{kb.key(e.subject)}.append(" ").append(kb.key(e.object)));
    return all;
}

/// What lies about every entity, by keys alone: the same however the entities are numbered.
std::map<std::string, std::multiset<std::string>> neighbours(knowledge_base const& kb) {
    std::map<std::string, std::multiset<std::string>> all;
    for (auto e : kb.all<entity>()) {
        auto& of = all[std::string{kb.key(e)}];
        of.insert(std::string{kb.name(e)}.append(" ").append(kind_names[kb.kind(e)]));
        of.insert(std::string{"reference "} + (kb.details(kb.as<therapy>(e)).reference ? "yes" : "no"));
        of.insert("published " + std::to_string(kb.details(kb.as<source>(e)).published.bits));
        for (std::uint32_t r = 0; r != relations::size; ++r) {
            for (auto c : kb.out_ids(r, e)) of.insert(std::string{"out "}.append(kb.key(kb.object(c))).append(kb.claim_key(c)));
            for (auto c : kb.in_ids(r, e)) of.insert(std::string{"in "}.append(kb.key(kb.subject(c))).append(kb.claim_key(c)));
            if (auto const c = kb.as<cause>(e); c && r >= structure::size)
                for (auto x : kb.about_ids(r, c)) of.insert(std::string{"about "}.append(kb.claim_key(x)));
        }
        if (auto const c = kb.as<cause>(e)) {
            for (auto const listed : candidates(kb, c))
                for (auto const& r : listed.reasons)
                    of.insert(std::string{"lists "}
                            .append(kb.key(listed.option))
                            .append(kb.claim_key(r.claim))
                            .append(word(r.applies)));
            for (auto const& g : gaps(kb, c)) of.insert(std::string{"gap "}.append(kb.key(g.option)).append(kb.key(g.about)));
        }
    }
    return all;
}

/// Calls `test(kb, claims)` for random bases, with the claims as they went in; every second one has a layer on top.
template <class Test>
void each_base(std::uint32_t count, Test test) {
    for (std::uint32_t seed = 0; seed != count; ++seed) {
        INFO("seed " << seed);
        standing_base made{seed, seed % 2 == 0};
        auto const claims = made.claims;
        auto const owner = made.freeze();
        test(owner.view(), claims);
    }
}

}  // namespace

TEST_CASE("the marks of a claim are what its words, its source's editions and its subject say", "[standing]") {
    each_base(60, [](knowledge_base const& kb, auto const& claims) {
        std::map<std::string, claim_id> by_id;
        for (auto c : kb.claims()) by_id.emplace(kb.claim_key(c), c);
        for (auto const& e : claims) {
            INFO(e.id);
            auto const marks = kb.marks(by_id.at(e.id));
            CHECK(marks.stands() == !has_stepped_back_by(claims, e));
            CHECK(marks.has_usual_intent() == (e.intent == intent::symptomatic || e.intent == intent::rehabilitative));
            CHECK(marks.is_of_reference() == e.of_reference);
        }
    });
}

TEST_CASE("the claims that list an option for a cause are those about it, by option", "[standing]") {
    each_base(60, [](knowledge_base const& kb, auto const& claims) {
        for (auto c : kb.all<cause>()) {
            keys expected, found;
            for (auto const& e : claims)
                if (e.lists && !e.of_reference && e.status != claim_status::withdrawn && e.about.contains(std::string{kb.key(c)}))
                    expected.insert(e.id);
            auto const listing = kb.listing_ids(c);
            for (std::uint32_t i = 0; i != listing.size(); ++i) {
                found.emplace(kb.claim_key(listing[i]));
                if (i != 0)
                    CHECK(std::pair{kb.subject(listing[i - 1]), listing[i - 1]} < std::pair{kb.subject(listing[i]), listing[i]});
            }
            CHECK(found == expected);
            CHECK(found.size() == listing.size());
        }
    });
}

TEST_CASE("an option that is asked for by what stands in the marks is the one that is worked out claim by claim", "[standing]") {
    each_base(30, [](knowledge_base const& kb, auto const&) {
        scope everything;  // allows as much and narrows, so that each claim is looked at
        everything.as_of = date{2030, 1, 1};
        for (auto c : kb.all<cause>()) {
            auto const read = candidates(kb, c), worked_out = candidates(kb, c, everything);
            REQUIRE(read.size() == worked_out.size());
            for (std::uint32_t i = 0; i != read.size(); ++i) {
                CHECK(read[i].option == worked_out[i].option);
                CHECK(std::equal(
                    read[i].reasons.begin(), read[i].reasons.end(), worked_out[i].reasons.begin(), worked_out[i].reasons.end()));
            }
        }
    });
}

TEST_CASE("the entities of a base keep their numbers under what a layer adds", "[standing][layers]") {
    standing_base made{7, true}, own{7, true, true};
    auto const whole = made.freeze(), base = own.freeze();
    auto const with = whole.view(), without = base.view();
    REQUIRE(with.entity_count() > without.entity_count());
    for (auto e : without.all<entity>()) {
        CHECK(with.key(e) == without.key(e));
        CHECK(with.kind(e) == without.kind(e));
        CHECK_FALSE(with.is_added(e));
    }
    std::uint32_t kind = 0;
    for (auto n = without.entity_count(); n != with.entity_count(); ++n) {
        auto const e = id<entity>::from_number(n);
        CHECK(with.is_added(e));
        CHECK(with.kind(e) >= kind);  // in the order of their kinds
        kind = with.kind(e);
    }
    CHECK(with.kind(id<entity>::from_number(with.entity_count())) == kinds::size);
    CHECK(with.all<cause>().size() == 6);
    CHECK(with.all<cause>()[4].value >= without.entity_count());
    CHECK(with.all<cause>().slot(with.all<cause>()[5]) == 5);
    CHECK(with.all<cause>().slot(with.all<therapy>()[0]) >= 6);
}

TEST_CASE("a base answers the same whether its entities are its own or added by a layer", "[standing][layers]") {
    for (std::uint32_t seed = 0; seed != 20; ++seed) {
        INFO("seed " << seed);
        standing_base layered{seed, true}, flat{seed, false};
        auto const a = layered.freeze(), b = flat.freeze();
        CHECK(neighbours(a.view()) == neighbours(b.view()));
        CHECK(ends_of<is_a>(a.view()) == ends_of<is_a>(b.view()));
        CHECK(snapshot_detail::check_tables(a.view()) == "");
    }
}

TEST_CASE("a claim knows the layer that says it", "[standing][layers]") {
    auto b = fixture::knee_builder();
    b.layer(2);
    attribution said;
    said.source = fixture::entity<source>(fixture::knee(), "leaflet-2024");
    auto const find = [&](std::string_view key) {
        for (std::uint32_t e = 0; e != b.entity_count(); ++e)
            if (b.key(id<entity>::from_number(e)) == key) return e;
        throw std::invalid_argument{std::string{key}};
    };
    said.source = id<source>::from_number(find("leaflet-2024"));
    said.place = b.text("page 9");
    said.checked = date{2024, 1, 1};
    b.claim<used_for>(
        id<therapy>::from_number(find("tai-chi")), id<cause>::from_number(find("knee-osteoarthritis")), said, {"own-claim"});
    auto const owner = fixture::frozen(std::move(b));
    auto const kb = owner.view();
    for (auto c : kb.claims()) CHECK(kb.layer(c) == (kb.claim_key(c) == "own-claim" ? 2u : 0u));
}

TEST_CASE("nothing of the base is put under what a layer adds", "[standing][layers]") {
    auto b = fixture::knee_builder();
    b.layer(1);
    auto const added = b.add<cause>({"added", "Added"});
    for (std::uint32_t e = 0; e != b.entity_count(); ++e)
        if (b.key(id<entity>::from_number(e)) == "knee-pain") b.relate<is_a>(id<cause>::from_number(e), added);
    auto const made = freeze(b);
    REQUIRE_FALSE(made);
    CHECK(report(made.error()).find("is put under `added`, which a layer on top of it adds") != std::string::npos);
}

TEST_CASE("a base whose marks, listing or layers are damaged is refused", "[standing][damage]") {
    standing_base made{11, true};
    auto const owner = made.freeze();
    REQUIRE(snapshot_detail::check_tables(owner.view()) == "");
    auto const refused = [&](auto change) {
        auto arrays = copy_of(owner.view().tables());
        change(arrays);
        auto const spans = spans_of(arrays);
        return !agree(spans) || !snapshot_detail::check_tables(knowledge_base{spans}).empty();
    };
    CHECK_FALSE(refused([](auto&) {}));
    auto const all = [&](auto column) {
        auto const size = column(copy_of(owner.view().tables())).size();
        CHECK(size != 0);
        for (std::size_t i = 0; i != size; ++i) {
            INFO(i);
            CHECK(refused([&](arrays& a) { column(a)[i] ^= 1; }));
        }
        CHECK(refused([&](arrays& a) { column(a).push_back(0); }));
        CHECK(refused([&](arrays& a) { column(a).pop_back(); }));
    };
    all([](auto&& a) -> auto& { return a.marks.rows; });
    all([](auto&& a) -> auto& { return a.listing_begin; });
    all([](auto&& a) -> auto& { return a.listing_claims; });
    all([](auto&& a) -> auto& { return a.added_begin; });
    CHECK(refused([](arrays& a) { a.layer.rows.push_back(1); }));
    CHECK(refused([](arrays& a) { a.layer.begin.pop_back(); }));
}

}  // namespace graph_standing_test
