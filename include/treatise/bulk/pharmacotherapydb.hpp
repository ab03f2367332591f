// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/read.hpp>

#include <string>
#include <vector>

namespace treatise::inline v0_3 {

/// Reads the indications of PharmacotherapyDB: doid_id, drugbank_id, disease, drug, category (DM, SYM, NOT), tab separated.
inline bulk_result read_pharmacotherapydb(
    std::vector<std::string> const& paths, mapping_rules rules = pharmacotherapydb_mapping(), bulk_options const& how = {}) {
    bulk_graph g{std::move(rules)};
    bulk_reader read{g, paths, how};
    for (auto const& path : paths) {
        std::size_t disease_id = 0, drug_id = 0, disease = 0, drug = 0, category = 0;
        read.table(
            path,
            [&](table_form const& form) {
                disease_id = form.column("doid_id"), drug_id = form.column("drugbank_id"), disease = form.column("disease");
                drug = form.column("drug"), category = form.column("category");
                auto const lacks = missing_columns(form, {"doid_id", "drugbank_id", "category"});
                if (!lacks.empty()) g.refuse(1, {}, lacks);
                tell_unused(g, form, {"doid_id", "drugbank_id", "disease", "drug", "category"});
                return lacks.empty();
            },
            [&](table_form const&, row_fields const& row, std::uint64_t line) {
                ++g.report.edge_rows;
                if (row[drug_id].empty() || row[disease_id].empty())
                    return g.refuse(line, row[drug], "is a row without a drugbank_id or a doid_id");
                for (node_says says : {node_says{row[drug_id], row[drug], {}, {"Compound"}},
                         node_says{row[disease_id], row[disease], {}, {"Disease"}}}) {
                    says.is_named_often = true;
                    g.node(says, line);
                }
                g.edge({row[drug_id], row[category], row[disease_id]}, line);
            });
    }
    return read.build();
}

}  // namespace treatise::inline v0_3
