// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/knowledge_base.hpp>

#include <concepts>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored_attributes "clang::lifetimebound"  // again: a precompiled header drops it
#endif

namespace treatise::inline v0_3 {

/// The arrays of a base on the heap, as `freeze` lays them out and as who changes some takes them from a base.
using arrays = column_set<graph_detail::as_vector>;

/// Spans over the arrays, which must outlive them.
[[nodiscard]] inline tables spans_of(arrays const& of) {
    tables made;
    each_column([](std::string_view, auto& span, auto const& vector) { span = vector; }, made, of);
    return made;
}
void spans_of(arrays const&&) = delete;

/// The arrays that a base looks at, copied. Linear.
[[nodiscard]] inline arrays copy_of(tables const& of) {
    arrays made;
    each_column([](std::string_view, auto& vector, auto const& span) { vector.assign(span.begin(), span.end()); }, made, of);
    return made;
}

/// Something that keeps a knowledge base alive and whose `view()` stays valid when it is moved, such as a `snapshot`.
template <class T>
concept knowledge_owner = requires(T const& owner) {
    { owner.view() } -> std::convertible_to<knowledge_base>;
};

/// Owns a knowledge base: arrays on the heap or whatever else a base looks into. Moved, copied or returned, it keeps every view
/// of it valid; copies share what they own and change nothing in it.
class storage {
    std::shared_ptr<tables const> tables_{};

    struct held {
        arrays owned;
        tables spans;
    };

public:
    storage() = default;
    /// A base over these arrays. `content` is its `content_hash`, where that is known.
    explicit storage(arrays owned, std::uint64_t content = 0) {
        auto const to = std::make_shared<held>(held{std::move(owned), {}});
        to->spans = spans_of(to->owned);
        to->spans.content = content;
        tables_ = std::shared_ptr<tables const>{to, &to->spans};
    }
    /// A base that another owner keeps, so that a function can return either: `return storage{std::move(snapshot)};`.
    template <class Owner>
        requires(!std::same_as<Owner, storage>) && knowledge_owner<Owner>
    explicit storage(Owner owner) {
        auto const to = std::make_shared<Owner>(std::move(owner));
        tables_ = std::shared_ptr<tables const>{to, &to->view().tables()};
    }

    /// The base; an empty one where nothing is owned. It lives as long as this owner or a copy of it.
    [[nodiscard]] knowledge_base view() const& [[clang::lifetimebound]] {
        return tables_ ? knowledge_base{*tables_} : knowledge_base{};
    }
    /// A view of a temporary would look at nothing: keep the owner in a variable first.
    knowledge_base view() const&& = delete;
};

}  // namespace treatise::inline v0_3
