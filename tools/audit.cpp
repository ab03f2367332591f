// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "pages.hpp"
#include "tables.hpp"

#include <treatise/audit/report.hpp>
#include <treatise/graph/claim_key.hpp>
#include <treatise/table/compare.hpp>

namespace treatise::tool {

result audit_options(request const& asked) {
    if (is_plain(asked)) return audit_plain(asked);
    auto const from = open_knowledge(asked);
    auto const& kb = from.base;
    argument_reader reader{kb};
    auto const about = reader.asked_cause(asked.names[0]);
    auto const narrowed = reader.asked_scope(asked.scope);
    auto const table = asked_table(asked, kb, reader);
    reader.check();

    auto const made = compare(kb, about, table, narrowed);
    return tell_findings(asked, made, audit_all(made, lay_out(made)));
}

result tell_findings(request const& asked, comparison const& made, std::vector<audit_finding> const& findings) {
    auto const& kb = made.base;
    auto const about = made.asked;
    auto const& table = made.preset;
    result told{{}, has_error(findings) ? 1 : 0};
    if (asked.format != "json") {
        told.text = print(tell_audit(made, findings), asked);
        return told;
    }
    told.text = json_answer(kb, "treatise-audit", [&](json_writer& j) {
        j.name("cause").open('{').member("key", kb.key(about)).member("name", kb.name(about)).close('}');
        j.member("preset", table.key);
        std::uint64_t errors = 0;
        for (auto const& f : findings) errors += f.severity == severity::error;
        j.name("errors").number(errors).name("warnings").number(findings.size() - errors).name("findings").open('[');
        for (auto const& f : findings) {
            j.open('{').member("check", word(f.check)).member("severity", word(f.severity));
            if (f.row < made.rows.size()) j.member("option", kb.key(made.rows[f.row].option));
            if (f.column < table.columns.size()) j.member("column", table.columns[f.column].key);
            if (f.claim) j.member("claim", claim_key_of(kb, f.claim));
            j.member("what", say(english, f.check)).close('}');
        }
        j.close(']');
    });
    return told;
}

}  // namespace treatise::tool
