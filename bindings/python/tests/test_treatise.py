# SPDX-License-Identifier: BSL-1.0
"""The package as a program uses it: python3 -m unittest discover bindings/python/tests"""
from __future__ import annotations

import concurrent.futures
import gc
import inspect
import json
import pathlib
import tempfile
import unittest

import treatise

CAUSE = "painful-diabetic-neuropathy"
ACME = """
[overlay]
key = "acme"
name = "Acme Health"
version = "1"
released = 2026-11-30

[[payer]]
key = "acme-plan"
name = "Acme Health plan"
jurisdiction = "us"

[[source]]
key = "acme-formulary"
name = "Acme formulary 2026"
kind = "payer_policy"
title = "Formulary, made up for a test"
authors = "Acme Health"
published = 2026

[[covered_for]]
id = "acme-capsaicin"
subject = "capsaicin-8-patch"
object = "postherpetic-neuralgia"
payer = "acme-plan"
status = "prior_authorization"
source = "acme-formulary"
place = "line 12"
checked = 2026-11-30
"""
OTHER = ACME.replace("acme", "other").replace("Acme", "Other")


class Questions(unittest.TestCase):
    base = treatise.built_in()

    def test_the_kinds_of_therapy_for_a_cause_come_with_their_options(self) -> None:
        answer = self.base.categories(CAUSE)
        self.assertEqual(answer["format"], "treatise-categories")
        options = [o["option"]["key"] for c in answer["categories"] for o in c["options"]]
        self.assertIn("duloxetine", options)
        self.assertIn("not advice", answer["notice"])

    def test_a_name_is_found_as_people_write_it(self) -> None:
        self.assertEqual(self.base.facts(" Painful Diabetic Neuropathy\u00ae", "Cymbalta")["option"]["key"], "duloxetine")

    def test_every_named_question_gets_the_answer_of_its_name(self) -> None:
        base = self.base
        answers = {
            "categories": base.categories(CAUSE),
            "facts": base.facts(CAUSE, "duloxetine"),
            "candidates": base.candidates(CAUSE),
            "circumstance": base.candidates(CAUSE, circumstance="pregnancy"),
            "comparison": base.compare(CAUSE, options=["duloxetine", "pregabalin"], columns=["benefit", "harms"]),
            "why": base.why(CAUSE, "duloxetine", column="benefit"),
            "about": base.about(CAUSE),
            "disagreements": base.disagreements(CAUSE),
            "gaps": base.gaps(CAUSE),
            "options-for": base.options_for("better-sleep", cause=CAUSE),
            "causes-of": base.causes_of("ketamine"),
            "head-to-head": base.head_to_head(CAUSE, ["duloxetine", "pregabalin"]),
            "across": base.across("ketamine", causes=[CAUSE, "neuropathic-pain"]),
            "search": base.search("lido", of="therapy"),
            "entity": base.show("duloxetine"),
        }
        for name, answer in answers.items():
            with self.subTest(name):
                self.assertEqual(answer["format"], f"treatise-{name}")
        self.assertEqual(base.find("Cymbalta")["found"][0]["key"], "duloxetine")
        self.assertIn(CAUSE, [c["key"] for c in base.causes()["causes"]])

    def test_a_method_takes_every_key_of_its_question(self) -> None:
        for question in self.base.ask("questions")["questions"]:
            method = getattr(self.base, question["question"].replace("-", "_"), None)
            if method is not None:
                with self.subTest(question["question"]):
                    keys = set(question["needs"] + question["takes"]) - {"compact"}
                    self.assertEqual(keys, set(inspect.signature(method).parameters))

    def test_a_scope_narrows_an_answer(self) -> None:
        narrowed = self.base.candidates(CAUSE, scope={"kind": ["on-the-skin"]})
        self.assertGreater(len(narrowed["candidates"]), 0)
        self.assertLess(len(narrowed["candidates"]), len(self.base.candidates(CAUSE)["candidates"]))

    def test_a_request_that_is_wrong_raises_what_was_expected(self) -> None:
        with self.assertRaisesRegex(treatise.RequestError, "no such cause") as caught:
            self.base.facts("no such cause", "duloxetine")
        self.assertTrue(all(problem["message"] for problem in caught.exception.problems))
        with self.assertRaises(treatise.Error):
            self.base.ask("no-such-question")
        with self.assertRaises(treatise.RequestError):
            self.base.ask("facts", cause=CAUSE, option="duloxetine", no_such_key=True)
        self.assertIn("error", json.loads(self.base.ask_json("no JSON")))
        with self.assertRaises(ValueError):
            self.base.ask_json("{\0}")

    def test_several_threads_ask_one_base_at_once(self) -> None:
        requests = [json.dumps({"question": "categories", "cause": c["key"]}) for c in self.base.causes()["causes"]] * 2
        alone = [self.base.ask_json(request) for request in requests]
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            together = list(pool.map(self.base.ask_json, requests))
        self.assertEqual(alone, together)


class Rows(unittest.TestCase):
    base = treatise.built_in()

    def test_facts_are_rows_with_their_source_and_figure(self) -> None:
        row = next(r for r in treatise.rows(self.base.facts(CAUSE, "duloxetine")) if r["id"] == "cd-pdn-50")
        self.assertEqual(row["figure.value"], "44.5")
        self.assertEqual(row["source.key"], "cochrane-duloxetine-2014")

    def test_options_are_rows_beside_the_kind_they_stand_under(self) -> None:
        answer = self.base.categories(CAUSE)
        found = treatise.rows(answer)
        self.assertEqual(len(found), sum(len(c["options"]) for c in answer["categories"]))
        self.assertEqual(found[0]["kind.key"], answer["categories"][0]["kind"]["key"])

    def test_a_field_of_both_an_entry_and_its_holder_is_kept_twice(self) -> None:
        found = treatise.rows(self.base.options_for("better-sleep"))
        self.assertTrue(all(row["options.option.key"] and row["option.key"] for row in found))

    def test_an_option_of_which_nobody_says_anything_keeps_its_row(self) -> None:
        answer = self.base.candidates(CAUSE, circumstance="pregnancy")
        self.assertEqual(len(treatise.rows(answer)), answer["looked_up"])

    def test_every_question_that_lists_has_rows(self) -> None:
        base = self.base
        for answer in (base.causes(), base.search("lido"), base.candidates(CAUSE), base.causes_of("ketamine"), base.gaps(CAUSE),
                       base.disagreements(CAUSE), base.why(CAUSE, "duloxetine"), base.options_for("better-sleep"),
                       base.ask("sources"), base.compare(CAUSE)):
            with self.subTest(answer["format"]):
                found = treatise.rows(answer)
                self.assertGreater(len(found), 0)
                self.assertFalse([key for row in found for key, value in row.items() if isinstance(value, dict)])

    def test_an_answer_of_nothing_has_no_rows(self) -> None:
        self.assertEqual(treatise.rows(self.base.search("qqqqqq")), [])

    def test_a_list_that_is_not_there_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "nothing"):
            treatise.rows(self.base.facts(CAUSE, "duloxetine"), "nothing")


class Overlays(unittest.TestCase):
    base = treatise.built_in()

    def test_a_payer_of_your_own_lies_on_top_and_the_base_stays_as_it_is(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "acme.toml"
            path.write_text(ACME)
            own = self.base.overlay(path)
        answer = own.facts("postherpetic-neuralgia", "capsaicin-8-patch", scope={"payer": "acme-plan"})
        self.assertEqual([o["key"] for o in answer["knowledge"]["overlays"]], ["acme"])
        self.assertIn("acme-capsaicin", [fact["id"] for fact in answer["facts"]])
        with self.assertRaises(treatise.RequestError):
            self.base.facts("postherpetic-neuralgia", "capsaicin-8-patch", scope={"payer": "acme-plan"})

    def test_text_and_file_make_the_same_overlay(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "acme.toml"
            path.write_text(ACME)
            from_file = self.base.overlay(folder)
        from_text = self.base.overlay_text(ACME, "acme.toml")
        self.assertEqual(from_file.categories(CAUSE), from_text.categories(CAUSE))

    def test_an_overlay_that_is_wrong_is_refused_with_its_file(self) -> None:
        with self.assertRaises(treatise.KnowledgeError) as caught:
            self.base.overlay_text(ACME + '\n[[addition]]\nentity = "no-such-entity"\n', "acme.toml")
        self.assertIn("acme.toml", json.dumps(caught.exception.details))
        self.assertIn("no-such-entity", json.dumps(caught.exception.details))

    def test_what_is_not_there_cannot_be_opened(self) -> None:
        with self.assertRaisesRegex(treatise.KnowledgeError, "no/such/place"):
            treatise.open("no/such/place")
        with self.assertRaises(treatise.KnowledgeError):
            self.base.overlay("no/such/place")

    def test_a_closed_base_is_not_asked_and_what_lies_on_it_still_is(self) -> None:
        for _ in range(20):
            with self.base.overlay_text(ACME) as lower:
                upper = lower.overlay_text(OTHER)
            with self.assertRaisesRegex(ValueError, "closed"):
                lower.causes()
            del lower
            gc.collect()
            self.assertEqual([o["key"] for o in upper.categories(CAUSE)["knowledge"]["overlays"]], ["acme", "other"])

    def test_a_base_is_closed_under_threads_that_ask_it(self) -> None:
        own = self.base.overlay_text(ACME)

        def ask(_: int) -> bool:
            try:
                return bool(own.categories(CAUSE)["format"] == "treatise-categories")
            except ValueError:
                return True

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            asked = pool.map(ask, range(16))
            own.close()
            self.assertTrue(all(asked))


class Package(unittest.TestCase):
    def test_the_version_is_that_of_the_library(self) -> None:
        self.assertRegex(treatise.__version__, r"^\d+\.\d+\.\d+$")
        self.assertEqual(treatise.built_in().causes()["knowledge"]["key"], "neuropathic-pain")

    def test_types_are_part_of_the_package(self) -> None:
        self.assertTrue(pathlib.Path(treatise.__file__).with_name("py.typed").exists())


if __name__ == "__main__":
    unittest.main()
