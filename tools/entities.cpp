// SPDX-License-Identifier: BSL-1.0
#include "answered.hpp"

#include <treatise/render/answers.hpp>

namespace treatise::tool {

result show(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const& q) {
        return q.claim ? tell_record(kb, q.claim) : tell_record(kb, q.shown);
    });
}

result find_names(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const& q) {
        listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_kind),
                         word_of(message::heading_also)},
            {}};
        for (auto e : q.found)
            list.rows.push_back(
                {{std::string{kb.key(e)}, std::string{kb.name(e)}, spoken(kind_names[kb.kind(e)]), other_names(kb, e)}});
        return list;
    });
}

namespace {

/// What matched, in the words of an enumeration, for a person.
std::string matched_by(choice<entity> const& c) { return std::string{c.matched} + " (" + std::string{word(c.as)} + ')'; }

}  // namespace

result search_names(request const& asked) {
    return answered(asked, [](knowledge_base const& kb, question const& q) {
        listing list{{word_of(message::heading_key), word_of(message::heading_name), word_of(message::heading_kind),
                         word_of(message::heading_matched)},
            {}};
        for (auto const& c : choices_for(kb, q))
            list.rows.push_back(
                {{std::string{kb.key(c.of)}, std::string{kb.name(c.of)}, spoken(kind_names[kb.kind(c.of)]), matched_by(c)}});
        return list;
    });
}

}  // namespace treatise::tool
