#!/usr/bin/env python3
"""The walls of the house: a room includes only rooms before it, and nobody else's private part.

`<room>/detail/` is included and `<room>_detail::` is written only inside its room, so neither in tools/, examples/ nor benchmarks/;
every header begins with the licence and `#pragma once`; everything stands in the inline namespace that version.hpp names, which --fix
sees to.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HEADERS = ROOT / "include" / "treatise"
CORE = ["model", "graph", "query", "table", "words", "render", "audit"]
MAY_USE = {room: CORE[: i + 1] for i, room in enumerate(CORE)} | {
    "snapshot": ["model", "graph", "snapshot"],
    "boost": ["model", "graph", "boost"],
    "toml": ["model", "graph", "query", "toml"],
    "bulk": ["model", "graph", "query", "toml", "snapshot", "bulk"],
    "ask": CORE + ["ask"],
    "knowledge": ["model", "graph"],
}

# Reaching into another room's private part, as it is today; the list only gets shorter. A pair that is not needed is told, too.
STILL_REACHES = {
    ("table", "query"),
    ("tools", "render"),
}


def room_of(path):
    """The room of a header, by the path behind include/treatise; an umbrella beside its folder belongs to the room."""
    first = path.split("/")[0]
    return first[: -len(".hpp")] if first.endswith(".hpp") else first


INCLUDED = re.compile(r'\s*#\s*include [<"]treatise/([^>"]+)[>"]')


def reaches(who, where, line, reached):
    """What of the private part of another room a line includes or names; the pairs that the list still allows are only noted."""
    private = []
    if (found := INCLUDED.match(line)) and "/detail/" in found[1]:
        private.append((room_of(found[1]), found[1]))
    private += [(found[1], found[0]) for found in re.finditer(r"\b(\w+)_detail\b", line.split("//")[0]) if found[1] in MAY_USE]
    for other, name in private:
        if other != who:
            reached.add((who, other))
            if (who, other) not in STILL_REACHES:
                yield f"{where}: {name} is private to {other}"


def problems():
    reached = set()
    version = (HEADERS / "version.hpp").read_text()
    abi = re.search(r"^namespace treatise::inline (\w+) \{", version, re.M).group(1)
    if "--fix" in sys.argv[1:]:
        for folder in ("include/treatise", "tests", "tools", "examples", "benchmarks"):
            for file in (f for f in (ROOT / folder).rglob("*.[ch]pp") if "knowledge/" not in f.as_posix()):
                old = file.read_text()
                new = re.sub(r"(namespace treatise::inline )v\d\w*", rf"\g<1>{abi}", old)
                if new != old:
                    file.write_text(new)
    for header in sorted(HEADERS.rglob("*.hpp")):
        name = header.relative_to(HEADERS).as_posix()
        at = f"include/treatise/{name}"
        text = header.read_text()
        lines = text.splitlines()
        if not lines or lines[0] != "// SPDX-License-Identifier: BSL-1.0":
            yield f"{at}:1: the first line is to be `// SPDX-License-Identifier: BSL-1.0`"
        if "#pragma once" not in lines[:4]:
            yield f"{at}:2: `#pragma once` is missing"
        room = room_of(name)
        if name in ("treatise.hpp", "version.hpp"):
            continue
        if room not in MAY_USE:
            yield f"{at}:1: no room is called {room}"
            continue
        for number, line in enumerate(lines, 1):
            if found := INCLUDED.match(line):
                other = room_of(found[1])
                if found[1] != "version.hpp" and other not in MAY_USE[room]:
                    yield f"{at}:{number}: {room} stands before {other} and does not include it"
            code = line.split("//")[0]
            yield from reaches(room, f"{at}:{number}", line, reached)
            if room == "knowledge":  # baked: its inline namespace is the release of the knowledge
                continue
            for found in re.finditer(r"\binline (v\d\w*)", code):
                if found[1] != abi:
                    yield f"{at}:{number}: the namespace is {found[1]}, and {abi} in version.hpp"
            if re.match(r"namespace treatise( \{|::(?!inline\b))", code):
                yield f"{at}:{number}: the namespace is to be `treatise::inline {abi}`"
    for folder in ("tools", "examples", "benchmarks"):
        for file in sorted((ROOT / folder).rglob("*.[ch]pp")):
            for number, line in enumerate(file.read_text().splitlines(), 1):
                yield from reaches(folder, f"{file.relative_to(ROOT)}:{number}", line, reached)
    for room, other in sorted(STILL_REACHES - reached):
        yield f"scripts/lint/rooms.py: {room} no longer reaches into {other}: take the pair from the list"


found = list(problems())
print("\n".join(found) if found else "rooms: every header stays in its room")
sys.exit(bool(found))
