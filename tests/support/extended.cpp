// SPDX-License-Identifier: BSL-1.0
#include "extended.hpp"

#include <treatise/graph/builder.hpp>

#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

namespace fixture {

void add_document(treatise::builder& b, std::string_view key, std::string_view name, treatise::source_kind kind) {
    treatise::source_details d;
    d.kind = kind;
    d.title = b.text(name);
    d.authors = b.text("Nobody N");
    d.published = treatise::date{2023, 0, 0};
    d.searched_to = treatise::date{2022, 6, 0};
    b.add<treatise::source>({key, name}, d);
}

extended::extended() : extended{knee_builder()} {}
extended::extended(treatise::builder b) : b_{std::make_unique<treatise::builder>(std::move(b))} {}
extended::extended(extended&&) noexcept = default;
extended& extended::operator=(extended&&) noexcept = default;
extended::~extended() = default;

std::uint32_t extended::number_of(std::string_view key) const {
    for (std::uint32_t n = 0; n != b_->entity_count(); ++n)
        if (b_->key(treatise::id<treatise::entity>::from_number(n)) == key) return n;
    throw std::invalid_argument{"the base to extend has no " + std::string{key}};
}
treatise::attribution extended::said(std::string_view source, std::vector<std::string_view> const& about) {
    treatise::attribution a;
    a.source = find<treatise::source>(source);
    a.place = b_->text("made for one test");
    a.checked = treatise::date{2024, 1, 1};
    a.jurisdiction = find<treatise::jurisdiction>("fixture-land");
    std::vector<treatise::id<treatise::cause>> causes;
    for (auto key : about) causes.push_back(find<treatise::cause>(key));
    a.about = b_->list(causes);
    return a;
}
treatise::warning extended::warning(treatise::warning_form form) { return {b_->text("Fixture Agency"), form}; }
void extended::therapy(std::string_view key, std::string_view name, std::string_view under) {
    auto const t = b_->add<treatise::therapy>({key, name});
    b_->relate<treatise::listed_under>(t, find<treatise::therapy_class>(under));
}
treatise::knowledge_base const& extended::freeze() {
    owner_ = frozen(std::move(*b_));
    base_ = owner_.view();
    return base_;
}

template <class Relation>
void extended::add_claim(std::string_view subject, std::string_view object, treatise::attribution const& a, std::string_view key,
    treatise::stance stance, typename Relation::payload const& carries) {
    b_->claim<Relation>(
        find<typename Relation::subject>(subject), find<typename Relation::object>(object), a, {key, stance}, carries);
}

/// Whoever names the functions has them compiled.
struct made_for {
    template <class Relation>
    static constexpr auto one() {
        if constexpr (treatise::claim_relation<Relation>)
            return std::tuple{&extended::add_claim<Relation>};
        else
            return std::tuple{};
    }
    template <class... Relation>
    static constexpr auto each(treatise::list<Relation...>) {
        return std::tuple_cat(one<Relation>()...);
    }
};
[[gnu::used]] static auto const for_every_relation = made_for::each(treatise::relations{});

}  // namespace fixture
