#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""json_schema.py TOOL SCHEMA ANSWERS: a table of every cause, and every other answer, as JSON, are what the schemas in docs/ say."""
import json
import subprocess
import sys

import jsonschema

tool, schema_file, answers_file = sys.argv[1:]


def strict(pairs):
    """An object in which no name stands twice."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise SystemExit(f"a name stands twice in one object: {names}")
    return dict(pairs)


def ask(*arguments):
    done = subprocess.run([tool, *arguments, "--format", "json"], capture_output=True, text=True)
    if done.returncode > 1:  # an audit that finds something ends with 1
        raise SystemExit(f"{arguments}: {done.stderr}")
    return json.loads(done.stdout, object_pairs_hook=strict)


schema = json.load(open(schema_file))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
wrong = 0
views = [view["key"] for view in ask("views")["views"]]
for n, cause in enumerate(ask("causes")["causes"]):
    # Of every cause in every view, the unit tests ask the library: here one view of each cause is enough, by turns.
    view = views[n % len(views)]
    # The one for patients shows options that somebody has chosen.
    chosen = ["--options", "gabapentin,duloxetine"] if view == "patient" else []
    for error in validator.iter_errors(ask("compare", cause["key"], "--view", view, *chosen)):
        print(cause["key"], view, error.json_path, error.message[:200])
        wrong += 1

answers = json.load(open(answers_file))
jsonschema.Draft202012Validator.check_schema(answers)


def check_answer(*arguments):
    """Against the schema of its format alone, so that a message names what is wrong."""
    global wrong
    found = ask(*arguments)
    one = {"$ref": "#/$defs/" + found["format"], "$defs": answers["$defs"]}
    for error in jsonschema.Draft202012Validator(one).iter_errors(found):
        print(*arguments, error.json_path, error.message[:200])
        wrong += 1


for cause in ask("causes")["causes"]:
    check_answer("categories", cause["key"])
    for option in ("gabapentin", "opioids", "spinal-cord-stimulation", "exercise"):
        check_answer("facts", cause["key"], option)
    check_answer("candidates", cause["key"], "--circumstance", "pregnancy")
    check_answer("head-to-head", cause["key"], "--options", "gabapentin,nortriptyline,duloxetine,pregabalin")
for option in ask("therapies")["therapies"]:
    check_answer("causes-of", option["key"])
for what in ("better-sleep", "drowsiness", "medicare", "nmda-receptor-block", "pregnancy", "physical-therapist"):
    check_answer("options-for", what)
check_answer("across", "carbamazepine")
for text in ("n", "lido", "neurontin", "zzz"):
    check_answer("search", text)
for listing in ("causes", "therapies", "classes", "sources", "views", "columns", "knowledge", "questions"):
    check_answer(listing)
for key in ("gabapentin", "aan-2022", "#aan22-goal"):
    check_answer("show", key)
check_answer("find", "Neurontin")
for n, cause in enumerate(("painful-diabetic-neuropathy", "trigeminal-neuralgia")):
    compact = ["--compact"] * n
    for question in ("candidates", "about", "disagreements", "audit", "gaps"):
        check_answer(question, cause, *compact)
    check_answer("why", cause, "carbamazepine", *compact)
    check_answer("paths", "ketamine", cause, *compact)
    for error in validator.iter_errors(ask("compare", cause, *compact)):
        print(cause, *compact, error.json_path, error.message[:200])
        wrong += 1
sys.exit(1 if wrong else 0)
