// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/field_text.hpp>
#include <treatise/graph/knowledge_base.hpp>
#include <treatise/model/fields.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/words/vocabulary.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

// The fields of claims and entities as a changelog says them: "no important difference", never "no_difference".
namespace treatise::inline v0_3::render_detail {

/// A word as files write it, with spaces: "prior authorization".
[[nodiscard]] inline std::string spaced(std::string_view word) {
    std::string s{word};
    std::replace(s.begin(), s.end(), '_', ' ');
    return s;
}

/// The fields whose names in files are no words of a sentence.
[[nodiscard]] constexpr std::string_view named_field(language const& l, std::string_view field) {
    struct name {
        std::string_view field;
        message is;
    };
    constexpr name names[]{
        {"stance", message::field_stance},
        {"about", message::field_about},
        {"excludes", message::field_excludes},
        {"read", message::field_read},
        {"restated_at", message::field_restated_at},
        {"checked", message::field_checked},
        {"hedge", message::field_hedge},
        {"avoidance", message::field_avoidance},
        {"form", message::field_form},
        {"except", message::field_except},
        {"narrow", message::field_narrow},
        {"compared_with", message::field_compared_with},
        {"low", message::field_low},
        {"high", message::field_high},
        {"baseline", message::field_baseline},
        {"n_with", message::field_n_with},
        {"n_without", message::field_n_without},
        {"order", message::field_order},
        {"label_range", message::field_label_range},
        {"label_read", message::field_label_read},
        {"no_label", message::field_no_label},
        {"is_a", message::field_is_a},
        {"clinical", message::field_clinical},
        {"plain", message::field_plain},
        {"interest_status", message::field_interest_status},
        {"body", message::field_body},
    };
    for (auto const& n : names)
        if (n.field == field) return l[n.is];
    return {};
}

/// The value of one field in words; empty where it is absent. Levels are said by their scheme, so the row is needed.
class field_words {
    knowledge_base const& kb_;
    language const& l_;

    template <vocabulary Type>
    std::string of_vocabulary(Type value) const {
        std::string_view said;
        if constexpr (std::same_as<Type, stance> || std::same_as<Type, hedge> || std::same_as<Type, finding> ||
                      std::same_as<Type, reading> || std::same_as<Type, coverage_status> || std::same_as<Type, practical_issue> ||
                      std::same_as<Type, listed_frequency>)
            said = say(l_, value);
        return said.empty() ? spaced(word(value)) : std::string{said};
    }
    template <class Row, class Type>
    std::string value(Row const& row, Type const& of) const {
        if (is_absent(of)) return {};
        if constexpr (std::same_as<Type, text>)
            return std::string{of == not_stated ? l_[message::unstated] : kb_[of]};
        else if constexpr (std::same_as<Type, date> || std::same_as<Type, decimal>)
            return say(l_, of);
        else if constexpr (std::same_as<Type, flag>)
            return std::string{l_[of ? message::field_yes : message::field_no]};
        else if constexpr (vocabulary<Type>)
            return of_vocabulary(of);
        else if constexpr (is_id<Type>)
            return std::string{of.is_unstated() ? l_[message::unstated] : kb_.name(of)};
        else if constexpr (is_list<Type>) {
            std::string s;
            for (auto x : kb_[of])
                if constexpr (std::same_as<decltype(x), text>)
                    append_part(s, kb_[x]);
                else
                    append_part(s, kb_.name(x));
            return s;
        } else
            return spaced(field_text(kb_, row, of));
    }
    /// The value of the field of this name, where the row has one.
    template <class Row>
    std::string in_row(Row const& row, std::string_view field) const {
        std::string s;
        Row::fields([&](std::string_view name, auto member, presence = optional) {
            if (name == field) s = value(row, row.*member);
        });
        return s;
    }

public:
    field_words(knowledge_base const& kb, language const& l) : kb_{kb}, l_{l} {}

    /// Of a claim, by the name that `diff` gives the field: "note", "affects.value".
    std::string of(claim_id c, std::string_view field) const {
        if (field == "relation") return spaced(relation_names[kb_.relation(c)]);
        if (field == "subject") return std::string{kb_.name(kb_.subject(c))};
        if (field == "object") return std::string{kb_.name(kb_.object(c))};
        if (field == "stance") return of_vocabulary(kb_.stance(c));
        if (field == "note") return std::string{kb_.note(c)};
        auto const dot = field.find('.');
        if (dot == field.npos) return in_row(kb_.said(c), field);
        std::string s;
        with_claim_relation(
            kb_.relation(c), [&]<class Relation>() { s = in_row(kb_.payload<Relation>(c), field.substr(dot + 1)); });
        return s;
    }
    /// Of an entity, by the name that `diff_entities` gives the field; what is text there already stays as it is.
    std::string of(id<entity> e, std::string_view field, std::string_view as_text) const {
        std::string s;
        each(kinds{}, [&]<class Kind>() {
            if (auto const of = kb_.as<Kind>(e)) s = in_row(kb_.details(of), field);
        });
        if (!s.empty()) return s;
        each(structure{}, [&]<class Relation>() {
            if (Relation::name == field)
                for (auto c : kb_.out_ids<Relation>(e)) append_part(s, kb_.name(kb_.object(c)));
        });
        return s.empty() ? std::string{as_text} : s;
    }
};

}  // namespace treatise::inline v0_3::render_detail
