// SPDX-License-Identifier: BSL-1.0
#pragma once

// A base with more in it for one test: `extended b; b.claim<used_for>("tai-chi", "knee-pain", "leaflet-2024", "my-claim");
// b.freeze();` It begins with all that `fixture::knee` has, or with nothing: `extended b{treatise::builder{}}`.

#include "fixtures.hpp"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace fixture {

/// A source with what a table's head asks of it: published in 2023, searched to June 2022.
void add_document(treatise::builder& b, std::string_view key, std::string_view name, treatise::source_kind kind);

/// Compiled once, in extended.cpp; a test that calls `builder()` includes <treatise/graph/builder.hpp>.
class extended {
    std::unique_ptr<treatise::builder> b_;
    treatise::storage owner_;
    treatise::knowledge_base base_;

public:
    extended();
    explicit extended(treatise::builder b);
    extended(extended&&) noexcept;
    extended& operator=(extended&&) noexcept;
    ~extended();

    treatise::builder& builder() { return *b_; }
    /// An entity of the builder by its key.
    template <class Kind = treatise::entity>
    treatise::id<Kind> find(std::string_view key) const {
        return treatise::id<Kind>::from_number(number_of(key));
    }
    treatise::attribution said(std::string_view source, std::vector<std::string_view> const& about = {});
    template <class Relation>
    void claim(std::string_view subject, std::string_view object, treatise::attribution const& a, std::string_view key,
        treatise::stance stance = treatise::stance::in_favour, typename Relation::payload const& carries = {}) {
        add_claim<Relation>(subject, object, a, key, stance, carries);
    }
    template <class Relation>
    void claim(std::string_view subject, std::string_view object, std::string_view source, std::string_view key,
        treatise::stance stance = treatise::stance::in_favour, typename Relation::payload const& carries = {}) {
        add_claim<Relation>(subject, object, said(source), key, stance, carries);
    }
    treatise::warning warning(treatise::warning_form form = treatise::warning_form::label);
    /// A therapy listed under a class.
    void therapy(std::string_view key, std::string_view name, std::string_view under);

    /// Call it once, after everything was added; the view lives as long as this object.
    treatise::knowledge_base const& freeze();

private:
    std::uint32_t number_of(std::string_view key) const;
    /// extended.cpp makes it for every relation of the schema.
    template <class Relation>
    void add_claim(std::string_view subject, std::string_view object, treatise::attribution const& a, std::string_view key,
        treatise::stance stance, typename Relation::payload const& carries);
    friend struct made_for;
};

}  // namespace fixture
