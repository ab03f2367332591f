#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What does including Treatise cost a file, and what does a static_assert on its answers add?

Each line of the table is one file of includes, compiled with -fsyntax-only by g++ and clang++, the files in turn so that
a busy minute hits all of them: the median in milliseconds. Lines are those that g++ -E -P leaves. Constexpr steps are
bisected over clang's -fconstexpr-steps, to 2 %.

    benchmarks/include_cost.py                 the table, seven rounds
    benchmarks/include_cost.py --rounds 3 --cpu    processor time instead of wall time: for a machine in use
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

INCLUDE = pathlib.Path(__file__).resolve().parent.parent / "include"
KNOWLEDGE = "treatise/knowledge/neuropathic_pain.hpp"
CORE = [f"treatise/{h}.hpp" for h in ("table/compare", "query/candidates", "query/find", "query/gaps", "query/paths", "query/statements")]
QUESTION = "treatise::neuropathic_pain::knowledge, treatise::neuropathic_pain::postherpetic_neuralgia"
CANDIDATES = f"static_assert(!candidates({QUESTION}).empty());\n"
COMPARE = f"static_assert(!compare({QUESTION}).rows.empty());\n"
FLAGS = ["-std=c++20", f"-I{INCLUDE}", "-DTOML_EXCEPTIONS=0"]


def includes(*headers):
    return "".join(f"#include <{h}>\n" for h in headers)


ROWS = {
    "`<algorithm>`, `<string>`, `<vector>`": includes("algorithm", "string", "vector"),
    "`<boost/graph/adjacency_list.hpp>`": includes("boost/graph/adjacency_list.hpp"),
    "`<treatise/query/candidates.hpp>` and the built-in knowledge": includes("treatise/query/candidates.hpp", KNOWLEDGE),
    "the core: graph, query, compare": includes(*CORE),
    "the core and the built-in knowledge": includes(*CORE, KNOWLEDGE),
    "the same, and `static_assert(!candidates(…).empty())`": includes(*CORE, KNOWLEDGE) + CANDIDATES,
    "`<treatise/treatise.hpp>`": includes("treatise/treatise.hpp"),
    "`<treatise/treatise.hpp>` and the built-in knowledge": includes("treatise/treatise.hpp", KNOWLEDGE),
    "`<treatise/boost/graph.hpp>`": includes("treatise/boost/graph.hpp"),
    "`<toml++/toml.h>`": includes("toml++/toml.h"),
    "`<treatise/toml/read.hpp>`": includes("treatise/toml/read.hpp"),
}


def run(compiler, file, *more):
    """(compiles, wall, processor time) of one syntax check."""
    start = time.perf_counter()
    process = subprocess.Popen([compiler, *FLAGS, "-fsyntax-only", *more, file], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode == 0, time.perf_counter() - start, usage.ru_utime + usage.ru_stime


def lines(compiler, file):
    done = subprocess.run([compiler, *FLAGS, "-E", "-P", file], capture_output=True)
    return f"{done.stdout.count(bytes([10])):,}" if done.returncode == 0 else "-"


def steps(clang, file):
    """The fewest constexpr steps with which clang compiles the file, to 2 %."""
    low, high = 1 << 10, 1 << 27
    if not run(clang, file, f"-fconstexpr-steps={high}")[0]:
        return None
    while high > low * 1.02:
        middle = int((low * high) ** 0.5)
        if run(clang, file, f"-fconstexpr-steps={middle}")[0]:
            high = middle
        else:
            low = middle
    return high


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--cpu", action="store_true", help="processor time instead of wall time")
    asked = arguments.parse_args()
    found = [next((c for c in names if shutil.which(c)), None) for names in (["g++"], ["clang++-19", "clang++"])]
    compilers = [c for c in found if c]
    with tempfile.TemporaryDirectory() as folder:
        def written(name, text):
            file = pathlib.Path(folder, name)
            file.write_text(text)
            return str(file)

        files = {row: written(f"{i}.cpp", text) for i, (row, text) in enumerate(ROWS.items())}
        taken = {(row, c): [] for row in ROWS for c in compilers if run(c, files[row])[0]}
        for _ in range(asked.rounds):
            for row, c in taken:
                _, wall, cpu = run(c, files[row])
                taken[row, c].append(cpu if asked.cpu else wall)

        print("| file | " + " | ".join(f"{c}, ms" for c in compilers) + " | lines |")
        print("|---|" + "---:|" * (len(compilers) + 1))
        for row in ROWS:
            times = [f"{statistics.median(taken[row, c]) * 1000:,.0f}" if (row, c) in taken else "-" for c in compilers]
            print(f"| {row} | {' | '.join(times)} | {lines(compilers[0], files[row])} |")
        if found[1]:
            print(f"\n| in a `static_assert`, {found[1]} | constexpr steps |\n|---|---:|")
            for name, text in (("candidates", CANDIDATES), ("compare", COMPARE)):
                n = steps(found[1], written(f"{name}.cpp", includes(*CORE, KNOWLEDGE) + text))
                print(f"| `{name}` of one cause | {f'{n:,}' if n else 'does not compile'} |")


if __name__ == "__main__":
    main()
