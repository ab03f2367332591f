// SPDX-License-Identifier: BSL-1.0
#include "check_lists.hpp"

#include "knowledge.hpp"
#include "output.hpp"

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/model/nearest.hpp>
#include <treatise/query/stale.hpp>

#include <chrono>
#include <ctime>
#include <string_view>
#include <utility>

namespace treatise::tool {

namespace {

/// The day on which the tool runs; the one place that looks at the clock, and only where a call asks for it.
date today() {
    auto const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    auto const day = std::localtime(&now);
    return day ? date{day->tm_year + 1900, day->tm_mon + 1, day->tm_mday} : date{};
}

class against_lists {
    knowledge_base const& kb_;
    std::vector<problem>&errors_, &notes_;
    claim_locations place_of_;

    std::string nearest_id(std::string_view id) const {
        std::vector<std::string_view> ids;
        auto const all = claims_by_key(kb_);
        for (auto const& [key, c] : all) ids.push_back(key);
        auto const near = nearest(id, ids);
        return near.empty() ? std::string{} : "; the nearest: `" + std::string{near} + '`';
    }

public:
    against_lists(knowledge_base const& kb, std::string const& path, std::vector<problem>& errors, std::vector<problem>& notes)
        : kb_{kb}, errors_{errors}, notes_{notes}, place_of_{path} {}

    void recalls(claim_list const& list) {
        auto const ids = claims_by_key(kb_);
        for (auto const& r : list.claims) {
            auto const c = find_claim(ids, r.id);
            if (!c)
                notes_.push_back({r.where, r.id, "is recalled, and no claim of this base has this id" + nearest_id(r.id)});
            else if (kb_.said(c).status != claim_status::withdrawn)
                errors_.push_back({place_of_(r.id), r.id,
                    "is recalled by " + to_string(r.where) + (r.reason.empty() ? "" : " (" + r.reason + ')') +
                        " and not withdrawn; expected `status = \"withdrawn\"` with `status_date` and `status_reason`"});
        }
        for (auto const& r : list.comments)
            if (find_claim(ids, r.id))
                errors_.push_back({r.where, r.id,
                    "stands behind # and is a claim of this base; expected the id without #, "
                    "or a space behind # where it is a comment"});
    }
    void released(claim_list const& list) {
        for (auto& p : broken_promises(kb_, list)) {
            if (auto const at = place_of_(p.key); at.line != 0) p.what += " (" + to_string(at) + ')';
            errors_.push_back(std::move(p));
        }
    }
    void stale_claims(date on, bool fails) {
        for (auto c : stale(kb_, on)) {
            auto const id = claim_key_of(kb_, c);
            (fails ? errors_ : notes_)
                .push_back({place_of_(id), id,
                    "is past its date: its source says that it holds until " + iso(kb_.said(c).valid_until) + ", before " +
                        iso(on)});
        }
    }
};

}  // namespace

asked_of_check asked_of(request const& asked) {
    asked_of_check made;
    std::vector<std::string> wrong;
    auto const list = [&](std::string const& path, auto read, std::optional<claim_list>& to) {
        if (path.empty()) return;
        try {
            to = read(path, read_text(path));
        } catch (refusal const& why) { wrong.insert(wrong.end(), why.messages.begin(), why.messages.end()); }
    };
    list(asked.recalls, read_recalls, made.recalls);
    list(asked.released, read_released, made.released);
    if (asked.stale_as_of == "today")
        made.stale_as_of = today();
    else if (auto const d = parse_date(asked.stale_as_of))
        made.stale_as_of = *d;
    else if (!asked.stale_as_of.empty())
        wrong.push_back(
            "--stale-as-of: " + as_typed(asked.stale_as_of) + " is no date; expected 2024, 2024-10, 2024-10-01 or today");
    made.stale_fails = asked.fail_on_stale;
    if (made.stale_fails && asked.stale_as_of.empty())
        wrong.push_back("--fail-on-stale needs the day: --stale-as-of DATE, or today");
    if (!wrong.empty()) throw refusal{wrong};
    return made;
}

void check_against(asked_of_check const& asked, knowledge_base const& kb, std::string const& path, std::vector<problem>& errors,
    std::vector<problem>& notes) {
    if (!asked.recalls && !asked.released && !asked.stale_as_of) return;
    against_lists lists{kb, path, errors, notes};
    if (asked.recalls) lists.recalls(*asked.recalls);
    if (asked.released) lists.released(*asked.released);
    if (asked.stale_as_of) lists.stale_claims(asked.stale_as_of, asked.stale_fails);
}

}  // namespace treatise::tool
