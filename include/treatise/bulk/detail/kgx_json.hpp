// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/graph.hpp>
#include <treatise/bulk/detail/kgx_table.hpp>

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
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
        says.codes = codes_of(strings("xref"));
        for (auto const& [name, value] : doc_.items())
            if (!is_node_field(name) && !value.is_null()) count_unused(name);
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
        if (auto const n = doc_.find("negated"); n != doc_.end()) {
            auto const is = truth(*n);
            if (!is) wrong = no_truth(n->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
            if (!is) return false;
            says.negated = *is;
        }
        qualifiers_.clear();
        for (auto const& [name, value] : doc_.items()) {
            add_qualifiers(name, value);
            if (!is_edge_field(name) && !value.is_null()) count_unused(name);
        }
        says.qualifiers = qualifiers_;
        place_.clear();
        for (auto const p : strings("publications")) (place_ += place_.empty() ? "" : "|") += p;
        says.place = place_;
        return true;
    }
    /// Reports the fields that no claim holds, once the rows were read.
    void tell_unused(bulk_graph& g) {
        for (auto const& [name, times] : unused) g.report.leave_unused("field " + in_quotes(name), g.at(0), times);
        unused.clear();
    }
    std::map<std::string, std::uint64_t, std::less<>> unused{};
    /// Forgets those of the last row, which will be read again.
    void uncount_row() {
        for (auto const& [name, value] : doc_.items())
            if (auto const known = unused.find(name); known != unused.end() && !value.is_null() && known->second-- == 1)
                unused.erase(known);
    }

    static bool has_subject(std::string_view line) {
        auto const doc = nlohmann::json::parse(line, nullptr, false);
        return doc.is_object() && doc.contains("subject");
    }

private:
    static bool is_node_field(std::string_view name) {
        for (std::string_view const known : {"id", "name", "description", "category", "synonym", "xref"})
            if (name == known) return true;
        return false;
    }
    static bool is_edge_field(std::string_view name) {
        for (std::string_view const known :
            {"subject", "predicate", "object", "negated", "publications", "qualifiers", "primary_knowledge_source",
                "original_knowledge_source", "knowledge_source", "aggregator_knowledge_source", "provided_by"})
            if (name == known) return true;
        return !qualifier_of(name).empty();
    }
    void count_unused(std::string const& name) {
        if (unused.size() < 100 || unused.contains(name)) ++unused[name];
    }
    bool parse(std::string_view line, std::string& wrong) {
        doc_ = nlohmann::json::parse(line, nullptr, false);
        if (doc_.is_object()) return true;
        wrong = doc_.is_discarded() ? "is no JSON; expected one object a line" : "is no object; expected one a line";
        return false;
    }
    static std::string_view text_of(nlohmann::json const& v) {
        if (!v.is_string()) return {};
        std::string_view const s = v.get_ref<std::string const&>();
        return is_missing(s) ? std::string_view{} : s;
    }
    std::string_view string(char const* name) const {
        auto const v = doc_.find(name);
        return v != doc_.end() ? text_of(*v) : std::string_view{};
    }
    /// True or false as JSON has it, as a number or in a word; an array of one is what is in it.
    static std::optional<bool> truth(nlohmann::json const& v) {
        if (v.is_null() || (v.is_array() && v.empty())) return false;
        if (v.is_boolean()) return v.get<bool>();
        if (v.is_number() && (v == 0 || v == 1)) return v == 1;
        if (v.is_string()) return truth_of(v.get_ref<std::string const&>());
        return v.is_array() && v.size() == 1 && !v[0].is_array() ? truth(v[0]) : std::nullopt;
    }
    /// A field that is a qualifier; and "qualifiers", each with its type and its value.
    void add_qualifiers(std::string const& name, nlohmann::json const& value) {
        if (name == "qualifiers" && value.is_array()) {
            for (auto const& one : value)
                if (one.is_object() && one.contains("qualifier_type_id") && one.contains("qualifier_value"))
                    add_qualifier(std::string{text_of(one["qualifier_type_id"])}, one["qualifier_value"]);
        } else {
            add_qualifier(name, value);
        }
    }
    void add_qualifier(std::string_view name, nlohmann::json const& value) {
        auto const attribute = qualifier_of(name);
        if (attribute.empty() || qualifiers_.find('\x1f' + attribute + '=') != qualifiers_.npos) return;
        std::string words;
        auto const add = [&](nlohmann::json const& v) {
            if (auto const s = text_of(v); !s.empty()) (words += words.empty() ? "" : "; ") += s;
        };
        if (value.is_array())
            for (auto const& one : value) add(one);
        else
            add(value);
        join_qualifier(qualifiers_, attribute, words);
    }
    /// One string or an array of them.
    std::vector<std::string_view> strings(char const* name) const {
        std::vector<std::string_view> all;
        auto const v = doc_.find(name);
        if (v == doc_.end()) return all;
        auto const add = [&](nlohmann::json const& one) {
            if (auto const s = text_of(one); !s.empty()) all.push_back(s);
        };
        if (v->is_array())
            for (auto const& one : *v) add(one);
        else
            add(*v);
        return all;
    }

    nlohmann::json doc_{};
    std::string place_{}, qualifiers_{};
};

}  // namespace treatise::inline v0_3::bulk_detail
