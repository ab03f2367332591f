// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/asked_scope.hpp>
#include <treatise/query/statements.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// The parts of what is said of a cause itself, in the order in which they are told.
enum class about_part : std::uint8_t {
    arises_from,    ///< what gives rise to it
    gives_rise_to,  ///< what it gives rise to
    mechanism,      ///< mechanisms implicated in it
    principle,      ///< what is advised for it as a whole
    instrument,     ///< what it is assessed by
    restriction,    ///< what is contraindicated, to be avoided or to be used with care in people who have it
    coverage,       ///< payers' rules that name it
    research,
    other           ///< of relations that name no option and have no part of their own
};
template <>
inline constexpr std::array<std::string_view, 9> words_of<about_part>{
    "arises_from", "gives_rise_to", "mechanism", "principle", "instrument", "restriction", "coverage", "research", "other"};

/// A claim on the cause itself, and how it applies to the one that was asked about.
struct cause_statement {
    claim_id claim{};
    about_part part{};
    treatise::applicability applies{};
    id<entity> of{};         ///< what it names beside the cause: a principle, an instrument, an option, another cause ...
    claim_id replaced_by{};  ///< the claim of a newer edition in its place

    friend constexpr bool operator==(cause_statement const&, cause_statement const&) = default;
};

/// What sources say of a cause itself; its options are another question. Flat: lists of numbers.
///
/// It refers to the arrays of the knowledge base, which must outlive it.
struct cause_account {
    knowledge_base base{};
    id<cause> asked{};
    std::vector<id<cause>> above{}, below{};  ///< the nearest first
    std::vector<cause_statement> said{};      ///< part by part; in a part this cause before a wider group
    std::vector<claim_id> withdrawn{};        ///< which no other answer holds

    constexpr std::span<cause_statement const> of(about_part p) const {
        std::size_t first = 0;
        while (first != said.size() && said[first].part < p) ++first;
        auto last = first;
        while (last != said.size() && said[last].part == p) ++last;
        return std::span{said}.subspan(first, last - first);
    }
};

namespace query_detail {

class about_search {
    knowledge_base const& kb_;
    relevance const& relevant_;
    asked_scope& scope_;
    cause_account& found_;
    std::vector<std::uint32_t> place_{};

    constexpr about_part part_of(std::uint32_t r) const {
        if (r == relation_number<implicated_in>) return about_part::mechanism;
        if (r == relation_number<advises>) return about_part::principle;
        if (r == relation_number<assessed_by>) return about_part::instrument;
        if (r == relation_number<contraindicated_in>) return about_part::restriction;
        if (r == relation_number<covered_for>) return about_part::coverage;
        if (r == relation_number<investigates>) return about_part::research;
        return about_part::other;
    }
    /// How a claim applies by one of its ends; by its contexts alone where that end is no cause.
    constexpr applicability by(id<entity> end, claim_id c, std::uint32_t r) const {
        return relevant_.of(kb_.as<cause>(end), kb_.said(c, r));
    }
    constexpr cause_statement read(claim_id c, std::uint32_t r) const {
        auto const subject = kb_.subject(c), object = kb_.object(c);
        cause_statement made{c, part_of(r), {}, subject, {}};
        if (r == relation_number<gives_rise_to>) {
            auto const from = by(object, c, r), to = by(subject, c, r);
            made.part = from <= to ? about_part::arises_from : about_part::gives_rise_to;
            made.applies = from <= to ? from : to;
            if (from > to) made.of = object;
        } else if (kb_.as<cause>(subject)) {
            made.applies = by(subject, c, r);
            made.of = object;
        } else {
            made.applies = by(object, c, r);
        }
        return made;
    }
    constexpr void add(claim_id c, std::uint32_t r) {
        auto made = read(c, r);
        if (made.applies == applicability::unrelated) return;
        // What a wider group arises from is no cause of each kind of it.
        if (r == relation_number<gives_rise_to> && made.applies == applicability::broader) return;
        // What is said of options for a wider group is told of those options.
        bool const of_option = meaning_of(r).option_end != option_end::none;
        if (of_option && made.applies != applicability::exact && made.applies != applicability::pooled) return;
        if (kb_.said(c, r).status == claim_status::withdrawn) return found_.withdrawn.push_back(c);
        if (!in_scope(c, r, made.applies, scope_)) return;
        made.replaced_by = scope_.replaced.replaced_by(c, r);
        found_.said.push_back(made);
    }
    constexpr void add_relation(std::uint32_t r) {
        if (meaning_of(r).option_end != option_end::none) {
            if (r == relation_number<covered_for>)
                for (auto c : kb_.about_ids(r, found_.asked)) add(c, r);
            if (r == relation_number<contraindicated_in>)
                for (auto c : kb_.in_ids(r, found_.asked)) add(c, r);
            return;
        }
        for (auto reached : relevant_.reached()) {
            for (auto c : kb_.out_ids(r, reached)) add(c, r);
            for (auto c : kb_.in_ids(r, reached)) add(c, r);
            for (auto c : kb_.about_ids(r, reached)) add(c, r);
        }
    }
    constexpr std::uint32_t frequency(cause_statement const& s) const {
        auto const* o = kb_.payload_if<gives_rise_to>(s.claim);
        if (o == nullptr) return 0;
        auto const place = static_cast<std::uint32_t>(place_of(o->frequency));
        return place == 0 ? static_cast<std::uint32_t>(words_of<listed_frequency>.size()) : place;
    }
    constexpr std::uint32_t topic(cause_statement const& s) const {
        auto const p = kb_.as<principle>(s.of);
        return p ? static_cast<std::uint32_t>(place_of(kb_.details(p).topic)) : 0;
    }
    /// How far from the asked cause the claim's own cause stands, counted in causes reached before it.
    constexpr std::size_t distance(cause_statement const& s) const {
        auto const subject = kb_.subject(s.claim);
        auto const end = kb_.as<cause>(s.of == subject ? kb_.object(s.claim) : subject);
        auto const slot = kb_.all<cause>().slot(end);
        return slot < place_.size() ? place_[slot] : no_number;
    }
    constexpr bool stands_before(cause_statement const& a, cause_statement const& b) const {
        if (a.part != b.part) return a.part < b.part;
        if (auto const x = topic(a), y = topic(b); x != y) return x < y;
        if (a.applies != b.applies) return a.applies < b.applies;
        if (auto const x = distance(a), y = distance(b); x != y) return x < y;
        if (auto const x = frequency(a), y = frequency(b); x != y) return x < y;
        if (a.of != b.of) return a.of < b.of;
        return a.claim < b.claim;
    }
    constexpr void add_causes() {
        walk<cause> reached;
        auto const from_asked = [&](std::vector<id<cause>>& to, auto go) {
            reached.clear(kb_);
            reached.add(found_.asked);
            go(kb_, reached);
            to.assign(reached.reached().begin() + 1, reached.reached().end());
        };
        from_asked(found_.above, walk_up<cause>);
        from_asked(found_.below, walk_down<cause>);
    }
    /// Which of the causes reached a cause is.
    constexpr void number_causes() {
        auto const causes = kb_.all<cause>();
        place_.assign(causes.size(), no_number);
        for (std::size_t i = 0; i != relevant_.reached().size(); ++i)
            if (auto const slot = causes.slot(relevant_.reached()[i]); slot < place_.size())
                place_[slot] = static_cast<std::uint32_t>(i);
    }

public:
    constexpr about_search(knowledge_base const& kb, relevance const& relevant, asked_scope& s, cause_account& found)
        : kb_{kb}, relevant_{relevant}, scope_{s}, found_{found} {}

    constexpr void search() {
        add_causes();
        number_causes();
        for (std::uint32_t r = structure::size; r != relations::size; ++r) add_relation(r);
        std::sort(found_.said.begin(), found_.said.end(),
            [&](cause_statement const& a, cause_statement const& b) { return stands_before(a, b); });
        found_.said.erase(std::unique(found_.said.begin(), found_.said.end()), found_.said.end());
        std::sort(found_.withdrawn.begin(), found_.withdrawn.end());
        found_.withdrawn.erase(std::unique(found_.withdrawn.begin(), found_.withdrawn.end()), found_.withdrawn.end());
    }
};

}  // namespace query_detail

/// Everything that is said of a cause itself: what it arises from and gives rise to, its mechanisms, what is advised for it as a
/// whole, how it is assessed, what is not to be used in it, who pays, and what is looked into; and the causes above and below.
///
/// What is said of a wider group or of a kind of it is there, marked so. Claims that a newer edition has replaced are there with
/// what has replaced them. Linear in the claims about the causes reached.
constexpr cause_account about(knowledge_base const& kb, id<cause> asked, scope s = {}) {
    s.superseded = true;
    cause_account made{.base = kb, .asked = asked};
    if (!kb.all<cause>().numbers.contains(asked.value)) return made;
    relevance const relevant{kb, asked};
    asked_scope narrowed{kb, std::move(s)};
    query_detail::about_search{kb, relevant, narrowed, made}.search();
    return made;
}

}  // namespace treatise::inline v0_3
