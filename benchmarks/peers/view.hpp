// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "answer.hpp"

#include <string_view>
#include <vector>

namespace peers {

/// The library's own knowledge base, asked as the peers are asked.
class view {
    treatise::knowledge_base const& kb_;

public:
    using option = treatise::id<treatise::option>;
    using claim = treatise::claim_id;
    struct near_causes {
        treatise::id<treatise::cause> asked;
        treatise::relevance near;
    };

    explicit view(treatise::knowledge_base const& kb) : kb_{kb} {}

    near_causes near(treatise::id<treatise::cause> asked) const { return {asked, {kb_, asked}}; }
    treatise::candidate_list candidates(near_causes const& n) const { return treatise::candidates(kb_, n.asked); }
    std::vector<told<claim>> statements(near_causes const& n, option o) const {
        std::vector<told<claim>> found;
        for (auto const& s : treatise::statements(kb_, n.near, o))
            if (s.applies != treatise::applicability::excluded)
                found.push_back({s.facet, s.first, s.applies, s.of, s.claim.value, s.claim});
        return found;
    }

    // Structure.

    option row_of(option o) const {
        auto const c = treatise::row_of(kb_, o);
        return c ? option{c} : o;
    }
    std::vector<option> lineage(option o) const {
        std::vector<option> up;
        if (auto const c = kb_.as<treatise::therapy_class>(o)) up.push_back(c);
        for (std::size_t i = 0; i != up.size(); ++i)
            for (auto e : kb_.out<treatise::is_a>(up[i]))
                if (std::find(up.begin(), up.end(), e.object) == up.end()) up.push_back(e.object);
        return up;
    }
    bool has_classes_below(option o) const { return !kb_.in<treatise::is_a>(o).empty(); }
    bool is_root(option o) const { return kb_.out<treatise::is_a>(o).empty(); }
    std::vector<option> references() const {
        std::vector<option> found;
        for (auto t : kb_.all<treatise::therapy>())
            if (kb_.details(t).reference) found.push_back(t);
        return found;
    }
    std::uint32_t place(option o) const { return o.value; }

    treatise::id<treatise::cause> find(std::string_view key) const {
        for (auto c : kb_.all<treatise::cause>())
            if (kb_.key(c) == key) return c;
        return {};
    }
    std::string_view key(option o) const { return kb_.key(o); }
    std::string_view claim_key(claim c) const { return kb_.claim_key(c); }
    treatise::stance stance(claim c) const { return kb_.stance(c); }
    treatise::id<treatise::source> source(claim c) const { return kb_.said(c).source; }
    std::uint32_t relation(claim c) const { return kb_.relation(c); }
    treatise::id<treatise::entity> subject(claim c) const { return kb_.subject(c); }
    treatise::id<treatise::entity> object(claim c) const { return kb_.object(c); }
    bool is_effect(claim c) const { return relation(c) == treatise::relation_number<treatise::affects>; }
};

}  // namespace peers
