// SPDX-License-Identifier: BSL-1.0
#include <treatise/bulk/drugmechdb.hpp>
#include <treatise/bulk/kgx.hpp>

int main() {
    auto const tables = treatise::read_kgx({"absent.tsv.gz", "absent.jsonl"});
    auto const paths = treatise::read_drugmechdb({"absent.yaml"});
    return tables.report.refused() == 2 && paths.report.refused() == 1 ? 0 : 1;
}
