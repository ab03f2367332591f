#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""recall.py LIBRARY TOOL PYTHON_PACKAGE: the tool makes a recall file of a warning; a running program that loads it over the shared library no
longer tells the warning, in the bytes that the tool prints with the same file."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

library, tool, package = sys.argv[1:]
os.environ["TREATISE_LIBRARY"] = library
sys.path.insert(0, package)
import treatise  # noqa: E402

CAUSE, OPTION = "postherpetic-neuralgia", "gabapentin"


def ran(*arguments):
    done = subprocess.run([tool, *arguments], capture_output=True, env=dict(os.environ, LC_ALL="C.UTF-8"))
    if done.returncode:
        sys.exit(f"{arguments}: {done.stderr.decode()}")
    return done.stdout


base = treatise.built_in()
warnings = [f["id"] for f in base.facts(CAUSE, OPTION)["facts"] if f["facet"] == "warning" and not f["id"].startswith("c-")]
assert warnings, "a warning to recall"
recalled = warnings[0]
with tempfile.TemporaryDirectory() as folder:
    made = pathlib.Path(folder) / "1.recall"
    (pathlib.Path(folder) / "list.txt").write_text(f"number: 1\nreleased: 2026-12-01\n{recalled}  it is another medicine's\n")
    made.write_bytes(ran("recall", f"{folder}/list.txt"))
    from_tool = ran("--recall", str(made), "facts", CAUSE, OPTION, "--format", "json")
    without = base.recall(made)
    assert without.ask_json(f'{{"question":"facts","cause":"{CAUSE}","option":"{OPTION}"}}').encode() == from_tool, "other bytes"
    assert base.recall_text(made.read_text(), "1.recall").facts(CAUSE, OPTION) == without.facts(CAUSE, OPTION)
    answer = without.facts(CAUSE, OPTION)
    assert recalled not in [f["id"] for f in answer["facts"]], "the recalled warning is told"
    assert recalled in [f["id"] for f in base.facts(CAUSE, OPTION)["facts"]], "the base has changed"
    assert answer["knowledge"]["recall"]["number"] == "1", answer["knowledge"]
    assert f'hash: {answer["knowledge"]["recall"]["hash"]}\n' in made.read_text()
    for wrong, says in ((re.sub("number: 1", "number: 2", made.read_text()), "is not the hash"),
                        (made.read_text().replace(recalled, recalled + "x"), "is the id of no claim"), ("", "is no recall file")):
        try:
            base.recall_text(wrong, "wrong.recall")
            sys.exit(f"taken: {wrong}")
        except treatise.KnowledgeError as refused:
            assert says in str(refused.details), refused.details
    try:
        base.recall(f"{folder}/missing")
        sys.exit("a file that is not there was taken")
    except treatise.KnowledgeError as refused:
        assert "missing" in str(refused.details), refused.details
print(f"{recalled} is gone")
