// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/bulk/detail/ids.hpp>
#include <treatise/bulk/mapping.hpp>

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

namespace bulk_detail {

inline std::string_view without_prefix(std::string_view s, std::string_view prefix) {
    if (s.starts_with(prefix)) s.remove_prefix(prefix.size());
    return s;
}
inline constexpr std::string_view biolink_prefix = "biolink:";

}  // namespace bulk_detail

/// The rules of a mapping, asked by number: what a node of some categories may be, and what a row between two of them becomes.
///
/// Nodes that may be the same share one number of a category. The const members may be called by several threads.
class bulk_rules {
public:
    /// What a node may be: its own kind first, then what else it was called or may be needed as.
    struct category {
        std::uint32_t rule, kind, kinds;  ///< kinds: one bit each, its own among them; none: it is left out
    };
    static constexpr std::uint16_t undeclared = 0xffff, left_out = 0;
    static constexpr std::uint32_t no_rule = no_number;
    /// A rule and the kinds of its ends, which change sides where it is reversed.
    struct chosen {
        std::uint32_t rule, subject_kind, object_kind;
    };

    explicit bulk_rules(mapping_rules rules) : said_{std::move(rules)} {
        for (std::size_t i = 0; i != said_.categories.size(); ++i)
            for (auto const& name : said_.categories[i].names)
                if (names_.add(name) == rule_of_category_.size()) rule_of_category_.push_back(static_cast<std::uint32_t>(i));
    }

    mapping_rules const& said() const { return said_; }
    dataset& from() { return said_.from; }
    std::uint32_t relation(std::uint32_t rule) const { return said_.predicates[rule].relation; }

    // Categories.

    std::size_t categories() const { return variants_.size(); }
    category const& operator[](std::uint16_t c) const { return variants_[c]; }
    /// The own kind of nodes of a category; kinds::size where they have none.
    std::uint32_t kind_of(std::uint16_t c) const { return c == undeclared ? kinds::size : variants_[c].kind; }
    std::uint16_t category_of_kind(std::uint32_t kind) { return number_of({no_rule, kind, bit(kind)}); }
    bool knows_category(std::string_view name) const { return names_.find(name) != no_number; }
    /// Of what a node is called, the first that a rule gives a kind.
    std::string_view category_that_counts(std::vector<std::string_view> const& all) const {
        for (auto name : all) {
            auto known = names_.find(name);
            if (known == no_number) known = names_.find(bulk_detail::without_prefix(name, bulk_detail::biolink_prefix));
            if (known != no_number && said_.categories[rule_of_category_[known]].kind != kinds::size) return name;
        }
        return all.empty() ? std::string_view{} : all[0];
    }
    /// Adds what a node is called to what it may be; whether that is a second thing.
    bool add_category(std::uint16_t& to, std::string_view name) {
        auto known = names_.find(name);
        if (known == no_number) known = names_.find(bulk_detail::without_prefix(name, bulk_detail::biolink_prefix));
        if (known == no_number) return false;
        auto const r = rule_of_category_[known];
        auto const& rule = said_.categories[r];
        if (rule.kind == kinds::size) return false;
        auto before = variants_[to];
        if (to == left_out) {
            to = number_of({r, rule.kind, rule.also | bit(rule.kind)});
        } else if (!(before.kinds & bit(rule.kind))) {
            before.kinds |= bit(rule.kind);
            to = number_of(before);
            return true;
        }
        return false;
    }

    // Predicates.

    std::uint32_t find_predicate(std::string_view written) const { return predicates_.find(written); }
    std::uint32_t predicate(std::string_view written) { return predicates_.add(written); }
    std::string_view predicate(std::uint32_t number) const { return predicates_[number]; }
    /// Whether rows with a predicate may become anything.
    bool maps(std::uint32_t predicate) {
        for (auto i : rules_for(predicate))
            if (relation(i) != relations::size) return true;
        return false;
    }
    /// The first rule for a row between nodes of two categories.
    std::optional<chosen> choose(std::uint32_t predicate, std::uint16_t subject, std::uint16_t object) {
        auto const first_of = [&](std::uint16_t c, std::uint32_t fitting) {  // its own kind before the others
            auto const own = variants_[c].kind;
            return own != kinds::size && (fitting & bit(own)) ? own : static_cast<std::uint32_t>(std::countr_zero(fitting));
        };
        for (auto i : rules_for(predicate)) {
            auto const& rule = said_.predicates[i];
            if (rule.relation == relations::size) return std::nullopt;
            auto const from = rule.reverse ? object : subject, to = rule.reverse ? subject : object;
            auto const s = variants_[from].kinds & subject_kinds[rule.relation],
                       o = variants_[to].kinds & object_kinds[rule.relation];
            if (s == 0 || o == 0) continue;
            if (!same_kind_ends[rule.relation]) return chosen{i, first_of(from, s), first_of(to, o)};
            if ((s & o) != 0) return chosen{i, first_of(from, s & o), first_of(from, s & o)};
        }
        return std::nullopt;
    }
    /// The kinds that the first fitting rule asks of the ends of a row, as they stand in it, where no file declares them.
    std::optional<chosen> kinds_for(std::uint32_t predicate, std::uint16_t subject, std::uint16_t object) {
        for (auto i : rules_for(predicate)) {
            auto const& rule = said_.predicates[i];
            if (rule.relation == relations::size) return std::nullopt;
            auto const from = rule.reverse ? object : subject, to = rule.reverse ? subject : object;
            bool const alike = same_kind_ends[rule.relation];
            auto const said_from = rule.reverse ? rule.object : rule.subject, said_to = rule.reverse ? rule.subject : rule.object;
            auto const s = from == undeclared && said_from != kinds::size
                               ? said_from
                               : needed_kind(from, subject_kinds[rule.relation], alike, to);
            auto const o =
                to == undeclared && said_to != kinds::size ? said_to : needed_kind(to, object_kinds[rule.relation], alike, from);
            if (alike && from == undeclared && to == undeclared && s != o) continue;
            if (!fits(from, s, subject_kinds[rule.relation]) || !fits(to, o, object_kinds[rule.relation])) continue;
            return rule.reverse ? chosen{i, o, s} : chosen{i, s, o};
        }
        return std::nullopt;
    }

private:
    static constexpr std::uint32_t bit(std::uint32_t kind) { return std::uint32_t{1} << kind; }
    /// The one kind that a set of kinds asks for; an option that nobody declares is a therapy.
    static constexpr std::uint32_t only_kind(std::uint32_t bits) {
        if (std::has_single_bit(bits)) return static_cast<std::uint32_t>(std::countr_zero(bits));
        return bits == kinds_of<option>::bits ? kind_number<therapy> : kinds::size;
    }
    /// The kind that a rule asks of an end that no file declares; kinds::size where it is declared, or where several would do.
    std::uint32_t needed_kind(std::uint16_t end, std::uint32_t kinds_of_rule, bool alike, std::uint16_t other_end) const {
        if (end != undeclared) return kinds::size;
        return alike && other_end != undeclared ? kind_of(other_end) : only_kind(kinds_of_rule);
    }
    /// Whether an end, of this kind where no file declares it, may stand in a rule.
    bool fits(std::uint16_t end, std::uint32_t needed, std::uint32_t kinds_of_rule) const {
        if (end != undeclared) return (variants_[end].kinds & kinds_of_rule) != 0;
        return needed != kinds::size && (bit(needed) & kinds_of_rule) != 0;
    }
    std::uint16_t number_of(category const& c) {
        for (std::size_t i = 0; i != variants_.size(); ++i)
            if (variants_[i].rule == c.rule && variants_[i].kind == c.kind && variants_[i].kinds == c.kinds)
                return static_cast<std::uint16_t>(i);
        variants_.push_back(c);
        return static_cast<std::uint16_t>(variants_.size() - 1);
    }
    /// The rules that name a predicate, or else those for any.
    std::vector<std::uint32_t> const& rules_for(std::uint32_t predicate) {
        while (rules_of_predicate_.size() <= predicate) {
            auto const written = predicates_[static_cast<std::uint32_t>(rules_of_predicate_.size())];
            auto& found = rules_of_predicate_.emplace_back();
            for (auto const name :
                {written, bulk_detail::without_prefix(written, bulk_detail::biolink_prefix), std::string_view{"*"}}) {
                for (std::uint32_t i = 0; i != said_.predicates.size(); ++i)
                    for (auto const& n : said_.predicates[i].names)
                        if (n == name) found.push_back(i);
                if (!found.empty()) break;
            }
        }
        return rules_of_predicate_[predicate];
    }

    mapping_rules said_;
    text_numbers names_{}, predicates_{};
    std::vector<category> variants_{{no_rule, kinds::size, 0}};
    std::vector<std::uint32_t> rule_of_category_{};  ///< by number of the category's name
    std::vector<std::vector<std::uint32_t>> rules_of_predicate_{};  ///< by number of the predicate
};

}  // namespace treatise::inline v0_3
