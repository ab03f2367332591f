// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/problem.hpp>
#include <treatise/render/json_writer.hpp>
#include <treatise/version.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Findings as SARIF 2.1.0, which code review reads: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
namespace treatise::inline v0_3 {

/// What a finding is a case of: its id and one sentence.
struct sarif_rule {
    std::string id{}, text{};
};

/// One finding for a reviewer.
struct sarif_finding {
    std::string rule{};     ///< the id of a rule
    bool is_error = false;  ///< else a warning
    std::string message{};  ///< a sentence that stands alone
    std::string cell{};  ///< where in the answer: "painful-diabetic-neuropathy/gabapentinoids/harms"; empty: the whole answer
    std::string claim{};  ///< the id of the claim; empty where it is about none
    location place{};  ///< where that claim stands in knowledge files; without a file where nobody knows
};

namespace render_detail {

class sarif_writer {
    json_writer j_{};

    void text(std::string_view name, std::string_view s) { j_.name(name).open('{').member("text", s).close('}'); }

    void driver(std::vector<sarif_rule> const& rules) {
        j_.name("tool").open('{').name("driver").open('{').member("name", "treatise").member("version", TREATISE_VERSION);
        j_.name("rules").open('[');
        for (auto const& r : rules) {
            j_.open('{').member("id", r.id);
            text("shortDescription", r.text);
            j_.close('}');
        }
        j_.close(']').close('}').close('}');
    }
    void place(sarif_finding const& f) {
        if (f.place.file.empty()) return;
        j_.name("physicalLocation").open('{').name("artifactLocation").open('{').member("uri", uri(f.place.file)).close('}');
        if (f.place.line != 0) {
            j_.name("region").open('{').name("startLine").number(f.place.line);
            if (f.place.column != 0) j_.name("startColumn").number(f.place.column);
            j_.close('}');
        }
        j_.close('}');
    }
    void result(sarif_finding const& f, std::vector<sarif_rule> const& rules) {
        j_.open('{').member("ruleId", f.rule);
        auto const rule = std::find_if(rules.begin(), rules.end(), [&](sarif_rule const& r) { return r.id == f.rule; });
        if (rule != rules.end()) j_.name("ruleIndex").number(static_cast<std::uint64_t>(rule - rules.begin()));
        j_.member("level", f.is_error ? "error" : "warning");
        text("message", f.message);
        j_.name("locations").open('[').open('{');
        place(f);
        if (!f.cell.empty())
            j_.name("logicalLocations")
                .open('[')
                .open('{')
                .member("fullyQualifiedName", f.cell)
                .member("kind", "element")
                .close('}')
                .close(']');
        j_.close('}').close(']');
        // Equal findings of two runs have equal fingerprints, whatever moved in the files between them.
        j_.name("partialFingerprints").open('{').member("treatise/v1", f.rule + '|' + f.cell + '|' + f.claim).close('}');
        if (!f.claim.empty()) j_.name("properties").open('{').member("claim", f.claim).close('}');
        j_.close('}');
    }

public:
    /// A path with slashes and without what an address cannot hold.
    static std::string uri(std::string_view path) {
        std::string s;
        for (char c : path) {
            auto const byte = static_cast<unsigned char>(c);
            bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                               std::string_view{"-._~/"}.find(c) != std::string_view::npos;
            if (c == '\\')
                s += '/';
            else if (plain)
                s += c;
            else
                ((s += '%') += "0123456789ABCDEF"[byte >> 4]) += "0123456789ABCDEF"[byte & 15u];
        }
        return s;
    }

    std::string write(std::vector<sarif_rule> const& rules, std::vector<sarif_finding> const& findings) && {
        j_.open('{').member("$schema", "https://json.schemastore.org/sarif-2.1.0.json").member("version", "2.1.0");
        j_.name("runs").open('[').open('{');
        driver(rules);
        j_.member("columnKind", "utf16CodeUnits").name("results").open('[');
        for (auto const& f : findings) result(f, rules);
        j_.close(']').close('}').close(']').close('}');
        return j_.take() + '\n';
    }
};

}  // namespace render_detail

/// The findings as a SARIF 2.1.0 log of one run, for annotations of a pull request; `rules` are those that were checked.
[[nodiscard]] inline std::string sarif(std::vector<sarif_rule> const& rules, std::vector<sarif_finding> const& findings) {
    return render_detail::sarif_writer{}.write(rules, findings);
}

}  // namespace treatise::inline v0_3
