// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_lists.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/graph/overlay.hpp>
#include <treatise/model/expected.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

// A recall file: which claims of one release its publisher has withdrawn since, for a program that runs.
namespace treatise::inline v0_3 {

namespace graph_detail {

/// The content hash of the base itself, whatever lies on it; empty where it was not kept.
[[nodiscard]] inline std::string digits_of_bottom(knowledge_base const& kb) {
    return kb.layers().empty() ? content_digits(kb) : std::string{kb[kb.layers().front().onto]};
}
/// "neuropathic-pain 0.3.0 0123456789abcdef": which release a recall file is of.
[[nodiscard]] inline std::string release_of(knowledge_base const& kb) {
    return std::string{kb[kb.base().key]} + ' ' + std::string{kb[kb.base().version]} + ' ' + digits_of_bottom(kb);
}

/// The hash of what a recall file says, in whatever order: FNV-1a, as of a base. It finds damage and proves nothing to who
/// suspects a forger.
[[nodiscard]] inline std::string hash_of_recalls(
    std::string_view release, std::string_view number, std::string_view released, std::vector<listed_claim> const& claims) {
    std::uint64_t sum = 0;
    for (auto const& c : claims) {
        fingerprint_fold one;
        for (std::string_view const s : {std::string_view{c.id}, std::string_view{c.reason}}) one.add(s);
        one.add(std::uint64_t{c.on.bits});
        sum += one.hash;
    }
    fingerprint_fold fold;
    for (auto const s : {release, number, released}) fold.add(s);
    fold.add(sum);
    return hash_digits(fold.hash);
}

/// Compares a recall file with the base that it is to be laid on; each member adds the problems of one rule.
class recall_checks {
    knowledge_base const& kb_;
    claim_list const& list_;
    std::string const& name_;
    std::vector<problem> found_ = list_.problems;

    void refuse(location const& where, std::string_view key, std::string what) {
        found_.push_back({where, std::string{key}, std::move(what)});
    }
    [[nodiscard]] recall_field const* field(std::string_view name) const {
        for (auto const& f : list_.head)
            if (f.name == name) return &f;
        return nullptr;
    }
    void fields(std::initializer_list<std::string_view> needed) {
        for (auto name : needed)
            if (field(name) == nullptr) refuse({name_, 1, 1}, name, "is missing; expected the line before the claim ids");
    }
    void release() {
        auto const* f = field("recalls");
        if (f == nullptr || f->value == release_of(kb_)) return;
        if (digits_of_bottom(kb_).empty())
            return refuse(f->where, f->value,
                "cannot be compared with a base whose hash was not kept; expected the recall before what lies on top of it");
        auto const is_named = [&](std::string_view key) {
            return f->value == key || f->value.starts_with(std::string{key} + ' ');
        };
        std::string const key{kb_[kb_.base().key]}, version{kb_[kb_.base().version]};
        std::string_view const differs = !is_named(key)                   ? "is of other knowledge"
                                         : !is_named(key + ' ' + version) ? "is of another release"
                                                                          : "is of a release of the same version that says "
                                                                            "something else";
        refuse(f->where, f->value, std::string{differs} + "; expected " + in_quotes(release_of(kb_)));
    }
    void number() {
        auto const* f = field("number");
        if (f == nullptr) return;
        if (number_of(f->value) == 0) return refuse(f->where, f->value, "is no number of a recall file; expected 1, 2, 3 ...");
        if (auto const* stands = recall_that_stands(kb_);
            stands != nullptr && number_of(f->value) <= number_of(kb_[stands->version]))
            refuse(
                f->where, f->value, "is not newer than recall " + std::string{kb_[stands->version]} + ", which stands already");
    }
    void released() {
        auto const* f = field("released");
        if (f == nullptr) return;
        auto const day = parse_date(f->value);
        if (!day || f->value.size() != 10) return refuse(f->where, f->value, "is no day; expected one such as 2026-12-01");
        on_ = *day;
    }
    void hash() {
        auto const *h = field("hash"), *of = field("recalls"), *n = field("number"), *day = field("released");
        if (h == nullptr || of == nullptr || n == nullptr || day == nullptr || !list_.problems.empty()) return;
        if (auto const is = hash_of_recalls(of->value, n->value, day->value, list_.claims); h->value != is)
            refuse(h->where, h->value,
                "is not the hash of what the file says, which is " + in_quotes(is) +
                    ": it is damaged, cut off or was changed by hand");
    }
    void claims() {
        std::vector<std::string_view> ids;
        auto const all = claims_by_key(kb_);
        ids.reserve(all.size());
        for (auto const& [key, c] : all) ids.push_back(key);
        std::unordered_map<std::string_view, std::uint32_t> lines;
        for (auto const& r : list_.claims) {
            auto const c = find_claim(all, r.id);
            if (auto const [at, added] = lines.try_emplace(r.id, r.where.line); !added)
                refuse(r.where, r.id, "stands twice; first on line " + std::to_string(at->second));
            else if (!c)
                refuse(r.where, r.id, "is the id of no claim of the base" + did_you_mean(r.id, ids));
            else if (kb_.layer(c) != 0)
                refuse(r.where, r.id, "is a claim of an overlay, which only its own editors withdraw; expected one of the base");
            if (r.reason.empty()) refuse(r.where, r.id, "is recalled without a reason; expected it behind the id");
        }
    }

public:
    date on_{};  ///< when the file was released

    recall_checks(knowledge_base const& kb, claim_list const& list, std::string const& name)
        : kb_{kb}, list_{list}, name_{name} {}

    [[nodiscard]] static std::uint32_t number_of(std::string_view s) {
        std::uint32_t n = 0;
        if (s.empty() || s.size() > 9) return 0;
        for (char const c : s) {
            if (c < '0' || c > '9') return 0;
            n = n * 10 + static_cast<std::uint32_t>(c - '0');
        }
        return n;
    }
    [[nodiscard]] std::string_view value(std::string_view name) const {
        auto const* f = field(name);
        return f == nullptr ? std::string_view{} : std::string_view{f->value};
    }
    /// What is wrong with a list that is to become a recall file.
    [[nodiscard]] std::vector<problem> run_unsigned() {
        fields({"number", "released"});
        number();
        released();
        claims();
        return std::move(found_);
    }
    /// What is wrong with a recall file.
    [[nodiscard]] std::vector<problem> run() {
        if (list_.head.empty())
            return {{{name_, 1, 1}, {},
                "is no recall file; expected the lines " + in_words(recall_fields) +
                    " before the claim ids, as `treatise recall` writes them"}};
        fields({"recalls", "number", "released", "hash"});
        release();
        number();
        released();
        hash();
        claims();
        return std::move(found_);
    }
};

}  // namespace graph_detail

/// The base without the claims that a recall file withdraws, or all that is wrong with the file; `name` is what messages print.
///
/// The file is the publisher's: it may withdraw what protects, which no overlay may, and it takes nothing else. It is of one
/// release, which its hash names; it may be laid on a base with overlays. An older statement that a recalled one had replaced
/// stands again. Every answer says which recall stands. Linear in the base, which is copied and need not outlive the result.
[[nodiscard]] inline expected<storage, std::vector<problem>> recall(
    knowledge_base const& kb, std::string const& name, std::string_view text) {
    auto const list = read_recalls(name, text);
    graph_detail::recall_checks file{kb, list, name};
    if (auto problems = file.run(); !problems.empty()) return unexpected{std::move(problems)};
    builder withdrawals{kb};
    auto const number = file.value("number");
    auto const release = std::string{kb[kb.base().key]} + ' ' + std::string{kb[kb.base().version]};
    withdrawals.base({.key = withdrawals.text(kb[kb.base().key]),
        .name = withdrawals.text("recall " + std::string{number} + " of " + release),
        .version = withdrawals.text(number),
        .editors = {},
        .notice = {},
        .released = file.on_});
    auto const ids = claims_by_key(kb);
    for (auto const& r : list.claims)
        if (kb.said(find_claim(ids, r.id)).status != claim_status::withdrawn)
            withdrawals.withdraw(r.id, r.on ? r.on : file.on_, r.reason);
    auto const& d = withdrawals.collected();
    graph_detail::overlay_checks checks{d};
    checks.look_up_claims();
    return graph_detail::layer_maker{d, checks}.run(std::string{file.value("hash")});
}

/// A list of recalled claims with its lines `number` and `released` as the recall file of a base, which `recall` reads, or all
/// that is wrong with it.
///
/// `number` counts the files of a release from 1; each holds all ids of those before it.
[[nodiscard]] inline expected<std::string, std::vector<problem>> recall_text(
    knowledge_base const& kb, std::string const& name, std::string_view text) {
    auto const list = read_recalls(name, text);
    graph_detail::recall_checks file{kb, list, name};
    if (auto problems = file.run_unsigned(); !problems.empty()) return unexpected{std::move(problems)};
    auto const release = graph_detail::release_of(kb);
    auto const number = file.value("number"), day = file.value("released");
    std::string made =
        "# Claims that were withdrawn since this release. A program that runs loads this file: docs/withdrawal.md\n";
    made.append("recalls: ").append(release).append("\nnumber: ").append(number).append("\nreleased: ").append(day);
    made.append("\nhash: ").append(graph_detail::hash_of_recalls(release, number, day, list.claims)).append("\n");
    for (auto const& c : list.claims) {
        made.append(c.id);
        if (c.on) made.append("  ").append(iso(c.on));
        made.append("  ").append(c.reason).append("\n");
    }
    return made;
}

}  // namespace treatise::inline v0_3
