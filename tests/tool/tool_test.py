# SPDX-License-Identifier: BSL-1.0
"""The tool as a person calls it: results on standard output, everything else on standard error, the exit status.

TREATISE_TOOL names the program, TREATISE_SOURCE_DIR the project. Run one class: tool_test.py compare
"""
import csv
import gzip
import html.parser
import io
import json
import os
import re
import shlex
import shutil
import stat
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

ROOT = os.environ.get("TREATISE_SOURCE_DIR", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
TOOL = os.path.abspath(os.environ.get("TREATISE_TOOL", os.path.join(ROOT, "build", "release", "tools", "treatise")))
KNOWLEDGE = os.path.join(ROOT, "knowledge", "neuropathic-pain")
CLAIMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "claims.toml")  # made up
BUILT_IN = os.path.exists(os.path.join(ROOT, "include", "treatise", "knowledge", "neuropathic_pain.hpp"))
CAUSE = "painful-diabetic-neuropathy"
COMMANDS = ["compare", "candidates", "categories", "facts", "options-for", "causes-of", "head-to-head", "across", "why",
            "about", "disagreements", "audit", "paths", "gaps", "causes", "therapies", "classes", "sources", "show", "find", "search", "views", "columns", "graph", "check", "diff", "ids", "bake",
            "snapshot", "import", "export"]
# One call of each command that lists or answers.
CALLS = [["causes"], ["therapies"], ["classes"], ["sources"], ["views"], ["columns"], ["show", "gabapentin"],
         ["show", "guide-2024"], ["find", "Neurontin"], ["search", "lido"], ["candidates", CAUSE], ["categories", CAUSE], ["facts", CAUSE, "duloxetine"],
         ["candidates", CAUSE, "--circumstance", "pregnancy"], ["options-for", "better-sleep"], ["causes-of", "ketamine"],
         ["head-to-head", CAUSE, "--options", "duloxetine,pregabalin"], ["across", "ketamine"], ["gaps", CAUSE], ["why", CAUSE, "ketamine"],
         ["why", CAUSE, "gabapentinoids"], ["about", CAUSE], ["paths", "ketamine", "neuropathic-pain"], ["disagreements", CAUSE],
         ["compare", CAUSE], ["knowledge"], ["questions"]]


def environment(**more):
    kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR", "LINES")}
    return {**kept, **more}


class case(unittest.TestCase):
    knowledge = [] if BUILT_IN else ["--knowledge", KNOWLEDGE]

    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "wb") as f:
            f.write(text if isinstance(text, bytes) else text.encode())
        return self.path(name)

    def read(self, name):
        with open(self.path(name), "rb") as f:
            return f.read()

    def call(self, *arguments, knowledge=None, env=None, text=True, **more):
        knowledge = self.knowledge if knowledge is None else ["--knowledge", knowledge]
        return subprocess.run([TOOL, *knowledge, *arguments], capture_output=True, env=env or environment(),
                              timeout=120, encoding="utf-8" if text else None, **more)

    def as_somebody(self):
        """Who may not do everything, for a call: root becomes another user."""
        if os.geteuid() != 0:
            return {}
        os.chmod(self.folder, 0o755)
        somebody = {"user": 65534, "group": 65534, "extra_groups": []}
        try:
            subprocess.run([TOOL, "--help"], capture_output=True, check=True, **somebody)
        except (OSError, subprocess.CalledProcessError):
            self.skipTest("root, and nobody else may run the tool")
        return somebody

    def done(self, *arguments, **more):
        """The result of a call that must succeed and say nothing else."""
        p = self.call(*arguments, **more)
        self.assertEqual((p.returncode, p.stderr), (0, "" if more.get("text", True) else b""), arguments)
        self.assertTrue(p.stdout, arguments)
        return p.stdout

    def refused(self, *arguments, status=2, says=(), **more):
        """The message of a call that must fail with nothing on standard output."""
        p = self.call(*arguments, **more)
        self.assertEqual((p.returncode, p.stdout), (status, ""), (arguments, p.stderr))
        self.assertRegex(p.stderr, r"(?m)^treatise: ")
        for word in [says] if isinstance(says, str) else says:
            self.assertIn(word, p.stderr, arguments)
        return p.stderr

    def fits(self, text, width):
        for line in text.splitlines():
            self.assertLessEqual(len(line), width, line)  # no wide characters in this base


class help(case):
    def test_help_of_the_tool_names_every_command(self):
        text = self.done("--help")
        for command in COMMANDS:
            self.assertRegex(text, r"(?m)^  %s\b" % command)
        self.assertIn("Exit status", text)
        self.fits(text, 80)

    def test_each_command_has_a_paragraph_and_an_example(self):
        for command in COMMANDS:
            text = self.done(command, "--help")
            self.assertTrue(text.startswith("Usage: treatise " + command), text)
            self.assertIn("Example:\n  treatise " + command, text)
            self.assertGreater(len(text.split("\n\n")[1]), 80)
            self.fits(re.sub(r"(?s)Example:.*", "", text), 80)
            self.assertNotIn("\n:\n", text)

    def test_the_examples_run(self):
        for command in COMMANDS:
            if command == "import":  # its files are no part of this
                continue
            example = self.done(command, "--help").split("Example:\n")[1]
            for line in example.splitlines():
                if not line.strip().startswith("treatise") or "|" in line:
                    continue
                words = shlex.split(line)[1:]
                p = self.call(*[w.replace("knowledge/neuropathic-pain", KNOWLEDGE) for w in words], cwd=self.folder)
                self.assertEqual(re.sub(r"wrote \d+ files to graph\n", "", p.stderr), "", line)
                self.assertIn(p.returncode, (0, 1) if command == "audit" else (0,), line)
                self.assertTrue(p.stdout or os.listdir(self.folder), line)

    def test_a_bare_call_prints_the_help_and_fails(self):
        self.refused(says=("Usage: treatise", "compare CAUSE"))

    def test_version(self):
        text = self.done("--version")
        self.assertRegex(text, r"^treatise \d+\.\d+\.\d+\nknowledge neuropathic-pain \d+\.\d+\.\d+ \(.+\)\n$")
        self.assertIn(KNOWLEDGE, self.done("--version", knowledge=KNOWLEDGE))


class listings(case):
    def test_every_listing_in_every_format(self):
        for call in CALLS:
            for width in (40, 80, 140):
                self.fits(self.done(*call, "--width", str(width)), width)
            self.assertTrue(self.done(*call, "--format", "markdown"))
            made = json.loads(self.done(*call, "--format", "json"))
            self.assertEqual(made["knowledge"]["key"], "neuropathic-pain")
            self.assertRegex(made["knowledge"]["version"], r"^\d+\.\d+\.\d+$")
            self.assertIn("not advice", made["notice"])
            self.assertTrue(made["format"].startswith("treatise-"))

    def test_every_text_carries_version_and_notice(self):
        for call in CALLS:
            for more in ([], ["--format", "markdown"]):
                text = " ".join(self.done(*call, *more).split())
                self.assertRegex(text, r"knowledge neuropathic-pain \d")
                self.assertIn("not advice for one person", text)

    def test_which_knowledge_answers_and_what_can_be_asked(self):
        held = json.loads(self.done("knowledge", "--format", "json"))
        self.assertEqual(held["entities"]["cause"], len(json.loads(self.done("causes", "--format", "json"))["causes"]))
        self.assertRegex(held["knowledge"]["use_until"], r"^\d{4}-\d{2}-\d{2}$")
        self.assertIn(held["knowledge"]["content"], self.done("knowledge"))
        asked = {q["question"]: q for q in json.loads(self.done("questions", "--format", "json"))["questions"]}
        self.assertEqual(asked["facts"]["needs"], ["cause", "option"])
        self.assertIn("head-to-head", self.done("questions"))

    def test_json_without_sentences(self):
        for call in (["why", CAUSE, "ketamine"], ["candidates", CAUSE], ["compare", CAUSE]):
            whole, compact = (self.done(*call, "--format", "json", *more) for more in ([], ["--compact"]))
            self.assertLess(len(compact), len(whole))
            self.assertNotIn('"text":', compact)
            self.assertIn("not advice", json.loads(compact)["notice"])
        self.refused("why", CAUSE, "ketamine", "--compact", says="--compact is for --format json, not text")

    def test_causes_stand_as_a_tree(self):
        lines = self.done("causes", "--width", "140").splitlines()
        keys = [l.split("  ")[0] if not l.startswith(" ") else l for l in lines]
        self.assertIn("chronic-pain", keys[1])
        self.assertTrue(any(k.lstrip().startswith("neuropathic-pain ") for k in lines))
        self.assertTrue(any(l.lstrip().startswith("painful-diabetic-neuropathy ") and l.startswith("    ") for l in lines))

    def test_all_entities_are_listed(self):
        for command, kind in (("causes", "cause"), ("therapies", "therapy"), ("classes", "therapy_class"), ("sources", "source")):
            keys = set()
            for name in os.listdir(KNOWLEDGE):
                with open(os.path.join(KNOWLEDGE, name), encoding="utf-8") as f:
                    keys |= set(re.findall(r'(?m)^\[\[%s\]\]\nkey = "([^"]+)"' % kind, f.read()))
            listed = {e["key"] for e in json.loads(self.done(command, "--format", "json"))[command]}
            self.assertEqual(listed, keys)
            text = self.done(command)
            for key in keys:
                self.assertIn(key, text)

    def test_a_name_is_a_key_a_name_a_synonym_a_brand_or_a_code(self):
        for name in ("gabapentin", "GABAPENTIN", "Gabapentin", "Neurontin", "rxnorm:25480", "25480"):
            found = json.loads(self.done("find", name, "--format", "json"))["found"]
            self.assertEqual([e["key"] for e in found], ["gabapentin"])
        for name in ("PDN", "Painful diabetic neuropathy", CAUSE):
            self.assertIn("Painful diabetic neuropathy", self.done("compare", name, "--format", "csv"))

    def test_show_knows_entities_and_claims(self):
        self.assertEqual(json.loads(self.done("show", "ketamine", "--format", "json"))["entity"]["listed_under"], ["ketamine-products"])
        why = json.loads(self.done("why", CAUSE, "ketamine", "--format", "json"))
        claim = why["statements"][0]["claim"]
        for key in (claim["id"], "#" + claim["id"]):
            self.assertEqual(json.loads(self.done("show", key, "--format", "json"))["claim"], claim)
            text = " ".join(self.done("show", key, "--width", "100").split())
            self.assertIn(claim["place"], text)
            self.assertIn(json.loads(self.done("show", key, "--format", "json"))["sentence"], text)
            self.assertLess(text.index("Where it stands:"), text.index("relation:"))


class answers(case):
    def test_why_takes_several_options_by_name(self):
        both = self.done("why", CAUSE, "--options", "duloxetine,pregabalin", "--width", "100")
        for one in ("duloxetine", "pregabalin"):
            self.assertIn(self.done("why", CAUSE, one, "--width", "100"), both)
            self.assertEqual(self.done("why", CAUSE, "--options", one), self.done("why", CAUSE, one))
        self.refused("why", CAUSE, says="OPTION is missing")
        self.refused("why", CAUSE, "--options", "duloxetine,pregabalin", "--format", "json", says="tells of one option")

    def test_why_shows_every_claim_with_its_place_and_id(self):
        made = json.loads(self.done("why", CAUSE, "ketamine", "--format", "json"))
        text = " ".join(self.done("why", CAUSE, "ketamine", "--width", "80").split())
        self.assertGreater(len(made["statements"]), 10)
        for s in made["statements"]:
            claim = s["claim"]
            for part in ("#" + claim["id"], claim["text"], claim["place"]):
                self.assertIn(part, text)
        self.assertIn("[S] read in the source", text)

    def test_why_tells_figures_warnings_and_how_they_were_read(self):
        text = self.done("why", "pdn", "dulo", "--width", "100", knowledge=CLAIMS)
        told = ["Boxed warning (FDA): suicidal thoughts", "in children, adolescents, young adults",
                "FDA label 2021 §, Boxed warning, United States [S]", "#boxed",
                "excluded by the source: pain", "contraindicated: MAO inhibitors",
                "about this cause", "pain at least halved: 45 (40 to 50) vs 26 of 100",
                "vs placebo, 12 weeks or less, 908 people, certainty: moderate", "as studied: 60 mg a day",
                "Cochrane 2014, Summary of findings 1 [S]", "#half-dulo",
                "about a class it belongs to, not about it alone; about a wider group: pain",
                "SNRIs: pain at least halved: NNT 7.10 (5.2 to ∞)", "time not stated by the source",
                "Cochrane 2014, Table 2 [R], restated in FDA label 2021, page 3",
                "about any use", "nausea: 23 vs 8 of 100", "FDA label 2021 §, section 6 [C]", "[R] read where another source"]
        at, flat = 0, " ".join(text.split())
        for part in told:  # each behind the one before
            self.assertIn(part, flat[at:])
            at = flat.index(part, at)
        self.assertTrue(self.done("why", "pdn", "dulo", "--ascii", knowledge=CLAIMS).isascii())
        boxed = json.loads(self.done("why", "pdn", "dulo", "--format", "json", knowledge=CLAIMS))["statements"][0]
        self.assertEqual((boxed["facet"], boxed["first"], boxed["claim"]["carries"]["form"]), ("warning", True, "boxed"))

    def test_a_scope_does_not_hide_a_warning(self):
        for scope in (["--source", "cochrane-2014"], ["--as-of", "1960"], ["--verified"], ["--applicability", "exact"], ["--source-kind", "trial"]):
            self.assertIn("Boxed warning (FDA)", self.done("why", "pdn", "dulo", *scope, knowledge=CLAIMS))

    def test_why_says_what_is_missing(self):
        text = self.done("why", "pdn", "dulo", knowledge=CLAIMS)  # made up, so that no source can fill what is missing
        self.assertTrue(text.index("Warnings") < text.index("Benefit") < text.index("Harms"))
        missing = "not reported: no source here says; it does not mean none"
        self.assertEqual(text.count(missing), 4)
        for section in ("Guidelines", "Approvals", "Practical points", "Who pays"):
            self.assertIn(section + "\n  " + missing, text)
        self.assertIn("Nobody here says", self.done("why", CAUSE, "gabapentinoids"))

    def test_why_keeps_option_class_and_member_apart(self):
        self.assertIn("about a therapy in it", self.done("why", CAUSE, "gabapentinoids"))
        self.assertIn("about a class it belongs to, not about it alone", self.done("why", CAUSE, "gabapentin"))

    def test_why_tells_of_a_medicine_its_forms_and_of_a_form_the_medicine(self):
        self.assertIn("np15-gbp-nnh", self.done("why", "neuropathic-pain", "gabapentin"))
        self.assertIn("about the medicine of which it is a form", self.done("why", "neuropathic-pain", "ketamine-lozenge"))
        for medicine in ("ketamine-lozenge", "tapentadol", "oxycodone", "morphine", "duloxetine-with-pregabalin"):
            made = json.loads(self.done("why", "neuropathic-pain", medicine, "--format", "json"))
            self.assertIn("warning", {s["facet"] for s in made["statements"]}, medicine)

    def test_a_cell_opens(self):
        whole = json.loads(self.done("why", CAUSE, "gabapentin", "--format", "json"))["statements"]
        for column, matters in (("harms", {"harm"}), ("boxed_warning", {"boxed_warning"}), ("approval", {"approval"})):
            made = json.loads(self.done("why", CAUSE, "gabapentin", "--column", column, "--format", "json"))
            self.assertEqual(made["column"], column)
            self.assertEqual(made["statements"], [s for s in whole if s["matter"] in matters])
        text = self.done("why", CAUSE, "gabapentin", "--column", "harms")
        self.assertIn("dizziness", text)
        self.assertNotIn("\nBenefit\n", text)
        self.refused("why", CAUSE, "gabapentin", "--column", "harmz", says=("harmz", "harms"))

    def test_an_audit_is_read_by_code_review(self):
        call = self.call("audit", CAUSE, "--format", "sarif", knowledge=KNOWLEDGE)
        log = json.loads(call.stdout)
        self.assertEqual(log["version"], "2.1.0")
        self.assertIn("sarif-2.1.0", log["$schema"])
        run = log["runs"][0]
        rules = [r["id"] for r in run["tool"]["driver"]["rules"]]
        for result in run["results"]:
            self.assertEqual(rules[result["ruleIndex"]], result["ruleId"])
            self.assertIn(result["level"], ("error", "warning"))
            self.assertTrue(result["message"]["text"])
            for place in result["locations"]:
                if "physicalLocation" in place:
                    where = place["physicalLocation"]
                    with open(where["artifactLocation"]["uri"], encoding="utf-8") as file:
                        line = file.read().split("\n")[where["region"]["startLine"] - 1]
                    self.assertIn(result["properties"]["claim"], line)

    def test_about_tells_of_the_cause(self):
        made = json.loads(self.done("about", CAUSE, "--format", "json"))
        self.assertEqual(made["format"], "treatise-about")
        self.assertIn("peripheral-neuropathic-pain", made["above"])
        text = " ".join(self.done("about", CAUSE, "--width", "80").split())
        for s in made["statements"]:
            self.assertIn("#" + s["claim"]["id"], text)
        self.assertIn("Advice on treating it as a whole", text)
        self.assertTrue(self.done("about", CAUSE, "--format", "markdown").startswith("# "))
        self.refused("about", "gabapentin", says="not a cause")

    def test_candidates_agree_with_their_json(self):
        made = json.loads(self.done("candidates", CAUSE, "--format", "json"))["candidates"]
        whole = self.done("candidates", CAUSE, "--all")
        for c in made:
            self.assertIn(c["name"], whole)
            for r in c["reasons"]:
                self.assertIn("#" + r["claim"]["id"], whole)
            self.assertEqual(c["applicability"], c["reasons"][0]["applicability"])
        self.assertLess(len(self.done("candidates", CAUSE)), len(whole))
        self.assertIn("about a wider group", whole)

    def test_paths_are_no_evidence(self):
        made = json.loads(self.done("paths", "ketamine", "neuropathic-pain", "--format", "json"))
        self.assertIn("not evidence", made["caption"])
        self.assertEqual([s["relation"] for s in made["paths"][0]["steps"]], ["acts_by", "implicated_in"])
        self.assertIn("not evidence", self.done("paths", "ketamine", "neuropathic-pain"))
        self.assertIn("No documented way", self.done("paths", "acupuncture", "neuropathic-pain"))

    def test_gaps_stand_by_row(self):
        made = json.loads(self.done("gaps", CAUSE, "--format", "json"))["gaps"]
        self.assertTrue(all(("outcome" in g) != ("practical_issue" in g) for g in made))
        text = " ".join(self.done("gaps", CAUSE).split())
        self.assertIn("does not mean none", text)
        self.assertIn("Reported of one row alone", text)
        for g in {g["outcome"]: g for g in made if "outcome" in g}.values():
            outcome = json.loads(self.done("show", g["outcome"], "--format", "json"))["entity"]
            self.assertIn(outcome.get("clinical") or outcome["name"], text)

    def test_a_scope_narrows(self):
        every = json.loads(self.done("candidates", CAUSE, "--format", "json"))["candidates"]
        skin = json.loads(self.done("candidates", CAUSE, "--kind", "on-the-skin", "--format", "json"))["candidates"]
        self.assertTrue(0 < len(skin) < len(every))
        early = json.loads(self.done("candidates", CAUSE, "--as-of", "1960", "--format", "json"))["candidates"]
        sources = {r["claim"]["source"] for c in early for r in c["reasons"]}
        for key in sources:  # only sources that state no date of their own can be older than every other
            shown = json.loads(self.done("show", key, "--format", "json"))["entity"]
            self.assertNotRegex(json.dumps(shown.get("published")), "(19[6-9]|20)[0-9]")

    def test_the_same_answers_from_files_and_built_in(self):
        if not BUILT_IN:
            self.skipTest("no built-in knowledge")
        for call in CALLS:
            self.assertEqual(self.done(*call), self.done(*call, knowledge=KNOWLEDGE), call)


class compare(case):
    def test_every_format(self):
        table = self.done("compare", CAUSE)
        self.fits(table, 140)
        self.assertIn("Painful diabetic neuropathy", table)
        rows = list(csv.reader(io.StringIO(self.done("compare", CAUSE, "--format", "csv"))))
        self.assertEqual(len({len(r) for r in rows}), 1)
        page = self.done("compare", CAUSE, "--format", "html")
        html.parser.HTMLParser().feed(page)
        self.assertTrue(page.lower().startswith("<!doctype html>"))
        self.assertEqual(page, self.done("compare", CAUSE, "--format", "html", "--page"))
        fragment = self.done("compare", CAUSE, "--format", "html", "--fragment")
        self.assertTrue(fragment.startswith("<section"))
        self.assertIn("\\documentclass", self.done("compare", CAUSE, "--format", "latex"))
        made = json.loads(self.done("compare", CAUSE, "--format", "json"))
        self.assertEqual(made["cause"]["key"], CAUSE)
        self.assertIn("| Treatment |", self.done("compare", CAUSE, "--format", "markdown"))

    def test_width(self):
        for width in (40, 60, 80, 109, 110, 140, 200):
            self.fits(self.done("compare", CAUSE, "--width", str(width)), width)
        self.assertEqual(self.done("compare", CAUSE), self.done("compare", CAUSE, "--width", "140"))
        self.assertEqual(self.done("compare", CAUSE, env=environment(COLUMNS="80")), self.done("compare", CAUSE, "--width", "80"))

    def test_columns_options_and_views(self):
        made = json.loads(self.done("compare", CAUSE, "--columns", "harms,benefit", "--options", "ketamine,gabapentin", "--format", "json"))
        self.assertEqual([c["key"] for c in made["columns"]], ["option", "harms", "benefit"])
        self.assertEqual({r["option"] for r in made["rows"]}, {"ketamine", "gabapentin"})
        views = [v["key"] for v in json.loads(self.done("views", "--format", "json"))["views"]]
        self.assertTrue({"overview", "evidence", "patient", "pharmacology", "nursing", "non-drug", "coverage",
                         "guide-medications", "guide-non-drug"} <= set(views))
        for view in views:
            call = ["compare", "neuropathic-pain", "--view", view, "--format", "json"]
            if view == "patient":
                call += ["--options", "ketamine,gabapentin"]
            self.assertEqual(json.loads(self.done(*call))["view"], view)

    def test_the_old_names_of_views(self):
        named = self.done("compare", CAUSE, "--view", "pharmacology")
        self.assertEqual(self.done("compare", CAUSE, "--preset", "pharmacology"), named)
        self.assertEqual(self.done("presets"), self.done("views"))
        two = ("--options", "ketamine,gabapentin")
        self.assertEqual(self.done("compare", CAUSE, "--layer", "plain", *two), self.done("compare", CAUSE, "--view", "patient", *two))
        self.refused("compare", CAUSE, "--layer", "plein", says="is none of clinician, plain")
        self.refused("compare", CAUSE, "--layer", "plain", "--view", "overview", *two, says="two names of one thing")

    def test_the_view_for_patients_wants_two_to_four_options(self):
        self.refused("compare", CAUSE, "--view", "patient", says=("2 to 4 options that you choose", "--options"))
        self.refused("compare", CAUSE, "--view", "patient", "--options", "gabapentin", says="2 to 4 options")
        self.refused("compare", CAUSE, "--view", "patient", "--options", "gabapentin,pregabalin,duloxetine,tramadol,ketamine",
                     says="more are named")

    def test_groups_kinds_and_the_ruler(self):
        def rows(*more):
            return json.loads(self.done("compare", CAUSE, *more, "--format", "json"))["rows"]
        both = rows("--kind", "gabapentinoids,snris")
        self.assertTrue({"gabapentinoids", "snris"} <= {r["option"] for r in both})
        self.assertEqual(len(both), len(rows("--kind", "gabapentinoids")) + len(rows("--kind", "snris")))
        self.assertNotEqual([r["option"] for r in rows("--group", "kind")], [r["option"] for r in rows("--group", "guidance")])
        self.refused("compare", CAUSE, "--group", "kinds", says=("is none of guidance, kind", "the nearest: 'kind'"))
        self.done("compare", CAUSE, "--ruler", "peer-2021")
        self.refused("compare", CAUSE, "--ruler", "nobody", says="is no source in this knowledge base")
        self.refused("compare", CAUSE, "--view", "evidence", "--columns", "harms", says="are fixed")

    def test_a_byte_order_mark_for_spreadsheets(self):
        self.assertTrue(self.done("compare", CAUSE, "--format", "csv", "--bom").startswith("\ufeff"))
        self.assertFalse(self.done("compare", CAUSE, "--format", "csv").startswith("\ufeff"))
        self.refused("compare", CAUSE, "--bom", says="--bom is for --format csv")

    def test_all_shows_every_row(self):
        rows = [len(json.loads(self.done("compare", CAUSE, *more, "--format", "json"))["rows"]) for more in ([], ["--all"])]
        self.assertLessEqual(rows[0], rows[1])

    def test_transposed_and_in_ascii(self):
        turned = self.done("compare", CAUSE, "--transpose", "--options", "ketamine,gabapentin", "--format", "markdown")
        self.assertNotEqual(turned, self.done("compare", CAUSE, "--options", "ketamine,gabapentin", "--format", "markdown"))
        plain = self.done("compare", CAUSE, "--ascii")
        self.assertTrue(plain.isascii())

    def test_the_ending_of_the_output_names_the_format(self):
        for ending, start in ((".html", "<!doctype"), (".json", "{"), (".csv", "cause,option"), (".md", "#"), (".tex", "\\"), (".txt", "Painful")):
            name = "table" + ending
            self.assertEqual(self.call("compare", CAUSE, "-o", self.path(name)).stdout, "")
            self.assertTrue(self.read(name).decode().lower().startswith(start.lower()), ending)
        self.call("compare", CAUSE, "-o", self.path("x.html"), "--format", "csv")
        self.assertTrue(self.read("x.html").startswith(b"cause,option"))

    def test_the_ending_is_read_in_either_case_and_for_lists_too(self):
        self.call("compare", CAUSE, "-o", self.path("x.HTML"))
        self.assertTrue(self.read("x.HTML").lower().startswith(b"<!doctype"))
        self.call("candidates", CAUSE, "-o", self.path("x.json"))
        self.assertTrue(self.read("x.json").startswith(b"{"))
        self.call("compare", CAUSE, "-o", self.path("no-ending"))
        self.assertTrue(self.read("no-ending").startswith(b"Painful"))

    def test_an_ending_of_no_format_is_refused_with_those_there_are_and_nothing_is_written(self):
        for ending in (".docx", ".pdf", ".xlsx"):
            self.refused("compare", CAUSE, "-o", self.path("x" + ending), says=(ending, ".txt, .md, .markdown, .html"))
        self.refused("candidates", CAUSE, "-o", self.path("x.html"), says=(".html", "known are .txt, .md, .markdown, .json"))
        self.assertEqual(os.listdir(self.folder), [])
        self.assertEqual(self.call("compare", CAUSE, "-o", self.path("x.log"), "--format", "text").returncode, 0)

    def test_a_verified_scope_says_that_it_narrows(self):
        self.assertIn("Narrowed", self.done("compare", CAUSE, "--verified"))


class calls(case):
    def test_unknown_commands_and_options_name_the_nearest(self):
        self.refused("compair", CAUSE, says="the nearest: compare")
        self.refused("compare", CAUSE, "--formt", "csv", says="the nearest: --format")
        self.refused("--knowlege", "x", "causes", says="unknown option '--knowlege'; the nearest: --knowledge")
        self.refused("compare", CAUSE, "--format", "htm", says="the nearest: html")
        self.refused("compare", CAUSE, "--view", "overvew", says="the nearest: 'overview'")
        self.refused("compare", CAUSE, "--columns", "benfit", says="the nearest: 'benefit'")
        self.refused("compare", CAUSE, "--applicability", "exat", says="the nearest: 'exact'")

    def test_unknown_names(self):
        self.refused("compare", "painful-diabetic-neuropaty", says=("is no cause", CAUSE, "treatise causes"))
        self.refused("compare", "gabapentin", says="is a therapy, not a cause")
        self.refused("why", CAUSE, "gabapentn", says=("is no therapy or class", "'Gabapentin'"))
        self.refused("show", "nothing-like-it", says="is no key")
        self.refused("find", "gabapentn", says="'Gabapentin'")
        self.refused("compare", CAUSE, "--jurisdiction", "atlantis", says="is no jurisdiction")
        self.refused("graph", "atlantis", says="is no cause")

    def test_keys_with_spaces_paths_and_control_characters(self):
        for key in ("a key with spaces", "../../etc/passwd", "/", "x" * 5000, "", "a\nb", "\x1b[31mred", "%s%n", "ä", "'", '"'):
            for call in (["compare", key], ["why", CAUSE, key], ["show", key], ["find", key]):
                if call[1:] == [""]:
                    continue
                message = self.refused(*call)
                self.assertNotIn("\x1b", message)
                self.assertLess(len(message), 1000)
                self.assertTrue(all(l.startswith("treatise: ") for l in message.splitlines()))
        self.refused("compare", "", says="an empty name")

    def test_all_that_is_wrong_comes_at_once(self):
        message = self.refused("compare", "nope", "--options", "aaa,bbb", "--columns", "ccc", "--view", "ddd", "--as-of", "eee",
                               "--kind", "fff", "--source", "ggg", "--payer", "hhh")
        for word in ("nope", "aaa", "bbb", "ccc", "ddd", "eee", "fff", "ggg", "hhh"):
            self.assertIn("'%s'" % word, message)
        message = self.refused("why", "--widht", "9", "--format", "csv")
        self.assertIn("--width", message)
        self.assertIn("'csv' is none of", message)

    def test_missing_and_superfluous_arguments(self):
        self.refused("compare", says="CAUSE is missing")
        self.refused("why", CAUSE, says="OPTION is missing")
        self.refused("why", says=("CAUSE is missing", "OPTION is missing"))
        self.refused("check", says="PATH is missing")
        self.refused("bake", says="PATH is missing")
        self.refused("compare", "painful", "diabetic", "neuropathy", says="a name with spaces goes in quotes")
        self.refused("causes", "x", says="unexpected argument 'x'")
        self.refused("compare", CAUSE, "--view")

    def test_values_and_options_that_do_not_fit(self):
        for width in ("abc", "0", "39", "10001", "-5", "99999999999999999999", "80x"):
            self.refused("compare", CAUSE, "--width=" + width, says="--width")
        for date in ("2024-13", "2024-02-30", "24", "yesterday"):
            self.refused("compare", CAUSE, "--as-of", date, says="is no date")
        self.refused("compare", CAUSE, "--format", "csv", "--ascii", says="--ascii is for --format text")
        self.refused("compare", CAUSE, "--format", "json", "--transpose", says="--transpose")
        self.refused("compare", CAUSE, "--fragment", says="--fragment is for --format html")
        self.refused("compare", CAUSE, "--format", "html", "--page", "--fragment", says="expected one")
        self.refused("compare", CAUSE, "--color", "--no-color", says="contradict")
        self.refused("compare", CAUSE, "--options", "gabapentin,Neurontin", says="named twice")
        self.refused("compare", CAUSE, "--columns", "harms,harms", says="named twice")

    def test_empty_values_do_not_pass_for_none(self):
        for option in ("--kind", "--source", "--as-of", "--options", "--columns", "--view", "--format", "--output", "--knowledge"):
            self.refused("compare", CAUSE, option, "", says=option + " has an empty value")

    def test_names_of_commands_are_names_like_others(self):
        self.refused("find", "causes", says="'causes' is no key")

    def test_knowledge_may_stand_behind_the_command(self):
        self.assertEqual(self.done("causes", knowledge=KNOWLEDGE), subprocess.run(
            [TOOL, "causes", "--knowledge", KNOWLEDGE], capture_output=True, encoding="utf-8", env=environment()).stdout)


class output(case):
    def unchanged(self, *arguments, name="kept.txt", says=(), **more):
        self.write(name, "what stood here before")
        before = sorted(os.listdir(self.folder))
        self.refused(*arguments, "--output", self.path(name), says=says, **more)
        self.assertEqual(self.read(name), b"what stood here before")
        self.assertEqual(sorted(os.listdir(self.folder)), before)

    def test_a_file_is_written_whole(self):
        self.write("table.txt", "old " * 100000)
        self.assertEqual(self.call("compare", CAUSE, "-o", self.path("table.txt")).returncode, 0)
        self.assertEqual(self.read("table.txt").decode(), self.done("compare", CAUSE))
        self.assertEqual(os.listdir(self.folder), ["table.txt"])

    def test_a_wrong_call_leaves_the_file_alone(self):
        self.unchanged("compare", "nope", says="is no cause")
        self.unchanged("compare", CAUSE, "--format", "nope")
        self.unchanged("bake", self.path("missing"), says="is not there")
        self.unchanged("compare", CAUSE, knowledge=self.path("missing"), says="is not there")

    def test_a_full_disk_leaves_the_file_alone(self):
        import resource

        def small():
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        self.unchanged("compare", CAUSE, says=("cannot write", "large"), preexec_fn=small)

    def test_devices_are_written_to_and_stay(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        self.refused("compare", CAUSE, "--output", "/dev/full", says="No space left")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/full").st_mode))
        self.assertEqual(self.call("compare", CAUSE, "--output", "/dev/null").returncode, 0)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_a_full_standard_output_is_an_error(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        for call in (["compare", CAUSE], ["--help"], ["--version"], ["causes", "--format", "json"]):
            with open("/dev/full", "w") as full:
                p = subprocess.run([TOOL, *self.knowledge, *call], stdout=full, stderr=subprocess.PIPE, encoding="utf-8", timeout=60)
            self.assertEqual(p.returncode, 2)
            self.assertEqual(p.stderr, "treatise: cannot write to standard output: No space left on device\n")

    def test_a_closed_pipe_ends_quietly(self):
        for call in (["compare", CAUSE], ["why", CAUSE, "ketamine"], ["graph"]):
            p = subprocess.Popen([TOOL, *self.knowledge, *call], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            p.stdout.close()
            self.assertEqual((p.wait(60), p.stderr.read()), (0, b""))
            p.stderr.close()

    def test_paths_that_cannot_be_written(self):
        os.mkdir(self.path("folder"))
        self.refused("compare", CAUSE, "-o", self.path("folder"), says="Is a directory")
        self.refused("compare", CAUSE, "-o", self.path("no/such/table.txt"), says="No such file or directory")
        self.refused("compare", CAUSE, "-o", self.path("a" * 300), says="cannot write")
        self.write("file", "")
        self.refused("compare", CAUSE, "-o", self.path("file/table.txt"), says="cannot write")

    def test_files_and_folders_without_permission(self):
        somebody = self.as_somebody()
        os.mkdir(self.path("locked"), 0o500)
        self.refused("compare", CAUSE, "-o", self.path("locked/table.txt"), says="Permission denied", **somebody)
        os.chmod(self.folder, 0o777)
        self.write("kept.txt", "what stood here before")
        os.chmod(self.path("kept.txt"), 0o400)
        self.refused("compare", CAUSE, "-o", self.path("kept.txt"), says="Permission denied", **somebody)
        self.assertEqual(self.read("kept.txt"), b"what stood here before")
        self.assertEqual(sorted(os.listdir(self.folder)), ["kept.txt", "locked"])

    def test_links_and_permissions_are_kept(self):
        self.write("real.txt", "old")
        os.chmod(self.path("real.txt"), 0o640)
        os.symlink("real.txt", self.path("link.txt"))
        self.assertEqual(self.call("causes", "-o", self.path("link.txt")).returncode, 0)
        self.assertTrue(os.path.islink(self.path("link.txt")))
        self.assertIn(b"neuropathic", self.read("real.txt"))
        self.assertEqual(stat.S_IMODE(os.stat(self.path("real.txt")).st_mode), 0o640)

    def terminal(self, *arguments, columns=80, **env):
        import fcntl
        import pty
        import struct
        import termios
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        p = subprocess.Popen([TOOL, *self.knowledge, *arguments], stdout=theirs, stderr=subprocess.PIPE,
                             env=environment(TERM="xterm", **env))
        os.close(theirs)
        text = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:
                break
            if not part:
                break
            text += part
        os.close(ours)
        self.assertEqual((p.wait(60), p.stderr.read()), (0, b""))
        p.stderr.close()
        return text.decode().replace("\r\n", "\n")

    def test_a_terminal_gets_its_width_and_colour(self):
        call = ("why", CAUSE, "ketamine")
        coloured = self.terminal(*call)
        plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
        self.assertNotEqual(coloured, plain)
        self.assertEqual(plain, self.done(*call, "--width", "80"))  # colour says nothing that words do not
        self.assertEqual(self.terminal(*call, NO_COLOR="1"), plain)
        self.assertEqual(self.terminal(*call, "--no-color"), plain)
        self.assertEqual(self.done(*call, "--width", "80", "--color"), coloured)
        self.assertEqual(self.terminal("compare", CAUSE, columns=120, NO_COLOR="1"), self.done("compare", CAUSE, "--width", "120"))


BASE = '''
[base]
key = "test-base"
name = "Test base"
version = "1.0.0"
editors = "tests"
notice = "made up: is not advice for one person"
released = 2026-01-01
'''
SOURCE = '''
[[source]]
key = "leaflet"
name = "Leaflet"
kind = "patient_guide"
title = "A leaflet"
authors = "tests"
published = 2025
'''


class bad_knowledge(case):
    def bad(self, folder, says=(), errors=None):
        """Every command that reads it refuses it with 1; `check` and `bake` say the same, and nothing is written."""
        message = self.refused("compare", CAUSE, knowledge=folder, status=1, says=says)
        self.assertEqual(self.refused("check", folder, status=1, says=says).replace(" has ", " "),
                         message.replace("the knowledge in ", "").replace(" has ", " "))
        self.write("header.hpp", "kept")
        self.refused("bake", folder, "--output", self.path("header.hpp"), status=1, says=says)
        self.assertEqual(self.read("header.hpp"), b"kept")
        if errors:
            self.assertIn(errors, message)
        return message

    def folder_of(self, **files):
        folder = tempfile.mkdtemp(dir=self.folder)
        for name, text in files.items():
            with open(os.path.join(folder, name + ".toml"), "wb") as f:
                f.write(text if isinstance(text, bytes) else text.encode())
        return folder

    def test_a_missing_folder(self):
        for command in (["causes"], ["compare", CAUSE]):
            self.refused(*command, knowledge=self.path("missing"), says=("'%s' is not there" % self.path("missing"),))
        self.refused("check", self.path("missing"), says="is not there")
        self.refused("check", KNOWLEDGE, self.path("missing"), self.path("gone"), says=("missing' is not there", "gone' is not there"))

    def test_an_empty_folder(self):
        os.mkdir(self.path("empty"))
        self.bad(self.path("empty"), says="has no .toml file")

    def test_truncated_toml(self):
        message = self.bad(self.folder_of(a=BASE, b='[[cause]]\nkey = "a'), says="b.toml:2:")
        self.assertIn("is no TOML", message)

    def test_wrong_types(self):
        message = self.bad(self.folder_of(a=BASE + '[[cause]]\nkey = 7\nname = "x"\ncause = true\n[[cause]]\nkey = "b"\nname = ["x"]\n[[therapies]]\n'))
        for says in ("key", "an integer", "an array", "unknown field", "unknown table"):
            self.assertIn(says, message)

    def test_two_claims_with_one_id(self):
        claim = '[[used_for]]\nid = "twice"\nsubject = "t"\nobject = "c"\nsource = "leaflet"\nplace = "p"\nchecked = 2026-01-01\n'
        folder = self.folder_of(a=BASE + SOURCE + '[[cause]]\nkey = "c"\nname = "C"\n[[therapy]]\nkey = "t"\nname = "T"\n' + claim + claim)
        self.bad(folder, says="`twice`")

    def test_a_circle_of_causes(self):
        folder = self.folder_of(a=BASE + '[[cause]]\nkey = "a"\nname = "A"\nis_a = "b"\n[[cause]]\nkey = "b"\nname = "B"\nis_a = "a"\n')
        self.bad(folder, says="is_a")

    def test_ten_thousand_errors_in_one_file(self):
        folder = self.folder_of(a=BASE + '[[cause]]\nwrong = 1\n' * 10000)
        message = self.bad(folder, says="more\n")
        lines = message.splitlines()
        self.assertLessEqual(len(lines), 103)
        self.assertRegex(lines[-2], r"^and \d{4,5} more$")
        self.assertRegex(lines[-1], r"has \d{5} errors$")

    def test_a_file_of_100_mb(self):
        folder = self.folder_of(a=BASE)
        with open(os.path.join(folder, "b.toml"), "wb") as f:
            f.truncate(100 << 20)
        self.bad(folder, says="is larger than the 32 MB")

    def test_bytes_that_are_not_utf_8(self):
        message = self.bad(self.folder_of(a=BASE, b=b'[[cause]]\nkey = "a"\nname = "\xff\xfe"\n'), says="b.toml:3:")
        self.assertIn("UTF-8", message)

    def test_errors_of_all_files_and_paths_come_at_once(self):
        one = self.folder_of(a=BASE + "x = 1\n", b='[[cause]]\nkey = "')
        two = self.folder_of(a=BASE + "y = 1\n")
        message = self.call("check", one, two, KNOWLEDGE)
        self.assertEqual(message.returncode, 1)
        for says in ("a.toml:", "b.toml:", "unknown"):
            self.assertIn(says, message.stderr)
        self.assertIn("'%s' has 2 errors" % one, message.stderr)
        self.assertIn("'%s' has 1 error\n" % two, message.stderr)
        self.assertIn("no errors", message.stdout)

    def test_escape_sequences_in_a_file_do_not_reach_the_terminal(self):
        message = self.bad(self.folder_of(a=BASE + '"\\u001b[31mred" = 1\n'))
        self.assertNotIn("\x1b", message)

    def test_a_file_that_may_not_be_read(self):
        somebody = self.as_somebody()
        folder = self.folder_of(a=BASE)
        os.chmod(folder, 0o755)
        os.chmod(os.path.join(folder, "a.toml"), 0)
        self.refused("causes", knowledge=folder, status=1, says="cannot be read: Permission denied", **somebody)


class outside(case):
    """Files of strangers: nothing of them steers a terminal, waits for ever, or is half read or half written."""
    STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")

    def pipe(self, name="pipe.toml"):
        os.mkfifo(self.path(name))
        return self.path(name)

    def clean(self, p, call):
        """No byte on either stream but text, line ends and, where it was asked for, bold."""
        for text in (p.stdout, p.stderr):
            text = text.replace("\r\n", "\n")
            if "--color" in call:
                text = re.sub(r"\x1b\[[01]m", "", text)
            self.assertIsNone(self.STEERS.search(text), (call, text[:2000]))

    def dirty(self):
        """A sound snapshot whose longer texts steer a terminal behind their fortieth byte, as a stranger could make one."""
        self.assertEqual(self.call("snapshot", KNOWLEDGE, "--output", self.path("clean")).returncode, 0)
        made = bytearray(self.read("clean"))
        header, section = struct.Struct("=8sIIQQQII"), struct.Struct("=24sIIQQ")
        head = list(header.unpack_from(made))
        sections = [list(section.unpack_from(made, header.size + i * section.size)) for i in range(head[6])]
        at = {s[0].rstrip(b"\0"): s for s in sections}
        pool = at[b"pool"]
        begin = struct.unpack_from("=%dI" % at[b"text_begin"][4], made, at[b"text_begin"][3])
        for first, last in ((pool[3] + b + 40, pool[3] + e) for b, e in zip(begin, begin[1:]) if e - b > 60):
            for plain, steers in ((b"and ", b"\xc2\x9b1m"), (b"the ", b"\x08\x08\x08\x08"), (b"of ", b"\xe2\x80\xae"), (b" pain", b" \x1b[7m"),
                                  (b"in ", b"\r\x07 "), (b"for ", b"\xe2\x80\x8bx"), (b"ith ", b"\x1b[2J")):
                made[first:last] = made[first:last].replace(plain, steers)
        pool[2] = zlib.crc32(made[pool[3]:pool[3] + pool[4]])
        directory = b"".join(section.pack(*s) for s in sections)
        head[7] = 0
        head[7] = zlib.crc32(directory, zlib.crc32(header.pack(*head)))
        made[:header.size + len(directory)] = header.pack(*head) + directory
        return self.write("dirty", bytes(made))

    def test_no_command_sends_what_steers_a_terminal(self):
        dirty = self.dirty()
        seen = 0
        for call in CALLS + [["--version"], ["audit", CAUSE], ["graph"], ["ids", dirty], ["bake", dirty], ["check", dirty], ["diff", dirty, KNOWLEDGE], ["export"]]:
            for form in ([], ["--color"], ["--format", "json"], ["--format", "csv"], ["--format", "markdown"], ["--format", "html"]):
                p = self.call(*call, *form, knowledge=dirty)
                self.clean(p, call + form)
                if form == ["--format", "json"] and p.returncode == 0:
                    json.loads(p.stdout)
                seen += "<U+" in p.stdout or "\\u202e" in p.stdout
        self.assertGreater(seen, 5)  # what would have steered was there

    def test_what_is_typed_comes_back_without_what_steers(self):
        for typed in ("\x1b[2J", "a\x9b31m", "\u202epill", "a\u200bb", "\x07\x08", "\x7f"):
            for call in ([typed], ["find", typed], ["show", typed], ["compare", typed], ["why", CAUSE, typed], ["compare", CAUSE, "--view", typed],
                         ["check", self.path(typed)], ["bake", self.path(typed)], ["diff", self.path(typed), KNOWLEDGE], ["search", typed],
                         ["import", self.path(typed), "--output", self.path("x")], ["compare", CAUSE, "--output", self.path("no/" + typed)],
                         ["snapshot", KNOWLEDGE, "--output", self.path("s" + typed)]):
                self.clean(self.call(*call), call)
            self.clean(self.call("causes", knowledge=self.path(typed)), typed)

    def test_a_name_with_what_nobody_sees_is_refused_with_its_line(self):
        for bad in ("\\u001b]0;x\\u0007", "\\u202Ereversed", "a\\u200Bb", "\\uFEFFa", "a\u00adb", "a\u2066b", "a\u200bb", "\\u0085"):
            self.write("k.toml", BASE + '[[cause]]\nkey = "c"\nname = "%s"\n' % bad)
            self.refused("causes", knowledge=self.path("k.toml"), status=1, says=("k.toml:11:8: `c`: `name` holds U+",))
            self.refused("check", self.path("k.toml"), status=1, says="holds U+")
            self.write("o.toml", '[overlay]\nkey = "o"\nname = "O"\nversion = "%s"\neditors = "e"\nnotice = "n"\nreleased = 2026-01-01\n' % bad)
            self.refused("causes", "--overlay", self.path("o.toml"), status=1, says="o.toml:4:11: `overlay`: `version` holds U+")
        self.write("k.toml", BASE + '[[cause]]\nkey = "c"\nname = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"\n')  # Persian
        self.done("causes", knowledge=self.path("k.toml"))

    def test_keys_and_brackets_beyond_the_limits_are_refused_with_their_line(self):
        for line in ("a" + ".a" * 200000 + " = 1", "[a" + ".a" * 50000 + "]", "a = " + "[" * 100000, "a = " + "{b=" * 50000, "a = {b" + ".c" * 99999 + "=1}"):
            self.write("k.toml", BASE + line + "\n")
            self.refused("check", self.path("k.toml"), status=1, says="k.toml:9:")
            self.refused("causes", knowledge=self.path("k.toml"), status=1, says="k.toml:9:")
            self.refused("causes", "--overlay", self.path("k.toml"), status=1, says="k.toml:9:")

    def test_a_pipe_is_refused_and_never_waited_for(self):
        pipe = self.pipe()
        self.write("old", "kept")
        for call in (["check", pipe], ["causes", "--overlay", pipe], ["bake", pipe], ["diff", pipe, KNOWLEDGE], ["diff", KNOWLEDGE, pipe],
                     ["snapshot", pipe, "--output", self.path("old")], ["compare", CAUSE, "--output", pipe],
                     ["import", pipe, "--output", self.path("old")],
                     ["import", KNOWLEDGE, "--mapping", pipe, "--output", self.path("old")]):
            p = self.call(*call)
            self.assertIn(p.returncode, (1, 2), call)
            self.assertRegex(p.stderr, r"(?m)^treatise: ")
        self.assertIn("is no file", self.refused("causes", knowledge=pipe, status=1))
        self.assertEqual(self.read("old"), b"kept")

    def test_an_archive_is_told_by_its_first_bytes(self):
        import bz2
        import lzma
        import tarfile
        import zipfile
        self.write("a.toml", BASE)
        with zipfile.ZipFile(self.path("zip.toml"), "w") as z:
            z.writestr("a.toml", BASE)
        with tarfile.open(self.path("tar.toml"), "w") as t:
            t.add(self.path("a.toml"), "a.toml")
        for name, bytes, says in (("bz2.toml", bz2.compress(BASE.encode()), "is compressed with bzip2"), ("xz.toml", lzma.compress(BASE.encode()), "is compressed with xz"),
                                  ("gz.toml", gzip.compress(BASE.encode()), "is compressed with gzip"), ("zip.toml", None, "is a zip archive"), ("tar.toml", None, "is a tar archive")):
            if bytes:
                self.write(name, bytes)
            self.refused("causes", knowledge=self.path(name), status=1, says=says + "; expected TOML")

    def test_a_link_to_nothing_or_in_a_circle_is_an_error_and_stays(self):
        os.symlink("nothing", self.path("dangling"))
        os.symlink("b", self.path("a"))
        os.symlink("a", self.path("b"))
        for name, says in (("dangling", "No such file"), ("a", "symbolic links")):
            for call in (["causes", "--output", self.path(name)], ["snapshot", KNOWLEDGE, "--output", self.path(name)]):
                self.assertIn(says, self.refused(*call))
            self.assertTrue(os.path.islink(self.path(name)))
            self.refused("causes", knowledge=self.path(name))
        self.assertEqual(sorted(os.listdir(self.folder)), ["a", "b", "dangling"])

    def test_a_signal_leaves_no_part_behind_and_no_half_of_a_file(self):
        import signal
        self.call("snapshot", KNOWLEDGE, "--output", self.path("x"))
        whole = self.read("x")
        hit = 0
        for which in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP) * 5:
            self.write("x", "old")
            p = subprocess.Popen([TOOL, "snapshot", KNOWLEDGE, "--output", self.path("x")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            while p.poll() is None and len(os.listdir(self.folder)) == 1:
                pass  # until it begins to write
            p.send_signal(which)
            hit += p.wait(60) == -which
            self.assertEqual(os.listdir(self.folder), ["x"])
            self.assertIn(self.read("x"), (b"old", whole))
        if hit == 0:
            self.skipTest("too fast for a signal")


class names(case):
    """Names of a base may hold anything that is text; no format may break on them."""
    NASTY = ["a|b", "<b>bold</b>", "R&D", "100 % of $5", "=1+1", 'say "so"', "it's", "tab\\there", "back\\\\slash",
             "`code`", "*stars* _under_", "{brace}", "~#^", "漢字", "é", "-- dash", "+ plus", "@at"]

    def setUp(self):
        super().setUp()
        quoted = ['"%s"' % n.replace('"', '\\"') for n in self.NASTY]
        text = BASE + SOURCE + '[[therapy_class]]\nkey = "kind"\nname = %s\norder = 1\n' % quoted[0]
        text += '[[cause]]\nkey = "c"\nname = %s\n' % quoted[1]
        text += '[[outcome]]\nkey = "o"\nname = %s\nvalence = "undesirable"\n' % quoted[2]
        for i, name in enumerate(quoted):
            text += '[[therapy_class]]\nkey = "k%d"\nname = %s\ndescription = %s\nis_a = "kind"\n' % (i, name, name)
            text += '[[therapy]]\nkey = "t%d"\nname = %s\nsynonyms = [%s]\nlisted_under = "k%d"\n' % (i, name, '"x%d|y"' % i, i)
            for n, (relation, object) in enumerate((("used_for", "c"), ("affects", "o"))):
                text += '[[%s]]\nid = "c%d-%d"\nsubject = "t%d"\nobject = "%s"\nsource = "leaflet"\nplace = %s\nchecked = 2026\nnote = %s\n' % (
                    relation, i, n, i, object, name, name)
                if relation == "affects":
                    text += 'statistic = "narrative"\n'
        self.base = self.path("nasty.toml")
        self.write("nasty.toml", text)

    def test_every_format_of_every_command(self):
        for call in (["causes"], ["therapies"], ["classes"], ["sources"], ["show", "t0"], ["show", "#c0-0"], ["find", "t1"],
                     ["candidates", "c"], ["why", "c", "t5"], ["gaps", "c"], ["paths", "t0", "c"], ["compare", "c"]):
            text = self.done(*call, knowledge=self.base)
            self.assertNotIn("\x1b", text)
            self.assertNotIn("\u202e", text)
            json.loads(self.done(*call, "--format", "json", knowledge=self.base))
            table = self.done(*call, "--format", "markdown", knowledge=self.base)
            for row in (l for l in table.splitlines() if l.startswith("|")):
                self.assertTrue(row.endswith("|"), row)
            self.assertNotIn("\x1b", table)
        self.assertNotIn("<b>bold", self.done("compare", "c", "--format", "html", knowledge=self.base))
        for row in csv.reader(io.StringIO(self.done("compare", "c", "--format", "csv", knowledge=self.base))):
            for cell in row:
                self.assertFalse(cell.startswith(("=", "@")), cell)
        self.done("compare", "c", "--format", "latex", knowledge=self.base)
        self.assertNotIn("\x1b", self.done("graph", knowledge=self.base))

    def test_names_round_trip_through_json(self):
        made = json.loads(self.done("therapies", "--format", "json", knowledge=self.base))["therapies"]
        expected = [n.encode().decode("unicode_escape") if n.isascii() else n for n in self.NASTY]
        self.assertEqual(sorted(t["name"] for t in made), sorted(expected))

    def test_each_name_finds_its_therapy(self):
        for i, name in enumerate(self.NASTY):
            self.assertIn("t%d" % i, self.done("find", "t%d" % i, knowledge=self.base))
            if name.isascii() and "\\" not in name:
                found = json.loads(self.done("find", "x%d|y" % i, "--format", "json", knowledge=self.base))["found"]
                self.assertEqual(found[0]["key"], "t%d" % i)

    def test_a_line_break_in_a_name_is_refused_with_its_place(self):
        self.write("broken.toml", BASE + '[[cause]]\nkey = "c"\nname = "two\\nlines"\n')
        self.refused("causes", knowledge=self.path("broken.toml"), status=1, says=("broken.toml:11:8: `c`: `name` has a line break",))

    def test_it_bakes(self):
        header = self.done("bake", self.base, "--namespace", "nasty")
        self.assertIn("namespace treatise::nasty", header)
        self.assertTrue(header.isascii())


class graphs(case):
    """Import and export, where the tool was built with its readers."""
    nodes = "id\tname\tkind\nC1\tAlpha\tCompound\nD1\tPain\tDisease\nP1\tPainkillers\tPharmacologic Class\n"
    edges = "source\tmetaedge\ttarget\nC1\tCpD\tD1\nC1\tCpD\nC2\tCpD\tD1\nP1\tPCiC\tC1\nD1\tDlA\tA1\n"

    def setUp(self):
        super().setUp()
        if "reads no graphs" in self.call("import", "x", "--output", self.path("x")).stderr:
            self.skipTest("built without the readers of graphs")

    def net(self):
        os.mkdir(self.path("net"))
        self.write("net/nodes.tsv", self.nodes)
        self.write("net/edges.tsv.gz", gzip.compress(self.edges.encode()))
        return self.path("net")

    def imported(self, *arguments, says=()):
        p = self.call("import", *arguments, "--output", self.path("net.treatise"))
        self.assertEqual(p.returncode, 0, p.stderr)
        for words in says:
            self.assertIn(words, p.stdout + p.stderr)
        return self.path("net.treatise")

    def test_a_folder_becomes_knowledge_for_every_question(self):
        base = self.imported(self.net(), "--format", "hetionet", says=(
            "read 3 nodes and 5 rows\nmapped 4 entities, 2 claims and 2 edges of structure\n",
            "edges.tsv.gz:3:1: has 2 columns; expected 3\n", "skipped 1: row with the predicate DlA"))
        listed = self.done("candidates", "pain", knowledge=base)
        self.assertRegex(listed, r"(?m)^no class given\n  C2:")
        self.assertIn("Painkillers", listed)
        self.assertIn("not reviewed", listed)
        table = self.done("compare", "pain", knowledge=base)
        self.assertIn("No guideline here recommends it or advises against it", table)
        self.assertRegex(table, r"(?m)^C2 ")

    def test_a_mapping_file_changes_what_becomes_what(self):
        mapping = self.write("m.toml", '[[predicate]]\nnames = "CpD"\nrelation = "none"\n')
        self.imported(self.net(), "--format", "hetionet", "--mapping", mapping, says=("0 claims",))

    def test_what_is_wrong_names_its_place_and_writes_nothing(self):
        net = self.net()
        before = sorted(os.listdir(self.folder))
        out = ["--output", self.path("x.treatise")]
        self.write("net/m.toml", '[[predicate]]\nnames = "CpD"\nrelation = "used_fro"\n')
        self.refused("import", net, "--format", "hetionet", "--mapping", self.path("net/m.toml"), *out, status=1,
                     says="m.toml:3:12: `relation`: is unknown: `used_fro`; did you mean `used_for`?")
        self.refused("import", net, "--format", "hetionet", "--mapping", self.path("none.toml"), *out, says="is not there")
        self.refused("import", net, "--format", "kgx", *out, status=1, says=(
            "nodes.tsv:1:1: has no column `category`; its header has 'id', 'name' or 'kind'", "nothing was imported"))
        self.refused("import", self.path("none"), *out, says="is not there")
        self.refused("import", net, "--format", "nope", *out, says="none of kgx, hetionet")
        self.refused("import", net, says="--output is missing")
        self.write("net/edges.tsv.gz", b"\x1f\x8bno gzip at all")
        self.refused("import", net, "--format", "hetionet", *out, status=1, says=("edges.tsv.gz: is damaged", "nothing was imported"))
        self.assertEqual(sorted(os.listdir(self.folder)), before)

    def test_a_snapshot_that_cannot_be_written_leaves_the_old_one(self):
        def small():
            import resource
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        net = self.net()
        self.write("kept", "what stood here before")
        self.refused("import", net, "--format", "hetionet", "--output", self.path("kept"), says="cannot be written", preexec_fn=small)
        self.refused("import", net, "--format", "hetionet", "--output", self.path("no/such"), says="cannot be written")
        self.assertEqual(self.read("kept"), b"what stood here before")
        self.assertEqual(sorted(os.listdir(self.folder)), ["kept", "net"])

    def test_an_export_is_imported_again_as_it_was(self):
        base = self.imported(self.net(), "--format", "hetionet")
        p = self.call("export", "--format", "kgx", "--output", self.path("kgx"), knowledge=base)
        self.assertEqual((p.returncode, p.stdout, p.stderr), (0, "", "wrote 2 files to %s\n" % self.path("kgx")))
        before = self.done("candidates", "pain", "--format", "json", knowledge=base)
        again = self.imported(self.path("kgx"), "--format", "kgx")
        self.assertEqual(self.done("candidates", "pain", "--format", "json", knowledge=again), before)

    def test_an_export_that_cannot_be_written_says_so(self):
        file = self.write("file", "x")
        self.refused("export", "--output", file, says="is no folder and cannot be made one")
        self.refused("export", says="--output is missing")
        self.refused("export", "--format", "nope", "--output", self.path("x"), says="none of kgx, neo4j-csv")

        def small():
            import resource
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        for form in ("kgx", "neo4j-csv"):
            self.refused("export", "--format", form, "--output", self.path(form), says="cannot write", preexec_fn=small)
            for name in os.listdir(self.path(form)):
                self.assertNotIn(".part", name)


class check_and_bake(case):
    def test_the_knowledge_has_no_errors(self):
        text = self.done("check", KNOWLEDGE)
        self.assertRegex(text, r"no errors, \d+ notes?; neuropathic-pain [\d.]+: \d+ causes, \d+ classes, \d+ therapies, \d+ sources?, \d+ claims")
        made = json.loads(self.done("check", KNOWLEDGE, "--format", "json"))
        self.assertEqual((made["errors"], len(made["paths"])), (0, 1))

    def test_check_reports_loose_ends(self):
        text = self.done("check", self.write("loose.toml", BASE + '[[therapy]]\nkey = "alone"\nname = "Alone"\n'))
        self.assertIn("`alone`: is an orphan", text)
        self.assertIn("listed under no class", text)
        self.assertIn("2 notes", text)

    def test_errors_as_json(self):
        p = self.call("check", self.write("bad.toml", BASE + "x = 1\n"), "--format", "json")
        made = json.loads(p.stdout)
        self.assertEqual((p.returncode, made["errors"]), (1, 1))
        problem = made["paths"][0]["errors"][0]
        self.assertEqual((problem["line"], problem["column"]), (9, 1))
        self.assertTrue(problem["file"].endswith("bad.toml"))

    def test_bake_writes_the_same_to_a_file_and_to_standard_output(self):
        self.assertEqual(self.call("bake", KNOWLEDGE, "--output", self.path("k.hpp")).returncode, 0)
        header = self.read("k.hpp").decode()
        self.assertEqual(header, self.done("bake", KNOWLEDGE))
        self.assertTrue(header.startswith("// SPDX-License-Identifier: BSL-1.0\n#pragma once\n"))
        self.assertIn("namespace treatise::neuropathic_pain", header)

    def test_graph_is_dot(self):
        for call in (["graph"], ["graph", CAUSE]):
            text = self.done(*call)
            self.assertTrue(text.startswith("digraph"))
            self.assertIn('"%s"' % CAUSE, text)
            if shutil.which("dot"):
                subprocess.run(["dot", "-Tcanon"], input=text, encoding="utf-8", check=True, stdout=subprocess.DEVNULL)


class snapshots(case):
    def setUp(self):
        super().setUp()
        self.file = self.path("kb.snapshot")
        p = self.call("snapshot", KNOWLEDGE, "--output", self.file)
        self.assertEqual((p.returncode, p.stdout, p.stderr), (0, "", ""))

    def test_every_command_answers_from_a_snapshot_as_from_the_files(self):
        for call in CALLS + [["find", "Neurontin"], ["search", "lido"], ["graph", CAUSE]]:
            self.assertEqual(self.done(*call, knowledge=self.file), self.done(*call, knowledge=KNOWLEDGE), call)
        self.assertEqual(self.done("bake", self.file), self.done("bake", KNOWLEDGE))
        self.assertEqual(self.done("ids", self.file), self.done("ids", KNOWLEDGE))

    def test_a_snapshot_of_a_snapshot_is_the_same_file(self):
        before = self.read("kb.snapshot")
        for output in (self.path("again.snapshot"), self.file):
            self.assertEqual(self.call("snapshot", self.file, "--output", output).returncode, 0)
            with open(output, "rb") as f:
                self.assertEqual(f.read(), before)

    def test_check_reads_a_snapshot(self):
        self.assertRegex(self.done("check", self.file), r"no errors, \d+ notes?; neuropathic-pain [\d.]+: \d+ causes")

    def test_damage_is_refused(self):
        whole = self.read("kb.snapshot")
        for at in (0, 20, 100, len(whole) // 2, len(whole) - 300):
            damaged = self.write("damaged.snapshot", whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
            p = self.call("causes", knowledge=damaged)
            self.assertNotEqual(p.returncode, 0, at)
            self.assertEqual(p.stdout, "", at)
            self.assertIn("damaged.snapshot", p.stderr)
            if at >= 20:
                self.assertEqual(self.call("check", damaged).returncode, 1, at)
        self.refused("causes", knowledge=self.write("cut.snapshot", whole[:-64]), status=1, says=("cut.snapshot", "is cut off"))

    def test_an_output_is_needed(self):
        self.refused("snapshot", KNOWLEDGE, says="--output is missing")
        self.refused("snapshot", KNOWLEDGE, "--output", self.path("no/folder/kb"), says="cannot be written")
        self.assertEqual(os.listdir(self.folder), ["kb.snapshot"])


def table_rows(self, text):
    """The rows of every table of a markdown text, read as GitHub does: cells at the pipes that no backslash precedes."""
    rows, columns = [], 0
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if not line.startswith("|"):
            columns = 0
            continue
        cells = [c.strip() for c in re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]]
        self.assertTrue(line.endswith("|"), line)
        if columns == 0:
            columns = len(cells)
            self.assertRegex(lines[number + 1], r"^\|(:?-+:?\|){%d}$" % columns)
            self.assertEqual(lines[number - 1], "", "a table begins behind an empty line")
        self.assertEqual(len(cells), columns, line)
        if not re.fullmatch(r"[|:-]+", line):
            rows.append(cells)
    return rows


class disagreements(case):
    CAUSE = "neuropathic-pain"

    def groups(self, *more):
        return json.loads(self.done("disagreements", self.CAUSE, "--format", "json", *more))["groups"]

    def test_every_side_has_stance_source_place_and_how_it_was_read(self):
        groups = self.groups()
        self.assertGreater(len(groups), 20)
        for g in groups:
            self.assertGreaterEqual(len(g["sides"]), 2, g)
            self.assertIn(g["kind"], g["kinds"])
            self.assertGreaterEqual(len({s["claim"]["source"] for s in g["sides"]}), 2)
            for s in g["sides"]:
                for field in ("stance", "source", "place", "read", "text"):
                    self.assertTrue(s["claim"][field], s)
            relations = {s["claim"]["relation"] for s in g["sides"]}
            self.assertTrue(relations == {g["relation"]} or "mention" in g["kinds"], relations)
            self.assertNotIn(g["relation"], {c["claim"]["relation"] for c in g["context"]} - {"affects"})
        kinds = ["answer", "strength", "line", "certainty", "size", "coverage", "mention"]
        order = [kinds.index(g["kind"]) for g in groups]
        self.assertEqual(order, sorted(order))

    def test_five_groups_are_shown_and_the_rest_is_counted(self):
        count = len(self.groups())
        text = self.done("disagreements", self.CAUSE)
        self.assertIn("Groups: %d. Shown: 5." % count, text)
        self.assertIn("%d more: --all" % (count - 5), text)
        self.assertEqual(len(re.findall(r"(?m)^\d+  \S", text)), 5)
        whole = self.done("disagreements", self.CAUSE, "--all")
        self.assertEqual(len(re.findall(r"(?m)^\d+  \S", whole)), count)
        self.assertNotIn("more: --all", whole)
        for g in self.groups():
            for s in g["sides"]:
                self.assertIn("#" + s["claim"]["id"], whole)

    def test_one_option_alone(self):
        of_one = self.groups("--options", "opioids")
        self.assertTrue(0 < len(of_one) < len(self.groups()))
        text = self.done("disagreements", self.CAUSE, "--options", "opioids")
        self.assertIn("Groups: %d. Shown: %d." % (len(of_one), len(of_one)), text)
        for name in ("gabapentin", "Neurontin", "gabapentinoids"):
            self.assertTrue(self.groups("--options", name))
        self.refused("disagreements", self.CAUSE, "--options", "opiods", says=("is no therapy or class", "'opioid'"))
        self.refused("disagreements", self.CAUSE, "--options", self.CAUSE, says="is a cause, not a therapy or class")
        self.refused("disagreements", self.CAUSE, "--options", "", says="--options has an empty value")

    def test_width(self):
        for width in (40, 60, 80, 140):
            self.fits(self.done("disagreements", self.CAUSE, "--all", "--width", str(width)), width)
        self.assertTrue(self.done("disagreements", self.CAUSE, "--ascii").isascii())

    def test_markdown_has_a_table_a_group(self):
        groups = self.groups()
        rows = table_rows(self, self.done("disagreements", self.CAUSE, "--all", "--format", "markdown"))
        heads = [r for r in rows if r[0] == "Stance"]
        self.assertEqual(len(heads), len(groups))
        told = " ".join(r[4] for r in rows if r[0] != "Stance")
        for g in groups:
            for s in g["sides"]:
                self.assertIn("`#%s`" % s["claim"]["id"], told)

    def test_no_group_is_no_agreement(self):
        text = self.done("disagreements", "pdn", knowledge=CLAIMS)
        self.assertIn("Groups: 0. Shown: 0.", text)
        self.assertIn("does not mean that they agree", " ".join(text.split()))

    def test_names_that_break_formats(self):
        base = self.write("nasty.toml", BASE + SOURCE + SOURCE.replace("leaflet", "other") + '''
[[cause]]
key = "c"
name = "a|b <i>"
[[therapy]]
key = "t"
name = "x | y `z` <b>"
[[scheme]]
key = "s"
name = "S"
strengths = ["strong"]
''' + "".join('''
[[recommended_for]]
id = "%s"
subject = "t"
object = "c"
stance = "%s"
scheme = "s"
strength = "strong"
source = "%s"
place = "p|q"
checked = 2026
population = "a\\\\|b"
''' % c for c in (("one", "for", "leaflet"), ("two", "against", "other"))))
        rows = table_rows(self, self.done("disagreements", "c", "--format", "markdown", knowledge=base))
        self.assertEqual([len(r) for r in rows], [5, 5, 5])
        self.assertEqual(len(json.loads(self.done("disagreements", "c", "--format", "json", knowledge=base))["groups"]), 1)


class audits(case):
    def audit(self, *arguments, **more):
        p = self.call("audit", *arguments, **more)
        self.assertEqual(p.stderr, "")
        return p.returncode, p.stdout

    def broken(self):
        """A cause without a definition: an error of check A1 at least."""
        return self.write("base.toml", BASE + SOURCE + '''
[[cause]]
key = "c"
name = "C"
[[therapy]]
key = "t"
name = "T"
[[used_for]]
id = "named"
subject = "t"
object = "c"
source = "leaflet"
place = "page 1"
checked = 2026-01-01
''')

    def test_an_error_ends_with_1_in_every_format(self):
        base = self.broken()
        code, text = self.audit("c", knowledge=base)
        self.assertEqual(code, 1)
        self.assertIn("error A1: ", text)
        self.assertIn("the whole table", text)
        code, text = self.audit("c", "--format", "json", knowledge=base)
        made = json.loads(text)
        self.assertEqual(code, 1)
        self.assertEqual(made["errors"] + made["warnings"] + made["notes"], len(made["findings"]))
        self.assertIn(("A1", "error"), {(f["check"], f["severity"]) for f in made["findings"]})
        self.assertEqual(self.audit("c", "--format", "markdown", knowledge=base)[0], 1)

    def test_the_exit_status_is_that_of_the_findings(self):
        for cause in (CAUSE, "neuropathic-pain", "trigeminal-neuralgia"):
            for view in ("overview", "pharmacology"):
                code, text = self.audit(cause, "--view", view, "--format", "json")
                made = json.loads(text)
                self.assertEqual(made["view"], view)
                self.assertEqual(code, 1 if made["errors"] else 0)
                self.assertEqual(made["errors"], sum(f["severity"] == "error" for f in made["findings"]))
                columns = {c["key"] for c in json.loads(self.done("columns", "--format", "json"))["columns"]}
                for f in made["findings"]:
                    self.assertRegex(f["check"], r"^[A-FR]\d+$")
                    self.assertTrue(f["what"])
                    self.assertIn(f.get("column", "option"), columns)

    def test_a_page_for_patients_is_audited_for_named_options(self):
        chosen = ("--view", "patient", "--options", "duloxetine,pregabalin", "--format", "json")
        code, text = self.audit(CAUSE, *chosen)
        self.assertEqual((code, json.loads(text)["errors"]), (0, 0))

    def test_text_tells_every_finding_with_its_claim(self):
        made = json.loads(self.audit(CAUSE, "--format", "json")[1])
        text = self.audit(CAUSE, "--width", "100")[1]
        self.fits(text, 100)
        for f in made["findings"]:
            self.assertIn("%s %s: " % (f["severity"], f["check"]), text)
            if "claim" in f:
                self.assertIn("#" + f["claim"], text)

    def test_bad_calls(self):
        self.refused("audit", says="CAUSE is missing")
        self.refused("audit", "nope", "--view", "overvew", says=("'nope'", "the nearest: 'overview'"))
        self.refused("audit", CAUSE, "--format", "csv", says="is none of")


class two_editions(case):
    CLAIM = '''
[[affects]]
id = "%s"
subject = "t"
object = "%s"
about = ["c"]
source = "leaflet"
place = "page 1"
checked = 2026-01-01
statistic = "per_100"
value = %s
compared_with = "not stated"
time_frame = "not stated"
participants = "not stated"
certainty = "not stated"
'''

    def edition(self, name, version="1.0.0", claims=(), more=""):
        return self.write(name + ".toml", BASE.replace("1.0.0", version) + SOURCE + '''
[[cause]]
key = "c"
name = "C|D"
[[therapy]]
key = "t"
name = "T"
[[outcome]]
key = "harm"
name = "harm"
valence = "undesirable"
[[outcome]]
key = "good"
name = "good"
valence = "desirable"
''' + more + "".join(self.CLAIM % c if isinstance(c, tuple) else c for c in claims))

    def two(self):
        old = self.edition("old", claims=[("recalled-one", "good", 40), ("harm-one", "harm", 5), ("good-one", "good", 30),
                                          ("gone-one", "good", 20)])
        recalled = self.CLAIM % ("recalled-one", "good", 40) + \
            'status = "withdrawn"\nstatus_date = 2026-03-01\nstatus_reason = "columns | swapped"\n'
        new = self.edition("new", "1.1.0", [recalled, ("harm-one", "harm", 7), ("good-one", "good", "31.0"), ("new-one", "good", 50)],
                           '[[therapy]]\nkey = "u"\nname = "U"\n')
        return old, new


class editions(two_editions):
    def test_what_was_withdrawn_comes_first_then_safety(self):
        text = self.done("diff", *self.two())
        at = [text.index(part) for part in ("what changed from 1.0.0 to 1.1.0", "Withdrawn (", "withdrawn 1 Mar 2026: columns | swapped",
                                            "#recalled-one", "Side effects and other harms (1 changed)", "value: 5 → 7", "#harm-one",
                                            "Benefits (", "  added\n", "#new-one", "  changed\n", "value: 30 → 31.0", "#good-one",
                                            "  removed\n", "#gone-one", "U (therapy, u)")]
        self.assertEqual(at, sorted(at))
        self.assertIn("Claims: 1 withdrawn, 1 added, 2 changed, 1 removed. Entities: 1 added, 0 changed, 0 removed.",
                      " ".join(text.split()))

    def test_json_holds_every_change_field_by_field(self):
        made = json.loads(self.done("diff", *self.two(), "--format", "json"))
        self.assertEqual((made["format"], made["old"]["version"], made["new"]["version"]), ("treatise-diff", "1.0.0", "1.1.0"))
        self.assertEqual([(c["change"], c["id"], c["safety"]) for c in made["claims"]],
                         [("withdrawn", "recalled-one", False), ("changed", "harm-one", True), ("added", "new-one", False),
                          ("changed", "good-one", False), ("removed", "gone-one", False)])
        harm = made["claims"][1]
        self.assertEqual(harm["fields"], [{"field": "value", "before": "5", "after": "7"}])
        self.assertEqual((harm["before"]["carries"]["value"], harm["after"]["carries"]["value"]), ("5", "7"))
        self.assertNotIn("before", made["claims"][2])
        self.assertNotIn("after", made["claims"][4])
        self.assertEqual([(e["change"], e["key"], e["entity_kind"]) for e in made["entities"]], [("added", "u", "therapy")])

    def test_markdown_and_widths(self):
        two = self.two()
        text = self.done("diff", *two, "--format", "markdown")
        self.assertIn("\n## Withdrawn (1)\n\n- ", text)
        self.assertIn("columns \\| swapped", text)
        for width in (40, 80, 140):
            self.fits(self.done("diff", *two, "--width", str(width)), width)

    def test_many_changes_are_counted_first_and_told_in_a_line_each(self):
        old = self.edition("old")
        new = self.edition("new", "1.1.0", [("c-%d" % i, "good", i % 90) for i in range(101)])
        brief, full = self.done("diff", old, new), self.done("diff", old, new, "--full")
        self.assertIn("In short\n  Benefits: 101 added\n", brief)
        self.assertNotIn("In short", full)
        self.assertLess(brief.count("\n"), full.count("\n"))
        for i in range(101):
            self.assertIn("#c-%d\n" % i, brief)
        self.assertEqual(len(json.loads(self.done("diff", old, new, "--format", "json"))["claims"]), 101)

    def test_nothing_differs(self):
        old, new = self.edition("old"), self.edition("new")
        for more in ([], ["--exit-code"]):
            self.assertIn("Nothing differs", self.done("diff", old, new, *more))
        made = json.loads(self.done("diff", old, old, "--format", "json"))
        self.assertEqual((made["claims"], made["entities"]), ([], []))
        self.assertIn("Nothing differs", self.done("diff", KNOWLEDGE, KNOWLEDGE))

    def test_the_order_of_files_and_lines_is_no_difference(self):
        one = self.edition("one", claims=[("a-one", "good", 1), ("a-two", "harm", 2)])
        os.mkdir(self.path("two"))
        self.write("two/b.toml", "".join(self.CLAIM % c
                                         for c in (("a-two", "harm", 2), ("a-one", "good", 1))))
        self.write("two/z.toml", self.read(os.path.basename(self.edition("base"))))
        self.assertIn("Nothing differs", self.done("diff", one, self.path("two")))

    def test_exit_code(self):
        old, new = self.two()
        self.assertEqual(self.call("diff", old, new).returncode, 0)
        for format in ("text", "markdown", "json"):
            p = self.call("diff", old, new, "--exit-code", "--format", format)
            self.assertEqual((p.returncode, p.stderr), (1, ""))
            self.assertEqual(p.stdout, self.call("diff", old, new, "--format", format).stdout)

    def test_bad_calls_and_bad_knowledge(self):
        old = self.edition("old")
        self.refused("diff", says=("OLD is missing", "NEW is missing"))
        self.refused("diff", old, says="NEW is missing")
        self.refused("diff", self.path("a"), self.path("b"), says=("a' is not there", "b' is not there"))
        bad, worse = self.write("bad.toml", BASE + "x = 1\n"), self.write("worse.toml", "[[cause]\n")
        message = self.refused("diff", bad, worse, status=1, says=("bad.toml:9:1", "worse.toml:1:"))
        self.assertEqual(message.count("treatise: the knowledge in"), 2)
        self.refused("diff", old, old, "--exit-cod", says="the nearest: --exit-code")

    def test_two_bases_are_no_editions(self):
        old, new = self.edition("old"), self.write("new.toml", BASE.replace("test-base", "other-base"))
        self.assertIn("These are two knowledge bases, test-base and other-base", self.done("diff", old, new))

    def test_why_and_tables_know_what_was_withdrawn(self):
        _, new = self.two()
        self.assertNotIn("40 of 100", self.done("compare", "c", knowledge=new))
        text = self.done("why", "c", "t", knowledge=new)
        self.assertIn("Withdrawn: no table shows it", text)
        self.assertIn("withdrawn 1 Mar 2026: columns | swapped", text)
        made = json.loads(self.done("why", "c", "t", "--format", "json", knowledge=new))
        self.assertEqual([c["id"] for c in made["withdrawn"]], ["recalled-one"])
        self.assertNotIn("recalled-one", [s["claim"]["id"] for s in made["statements"]])


class lists(two_editions):
    """check --recalls, --stale-as-of and --released, and ids."""

    def check(self, *arguments):
        p = self.call("check", *arguments)
        return p.returncode, p.stdout + p.stderr

    def test_a_recalled_claim_that_is_not_withdrawn_is_refused_with_both_places(self):
        old, new = self.two()
        recalls = self.write("recalls.txt", "# March\nrecalled-one columns swapped\n")
        code, told = self.check(old, "--recalls", recalls)
        self.assertEqual(code, 1)
        line = self.read("old.toml").decode().splitlines().index('id = "recalled-one"') + 1
        self.assertIn("%s:%d:6: `recalled-one`: is recalled by %s:2:1 (columns swapped) and not withdrawn" % (old, line, recalls), told)
        self.assertEqual(self.check(new, "--recalls", recalls)[0], 0)
        code, told = self.check(new, old, "--recalls", recalls)
        self.assertEqual(code, 1)
        self.assertIn("'%s' has 1 error" % old, told)

    def test_recalls_as_json(self):
        old, _ = self.two()
        p = self.call("check", old, "--recalls", self.write("r.txt", "good-one\nharm-one\n"), "--format", "json")
        made = json.loads(p.stdout)
        self.assertEqual((p.returncode, made["errors"]), (1, 2))
        self.assertEqual([e["key"] for e in made["paths"][0]["errors"]], ["good-one", "harm-one"])
        self.assertTrue(all(e["file"] == old and e["line"] > 10 and e["column"] == 6 for e in made["paths"][0]["errors"]))

    def test_a_recalled_id_that_is_not_there_is_told_with_the_nearest(self):
        old, _ = self.two()
        code, told = self.check(old, "--recalls", self.write("r.txt", "goood-one\n"))
        self.assertEqual(code, 0)
        self.assertIn("`goood-one`: is recalled, and no claim of this base has this id; the nearest: `good-one`", told)

    def test_an_id_behind_a_number_sign_is_not_taken_for_a_comment(self):
        old, _ = self.two()
        code, told = self.check(old, "--recalls", self.write("r.txt", "#good-one\n# good-one\n#another\n"))
        self.assertEqual(code, 1)
        self.assertEqual(told.count("stands behind #"), 1)

    def test_bad_recalls(self):
        old, _ = self.two()
        for text in (b"Good-One\n", b"\xff\xfe\n\xff\n", b"two--dashes x\n", b"\x00\n"):
            code, told = self.check(old, "--recalls", self.write("r.txt", text))
            self.assertEqual(code, 1, text)
            self.assertIn("r.txt:1:1: ", told)
            self.assertIn("the lists have 1 error", told)
        self.refused("check", old, "--recalls", self.path("missing"), says="missing' is not there")
        self.refused("check", old, "--recalls", self.folder, says="is a folder")
        self.refused("check", old, "--recalls", "", says="--recalls has an empty value")
        self.refused("check", self.path("no"), "--recalls", self.path("missing"), "--stale-as-of", "soon", "--released", self.folder,
                     says=("no' is not there", "missing' is not there", "'soon' is no date", "is a folder"))

    def stale_base(self):
        return self.edition("stale", claims=[self.CLAIM % ("old-one", "good", 1) +
                                             'valid_until = "2025-06"\n'])

    def test_stale_claims_are_told_and_fail_where_asked(self):
        base = self.stale_base()
        for day, stale in (("2025", False), ("2025-06-30", False), ("2025-07", True), ("2025-07-01", True), ("2026", True), ("today", True)):
            code, told = self.check(base, "--stale-as-of", day)
            self.assertEqual((code, "`old-one`: is past its date" in told), (0, stale), day)
            code, told = self.check(base, "--stale-as-of", day, "--fail-on-stale")
            self.assertEqual((code, "stale.toml:" in told), (int(stale), stale), day)
        self.assertNotIn("past its date", self.check(base)[1])

    def test_stale_needs_a_day(self):
        base = self.stale_base()
        self.refused("check", base, "--fail-on-stale", says="--fail-on-stale needs the day")
        for day in ("2025-13", "yesterday", "now"):
            self.refused("check", base, "--stale-as-of", day, says="is no date; expected 2024, 2024-10, 2024-10-01 or today")

    def test_ids_list_every_claim_and_the_list_holds(self):
        old, _ = self.two()
        self.assertEqual(self.call("ids", old, "-o", self.path("ids.txt")).returncode, 0)
        lines = [l.split("\t") for l in self.read("ids.txt").decode().splitlines() if not l.startswith("#")]
        self.assertEqual(lines, [["gone-one", "affects", "t", "good"], ["good-one", "affects", "t", "good"],
                                 ["harm-one", "affects", "t", "harm"], ["recalled-one", "affects", "t", "good"]])
        self.assertEqual(self.check(old, "--released", self.path("ids.txt"))[0], 0)
        whole = self.done("ids", KNOWLEDGE)
        claims = 0
        for name in os.listdir(KNOWLEDGE):
            with open(os.path.join(KNOWLEDGE, name), encoding="utf-8") as f:
                claims += len(re.findall(r"(?m)^id = ", f.read()))
        self.assertEqual(len([l for l in whole.splitlines() if not l.startswith("#")]), claims)

    def test_a_released_id_may_not_disappear_or_change_its_meaning(self):
        old, new = self.two()
        ids = self.done("ids", old)
        path = self.write("ids.txt", ids)
        code, told = self.check(new, "--released", path)
        self.assertEqual(code, 1)
        self.assertIn("ids.txt:3:1: `gone-one`: was released and is gone", told)
        self.refused("ids", new, "--released", path, status=1, says="`gone-one`")
        self.write("ids.txt", ids.replace("gone-one\taffects\tt\tgood", "gone-one\taffects\tt\tgood\tentered twice"))
        self.assertEqual(self.check(new, "--released", path)[0], 0)
        following = self.done("ids", new, "--released", path)
        self.assertIn("\ngone-one\taffects\tt\tgood\tentered twice\n", following)
        self.assertIn("\nnew-one\taffects\tt\tgood\n", following)
        self.write("ids.txt", following)
        again = self.edition("again", "1.2.0", [("gone-one", "good", 1), ("good-one", "harm", 1)])
        code, told = self.check(again, "--released", path)
        self.assertEqual(code, 1)
        self.assertIn("`gone-one`: was removed (entered twice) and is there again", told)
        self.assertRegex(told, r"`good-one`: was released as \"affects t good\" and now says \"affects t harm\".*again.toml:\d+:6")

    def test_bad_lists_of_released_ids(self):
        old, _ = self.two()
        path = self.write("ids.txt", "good-one affects t good\nharm-one\tcures\tt\tharm\n")
        for call in (["check", old, "--released", path], ["ids", old, "--released", path]):
            p = self.call(*call)
            self.assertEqual(p.returncode, 1)
            for says in ("ids.txt:1:1", "ids.txt:2:1: `harm-one`: names the unknown relation `cures`"):
                self.assertIn(says, p.stderr)
        self.refused("ids", says="PATH is missing")
        self.refused("ids", old, "--released", self.path("none"), says="is not there")
        self.refused("ids", self.path("none"), says="is not there")


if __name__ == "__main__":
    unittest.main(verbosity=2)
