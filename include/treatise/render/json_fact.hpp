// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/graph/claim_key.hpp>
#include <treatise/graph/field_text.hpp>
#include <treatise/query/fact.hpp>
#include <treatise/render/json_overlay.hpp>
#include <treatise/render/json_writer.hpp>
#include <treatise/render/phrase.hpp>
#include <treatise/words/english.hpp>

#include <string_view>

// A fact in JSON, whole: names beside keys, the source with title and link. The field names are promised (docs/json.md).
namespace treatise::inline v0_3 {

namespace render_detail {

inline void json_text(json_writer& j, std::string_view name, std::string_view text) {
    if (!text.empty()) j.member(name, text);
}
/// An entity by key and name, and its clinical and plain names where they differ; left out where there is none.
inline void json_names(json_writer& j, std::string_view name, entity_names const& e) {
    if (!e) return;
    j.name(name).open('{').member("key", e.key).member("name", e.name);
    if (e.clinical != e.name) j.member("clinical", e.clinical);
    if (e.plain != e.name) j.member("plain", e.plain);
    j.close('}');
}
template <class Entities>
void json_names_list(json_writer& j, knowledge_base const& kb, std::string_view name, Entities const& all) {
    if (all.empty()) return;
    j.name(name).open('[');
    for (auto e : all) j.open('{').member("key", kb.key(e)).member("name", kb.name(e)).close('}');
    j.close(']');
}
inline void json_figure(json_writer& j, published_figure const& f) {
    if (!f) return;
    j.name("figure").open('{').member("unit", word(f.unit));
    json_text(j, "value", digits(f.value));
    json_text(j, "low", digits(f.low));
    json_text(j, "high", digits(f.high));
    json_text(j, "without", digits(f.without));
    json_text(j, "participants", digits(f.participants));
    json_text(j, "people_with", digits(f.people_with));
    json_text(j, "people_without", digits(f.people_without));
    j.name("crosses_no_effect").boolean(f.crosses_no_effect).close('}');
}
inline void json_certainty(json_writer& j, certainty_rating const& c) {
    if (c.word.empty()) return;
    j.name("certainty").open('{').member("word", c.word);
    json_text(j, "scheme", c.scheme);
    json_names(j, "rated_by", c.rated_by);
    json_text(j, "reasons", c.reasons);
    j.close('}');
}
inline void json_grade(json_writer& j, guidance_grade const& g) {
    if (g == guidance_grade{}) return;
    j.name("grade").open('{');
    json_text(j, "strength", g.strength);
    json_text(j, "line", g.line);
    json_text(j, "scheme", g.scheme);
    json_text(j, "setting", g.setting);
    json_text(j, "narrow", g.narrow);
    j.close('}');
}
inline void json_rule(json_writer& j, payer_rule const& r) {
    if (!r.payer) return;
    j.name("coverage").open('{');
    json_names(j, "payer", r.payer);
    j.member("status", word(r.status));
    json_text(j, "rule", r.rule);
    json_text(j, "effective", iso(r.effective));
    json_text(j, "reviewed", iso(r.reviewed));
    json_text(j, "ended", iso(r.ended));
    j.close('}');
}
inline void json_fact_source(json_writer& j, fact_source const& s) {
    j.name("source").open('{').member("key", s.key).member("name", s.name);
    json_text(j, "title", s.title);
    json_text(j, "url", s.url);
    json_text(j, "doi", s.doi);
    json_text(j, "place", s.place);
    j.member("kind", word(s.kind));
    json_text(j, "published", iso(s.published));
    json_text(j, "checked", iso(s.checked));
    json_text(j, "valid_until", iso(s.valid_until));
    j.member("read", word(s.read));
    json_text(j, "restated_in", s.restated_in);
    json_text(j, "restated_at", s.restated_at);
    j.name("interest_declared").boolean(s.has_interest);
    json_text(j, "interest", s.interest);
    j.member("interest_status", word(s.interest_known)).close('}');
}

}  // namespace render_detail

/// The fields of a fact, in an object that is open; its words in a language, or none: for machines alone.
inline void json_fact_fields(json_writer& j, knowledge_base const& kb, fact const& f, language const* l = &english) {
    using namespace render_detail;
    j.member("id", claim_key_of(kb, f.claim)).member("relation", f.relation).member("facet", word(f.facet));
    j.member("stance", word(f.stance)).member("matter", word(f.matter));
    if (l != nullptr) j.member("text", phrase(kb, *l, f.claim));
    if (f.hedge != hedge::none) j.member("hedge", word(f.hedge));
    if (f.finding != finding::none) j.member("finding", word(f.finding));
    json_names(j, "about", f.about);
    json_figure(j, f.figure);
    json_names(j, "comparator", f.comparator);
    json_text(j, "compared_with", f.compared_with);
    json_text(j, "arm", f.arm);
    json_text(j, "time_frame", f.time_frame);
    json_text(j, "trial", f.trial);
    json_certainty(j, f.certainty);
    json_grade(j, f.grade);
    json_rule(j, f.coverage);
    json_text(j, "authority", f.authority);
    json_text(j, "schedule", f.schedule);
    if (f.approval) j.member("approval", word(*f.approval));
    if (f.intent) j.member("intent", word(*f.intent));
    json_text(j, "note", f.note);
    json_names(j, "option", f.option);
    j.member("said_of", word(f.said_of));
    if (f.applies) j.member("applicability", word(*f.applies));
    json_text(j, "population", f.population);
    json_names_list(j, kb, "causes", f.causes);
    json_names_list(j, kb, "excludes", f.excludes);
    json_text(j, "jurisdiction", f.jurisdiction);
    j.name("stands_first").boolean(f.stands_first);
    json_fact_source(j, f.source);
    j.member("status", word(f.status));
    json_text(j, "status_date", iso(f.status_date));
    json_text(j, "status_reason", f.status_reason);
    if (f.replaced_by) j.member("replaced_by", claim_key_of(kb, f.replaced_by));
    j.name("layer").number(f.layer);
    json_layer(j, kb, "overlay", f.layer);
}
/// A fact as an object.
inline void json_fact(json_writer& j, knowledge_base const& kb, fact const& f, language const* l = &english) {
    j.open('{');
    json_fact_fields(j, kb, f, l);
    j.close('}');
}

}  // namespace treatise::inline v0_3
