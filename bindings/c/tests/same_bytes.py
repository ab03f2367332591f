#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""same_bytes.py LIBRARY TOOL: every question, of every cause, gets the same bytes from the shared library and from the tool."""
import concurrent.futures
import ctypes
import json
import os
import subprocess
import sys

library, tool = sys.argv[1:]
c = ctypes.CDLL(library)
c.treatise_built_in.restype = ctypes.c_void_p
c.treatise_ask.restype = ctypes.c_void_p
c.treatise_ask.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
c.treatise_free.argtypes = [ctypes.c_void_p]
base = c.treatise_built_in()


def ask(request):
    answer = c.treatise_ask(base, json.dumps(request).encode())
    text = ctypes.string_at(answer)
    c.treatise_free(answer)
    return text


ARGUMENTS = {"options-for": ["what"], "across": ["option"], "causes-of": ["option"], "paths": ["option", "cause"]}


def call(request):
    """The same question on the command line."""
    rest = dict(request)
    question = rest.pop("question")
    line = [tool, question]
    for key in ARGUMENTS.get(question, ["cause", "option", "key", "text"]):
        if key in rest:
            line.append(rest.pop(key))
    for key, value in list(rest.pop("scope", {}).items()) + list(rest.items()):
        line.append("--" + key.replace("_", "-"))
        if value is not True:
            line.append(",".join(value) if isinstance(value, list) else value)
    return line + ["--format", "json"]


def told(request):
    done = subprocess.run(call(request), capture_output=True, env=dict(os.environ, LC_ALL="C.UTF-8"))
    return done.stdout if done.stdout else done.stderr


def all_requests():
    """Each question of each cause; each option for one cause at least; what narrows a question once or more."""
    forms = {f["question"]: f for f in json.loads(ask({"question": "questions"}))["questions"]}
    causes = [e["key"] for e in json.loads(ask({"question": "causes"}))["causes"]]
    options = [e["key"] for name in ("therapies", "classes") for e in json.loads(ask({"question": name}))[name]]
    views = [v["key"] for v in json.loads(ask({"question": "views"}))["views"]]
    two = ["gabapentin", "duloxetine"]
    of_cause = [q for q, f in forms.items() if f["needs"] == ["cause"]]
    for number, cause in enumerate(causes):
        for question in of_cause:
            yield {"question": question, "cause": cause}
        view = views[number % len(views)]
        yield {"question": "compare", "cause": cause, "view": view, "options": two}
        yield {"question": "compare", "cause": cause, "view": "evidence", "compact": True}
        yield {"question": "head-to-head", "cause": cause, "options": ["gabapentin", "nortriptyline", "duloxetine"]}
        yield {"question": "candidates", "cause": cause, "circumstance": "pregnancy"}
        yield {"question": "paths", "option": "capsaicin-8-patch", "cause": cause}
        yield {"question": "why", "cause": cause, "option": "opioids", "column": "harms", "compact": True}
        yield {"question": "options-for", "what": "dizziness", "cause": cause}
        yield {"question": "candidates", "cause": cause, "scope": {"kind": ["opioids"], "intent": ["symptomatic"], "verified": True}}
        yield {"question": "facts", "cause": cause, "option": "pregabalin",
               "scope": {"source_kind": ["guideline", "label"], "as_of": "2022", "superseded": True}}
    for number, option in enumerate(options):
        cause = causes[number % len(causes)]
        yield {"question": ("facts", "why")[number % 2], "cause": cause, "option": option}
    for option in ("carbamazepine", "opioids", "spinal-cord-stimulation"):
        yield {"question": "causes-of", "option": option}
        yield {"question": "across", "option": option}
        yield {"question": "show", "key": option}
    yield {"question": "across", "option": "carbamazepine", "causes": causes[:2], "compact": True}
    for what in ("better-sleep", "medicare", "nmda-receptor-block", "pregnancy"):
        yield {"question": "options-for", "what": what}
    for text in ("neur", "Neurontin", "ä <x>"):
        yield {"question": "search", "text": text}
    yield {"question": "search", "text": "neur", "of": "cause"}
    yield {"question": "find", "text": "Neurontin"}
    yield {"question": "show", "key": "#aan22-goal"}
    for question, form in forms.items():
        if not form["needs"]:
            yield {"question": question}


requests = list(all_requests())
asked = {r["question"] for r in requests}
unasked = {f["question"] for f in json.loads(ask({"question": "questions"}))["questions"]} - asked
wrong = [f"{q}: nothing asks it" for q in unasked]
with concurrent.futures.ThreadPoolExecutor(2) as pool:  # which asks the library from two threads at once, too
    for request, (from_tool, from_library) in zip(requests, pool.map(lambda r: (told(r), ask(r)), requests)):
        if from_library != from_tool or from_library.startswith(b'{"format":"treatise-error"'):
            if os.environ.get("TREATISE_SHOW") == "1":
                print(from_tool[:300], from_library[:300])
            wrong.append(json.dumps(request))
print(f"{len(requests)} requests")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
