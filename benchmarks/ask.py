#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""ask.py LIBRARY: how long the shared library takes to load and to answer, in processor time, the best of seven."""
import ctypes
import json
import sys
import time

before = time.perf_counter()
c = ctypes.CDLL(sys.argv[1])
c.treatise_built_in.restype = c.treatise_ask.restype = ctypes.c_void_p
c.treatise_ask.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
c.treatise_free.argtypes = [ctypes.c_void_p]
base = c.treatise_built_in()


def ask(request):
    answer = c.treatise_ask(base, json.dumps(request).encode())
    size = len(ctypes.string_at(answer))
    c.treatise_free(answer)
    return size


ask({"question": "knowledge"})
print(f"{(time.perf_counter() - before) * 1e3:8.2f} ms            load the library and ask it once")
of = {"cause": "painful-diabetic-neuropathy"}
for request in (
    {"question": "knowledge"},
    {"question": "search", "text": "lido"},
    {"question": "categories", **of},
    {"question": "facts", **of, "option": "duloxetine"},
    {"question": "why", **of, "option": "duloxetine"},
    {"question": "candidates", **of},
    {"question": "candidates", **of, "circumstance": "pregnancy"},
    {"question": "head-to-head", **of, "options": ["duloxetine", "pregabalin"]},
    {"question": "options-for", "what": "dizziness"},
    {"question": "disagreements", **of},
    {"question": "gaps", **of},
    {"question": "audit", **of},
    {"question": "compare", **of},
    {"question": "compare", **of, "compact": True},
):
    best = float("inf")
    for _ in range(7):
        before = time.process_time()
        size = ask(request)
        best = min(best, time.process_time() - before)
    print(f"{best * 1e3:8.2f} ms {size:9,} B  {json.dumps(request)}")
