// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <treatise/bulk/hetionet.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/find.hpp>
#include <treatise/query/paths.hpp>
#include <treatise/render/formats/csv.hpp>
#include <treatise/render/lay_out.hpp>
#include <treatise/snapshot/snapshot.hpp>
#include <treatise/table/compare.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace scale {

/// The library's own knowledge base, asked through its public functions.
class asked_base {
protected:
    treatise::knowledge_base kb_;
    std::vector<treatise::id<treatise::cause>> in_file_order_;
    treatise::scope any_intent_;
    // Storage for answers.
    mutable treatise::relevance near_;
    mutable treatise::candidate_list candidates_;
    mutable treatise::implicated_mechanisms implicated_;
    mutable std::vector<treatise::path> paths_;

    void find_candidates(treatise::id<treatise::cause> asked) const {
        near_.ask(kb_, asked);
        treatise::candidates(kb_, near_, any_intent_, candidates_);
    }
    static unsigned uses_of(treatise::knowledge_base const& kb, treatise::candidate_list::candidate const& c) {
        unsigned uses = 0;
        for (auto const& r : c.reasons)
            uses |=
                kb.payload<treatise::used_for>(r.claim).intent == treatise::intent::symptomatic ? use::palliates : use::treats;
        return uses;
    }
    template <class Ids, class Run>
    void put(Ids const& ids, Run&& run) const {
        auto to = run(ids.size());
        for (auto const name : kb_.names(ids)) to.put(name);
    }

public:
    using node = std::uint32_t;

    asked_base() { any_intent_.intents = {}; }
    /// What no load needs: the diseases in the order of the file, by the ids that the import keeps as codes.
    void prepare(std::string const& folder) {
        std::unordered_map<std::string_view, treatise::id<treatise::cause>> by_id;
        for (auto c : kb_.all<treatise::cause>())
            for (auto const& code : kb_.codes(c)) by_id.emplace(kb_[code.code], c);
        auto const text = whole_text(nodes_in(folder));
        each_node(text, [&](auto id, auto, auto of) {
            if (kind_of(of) == kind::disease) in_file_order_.push_back(by_id.at(id));
        });
    }

    std::uint32_t diseases() const { return static_cast<std::uint32_t>(in_file_order_.size()); }
    std::string_view name_of(std::uint32_t n) const { return kb_.name(treatise::id<treatise::entity>::from_number(n)); }

    template <class Page>
    void disease(std::uint32_t in_file, Page& to) const {
        using namespace treatise;
        auto const& kb = kb_;
        id<therapy_class> now;
        bool any = false;
        find_candidates(in_file_order_[in_file]);
        for (auto const c : candidates_) {
            if (auto const row = row_of(kb, c.option); !any || row != now) {
                any = true;
                now = row;
                to.drug_class(row ? kb.name(row) : std::string_view{});
            }
            to.compound(kb.name(c.option), uses_of(kb, c));
            put(kb.objects<acts_by>(c.option), [&](std::size_t n) { return to.genes(n); });
            put(kb.objects<affects>(c.option), [&](std::size_t n) { return to.side_effects(n); });
        }
        to.end();
    }
    std::uint64_t numbers_of(std::uint32_t in_file) const {
        using namespace treatise;
        auto const& kb = kb_;
        std::uint64_t sum = 0;
        find_candidates(in_file_order_[in_file]);
        for (auto const c : candidates_) {
            sum += row_of(kb, c.option).value + uses_of(kb, c);
            for (auto const m : kb.objects<acts_by>(c.option)) sum += m.value;
            for (auto const o : kb.objects<affects>(c.option)) sum += o.value;
        }
        return sum;
    }
    /// What no other contender has: the library's comparison of one disease, laid out and as CSV.
    std::size_t own_table(std::uint32_t in_file) const {
        auto const made = treatise::compare(kb_, in_file_order_[in_file], treatise::views::overview, any_intent_);
        return treatise::csv(made).size();
    }
    template <class Flush>
    void table(page& to, Flush&& flush) const {
        csv_page csv{to};
        for (std::uint32_t d = 0; d != diseases(); ++d) {
            csv.disease(kb_.name(in_file_order_[d]));
            disease(d, csv);
            flush();
        }
    }
    void paths(std::vector<path<node>>& found) const {
        using namespace treatise;
        auto const& kb = kb_;
        auto const how = [&](claim_id c) {
            auto const place = kb[kb.said(c).place];
            return place.starts_with("DaG")   ? metaedge::associates
                   : place.starts_with("DuG") ? metaedge::upregulates
                                              : metaedge::downregulates;
        };
        for (auto const d : kb.all<cause>()) {
            find_candidates(d);
            if (candidates_.empty()) continue;
            implicated_.ask(kb, near_);
            for (auto const c : candidates_) {
                treatise::paths(kb, near_, implicated_, c.option, any_intent_, paths_);
                for (auto const& p : paths_) found.push_back({c.option.value, p.mechanism.value, d.value, how(p.implicated)});
            }
        }
    }
};

inline std::string snapshot_in(std::string const& folder) { return folder + "/treatise.snapshot"; }

/// Read from text into the heap.
class treatise_base : public asked_base {
    treatise::storage held_;

public:
    static constexpr char const* name = "Treatise";
    static constexpr bool reads_text = true;

    explicit treatise_base(std::string const& folder) {
        auto read = treatise::read_hetionet({nodes_in(folder), edges_in(folder)});
        if (!read.made) give_up("The library refused " + nodes_in(folder) + ": " + treatise::report(read.made.error(), 5));
        held_ = *std::move(read.made);
        kb_ = held_.view();
    }
    void keep(std::string const& folder) const {
        auto const written = treatise::write_snapshot(kb_, snapshot_in(folder));
        if (!written) give_up(treatise::to_string(written.error()));
    }
};

/// The same in a snapshot file that was written before, queried where it lies.
class treatise_file : public asked_base {
    treatise::snapshot file_;

    static treatise::snapshot opened(std::string const& folder) {
        auto file = treatise::snapshot::open(snapshot_in(folder));
        if (!file) give_up(treatise::to_string(file.error()));
        return *std::move(file);
    }

public:
    static constexpr char const* name = "Treatise, mapped";
    static constexpr bool reads_text = false, opens_file = true;

    explicit treatise_file(std::string const& folder) : file_{opened(folder)} { kb_ = file_.view(); }

    /// Opens the file and names the candidates of one disease, found by its name.
    static void first_answer(std::string const& folder, std::string_view disease, page& to) {
        auto const file = opened(folder);
        auto const& kb = file.view();
        auto const found = treatise::find<treatise::cause>(kb, disease);
        if (!found) give_up("The library does not find " + std::string{disease});
        treatise::scope any;
        any.intents = {};
        for (auto const c : treatise::candidates(kb, *found, any)) to.line('t', kb.name(c.option));
    }
    double stored_megabytes() const { return static_cast<double>(file_.size()) / 1e6; }
};

}  // namespace scale
