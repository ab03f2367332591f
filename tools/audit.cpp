// SPDX-License-Identifier: BSL-1.0
#include "asked.hpp"
#include "commands.hpp"
#include "compared.hpp"
#include "knowledge.hpp"
#include "pages.hpp"

#include <treatise/audit/json.hpp>
#include <treatise/audit/report.hpp>
#include <treatise/audit/sarif.hpp>

#include <map>
#include <string>
#include <string_view>

namespace treatise::tool {

namespace {

/// Where a claim stands in the knowledge files of the call; nowhere in what is built in and in a snapshot.
class claim_locations {
    std::map<std::string, location> places_{};

public:
    explicit claim_locations(std::string const& path) {
        if (!path.empty()) places_ = places_of_claims(path);
    }
    location operator()(std::string_view id) const {
        auto const at = places_.find(std::string{id});
        return at == places_.end() ? location{} : at->second;
    }
};

}  // namespace

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
