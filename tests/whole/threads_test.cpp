// SPDX-License-Identifier: BSL-1.0
// Many threads that ask one base, and one snapshot, at once. The preset `threads` runs it under the thread sanitizer.
#include <treatise/graph/builder.hpp>
#include <treatise/graph/content_hash.hpp>
#include <treatise/query/search.hpp>
#include <treatise/query/suggest.hpp>
#include <treatise/query/why.hpp>
#include <treatise/snapshot/snapshot.hpp>
#include <treatise/treatise.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "folder.hpp"
#include "reader.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace whole_threads_test {

using namespace treatise;

namespace {

/// What a base answers of its n-th cause, in one text: tables in every format, candidates, gaps, paths, reasons, names.
std::string answers(knowledge_base const& kb, std::size_t n) {
    auto const causes = kb.all<cause>();
    auto const asked = causes[static_cast<std::uint32_t>(n % causes.size())];
    auto const table = compare(kb, asked);
    auto made = plain_text(table) + markdown(table) + csv(table) + html_page(table);
    made += std::to_string(candidates(kb, asked).size()) + std::to_string(gaps(kb, asked).size());
    for (auto t : kb.all<therapy>()) made += std::to_string(paths(kb, t, asked).size());
    for (auto const& near : suggest(kb, kb.name(asked))) made += near;
    made += std::to_string(find<cause>(kb, kb.name(asked)).has_value());
    return made += std::to_string(whole_base::reader{kb}.everything());
}

/// Asks from eight threads at once, each beginning with another cause; how many answers were others than alone.
std::size_t asked_at_once(knowledge_base const& kb) {
    std::vector<std::string> alone;
    for (std::size_t n = 0; n != kb.all<cause>().size(); ++n) alone.push_back(answers(kb, n));
    REQUIRE(alone.size() > 1);
    std::atomic<std::size_t> others{0};
    std::atomic<int> waiting{8};
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t != 8; ++t)
        threads.emplace_back([&, t] {
            --waiting;
            while (waiting != 0) std::this_thread::yield();
            for (std::size_t i = 0; i != alone.size(); ++i) {
                auto const n = (t + i) % alone.size();
                if (answers(kb, n) != alone[n]) ++others;
            }
        });
    for (auto& t : threads) t.join();
    return others;
}

}  // namespace

TEST_CASE("Eight threads that ask one base at once get the answers that one gets", "[threads]") {
    CHECK(asked_at_once(fixture::knee()) == 0);
}

TEST_CASE(
    "Eight threads that ask one snapshot at once get the answers that one gets, mapped or in memory", "[threads][snapshot]") {
    fixture::folder const in;
    REQUIRE(write_snapshot(fixture::knee(), in / "kb"));
    auto const mapped = snapshot::open(in / "kb"), read = snapshot::read_verified(in / "kb");
    REQUIRE(mapped);
    REQUIRE(read);
    CHECK(asked_at_once(mapped->view()) == 0);
    CHECK(asked_at_once(read->view()) == 0);
}

TEST_CASE("Bases that are built and read at once in many threads know nothing of each other", "[threads]") {
    std::vector<std::thread> threads;
    std::atomic<std::size_t> same{0};
    auto const content = content_hash(fixture::knee());
    for (int t = 0; t != 8; ++t)
        threads.emplace_back([&] {
            auto const own = fixture::frozen(fixture::knee_builder());
            if (content_hash(own.view()) == content) ++same;
        });
    for (auto& t : threads) t.join();
    CHECK(same == 8);
}

}  // namespace whole_threads_test
