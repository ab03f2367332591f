// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include "commands.hpp"
#include "help.hpp"
#include "output.hpp"

#include <treatise/query/nearest.hpp>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

namespace treatise::tool {

namespace {

enum class options : unsigned { page = 1, table = 2, scope = 4, rows = 8, parts = 16, reasons = 32 };
constexpr unsigned operator|(options a, options b) { return static_cast<unsigned>(a) | static_cast<unsigned>(b); }
constexpr unsigned operator|(unsigned a, options b) { return a | static_cast<unsigned>(b); }

using formats = std::vector<std::string_view>;
formats const listing_formats{"text", "markdown", "json"};
formats const table_formats{"text", "markdown", "html", "csv", "latex", "json"};

struct argument {
    char const *name, *is;
};
constexpr argument cause_argument{"CAUSE", "a cause: its key, name, synonym or code"};
constexpr argument option_argument{"OPTION", "a therapy or a class: its key, name, synonym, brand or code"};

/// What there is to know of a command: the one place to add one.
struct command {
    char const *name, *group, *summary;
    result (*run)(request const&);
    std::vector<argument> arguments;  ///< all of them needed, but for the cause of `graph`
    unsigned takes;
    formats writes;
    char const *paragraph, *example;
};

std::vector<command> const& commands() {
    static char const* const asking = "Ask about a cause";
    static char const* const looking = "See what there is";
    static char const* const keeping = "Look after knowledge";
    auto const page = static_cast<unsigned>(options::page);
    static std::vector<command> const all{
        {"compare", asking, "the table: documented options side by side", compare_options, {cause_argument},
         options::page | options::table | options::scope | options::rows, table_formats,
         "Prints the comparison table for a cause: which options sources document, what guidelines and regulators say, what they "
         "offer, what harms are reported (warnings first) and what they are like to live with. Each cell tells one statement with "
         "its source and counts the rest (+n); `treatise why` opens them. Rows stand in a fixed order; nothing is ranked. The same "
         "cells are printed at every width: below 110 columns they stand under each other. Warnings pass every scope.",
         "  treatise compare painful-diabetic-neuropathy\n"
         "  treatise compare postherpetic-neuralgia --options gabapentin,lidocaine-patch\n"
         "  treatise compare painful-diabetic-neuropathy --preset guide-medications -o table.html"},
        {"candidates", asking, "documented options, and why each is listed", list_candidates, {cause_argument},
         options::page | options::scope | options::reasons, listing_formats,
         "Lists the options that sources document for a cause, by kind of therapy, each with its row, how the nearest claim applies "
         "(about this cause, about a wider group ...) and the claims that list it. Options that sources only speak against, or set "
         "apart, stand by themselves at the end. Placebo and other references are no candidates.",
         "  treatise candidates postherpetic-neuralgia --kind topical-treatments"},
        {"why", asking, "every claim about an option, with its place", explain_why, {cause_argument, option_argument},
         options::page | options::scope, listing_formats,
         "Prints every claim behind an option's row for a cause: warnings first, then benefit, harms, what guidelines say and the "
         "rest; what is said of the option itself before what is said of its class or of a therapy in it. Each claim shows its "
         "source and place, how it was read ([S] in the source, [C] in a copy, [R] where another source restates it) and its id.",
         "  treatise why painful-diabetic-neuropathy ketamine"},
        {"paths", asking, "how a therapy may act in a cause", trace_paths, {{"THERAPY", option_argument.is}, cause_argument},
         options::page | options::scope, listing_formats,
         "Prints the documented ways from a therapy over a mechanism to a cause, each step with its source. A path explains; it is "
         "not evidence that the therapy helps.",
         "  treatise paths ketamine neuropathic-pain"},
        {"gaps", asking, "what no source here reports", list_gaps, {cause_argument}, options::page | options::scope, listing_formats,
         "Lists, for each row of a cause, the outcomes and practical issues that sources report of other rows and of this one "
         "nowhere. Not reported does not mean none.",
         "  treatise gaps painful-diabetic-neuropathy"},
        {"causes", looking, "all causes, as a hierarchy", causes, {}, page, listing_formats,
         "Lists the causes of the knowledge base, kinds of a cause under it, with the names that find them.",
         "  treatise causes"},
        {"therapies", looking, "all therapies, with the row of each", therapies, {}, page, listing_formats,
         "Lists the therapies of the knowledge base with the class that is their row in tables, and the names that find them.",
         "  treatise therapies --format json"},
        {"classes", looking, "all classes of therapies, as a hierarchy", classes, {}, page, listing_formats,
         "Lists the classes of therapies, kinds of therapy first, with the number of therapies listed under each.",
         "  treatise classes"},
        {"sources", looking, "all sources, with their declared interests", sources, {}, page, listing_formats,
         "Lists the sources of the knowledge base: what kind of document, when it was published, how many claims it gives, and the "
         "interest that it declares.",
         "  treatise sources --format markdown"},
        {"show", looking, "one entity, source or claim in full", show, {{"KEY", "its key, name, synonym or code, or the id of a claim"}},
         page, listing_formats,
         "Shows all that the knowledge base holds of one entity (a cause, a therapy, a class, an outcome, a source ...) or of one "
         "claim, under the field names of knowledge files.",
         "  treatise show gabapentin"},
        {"find", looking, "what a name or code stands for", find_names, {{"TEXT", "a key, name, synonym, brand or code"}}, page,
         listing_formats,
         "Finds what has exactly this key, name, synonym, brand or code, in upper or lower case. It never answers with something "
         "similar: what is near is named in the error message.",
         "  treatise find Neurontin"},
        {"presets", looking, "the tables that stand ready by name", presets, {}, page, listing_formats,
         "Lists the presets for `treatise compare --preset`: those of the tool and those of the knowledge base.",
         "  treatise presets"},
        {"columns", looking, "the columns that a table can have", columns_there_are, {}, page, listing_formats,
         "Lists the columns for `treatise compare --columns`, with their headings.",
         "  treatise columns"},
        {"graph", looking, "the knowledge as a graph, in DOT", draw_graph, {{"CAUSE", "a cause; left out: the whole base"}},
         0, {"dot"},
         "Writes the knowledge graph in the DOT language of Graphviz: the whole base, or what bears on one cause.",
         "  treatise graph postherpetic-neuralgia | dot -Tsvg > graph.svg"},
        {"check", keeping, "errors and loose ends in knowledge files", check_knowledge, {{"PATH", "a folder of TOML files, or one such file"}},
         static_cast<unsigned>(options::parts), {"text", "json"},
         "Reads knowledge files and reports every error with its file, line and column: the first hundred, the rest counted. Where "
         "there is none it reports loose ends: what no claim speaks of, therapies without a row. It ends with 1 if there is an "
         "error in any of the paths.",
         "  treatise check knowledge/neuropathic-pain"},
        {"bake", keeping, "knowledge files as a C++ header", bake_knowledge, {{"PATH", "a folder of TOML files, or one such file"}},
         0, {"header"},
         "Writes a C++ header with the knowledge as constants: included, it needs no start-up work and no heap, and answers in "
         "`static_assert`. The namespace is made from the key of the base unless it is named.",
         "  treatise bake knowledge/neuropathic-pain --output neuropathic_pain.hpp"},
    };
    return all;
}

/// The options of the command line, bound to a request.
class parser {
    CLI::App app_{"Treatise lists, compares and explains what published sources say about the treatment of a cause: options, "
                  "benefits, harms, guidelines, approvals, coverage, each with its source and place. It never ranks, recommends "
                  "or doses."};
    request asked_;
    std::vector<std::string> names_ = std::vector<std::string>(2);
    std::string width_;
    bool colour_ = false, no_colour_ = false, version_ = false;

    static CLI::Option* several(CLI::App& c, std::string const& name, std::vector<std::string>& to, std::string const& is) {
        return c.add_option(name, to, is)->delimiter(',')->allow_extra_args(false)->take_all();
    }

    void add(command const& from) {
        auto& c = *app_.add_subcommand(from.name, from.paragraph);
        c.group(from.group)->footer(from.example)->fallthrough();
        auto const takes = [&](options o) { return (from.takes & static_cast<unsigned>(o)) != 0; };
        for (std::size_t i = 0; i != from.arguments.size(); ++i) {
            if (takes(options::parts)) c.add_option(from.arguments[i].name, asked_.names, from.arguments[i].is)->expected(0, 1 << 20);
            else c.add_option(from.arguments[i].name, names_[i], from.arguments[i].is)->group(from.run == draw_graph ? "optional" : "needed");
        }
        if (takes(options::rows)) {
            c.add_option("--preset", asked_.preset, "columns and rows by name: `treatise presets` (default: overview)")->type_name("NAME")->group("Rows and columns");
            several(c, "--columns", asked_.columns, "these columns, in this order, behind the option's name: `treatise columns`")->type_name("A,B,...")->group("Rows and columns");
            several(c, "--options", asked_.scope.options, "these rows: therapies or classes, for a head-to-head table")->type_name("A,B,...")->group("Rows and columns");
            c.add_flag("--all", asked_.all, "every option as a row, also those that no source discusses for this cause")->group("Rows and columns");
            c.add_flag("--transpose", asked_.transpose, "options as columns")->group("Rows and columns");
        }
        if (takes(options::reasons))
            c.add_flag("--all", asked_.all, "every claim that lists an option (default: three, then +n)")->group("Output");
        if (takes(options::scope)) {
            auto const group = "Scope (warnings and contraindications pass it)";
            c.add_option("--kind", asked_.scope.kind, "options of this class or under it")->type_name("CLASS")->group(group);
            c.add_option("--source", asked_.scope.source, "claims of this source")->type_name("SOURCE")->group(group);
            several(c, "--source-kind", asked_.scope.source_kinds, "claims of these kinds of source: guideline, label, trial ...")->type_name("A,B,...")->group(group);
            c.add_option("--jurisdiction", asked_.scope.jurisdiction, "claims for this country or region, and those for none")->type_name("PLACE")->group(group);
            c.add_option("--payer", asked_.scope.payer, "coverage by this payer")->type_name("PAYER")->group(group);
            several(c, "--applicability", asked_.scope.applicability, "claims that apply so: exact, pooled, broader, narrower, excluded")->type_name("A,B,...")->group(group);
            several(c, "--intent", asked_.scope.intents, "what the option is for: symptomatic, cause_directed, preventive, rehabilitative (default: the first and the last)")->type_name("A,B,...")->group(group);
            c.add_option("--as-of", asked_.scope.as_of, "claims published by this day, month or year")->type_name("DATE")->group(group);
            c.add_flag("--verified", asked_.scope.verified, "only claims that were read in the source itself")->group(group);
            c.add_flag("--superseded", asked_.scope.superseded, "also claims that a newer edition has replaced")->group(group);
        }
        if (from.writes.size() > 1) {
            std::string all;
            for (auto f : from.writes) (all += all.empty() ? "" : ", ") += f;
            auto const by_ending = takes(options::rows) ? "; else by the ending of --output, else text" : " (default: text)";
            c.add_option("--format", asked_.format, all + by_ending)->type_name("FORMAT")->group("Output");
        }
        if (takes(options::page)) {
            c.add_option("--width", width_, "columns of the page, 40 or more (default: the terminal's, else COLUMNS, else 140)")->type_name("N")->group("Output");
            c.add_flag("--ascii", asked_.ascii, "text: marks as words, plain punctuation")->group("Output");
        }
        if (takes(options::rows)) {
            c.add_flag("--page", asked_.page, "html: a whole page (the default)")->group("Output");
            c.add_flag("--fragment", asked_.fragment, "html: a section to paste into a page")->group("Output");
        }
        if (std::string_view{from.name} == "bake")
            c.add_option("--namespace", asked_.name_space, "of the constants, in treatise:: (default: the key of the base)")->type_name("NAME")->group("Output");
        c.add_option("-o,--output", asked_.output, "write to this file, whole or not at all")->type_name("FILE")->group("Output");
    }

    /// What was typed and no option or argument takes.
    std::vector<std::string> unexpected_arguments(CLI::App const& chosen, command const& c) const {
        std::vector<std::string> wrong, flags;
        for (auto const* app : {&chosen, &app_})
            for (auto const* o : app->get_options())
                for (auto const& l : o->get_lnames()) flags.push_back("--" + l);
        bool behind_option = false;  // what stands there may be its value
        for (auto const& typed : app_.remaining(true)) {
            if (typed.starts_with("-") && typed.size() > 1) {
                behind_option = true;
                auto const near = nearest(typed.substr(0, typed.find('=')), flags);
                wrong.push_back("unknown option " + as_typed(typed) + (near.empty() ? "" : "; the nearest: " + std::string{near}));
            } else if (!std::exchange(behind_option, false)) {
                wrong.push_back("unexpected argument " + as_typed(typed) + (c.arguments.empty() ? "" : "; a name with spaces goes in quotes"));
            }
        }
        return wrong;
    }

    void read_names(CLI::App const& chosen, command const& c, std::vector<std::string>& wrong) {
        if (c.takes & static_cast<unsigned>(options::parts)) {
            if (asked_.names.empty()) wrong.push_back(std::string{c.arguments[0].name} + " is missing: " + c.arguments[0].is);
            return;
        }
        for (std::size_t i = 0; i != c.arguments.size(); ++i) {
            if (chosen.get_option(c.arguments[i].name)->count() != 0) asked_.names.push_back(names_[i]);
            else if (c.run != draw_graph) wrong.push_back(std::string{c.arguments[i].name} + " is missing: " + c.arguments[i].is);
        }
    }

    void read_format(command const& c, std::vector<std::string>& wrong) {
        if (asked_.format.empty() && c.run == compare_options) asked_.format = format_of_ending();
        if (asked_.format.empty()) asked_.format = c.writes[0];
        if (std::find(c.writes.begin(), c.writes.end(), asked_.format) == c.writes.end()) {
            std::string all;
            for (auto f : c.writes) (all += all.empty() ? "" : ", ") += f;
            auto const near = nearest(asked_.format, c.writes);
            wrong.push_back("--format: " + as_typed(asked_.format) + " is none of " + all + (near.empty() ? "" : "; the nearest: " + std::string{near}));
        } else {
            auto const is_for = [&](bool used, char const* option, std::string_view format) {
                if (used && asked_.format != format) wrong.push_back(std::string{option} + " is for --format " + std::string{format} + ", not " + asked_.format);
            };
            is_for(asked_.ascii, "--ascii", "text");
            is_for(!width_.empty(), "--width", "text");
            is_for(asked_.page, "--page", "html");
            is_for(asked_.fragment, "--fragment", "html");
            if (asked_.transpose && asked_.format == "json") wrong.push_back("--transpose is for tables, not for --format json");
        }
        if (asked_.page && asked_.fragment) wrong.push_back("--page and --fragment are two forms; expected one");
        auto const digits = width_.size() <= 5 && width_.find_first_not_of("0123456789") == width_.npos;
        if (!width_.empty() && digits) asked_.width = static_cast<unsigned>(std::stoul(width_));
        if (!width_.empty() && (asked_.width < 40 || asked_.width > 10000)) wrong.push_back("--width: " + as_typed(width_) + " is no number from 40 to 10000");
        if (colour_ && no_colour_) wrong.push_back("--color and --no-color contradict each other");
        if (colour_ || no_colour_) asked_.colour = colour_;
    }
    std::string format_of_ending() const {
        static constexpr std::string_view endings[][2]{{".md", "markdown"}, {".markdown", "markdown"}, {".html", "html"}, {".htm", "html"},
                                                       {".csv", "csv"},     {".tex", "latex"},         {".json", "json"}};
        for (auto const& [ending, format] : endings)
            if (asked_.output.ends_with(ending)) return std::string{format};
        return {};
    }

public:
    parser() {
        std::map<std::string, std::string> summaries;
        for (auto const& c : commands()) summaries[c.name] = c.summary;
        app_.formatter(std::make_shared<help_page>(std::move(summaries)));
        app_.name("treatise");
        app_.require_subcommand(0, 1);
        app_.footer("  treatise compare painful-diabetic-neuropathy\n"
                    "  treatise why painful-diabetic-neuropathy ketamine\n"
                    "  treatise compare --help\n\n"
                    "Results go to standard output, everything else to standard error. Exit status:\n"
                    "0 done, 1 the knowledge has errors, 2 the call or a name in it was wrong.");
        for (auto const& c : commands()) add(c);
        app_.set_help_flag("-h,--help", "this help; behind a command: its help")->group("Everywhere");
        app_.add_flag("--version", version_, "the version of the tool and of the knowledge")->group("Everywhere");
        app_.add_option("--knowledge", asked_.knowledge, "answer from these TOML files, a folder or one file, instead of the built-in knowledge")->type_name("PATH")->group("Everywhere");
        app_.add_flag("--color,--colour", colour_, "in colour, also where standard output is no terminal")->group("Everywhere");
        app_.add_flag("--no-color,--no-colour", no_colour_, "not in colour; NO_COLOR does the same")->group("Everywhere");
        for (auto* c : app_.get_subcommands([](CLI::App const*) { return true; })) c->set_help_flag("-h,--help", "")->group("");
    }

    call read(int argc, char const* const* argv) {
        std::vector<std::string> wrong;
        try {
            app_.parse(argc, argv);
        } catch (CLI::CallForHelp const&) {
            return {{}, nullptr, app_.help()};
        } catch (CLI::ExtrasError const&) {  // told below
        } catch (CLI::ParseError const& e) {
            wrong.emplace_back(e.what());
        }
        auto const chosen = app_.get_subcommands();
        auto const of = [&](std::string const& name) {
            return std::find_if(commands().begin(), commands().end(), [&](command const& c) { return name == c.name; });
        };
        if (chosen.empty()) {
            if (version_ && wrong.empty() && app_.remaining().empty()) return {asked_, versions, {}};
            unknown_command(wrong);
        }
        auto const& c = *of(chosen[0]->get_name());
        if (wrong.empty()) wrong = unexpected_arguments(*chosen[0], c);
        asked_.command = c.name;
        if (wrong.empty()) read_names(*chosen[0], c, wrong);
        read_format(c, wrong);
        if (!wrong.empty()) {
            wrong.push_back("treatise " + asked_.command + " --help shows how to call it");
            throw refusal{wrong};
        }
        return {asked_, c.run, {}};
    }

private:
    [[noreturn]] void unknown_command(std::vector<std::string> wrong) const {
        std::vector<std::string> known;
        for (auto const& c : commands()) known.emplace_back(c.name);
        auto const typed = app_.remaining();
        if (!typed.empty() && wrong.empty()) {
            auto const is_option = typed[0].starts_with("-");
            if (is_option) known = {"--knowledge", "--version", "--help", "--color", "--no-color"};
            auto const near = nearest(typed[0], known);
            wrong.push_back((is_option ? "unknown option " : "unknown command ") + as_typed(typed[0]) + (near.empty() ? "" : "; the nearest: " + std::string{near}));
        }
        if (wrong.empty()) throw refusal{{"a command is missing"}, 2, app_.help() + '\n'};
        wrong.emplace_back("treatise --help lists the commands");
        throw refusal{wrong};
    }
};

}  // namespace

call read_command_line(int argc, char const* const* argv) { return parser{}.read(argc, argv); }

}  // namespace treatise::tool
