#!/usr/bin/env python3
"""The version stands in include/treatise/version.hpp; every copy of it must agree. With --fix, each is made to."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Where a copy may stand, and what it looks like; a file that is not there has no copy.
COPIES = {
    "README.md": r"GIT_TAG v([\d.]+)",
    "docs/how-to/embed.md": r"GIT_TAG v([\d.]+)",
    "CONTRIBUTING.md": r"git tag (?:-\w+ )*v(\d\S*)",
    "recipe/meta.yaml": r"version: [\"']?(\d[\d.]*)",
    "conda/meta.yaml": r"version: [\"']?(\d[\d.]*)",
    "vcpkg.json": r"\"version(?:-semver)?\": \"([^\"]+)\"",
    "bindings/wasm/package/package.json": r"\"version\": \"([^\"]+)\"",
    "CITATION.cff": r"^version: [\"']?([\d.]+)",
}
MUST_HAVE = ["README.md"]
FIX = "--fix" in sys.argv[1:]


def problems():
    text = (ROOT / "include/treatise/version.hpp").read_text()

    def macro(name):
        return re.search(rf"^#define {name} \"?([^\"\n]+)\"?$", text, re.M).group(1)

    version = macro("TREATISE_VERSION")
    parts = ".".join(macro(f"TREATISE_VERSION_{part}") for part in ("MAJOR", "MINOR", "PATCH"))
    if parts != version:
        yield f"include/treatise/version.hpp: the parts say {parts}, the whole {version}"
    abi = re.search(r"^namespace treatise::inline v(\d+)_(\d+)", text, re.M)
    if [int(n) for n in abi.groups()] > [int(n) for n in version.split(".")[:2]]:
        yield f"include/treatise/version.hpp: the namespace is of a later release than {version}"
    for name, pattern in COPIES.items():
        path = ROOT / name
        found = re.findall(pattern, path.read_text(), re.M) if path.exists() else []
        if not found and name in MUST_HAVE:
            yield f"{name}: nothing here looks like {pattern}"
        for copy in found:
            if copy != version and FIX:
                path.write_text(re.sub(pattern, lambda m: m[0].replace(m[1], version), path.read_text(), flags=re.M))
            elif copy != version:
                yield f"{name}: {copy}, and {version} in version.hpp"
    changes = ROOT / "CHANGELOG.md"
    releases = re.findall(r"^## \[?v?([^\]\s]+)", changes.read_text(), re.M)
    if not releases:
        yield "CHANGELOG.md: no release has a heading `## 1.2.3`"
    elif releases[0] not in ("Unreleased", version):
        yield f"CHANGELOG.md: the first heading is {releases[0]}, not {version} and not Unreleased"


found = list(problems())
print("\n".join(found) if found else "version: every copy agrees")
sys.exit(bool(found))
