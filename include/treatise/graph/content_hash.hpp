// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/fields.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace treatise::inline v0_3 {

namespace graph_detail {

/// Folds rows by keys and texts alone: no number of a base or a draft goes into it.
template <class Knowledge>
class row_hasher {
    Knowledge const& of_;

    template <class Type>
    constexpr void value(fingerprint_fold& fold, Type const& x) const {
        if constexpr (std::same_as<Type, text> || is_id<Type>)
            add(fold, x);
        else if constexpr (std::same_as<Type, date> || std::same_as<Type, decimal>)
            fold.add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(x.bits)));
        else if constexpr (vocabulary<Type>)
            fold.add(treatise::word(x));
        else if constexpr (is_level<Type>)
            fold.add(static_cast<std::uint64_t>(x.value));
        else if constexpr (is_list<Type>)
            list(fold, x);
        else
            fold.add(static_cast<std::uint64_t>(x));
    }
    /// Texts in their order, which says something (a scheme's words); entities in any.
    template <class T>
    constexpr void list(fingerprint_fold& fold, many<T> x) const {
        if constexpr (std::same_as<T, text>) {
            for (auto t : of_[x]) add(fold, t);
        } else {
            std::uint64_t sum = 0;
            for (auto e : of_[x]) {
                fingerprint_fold one;
                add(one, e);
                sum += one.hash;
            }
            fold.add(sum);
        }
    }

public:
    constexpr explicit row_hasher(Knowledge const& of) : of_{of} {}

    constexpr void add(fingerprint_fold& fold, text t) const { fold.add(of_[t]); }
    template <class Kind>
    constexpr void add(fingerprint_fold& fold, id<Kind> e) const {
        fold.add(e.is_unstated() ? std::string_view{"not stated"} : of_.key(e));
    }
    /// What is given, under its name; a default leaves no trace, so a field that a later release adds changes nothing.
    template <class Row>
    constexpr void row(fingerprint_fold& fold, Row const& r) const {
        Row::fields([&](std::string_view name, auto member, presence = optional) {
            if (r.*member == typename field_type<decltype(member)>::type{}) return;
            fold.add(name);
            this->value(fold, r.*member);
        });
    }
};

/// One hash for each thing that a base says.
class content_hasher {
    knowledge_base const& kb_;
    row_hasher<knowledge_base> rows_{kb_};
    std::vector<std::uint64_t> all_{};

    constexpr void attributes(fingerprint_fold& fold, std::span<attribute_row const> all) const {
        for (auto const& a : all) rows_.add(fold, a.name), rows_.add(fold, a.value);
    }

public:
    constexpr explicit content_hasher(knowledge_base const& kb) : kb_{kb} {}

    template <a_kind Kind>
    constexpr void operator()() {
        for (auto e : kb_.template all<Kind>()) {
            fingerprint_fold fold;
            for (auto s : {Kind::name, kb_.key(e), kb_.name(e), kb_.description(e)}) fold.add(s);
            for (auto t : kb_.synonyms(e)) rows_.add(fold, t);
            rows_.row(fold, kb_.details(e));
            std::uint64_t codes = 0;
            for (auto const& c : kb_.codes(e)) {
                fingerprint_fold one;
                rows_.row(one, c);
                codes += one.hash;
            }
            fold.add(codes);
            attributes(fold, kb_.attributes(e));
            all_.push_back(fold.hash);
        }
    }
    template <a_relation Relation>
    constexpr void operator()() {
        for (auto const& c : kb_.template every<Relation>()) {
            fingerprint_fold fold;
            for (auto s : {Relation::name, kb_.key(c.subject), kb_.key(c.object)}) fold.add(s);
            if constexpr (claim_relation<Relation>) {
                for (auto s : {kb_.claim_key(c.number), kb_.note(c.number), treatise::word(c.stance)}) fold.add(s);
                rows_.row(fold, *c.said);
                rows_.row(fold, *c.carries);
                attributes(fold, kb_.attributes(c.number));
            }
            all_.push_back(fold.hash);
        }
    }

    constexpr std::uint64_t run() {
        each(kinds{}, *this);
        each(relations{}, *this);
        std::sort(all_.begin(), all_.end());
        fingerprint_fold fold;
        rows_.row(fold, kb_.base());
        for (auto const& l : kb_.layers()) rows_.row(fold, l);  // of a base whose own hash is not known
        for (auto h : all_) fold.add(h);
        return fold.hash == 0 ? 1 : fold.hash;
    }
};

}  // namespace graph_detail

/// A number for everything that a knowledge base says: the same for the same knowledge, in whatever order it was added and
/// however it is held; another one when a word of it changes.
///
/// FNV-1a of 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv) over each entity and edge, and over these numbers in their
/// order. It tells two states of knowledge apart; it proves nothing to who suspects a forger. A baked base carries it;
/// else it is linear in the text of the base.
///
/// With an overlay on top it is made of the hash of what lies below and that of the overlay, which the base holds.
constexpr std::uint64_t content_hash(knowledge_base const& kb) {
    if (kb.tables().content != 0) return kb.tables().content;
    if (auto const layers = kb.layers(); !layers.empty() && layers.back().onto) {
        fingerprint_fold fold;
        fold.add(kb[layers.back().onto]);
        fold.add(kb[layers.back().content]);
        return fold.hash;
    }
    return graph_detail::content_hasher{kb}.run();
}

/// A hash as sixteen hexadecimal digits.
inline std::string hash_digits(std::uint64_t hash) {
    std::string s;
    for (int shift = 60; shift >= 0; shift -= 4) s += "0123456789abcdef"[hash >> shift & 15u];
    return s;
}

/// The content hash as tables and exports print it.
inline std::string content_digits(knowledge_base const& kb) { return hash_digits(content_hash(kb)); }

}  // namespace treatise::inline v0_3
