// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/graph.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3::bulk_detail {

/// A line of KGX in JSON; what it gives looks into it until the next line.
class json_row {
public:
    bool node(std::string_view line, node_says& says, std::string& wrong) {
        if (!parse(line, wrong)) return false;
        says = {string("id"), string("name"), string("description"), strings("category"), strings("synonym"), {}};
        return true;
    }
    bool operator()(std::string_view line, edge_says& says, std::string& wrong) {
        if (!parse(line, wrong)) return false;
        says = {};
        says.subject = string("subject"), says.predicate = string("predicate"), says.object = string("object");
        for (auto const name : {"primary_knowledge_source", "original_knowledge_source", "knowledge_source",
                 "aggregator_knowledge_source", "provided_by"})
            if (says.source.empty()) {
                auto const all = strings(name);
                if (!all.empty()) says.source = all[0];
            }
        if (auto const n = doc_.find("negated"); n != doc_.end()) says.negated = n->is_boolean() ? n->get<bool>() : *n == "true";
        place_.clear();
        for (auto const p : strings("publications")) (place_ += place_.empty() ? "" : "|") += p;
        says.place = place_;
        return true;
    }
    static bool has_subject(std::string_view line) {
        auto const doc = nlohmann::json::parse(line, nullptr, false);
        return doc.is_object() && doc.contains("subject");
    }

private:
    bool parse(std::string_view line, std::string& wrong) {
        doc_ = nlohmann::json::parse(line, nullptr, false);
        if (doc_.is_object()) return true;
        wrong = doc_.is_discarded() ? "is no JSON; expected one object a line" : "is no object; expected one a line";
        return false;
    }
    std::string_view string(char const* name) const {
        auto const v = doc_.find(name);
        return v != doc_.end() && v->is_string() ? std::string_view{v->get_ref<std::string const&>()} : std::string_view{};
    }
    /// One string or an array of them.
    std::vector<std::string_view> strings(char const* name) const {
        std::vector<std::string_view> all;
        auto const v = doc_.find(name);
        if (v == doc_.end()) return all;
        if (v->is_string()) all.push_back(v->get_ref<std::string const&>());
        if (v->is_array())
            for (auto const& one : *v)
                if (one.is_string()) all.push_back(one.get_ref<std::string const&>());
        return all;
    }

    nlohmann::json doc_{};
    std::string place_{};
};

}  // namespace treatise::inline v0_3::bulk_detail
