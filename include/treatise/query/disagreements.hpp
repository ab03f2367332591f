// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/bits.hpp>
#include <treatise/query/candidates.hpp>
#include <treatise/query/difference.hpp>
#include <treatise/query/statements.hpp>
#include <treatise/query/wider.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// Claims of one relation that differ, side by side; none is preferred or averaged.
struct disagreement {
    id<treatise::option> option{};    ///< the therapy or class that all sides are about, or else the row that holds them
    std::uint32_t relation = 0;     ///< the one that decides the group; beside a mention, that of the effect
    id<entity> about{};             ///< of effects the broadest outcome; else the object, where it is no cause
    difference kind{};              ///< the first in the order of printing that holds
    set_of<difference> kinds{};
    set_of<also> also_differs{};
    std::vector<statement> sides{};   ///< each differs from another of them; by stance, mentions last
    std::vector<statement> context{}; ///< claims of other relations about the same options: other questions
};

namespace query_detail {

/// Compares the claims about each option with one another and with those about the options above it, then gathers the pairs
/// that differ: claims that differ over others of one row, relation and matter stand in one group.
class disagreement_search {
    struct pair_found {
        id<option> row, of;  ///< `of`: the narrower of the two options
        std::uint32_t relation = 0;
        id<entity> about;
        std::uint32_t x = 0, y = 0;  ///< in `all_`
        set_of<difference> kinds{};

        constexpr bool is_with(pair_found const& other) const {
            return row == other.row && relation == other.relation && about == other.about;
        }
        friend constexpr bool operator<(pair_found const& a, pair_found const& b) {
            if (a.row != b.row) return a.row < b.row;
            if (a.relation != b.relation) return a.relation < b.relation;
            if (a.about != b.about) return a.about < b.about;
            if (a.of != b.of) return a.of < b.of;
            return a.x != b.x ? a.x < b.x : a.y < b.y;
        }
    };

    struct spoken : statement {
        std::uint32_t relation = 0;
        id<entity> matter;
    };

    knowledge_base const& kb_;
    asked_scope& scope_;
    std::vector<spoken> all_{};            ///< option by option
    std::vector<std::uint32_t> begin_{};   ///< where the claims about an option begin in `all_`, and the end
    std::vector<pair_found> pairs_{};
    std::vector<disagreement> found_{};
    walk<option> wider_{};

    constexpr std::pair<std::uint32_t, std::uint32_t> about(id<option> o) const {
        auto const i = kb_.all<option>().slot(o);
        if (i >= kb_.all<option>().size()) return {};  // only in damaged arrays
        return {begin_[i], begin_[i + 1]};
    }
    constexpr claim_id claim(std::uint32_t i) const { return all_[i].claim; }

    constexpr id<option> row(id<option> o) const {
        auto const c = row_of(kb_, o);
        return c ? id<option>{c} : o;
    }

    constexpr void gather(relevance const& relevant) {
        std::vector<statement> of_one;
        for (auto o : kb_.all<option>()) {
            begin_.push_back(static_cast<std::uint32_t>(all_.size()));
            if (auto const t = kb_.as<therapy>(o); t && kb_.details(t).reference) continue;
            of_one.clear();
            statement_search{kb_, relevant, scope_, of_one}.add_all(o, said_of::itself);
            for (auto const& s : of_one)
                if (s.applies != applicability::excluded)
                    all_.push_back({s, kb_.relation(s.claim), matter_of(kb_, scope_.outcomes, s.claim)});
        }
        begin_.push_back(static_cast<std::uint32_t>(all_.size()));
    }

    constexpr void search(id<option> of) {
        auto const [first, last] = about(of);
        if (first == last) return;
        std::vector<std::uint32_t> own, all;
        for (auto i = first; i != last; ++i) own.push_back(i);
        all = own;
        wider_options(kb_, of, wider_);
        for (auto w : wider_.reached())
            if (w != of)
                for (auto [i, end] = about(w); i != end; ++i) all.push_back(i);
        for (std::size_t i = 0; i != own.size(); ++i)
            for (std::size_t j = i + 1; j != all.size(); ++j) {
                auto const x = all[i], y = all[j];
                if (all_[x].relation == all_[y].relation) {
                    if (all_[x].matter == all_[y].matter) compare(of, x, y);
                } else if (all_[x].facet == facet::use && all_[y].facet == facet::benefit) {
                    mention(of, x, y, all);
                } else if (all_[y].facet == facet::use && all_[x].facet == facet::benefit) {
                    mention(of, y, x, all);
                }
            }
    }
    constexpr void compare(id<option> of, std::uint32_t x, std::uint32_t y) {
        auto const kinds = differences_of_one_matter(kb_, scope_.sources, claim(x), claim(y));
        if (kinds.bits != 0) pairs_.push_back({row(of), of, all_[x].relation, all_[x].matter, x, y, kinds});
    }
    /// Only where nobody finds the effect: otherwise a mention is no more than that.
    constexpr void mention(id<option> of, std::uint32_t named, std::uint32_t tried, std::vector<std::uint32_t> const& all) {
        if (!is_mention_without_effect(kb_, scope_.sources, claim(named), claim(tried))) return;
        for (auto i : all)
            if (auto const s = kb_.stance(claim(i)); all_[i].facet == facet::benefit && all_[i].matter == all_[tried].matter &&
                                                     (s == stance::in_favour || s == stance::mixed))
                return;
        pairs_.push_back({row(of), of, all_[tried].relation, all_[tried].matter, named, tried, difference::mention});
    }

    /// The pairs of one row, relation and matter, in groups of those that share a claim.
    constexpr void group(std::span<pair_found const> pairs) {
        std::vector<std::uint32_t> claims;
        for (auto const& p : pairs) claims.insert(claims.end(), {p.x, p.y});
        std::sort(claims.begin(), claims.end());
        claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
        std::vector<std::uint32_t> leader;  // of each claim: another of its group, or itself; followed, the first of the group
        for (std::uint32_t i = 0; i != claims.size(); ++i) leader.push_back(i);
        auto const first_of = [&](std::uint32_t claim) {
            auto i = static_cast<std::uint32_t>(std::lower_bound(claims.begin(), claims.end(), claim) - claims.begin());
            while (leader[i] != i) i = leader[i] = leader[leader[i]];
            return i;
        };
        for (auto const& p : pairs) {
            auto const x = first_of(p.x), y = first_of(p.y);
            leader[(std::max)(x, y)] = (std::min)(x, y);
        }
        std::vector<disagreement> made(claims.size());
        std::vector<std::vector<std::uint32_t>> sides(claims.size());
        for (auto c : claims) sides[first_of(c)].push_back(c);
        for (auto const& p : pairs) {
            auto& d = made[first_of(p.x)];
            d.option = !d.option || d.option == p.of ? p.of : p.row;
            d.relation = p.relation;
            d.about = p.about;
            d.kinds = d.kinds | p.kinds;
        }
        for (std::size_t g = 0; g != claims.size(); ++g)
            if (!sides[g].empty()) finish(std::move(made[g]), sides[g], pairs.front().row);
    }

    constexpr void finish(disagreement d, std::vector<std::uint32_t> const& sides, id<option> its_row) {
        d.kind = static_cast<difference>(lowest_bit(d.kinds.bits));
        auto const options = options_of(d, sides, its_row);
        for (auto i : sides) d.sides.push_back(as_seen_from(d.option, i));
        std::sort(
            d.sides.begin(), d.sides.end(), [this](statement const& a, statement const& b) { return is_side_before(a, b); });
        for (std::size_t i = 0; i != sides.size(); ++i)
            for (std::size_t j = i + 1; j != sides.size(); ++j)
                d.also_differs = d.also_differs | also_differ(kb_, claim(sides[i]), claim(sides[j]));
        add_context(d, sides, options);
        found_.push_back(std::move(d));
    }
    /// The options that the sides speak of, that of the disagreement first; where they are a form and what it is a form of, the
    /// disagreement becomes one about their row.
    constexpr std::vector<id<option>> options_of(
        disagreement& d, std::vector<std::uint32_t> const& sides, id<option> its_row) const {
        std::vector<id<option>> options{d.option};
        for (auto i : sides) {
            auto const subject = kb_.as<option>(kb_.subject(claim(i)));
            if (subject != d.option && kb_.as<therapy>(subject)) d.option = its_row;
            if (std::find(options.begin(), options.end(), subject) == options.end()) options.push_back(subject);
        }
        return options;
    }
    constexpr statement as_seen_from(id<option> of, std::uint32_t i) const {
        statement s = all_[i];
        auto const subject = kb_.as<option>(kb_.subject(s.claim));
        s.of = subject == of ? said_of::itself : kb_.as<therapy>(subject) ? said_of::member : said_of::its_class;
        return s;
    }
    constexpr bool is_side_before(statement const& a, statement const& b) const {
        if ((a.facet == facet::use) != (b.facet == facet::use)) return b.facet == facet::use;
        if (auto const x = kb_.stance(a.claim), y = kb_.stance(b.claim); x != y) return x < y;
        if (a.facet == facet::coverage && b.facet == facet::coverage)
            if (auto const x = paid(a.claim), y = paid(b.claim); x != y) return x < y;
        return stands_before(a, b);
    }
    /// What else is said of the options, on other questions.
    constexpr void add_context(
        disagreement& d, std::vector<std::uint32_t> const& sides, std::vector<id<option>> const& options) const {
        for (auto o : options)
            for (auto [i, end] = about(o); i != end; ++i)
                if (is_context(i, d) && std::find(sides.begin(), sides.end(), i) == sides.end())
                    d.context.push_back(as_seen_from(d.option, i));
        std::sort(d.context.begin(), d.context.end(), [](statement const& x, statement const& y) { return stands_before(x, y); });
    }
    constexpr coverage_status paid(claim_id c) const { return kb_.payload<covered_for>(c).status; }
    constexpr bool is_context(std::uint32_t i, disagreement const& d) const {
        auto const& s = all_[i];
        return s.relation != d.relation && s.facet != facet::mechanism && s.facet != facet::provider &&
               s.facet != facet::consideration && s.facet != facet::harm;
    }

public:
    constexpr disagreement_search(knowledge_base const& kb, relevance const& relevant, asked_scope& s) : kb_{kb}, scope_{s} {
        gather(relevant);
    }

    constexpr std::vector<disagreement> run() {
        for (auto o : kb_.all<option>())
            if (in_scope(o, scope_) || in_scope(row(o), scope_)) search(o);
        std::sort(pairs_.begin(), pairs_.end());
        for (std::size_t i = 0, next = 0; i != pairs_.size(); i = next) {
            while (next != pairs_.size() && pairs_[i].is_with(pairs_[next])) ++next;
            group(std::span<pair_found const>{pairs_}.subspan(i, next - i));
        }
        std::sort(found_.begin(), found_.end(), [](disagreement const& a, disagreement const& b) {
            if (a.kind != b.kind) return a.kind < b.kind;
            if (a.option != b.option) return a.option < b.option;
            if (a.relation != b.relation) return a.relation < b.relation;
            return a.about != b.about ? a.about < b.about : a.sides.front().claim < b.sides.front().claim;
        });
        return std::move(found_);
    }
};

}  // namespace query_detail

/// Where sources differ about the options for a cause and the causes under it: claims of one relation and matter, about one
/// option or about it and a class of it, that differ in answer, strength, line, certainty, size or coverage, and in what else
/// they differ. Claims about wider causes are among them, marked as in tables; so are those about prevention, which are compared
/// with their like, unless the scope names intents.
///
/// Ordered by kind of difference, then in display order. What a newer edition has replaced is no side of a difference unless the
/// scope shows it, and never differs from that edition. Quadratic in the claims about one option and the classes above it.
constexpr std::vector<disagreement> disagreements(knowledge_base const& kb, id<cause> asked, scope s = {}) {
    if (s.intents == scope{}.intents) s.intents = {};
    asked_scope narrowed{kb, std::move(s)};
    return query_detail::disagreement_search{kb, relevance{kb, asked}, narrowed}.run();
}

}  // namespace treatise::inline v0_3
