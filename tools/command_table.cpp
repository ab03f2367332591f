// SPDX-License-Identifier: BSL-1.0
#include "command_table.hpp"

#include "commands.hpp"
#include "graph_formats.hpp"

#include <treatise/render/formats.hpp>

namespace treatise::tool {

namespace {

constexpr argument cause_argument{"CAUSE", "a cause: its key, name, synonym or code", &treatise::request::cause};
constexpr argument option_argument{
    "OPTION", "a therapy or a class: its key, name, synonym, brand or code", &treatise::request::option};
constexpr argument aside_argument{
    "WHAT", "an outcome, a mechanism, a circumstance, a payer ...: its key, name or synonym", &treatise::request::what};
constexpr argument path_argument{"PATH", "a folder of TOML files, one such file, or a snapshot"};
constexpr argument old_argument{"OLD", "the edition before: a folder of TOML files, one such file, or a snapshot"};
constexpr argument new_argument{"NEW", "the edition behind it"};

std::vector<std::string_view> names_of_formats(bool for_answers) {
    std::vector<std::string_view> names;
    for (auto const& f : output_formats)
        if (!for_answers || f.writes_answers) names.push_back(f.name);
    return names;
}

}  // namespace

std::vector<command> const& commands() {
    static char const* const asking = "Ask about a cause";
    static char const* const looking = "See what there is";
    static char const* const keeping = "Look after knowledge";
    auto const page = static_cast<unsigned>(options::page);
    auto const table_formats = names_of_formats(false), listing_formats = names_of_formats(true);
    auto audit_formats = listing_formats;
    audit_formats.push_back("sarif");
    // clang-format off
    static std::vector<command> const all{
        {"compare", asking, "the table: documented options side by side", compare_options, {cause_argument},
         options::page | options::scope | options::table | options::named | options::rows, table_formats,
         "Prints the comparison table for a cause: which treatments are documented, what guidelines and regulators say, what "
         "they offer, which side effects are common, what the official warnings are, what they ask of people. What stands first "
         "in a cell is chosen by named rules; warnings and contraindications are never cut, and pass every scope. Rows stand "
         "under what guidelines say of them, which is a published fact: nothing is ranked. `treatise why` tells everything "
         "behind a row. --view chooses for whom the table is: overview, evidence, patient, pharmacology, nursing, non-drug, "
         "coverage, or a table of the knowledge base.",
         "  treatise compare painful-diabetic-neuropathy\n"
         "  treatise compare postherpetic-neuralgia --view evidence --options gabapentin,lidocaine-patch\n"
         "  treatise compare painful-diabetic-neuropathy --view patient --options duloxetine,pregabalin -o handout.html\n"
         "  treatise compare painful-diabetic-neuropathy --view guide-medications -o table.html"},
        {"candidates", asking, "documented options, and why each is listed", list_candidates, {cause_argument},
         options::page | options::scope | options::reasons, listing_formats,
         "Lists the options that sources document for a cause, by kind of therapy, each with its row, how the nearest claim "
         "applies (about this cause, about a wider group ...) and the claims that list it. Options that sources only speak "
         "against, or set apart, stand by themselves at the end. Placebo and other references are no candidates. --circumstance tells "
         "instead what each source says of every option in one circumstance, and of which nobody says anything.",
         "  treatise candidates postherpetic-neuralgia --kind topical-treatments\n"
         "  treatise candidates painful-diabetic-neuropathy --circumstance pregnancy"},
        {"categories", asking, "kinds of therapy documented, with their options", list_categories, {cause_argument},
         options::page | options::scope, listing_formats,
         "Lists the kinds of therapy that sources document for a cause, in their fixed order, with the options in each, how the "
         "nearest claim applies, and how many claims there are on each side: how much there is to read, not how sure anybody is.",
         "  treatise categories trigeminal-neuralgia"},
        {"facts", asking, "what is told first of an option, as data", list_facts, {cause_argument, option_argument},
         options::page | options::scope, listing_formats,
         "Tells what matters first of an option for a cause, by the rules that choose the cells of tables: guidelines, benefit, side "
         "effects, warnings, practical points, coverage. As JSON each fact is whole: facet and stance, figure with both arms, of whom, "
         "who says it and where. `treatise why` tells everything behind them.",
         "  treatise facts postherpetic-neuralgia pregabalin\n"
         "  treatise facts painful-diabetic-neuropathy duloxetine --format json"},
        {"why", asking, "every claim about an option, with its place", explain_why, {cause_argument, option_argument},
         options::page | options::scope | options::named, listing_formats,
         "Prints every claim behind an option for a cause: warnings first, then benefit, harms, what guidelines say and the rest. "
         "Of a medicine it also tells what is said of its forms, of a form what is said of the medicine, of a class what is said of "
         "the therapies in it, and of all of them what their classes and the parts of a combination warn of: each under a line that "
         "says so. Each claim shows its source and place, how it was read ([S] in the source, [C] in a copy, [R] where another "
         "source restates it) and its id. --column opens one cell of a table; --options names several options in place of OPTION.",
         "  treatise why painful-diabetic-neuropathy ketamine\n"
         "  treatise why painful-diabetic-neuropathy gabapentin --column harms"},
        {"about", asking, "what sources say of the cause itself", tell_of_cause, {cause_argument},
         options::page | options::scope, listing_formats,
         "Prints what sources say of a cause apart from its options: what it arises from and gives rise to, the mechanisms implicated "
         "in it, advice on treating it as a whole, how it is assessed, what is contraindicated in people who have it, what payers say "
         "of it by name, research, and the causes above and below it; each claim with its source, place and id.",
         "  treatise about painful-diabetic-neuropathy"},
        {"disagreements", asking, "where sources differ, side by side", list_disagreements, {cause_argument},
         options::page | options::scope | options::named, listing_formats,
         "Prints the groups of claims on one question in which sources differ, over the cause and the causes under it: do or "
         "do not, how strongly, in which line, how sure, how large, paid for or not. Each side stands with its source, place, "
         "date, how it was read and whom it is about; behind them, in what else they differ, and what is said on other "
         "questions. None is preferred or averaged.",
         "  treatise disagreements painful-diabetic-neuropathy\n"
         "  treatise disagreements neuropathic-pain --options opioids,snris"},
        {"audit", asking, "what a table lacks to be trusted", audit_options, {cause_argument},
         options::page | options::scope | options::table | options::named, audit_formats,
         "Checks the table that `treatise compare` prints with the same options against what a trustworthy one must satisfy, "
         "and lists each finding with its id, its severity, the cell and the claim. It ends with 1 if there is an error; a "
         "warning asks a person to look. The checks that no program can decide are a checklist in docs/how-to/audit.md. --format "
         "sarif writes what code review reads: with --knowledge, each finding on a claim stands at its line.",
         "  treatise audit painful-diabetic-neuropathy\n"
         "  treatise audit painful-diabetic-neuropathy --knowledge knowledge/neuropathic-pain --format sarif"},
        {"paths", asking, "how a therapy may act in a cause", trace_paths, {{"THERAPY", option_argument.is, option_argument.to}, cause_argument},
         options::page | options::scope, listing_formats,
         "Prints the documented ways from a therapy over a mechanism to a cause, each step with its source. A path "
         "explains; it is not evidence that the therapy helps.",
         "  treatise paths ketamine neuropathic-pain"},
        {"gaps", asking, "what no source here reports", list_gaps, {cause_argument}, options::page | options::scope,
         listing_formats,
         "Lists, for each row of a cause, the outcomes and practical issues that sources report of other rows and of this "
         "one nowhere. Not reported does not mean none.",
         "  treatise gaps painful-diabetic-neuropathy"},
        {"options-for", asking, "options for an outcome, a mechanism, a payer ...", list_options_for, {aside_argument},
         options::page | options::scope, listing_formats,
         "Lists the options of which sources say something on one thing: that affect an outcome or cause a side effect, act by a "
         "mechanism, are warned of or contraindicated in a circumstance, involve a consideration, are paid for by a payer. For and "
         "against, by kind of therapy; --cause keeps the claims that apply to a cause.",
         "  treatise options-for better-sleep\n"
         "  treatise options-for dizziness --cause postherpetic-neuralgia"},
        {"causes-of", asking, "causes for which an option is documented", list_causes_of, {option_argument},
         options::page | options::scope, listing_formats,
         "Lists the causes for which sources document an option, each with the claims that do so, for and against. Nothing is "
         "inferred from a class, or from a wider or narrower cause.",
         "  treatise causes-of carbamazepine"},
        {"head-to-head", asking, "what was compared directly", compare_head_to_head, {cause_argument},
         options::page | options::scope | options::named, listing_formats,
         "Prints every published comparison of two or more options with one another, those without a declared interest first, or "
         "says that no source here compared them. Figures of each against placebo are no comparison of the two.",
         "  treatise head-to-head postherpetic-neuralgia --options gabapentin,nortriptyline"},
        {"across", asking, "one option over several causes", tell_over_causes, {option_argument},
         options::page | options::scope, listing_formats,
         "Tells what matters first of one option for each of several causes, cause by cause, by the rules that choose the cells of "
         "tables. Without --causes, for every cause for which the option is documented.",
         "  treatise across carbamazepine --causes trigeminal-neuralgia,painful-diabetic-neuropathy"},
        {"causes", looking, "all causes, as a hierarchy", causes, {}, page, listing_formats,
         "Lists the causes of the knowledge base, kinds of a cause under it, with the names that find them.",
         "  treatise causes"},
        {"therapies", looking, "all therapies, with the row of each", therapies, {}, page, listing_formats,
         "Lists the therapies of the knowledge base with the class that is their row in tables, and the names that find "
         "them.",
         "  treatise therapies --format json"},
        {"classes", looking, "all classes of therapies, as a hierarchy", classes, {}, page, listing_formats,
         "Lists the classes of therapies, kinds of therapy first, with the number of therapies listed under each.",
         "  treatise classes"},
        {"sources", looking, "all sources, with their declared interests", sources, {}, page, listing_formats,
         "Lists the sources of the knowledge base: what kind of document, when it was published, how many claims it gives, "
         "and the interest that it declares.",
         "  treatise sources --format markdown"},
        {"show", looking, "one entity, source or claim in full", show,
         {{"KEY", "its key, name, synonym or code, or the id of a claim", &treatise::request::key}},
         page, listing_formats,
         "Shows all that the knowledge base holds of one entity (a cause, a therapy, a class, an outcome, a source ...), or of one "
         "claim: first as a sentence with who says it and where, then under the field names of knowledge files.",
         "  treatise show gabapentin\n"
         "  treatise show '#aan22-goal'"},
        {"find", looking, "what a name or code stands for", find_names, {{"TEXT", "a key, name, synonym, brand, clinical or plain name, or code", &treatise::request::text}}, page,
         listing_formats,
         "Finds what has this key, name, synonym, brand, clinical or plain name, or code. Case, accents, blanks, hyphens, "
         "apostrophes, plural, and British or American spelling do not count. It never answers with something similar: what is near "
         "is named in the error message.",
         "  treatise find Neurontin"},
        {"search", looking, "names that begin with a text, to choose from", search_names, {{"TEXT", "the beginning of a name or of a word in it, or a code", &treatise::request::text}}, page,
         listing_formats,
         "Lists up to ten things whose name, synonym, brand or other wording begins with the text, then those of which a word does, "
         "with what matched: choices for a picker. Nothing that is only similar is offered.",
         "  treatise search lido\n"
         "  treatise search neur --of cause"},
        {"views", looking, "the tables that there are, and whom each is for", views_there_are, {}, page, listing_formats,
         "Lists the views for `treatise compare --view`: those of the tool and those of the knowledge base.",
         "  treatise views", {"presets"}},
        {"columns", looking, "the columns that a table can have", columns_there_are, {}, page, listing_formats,
         "Lists the columns for `treatise compare --columns`: the key to type, the heading that is printed, and which "
         "claims stand in it.",
         "  treatise columns"},
        {"knowledge", looking, "which knowledge answers, and how much of it", tell_of_knowledge, {}, page, listing_formats,
         "Prints which knowledge answers: its edition, who edits it, the last day on which its answers may be shown, the hash of all "
         "that it says, and how much there is of each kind.",
         "  treatise knowledge --format json"},
        {"questions", looking, "what a program can ask, and how", questions_there_are, {}, page, listing_formats,
         "Lists the questions that a program can ask in JSON (docs/requests.md), each with the keys that it needs and takes; they are "
         "commands of this tool, too.",
         "  treatise questions"},
        {"graph", looking, "the knowledge as a graph, in DOT", draw_graph, {{"CAUSE", "a cause; left out: the whole base"}},
         0, {"dot"},
         "Writes the knowledge graph in the DOT language of Graphviz: the whole base, or what bears on one cause.",
         "  treatise graph postherpetic-neuralgia | dot -Tsvg > graph.svg"},
        {"check", keeping, "errors and loose ends in knowledge files", check_knowledge, {path_argument},
         static_cast<unsigned>(options::several_paths), {"text", "json"},
         "Reads knowledge files and reports every error with its file, line and column: the first hundred, the rest "
         "counted. Where there is none it reports loose ends: what no claim speaks of, therapies without a row. With lists "
         "it also refuses recalled claims that are not withdrawn, and released ids that are gone or say something else; "
         "with a date it reports claims past theirs. It ends with 1 if there is an error in any of the paths.",
         "  treatise check knowledge/neuropathic-pain"},
        {"diff", keeping, "a changelog of knowledge, from one edition to the next", diff_knowledge, {old_argument, new_argument},
         page, listing_formats,
         "Tells what changed between two editions of a knowledge base, claim by claim and field by field, never line by line: "
         "what was withdrawn first, then what concerns safety (warnings, contraindications, harms), then benefits, guidance, "
         "coverage and the rest, the sources, and what names changed. More than a hundred changes are counted first, and told in "
         "a line each; --full tells every field and place. As JSON they are always whole.",
         "  treatise diff knowledge/neuropathic-pain knowledge/neuropathic-pain"},
        {"ids", keeping, "every claim id, to compare the next release with", list_ids, {path_argument}, 0, {"text"},
         "Writes the id of every claim with its relation, subject and object: the list that `treatise check --released` "
         "compares the next release with, so that no id disappears or comes to stand for something else. With --released it "
         "takes over the claims that were removed since, with the reason that stands on their line, and refuses one without.",
         "  treatise ids knowledge/neuropathic-pain"},
        {"recall", keeping, "a recall file, for programs that run", write_recall, {{"LIST", "recalled claims: an id a line, then the reason"}},
         0, {"text"},
         "Makes a recall file of a list: ids of claims of this knowledge, each with its reason, behind the lines `number: 1` (2, 3 ... "
         "for those that follow) and `released: 2026-12-01`. The file says of which release it is and has a hash; a program that "
         "runs loads it, and so does --recall.",
         "  treatise recall recalls.txt --output neuropathic-pain.recall"},
        {"import", keeping, "a biomedical graph as a snapshot", import_graph,
         {{"PATH", "the files of one graph, or a folder of them, plain or .gz"}}, static_cast<unsigned>(options::several_paths),
         names_of(import_formats),
         "Reads the nodes and edges of a graph and writes what they become here as a snapshot, for --knowledge. A mapping file "
         "says which categories and predicates become which kinds and relations; each format has one built in, which --mapping changes. "
         "What was read, mapped, skipped, mended and refused is told with line numbers; dirty rows never stop it.",
         "  treatise import nodes.tsv.gz edges.tsv.gz --format hetionet --output hetionet.treatise"},
        {"export", keeping, "the knowledge for other graph engines", export_graph, {},
         0, names_of(export_formats),
         "Writes the whole base as files that graph engines load in bulk: KGX tables, which `treatise import` reads back as they "
         "were, or CSV for neo4j-admin, Memgraph and LadybugDB, with what to tell each of them. --output names a folder.",
         "  treatise export --format neo4j-csv --output graph"},
        {"bake", keeping, "knowledge files as a C++ header", bake_knowledge, {path_argument},
         0, {"header"},
         "Writes a C++ header with the knowledge as constants: included, it needs no start-up work and no heap, and answers "
         "in `static_assert`. The namespace is made from the key of the base unless it is named.",
         "  treatise bake knowledge/neuropathic-pain --output neuropathic_pain.hpp"},
        {"snapshot", keeping, "knowledge as one file that opens at once", snapshot_knowledge, {path_argument},
         0, {"snapshot"},
         "Writes the knowledge as a snapshot: one file that every command takes by --knowledge and answers from where it lies, "
         "without reading it first. Up to 64 MB every number in it is checked when it is opened, and by `treatise check` at any "
         "size. It belongs to this version of the schema: keep the files that it was made from.",
         "  treatise snapshot knowledge/neuropathic-pain --output neuropathic-pain.snapshot"},
    };
    // clang-format on
    return all;
}

}  // namespace treatise::tool
