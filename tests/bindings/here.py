# SPDX-License-Identifier: BSL-1.0
"""What the tests of the bindings need, or why they are skipped."""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("TREATISE_SOURCE_DIR", pathlib.Path(__file__).resolve().parent.parent.parent))
LIBRARY = os.environ.get("TREATISE_LIBRARY", "")
NODE = os.environ.get("TREATISE_NODE", "node")
WASM = pathlib.Path(os.environ.get("TREATISE_WASM") or ROOT / "build/wasm/treatise")


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def no_wasm():
    """Why the package for JavaScript cannot be tested; empty where it can."""
    if not NODE or NODE.endswith("NOTFOUND"):
        return "node is not here"
    if int(subprocess.run([NODE, "--version"], capture_output=True, text=True, check=True).stdout.lstrip("v").split(".")[0]) < 18:
        return "node 18 or newer is not here"
    built = WASM / "treatise.wasm"
    if not built.exists():
        return f"{built} is not here; bindings/wasm/build makes it"
    newer = [p for folder in ("include", "bindings/c", "bindings/wasm") for p in (ROOT / folder).rglob("*")
             if p.is_file() and p.stat().st_mtime > built.stat().st_mtime]
    return f"{built} is older than {newer[0]}; bindings/wasm/build makes it anew" if newer else ""
