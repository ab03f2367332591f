// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/schema_traits.hpp>

#include <cstdint>

namespace treatise::inline v0_3 {

/// What several claims share: who says it, where, of whom, and since when.
struct attribution {
    id<treatise::source> source{};
    text place{};                         ///< page, table or section in the source
    reading read{};
    id<treatise::source> restated_in{};   ///< where it was read, if that is another source
    text restated_at{};                   ///< the place there
    text population{};                    ///< whom it speaks of, in our words
    many<id<cause>> about{};              ///< the causes it speaks of, where the object is not itself the one cause
    many<id<cause>> excludes{};           ///< the causes that the source sets apart
    id<treatise::jurisdiction> jurisdiction{};
    date published{}, checked{}, valid_until{};
    claim_status status{};
    date status_date{};
    text status_reason{};
    text interest{};                      ///< the interest of a trial's sponsor in the therapy, where there is one
    treatise::interest_status interest_status{};  ///< of that sponsor; a trial of no known interest is not one without
    treatise::hedge hedge{};                      ///< how far the source holds back from the statement
    treatise::finding finding{};                  ///< what it found, where it looked and did not confirm the statement

    static constexpr void fields(auto&& field) {
        field("source", &attribution::source, required);
        field("place", &attribution::place, required);
        field("read", &attribution::read);
        field("restated_in", &attribution::restated_in);
        field("restated_at", &attribution::restated_at);
        field("population", &attribution::population);
        field("about", &attribution::about);
        field("excludes", &attribution::excludes);
        field("jurisdiction", &attribution::jurisdiction);
        field("published", &attribution::published);
        field("checked", &attribution::checked, required);
        field("valid_until", &attribution::valid_until);
        field("status", &attribution::status);
        field("status_date", &attribution::status_date);
        field("status_reason", &attribution::status_reason);
        field("interest", &attribution::interest);
        field("interest_status", &attribution::interest_status);
        field("hedge", &attribution::hedge);
        field("finding", &attribution::finding);
    }
    friend constexpr bool operator==(attribution const&, attribution const&) = default;
};

/// What an entity has besides its name and its key, which are texts of its number, and its kind's own columns, its details.
struct entity_row {
    text description{};
    many<text> synonyms{};

    static constexpr void fields(auto&& field) {
        field("description", &entity_row::description);
        field("synonyms", &entity_row::synonyms);
    }

    friend constexpr bool operator==(entity_row const&, entity_row const&) = default;
};

/// An identifier of an entity in another system.
struct code_row {
    id<code_system> system{};
    text code{};
    mapping map{};
    id<entity> of{};

    static constexpr void fields(auto&& field) {
        field("system", &code_row::system, required);
        field("code", &code_row::code, required);
        field("map", &code_row::map, required);
        field("of", &code_row::of);
    }
    friend constexpr bool operator==(code_row const&, code_row const&) = default;
};

/// A name that finds an entity (key, name, synonym or brand); the base holds them in order of `fold`ed text.
struct name_row {
    text name;
    id<entity> of;

    static constexpr void fields(auto&& field) {
        field("name", &name_row::name, required);
        field("of", &name_row::of, required);
    }
    friend constexpr bool operator==(name_row const&, name_row const&) = default;
};

/// What the base says of itself.
struct base_row {
    text key{}, name{}, version{}, editors{}, notice{};
    date released{};

    static constexpr void fields(auto&& field) {
        field("key", &base_row::key, required);
        field("name", &base_row::name, required);
        field("version", &base_row::version, required);
        field("editors", &base_row::editors, required);
        field("notice", &base_row::notice, required);
        field("released", &base_row::released, required);
    }
    friend constexpr bool operator==(base_row const&, base_row const&) = default;
};

/// What an overlay says of itself: whose knowledge was laid on top of a base.
struct layer_row {
    text key{}, name{}, version{}, editors{}, notice{};
    date released{};
    text content{};  ///< a hash of all that it adds, as 16 hexadecimal digits
    text onto{};  ///< the `content_hash` of what it was laid upon, as digits; none where that was not worked out

    static constexpr void fields(auto&& field) {
        field("key", &layer_row::key, required);
        field("name", &layer_row::name, required);
        field("version", &layer_row::version, required);
        field("editors", &layer_row::editors);
        field("notice", &layer_row::notice);
        field("released", &layer_row::released, required);
        field("content", &layer_row::content, required);
        field("onto", &layer_row::onto);
    }
    friend constexpr bool operator==(layer_row const&, layer_row const&) = default;
};

/// Something that its users say of an entity or a claim and that the schema has no field for: `acme.tier` is "2".
struct attribute_row {
    std::uint32_t of = no_number;  ///< the number of the entity or claim
    text name{}, value{};

    static constexpr void fields(auto&& field) {
        field("of", &attribute_row::of, required);
        field("name", &attribute_row::name, required);
        field("value", &attribute_row::value, required);
    }
    friend constexpr bool operator==(attribute_row const&, attribute_row const&) = default;
};

/// Counts the ways in which the arrays of a base have been laid out.
inline constexpr std::uint64_t layout_version = 5;

/// A number that changes whenever the schema or the layout does; baked headers and snapshots carry it and are refused by another
/// one.
inline constexpr std::uint64_t schema_fingerprint = [] {
    fingerprint_fold fold;
    each(kinds{}, [&]<class K>() { fold.kind<K>(); });
    each(relations{}, [&]<class R>() { fold.relation<R>(); });
    fold.row<attribution>();
    fold.row<code_row>();
    fold.row<base_row>();
    fold.row<entity_row>();
    fold.row<name_row>();
    fold.row<layer_row>();
    fold.row<attribute_row>();
    fold.add(layout_version);
    return fold.hash;
}();

/// What keeps a claim out of what is asked without a scope, each by itself; none of them for most claims.
struct claim_marks {
    std::uint8_t bits = 0;

    static constexpr std::uint8_t stepped_back = 1, other_intent = 2, of_reference = 4, predicted = 8;
    static constexpr std::uint8_t all = stepped_back | other_intent | of_reference | predicted;

    /// Neither withdrawn nor stepped back behind a newer edition.
    constexpr bool stands() const { return (bits & stepped_back) == 0; }
    /// Of an intent that is asked for where none is named, or of none.
    constexpr bool has_usual_intent() const { return (bits & other_intent) == 0; }
    /// Its subject is no option but what options are compared with, such as placebo.
    constexpr bool is_of_reference() const { return (bits & of_reference) != 0; }
    /// A model's prediction: nobody has observed or stated it.
    constexpr bool is_predicted() const { return (bits & predicted) != 0; }
    friend constexpr bool operator==(claim_marks, claim_marks) = default;
};

}  // namespace treatise::inline v0_3
