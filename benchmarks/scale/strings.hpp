// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace scale {

/// As people first write it: everything is a string, every step a look-up of one.
class strings {
    struct implication {
        std::string gene;
        metaedge how;
    };
    std::unordered_map<std::string, std::string> names_;
    std::vector<std::string> diseases_;
    std::unordered_map<std::string, std::string> class_of_;                  ///< by compound
    std::unordered_map<std::string, std::map<std::string, unsigned>> used_;  ///< by disease: compounds with their use
    std::unordered_map<std::string, std::vector<std::string>> binds_, causes_;
    std::unordered_map<std::string, std::vector<implication>> implicated_;

    template <class Map>
    static auto const& in(Map const& map, std::string const& key) {
        static typename Map::mapped_type const none{};
        auto const found = map.find(key);
        return found == map.end() ? none : found->second;
    }
    template <class Run>
    void put(std::vector<std::string> const& ids, Run&& run) const {
        auto to = run(ids.size());
        for (auto const& i : ids) to.put(in(names_, i));
    }

public:
    using node = std::string_view;
    static constexpr char const* name = "maps of strings";
    static constexpr bool reads_text = true;

    explicit strings(std::string const& folder) {
        auto const text = whole_text(nodes_in(folder));
        each_node(text, [&](auto id, auto called, auto of) {
            auto const k = kind_of(of);
            if (k == kind::other) return;
            names_.emplace(id, called);
            if (k == kind::disease) diseases_.emplace_back(id);
        });
        each_edge(edges_in(folder), [&](auto source, auto m, auto target) {
            std::string const s{source}, t{target};
            if (!names_.count(s) || !names_.count(t)) return;
            switch (m) {
                case metaedge::treats: used_[t][s] |= use::treats; break;
                case metaedge::palliates: used_[t][s] |= use::palliates; break;
                case metaedge::binds: binds_[s].push_back(t); break;
                case metaedge::causes: causes_[s].push_back(t); break;
                case metaedge::includes: {
                    auto const [known, added] = class_of_.try_emplace(t, s);
                    if (!added && before_folded(names_[s], names_[known->second])) known->second = s;
                    break;
                }
                case metaedge::associates:
                case metaedge::upregulates:
                case metaedge::downregulates: implicated_[s].push_back({t, m}); break;
                case metaedge::none: break;
            }
        });
    }

    std::uint32_t diseases() const { return static_cast<std::uint32_t>(diseases_.size()); }
    std::string_view name_of(std::string_view id) const { return in(names_, std::string{id}); }

    template <class Page>
    void disease(std::uint32_t in_file, Page& to) const {
        std::map<std::string, std::vector<std::pair<std::string, unsigned>>> groups;
        for (auto const& [compound, uses] : in(used_, diseases_[in_file]))
            groups[in(class_of_, compound)].emplace_back(compound, uses);
        for (auto const& [group, compounds] : groups) {
            to.drug_class(group.empty() ? std::string_view{} : in(names_, group));
            for (auto const& [compound, uses] : compounds) {
                to.compound(in(names_, compound), uses);
                put(in(binds_, compound), [&](std::size_t n) { return to.genes(n); });
                put(in(causes_, compound), [&](std::size_t n) { return to.side_effects(n); });
            }
        }
        to.end();
    }
    template <class Flush>
    void table(page& to, Flush&& flush) const {
        csv_page csv{to};
        for (std::uint32_t d = 0; d != diseases(); ++d) {
            csv.disease(in(names_, diseases_[d]));
            disease(d, csv);
            flush();
        }
    }
    void paths(std::vector<path<node>>& found) const {
        for (auto const& d : diseases_) {
            std::unordered_map<std::string, std::vector<metaedge>> marked;
            for (auto const& i : in(implicated_, d)) marked[i.gene].push_back(i.how);
            for (auto const& [compound, uses] : in(used_, d))
                for (auto const& gene : in(binds_, compound))
                    for (auto how : in(marked, gene)) found.push_back({compound, gene, d, how});
        }
    }
};

}  // namespace scale
