// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scale {

/// Which node has an id: open addressing over the text of the file.
class node_ids {
    static constexpr std::uint32_t none = 0xffff'ffff;
    struct slot {
        std::uint32_t hash = 0, node = none;
    };
    std::vector<slot> slots_ = std::vector<slot>(std::size_t{1} << 16);
    std::vector<std::string_view> keys_;

    static std::uint64_t mix(std::string_view s) {
        std::uint64_t h = s.size() * 0x9e3779b97f4a7c15u;
        for (; s.size() >= 8; s.remove_prefix(8)) {
            std::uint64_t word;
            std::memcpy(&word, s.data(), 8);
            h = (h ^ word) * 0xff51afd7ed558ccdu;
            h ^= h >> 32;
        }
        std::uint64_t rest = 0;
        std::memcpy(&rest, s.data(), s.size());
        h = (h ^ rest) * 0xff51afd7ed558ccdu;
        return h ^ h >> 32;
    }
    void put(std::uint64_t hash, std::uint32_t node) {
        auto i = hash & (slots_.size() - 1);
        while (slots_[i].node != none) i = (i + 1) & (slots_.size() - 1);
        slots_[i] = {static_cast<std::uint32_t>(hash >> 32), node};
    }

public:
    void add(std::string_view key) {
        if (2 * (keys_.size() + 1) > slots_.size()) {
            slots_.assign(slots_.size() * 2, {});
            for (std::uint32_t n = 0; n != keys_.size(); ++n) put(mix(keys_[n]), n);
        }
        put(mix(key), static_cast<std::uint32_t>(keys_.size()));
        keys_.push_back(key);
    }
    std::uint32_t operator[](std::string_view key) const {
        auto const h = mix(key);
        for (auto i = h & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
            auto const s = slots_[i];
            if (s.node == none || (s.hash == static_cast<std::uint32_t>(h >> 32) && keys_[s.node] == key)) return s.node;
        }
    }
};

/// The yardstick: compressed rows made for just these jobs, in flat arrays, with nothing in them that no job asks for.
class yardstick {
    using numbers = std::vector<std::uint32_t>;
    struct rows {
        numbers begin, of;
    };
    struct ends {
        std::uint32_t from, to;
    };
    static constexpr std::uint32_t none = 0xffff'ffff;

    // Nodes are numbered kind by kind in display order: diseases first, then classes, compounds, genes, side effects.
    std::uint32_t classes_ = 0, compounds_ = 0, genes_ = 0, effects_ = 0;
    numbers name_begin_;
    std::vector<char> pool_;
    numbers class_of_;            ///< by compound
    rows used_, binds_, causes_;  ///< used_: compound << 2 | use, in display order
    rows implicated_;             ///< of a disease: gene << 3 | which of the three metaedges
    numbers in_file_order_;       ///< the diseases
    mutable std::vector<std::uint8_t> mark_;  ///< by gene, for one disease at a time
    double id_bytes_ = 0;                     ///< of all identifiers in the text

    struct draft {
        std::string_view id, name;
        kind of;
    };
    /// Nodes and edges as they come, by the number of a node's line.
    struct as_read {
        std::string text;  ///< what the names look into
        std::vector<draft> drafts{};
        std::vector<ends> used{}, binds{}, causes{}, implicated{}, includes{};
        double id_bytes = 0;

        explicit as_read(std::string const& folder) : text{whole_text(nodes_in(folder))} {
            node_ids known;
            each_node(text, [&](auto id, auto called, auto of) {
                auto const k = kind_of(of);
                if (k == kind::other) return;
                known.add(id);
                drafts.push_back({id, called, k});
                id_bytes += static_cast<double>(id.size());
            });
            each_edge(edges_in(folder), [&](auto source, auto m, auto target) {
                auto const s = known[source], t = known[target];
                if (s != none && t != none) add(s, m, t);
            });
        }
        void add(std::uint32_t s, metaedge m, std::uint32_t t) {
            switch (m) {
                case metaedge::treats: used.push_back({t, s << 2 | use::treats}); break;
                case metaedge::palliates: used.push_back({t, s << 2 | use::palliates}); break;
                case metaedge::binds: binds.push_back({s, t}); break;
                case metaedge::causes: causes.push_back({s, t}); break;
                case metaedge::includes: includes.push_back({t, s}); break;
                case metaedge::associates: implicated.push_back({s, t << 3 | 1}); break;
                case metaedge::upregulates: implicated.push_back({s, t << 3 | 2}); break;
                case metaedge::downregulates: implicated.push_back({s, t << 3 | 4}); break;
                case metaedge::none: break;
            }
        }
    };

    static rows sorted_in(std::vector<ends> const& all, std::uint32_t n) {
        rows r{numbers(n + std::size_t{1}, 0), numbers(all.size())};
        for (auto const& e : all) ++r.begin[e.from + std::size_t{1}];
        std::partial_sum(r.begin.begin(), r.begin.end(), r.begin.begin());
        numbers at(r.begin.begin(), r.begin.end() - 1);
        for (auto const& e : all) r.of[at[e.from]++] = e.to;
        return r;
    }
    template <class Run>
    void put(rows const& of, std::uint32_t c, Run&& run) const {
        auto const first = of.begin[c], last = of.begin[c + 1];
        auto to = run(last - first);
        for (auto i = first; i != last; ++i) to.put(name_of(of.of[i]));
    }

public:
    using node = std::uint32_t;
    static constexpr char const* name = "yardstick";
    static constexpr bool reads_text = true, opens_file = false;

    explicit yardstick(std::string const& folder) {
        as_read read{folder};
        auto& [text, drafts, used, binds, causes, implicated, includes, id_bytes] = read;
        id_bytes_ = id_bytes;
        auto const n = static_cast<std::uint32_t>(drafts.size());
        numbers order(n), number(n), class_of(n, none);
        std::iota(order.begin(), order.end(), 0u);
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return drafts[a].of < drafts[b].of; });
        auto const first = [&](kind k) {
            return static_cast<std::uint32_t>(
                std::partition_point(order.begin(), order.end(), [&](auto e) { return drafts[e].of < k; }) - order.begin());
        };
        classes_ = first(kind::drug_class), compounds_ = first(kind::compound);
        genes_ = first(kind::gene), effects_ = first(kind::side_effect);
        auto const by_name = [&](auto a, auto b) { return before_folded(drafts[a].name, drafts[b].name); };
        auto const sort = [&](std::uint32_t from, std::uint32_t to, auto before) {
            std::stable_sort(order.begin() + from, order.begin() + to, before);
            for (auto i = from; i != to; ++i) number[order[i]] = i;
        };
        sort(0, classes_, by_name);
        sort(classes_, compounds_, by_name);
        for (auto const& e : includes) class_of[e.from] = std::min(class_of[e.from], number[e.to]);
        sort(compounds_, genes_,
            [&](auto a, auto b) { return class_of[a] != class_of[b] ? class_of[a] < class_of[b] : by_name(a, b); });
        for (auto i = genes_; i != n; ++i) number[order[i]] = i;
        name_begin_.reserve(n + std::size_t{1});
        name_begin_.push_back(0);
        for (auto e : order) {
            pool_.insert(pool_.end(), drafts[e].name.begin(), drafts[e].name.end());
            name_begin_.push_back(static_cast<std::uint32_t>(pool_.size()));
        }
        for (auto i = compounds_; i != genes_; ++i) class_of_.push_back(class_of[order[i]]);
        for (auto& e : used) e = {number[e.from], number[e.to >> 2] << 2 | (e.to & 3u)};
        std::sort(used.begin(), used.end(), [](auto a, auto b) { return a.from != b.from ? a.from < b.from : a.to < b.to; });
        std::size_t merged = 0;
        for (auto const& e : used)  // both uses of one pair are one candidate
            if (merged != 0 && used[merged - 1].from == e.from && used[merged - 1].to >> 2 == e.to >> 2)
                used[merged - 1].to |= e.to & 3u;
            else
                used[merged++] = e;
        used.resize(merged);
        for (auto& e : binds) e = {number[e.from] - compounds_, number[e.to]};
        for (auto& e : causes) e = {number[e.from] - compounds_, number[e.to]};
        for (auto& e : implicated) e = {number[e.from], number[e.to >> 3] << 3 | (e.to & 7u)};
        used_ = sorted_in(used, classes_);
        binds_ = sorted_in(binds, genes_ - compounds_);
        causes_ = sorted_in(causes, genes_ - compounds_);
        implicated_ = sorted_in(implicated, classes_);
        mark_.assign(effects_ - genes_, 0);
        for (std::uint32_t e = 0; e != n; ++e)
            if (drafts[e].of == kind::disease) in_file_order_.push_back(number[e]);
    }

    /// What its own arrays hold.
    double held_megabytes() const {
        auto words = name_begin_.size() + class_of_.size() + in_file_order_.size();
        for (auto const* r : {&used_, &binds_, &causes_, &implicated_}) words += r->begin.size() + r->of.size();
        return (4.0 * static_cast<double>(words) + static_cast<double>(pool_.size() + mark_.size())) / 1e6;
    }
    /// What they would hold with every column of the library's file: rows in both directions, an identifier and a key for
    /// each node, indexes by name, key and identifier, and of a claim its intent and who says it, where these are not the
    /// same for all of its relation. Counted, not held: no job asks for them.
    double same_columns_megabytes() const {
        auto const size = [](auto const& v) { return static_cast<double>(v.size()); };
        auto const nodes = size(name_begin_) - 1, used = size(used_.of), implicated = size(implicated_.of);
        auto const edges = used + implicated + size(binds_.of) + size(causes_.of) + size(class_of_);
        double bytes = size(pool_) + 2 * id_bytes_;  // names, identifiers, keys
        bytes += nodes * 4 * (3 + 3);                // where each begins; the indexes
        bytes += edges * 4 * 2;                      // the other end, in both directions
        bytes += 4.0 * (2.0 * classes_ + 5.0 * (genes_ - compounds_) + 2.0 * (effects_ - genes_) +
                           (nodes - effects_));           // where the rows of each node begin
        return (bytes + used * (1 + 4) + implicated * 4) / 1e6;  // intent, who says it
    }

    std::uint32_t diseases() const { return static_cast<std::uint32_t>(in_file_order_.size()); }
    std::string_view name_of(std::uint32_t of) const {
        return {pool_.data() + name_begin_[of], name_begin_[of + 1] - name_begin_[of]};
    }
    static void first_answer(std::string const& folder, std::string_view disease, page& to) {
        yardstick const y{folder};
        for (std::uint32_t d = 0; d != y.classes_; ++d)
            if (y.name_of(d) == disease)
                for (auto i = y.used_.begin[d]; i != y.used_.begin[d + 1]; ++i) to.line('t', y.name_of(y.used_.of[i] >> 2));
    }

    template <class Page>
    void disease(std::uint32_t in_file, Page& to) const {
        auto const d = in_file_order_[in_file];
        auto now = none - 1;
        for (auto i = used_.begin[d]; i != used_.begin[d + 1]; ++i) {
            auto const compound = used_.of[i] >> 2, c = compound - compounds_;
            if (class_of_[c] != now) {
                now = class_of_[c];
                to.drug_class(now == none ? std::string_view{} : name_of(now));
            }
            to.compound(name_of(compound), used_.of[i] & 3u);
            put(binds_, c, [&](std::size_t n) { return to.genes(n); });
            put(causes_, c, [&](std::size_t n) { return to.side_effects(n); });
        }
        to.end();
    }
    /// The same walk without names.
    std::uint64_t numbers_of(std::uint32_t in_file) const {
        auto const d = in_file_order_[in_file];
        std::uint64_t sum = 0;
        for (auto i = used_.begin[d]; i != used_.begin[d + 1]; ++i) {
            auto const c = (used_.of[i] >> 2) - compounds_;
            sum += class_of_[c] + (used_.of[i] & 3u);
            for (auto j = binds_.begin[c]; j != binds_.begin[c + 1]; ++j) sum += binds_.of[j];
            for (auto j = causes_.begin[c]; j != causes_.begin[c + 1]; ++j) sum += causes_.of[j];
        }
        return sum;
    }
    template <class Flush>
    void table(page& to, Flush&& flush) const {
        csv_page csv{to};
        for (std::uint32_t d = 0; d != diseases(); ++d) {
            csv.disease(name_of(in_file_order_[d]));
            disease(d, csv);
            flush();
        }
    }
    void paths(std::vector<path<node>>& found) const {
        for (std::uint32_t d = 0; d != classes_; ++d) {
            if (used_.begin[d] == used_.begin[d + 1]) continue;
            auto const first = implicated_.begin[d], last = implicated_.begin[d + 1];
            for (auto i = first; i != last; ++i)
                mark_[(implicated_.of[i] >> 3) - genes_] |= static_cast<std::uint8_t>(implicated_.of[i] & 7u);
            for (auto i = used_.begin[d]; i != used_.begin[d + 1]; ++i) paths_of(used_.of[i] >> 2, d, found);
            for (auto i = first; i != last; ++i) mark_[(implicated_.of[i] >> 3) - genes_] = 0;
        }
    }
    /// The paths of one compound over the genes that are marked for the disease.
    void paths_of(std::uint32_t compound, std::uint32_t disease, std::vector<path<node>>& found) const {
        auto const c = compound - compounds_;
        for (auto j = binds_.begin[c]; j != binds_.begin[c + 1]; ++j)
            if (auto const m = mark_[binds_.of[j] - genes_]; m != 0) {
                if (m & 1u) found.push_back({compound, binds_.of[j], disease, metaedge::associates});
                if (m & 2u) found.push_back({compound, binds_.of[j], disease, metaedge::upregulates});
                if (m & 4u) found.push_back({compound, binds_.of[j], disease, metaedge::downregulates});
            }
    }
};

}  // namespace scale
