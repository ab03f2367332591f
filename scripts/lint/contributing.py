#!/usr/bin/env python3
"""Every file, folder and script that the pages for contributors name is there; a name in capitals, such as NAME, stands for any."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ["CONTRIBUTING.md", "docs/architecture.md", "SECURITY.md"]


def missing(page):
    for number, line in enumerate((ROOT / page).read_text().splitlines(), 1):
        for named in re.findall(r"`([\w./-]+/[\w./-]*)`", line):
            if re.search(r"[A-Z]{3,}", named) and not named.endswith(".md"):
                continue
            places = [ROOT / named, ROOT / "include" / named, ROOT / "include/treatise" / named, ROOT / "tests" / named]
            if not any(p.exists() for p in places):
                yield f"{page}:{number}: `{named}` is not there"


found = [line for page in PAGES for line in missing(page)]
print("\n".join(found) if found else "contributing: every named file is there")
sys.exit(1 if found else 0)
