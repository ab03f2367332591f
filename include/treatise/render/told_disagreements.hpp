// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace treatise::inline v0_3 {

/// One claim of a disagreement: its stance in a word, who says it, what, and of whom.
struct told_side {
    std::string stance{};   ///< "for", "no difference"; of coverage, what the payer does
    std::string subject{};  ///< of whom it is said, where that is not the option itself; several where a source says the same
    std::string source{};   ///< source, place, jurisdiction, date, how it was read
    std::string restated{};  ///< where it was read, if that is another source; may be empty
    std::string says{};     ///< the claim in words
    std::string measure{};  ///< of a figure: comparator, time, people, certainty; may be empty
    std::string whom{};     ///< how it applies, and its population
    std::string note{};     ///< may be empty
    std::vector<std::string> ids{};  ///< of the claim, or of those that say the same of several

    /// "Lamotrigine: recommended against"
    std::string statement() const { return subject.empty() ? says : subject + ": " + says; }
};

/// Claims of another relation on the same option: context, not a side.
struct told_context {
    std::string heading;
    std::vector<told_side> sides;
    std::string rest{};  ///< how many are not told, and what tells them; may be empty
};

struct told_disagreement {
    std::size_t number = 0;
    std::string question;  ///< "Acupuncture: less pain?"
    std::string years;     ///< "2017 to 2024"; empty where no side has a date
    std::vector<told_side> sides;
    std::string also;  ///< in what else they differ; may be empty
    std::vector<told_context> context;
};

/// The groups of one kind of difference.
struct told_difference {
    std::string heading;
    std::vector<told_disagreement> groups;
};

/// Where sources differ about a cause, ready for a page; it owns its text, and nothing in it is escaped.
struct told_disagreements {
    std::string title{}, counts{};
    std::vector<std::string> head{};
    std::vector<told_difference> sections{};
    std::vector<std::string> after{};  ///< how to see the rest
    std::vector<std::string> foot{};   ///< signs, edition and intended use
    std::array<std::string, 5> columns{};  ///< headings: stance, source and place, what it says, of whom, claim
};

}  // namespace treatise::inline v0_3
