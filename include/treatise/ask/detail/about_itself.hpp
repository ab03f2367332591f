// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/ask/questions.hpp>
#include <treatise/render/json_answer.hpp>
#include <treatise/version.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace treatise::inline v0_3 {

namespace ask_detail {

struct json_kind_count {
    json_writer& j;
    knowledge_base const& kb;
    template <class Kind>
    void operator()() const {
        j.name(Kind::name).number(kb.all<Kind>().size());
    }
};

/// Which knowledge answers, and how much there is of it.
[[nodiscard]] inline std::string json_knowledge_held(knowledge_base const& kb) {
    return json_answer(kb, "treatise-knowledge", [&](json_writer& j) {
        auto const& base = kb.base();
        j.member("library", TREATISE_VERSION).member("name", kb[base.name]).member("editors", kb[base.editors]);
        j.name("entities").open('{');
        each(kinds{}, json_kind_count{j, kb});
        j.close('}').name("claims").number(kb.claim_count());
    });
}

inline void json_keys_held(json_writer& j, std::string_view name, request_keys keys, bool compact) {
    j.name(name).open('[');
    for (std::size_t i = 0; i != words_of<request_key>.size(); ++i)
        if (auto const k = static_cast<request_key>(i); keys.holds(k) || (compact && k == request_key::compact)) j.value(word(k));
    j.close(']');
}

/// What can be asked, with which keys.
[[nodiscard]] inline std::string json_questions(knowledge_base const& kb) {
    return json_answer(kb, "treatise-questions", [&](json_writer& j) {
        j.name("questions").open('[');
        for (auto const& f : question_forms) {
            j.open('{').member("question", word(f.is)).member("tells", f.tells);
            json_keys_held(j, "needs", f.needs, false);
            json_keys_held(j, "takes", f.takes, true);
            j.close('}');
        }
        j.close(']');
    });
}

}  // namespace ask_detail

}  // namespace treatise::inline v0_3
