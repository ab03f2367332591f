// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <treatise/model/date.hpp>
#include <treatise/model/decimal.hpp>
#include <treatise/model/id.hpp>
#include <treatise/model/list.hpp>
#include <treatise/model/vocabulary.hpp>

#include <cstdint>
#include <string_view>

// The schema on one page: what can be said, and what it means for an answer. A kind or a relation is a name in its list and a
// struct; readers, writers, checks, queries, tables and the fingerprint walk the lists, so there is no other place.
namespace treatise::inline v0_3 {

/// What a field asks of the file: `required` must be given ("not stated" counts), `optional` may be left out.
enum class presence : std::uint8_t { optional, required };
using enum presence;

struct nothing {
    static constexpr void fields(auto&&) {}
    friend constexpr bool operator==(nothing, nothing) = default;
};

/// True or false in one byte: any byte of a damaged file reads as one of them, which a `bool` would not.
struct flag {
    std::uint8_t byte = 0;

    constexpr flag() = default;
    constexpr flag(bool is) : byte{is} {}
    constexpr operator bool() const { return byte != 0; }
    friend constexpr bool operator==(flag, flag) = default;
};

/// A word of a scheme's own list (`List` is the member of `scheme_details` that holds it); 0 is absent, 255 not stated.
template <auto List>
struct level {
    std::uint8_t value = 0;
    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr bool operator==(level, level) = default;
};
inline constexpr std::uint8_t unstated_level = 255;

// Kinds: each a key, a name, synonyms, a one-line description, codes, and the details below. Entities are numbered in this order.

using kinds = list<struct cause, struct therapy_class, struct therapy, struct mechanism, struct outcome, struct circumstance,
    struct consideration, struct principle, struct payer, struct profession, struct instrument, struct jurisdiction,
    struct research_topic, struct source, struct scheme, struct code_system, struct table_preset>;

using entity = renamed<one_of, kinds>;
using option = one_of<therapy, therapy_class>;

/// What a thing is called in two registers; its name and key stay as they are.
struct register_details {
    text clinical{};  ///< the field's own term: angioedema
    text plain{};  ///< what a careful newspaper would say: swelling of the face or throat
    static constexpr void fields(auto&& field) {
        field("clinical", &register_details::clinical);
        field("plain", &register_details::plain);
    }
    friend constexpr bool operator==(register_details, register_details) = default;
};
struct class_details {
    std::uint32_t order = 0;  ///< a kind of therapy (a root class): its place in the printed order, from 1
    flag remainder = false;  ///< what is left of a wider class, such as "other anticonvulsants": its members stand for themselves
    flag medicines = false;  ///< what stands in it and under it is medicines
    static constexpr void fields(auto&& field) {
        field("order", &class_details::order);
        field("remainder", &class_details::remainder);
        field("medicines", &class_details::medicines);
    }
    friend constexpr bool operator==(class_details, class_details) = default;
};
struct therapy_details {
    many<text> brands{}, routes{};
    flag reference = false;  ///< placebo, sham, usual care, no treatment: a row to compare with, never a candidate
    many<id<source>> label_read{};  ///< the labels or regulators' texts that were read for its warnings; empty: none was
    flag no_label = false;  ///< a supplement, or what a pharmacy compounds: it has no official label that could be read
    static constexpr void fields(auto&& field) {
        field("brands", &therapy_details::brands);
        field("routes", &therapy_details::routes);
        field("reference", &therapy_details::reference);
        field("label_read", &therapy_details::label_read);
        field("no_label", &therapy_details::no_label);
    }
    friend constexpr bool operator==(therapy_details, therapy_details) = default;
};
struct outcome_details {
    treatise::valence valence{};
    flag important = false;  ///< on the documented list of outcomes that stand first among harms, however rare
    text threshold{};
    id<instrument> scale{};
    text family{};  ///< one word that it shares with others for the same complaint, such as drowsiness, sedation, somnolence
    outcome_domain domain{};
    decimal strictness{};  ///< among outcomes of pain: the stricter has the larger number
    text clinical{}, plain{};  ///< its names in the two registers
    static constexpr void fields(auto&& field) {
        field("valence", &outcome_details::valence, required);
        field("important", &outcome_details::important);
        field("threshold", &outcome_details::threshold);
        field("scale", &outcome_details::scale);
        field("family", &outcome_details::family);
        field("domain", &outcome_details::domain);
        field("strictness", &outcome_details::strictness);
        field("clinical", &outcome_details::clinical);
        field("plain", &outcome_details::plain);
    }
    friend constexpr bool operator==(outcome_details, outcome_details) = default;
};
struct consideration_details {
    practical_issue issue{};
    care_slot slot{};
    text clinical{}, plain{};  ///< its names in the two registers
    static constexpr void fields(auto&& field) {
        field("issue", &consideration_details::issue, required);
        field("slot", &consideration_details::slot);
        field("clinical", &consideration_details::clinical);
        field("plain", &consideration_details::plain);
    }
    friend constexpr bool operator==(consideration_details, consideration_details) = default;
};
struct principle_details {
    principle_topic topic{};
    static constexpr void fields(auto&& field) { field("topic", &principle_details::topic, required); }
    friend constexpr bool operator==(principle_details, principle_details) = default;
};
struct payer_details {
    id<treatise::jurisdiction> jurisdiction{};
    static constexpr void fields(auto&& field) { field("jurisdiction", &payer_details::jurisdiction, required); }
    friend constexpr bool operator==(payer_details, payer_details) = default;
};
struct source_details {
    source_kind kind{};
    text title{}, authors{};
    text body{};  ///< who issues it, where several of its documents are one voice and not several: NICE, AAN
    date published{};
    text venue{}, doi{}, url{};
    id<treatise::jurisdiction> jurisdiction{};
    date searched_to{};
    text licence{};
    text interest{};  ///< whose interest, where the source has one; in which therapy is `interested_in`
    treatise::interest_status interest_status{};
    static constexpr void fields(auto&& field) {
        field("kind", &source_details::kind, required);
        field("title", &source_details::title, required);
        field("authors", &source_details::authors, required);
        field("body", &source_details::body);
        field("published", &source_details::published, required);
        field("venue", &source_details::venue);
        field("doi", &source_details::doi);
        field("url", &source_details::url);
        field("jurisdiction", &source_details::jurisdiction);
        field("searched_to", &source_details::searched_to);
        field("licence", &source_details::licence);
        field("interest", &source_details::interest);
        field("interest_status", &source_details::interest_status);
    }
    friend constexpr bool operator==(source_details, source_details) = default;
};
struct scheme_details {
    many<text> strengths{}, lines{}, certainties{};  ///< the scheme's own words, the strongest first
    static constexpr void fields(auto&& field) {
        field("strengths", &scheme_details::strengths);
        field("lines", &scheme_details::lines);
        field("certainties", &scheme_details::certainties);
    }
    friend constexpr bool operator==(scheme_details, scheme_details) = default;
};
struct code_system_details {
    text uri{}, edition{}, licence{}, attribution{};
    flag may_ship = false;
    static constexpr void fields(auto&& field) {
        field("uri", &code_system_details::uri, required);
        field("edition", &code_system_details::edition, required);
        field("licence", &code_system_details::licence, required);
        field("attribution", &code_system_details::attribution);
        field("may_ship", &code_system_details::may_ship, required);
    }
    friend constexpr bool operator==(code_system_details, code_system_details) = default;
};
struct preset_details {
    many<text> columns{}, headings{};  ///< column keys, and what to print above them where it is not the usual heading
    grouping rows{};
    many<id<option>> options{};  ///< the rows, named; empty: whatever is documented
    id<treatise::source> from{};
    text place{};  ///< only claims of `from` that stand here in it
    many<text> footnotes{};
    static constexpr void fields(auto&& field) {
        field("columns", &preset_details::columns, required);
        field("headings", &preset_details::headings);
        field("rows", &preset_details::rows);
        field("options", &preset_details::options);
        field("source", &preset_details::from);
        field("place", &preset_details::place);
        field("footnotes", &preset_details::footnotes);
    }
    friend constexpr bool operator==(preset_details, preset_details) = default;
};

/// What of a kind a source can leave out: where it is reported of one option for a cause and not of another, that is a gap.
enum class gap_of : std::uint8_t { none, object, issue };

struct kind {
    using details = nothing;
    static constexpr auto gaps = gap_of::none;
};

// clang-format off
struct cause          : kind { static constexpr std::string_view name = "cause"; };
struct therapy_class  : kind { static constexpr std::string_view name = "therapy_class"; using details = class_details; };
struct therapy        : kind { static constexpr std::string_view name = "therapy"; using details = therapy_details; };
struct mechanism      : kind { static constexpr std::string_view name = "mechanism"; using details = register_details; };
struct outcome        : kind { static constexpr std::string_view name = "outcome"; using details = outcome_details; static constexpr auto gaps = gap_of::object; };
struct circumstance   : kind { static constexpr std::string_view name = "circumstance"; using details = register_details; };
struct consideration  : kind { static constexpr std::string_view name = "consideration"; using details = consideration_details; static constexpr auto gaps = gap_of::issue; };
struct principle      : kind { static constexpr std::string_view name = "principle"; using details = principle_details; };
struct payer          : kind { static constexpr std::string_view name = "payer"; using details = payer_details; };
struct profession     : kind { static constexpr std::string_view name = "profession"; };
struct instrument     : kind { static constexpr std::string_view name = "instrument"; };
struct jurisdiction   : kind { static constexpr std::string_view name = "jurisdiction"; };
struct research_topic : kind { static constexpr std::string_view name = "research_topic"; };
struct source         : kind { static constexpr std::string_view name = "source"; using details = source_details; };
struct scheme         : kind { static constexpr std::string_view name = "scheme"; using details = scheme_details; };
struct code_system    : kind { static constexpr std::string_view name = "code_system"; using details = code_system_details; };
struct table_preset   : kind { static constexpr std::string_view name = "table_preset"; using details = preset_details; };
// clang-format on

// What the relations of claims carry besides source, place, stance, population and dates.

struct use {
    treatise::intent intent{};
    static constexpr void fields(auto&& field) { field("intent", &use::intent); }
    friend constexpr bool operator==(use, use) = default;
};
struct recommendation {
    id<treatise::scheme> scheme{};
    level<&scheme_details::strengths> strength{};
    level<&scheme_details::lines> line{};
    text setting{};
    treatise::intent intent{};
    many<id<option>> except{};  ///< members of the class, or forms, that the body leaves out
    text narrow{};  ///< why it is narrower than its object: part of the people, a setting, for a time, after others failed
    static constexpr void fields(auto&& field) {
        field("scheme", &recommendation::scheme, required);
        field("strength", &recommendation::strength, required);
        field("line", &recommendation::line);
        field("setting", &recommendation::setting);
        field("intent", &recommendation::intent);
        field("except", &recommendation::except);
        field("narrow", &recommendation::narrow);
    }
    friend constexpr bool operator==(recommendation, recommendation) = default;
};
struct approval {
    text authority{};
    approval_status status{};
    treatise::intent intent{};
    static constexpr void fields(auto&& field) {
        field("authority", &approval::authority, required);
        field("status", &approval::status, required);
        field("intent", &approval::intent);
    }
    friend constexpr bool operator==(approval, approval) = default;
};
struct control {
    text schedule{};
    static constexpr void fields(auto&& field) { field("schedule", &control::schedule, required); }
    friend constexpr bool operator==(control, control) = default;
};
struct coverage {
    id<treatise::payer> payer{};
    coverage_status status{};
    text rule{};
    date effective{}, reviewed{}, ended{};  ///< of the rule: in force from, last looked at by the payer, no longer in force since
    static constexpr void fields(auto&& field) {
        field("payer", &coverage::payer, required);
        field("status", &coverage::status, required);
        field("rule", &coverage::rule);
        field("effective", &coverage::effective);
        field("reviewed", &coverage::reviewed);
        field("ended", &coverage::ended);
    }
    friend constexpr bool operator==(coverage, coverage) = default;
};
struct restriction {
    treatise::avoidance avoidance{};
    many<id<option>> except{};  ///< members or forms of which it is not said
    static constexpr void fields(auto&& field) {
        field("avoidance", &restriction::avoidance, required);
        field("except", &restriction::except);
    }
    friend constexpr bool operator==(restriction, restriction) = default;
};
struct warning {
    text authority{};
    warning_form form{};
    many<id<option>> except{};  ///< members or forms of which it is not said
    static constexpr void fields(auto&& field) {
        field("authority", &warning::authority, required);
        field("form", &warning::form, required);
        field("except", &warning::except);
    }
    friend constexpr bool operator==(warning, warning) = default;
};
/// An effect as published. A figure (any statistic but `narrative`) also says comparator, time frame, participants and certainty.
struct effect {
    treatise::statistic statistic{};
    treatise::intent intent{};
    decimal value{}, low{}, high{};  ///< the estimate and its interval
    id<option> comparator{};
    text compared_with{};  ///< the comparator in words, where it is no option
    decimal baseline{};  ///< the same measure in the comparator's arm
    text time_frame{};
    decimal participants{};
    text arm{};  ///< the arm as studied, in the source's words: what was given is reported, never advised
    id<treatise::scheme> scheme{};
    level<&scheme_details::certainties> certainty{};
    id<treatise::source> rated_by{};  ///< who rated the certainty; absent: the source itself
    text certainty_reasons{};  ///< why it was rated down or up
    treatise::design design{};
    text trial{};  ///< the trial or analysis that the figure comes from: figures of one trial share it
    text part_of{};  ///< the id of the claim on the whole of which this is a part: one dose, one subgroup
    decimal n_with{}, n_without{};  ///< people in the option's arm and in the comparator's
    treatise::label_range label_range{};
    listed_frequency frequency{};  ///< the word under which the source lists a harm
    decimal order{};  ///< its place in the source's list
    static constexpr void fields(auto&& field) {
        field("statistic", &effect::statistic, required);
        field("intent", &effect::intent);
        field("value", &effect::value);
        field("low", &effect::low);
        field("high", &effect::high);
        field("comparator", &effect::comparator);
        field("compared_with", &effect::compared_with);
        field("baseline", &effect::baseline);
        field("time_frame", &effect::time_frame);
        field("participants", &effect::participants);
        field("arm", &effect::arm);
        field("scheme", &effect::scheme);
        field("certainty", &effect::certainty);
        field("rated_by", &effect::rated_by);
        field("certainty_reasons", &effect::certainty_reasons);
        field("design", &effect::design);
        field("trial", &effect::trial);
        field("part_of", &effect::part_of);
        field("n_with", &effect::n_with);
        field("n_without", &effect::n_without);
        field("label_range", &effect::label_range);
        field("frequency", &effect::frequency);
        field("order", &effect::order);
    }
    friend constexpr bool operator==(effect, effect) = default;
};
struct advice {
    id<treatise::scheme> scheme{};
    level<&scheme_details::strengths> strength{};
    static constexpr void fields(auto&& field) {
        field("scheme", &advice::scheme);
        field("strength", &advice::strength);
    }
    friend constexpr bool operator==(advice, advice) = default;
};

/// How often a condition gives rise to another, in the source's word.
struct origin {
    listed_frequency frequency{};
    static constexpr void fields(auto&& field) { field("frequency", &origin::frequency); }
    friend constexpr bool operator==(origin, origin) = default;
};

// Relations: what may stand on either side, what an edge carries, and what it means for an answer.

using structure = list<struct is_a, struct member_of, struct listed_under, struct form_of, struct combines, struct supersedes,
    struct interested_in>;
using claim_relations = list<struct used_for, struct recommended_for, struct approved_for, struct controlled_in,
    struct covered_for, struct contraindicated_in, struct warned_of, struct affects, struct acts_by, struct implicated_in,
    struct involves, struct provided_by, struct assessed_by, struct advises, struct investigates, struct gives_rise_to>;
using relations = joined<structure, claim_relations>;

/// Which end of a claim is the option that it is about.
enum class option_end : std::uint8_t { none, subject, object };

namespace model_detail {
template <class End>
inline constexpr bool is_option = index_in<End, list<option, therapy, therapy_class>> < 3;
}

/// What holds for a relation that says nothing else; `lists`, `stands_first` and `tells` may be functions of the object's
/// details.
///
/// A claim relation with an option also says `tells`: the facet of its claims.
template <class Subject, class Object, class Payload = nothing>
struct relation {
    using subject = Subject;
    using object = Object;
    using payload = Payload;
    static constexpr auto option_end = model_detail::is_option<Subject>  ? treatise::option_end::subject
                                       : model_detail::is_option<Object> ? treatise::option_end::object
                                                                         : treatise::option_end::none;
    static constexpr bool same_kind = false;  ///< both ends must be of one kind
    static constexpr bool lists = false;  ///< a claim of it makes its option a candidate for the cause it is about
    static constexpr bool stands_first = false;  ///< before what else is told of harms, whatever the intent asked for
    static constexpr bool passes_scopes = false;  ///< no filter hides it, and no mark alone makes it step back
    static constexpr bool object_is_state = false;  ///< its object is a state of the person, also where it is a cause of the base
    static constexpr bool is_territorial = false;  ///< it holds in a jurisdiction: a source that names none leaves it out
};

// Structure: arranged by editors; no source, stance or date.
// clang-format off
struct is_a          : relation<entity, entity>         { static constexpr std::string_view name = "is_a"; static constexpr bool same_kind = true; };
struct member_of     : relation<therapy, therapy_class> { static constexpr std::string_view name = "member_of"; };
struct listed_under  : relation<therapy, therapy_class> { static constexpr std::string_view name = "listed_under"; };
struct form_of       : relation<therapy, therapy>       { static constexpr std::string_view name = "form_of"; };
struct combines      : relation<therapy, therapy>       { static constexpr std::string_view name = "combines"; };
struct supersedes    : relation<source, source>         { static constexpr std::string_view name = "supersedes"; };
struct interested_in : relation<source, option>         { static constexpr std::string_view name = "interested_in"; };
// clang-format on

// Claims: one published statement each.
struct used_for : relation<option, cause, use> {
    static constexpr std::string_view name = "used_for";
    static constexpr auto tells = facet::use;
    static constexpr bool lists = true;
};
struct recommended_for : relation<option, cause, recommendation> {
    static constexpr std::string_view name = "recommended_for";
    static constexpr auto tells = facet::recommendation;
    static constexpr bool lists = true;
};
struct approved_for : relation<therapy, cause, approval> {
    static constexpr std::string_view name = "approved_for";
    static constexpr auto tells = facet::approval;
    static constexpr bool lists = true;
    static constexpr bool is_territorial = true;
};
struct controlled_in : relation<therapy, jurisdiction, control> {
    static constexpr std::string_view name = "controlled_in";
    static constexpr auto tells = facet::control;
};
struct covered_for : relation<option, cause, coverage> {
    static constexpr std::string_view name = "covered_for";
    static constexpr auto tells = facet::coverage;
    static constexpr bool is_territorial = true;
};
struct contraindicated_in : relation<option, one_of<cause, circumstance>, restriction> {
    static constexpr std::string_view name = "contraindicated_in";
    static constexpr auto tells = facet::restriction;
    static constexpr bool passes_scopes = true;
    static constexpr bool object_is_state = true;
};
struct warned_of : relation<option, one_of<outcome, circumstance>, warning> {
    static constexpr std::string_view name = "warned_of";
    static constexpr auto tells = facet::warning;
    static constexpr bool stands_first = true;
    static constexpr bool passes_scopes = true;
    static constexpr bool is_territorial = true;
};
struct affects : relation<option, outcome, effect> {
    static constexpr std::string_view name = "affects";
    static constexpr facet tells(outcome_details const& of) {
        return of.valence == valence::desirable ? facet::benefit : facet::harm;
    }
    static constexpr bool lists(outcome_details const& of) { return of.valence == valence::desirable; }
    static constexpr bool stands_first(outcome_details const& of) { return of.important && of.valence == valence::undesirable; }
};
struct acts_by : relation<option, mechanism> {
    static constexpr std::string_view name = "acts_by";
    static constexpr auto tells = facet::mechanism;
};
struct implicated_in : relation<mechanism, cause> {
    static constexpr std::string_view name = "implicated_in";
};
struct involves : relation<option, consideration> {
    static constexpr std::string_view name = "involves";
    static constexpr auto tells = facet::consideration;
};
struct provided_by : relation<option, profession> {
    static constexpr std::string_view name = "provided_by";
    static constexpr auto tells = facet::provider;
};
struct assessed_by : relation<cause, instrument> {
    static constexpr std::string_view name = "assessed_by";
};
struct advises : relation<cause, principle, advice> {
    static constexpr std::string_view name = "advises";
};
struct investigates : relation<research_topic, cause> {
    static constexpr std::string_view name = "investigates";
};
struct gives_rise_to : relation<cause, cause, origin> {
    static constexpr std::string_view name = "gives_rise_to";
};

}  // namespace treatise::inline v0_3
