// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/read.hpp>

#include "catch.hpp"
#include "folder.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fixture {

/// Whether the samples are here; a test that needs them is skipped where not.
inline bool has_shared() {
    bool const there = std::filesystem::exists(TREATISE_SHARED_DIR "/data");
    if (!there) {
        WARN("skipped: ../shared/data is not here");
        SUCCEED();
    }
    return there;
}
inline std::string shared(std::string const& file) { return TREATISE_SHARED_DIR "/data/" + file; }

/// The base that was read; the test fails with the problems where there is none.
inline treatise::knowledge_base base_of(treatise::bulk_result const& read) {
    if (!read.made) FAIL(treatise::report(read.made.error()));
    return read.made->view();
}

/// How often the report counts things of that sort, as skipped or as mended.
inline std::uint64_t times(std::vector<treatise::bulk_report::count> const& counts, std::string_view what) {
    for (auto const& c : counts)
        if (c.what == what) return c.times;
    return 0;
}

/// The claims and edges of one relation as "subject object", in order.
template <class Relation>
std::vector<std::string> rows(treatise::knowledge_base const& kb) {
    std::vector<std::string> found;
    for (auto const& x : kb.every<Relation>())
        found.push_back(std::string{kb.key(x.subject)} + ' ' + std::string{kb.key(x.object)});
    std::sort(found.begin(), found.end());
    return found;
}

using lines = std::vector<std::string>;

}  // namespace fixture
