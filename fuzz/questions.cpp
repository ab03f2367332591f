// SPDX-License-Identifier: BSL-1.0
#include "questions.hpp"

#include "fuzz.hpp"

#include <treatise/audit/audit.hpp>
#include <treatise/audit/report.hpp>
#include <treatise/graph/source_text.hpp>
#include <treatise/query/conflicts.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/search.hpp>
#include <treatise/query/stale.hpp>
#include <treatise/query/suggest.hpp>
#include <treatise/render/answers.hpp>
#include <treatise/render/diff.hpp>
#include <treatise/render/disagreements.hpp>
#include <treatise/render/disagreements_page.hpp>
#include <treatise/render/formats.hpp>
#include <treatise/render/json_diff.hpp>
#include <treatise/render/json_disagreements.hpp>
#include <treatise/render/json_overlay.hpp>
#include <treatise/snapshot/bake.hpp>
#include <treatise/snapshot/detail/crc32.hpp>
#include <treatise/table/compare.hpp>

#include "reader.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace fuzz {

namespace {

using namespace treatise;

/// What is asked: one cause, one option and a scope that the number of the question picks, so that all come up.
struct asked {
    knowledge_base const& kb;
    knowledge_base const* below;
    std::uint32_t pick;

    template <class Kind>
    id<Kind> one(std::uint32_t salt) const {
        auto const all = kb.all<Kind>();
        return all.empty() ? id<Kind>{} : id<Kind>{all[(pick / salt) % all.size()]};
    }
    id<treatise::cause> cause() const { return one<treatise::cause>(1); }
    id<treatise::option> option() const { return one<treatise::option>(3); }
    treatise::scope scope() const {
        treatise::scope s;
        if (pick % 3 == 0) s.intents = {};
        if (pick % 5 == 0) s.jurisdiction = one<treatise::jurisdiction>(5);
        if (pick % 7 == 0) s.superseded = true;
        if (pick % 11 == 0) s.as_of = date{2020, 6, 1};
        if (pick % 13 == 0) s.payer = one<treatise::payer>(7);
        if (pick % 17 == 0) s.source_kinds = source_kind::trial;
        if (pick % 19 == 0 && !kb.all<therapy_class>().empty()) s.kinds = {one<therapy_class>(1)};
        if (pick % 4 == 0 && option()) s.options = {option(), one<treatise::option>(1)};
        return s;
    }
};

/// The number of answers that were looked at. Escape sequences are for terminals that asked for colour alone.
std::size_t look_at(std::string const& answer, bool lines = true) {
    expect(!source_text{answer}.not_utf8(), "an answer is UTF-8");
    expect(std::none_of(answer.begin(), answer.end(),
               [&](char c) { return (static_cast<unsigned char>(c) < 0x20 && !(lines && c == '\n')) || c == 0x7f; }),
        "an answer holds no control character");
    return answer.empty() ? 0 : 1;
}
std::size_t look_at(answer const& a) {
    return look_at(plain_text(a)) + look_at(plain_text(a, {.width = 40, .ascii = true})) + look_at(markdown(a));
}

std::size_t table(asked const& q, view const& v) {
    compare_options how;
    how.all = q.pick % 2 != 0;
    auto const made = compare(q.kb, q.cause(), v, q.scope(), how);
    std::size_t seen = 0;
    for (auto const& f : output_formats) {
        page_options page;
        page.transpose = q.pick % 5 == 1, page.ascii = q.pick % 3 == 1, page.fragment = q.pick % 7 == 1;
        auto const text = f.table(made, page, english);
        expect(!source_text{text}.not_utf8(), "a table is UTF-8");
        seen += text.empty() ? 0 : 1;
    }
    seen += look_at(tell_audit(made, audit(made)));
    return seen;
}

using question = std::size_t (*)(asked const&);
constexpr std::array<question, 26> questions{
    [](asked const& q) { return whole_base::reader{q.kb}.everything(); },
    [](asked const& q) { return table(q, views::overview); },
    [](asked const& q) { return table(q, views::all[(q.pick / 2) % views::all.size()]); },
    [](asked const& q) { return look_at(tell_candidates(q.kb, q.cause(), q.scope())); },
    [](asked const& q) { return look_at(json_candidates(q.kb, q.cause(), q.scope())); },
    [](asked const& q) {
        return look_at(tell_about(q.kb, q.cause(), q.scope())) + look_at(json_about(q.kb, q.cause(), q.scope()));
    },
    [](asked const& q) { return look_at(tell_why(q.kb, q.cause(), q.option(), q.scope())); },
    [](asked const& q) { return look_at(json_why(q.kb, q.cause(), q.option(), q.scope())); },
    [](asked const& q) { return look_at(tell_paths(q.kb, q.option(), q.cause(), q.scope())); },
    [](asked const& q) { return look_at(json_paths(q.kb, q.option(), q.cause(), q.scope())); },
    [](asked const& q) {
        return look_at(tell_gaps(q.kb, q.cause(), q.scope())) + look_at(json_gaps(q.kb, q.cause(), q.scope()));
    },
    [](asked const& q) { return look_at(tell_facts(q.kb, q.cause(), q.option(), q.scope())); },
    [](asked const& q) { return look_at(json_facts(q.kb, q.cause(), q.option(), q.scope())); },
    [](asked const& q) {
        return look_at(tell_categories(q.kb, q.cause(), q.scope())) + look_at(json_categories(q.kb, q.cause(), q.scope()));
    },
    [](asked const& q) {
        return look_at(tell_causes_of(q.kb, q.option(), q.scope())) + look_at(json_causes_of(q.kb, q.option(), q.scope()));
    },
    [](asked const& q) {
        auto const what =
            q.kb.entity_count() == 0 ? id<aside>{} : q.kb.as<aside>(id<entity>::from_number(q.pick % q.kb.entity_count()));
        return look_at(tell_options_for(q.kb, what, q.pick % 2 != 0 ? q.cause() : id<treatise::cause>{}, q.scope())) +
               look_at(json_options_for(q.kb, what, q.cause(), q.scope()));
    },
    [](asked const& q) {
        std::vector<id<treatise::option>> const options{q.option(), q.one<treatise::option>(1)};
        return look_at(tell_head_to_head(q.kb, q.cause(), options, q.scope())) +
               look_at(json_head_to_head(q.kb, q.cause(), options, q.scope()));
    },
    [](asked const& q) {
        std::vector<id<treatise::cause>> const causes{q.cause(), q.one<treatise::cause>(7)};
        return look_at(tell_across(q.kb, q.option(), causes, q.scope())) +
               look_at(json_across(q.kb, q.option(), causes, q.scope()));
    },
    [](asked const& q) {
        auto const state = q.one<circumstance>(1);
        return look_at(tell_in_circumstance(q.kb, q.cause(), state, q.scope())) +
               look_at(json_in_circumstance(q.kb, q.cause(), state, q.scope()));
    },
    [](asked const& q) {
        auto const told = tell_disagreements(q.kb, q.cause(), q.scope());
        return look_at(plain_text(told)) + look_at(markdown(told)) + look_at(json_disagreements(q.kb, q.cause(), q.scope()));
    },
    [](asked const& q) {
        auto const& old = q.below ? *q.below : q.kb;
        return look_at(tell_diff(old, q.kb)) + look_at(json_diff(old, q.kb, diff(old, q.kb), diff_entities(old, q.kb)));
    },
    [](asked const& q) { return stale(q.kb, date{2025, 1, 1}).size() + conflicts(q.kb).size() + 1; },
    [](asked const& q) {
        std::size_t seen = 0;
        for (auto e : q.kb.all<entity>()) seen += look_at(tell_record(q.kb, e));
        return seen;
    },
    [](asked const& q) {
        std::size_t seen = 0;
        for (std::uint32_t c = q.kb.first_claim(); c != q.kb.edge_count() && seen < 200; ++c)
            seen += look_at(tell_record(q.kb, claim_id::from_number(c))) + look_at(json_record(q.kb, claim_id::from_number(c)));
        return seen;
    },
    [](asked const& q) {
        std::size_t seen = 0;
        for (auto e : q.kb.all<entity>()) {
            auto const found = find(q.kb, q.kb.key(e));
            seen += found ? 1 : 0;
            seen += search(q.kb, q.kb.name(e)).size() + suggest(q.kb, q.kb.name(e)).size();
        }
        return seen;
    },
    [](asked const& q) { return bake(q.kb, "made_up").size(); },
};

}  // namespace

std::uint32_t question_of(std::string_view input) { return crc32(input); }
std::uint32_t question_count() { return static_cast<std::uint32_t>(questions.size()); }

std::size_t ask(knowledge_base const& kb, std::uint32_t question, knowledge_base const* below) {
    auto const n = question_count();
    return questions[question % n]({kb, below, question / n});
}

}  // namespace fuzz
