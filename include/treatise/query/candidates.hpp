// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/query/scope.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace treatise::inline v0_3 {

/// One claim that makes an option a candidate, and how it applies to the cause.
struct reason {
    id<treatise::option> option;
    claim_id claim;
    applicability applies{};
    treatise::stance stance{};

    friend constexpr bool operator==(reason const&, reason const&) = default;
};

/// The class under which an option stands in a table: the one it is listed under, a class itself; none where it has no class.
constexpr id<therapy_class> row_of(knowledge_base const& kb, id<option> o) {
    if (auto const c = kb.as<therapy_class>(o)) return c;
    auto const t = kb.as<therapy>(o);
    for (auto e : kb.out<listed_under>(t)) return e.object;
    return {};
}

namespace query_detail {
struct candidate_search;
}

/// The options documented for a cause in display order, each with the claims that list it.
///
/// Flat: two vectors. An option that sources speak only against, or whose claims all exclude the cause,
/// is in the list and says so; it is never left out and never among the others.
class candidate_list {
    struct entry {
        id<treatise::option> option;
        std::uint32_t first, last;
    };
    std::vector<reason> reasons_{};
    std::vector<entry> entries_{};

    friend query_detail::candidate_search;
    constexpr void clear() {
        reasons_.clear();
        entries_.clear();
    }
    static constexpr bool stands_before(reason const& a, reason const& b) {
        return a.applies != b.applies ? a.applies < b.applies : a.claim.value < b.claim.value;
    }
    constexpr void group(id_range<id<treatise::option>> options) {
        if (std::is_constant_evaluated()) return group_in_few_steps(options);
        auto const before = [](reason const& a, reason const& b) {
            return a.option != b.option ? a.option < b.option : stands_before(a, b);
        };
        // The claims of one relation about one cause come in order.
        if (!std::is_sorted(reasons_.begin(), reasons_.end(), before)) std::sort(reasons_.begin(), reasons_.end(), before);
        reasons_.erase(std::unique(reasons_.begin(), reasons_.end()), reasons_.end());
        for (std::uint32_t i = 0; i != reasons_.size(); ++i) {
            if (entries_.empty() || entries_.back().option != reasons_[i].option) entries_.push_back({reasons_[i].option, i, i});
            entries_.back().last = i + 1;
        }
    }
    /// The same in the fewest steps, which compilers count in a constant: a chain of reasons an option, each put in its place.
    constexpr void group_in_few_steps(id_range<id<treatise::option>> options) {
        auto const found = std::move(reasons_);
        auto const* const all = found.data();
        // Numbers from 1, so that 0 is none; a vector would count steps for each that it sets.
        auto const size = static_cast<std::uint32_t>(found.size());
        auto *const first = new std::uint32_t[options.size() + 1]{}, *const next = new std::uint32_t[size + 1]{};
        for (std::uint32_t i = 0; i != size; ++i) {
            auto* at = &first[all[i].option.value - options.first];
            while (*at != 0 && stands_before(all[*at - 1], all[i])) at = &next[*at];
            if (*at == 0 || all[*at - 1].claim != all[i].claim)
                next[i + 1] = *at, *at = i + 1;  // else found before, as a claim about another cause
        }
        reasons_ = {};
        reasons_.reserve(size);
        for (std::uint32_t o = 0; o != options.size(); ++o) {
            if (first[o] == 0) continue;
            auto const begin = static_cast<std::uint32_t>(reasons_.size());
            for (auto i = first[o]; i != 0; i = next[i]) reasons_.push_back(all[i - 1]);
            entries_.push_back({options[o], begin, static_cast<std::uint32_t>(reasons_.size())});
        }
        delete[] first;
        delete[] next;
    }

public:
    /// One option of the list; lives as long as the list.
    struct candidate {
        id<treatise::option> option;
        std::span<reason const> reasons;  ///< the nearest first

        /// How the nearest claim applies.
        constexpr applicability applies() const { return reasons.front().applies; }
        constexpr bool is_excluded() const { return applies() == applicability::excluded; }
        /// No claim that applies speaks in its favour.
        constexpr bool is_only_against() const {
            for (auto const& r : reasons)
                if (r.applies != applicability::excluded && r.stance != stance::against) return false;
            return true;
        }
    };

    constexpr std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }
    constexpr bool empty() const { return entries_.empty(); }
    constexpr candidate operator[](std::uint32_t i) const {
        auto const& e = entries_[i];
        return {e.option, std::span{reasons_}.subspan(e.first, e.last - e.first)};
    }
    /// Whether the option is in the list.
    constexpr bool contains(id<treatise::option> o) const {
        for (auto const& e : entries_)
            if (e.option == o) return true;
        return false;
    }

    class iterator {
    public:
        constexpr iterator(candidate_list const* list, std::uint32_t i) : list_{list}, i_{i} {}
        constexpr candidate operator*() const { return (*list_)[i_]; }
        constexpr iterator& operator++() {
            ++i_;
            return *this;
        }
        friend constexpr bool operator==(iterator, iterator) = default;

    private:
        candidate_list const* list_;
        std::uint32_t i_;
    };
    constexpr iterator begin() const { return {this, 0}; }
    constexpr iterator end() const { return {this, size()}; }
};

namespace query_detail {

template <class Payload>
constexpr intent intent_of(Payload const& p) {
    if constexpr (requires { p.intent; })
        return p.intent;
    else
        return intent::symptomatic;
}

struct candidate_search {
    knowledge_base const& kb;
    relevance const& relevant;
    scope const& narrowed;  ///< with what has stepped back, where that is asked for by `older` in fewer steps
    superseded_sources const* older;  ///< null: the scope says it
    candidate_list& found;

    /// What all listing claims of one attribution about one cause have in common: a scope asks for nothing else that they carry.
    /// Most claims share theirs with the one before.
    struct verdict {
        attribution const* said = nullptr;
        id<cause> object{};
        applicability applies{};
        bool stands = false;  ///< in the scope
        bool differs = false;  ///< from claim to claim: there is a later edition, or it is no longer current
    };
    verdict known[2]{};
    id<option> last_option{};
    bool last_is_listed = false;
    std::uint32_t last_object = no_number;
    bool last_object_lists = false;
    bool any_option = narrowed.options.empty() && narrowed.kinds.empty(), any_claim = !narrows_claims(narrowed);

    template <class Relation>
    constexpr verdict const& verdict_of(claim_id c, attribution const& said, id<cause> object) {
        for (auto const& v : known)
            if (v.said == &said && v.object == object) return v;
        known[1] = known[0];
        auto const applies = relevant.of(object, said);
        bool const replaced = older ? older->contains(said.source) : kb.in_ids<supersedes>(said.source).size() != 0;
        bool const differs = replaced || said.status != claim_status::current;
        bool const stands = any_claim && (older || !differs)
                                ? applies != applicability::unrelated && said.status != claim_status::withdrawn
                                : in_scope<Relation>(kb, c, applies, narrowed);
        known[0] = {&said, object, applies, stands, differs};
        return known[0];
    }

    /// Claims with one object stand together.
    template <class Relation>
    constexpr bool object_lists(id<typename Relation::object> object) {
        auto const number = object.value;
        if (number == last_object) return last_object_lists;
        last_object = number;
        return last_object_lists = Relation::lists(kb.details(object));
    }
    /// Whether the scope has the option, and it is no reference. Claims about one option stand together.
    constexpr bool is_listed(id<option> o) {
        if (o == last_option) return last_is_listed;
        auto const t = kb.as<therapy>(o);
        last_option = o;
        return last_is_listed = !(t && kb.details(t).reference) && (any_option || in_scope(kb, o, narrowed));
    }

    constexpr void start() {
        found.clear();
        if (std::is_constant_evaluated()) found.reasons_.reserve(1024);  // growing costs steps
    }
    constexpr void finish() { found.group(kb.all<option>()); }
    template <class Relation>
    constexpr void operator()() {
        if constexpr (may_list<Relation>)
            for (auto about : relevant.reached()) {
                auto const claims = kb.about_ids<Relation>(about);
                // By index: an iterator holds the range, and constants count every copy.
                for (std::uint32_t i = 0; i != claims.size(); ++i) add<Relation>(claims[i]);
            }
    }
    template <class Relation>
    constexpr void add(claim_id c) {
        if constexpr (std::is_function_v<decltype(Relation::lists)>)
            if (!object_lists<Relation>(kb.object<typename Relation::object>(c))) return;
        if constexpr (requires(typename Relation::payload p) { p.intent; })
            if (!narrowed.intents.allows(kb.payload<Relation>(c).intent)) return;
        id<option> const o = kb.subject<typename Relation::subject>(c);
        if (!is_listed(o)) return;
        auto object = id<cause>{};
        if constexpr (object_is_cause<Relation>) object = kb.object<cause>(c);
        auto const& v = verdict_of<Relation>(c, kb.said<Relation>(c), object);
        if (v.differs && !older) {
            if (!in_scope<Relation>(kb, c, v.applies, narrowed)) return;
        } else if (!v.stands || (v.differs && has_stepped_back<Relation>(kb, c, narrowed.as_of))) {
            return;
        }
        found.reasons_.push_back({o, c, v.applies, kb.stance<Relation>(c)});
    }
};

// Not a member: clang 16 would not have its parts yet where a constant asks.
constexpr void list_candidates(candidate_search search) {
    search.start();
    each(claim_relations{}, search);
    search.finish();
}

}  // namespace query_detail

/// The options that sources document for a cause, for a wider group with it or for a kind of it; nothing is inferred
/// from membership. Prevention and treatment of the cause itself are listed only where the scope's intents ask for them.
///
/// Linear in the claims about the causes above and below.
constexpr candidate_list candidates(knowledge_base const& kb, id<cause> asked, scope const& s = {}) {
    candidate_list found;
    scope with_older = s;
    with_older.superseded = true;
    superseded_sources const older{kb};
    relevance const relevant{kb, asked};
    query_detail::list_candidates(
        query_detail::candidate_search{kb, relevant, with_older, s.superseded ? nullptr : &older, found});
    return found;
}

/// The same for the cause of `near`, into a list that the caller keeps: nothing is allocated once an answer was as long.
constexpr void candidates(knowledge_base const& kb, relevance const& relevant, scope const& s, candidate_list& found) {
    query_detail::list_candidates(query_detail::candidate_search{kb, relevant, s, nullptr, found});
}

}  // namespace treatise::inline v0_3
