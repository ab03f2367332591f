// SPDX-License-Identifier: BSL-1.0
// docs/file-format.md and docs/reference.md are written from the code: TREATISE_UPDATE=1 writes them, a test compares.
#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
#include <treatise/knowledge/neuropathic_pain.hpp>
#endif
#include <treatise/toml/files.hpp>
#include <treatise/toml/format.hpp>
#include <treatise/treatise.hpp>

#include "catch.hpp"
#include "fixtures.hpp"
#include "sampled.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace whole_reference_test {

using namespace treatise;

namespace {

// What the code does not say: the sentences for readers. A field without one has an empty cell; one without a field fails.
// clang-format off
std::map<std::string, std::string> const meanings{
    {"cause", "a condition for which options are compared"},
    {"therapy_class", "a class of therapies; a class under no other is a kind of therapy, and a heading in tables"},
    {"therapy", "one medicine, device, procedure or practice"},
    {"mechanism", "how something acts"},
    {"outcome", "something that happens to a person, wanted or not: benefits and side effects"},
    {"circumstance", "a state in which a therapy is to be avoided or watched"},
    {"consideration", "what living with an option asks of a person"},
    {"principle", "what sources advise for treating a cause as a whole"},
    {"payer", "an insurer, a plan or a public system"},
    {"profession", "who provides an option"},
    {"instrument", "a scale, a questionnaire or an assessment"},
    {"jurisdiction", "a country, a state or a region"},
    {"research_topic", "an area of research"},
    {"source", "a document that states claims"},
    {"scheme", "the words in which a body gives strengths, lines and certainties"},
    {"code_system", "another system whose codes entities have"},
    {"table_preset", "a table that stands ready by name"},

    {"is_a", "stands under it in the hierarchy of its kind"},
    {"member_of", "belongs to the class as well; nothing is inferred from it"},
    {"listed_under", "the row under which it stands in tables"},
    {"form_of", "is a product form of the other"},
    {"combines", "is a documented combination of the others"},
    {"supersedes", "is a newer edition of it"},
    {"interested_in", "its publisher or sponsor gains from it"},
    {"used_for", "a source names it as an option, without a strength"},
    {"recommended_for", "a guideline recommends it, or recommends against it"},
    {"approved_for", "an authority has approved it, or has not"},
    {"controlled_in", "the law controls it there"},
    {"covered_for", "a payer pays for it, or does not"},
    {"contraindicated_in", "a source says not to use it there, or to use it with care"},
    {"warned_of", "a regulator warns of it"},
    {"affects", "an effect on an outcome, in words or as a published figure"},
    {"acts_by", "a source explains it by this mechanism"},
    {"implicated_in", "a source gives the mechanism a part in the cause"},
    {"involves", "what it asks of a person"},
    {"provided_by", "who provides it"},
    {"assessed_by", "what the cause is measured with"},
    {"advises", "what is advised for the cause as a whole"},
    {"investigates", "what research looks at"},
    {"gives_rise_to", "a source names it among the causes of the other"},

    {"base.key", "of the base; the namespace of a baked header"},
    {"base.name", "as printed"},
    {"base.version", "printed in every table"},
    {"base.editors", "who arranged it"},
    {"base.notice", "what it is for, and what not; printed in every table"},
    {"base.released", "the day of this version"},

    {"entity.key", "lower-case letters and digits in parts joined by `-`; used once over all kinds, and never again for something else"},
    {"entity.name", "as printed"},
    {"entity.description", "one line"},
    {"entity.synonyms", "other names that find it"},
    {"entity.codes", "its codes in other systems, each `{ system = ..., code = ..., map = ... }`"},

    {"code.system", "whose code it is"},
    {"code.code", "as that system writes it"},
    {"code.map", "how the code relates to the entity"},

    {"therapy_class.order", "of a kind of therapy: its place in the printed order, from 1"},
    {"therapy_class.remainder", "what is left of a wider class, such as other anticonvulsants: its members stand for themselves"},
    {"therapy_class.medicines", "what stands in it and under it is medicines"},
    {"therapy.no_label", "a supplement, or what a pharmacy compounds: it has no official label that could be read"},
    {"therapy.label_read", "the labels or regulators' texts that were read for its warnings; left out: none was"},
    {"mechanism.clinical", "its name in the words of the field"},
    {"mechanism.plain", "its name in the words of a careful newspaper"},
    {"circumstance.clinical", "its name in the words of the field"},
    {"circumstance.plain", "its name in the words of a careful newspaper"},
    {"therapy.brands", "names under which it is sold"},
    {"therapy.routes", "ways in which it is given"},
    {"therapy.reference", "placebo, sham, usual care or no treatment: a row to compare with, never an option"},
    {"outcome.valence", "a benefit, or a side effect"},
    {"outcome.important", "stands first among harms, however rare"},
    {"outcome.threshold", "what counts as having it"},
    {"outcome.scale", "what it is measured on"},
    {"outcome.family", "one word that it shares with other names of the same complaint, such as drowsiness and sedation"},
    {"outcome.domain", "what it is about; left out: `none`"},
    {"outcome.strictness", "among outcomes of pain, the stricter has the larger number"},
    {"outcome.clinical", "its name in the words of the field, such as angioedema"},
    {"outcome.plain", "its name in the words of a careful newspaper, such as swelling of the face or throat"},
    {"consideration.slot", "where it belongs in care: before the start, watched during it, taught, a thing to report, or how it is ended"},
    {"consideration.clinical", "its name in the words of the field"},
    {"consideration.plain", "its name in the words of a careful newspaper"},
    {"consideration.issue", "the category of practical issue"},
    {"principle.topic", "what the advice is about"},
    {"payer.jurisdiction", "where it pays"},
    {"source.kind", "what kind of document"},
    {"source.body", "who issues it, where several of its documents are one voice: editions and guidelines of one body do not disagree as sources do"},
    {"source.venue", "journal, publisher or site"},
    {"source.searched_to", "the day up to which its authors searched"},
    {"source.licence", "what may be done with its text"},
    {"source.interest", "whose interest it serves, where one is declared"},
    {"source.interest_status", "whether it declares an interest; left out: `not_looked_for`"},
    {"scheme.strengths", "the scheme's own words for the strength of a recommendation, the strongest first"},
    {"scheme.lines", "its words for the place in an order of treatment, the first first"},
    {"scheme.certainties", "its words for how sure an estimate is, the surest first"},
    {"code_system.may_ship", "its licence allows codes of it in this base"},
    {"table_preset.columns", "keys of columns, in order"},
    {"table_preset.headings", "what to print above them instead of the usual headings"},
    {"table_preset.rows", "what a row is"},
    {"table_preset.options", "the rows; left out: whatever is documented"},
    {"table_preset.source", "only claims of this source"},
    {"table_preset.place", "only claims that stand here in it"},
    {"table_preset.footnotes", "printed below the table"},

    {"claim.id", "lower-case letters and digits in parts joined by `-`; used once, and never again for something else"},
    {"claim.subject", "what the claim is about"},
    {"claim.object", "what it says of it"},
    {"claim.stance", "what the source concludes; left out: `for`"},
    {"claim.note", "what the source adds that no field holds, in your words"},
    {"claim.source", "who says it"},
    {"claim.place", "where in the source: page, table or section"},
    {"claim.read", "how the editor read it; left out: `in_source`"},
    {"claim.restated_in", "the source in which it was read, where that is another one"},
    {"claim.restated_at", "the place there"},
    {"claim.population", "whom it speaks of, in your words"},
    {"claim.about", "the causes it speaks of, where the object is not itself the one cause"},
    {"claim.excludes", "the causes that the source sets apart"},
    {"claim.jurisdiction", "where it holds; of an approval or a warning it must be given"},
    {"claim.published", "when it was published, where that differs from its source"},
    {"claim.checked", "the day on which the editor compared the claim with its source"},
    {"claim.valid_until", "the last day on which it holds"},
    {"claim.status", "left out: `current`; written `claim_status` where the relation has a `status` of its own"},
    {"claim.status_date", "since when, where it is not current"},
    {"claim.status_reason", "why, where it is not current"},
    {"claim.interest", "the interest of a trial's sponsor in the therapy, where there is one"},

    {"claim.interest_status", "of the trial's sponsor; left out: `not_looked_for`"},
    {"claim.hedge", "how far the source holds back, in the word nearest to its own; left out: it states it"},
    {"claim.finding", "what a source found that looked and did not confirm the statement"},

    {"used_for.intent", "what it is meant to do; left out: `symptomatic`"},
    {"recommended_for.scheme", "whose words the strength and the line are"},
    {"recommended_for.setting", "where the recommendation holds, such as outside specialist care"},
    {"recommended_for.except", "members of the class, or forms, that the body leaves out"},
    {"recommended_for.narrow", "why it is narrower than its object: part of the people, a setting, for a time, after others failed"},
    {"approved_for.authority", "who approves"},
    {"controlled_in.schedule", "the class of control, in the law's words"},
    {"covered_for.rule", "the payer's rule, in your words"},
    {"covered_for.effective", "the day from which the rule is in force"},
    {"covered_for.reviewed", "the day on which the payer last looked at it"},
    {"covered_for.ended", "the day since which it is no longer in force"},
    {"contraindicated_in.avoidance", "not to be used there, to be avoided, or to be used with care"},
    {"contraindicated_in.except", "members or forms of which it is not said"},
    {"warned_of.except", "members or forms of which it is not said"},
    {"warned_of.authority", "who warns"},
    {"gives_rise_to.frequency", "how often, in the source's word"},
    {"affects.statistic", "the measure of the figure; `narrative` is words without one"},
    {"affects.value", "the estimate, with the digits that were printed"},
    {"affects.low", "the interval; `inf` and `-inf` are bounds"},
    {"affects.comparator", "with what it was compared; a figure needs this or `compared_with`"},
    {"affects.compared_with", "the same in words, where it is no option of the base"},
    {"affects.baseline", "the same measure in the comparator's arm"},
    {"affects.time_frame", "a figure needs it"},
    {"affects.participants", "a figure needs it"},
    {"affects.arm", "what was given in the study, in the source's words; reported, never advised"},
    {"affects.scheme", "whose words the certainty is"},
    {"affects.certainty", "how sure the rater is; a figure needs it"},
    {"affects.rated_by", "who rated the certainty; left out: the source itself"},
    {"affects.certainty_reasons", "why it was rated down or up, in your words"},
    {"affects.design", "whether the figure pools several trials or comes from one"},
    {"affects.trial", "the trial or analysis that it comes from; figures of one trial share the text"},
    {"affects.part_of", "the id of the claim on the whole of which this is a part: one dose, one subgroup"},
    {"affects.n_with", "people in the arm of the option"},
    {"affects.n_without", "people in the arm of the comparator"},
    {"affects.label_range", "where the arm lies in the range of the label for that use, where somebody compared them"},
    {"affects.frequency", "the word under which the source lists a harm"},
    {"affects.order", "its place in the source's list of harms"},
};
// clang-format on

std::set<std::string> asked_for;
std::string meaning(std::string const& of) {
    asked_for.insert(of);
    auto const found = meanings.find(of);
    return found == meanings.end() ? "" : found->second;
}

/// "A condition that gives rise to the pain.", on a line.
std::string sentence(std::string s) {
    if (!s.empty() && s[0] >= 'a' && s[0] <= 'z') s[0] = static_cast<char>(s[0] - 'a' + 'A');
    return s + ".\n";
}

// Names of the code, as compilers print them.

template <auto Value>
constexpr std::string_view pretty() {
    return __PRETTY_FUNCTION__;
}
template <class Type>
constexpr std::string_view pretty() {
    return __PRETTY_FUNCTION__;
}
std::string last_name(std::string_view pretty, std::string_view parameter) {
    pretty.remove_prefix(pretty.find(parameter) + parameter.size());
    pretty = pretty.substr(0, pretty.find_first_of(";]"));
    return std::string{pretty.substr(pretty.rfind(':') + 1)};
}

std::string in_code(std::string_view s) { return '`' + std::string{s} + '`'; }
template <class List>
std::string in_codes(List const& words) {
    std::string s;
    for (std::string_view const w : words) s += (s.empty() ? "" : ", ") + in_code(w);
    return s;
}
std::string kinds_as_codes(std::uint32_t bits) {
    if (bits == kinds_of<entity>::bits) return "any kind";
    std::vector<std::string_view> names;
    for (std::uint32_t k = 0; k != kinds::size; ++k)
        if (bits >> k & 1u) names.push_back(kind_names[k]);
    return in_codes(names);
}

template <class T>
constexpr std::uint32_t id_bits = 0;
template <class Kind>
constexpr std::uint32_t id_bits<id<Kind>> = kinds_of<Kind>::bits;

/// What a field takes, in words.
template <class Row, class T>
std::string takes(T Row::*) {
    if constexpr (std::same_as<T, text>)
        return "text";
    else if constexpr (std::same_as<T, many<text>>)
        return "texts";
    else if constexpr (std::same_as<T, date>)
        return "date";
    else if constexpr (std::same_as<T, decimal>)
        return "number";
    else if constexpr (std::same_as<T, flag>)
        return "true or false";
    else if constexpr (std::is_integral_v<T>)
        return "whole number";
    else if constexpr (vocabulary<T>)
        return in_codes(words_of<T>);
    else if constexpr (is_id<T>)
        return "key of " + kinds_as_codes(id_bits<T>);
    else if constexpr (is_list<T>)
        return "keys of " + kinds_as_codes(id_bits<typename list_element<T>::type>);
    else {
        std::string list;
        scheme_details::fields(
            [&](std::string_view name, auto member, presence = optional) { list = level_words<T> == member ? name : list; });
        return "a word of the `scheme`'s " + in_code(list);
    }
}

struct field_table {
    std::string rows;

    void row(std::string_view name, bool must, std::string const& what, std::string const& explained) {
        rows += "| " + in_code(name) + " | " + (must ? "required" : "") + " | " + what + " | " + explained + " |\n";
    }
    template <class Row>
    void fields(std::string const& of, auto&& spelt) {
        Row::fields([&](std::string_view name, auto member, presence p = optional) {
            row(spelt(name), p == required, takes(member), meaning(of + '.' + std::string{name}));
        });
    }
    template <class Row>
    void fields(std::string const& of) {
        fields<Row>(of, [](std::string_view name) { return name; });
    }
    std::string text() const { return rows.empty() ? "" : "\n| field | | takes | |\n|:--|:--|:--|:--|\n" + rows; }
};

std::string const head =
    "<!-- Written from the code by tests/whole/reference_test.cpp: TREATISE_UPDATE=1 scripts/test -R reference; a change here is "
    "lost. "
    "-->\n\n";

std::string file_format() {
    std::string s = head +
                    R"(# Knowledge files

A knowledge base is a folder of [TOML](https://toml.io/en/v1.0.0) files. How the statements are split into files is up to
you; every file may hold every table, and the order does not matter. The files are read as UTF-8; all of them together
may have )" + std::to_string(limits::toml_bytes >> 20) +
                    R"( MB.
`treatise check FOLDER` reads a folder and prints everything that is wrong with it, each with file, line and column.
How to write them step by step: [how-to/author-knowledge.md](how-to/author-knowledge.md).

| table | holds |
|:--|:--|
| `[base]` | what the base says of itself; in one file of the folder |
| `[defaults]` | what the claims of this file say where they leave it out: fields of the source and its place |
| `[[`*kind*`]]` | an entity, such as `[[therapy]]` |
| `[[`*relation*`]]` | a claim, such as `[[affects]]`: one statement that a source publishes |

What fields take:

| | written as |
|:--|:--|
| text | `"in quotes"` |
| texts | `["one", "two"]`, or one text |
| date | `2024-10-01`, `"2024-10"` or `2024`, as exact as the source states it |
| number | as it was printed: `7.10` stays 7.10; also `inf` and `-inf` |
| key | `"gabapentin"`: the key of an entity of that kind |
| keys | `["gabapentin", "pregabalin"]`, or one key |
| words in code | one of them, in quotes |

`"not stated"` stands for a text, a date, a number, a key or a word of a scheme that the source does not give. It counts as a
value and is printed; a required field that is left out is an error.

## [base]
)";
    field_table base;
    base.fields<base_row>("base");
    s += base.text() + R"(
## Entities

Every entity takes these fields, whatever its kind:
)";
    field_table common;
    common.row("key", true, "text", meaning("entity.key"));
    common.row("name", true, "text", meaning("entity.name"));
    common.row("description", false, "text", meaning("entity.description"));
    common.row("synonyms", false, "texts", meaning("entity.synonyms"));
    common.row("codes", false, "tables", meaning("entity.codes"));
    s += common.text() + "\nA code:\n";
    field_table code_fields;
    code_row::fields([&](std::string_view name, auto member, presence p = optional) {
        if (name != "of") code_fields.row(name, p == required, takes(member), meaning("code." + std::string{name}));
    });
    s += code_fields.text();
    each(kinds{}, [&]<class Kind>() {
        s += "\n### [[" + std::string{Kind::name} + "]]\n\n" + sentence(meaning(std::string{Kind::name}));
        field_table t;
        t.fields<typename Kind::details>(std::string{Kind::name});
        each(structure{}, [&]<class Relation>() {
            if constexpr (has_structure<Kind, Relation>)
                t.row(Relation::name, false,
                    "keys of " +
                        (Relation::same_kind ? in_code(Kind::name) : kinds_as_codes(kinds_of<typename Relation::object>::bits)),
                    meaning(std::string{Relation::name}));
        });
        s += t.text();
    });
    s += R"(
## Claims

Every claim takes these fields, whatever its relation. Those from `source` on may stand in `[defaults]` instead.
)";
    field_table claims;
    claims.row("id", false, "text", meaning("claim.id"));
    claims.row("subject", true, "key", meaning("claim.subject"));
    claims.row("object", true, "key", meaning("claim.object"));
    claims.row("stance", false, in_codes(words_of<stance>), meaning("claim.stance"));
    claims.row("note", false, "text", meaning("claim.note"));
    claims.fields<attribution>("claim");
    s += claims.text();
    each(claim_relations{}, [&]<class Relation>() {
        s += "\n### [[" + std::string{Relation::name} + "]]\n\nFrom " +
             kinds_as_codes(kinds_of<typename Relation::subject>::bits) + " to " +
             kinds_as_codes(kinds_of<typename Relation::object>::bits) + ": " + meaning(std::string{Relation::name}) + ".\n";
        field_table t;
        t.fields<typename Relation::payload>(std::string{Relation::name});
        s += t.text();
    });
    s += R"(
Any entity and any claim also takes attributes of your own, `acme.tier = 2`: two parts of a to z, 0 to 9, `-` and `_`, and for the value a
text, a number, a date, or true or false.

## On top of a base

Files that are laid on top of a base (`--overlay PATH`: [how-to/overlay.md](how-to/overlay.md)) hold the same tables, but `[overlay]`
instead of `[base]`, and may name the keys of the base. They also take:

| table | field | | |
|:--|:--|:--|:--|
| `[overlay]` | `key`, `name`, `version`, `released` | required | whose they are, as in `[base]`; also `editors` and `notice` |
| `[[addition]]` | `entity` or `claim` | one of the two | the key of an entity, or the id of a claim, of the base |
| | `synonyms` | | more names that find the entity |
| | attributes | | of the entity or the claim |
| `[[withdrawal]]` | `claim` | required | the id of a claim of the base that does not protect |
| | `date`, `reason` | required | since when it is withdrawn, and why |
)";
    return s;
}

// What is printed for a word, where that is not one message of its own.

std::string with_dots(message m) { return say(english, m, {"…", "…"}); }
std::string printed(stance s) {
    std::map<stance, message> const of{{stance::against, message::statement_against}, {stance::mixed, message::statement_mixed},
        {stance::no_difference, message::statement_no_difference}, {stance::no_evidence_found, message::statement_not_found},
        {stance::no_recommendation, message::statement_no_recommendation}};
    return of.contains(s) ? with_dots(of.at(s)) : "…";
}
std::string printed(approval_status s) {
    switch (s) {
        case approval_status::approved: return with_dots(message::approved_by);
        case approval_status::off_label: return with_dots(message::off_label);
        case approval_status::investigational: return with_dots(message::investigational);
        case approval_status::withdrawn: return with_dots(message::approval_withdrawn);
    }
    return {};
}
std::string printed(avoidance a) { return with_dots(message_of(a)); }
std::string printed(statistic s) {
    effect e;
    e.statistic = s;
    e.value = decimal{71, 1};
    return figure(english, e);
}
template <class Enum>
std::string printed(Enum value) {
    if constexpr (requires { say(english, value); })
        return std::string{say(english, value)};
    else
        return {};
}

template <class Enum, std::size_t... I>
std::string word_table(std::index_sequence<I...>) {
    bool any = false;
    ((any = any || !printed(static_cast<Enum>(I)).empty()), ...);
    std::string s = "\n### " + last_name(pretty<Enum>(), "Type = ") + "\n\n| in C++ | in files and JSON |" +
                    (any ? " printed |" : "") + "\n|:--|:--|" + (any ? ":--|" : "") + '\n';
    ((s += "| " + in_code(last_name(pretty<static_cast<Enum>(I)>(), "Value = ")) + " | " + in_code(words_of<Enum>[I]) + " |" +
           (any ? ' ' + printed(static_cast<Enum>(I)) + " |" : "") + '\n'),
        ...);
    return s;
}
/// A table for each enumeration, once.
struct word_tables {
    std::string text;
    std::set<void const*> seen;

    template <class Enum>
    void add() {
        if constexpr (vocabulary<Enum>)
            if (seen.insert(&words_of<Enum>).second) text += word_table<Enum>(std::make_index_sequence<words_of<Enum>.size()>{});
    }
    template <class Row>
    void add_fields() {
        Row::fields([&](std::string_view, auto member, presence = optional) {
            this->add<typename field_type<decltype(member)>::type>();
        });
    }
};

std::string reference() {
    std::string s = head + R"(# Reference

The words of the library, from the schema page and the message table. The fields of kinds and claims:
[file-format.md](file-format.md). The fields of JSON: [json.md](json.md). Functions are described where they stand, in the
headers under `include/treatise`.

## Kinds

| kind | is |
|:--|:--|
)";
    each(kinds{}, [&]<class Kind>() { s += "| " + in_code(Kind::name) + " | " + meaning(std::string{Kind::name}) + " |\n"; });
    s += R"(
`option` is a `therapy` or a `therapy_class`; `entity` is any kind.

## Structure

Arranged by the editors of a base; without source, stance or date.

| relation | from | to | says |
|:--|:--|:--|:--|
)";
    auto const relation = [&]<class Relation>() {
        auto const from = kinds_as_codes(kinds_of<typename Relation::subject>::bits);
        auto const to = Relation::same_kind ? "the same kind" : kinds_as_codes(kinds_of<typename Relation::object>::bits);
        s += "| " + in_code(Relation::name) + (may_list<Relation> ? " •" : "") + " | " + from + " | " + to + " | " +
             meaning(std::string{Relation::name}) + " |\n";
    };
    each(structure{}, relation);
    s += R"(
## Claims

One published statement each. A claim of a relation marked • makes its subject a candidate for the cause it is about; of
`affects`, where the outcome is desirable.

| relation | from | to | says |
|:--|:--|:--|:--|
)";
    each(claim_relations{}, relation);
    s += R"(
## Columns

| column | heading | filled from |
|:--|:--|:--|
)";
    for (auto const& c : columns::all) {
        std::string from;
        for (std::size_t m = 0; m != words_of<matter>.size(); ++m)
            if (c.matters.bits >> m & 1u) from += (from.empty() ? "" : ", ") + in_code(words_of<matter>[m]);
        if (c.content == column_content::name) from = "the name of the option";
        if (c.content == column_content::members) from = "the names of the therapies in it";
        if (c.content == column_content::description) from = "its description";
        if (from.empty()) from = "a part of the outcome or of the payer's rule that is the row";
        s += "| " + in_code(c.key) + " | " + std::string{heading(english, c)} + " | " + from + " |\n";
    }
    s += R"(
## Views

Those of the library; a knowledge base may bring others, as a [`table_preset`](file-format.md#table_preset).

| view | is | columns | rows | grouped by |
|:--|:--|:--|:--|:--|
)";
    for (auto const& v : views::all) {
        std::vector<std::string_view> keys;
        for (auto const& c : v.columns) keys.push_back(c.key);
        s += "| " + in_code(v.key) + " | " + std::string{description(english, v)} + " | " + in_codes(keys) + " | " +
             in_code(word(v.rows)) + " | " + in_code(word(v.groups)) + " |\n";
    }
    s += R"(
An option is a row where a source gives guidance, an approval, a benefit that was compared with something, or a finding for the asked
cause or a kind of it. Other documented options are named below the table, in a line for each group. `--all` shows every row. A
cause with fewer than three such rows borrows what guidelines say of a wider group, line by line, unless a source says no for it.
)";
    s += R"(
## Words

What each word is in C++, in files and JSON, and in print (… stands for what the words are said of).
)";
    word_tables words;
    words.add<matter>();
    words.add<cell_state>();
    words.add<applicability>();
    words.add<stance>();
    words.add<facet>();
    words.add<said_of>();
    words.add<guidance_group>();
    words.add_fields<attribution>();
    each(kinds{}, [&]<class Kind>() { words.add_fields<typename Kind::details>(); });
    each(relations{}, [&]<class Relation>() { words.add_fields<typename Relation::payload>(); });
    words.add_fields<code_row>();
    return s + words.text;
}

std::string read(std::string const& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void is_page(std::string const& name, std::string const& wanted) {
    auto const path = std::string{TREATISE_SOURCE_DIR} + "/docs/" + name;
    if (auto const update = std::getenv("TREATISE_UPDATE"); update && std::string_view{update} == "1") {
        std::ofstream{path, std::ios::binary} << wanted;
        return;
    }
    auto const found = read(path);
    auto const differ = std::mismatch(found.begin(), found.end(), wanted.begin(), wanted.end());
    INFO(name << " differs from the code from line " << 1 + std::count(found.begin(), differ.first, '\n')
              << " on; TREATISE_UPDATE=1 writes it");
    CHECK((found == wanted));
}

/// The names of the objects in a text of JSON.
std::set<std::string> names_in(std::string const& json) {
    std::set<std::string> names;
    for (std::size_t i = 0; i != json.size(); ++i) {
        if (json[i] != '"') continue;
        auto const first = i + 1;
        while (json[++i] != '"') i += json[i] == '\\';
        if (i + 1 != json.size() && json[i + 1] == ':') names.insert(json.substr(first, i - first));
    }
    return names;
}

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)

/// The headings of the guide, in its order.
// clang-format off
constexpr std::string_view guide_headings[]{
    "Neuropathic Pain Therapies: Cutting-Edge Relief Guide",
    "Key Takeaways",
    "Understanding Neuropathic Pain",
    "Common Causes of Neuropathic Pain",
    "Conventional Medication Therapies",
    "Anticonvulsants",
    "Antidepressants",
    "Topical Treatments",
    "Physical Therapy and Exercise",
    "Benefits of Physical Therapy",
    "Types of Beneficial Exercises",
    "Alternative and Complementary Therapies",
    "Acupuncture",
    "Mindfulness and Meditation",
    "Biofeedback",
    "Emerging Therapies: Ketamine for Neuropathic Pain",
    "How Ketamine Works",
    "Ketamine Administration Methods",
    "Potential Benefits of Ketamine Therapy",
    "Lifestyle Modifications for Pain Management",
    "Dietary Considerations",
    "Sleep Hygiene",
    "The Role of Mental Health in Pain Management",
    "Cognitive Behavioral Therapy (CBT)",
    "Support Groups",
    "Interventional Pain Management Techniques",
    "Nerve Blocks",
    "Spinal Cord Stimulation",
    "Intrathecal Drug Delivery",
    "The Importance of a Multidisciplinary Approach",
    "Team Members in Pain Management",
    "Measuring Treatment Success",
    "Pain Scales and Questionnaires",
    "Functional Assessments",
    "Comparison of Common Neuropathic Pain Medications",
    "Non-Pharmacological Therapies for Neuropathic Pain",
    "Navigating Insurance Coverage for Neuropathic Pain Treatments",
    "The Future of Neuropathic Pain Management",
    "Ongoing Research Areas",
    "Conclusion: A Personalized Approach to Neuropathic Pain"};
// clang-format on

std::string guide_sections() {
    auto const& kb = neuropathic_pain::knowledge;
    auto const guide = find<source>(kb, "guide-2024");
    std::map<std::string_view, std::vector<std::string_view>> claims;
    for (auto c : kb.claims())
        if (kb.said(c).source == *guide) claims[kb[kb.said(c).place]].push_back(kb.claim_key(c));
    std::string s =
        head + "# The guide, section by section\n\nEvery statement of the guide (" + std::string{kb[kb.details(*guide).title]} +
        ") that says something about therapies is a claim of the built-in base. This is where each of its sections went; "
        "`treatise show ID` prints a claim.\n\n| section | claims |\n|:--|:--|\n";
    for (auto const heading : guide_headings) {
        s += "| " + std::string{heading} + " | " + in_codes(claims[heading]) + " |\n";
        INFO("a section without claims: " << heading);
        CHECK_FALSE(claims[heading].empty());
        claims.erase(heading);
    }
    for (auto const& [place, ids] : claims) {
        INFO("no section of the guide: " << place << ", of the claim " << ids.front());
        CHECK(ids.empty());
    }
    return s;
}

#endif

}  // namespace

TEST_CASE("the reference pages say what the code says", "[reference]") {
    is_page("file-format.md", file_format());
    is_page("reference.md", reference());
    for (auto const& [of, sentence] : meanings) {
        INFO("a sentence for " << of << ", which is not in the code");
        CHECK(asked_for.contains(of));
    }
}

TEST_CASE("the reference page of JSON names every field of a table", "[reference]") {
    auto const page = read(std::string{TREATISE_SOURCE_DIR} + "/docs/json.md") +
                      read(std::string{TREATISE_SOURCE_DIR} + "/docs/file-format.md");
    for (auto const& base : fixture::bases())
        for (auto c : fixture::sampled(base.kb->all<cause>()))
            for (auto const& name : names_in(json(compare(*base.kb, c)))) {
                INFO(name);
                CHECK(page.find(in_code(name)) != std::string::npos);
            }
}

#if __has_include(<treatise/knowledge/neuropathic_pain.hpp>)
TEST_CASE("the reference page of the guide has claims for every section and a section for every claim", "[reference]") {
    is_page("guide-sections.md", guide_sections());
    auto const guide = read(std::string{TREATISE_SHARED_DIR} + "/knowledge/guide.txt");  // not part of the repository
    std::size_t from = 0;
    for (auto const heading : guide_headings)
        if (!guide.empty()) {
            INFO(heading);
            from = guide.find('\n' + std::string{heading} + '\n', from);
            REQUIRE(from != std::string::npos);
        }
}
#endif

}  // namespace whole_reference_test
