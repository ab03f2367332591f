// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include "command_table.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "output.hpp"

#include <treatise/ask/questions.hpp>
#include <treatise/model/lists.hpp>
#include <treatise/model/nearest.hpp>
#include <treatise/render/formats.hpp>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

namespace treatise::tool {

namespace {

/// The options of the command line, bound to a request.
class parser {
    CLI::App app_{
        "Treatise lists, compares and explains what published sources say about the treatment of a cause: options, "
        "benefits, harms, guidelines, approvals, coverage, each with its source and place. It never ranks, recommends "
        "or doses."};
    request asked_;
    std::vector<std::string> names_ = std::vector<std::string>(2);
    std::string width_;
    bool colour_ = false, no_colour_ = false, version_ = false;

    static void value(
        CLI::App& c, char const* group, std::string const& name, auto& to, char const* type, std::string const& is) {
        c.add_option(name, to, is)->type_name(type)->group(group);
    }
    static void values(
        CLI::App& c, char const* group, std::string const& name, std::vector<std::string>& to, std::string const& is) {
        c.add_option(name, to, is)->delimiter(',')->allow_extra_args(false)->take_all()->type_name("A,B,...")->group(group);
    }
    static void flag(CLI::App& c, char const* group, std::string const& name, bool& to, std::string const& is) {
        c.add_flag(name, to, is)->group(group);
    }

    void add(command const& from) {
        auto& c = *app_.add_subcommand(from.name, from.paragraph);
        c.group(from.group)->footer(from.example)->fallthrough();
        for (std::size_t i = 0; i != from.arguments.size(); ++i) {
            auto const& argument = from.arguments[i];
            if (from.takes_any(options::several_paths))
                c.add_option(argument.name, asked_.names, argument.is)->expected(0, 1 << 20);
            else
                c.add_option(argument.name, names_[i], argument.is)->group(from.run == draw_graph ? "optional" : "needed");
        }
        for (auto const& other : from.other_names) c.alias(other);
        if (from.takes_any(options::table)) add_table(c);
        if (from.takes_any(options::rows)) flag(c, rows_group, "--transpose", asked_.transpose, "the table the other way round");
        if (from.takes_any(options::named)) add_named(c);
        if (from.takes_any(options::scope)) add_scope(c);
        if (from.run == check_knowledge || from.run == list_ids) add_lists(c, from);
        add_output(c, from);
    }
    static constexpr char const* rows_group = "Rows and columns";

    void add_table(CLI::App& c) {
        value(c, rows_group, "--view,--preset", asked_.words.view, "NAME",
            "for whom the table is, and so its rows, columns and words: `treatise views` (default: overview)");
        values(c, rows_group, "--columns", asked_.words.columns,
            "these columns, in this order, behind the option's name: `treatise columns`");
        value(c, rows_group, "--group", asked_.words.group, "GROUP",
            "rows stand under: guidance, what guidelines say of them; kind, the kind of therapy (default: as the view has it)");
        value(c, rows_group, "--ruler", asked_.words.ruler, "SOURCE",
            "apply each risk ratio of the benefit to this source's control group, marked as worked out");
        flag(c, rows_group, "--all", asked_.words.all,
            "every option as a row, also where sources only mention it, and everything said");
        value(c, "", "--layer", asked_.layer, "LAYER", "plain: --view patient; clinician: --view overview");
    }
    void add_named(CLI::App& c) {
        values(c, rows_group, "--options,--option", asked_.words.options, "these alone: therapies or classes");
    }
    void add_scope(CLI::App& c) {
        auto const group = "Scope (warnings and contraindications pass it)";
        auto& s = asked_.words.scope;
        values(c, group, "--kind", s.kind, "options of these classes or under them");
        value(c, group, "--source", s.source, "SOURCE", "claims of this source");
        values(c, group, "--source-kind", s.source_kind, "claims of these kinds of source: guideline, label, trial ...");
        value(c, group, "--jurisdiction", s.jurisdiction, "PLACE", "claims for this country or region, and those for none");
        value(c, group, "--payer", s.payer, "PAYER", "coverage by this payer");
        values(c, group, "--applicability", s.applicability, "claims that apply so: exact, pooled, broader, narrower, excluded");
        values(c, group, "--intent", s.intent,
            "what the option is for: symptomatic, cause_directed, preventive, rehabilitative (default: the first and the last)");
        value(c, group, "--as-of", s.as_of, "DATE", "claims published by this day, month or year");
        flag(c, group, "--verified", s.verified, "only claims that were read in the source itself");
        flag(c, group, "--superseded", s.superseded, "also claims that a newer edition has replaced");
        flag(c, group, "--predictions", s.predictions, "also what a model predicted and nobody stated or observed");
    }
    void add_lists(CLI::App& c, command const& from) {
        auto const group = "Lists and dates";
        value(c, group, "--released", asked_.released, "FILE", "the ids of the last release, as `treatise ids` writes them");
        if (from.run != check_knowledge) return;
        value(
            c, group, "--recalls", asked_.recalls, "FILE", "recalled claims: an id a line, then the reason; # begins a comment");
        value(c, group, "--stale-as-of", asked_.stale_as_of, "DATE",
            "report claims that their source lets hold until before this day, month or year; or `today`");
        flag(c, group, "--fail-on-stale", asked_.fail_on_stale, "such a claim is an error");
    }
    void add_output(CLI::App& c, command const& from) {
        auto const group = "Output";
        bool const table = from.takes_any(options::rows);
        if (from.takes_any(options::reasons))
            flag(c, group, "--all", asked_.all, "every claim that lists an option (default: three, then +n)");
        if (from.run == list_candidates)
            value(c, group, "--circumstance", asked_.words.circumstance, "STATE",
                "what sources say of every option in it (pregnancy, kidney disease ...), and where nobody says; it hides none");
        if (from.run == search_names)
            value(c, group, "--of", asked_.words.of, "KIND", "only a kind: cause, therapy, therapy_class, outcome, payer ...");
        if (from.run == list_options_for)
            value(c, group, "--cause", asked_.about, "CAUSE", "only claims that apply to this cause");
        if (from.run == tell_over_causes)
            values(c, group, "--causes", asked_.words.causes, "these causes (default: all for which the option is documented)");
        if (from.run == explain_why)
            value(c, group, "--column", asked_.words.column, "COLUMN",
                "what stands in this column of tables (`treatise columns`), or on this matter, and nothing else");
        if (from.run == list_disagreements) {
            flag(
                c, group, "--all", asked_.all, "every group, and every claim on other questions (default: five, and three each)");
        }
        if (from.run == diff_knowledge) {
            flag(c, group, "--full", asked_.full, "every field and place of each change (default: where there are at most 100)");
            flag(c, group, "--exit-code", asked_.exit_code, "end with 1 where there is a difference, as git diff does");
        }
        if (auto const first = std::string{from.writes[0]}; from.writes.size() > 1)
            value(c, group, "--format", asked_.format, "FORMAT",
                all_of(from.writes) + (from.ending_names_format() ? "; else by the ending of --output, else " + first
                                                                  : " (default: " + first + ')'));
        if (is_question(from)) flag(c, group, "--compact", asked_.words.compact, "json: data alone, without sentences");
        if (from.takes_any(options::page)) {
            value(c, group, "--width", width_, "N",
                "columns of the page, 40 or more (default: the terminal's, else COLUMNS, else 140; running text at most 100)");
            flag(c, group, "--ascii", asked_.ascii, "text: ASCII alone, marks as words");
        }
        if (table) {
            flag(c, group, "--page", asked_.page, "html: a whole page (the default)");
            flag(c, group, "--bom", asked_.byte_order_mark, "csv: a byte order mark in front, for Excel");
            flag(c, group, "--fragment", asked_.fragment, "html: a section to paste into a page");
        }
        if (from.run == import_graph)
            value(c, group, "--mapping", asked_.mapping, "FILE", "TOML that says what categories and predicates become");
        if (from.run == bake_knowledge)
            value(c, group, "--namespace", asked_.name_space, "NAME",
                "of the constants, in treatise:: (default: the key of the base)");
        value(c, group, "-o,--output", asked_.output, "FILE", "write to this file, whole or not at all");
    }

    static bool is_question(command const& c) {
        return std::find(words_of<question_kind>.begin(), words_of<question_kind>.end(), c.name) != words_of<question_kind>.end();
    }
    static std::string all_of(std::vector<std::string_view> const& words) {
        std::string s;
        for (auto w : words) append_part(s, w);
        return s;
    }
    static std::string and_nearest(std::string_view typed, auto const& words) {
        auto const near = nearest(typed, words);
        return near.empty() ? "" : "; the nearest: " + std::string{near};
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
                wrong.push_back("unknown option " + as_typed(typed) + and_nearest(typed.substr(0, typed.find('=')), flags));
            } else if (!std::exchange(behind_option, false)) {
                wrong.push_back("unexpected argument " + as_typed(typed) +
                                (c.arguments.empty() ? "" : "; a name with spaces goes in quotes"));
            }
        }
        return wrong;
    }

    /// An option without a value, such as --kind "$KIND" where that is not set, would narrow nothing and not say so.
    void add_empty_values(CLI::App const& chosen, std::vector<std::string>& wrong) const {
        for (auto const* app : {&chosen, &app_})
            for (auto const* o :
                app->get_options([](CLI::Option const* x) { return x->nonpositional() && x->get_type_size() != 0; }))
                if (auto const& given = o->results(); std::find(given.begin(), given.end(), "") != given.end())
                    wrong.push_back("--" + o->get_lnames().front() + " has an empty value");
    }

    void read_names(CLI::App const& chosen, command const& c, std::vector<std::string>& wrong) {
        if (c.run == import_graph && !asked_.overlays.empty())
            wrong.emplace_back("--overlay lies on knowledge, and import reads none; lay it on the snapshot that it writes");
        if ((c.run == import_graph || c.run == check_knowledge || c.run == write_recall) && !asked_.recall.empty())
            wrong.push_back("--recall goes with questions; " + std::string{c.name} +
                            (c.run == check_knowledge ? " takes --recalls FILE" : " takes none"));
        if (c.takes_any(options::several_paths)) {
            bool const of_overlay = c.run == check_knowledge && !asked_.overlays.empty();
            if (asked_.names.empty() && !of_overlay)
                wrong.push_back(std::string{c.arguments[0].name} + " is missing: " + c.arguments[0].is);
            return;
        }
        bool const named_apart = c.run == explain_why && !asked_.words.options.empty();  // by --options
        for (std::size_t i = 0; i != c.arguments.size(); ++i) {
            auto const& argument = c.arguments[i];
            if (chosen.get_option(argument.name)->count() != 0) {
                if (argument.to != nullptr && c.run != draw_graph)
                    asked_.words.*argument.to = names_[i];
                else
                    asked_.names.push_back(names_[i]);
            } else if (c.run != draw_graph && !(named_apart && i == 1)) {
                wrong.push_back(std::string{argument.name} + " is missing: " + argument.is);
            }
        }
        asked_.words.question = c.name;
        if (!asked_.about.empty()) asked_.words.cause = asked_.about;
        read_layer(wrong);
    }
    /// The name of a view that --layer was: of plain the one for patients.
    void read_layer(std::vector<std::string>& wrong) {
        if (asked_.layer.empty()) return;
        bool const plain = compare_folded(asked_.layer, "plain") == 0;
        if (!asked_.words.view.empty()) wrong.emplace_back("--layer and --view are two names of one thing; expected one");
        if (!plain && compare_folded(asked_.layer, "clinician") != 0)
            wrong.push_back("--layer: " + as_typed(asked_.layer) + " is none of clinician, plain");
        asked_.words.view = plain ? "patient" : "overview";
    }

    void read_format(command const& c, std::vector<std::string>& wrong) {
        if (asked_.format.empty()) asked_.format = format_of_output(c, wrong);
        if (std::find(c.writes.begin(), c.writes.end(), asked_.format) != c.writes.end())
            refuse_what_format_leaves_alone(wrong);
        else
            wrong.push_back("--format: " + as_typed(asked_.format) + " is none of " + all_of(c.writes) +
                            and_nearest(asked_.format, c.writes));
        if (asked_.page && asked_.fragment) wrong.push_back("--page and --fragment are two forms; expected one");
        read_width(wrong);
        if (colour_ && no_colour_) wrong.push_back("--color and --no-color contradict each other");
        if (colour_ || no_colour_) asked_.colour = colour_;
    }
    void refuse_what_format_leaves_alone(std::vector<std::string>& wrong) const {
        auto const is_for = [&](bool used, char const* option, bool output_format::* takes) {
            auto const* format = format_named(asked_.format);
            if (!used || (format && format->*takes)) return;
            std::vector<std::string_view> names;
            for (auto const& f : output_formats)
                if (f.*takes) names.push_back(f.name);
            wrong.push_back(std::string{option} + " is for --format " + all_of(names) + ", not " + asked_.format);
        };
        is_for(asked_.ascii, "--ascii", &output_format::takes_lines);
        is_for(!width_.empty(), "--width", &output_format::takes_lines);
        is_for(asked_.page, "--page", &output_format::takes_fragment);
        is_for(asked_.fragment, "--fragment", &output_format::takes_fragment);
        is_for(asked_.transpose, "--transpose", &output_format::takes_transpose);
        is_for(asked_.byte_order_mark, "--bom", &output_format::takes_mark);
        if (asked_.words.compact && asked_.format != "json")
            wrong.push_back("--compact is for --format json, not " + asked_.format);
    }
    void read_width(std::vector<std::string>& wrong) {
        if (width_.empty()) return;
        bool const is_number = width_.size() <= 5 && width_.find_first_not_of("0123456789") == width_.npos;
        if (is_number) asked_.width = static_cast<unsigned>(std::stoul(width_));
        if (asked_.width < 40 || asked_.width > 10000)
            wrong.push_back("--width: " + as_typed(width_) + " is no number from 40 to 10000");
    }
    /// The format that the ending of --output names; the command's first one where there is no ending.
    std::string format_of_output(command const& c, std::vector<std::string>& wrong) const {
        auto const ending = ending_of(asked_.output);
        if (!c.ending_names_format() || ending.empty()) return std::string{c.writes[0]};
        if (auto const* named = format_of_ending(ending))
            if (std::find(c.writes.begin(), c.writes.end(), named->name) != c.writes.end()) return std::string{named->name};
        std::vector<std::string_view> known;
        for (auto const& f : output_formats)
            if (std::find(c.writes.begin(), c.writes.end(), f.name) != c.writes.end())
                for (auto e : f.endings)
                    if (!e.empty()) known.push_back(e);
        wrong.push_back("--output: the ending " + as_typed(ending) + " names no format of this command; known are " +
                        all_of(known) + "; --format writes one of them to any file");
        return std::string{c.writes[0]};
    }

public:
    parser() {
        std::map<std::string, std::string> summaries;
        for (auto const& c : commands()) summaries[c.name] = c.summary;
        app_.formatter(std::make_shared<help_page>(std::move(summaries)));
        app_.name("treatise");
        app_.require_subcommand(0, 1);
        app_.footer(
            "  treatise compare painful-diabetic-neuropathy\n"
            "  treatise why painful-diabetic-neuropathy ketamine\n"
            "  treatise compare --help\n\n"
            "Results go to standard output, everything else to standard error. Exit status:\n"
            "0 done, 1 the knowledge or an audited table has errors (with diff --exit-code:\n"
            "something differs), 2 the call or a name in it was wrong.");
        for (auto const& c : commands()) add(c);
        app_.set_help_flag("-h,--help", "this help; behind a command: its help")->group("Everywhere");
        auto const group = "Everywhere";
        flag(app_, group, "--version", version_, "the version of the tool and of the knowledge");
        value(app_, group, "--knowledge", asked_.knowledge, "PATH",
            "answer from these TOML files, a folder or one file, or from a snapshot, instead of the built-in knowledge");
        app_.add_option("--overlay", asked_.overlays,
                "lay these TOML files, a folder or one file, on top of the knowledge; several: each on those before it")
            ->allow_extra_args(false)
            ->take_all()
            ->type_name("PATH")
            ->group(group);
        value(app_, group, "--recall", asked_.recall, "FILE",
            "answer without the claims that this recall file withdraws, as `treatise recall` writes it");
        flag(app_, group, "--color,--colour", colour_, "in colour, also where standard output is no terminal");
        flag(app_, group, "--no-color,--no-colour", no_colour_, "not in colour; NO_COLOR does the same");
        for (auto* c : app_.get_subcommands([](CLI::App const*) { return true; })) c->set_help_flag("-h,--help", "")->group("");
    }

    call read(int argc, char const* const* argv) {
        std::vector<std::string> wrong;
        try {
            app_.parse(argc, argv);
        } catch (CLI::CallForHelp const&) { return {{}, nullptr, app_.help()}; } catch (CLI::ExtrasError const&) {  // told below
        } catch (CLI::ParseError const& e) { wrong.emplace_back(e.what()); }
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
        add_empty_values(*chosen[0], wrong);
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
            if (is_option) known = {"--knowledge", "--overlay", "--recall", "--version", "--help", "--color", "--no-color"};
            wrong.push_back(
                (is_option ? "unknown option " : "unknown command ") + as_typed(typed[0]) + and_nearest(typed[0], known));
        }
        if (wrong.empty()) throw refusal{{"a command is missing"}, 2, app_.help() + '\n'};
        wrong.emplace_back("treatise --help lists the commands");
        throw refusal{wrong};
    }
};

}  // namespace

call read_command_line(int argc, char const* const* argv) { return parser{}.read(argc, argv); }

}  // namespace treatise::tool
