// SPDX-License-Identifier: BSL-1.0
#include "arguments.hpp"
#include "commands.hpp"
#include "knowledge.hpp"
#include "listing.hpp"
#include "pages.hpp"
#include "tables.hpp"

#include <treatise/audit/report.hpp>
#include <treatise/graph/claim_key.hpp>

namespace treatise::tool {

namespace {

std::string in_json(comparison const& made, std::vector<audit_finding> const& findings) {
    auto const& kb = made.base;
    return json_answer(kb, "treatise-audit", [&](json_writer& j) {
        j.name("cause").open('{').member("key", kb.key(made.asked)).member("name", kb.name(made.asked)).close('}');
        j.member("view", made.view.key);
        std::uint64_t errors = 0;
        for (auto const& f : findings) errors += f.severity == severity::error;
        j.name("errors").number(errors).name("warnings").number(findings.size() - errors).name("findings").open('[');
        for (auto const& f : findings) {
            j.open('{').member("check", word(f.check)).member("severity", word(f.severity));
            if (f.row < made.rows.size()) j.member("option", kb.key(made.rows[f.row].option));
            if (f.column < made.view.columns.size()) j.member("column", made.view.columns[f.column].key);
            if (f.claim) j.member("claim", claim_key_of(kb, f.claim));
            j.member("what", say(english, f.check)).close('}');
        }
        j.close(']');
    });
}

}  // namespace

result audit_options(request const& asked) {
    auto const from = open_knowledge(asked);
    argument_reader reader{from.base};
    auto const table = asked_table(asked, from.base, reader);
    auto const made = compare(from.base, table);
    auto const findings = audit_all(made, lay_out(made));
    return {
        asked.format == "json" ? in_json(made, findings) : print(tell_audit(made, findings), asked), has_error(findings) ? 1 : 0};
}

}  // namespace treatise::tool
