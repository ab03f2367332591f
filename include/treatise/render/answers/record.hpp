// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/field_text.hpp>
#include <treatise/render/sentence.hpp>
#include <treatise/words/overlay_words.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

// All that a base holds of one entity or of one claim, under the field names of knowledge files.
namespace treatise::inline v0_3 {

/// The word of a kind, a relation or a field, as it is read: "therapy class".
[[nodiscard]] inline std::string spoken(std::string_view word) {
    std::string s{word};
    std::replace(s.begin(), s.end(), '_', ' ');
    return s;
}

namespace render_detail {

/// Fields by their names, one a line.
class record {
    knowledge_base const& kb_;
    answer_section section_{};

public:
    explicit record(knowledge_base const& kb) : kb_{kb} {}

    void add(std::string_view name, std::string_view value) {
        if (!value.empty()) add_line(section_, {}, {spoken(name) + ": " + std::string{value}, {}, {}, false});
    }
    void add_as_it_is(std::string_view name, std::string_view value) {
        add_line(section_, {}, {std::string{name}.append(": ").append(value), {}, {}, false});
    }
    template <class Row>
    void fields(Row const& row) {
        Row::fields([&](std::string_view name, auto member, presence = optional) {
            if (!is_absent(row.*member)) this->add(name, field_text(kb_, row, row.*member));
        });
    }
    template <class Kind>
    void details(id<entity> e) {
        if (auto const of = kb_.as<Kind>(e)) fields(kb_.details(of));
    }
    void section(answer& to, std::string_view heading) {
        section_.heading = heading;
        if (!section_.groups.empty()) to.sections.push_back(std::move(section_));
        section_ = {};
    }
};

struct details_in_record {
    record& to;
    id<entity> e;
    template <class Kind>
    void operator()() const {
        to.details<Kind>(e);
    }
};
struct payload_in_record {
    record& to;
    knowledge_base const& kb;
    claim_id c;
    template <class Relation>
    void operator()() const {
        to.fields(kb.payload<Relation>(c));
    }
};

class record_teller : claim_words {
    /// What has a name in other systems and in other words.
    void names_of(record& to, id<entity> e) const {
        std::string synonyms, codes;
        for (auto t : kb_.synonyms(e)) append_part(synonyms, kb_[t]);
        for (auto const& c : kb_.codes(e))
            append_part(codes, std::string{kb_.key(c.system)} + ':' + std::string{kb_[c.code]} + " (" +
                                   std::string{treatise::word(c.map)} + ')');
        to.add("key", kb_.key(e));
        to.add("synonyms", synonyms);
        to.add("codes", codes);
        to.add("overlay", name_of_layer(kb_, kb_.layer(e)));
        attributes_of(to, kb_.attributes(e));
    }
    void attributes_of(record& to, std::span<attribute_row const> all) const {
        for (auto const& a : all) to.add_as_it_is(kb_[a.name], kb_[a.value]);
    }
    void structure_of(record& to, id<entity> e) const {
        for (std::uint32_t n = 0; n != structure::size; ++n) {
            std::string out, in;
            for (auto c : kb_.out_ids(n, e)) append_part(out, kb_.key(kb_.object(c)));
            for (auto c : kb_.in_ids(n, e)) append_part(in, kb_.key(kb_.subject(c)));
            to.add(relation_names[n], out);
            to.add(std::string{relation_names[n]} + " (from others)", in);
        }
    }
    void claims_of(record& to, id<entity> e) const {
        auto const add = [&](std::string name, std::uint32_t count) {
            if (count != 0) to.add(name, std::to_string(count));
        };
        for (std::uint32_t n = structure::size; n != relations::size; ++n) {
            add(std::string{relation_names[n]} + " (as subject)", kb_.out_ids(n, e).size());
            add(std::string{relation_names[n]} + " (as object)", kb_.in_ids(n, e).size());
        }
        std::uint32_t said = 0;
        for (auto c : kb_.claims()) said += id<entity>{kb_.said(c).source} == e;
        add("from this source", said);
    }

public:
    record_teller(knowledge_base const& kb, language const& l) : claim_words{kb, l} {}

    answer tell(id<entity> e) const {
        answer a{.title = std::string{kb_.name(e)} + " (" + spoken(kind_names[kb_.kind(e)]) + ')'};
        if (auto const d = kb_.description(e); !d.empty()) a.head.emplace_back(d);
        record r{kb_};
        names_of(r, e);
        each(kinds{}, details_in_record{r, e});
        structure_of(r, e);
        r.section(a, l_[message::record_heading]);
        claims_of(r, e);
        r.section(a, l_[message::heading_claims]);
        a.foot = foot();
        return a;
    }
    answer tell(claim_id c) const {
        answer a{.title = std::string{kb_.name(kb_.subject(c))} + ": " + phrase(kb_, l_, c)};
        a.head = {sentence(kb_, c, l_), sentence_of_place(kb_, c, l_)};
        record r{kb_};
        r.add("id", claim_key_of(kb_, c));
        r.add("relation", relation_names[kb_.relation(c)]);
        r.add("subject", kb_.key(kb_.subject(c)));
        r.add("object", kb_.key(kb_.object(c)));
        r.add("stance", treatise::word(kb_.stance(c)));
        with_claim_relation(kb_.relation(c), payload_in_record{r, kb_, c});
        r.add("note", kb_.note(c));
        r.add("overlay", name_of_layer(kb_, kb_.layer(c)));
        attributes_of(r, kb_.attributes(c));
        r.fields(kb_.said(c));
        r.section(a, l_[message::record_heading]);
        a.foot = foot();
        return a;
    }
};

}  // namespace render_detail

/// All that the base holds of one entity; its claims are counted.
[[nodiscard]] inline answer tell_record(knowledge_base const& kb, id<entity> e, language const& l = english) {
    return render_detail::record_teller{kb, l}.tell(e);
}
/// One claim: a sentence, where it stands, then its fields.
[[nodiscard]] inline answer tell_record(knowledge_base const& kb, claim_id c, language const& l = english) {
    return render_detail::record_teller{kb, l}.tell(c);
}

}  // namespace treatise::inline v0_3
