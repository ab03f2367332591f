// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/find.hpp>
#include <treatise/words/language.hpp>

#include <array>
#include <cstddef>
#include <string_view>

namespace treatise::inline v0_3 {

/// What an abbreviation of medicine and its authorities stands for in a language, whatever the field.
struct abbreviation {
    std::string_view language, of, means;
};
inline constexpr std::array every_abbreviation{
    abbreviation{"en", "AHRQ", "Agency for Healthcare Research and Quality, United States"},
    abbreviation{"en", "CDC", "Centers for Disease Control and Prevention, United States"},
    abbreviation{"en", "CNS", "central nervous system"},
    abbreviation{"en", "COPD", "chronic obstructive pulmonary disease"},
    abbreviation{"en", "CYP", "enzymes of the liver that break down medicines"},
    abbreviation{"en", "CYP1A2", "an enzyme of the liver that breaks down medicines"},
    abbreviation{"en", "CYP2D6", "an enzyme of the liver that breaks down medicines"},
    abbreviation{"en", "CYP3A4", "an enzyme of the liver that breaks down medicines"},
    abbreviation{"en", "DRESS", "drug reaction with eosinophilia and systemic symptoms"},
    abbreviation{"en", "ECG", "electrocardiogram"},
    abbreviation{"en", "EMA", "European Medicines Agency"},
    abbreviation{"en", "EU", "European Union"},
    abbreviation{"en", "FDA", "Food and Drug Administration, United States"},
    abbreviation{"en", "HIV", "human immunodeficiency virus"},
    abbreviation{"en", "HLA", "human leukocyte antigen"},
    abbreviation{"en", "MAO", "monoamine oxidase"},
    abbreviation{"en", "MHRA", "Medicines and Healthcare products Regulatory Agency, United Kingdom"},
    abbreviation{"en", "NNH", "people treated for one more to be harmed"},
    abbreviation{"en", "NNRTIs", "non-nucleoside reverse transcriptase inhibitors"},
    abbreviation{"en", "NNT", "people treated for one more to benefit"},
    abbreviation{"en", "NHS", "National Health Service"},
    abbreviation{"en", "NICE", "National Institute for Health and Care Excellence, England"},
    abbreviation{"en", "NMDA", "N-methyl-D-aspartate"},
    abbreviation{"en", "POLG", "a gene of the mitochondria"},
    abbreviation{"en", "SJS", "Stevens-Johnson syndrome"},
    abbreviation{"en", "TEN", "toxic epidermal necrolysis"},
    abbreviation{"en", "UK", "United Kingdom"},
    abbreviation{"en", "US", "United States"},
};

/// What an abbreviation stands for: the longest other name of the one entity that has it as a name, or the words of the
/// language; empty where neither knows it.
[[nodiscard]] inline std::string_view expansion(knowledge_base const& kb, language const& l, std::string_view of) {
    std::string_view longest;
    if (auto const e = find<entity>(kb, of)) {
        auto const consider = [&](std::string_view name) {
            std::size_t capitals = 0;
            for (char c : name) capitals += c >= 'A' && c <= 'Z';
            if (capitals < 2 && name.size() > of.size() && name.size() > longest.size()) longest = name;
        };
        consider(kb.name(*e));
        for (auto t : kb.synonyms(*e)) consider(kb[t]);
    }
    if (!longest.empty()) return longest;
    for (auto const& a : every_abbreviation)
        if (a.language == l.code && a.of == of) return a.means;
    return {};
}

}  // namespace treatise::inline v0_3
