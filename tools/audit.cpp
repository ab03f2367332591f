// SPDX-License-Identifier: BSL-1.0
#include "asked.hpp"
#include "commands.hpp"
#include "compared.hpp"
#include "knowledge.hpp"
#include "pages.hpp"

#include <treatise/audit/json.hpp>
#include <treatise/audit/report.hpp>
#include <treatise/audit/sarif.hpp>

namespace treatise::tool {

result audit_options(request const& asked) {
    auto const from = open_knowledge(asked);
    auto const q = asked_question(asked.words, from.base);
    auto const made = compared(from.base, q);
    auto const findings = audit_all(made, lay_out(made));
    auto const text = asked.format == "json"    ? json_audit(made, findings, q.compact ? nullptr : &english)
                      : asked.format == "sarif" ? sarif(made, findings, claim_locations{asked.knowledge})
                                                : print(tell_audit(made, findings), asked);
    return {text, has_error(findings) ? 1 : 0};
}

}  // namespace treatise::tool
