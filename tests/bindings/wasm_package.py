# SPDX-License-Identifier: BSL-1.0
"""Runs the tests of the npm package in node, on the package that bindings/wasm/build made."""
import os
import subprocess
import sys

import here

if why := here.no_wasm():
    here.skip(why)
tests = sorted(str(p) for p in (here.ROOT / "bindings/wasm/tests").glob("*.test.mjs"))
sys.exit(subprocess.run([here.NODE, "--test", *tests], env=dict(os.environ, TREATISE_WASM=str(here.WASM))).returncode)
