// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/builder.hpp>
#include <treatise/graph/knowledge_base.hpp>

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace fixture {

/// Copies a part of a base into a builder: the entities and claims for which `keeps` says so, by their keys.
///
/// What they name must be in the builder, or in the base that the builder lies over.
class copied_part {
public:
    explicit copied_part(treatise::builder& to, treatise::knowledge_base const& from) : to_{to}, from_{from} {}

    void base();
    void entities(std::function<bool(treatise::id<treatise::entity>)> const& keeps);
    void claims(std::function<bool(treatise::claim_id)> const& keeps);

private:
    template <class Row>
    Row row(Row of);
    template <class Kind>
    void entity_of(treatise::id<treatise::entity> e);
    template <class Kind>
    void details_of(treatise::id<treatise::entity> e);
    template <class Relation>
    void claim_of(treatise::claim_id c);
    template <class Relation>
    void structure_of(treatise::claim_id c);
    std::uint32_t number(treatise::id<treatise::entity> e);

    treatise::builder& to_;
    treatise::knowledge_base from_;
    std::map<std::string, std::uint32_t, std::less<>> added_{};
};

/// All that a base says, a line each, sorted, by keys and texts: two bases that say the same give the same lines.
std::vector<std::string> lines_of(treatise::knowledge_base const& kb);

}  // namespace fixture
