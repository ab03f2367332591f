# SPDX-License-Identifier: BSL-1.0
"""The same request has the same bytes for an answer by Python and by WebAssembly in node as by C; bindings/c/tests compares C with the
tool. Every question, for every cause where it takes one; requests that are wrong; and some with an overlay."""
import ctypes
import hashlib
import json
import os
import pathlib
import subprocess
import sys

import here

if not here.LIBRARY or not os.path.exists(here.LIBRARY):
    here.skip("the library for C is not built")
sys.path.insert(0, str(here.ROOT / "bindings/python/src"))
import treatise  # noqa: E402

OVERLAY = pathlib.Path(__file__).resolve().with_name("acme.toml")
LONG = {"gaps", "audit"}  # megabytes, or a second without optimization: for a few causes
FEW = {"painful-diabetic-neuropathy", "trigeminal-neuralgia", "neuropathic-pain"}


def requests(base):
    """Every question, and for every cause those that take one."""
    causes = [c["key"] for c in base.causes()["causes"]]
    yield from ({"question": q} for q in ("causes", "therapies", "classes", "sources", "views", "columns", "knowledge", "questions"))
    for cause in causes:
        for question in ("compare", "candidates", "categories", "about", "disagreements", "gaps", "audit"):
            if question not in LONG or cause in FEW:
                yield {"question": question, "cause": cause}
        yield {"question": "candidates", "cause": cause, "circumstance": "pregnancy"}
        yield {"question": "options-for", "what": "better-sleep", "cause": cause}
        yield {"question": "head-to-head", "cause": cause, "options": ["duloxetine", "pregabalin"]}
        options = [o["option"]["key"] for c in base.categories(cause)["categories"] for o in c["options"]]
        for option in options[:: max(1, len(options) // 2)][:2]:
            for question in ("facts", "why", "paths"):
                yield {"question": question, "cause": cause, "option": option}
    for option in ("ketamine", "spinal-cord-stimulation"):
        yield {"question": "causes-of", "option": option}
        yield {"question": "across", "option": option}
        yield {"question": "show", "key": option}
    yield {"question": "find", "text": "Neurontin"}
    yield {"question": "search", "text": "lido"}
    yield {"question": "search", "text": "pain", "of": "cause"}
    cause = "painful-diabetic-neuropathy"
    yield {"question": "compare", "cause": cause, "view": "patient", "options": ["duloxetine", "pregabalin"]}
    yield {"question": "candidates", "cause": cause, "scope": {"kind": ["on-the-skin"]}}
    yield {"question": "facts", "cause": "Painful Diabetic Neuropathy\u00ae", "option": "Cymbalta"}


COMPACT = [{"question": "compare", "cause": "trigeminal-neuralgia", "compact": True},
           {"question": "facts", "cause": "trigeminal-neuralgia", "option": "carbamazepine", "compact": True}]
WRONG = ["", "no JSON", "[]", '{"question":"facts"}', '{"question":"nonsense"}', '{"question":"facts","cause":"lidocaine","option":"\u795e\u7d4c"}',
         '{"question":"compare","cause":"trigeminal-neuralgia","columns":["nonsense"],"sope":{}}']
OWN = [{"question": "knowledge"}, {"question": "search", "text": "acme"},
       {"question": "facts", "cause": "postherpetic-neuralgia", "option": "capsaicin-8-patch", "scope": {"payer": "acme-plan"}}]


class c_door:
    def __init__(self):
        self.library = ctypes.CDLL(here.LIBRARY)
        self.library.treatise_built_in.restype = self.library.treatise_ask.restype = ctypes.c_void_p
        self.library.treatise_ask.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
        self.library.treatise_free.argtypes = [ctypes.c_void_p]
        self.base = self.library.treatise_built_in()

    def ask(self, request):
        at = self.library.treatise_ask(self.base, request.encode())
        text = ctypes.string_at(at)
        self.library.treatise_free(at)
        return text


def node(lines, *more):
    return subprocess.Popen([here.NODE, pathlib.Path(__file__).with_name("ask.mjs"), here.WASM, OVERLAY, *more],
                            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=False), "\n".join(lines).encode()


def first_difference(one, other):
    at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return f"at byte {at} of {len(one)} and {len(other)}: {one[max(0, at - 60):at + 60]!r} and {other[max(0, at - 60):at + 60]!r}"


def main():
    base = treatise.built_in()
    own = base.overlay_text(OVERLAY.read_text(), "overlay")
    asked = list(requests(base))
    told = {q["question"] for q in base.ask("questions")["questions"]}
    if untested := told - {r["question"] for r in asked}:
        sys.exit(f"questions that this test does not ask: {', '.join(sorted(untested))}")
    texts = [json.dumps(r) for r in asked + COMPACT] + [w for w in WRONG if w]
    lines = texts + ["+" + json.dumps(r) for r in OWN]

    without_wasm = here.no_wasm()
    running, given = (None, b"") if without_wasm else node(lines)
    if running:
        running.stdin.write(given)
        running.stdin.close()
    problems, answers, c = [], [], c_door()
    for number, line in enumerate(lines):
        text = line.lstrip("+")
        answers.append((own if line.startswith("+") else base).ask_json(text).encode())
        # Python asks the same function: one in five shows that it hands on what it gets.
        if number % 5 == 0 and not line.startswith("+") and (by_c := c.ask(text)) != answers[-1]:
            problems.append(f"C and Python, {text}: {first_difference(by_c, answers[-1])}")
    if running:
        hashes = running.stdout.read().decode().split()
        if running.wait() != 0 or len(hashes) != len(lines):
            problems.append(f"node gave {len(hashes)} answers to {len(lines)} requests")
        for line, answer, by_wasm in zip(lines, answers, hashes):
            if hashlib.sha256(answer).hexdigest() != by_wasm:
                again, given = node([line], "--whole")
                problems.append(f"library and wasm, {line}: {first_difference(answer, again.communicate(given)[0])}")
    for problem in problems[:20]:
        print(problem)
    print(f"{len(lines)} requests, {sum(map(len, answers))} bytes, {len(problems)} differences between C, Python"
          f"{'' if without_wasm else ', wasm'}")
    if without_wasm:
        print(f"without wasm: {without_wasm}")
    return 1 if problems else 0


sys.exit(main())
