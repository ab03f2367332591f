# SPDX-License-Identifier: BSL-1.0
"""The types of the Python package hold for itself, its tests and its example, as mypy reads them. Usage: python_types.py SCRATCH_FOLDER"""
import shutil
import subprocess
import sys

import here

if shutil.which("mypy") is None:
    here.skip("mypy is not here")
package = here.ROOT / "bindings/python"
files = ["src", *sorted(str(p) for folder in ("tests", "examples") for p in (package / folder).glob("*.py"))]
sys.exit(subprocess.run(["mypy", "--cache-dir", sys.argv[1], *files], cwd=package).returncode)
