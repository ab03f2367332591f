# SPDX-License-Identifier: BSL-1.0
"""The tool as a person calls it: results on standard output, everything else on standard error, the exit status.

TREATISE_TOOL names the program, TREATISE_SOURCE_DIR the project. Run one class: tool_test.py compare
"""
import csv
import html.parser
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import unittest

ROOT = os.environ.get("TREATISE_SOURCE_DIR", os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
TOOL = os.path.abspath(os.environ.get("TREATISE_TOOL", os.path.join(ROOT, "build", "release", "tools", "treatise")))
KNOWLEDGE = os.path.join(ROOT, "knowledge", "neuropathic-pain")
BUILT_IN = os.path.exists(os.path.join(ROOT, "include", "treatise", "knowledge", "neuropathic_pain.hpp"))
CAUSE = "painful-diabetic-neuropathy"
COMMANDS = ["compare", "candidates", "why", "paths", "gaps", "causes", "therapies", "classes", "sources", "show", "find",
            "presets", "columns", "graph", "check", "bake"]
# One call of each command that lists or answers.
CALLS = [["causes"], ["therapies"], ["classes"], ["sources"], ["presets"], ["columns"], ["show", "gabapentin"],
         ["show", "guide-2024"], ["find", "Neurontin"], ["candidates", CAUSE], ["gaps", CAUSE], ["why", CAUSE, "ketamine"],
         ["why", CAUSE, "gabapentinoids"], ["paths", "ketamine", "neuropathic-pain"], ["compare", CAUSE]]


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
            example = self.done(command, "--help").split("Example:\n")[1]
            for line in example.splitlines():
                if not line.strip().startswith("treatise") or "|" in line:
                    continue
                words = line.split()[1:]
                p = self.call(*[w.replace("knowledge/neuropathic-pain", KNOWLEDGE) for w in words], cwd=self.folder)
                self.assertEqual((p.returncode, p.stderr), (0, ""), line)
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
                self.assertIn("is not advice for one person", text)

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
            self.assertIn(claim["place"], " ".join(self.done("show", key).split()))


class answers(case):
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
        base = os.path.join(os.path.dirname(os.path.abspath(__file__)), "claims.toml")
        text = self.done("why", "pdn", "dulo", "--width", "100", knowledge=base)
        told = ["BOXED (FDA): suicidal thoughts", "in children, adolescents, young adults",
                "FDA label 2021 §, Boxed warning, United States [S]", "#boxed",
                "set apart by the source: pain", "not with MAO inhibitors",
                "about this cause", "pain at least halved: 45 (40 to 50) v 26 of 100",
                "(40 to 50), v placebo, 12 weeks or less, 908 people, certainty: moderate", "as studied: 60 mg a day",
                "Cochrane 2014, Summary of findings 1 [S]", "#half-dulo",
                "about a class it belongs to, not about it alone; about a wider group: pain",
                "SNRIs: pain at least halved: not per 100: NNT 7.10 (5.2 to ∞)", "time not stated by the source",
                "Cochrane 2014, Table 2 [R], restated in FDA label 2021, page 3",
                "about any use", "nausea: 23 v 8 of 100", "FDA label 2021 §, section 6 [C]", "[R] read where another source"]
        at, flat = 0, " ".join(text.split())
        for part in told:  # each behind the one before
            self.assertIn(part, flat[at:])
            at = flat.index(part, at)
        self.assertTrue(self.done("why", "pdn", "dulo", "--ascii", knowledge=base).replace("∞", "").isascii())
        boxed = json.loads(self.done("why", "pdn", "dulo", "--format", "json", knowledge=base))["statements"][0]
        self.assertEqual((boxed["facet"], boxed["first"], boxed["claim"]["carries"]["form"]), ("warning", True, "boxed"))

    def test_a_scope_does_not_hide_a_warning(self):
        base = os.path.join(os.path.dirname(os.path.abspath(__file__)), "claims.toml")
        for scope in (["--source", "cochrane-2014"], ["--as-of", "1990"], ["--verified"], ["--applicability", "exact"], ["--source-kind", "trial"]):
            self.assertIn("BOXED (FDA)", self.done("why", "pdn", "dulo", *scope, knowledge=base))

    def test_why_says_what_is_missing(self):
        text = self.done("why", CAUSE, "gabapentinoids")
        self.assertTrue(text.index("Warnings") < text.index("Benefit") < text.index("Harms"))
        self.assertIn("not reported: no source here says; it does not mean none", text)
        self.assertIn("Nobody here says", text)

    def test_why_keeps_option_class_and_member_apart(self):
        self.assertIn("about a therapy in it", self.done("why", CAUSE, "gabapentinoids"))
        self.assertIn("about a class it belongs to, not about it alone", self.done("why", CAUSE, "gabapentin"))

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
            name = json.loads(self.done("show", g["outcome"], "--format", "json"))["entity"]["name"]
            self.assertIn(name, text)

    def test_a_scope_narrows(self):
        every = json.loads(self.done("candidates", CAUSE, "--format", "json"))["candidates"]
        skin = json.loads(self.done("candidates", CAUSE, "--kind", "on-the-skin", "--format", "json"))["candidates"]
        self.assertTrue(0 < len(skin) < len(every))
        none = json.loads(self.done("candidates", CAUSE, "--as-of", "1990", "--format", "json"))["candidates"]
        self.assertEqual(none, [])
        self.assertIn("No source", self.done("candidates", CAUSE, "--as-of", "1990"))

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
        self.assertIn("| Option |", self.done("compare", CAUSE, "--format", "markdown"))

    def test_width(self):
        for width in (40, 60, 80, 109, 110, 140, 200):
            self.fits(self.done("compare", CAUSE, "--width", str(width)), width)
        self.assertEqual(self.done("compare", CAUSE), self.done("compare", CAUSE, "--width", "140"))
        self.assertEqual(self.done("compare", CAUSE, env=environment(COLUMNS="80")), self.done("compare", CAUSE, "--width", "80"))

    def test_columns_options_and_presets(self):
        made = json.loads(self.done("compare", CAUSE, "--columns", "harms,benefit", "--options", "ketamine,gabapentin", "--format", "json"))
        self.assertEqual([c["key"] for c in made["columns"]], ["option", "harms", "benefit"])
        self.assertEqual({r["option"] for r in made["rows"]}, {"ketamine", "gabapentin"})
        presets = [p["key"] for p in json.loads(self.done("presets", "--format", "json"))["presets"]]
        self.assertTrue({"overview", "pharmacology", "guide-medications", "guide-non-drug"} <= set(presets))
        for preset in presets:
            self.assertEqual(json.loads(self.done("compare", "neuropathic-pain", "--preset", preset, "--format", "json"))["preset"], preset)

    def test_all_shows_every_row(self):
        rows = [len(json.loads(self.done("compare", CAUSE, *more, "--format", "json"))["rows"]) for more in ([], ["--all"])]
        self.assertLessEqual(rows[0], rows[1])

    def test_transposed_and_in_ascii(self):
        turned = self.done("compare", CAUSE, "--transpose", "--options", "ketamine,gabapentin", "--format", "csv")
        self.assertNotEqual(turned, self.done("compare", CAUSE, "--options", "ketamine,gabapentin", "--format", "csv"))
        plain = self.done("compare", CAUSE, "--ascii")
        self.assertIn("(wider)", plain)
        self.assertTrue(plain.isascii())

    def test_the_ending_of_the_output_names_the_format(self):
        for ending, start in ((".html", "<!doctype"), (".json", "{"), (".csv", "record"), (".md", "#"), (".tex", "\\"), (".txt", "Painful")):
            name = "table" + ending
            self.assertEqual(self.call("compare", CAUSE, "-o", self.path(name)).stdout, "")
            self.assertTrue(self.read(name).decode().lower().startswith(start.lower()), ending)
        self.call("compare", CAUSE, "-o", self.path("x.html"), "--format", "csv")
        self.assertTrue(self.read("x.html").startswith(b"record"))

    def test_a_verified_scope_says_that_it_narrows(self):
        self.assertIn("Narrowed", self.done("compare", CAUSE, "--verified"))


class calls(case):
    def test_unknown_commands_and_options_name_the_nearest(self):
        self.refused("compair", CAUSE, says="the nearest: compare")
        self.refused("compare", CAUSE, "--formt", "csv", says="the nearest: --format")
        self.refused("--knowlege", "x", "causes", says="unknown option '--knowlege'; the nearest: --knowledge")
        self.refused("compare", CAUSE, "--format", "htm", says="the nearest: html")
        self.refused("compare", CAUSE, "--preset", "overvew", says="the nearest: 'overview'")
        self.refused("compare", CAUSE, "--columns", "benfit", says="the nearest: 'benefit'")
        self.refused("compare", CAUSE, "--applicability", "exat", says="the nearest: 'exact'")

    def test_unknown_names(self):
        self.refused("compare", "painful-diabetic-neuropaty", says=("is no cause", CAUSE, "treatise causes"))
        self.refused("compare", "gabapentin", says="is a therapy, not a cause")
        self.refused("why", CAUSE, "gabapentn", says=("is no therapy or class", "'gabapentin'"))
        self.refused("show", "nothing-like-it", says="is no key")
        self.refused("find", "gabapentn", says="'gabapentin'")
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
        message = self.refused("compare", "nope", "--options", "aaa,bbb", "--columns", "ccc", "--preset", "ddd", "--as-of", "eee",
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
        self.refused("compare", CAUSE, "--preset")

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
        for option in ("--kind", "--source", "--as-of", "--options", "--columns", "--preset", "--format", "--output", "--knowledge"):
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


class names(case):
    """Names of a base may hold anything that is text; no format may break on them."""
    NASTY = ["a|b", "<b>bold</b>", "R&D", "100 % of $5", "=1+1", 'say "so"', "it's", "tab\\there", "back\\\\slash",
             "`code`", "*stars* _under_", "{brace}", "~#^", "\\u202Ereversed", "\\u001b[31mred", "漢字", "é", "-- dash", "+ plus", "@at"]

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


if __name__ == "__main__":
    unittest.main(verbosity=2)
