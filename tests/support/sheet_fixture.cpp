// SPDX-License-Identifier: BSL-1.0
#include "sheet_fixture.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sheets {
sheet_statement says(std::string text, std::vector<mark> marks, std::vector<std::uint32_t> footnotes) {
    return {std::move(text), std::move(marks), std::move(footnotes), false, {}};
}
sheet_statement warns(std::string text, std::vector<mark> marks) { return {std::move(text), std::move(marks), {}, true, {}}; }
sheet_cell cell(std::vector<sheet_statement> statements, std::uint32_t more, cell_state state) {
    return {state, std::move(statements), more};
}
sheet_cell not_reported() { return cell({says("not reported")}, 0, cell_state::not_reported); }
sheet_cell see(std::string text) { return cell({says(std::move(text))}, 0, cell_state::not_reported); }

sheet handout() {
    sheet s;
    s.title = "PAINFUL DIABETIC NEUROPATHY: what sources document, side by side";
    s.edition = {"knowledge neuropathic-pain 0.2.0", "checked to 22 Nov 2026 · newest search 12 Feb 2024"};
    s.notice = "For teaching and general information. Not advice for one person. No ranking, no doses.";
    s.head = {
        "Goal of medicines: less pain, not always none (AAN 2022, Level B). Between the classes it offers, AAN advises choosing "
        "on "
        "other things than pain relief, because relief is similar (Level B); several may have to be tried (Level B). One trial "
        "that compared medicines with each other (OPTION-DM 2022, 130 people, 6 weeks): pain 3 or less of 10 in 37 of 100 on "
        "amitriptyline, 34 on pregabalin, 32 on duloxetine."};
    s.columns = {"Option", "Guidelines and approvals", "Pain at least halved, of 100 people: with v without",
        "Harms: warnings first, then of 100 people: with v without", "Living with it"};
    s.column_keys = {"option", "guidance", "benefit", "harms", "living"};

    auto const named = [](std::string name, std::vector<std::uint32_t> notes = {}) {
        return cell({says(std::move(name), {}, std::move(notes))});
    };
    auto const together = [](std::string name) { return cell({says(std::move(name), {pooled})}); };
    s.sections = {{"for reference", {{row_role::reference, "placebo",
                                        {named("Placebo groups of the trials below"), cell({}), cell({says("23 to 26")}),
                                            cell({says("stopped 4 to 7")}), not_reported()}}}},
        {"medicines by mouth",
            {{row_role::pooled, "anticonvulsants",
                 {together("Anticonvulsants, pooled"), not_reported(),
                     cell({says("NNT 7, moderate (PEER 2021, with PHN)", {wider})}), see("see the three rows"),
                     see("see below")}},
                {row_role::member, "gabapentinoids",
                    {named("Gabapentinoids: gabapentin, pregabalin"),
                        cell({says("AAN 2022: offer (B)"), says("FDA-approved: pregabalin")}, 5),
                        cell({says("38 v 23 (gabapentin; moderate; Cochrane 2017)", {}, {0})}, 10),
                        cell({warns("FDA 2019: breathing problems with opioids or sedatives, lung disease, older age", {wider}),
                            says("Stopped 9 v 4 (pregabalin)")}),
                        cell({says("UK class C, US Schedule V"), says("Kidney function")})}},
                {row_role::member, "sodium-channel-blockers",
                    {named("Sodium-channel blockers: carbamazepine", {1}), cell({says("AAN 2022: offer (B)")}),
                        cell({says("not per 100: SMD 0.56 (0.25 to 0.87) (AAN 2022)")}),
                        cell({warns("BOXED (FDA, carbamazepine): severe skin reaction with HLA-B*1502, marrow failure"),
                            says("Stopped: not reported")}),
                        cell({says("Many interactions")})}},
                {row_role::member, "other-anticonvulsants",
                    {named("Others: levetiracetam, valproate ..."),
                        cell(
                            {says("AAN 2022, valproate: not to people who can become pregnant (B)"), says("3 against", {wider})}),
                        not_reported(),
                        cell({warns("NICE: valproate in pregnancy harms the baby, malformations in 11 of 100"),
                            says("Stopped: not reported")}),
                        not_reported()}},
                {row_role::pooled, "antidepressants",
                    {together("Antidepressants"), see("no pooled claim"), cell({}), see("see the two rows"), see("see below")}},
                {row_role::member, "snris",
                    {named("SNRIs: duloxetine, venlafaxine"),
                        cell({says("AAN 2022: offer (B)"), says("FDA-approved: duloxetine", {differs})}, 6),
                        cell({says("45 v 26 (duloxetine; moderate; 12 weeks or less; Cochrane 2014)")}, 9),
                        cell({warns("BOXED (FDA): suicidal thoughts, children and young adults"), warns("Label: liver injury"),
                            says("Stopped 14 v 7 (duloxetine)")}),
                        cell({says("Not with MAOIs"), says("Liver, kidneys")})}},
                {row_role::member, "tricyclics",
                    {named("Tricyclics: amitriptyline, nortriptyline"),
                        cell({says("AAN 2022: offer (B)"), says("FDA-approved: for depression only")}, 5),
                        cell({says("not per 100: SMD 0.95 (0.15 to 1.8), low (AAN 2022)", {differs})}, 6, cell_state::disagree),
                        cell({warns("BOXED (FDA): suicidal thoughts, children and young adults"),
                            warns("Not after a recent heart attack"), says("Stopped 16 v 7", {wider, mark::unchecked})}),
                        cell({says("Beers 2015: avoid at 65 or over")})}},
                {row_role::alone, "cannabinoids",
                    {named("Cannabinoids"),
                        cell({says("NeuPSIG 2015: against, weak", {wider, differs})}, 4, cell_state::disagree),
                        cell({says("not per 100: nabiximols RR 0.78, no interval recorded (network review 2014)")}, 3),
                        not_reported(), not_reported()}},
                {row_role::pooled, "opioids",
                    {together("Opioids, pooled"), cell({says("AAN 2022: do not use (B)", {differs})}, 5, cell_state::disagree),
                        cell({says("NNT 8, low (PEER 2021, with PHN)", {wider})}), see("see the two rows"), see("see below")}},
                {row_role::member, "oxycodone",
                    {named("Oxycodone"), see("see Opioids"),
                        cell({says("44 v 27, at least 30 % less or much better (very low; Cochrane 2016)", {differs})}, 3,
                            cell_state::disagree),
                        cell({warns("BOXED (FDA): misuse, fatal slowed breathing"), says("Any side effect 96 v 68", {}, {2})}),
                        cell({says("US Schedule II")})}},
                {row_role::member, "tapentadol-tramadol",
                    {named("Tapentadol, tramadol"),
                        cell({says("AAN 2022: do not use"), says("FDA-approved: tapentadol ER", {differs})}, 4),
                        cell({says("not per 100: SMD 0.62 (0.38 to 0.86) (AAN 2022)")}, 3),
                        cell({warns("BOXED (FDA): addiction, slowed breathing"), warns("Label: seizures (tramadol)"),
                            says("Stopped 16 v 3 (tramadol)", {wider})}),
                        cell({says("US Schedule II and IV")})}}}},
        {"on the skin",
            {{row_role::alone, "capsaicin-patch",
                 {named("Capsaicin 8 % patch"),
                     cell({says("FDA-approved: feet"), says("Panel 2025: strong evidence", {differs})}, 3),
                     cell({says("not per 100: NNT 10.6 (7.4 to 19.0), high (NeuPSIG 2015)", {wider, differs})}, 2,
                         cell_state::disagree),
                     cell({warns("Label: rise in blood pressure", {wider}),
                         says("Pain at the site 42 v 21 (weak patch)", {wider}), says("Stopped 1", {wider})}),
                     cell({says("Put on by a clinician")})}},
                {row_role::alone, "lidocaine-patch",
                    {named("Lidocaine 5 % patch"),
                        cell({says("Panel 2025: moderate evidence"), says("FDA-approved: not for this", {differs})}, 2),
                        cell({says("not per 100: 30 % relief RR 1.84, no interval recorded (network review 2014)"),
                                 says("Looked for, no eligible trial (PEER 2021)", {wider, differs})},
                            2, cell_state::looked_for),
                        cell({warns("Label: allergic reaction, rare", {wider}),
                            says("Stopped: under 5, no control group", {wider})}),
                        cell({says("Prior authorization (one US plan)")})}}}},
        {"devices and procedures",
            {{row_role::alone, "spinal-cord-stimulation",
                {named("Spinal cord stimulation"),
                    cell({says("FDA-approved devices"), says("NICE 2008: an option after other care", {wider, differs})}, 1),
                    cell({says("79 v 5, no sham group (SENZA-PDN)", {interest, differs}, {3})}, 3, cell_state::disagree),
                    cell({warns("Cochrane 2021: reoperation, deaths possible", {wider}),
                        says("Infection 5, taken out 3", {interest})}),
                    cell({says("Trial, then implant"), says("Medicare: last resort")})}}}},
        {"movement, mind, body, food",
            {{row_role::alone, "acupuncture",
                 {named("Acupuncture"), not_reported(),
                     cell({says("no benefit found, very low (PEER 2021, with PHN)", {wider, differs})}, 2,
                         cell_state::no_difference),
                     not_reported(), cell({says("Medicare: not covered", {wider})})}},
                {row_role::alone, "exercise",
                    {named("Exercise"), not_reported(),
                        cell({says("not per 100: pain no lower in one trial, worst pain lower in one")}, 2), not_reported(),
                        cell({says("Steady effort", {wider, interest})})}},
                {row_role::alone, "mindfulness",
                    {named("Mindfulness"), not_reported(), cell({says("not per 100: less pain than usual care, 66 people")}, 1),
                        not_reported(), cell({says("Practice and patience", {wider, interest})})}},
                {row_role::alone, "vitamins",
                    {named("Vitamins, omega-3"), not_reported(),
                        cell({says("B vitamins: no benefit shown (Cochrane 2008)", {wider, differs})}, 2), not_reported(),
                        not_reported()}}}},
        {"two at once, and the cause itself",
            {{row_role::alone, "duloxetine-with-pregabalin",
                 {named("Duloxetine with pregabalin"), cell({says("AAN 2022: change or add a class (B)")}),
                     cell({says("52 v 39 on one at high dose, not significant (COMBO-DN)", {interest, differs})}, 3),
                     not_reported(), not_reported()}},
                {row_role::alone, "glucose-control",
                    {named("Tighter glucose control"), see("not reported for pain"),
                        cell({says("not reported for pain", {}, {4})}), cell({says("More low blood sugar (Cochrane 2012)")}),
                        not_reported()}}}}};

    s.after = {
        "Also named for neuropathic pain, by no source for this cause (12): biofeedback, botulinum toxin A, capsaicin cream≠, "
        "cognitive "
        "behavioral therapy≠, compounded creams≠, intrathecal drug delivery, ketamine≠, nerve blocks≠, rTMS, sleep habits, "
        "support "
        "groups, TENS. --all shows them."};
    s.footnotes = {"time frame not recorded",
        "whom AAN counts as members is not recorded; carbamazepine by its label's mechanism",
        "80 of 82 people; the source prints 96 %",
        "pain resistant to a gabapentinoid and one other class; no blinding; time frame not recorded",
        "prevention: new neuropathy RR 0.46 (0.33 to 0.63) in type 1, not significant in type 2 (Cochrane 2012); kept apart from "
        "treatment"};
    s.legend = {{"with v without",
                    "people of 100 on the option, then on placebo (or the control named). Separate trials: not compared with "
                    "each other."},
        {"†", "said of a wider or different group"}, {"§", "the source or trial sponsor sells it"},
        {"≠", "sources disagree: treatise disagreements CAUSE"},
        {"*", "several rows pooled by one source; printed once; no row inherits it"},
        {"?", "figure that we could not check at its source"}, {"+n", "more claims: treatise why CAUSE OPTION"},
        {"not reported", "no source here says."}};
    s.counts = {
        "Of 94 claims behind this table 51 were read in the source, 43 in a copy or restatement (--verified keeps the first)."};
    s.sources_heading = "Sources (4)";
    s.sources = {{"AAN 2022", "Price R et al. Oral and topical treatment of painful diabetic polyneuropathy. Neurology 98:31",
                     "https://doi.org/10.1212/WNL.0000000000013038", ""},
        {"Cochrane 2014", "Lunn MPT et al. Duloxetine for treating painful neuropathy, CD007115",
            "https://doi.org/10.1002/14651858.CD007115.pub3", ""},
        {"Cochrane 2016", "Gaskell H et al. Oxycodone for neuropathic pain in adults, CD010692",
            "https://doi.org/10.1002/14651858.CD010692.pub3", ""},
        {"SENZA-PDN 2021", "Petersen EA et al. JAMA Neurology 78:687", "https://doi.org/10.1001/jamaneurol.2021.0538",
            "the maker of the device paid for the trial"}};
    return s;
}

static constexpr std::string_view long_word =
    "Trimethoxybenzylpiperazinylethylaminodihydrobenzofurancarboxamidehydrochloridemonohydrate";

sheet nasty() {
    sheet s;
    s.title = "A | B <b>bold</b> & \"quoted\" 100 % #1 $x$ _y_ {z} ~ ^ \\end{document}";
    s.edition = {"knowledge <none> 0.0.0 & more"};
    s.notice = "Not advice.\nSecond line of the \"notice\", <script>alert('x')</script>";
    s.head = {"1. not a list", "# not a heading", "= neither", "- nor this",
        "*no* _emphasis_ `code` [link](http://x) ![img](y) ~~gone~~ &lt;"};
    s.columns = {"Option | name", "Guidance & <approvals>", "Benefit, 100 %", "Harms \"first\"", "Living_with_it"};
    s.column_keys = {"option", "guidance", "benefit", "harms", "living"};
    auto const state = [](cell_state of, std::string text, std::vector<mark> marks = {}) {
        return cell({says(std::move(text), std::move(marks))}, 0, of);
    };
    s.sections = {{"", {{row_role::reference, "placebo",
                           {cell({says("=1+1")}), cell({says("+49 30 123")}), cell({says("-0.5 (-1.2 to 0.1)")}),
                               cell({says("@SUM(A1)")}), cell({says("\tTabbed")})}}}},
        {"Section | with <tags> & 50 % \\ \"all\"",
            {{row_role::pooled, "pipes",
                 {cell({says("Pipes | and || more", {pooled})}), state(cell_state::reported, "<b>not bold</b> & &amp; stays"),
                     state(cell_state::no_difference, "no important difference"),
                     state(cell_state::disagree, "SOURCES DISAGREE", {differs}),
                     state(cell_state::looked_for, "looked for, not found")}},
                {row_role::member, "quotes",
                    {cell({says("\"Double\", 'single', “curly”")}), cell({says("Line\nbreak\r\nand\ttab")}),
                        cell({says("100 % # $ _ { } ~ ^ \\ < > |")}),
                        cell({warns("BOXED (FDA): first"), warns("Label: second.", {wider}),
                                 warns("NICE: third?", {wider, interest}), says("Stopped 9 v 4", {}, {0, 1})},
                            12),
                        not_reported()}},
                {row_role::member, "cjk",
                    {cell({says("神経障害性疼痛 プレガバリン")}), cell({says("한국어 통증 치료")}),
                        cell({says("Ménière, naïve, Köln, Łódź")}), cell({warns("e\u0301 combining, n\u0303 too")}),
                        cell({says("👩‍⚕️ 💊 🇩🇪 ❤️")})}},
                {row_role::alone, "rtl",
                    {cell({says("ألم الأعصاب (pain) עברית")}), cell({says(std::string{long_word})}),
                        cell({says("≤ 5, ≥ 3, ≠, ×, ±, −1, 10–20, a…b, µg, α2δ, β, 5 °C, ½, H₂O, m²")}),
                        cell({warns("control \x1b[31mred\x1b[0m and \u202Eturned\u202C"), says("bad \xFF\xC3 bytes")}),
                        cell({says("[a] *star* -- --- ``q'' ?` !` << >> ,,")})}},
                {row_role::against, "all-marks",
                    {cell({says("Every mark", {wider, interest, differs, pooled, mark::unchecked}, {0, 1, 2})}),
                        cell({says("ends."), says("asks?"), says("plain"), says("last")}), cell({says("", {wider})}), cell({}),
                        cell({}, 7)}}}}};
    s.after = {"# Warnings of other sources: Capsaicin≠ | none", "+ named: A, B"};
    s.footnotes = {"", "note with | pipe, <tag> & 5 % _x_", "third \"note\"", "one that nothing refers to"};
    s.legend = {{"†", "said of a wider | different group"}, {"§", "sold by the <source>"}, {"≠", "sources disagree & differ"},
        {"*", "pooled"}, {"?", "not checked"}, {"+n", "more claims"}, {"not reported", "no source \"here\" says"}};
    s.counts = {"Of 94 claims 51 were read; 100 %"};
    s.sources_heading = "Sources (3)";
    s.sources = {{"A & B 2020", "Title <i>x</i> | 100 % \"y\" #1", "https://example.org/a_b?c=d&e=%20f#g~h{i}|<j>\"k",
                     "sells it & \"more\""},
        {"Bad link", "", "javascript:alert(1)", ""}, {"1. Numbered", "= x", "", ""}};
    return s;
}

}  // namespace sheets
