// SPDX-License-Identifier: BSL-1.0
#pragma once

// A base with more in it for one test: `extended b; b.claim<used_for>("tai-chi", "knee-pain", "leaflet-2024", "my-claim");
// b.freeze();` It begins with all that `fixture::knee` has, or with nothing: `extended b{treatise::builder{}}`.

#include "fixtures.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fixture {

/// A source with what a table's head asks of it: published in 2023, searched to June 2022.
inline void add_document(treatise::builder& b, std::string_view key, std::string_view name, treatise::source_kind kind) {
    treatise::source_details d;
    d.kind = kind;
    d.title = b.text(name);
    d.authors = b.text("Nobody N");
    d.published = treatise::date{2023, 0, 0};
    d.searched_to = treatise::date{2022, 6, 0};
    b.add<treatise::source>({key, name}, d);
}

class extended {
    treatise::builder b_;
    treatise::storage owner_;
    treatise::knowledge_base base_;

public:
    explicit extended(treatise::builder b = knee_builder()) : b_{std::move(b)} {}

    treatise::builder& builder() { return b_; }
    /// An entity of the builder by its key.
    template <class Kind = treatise::entity>
    treatise::id<Kind> find(std::string_view key) const {
        for (std::uint32_t n = 0; n != b_.entity_count(); ++n)
            if (b_.key(treatise::id<treatise::entity>{n}) == key) return treatise::id<Kind>{n};
        throw std::invalid_argument{"the base to extend has no " + std::string{key}};
    }
    treatise::attribution said(std::string_view source, std::vector<std::string_view> const& about = {}) {
        treatise::attribution a;
        a.source = find<treatise::source>(source);
        a.place = b_.text("made for one test");
        a.checked = treatise::date{2024, 1, 1};
        a.jurisdiction = find<treatise::jurisdiction>("fixture-land");
        std::vector<treatise::id<treatise::cause>> causes;
        for (auto key : about) causes.push_back(find<treatise::cause>(key));
        a.about = b_.list(causes);
        return a;
    }
    template <class Relation>
    void claim(std::string_view subject, std::string_view object, treatise::attribution const& a, std::string_view key,
        treatise::stance stance = treatise::stance::in_favour, typename Relation::payload const& carries = {}) {
        b_.claim<Relation>(
            find<typename Relation::subject>(subject), find<typename Relation::object>(object), a, {key, stance}, carries);
    }
    template <class Relation>
    void claim(std::string_view subject, std::string_view object, std::string_view source, std::string_view key,
        treatise::stance stance = treatise::stance::in_favour, typename Relation::payload const& carries = {}) {
        claim<Relation>(subject, object, said(source), key, stance, carries);
    }
    treatise::warning warning(treatise::warning_form form = treatise::warning_form::label) {
        return {b_.text("Fixture Agency"), form};
    }
    /// A therapy listed under a class.
    void therapy(std::string_view key, std::string_view name, std::string_view under) {
        auto const t = b_.add<treatise::therapy>({key, name});
        b_.relate<treatise::listed_under>(t, find<treatise::therapy_class>(under));
    }

    /// Call it once, after everything was added; the view lives as long as this object.
    treatise::knowledge_base const& freeze() {
        owner_ = frozen(std::move(b_));
        base_ = owner_.view();
        return base_;
    }
};

}  // namespace fixture
