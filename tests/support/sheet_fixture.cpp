// SPDX-License-Identifier: BSL-1.0
#include "sheet_fixture.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sheets {

sheet_statement says(std::string text, std::vector<std::uint32_t> sources) {
    sheet_statement s{std::move(text)};
    s.sources = std::move(sources);
    return s;
}
sheet_statement warns(std::string text, std::vector<std::uint32_t> sources) {
    auto s = says(std::move(text), std::move(sources));
    s.is_warning = true;
    return s;
}
sheet_statement goes_on(sheet_statement s) {
    s.goes_on = true;
    return s;
}
sheet_statement sold(sheet_statement s) {
    s.interest = true;
    return s;
}
sheet_cell cell(std::vector<sheet_statement> statements, cell_state state, std::string lead) {
    return {state, std::move(lead), std::move(statements), {}};
}
sheet_cell not_reported() { return {cell_state::not_reported, "not reported", {}, {}}; }

sheet handout() {
    sheet s;
    s.view = "overview";
    s.title = "Painful diabetic neuropathy: documented treatments side by side";
    s.head = {"What published sources report, for teaching; not advice for one person, no ranking, no doses.",
        "Numbers: people out of 100, with the treatment vs on placebo unless said; figures are of separate trials and are not "
        "compared with each other."};
    s.columns = {"Treatment", "Guidelines", "Pain at least halved", "Common side effects", "Warnings and contraindications"};
    s.column_keys = {"option", "guidance", "benefit", "harms", "warnings"};
    auto snris_harms =
        cell({says("duloxetine: nausea 7 to 22 more (4 trials)", {3}), goes_on(says("dry mouth 13 vs 5, any use", {2}))});
    snris_harms.rest = {"venlafaxine: no figure here"};
    s.sections = {
        {"Recommended for this condition by AAN 2022",
            {{"gabapentinoids", {cell({says("Gabapentinoids"), says("gabapentin, pregabalin"), says("bind calcium channels")}),
                                    cell({says("recommended (AAN 2022, Level B)", {0}), says("pregabalin: FDA-approved", {1})}),
                                    cell({says("gabapentin: 38 vs 23, moderate certainty", {2})}),
                                    cell({says("pregabalin: dizziness 21 vs 5, somnolence 12 vs 3", {1})}),
                                    cell({warns("Safety communication (FDA): respiratory depression with opioids", {1})})}},
                {"snris",
                    {cell({says("SNRIs"), says("duloxetine, venlafaxine")}), cell({says("recommended (AAN 2022, Level B)", {0})}),
                        cell({says("45 vs 26, moderate certainty", {2}), says("no important difference", {3})},
                            cell_state::disagree, "sources disagree:"),
                        snris_harms,
                        cell({warns("Boxed warning (FDA): suicidality, in children and young adults (duloxetine)", {1}),
                            warns("Contraindicated: MAO inhibitor", {1})})}}}},
        {"No guideline here recommends it or advises against it",
            {{"spinal-cord-stimulation",
                {cell({says("Spinal cord stimulation")}), not_reported(), cell({sold(says("79 vs 5 on usual care", {3}))}),
                    cell({says("infection 5 of 100", {3})}), {cell_state::not_reported, "no label read here", {}, {}}}}}}};
    auto whole = warns("Duloxetine: Label warning (FDA): abnormal bleeding, hepatotoxicity", {1});
    s.blocks = {{"label-warnings", "Label warnings and cautions, whole, a treatment a line",
                    {whole, goes_on(warns("Caution: epilepsy", {1})), warns("Pregabalin: Label warning (FDA): dizziness", {1})}},
        {"more", "More", {says("Not recommended for a wider group (1): mexiletine.")}}};
    s.legend = {{"not reported", "no source here says; it does not mean none"},
        {"§", "the source, or the sponsor of the trial, has an interest in it"}};
    s.sources_heading = "Sources cited above (4)";
    s.sources = {
        {"aan", "AAN 2022", "Price R et al. Oral and topical treatment of painful diabetic polyneuropathy. Neurology 98:31",
            "https://doi.org/10.1212/WNL.0000000000013038", ""},
        {"label", "FDA label 2021", "CYMBALTA US prescribing information", "https://dailymed.nlm.nih.gov", ""},
        {"cochrane", "Cochrane 2014", "Lunn MPT et al. Duloxetine for treating painful neuropathy",
            "https://doi.org/10.1002/14651858.CD007115.pub3", ""},
        {"senza", "SENZA-PDN 2021", "Petersen EA et al. JAMA Neurology 78:687", "https://doi.org/10.1001/jamaneurol.2021.0538",
            "interest: the maker of the device paid for the trial"}};
    s.behind_heading = "About this table";
    s.behind = {"Rows: treatments with guidance.", "knowledge neuropathic-pain 0.3.0, checked to 30 Nov 2026."};
    s.interest_word = "(interest)";
    return s;
}

sheet for_patients() {
    sheet s;
    s.view = "patient";
    s.words = treatise::word_register::plain;
    s.options_across = true;
    s.numbered_sources = false;
    s.title = "Nerve pain from diabetes: 2 treatments to talk over";
    s.head = {"What published sources report.", "Numbers are people out of 100."};
    s.fixed = {"Do not start, stop or change a treatment because of this page.", "Use until 30 Nov 2027."};
    s.columns = {"Treatment", "Duloxetine", "Pregabalin"};
    s.column_keys = {"option", "duloxetine", "pregabalin"};
    auto help = says("pain cut by half or more: 45 of 100 (on placebo: 26)", {0});
    help.people = std::pair{45, 26};
    s.sections = {{"", {{"benefit", {cell({says("Will it help?")}), cell({help}), not_reported()}}}}};
    s.sources_heading = "Sources cited above (1)";
    s.sources = {{"cochrane", "Cochrane 2014", "Lunn MPT et al.", "https://doi.org/10.1002/14651858.CD007115.pub3", ""}};
    return s;
}

static constexpr std::string_view long_word =
    "Trimethoxybenzylpiperazinylethylaminodihydrobenzofurancarboxamidehydrochloridemonohydrate";

sheet nasty() {
    sheet s;
    s.title = "A | B <b>bold</b> & \"quoted\" 100 % #1 $x$ _y_ {z} ~ ^ \\end{document}";
    s.head = {"1. not a list", "# not a heading", "= neither", "- nor this",
        "*no* _emphasis_ `code` [link](http://x) ![img](y) ~~gone~~ &lt;"};
    s.fixed = {"Not advice.\nSecond line of the \"notice\", <script>alert('x')</script>"};
    s.columns = {"Option | name", "Guidance & <approvals>", "Benefit, 100 %", "Harms \"first\"", "Living_with_it"};
    s.column_keys = {"option", "guidance", "benefit", "harms", "living"};
    auto const state = [](cell_state of, std::string text) { return cell({says(std::move(text))}, of); };
    s.sections = {{"", {{"placebo", {cell({says("=1+1")}), cell({says("+49 30 123")}), cell({says("-0.5 (-1.2 to 0.1)")}),
                                        cell({says("@SUM(A1)")}), cell({says("\tTabbed")})}}}},
        {"Section | with <tags> & 50 % \\ \"all\"",
            {{"pipes", {cell({says("Pipes | and || more")}), state(cell_state::reported, "<b>not bold</b> & &amp; stays"),
                           state(cell_state::no_difference, "no important difference"),
                           cell({says("one", {0}), says("other", {1})}, cell_state::disagree, "sources <disagree>:"),
                           state(cell_state::looked_for, "looked for, not found")}},
                {"quotes", {cell({says("\"Double\", 'single', “curly”")}), cell({says("Line\nbreak\r\nand\ttab")}),
                               cell({says("100 % # $ _ { } ~ ^ \\ < > |")}),
                               cell({warns("Boxed warning (FDA): first", {0, 2}), goes_on(warns("second.", {1})),
                                   sold(warns("NICE: third?", {0}))}),
                               not_reported()}},
                {"cjk", {cell({says("神経障害性疼痛 プレガバリン")}), cell({says("한국어 통증 치료")}),
                            cell({says("Ménière, naïve, Köln, Łódź")}), cell({warns("e\u0301 combining, n\u0303 too")}),
                            cell({says("👩‍⚕️ 💊 🇩🇪 ❤️")})}},
                {"rtl", {cell({says("ألم الأعصاب (pain) עברית")}), cell({says(std::string{long_word})}),
                            cell({says("≤ 5, ≥ 3, ≠, ×, ±, −1, 10–20, a…b, µg, α2δ, β, 5 °C, ½, H₂O, m²")}),
                            cell({warns("control \x1b[31mred\x1b[0m and \u202Eturned\u202C"), says("bad \xFF\xC3 bytes")}),
                            cell({says("[a] *star* -- --- ``q'' ?` !` << >> ,,")})}},
                {"rest",
                    {cell({says("Every mark"), says("under | it")}), cell({says("ends."), says("asks?"), says("last")}),
                        cell({says("")}), cell({}), {cell_state::reported, "", {says("told")}, {"a | b: no <figure> here"}}}}}}};
    s.blocks = {{"label-warnings", "# Warnings | whole", {warns("A: <b> & 5 %", {0}), goes_on(warns("B_c", {1})), warns("1. C")}},
        {"more", "More", {says("+ named: A, B")}}, {"empty", "Nothing | under it", {}}};
    s.legend = {{"§", "sold by the <source>"}, {"not reported", "no source \"here\" says"}};
    s.sources_heading = "Sources (3)";
    s.sources = {{"a", "A & B 2020", "Title <i>x</i> | 100 % \"y\" #1", "https://example.org/a_b?c=d&e=%20f#g~h{i}|<j>\"k",
                     "sells it & \"more\""},
        {"b", "Bad link", "", "javascript:alert(1)", ""}, {"c", "1. Numbered", "= x", "", ""}};
    s.behind_heading = "About | it";
    s.behind = {"Of 94 claims 51 were read; 100 %"};
    s.interest_word = "(interest)";
    return s;
}

}  // namespace sheets
