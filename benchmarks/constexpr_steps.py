#!/usr/bin/env python3
"""Says how many of clang's constexpr steps (of 1,048,576) `candidates` takes for a cause: in all, for each reason it finds, for
its parts, and what a scope adds that looks at each claim.

benchmarks/constexpr_steps.py [--clang clang++-19] [CAUSE ...]
"""
import argparse
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEAD = """#include <treatise/knowledge/neuropathic_pain.hpp>
#include <treatise/query/candidates.hpp>
namespace np = treatise::neuropathic_pain;
"""
# Parts: the causes above and below, the claims that list an option for them with what is asked of each, the rest: the answer in
# order. Each is repeated, because what the header itself takes is counted, too.
TIMES = 10
PARTS = """using namespace treatise;
constexpr auto kb = np::knowledge;
constexpr unsigned causes() {
    unsigned n = 0;
    for (int i = 0; i != TIMES; ++i) n += relevance{kb, np::CAUSE}.reached().size();
    return n;
}
constexpr unsigned claims() {
    unsigned n = 0;
    relevance const near{kb, np::CAUSE};
    for (int i = 0; i != TIMES; ++i)
        for (auto about : near.reached()) {
            auto const all = kb.listing_ids(about);
            for (unsigned k = 0, end = all.size(); k != end; ++k) {
                auto const r = kb.relation(all[k]);
                n += (kb.marks(all[k], r).bits & 3) == 0 && near.of(all[k], r) != applicability::unrelated;
            }
        }
    return n;
}
constexpr bool scoped() {
    scope s;
    s.read = set_of<reading>{reading::in_source} | reading::in_copy | reading::restated;
    return !candidates(kb, np::CAUSE, s).empty();
}
""".replace("TIMES", str(TIMES))
COUNT = """#include <cstdio>
int main() {
    unsigned n = 0;
    for (auto c : candidates(np::knowledge, np::CAUSE)) n += static_cast<unsigned>(c.reasons.size());
    std::printf("%u", n);
}
"""


def compiles(clang, file, steps):
    call = [clang, "-std=c++20", f"-I{ROOT}/include", "-fsyntax-only", f"-fconstexpr-steps={steps}", file]
    return subprocess.run(call, capture_output=True, check=False).returncode == 0


def fewest(clang, file):
    """The fewest steps with which the file compiles, to 1 %."""
    low, high = 1 << 10, 1 << 26
    if not compiles(clang, file, high):
        raise SystemExit(f"{file} does not compile with {high} steps")
    while high > low * 1.01:
        middle = int((low * high) ** 0.5)
        low, high = (low, middle) if compiles(clang, file, middle) else (middle, high)
    return high


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--clang", default="clang++-19")
    arguments.add_argument("causes", nargs="*", default=["neuropathic_pain", "postherpetic_neuralgia", "alcohol_related_neuropathy"])
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for cause in asked.causes:
            steps, count = pathlib.Path(folder, "steps.cpp"), pathlib.Path(folder, "count.cpp")
            steps.write_text(HEAD + f"static_assert(!candidates(np::knowledge, np::{cause}).empty());\n")
            count.write_text(HEAD + COUNT.replace("CAUSE", cause))
            program = pathlib.Path(folder, "count")
            subprocess.run([asked.clang, "-std=c++20", f"-I{ROOT}/include", count, "-o", program], check=True)
            reasons = int(subprocess.run([program], capture_output=True, check=True).stdout)
            taken = fewest(asked.clang, str(steps))
            print(f"{cause}: {taken:,} steps, {reasons} reasons, {taken // max(reasons, 1)} a reason")
            part = {}
            for name in "causes", "claims", "scoped":
                steps.write_text(HEAD + PARTS.replace("CAUSE", cause) + f"static_assert({name}());\n")
                part[name] = fewest(asked.clang, str(steps))
            walk = part["causes"] // TIMES, part["claims"] // TIMES
            print(f"    causes {walk[0]:,}, their claims {walk[1]:,}, in order {taken - sum(walk):,}; with a scope {part['scoped'] - taken:+,}")


main()
