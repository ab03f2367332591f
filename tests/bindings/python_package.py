# SPDX-License-Identifier: BSL-1.0
"""Installs the Python package as people do, with pip into a virtual environment without a network, and runs its tests and its
example there. The shared library is the one that is built already. Usage: python_package.py SCRATCH_FOLDER"""
import os
import pathlib
import shutil
import subprocess
import sys

import here

scratch = pathlib.Path(sys.argv[1])
shutil.rmtree(scratch, ignore_errors=True)
made = subprocess.run([sys.executable, "-m", "venv", scratch], capture_output=True, text=True)
if made.returncode != 0:
    here.skip("a virtual environment cannot be made (python3-venv): " + (made.stdout + made.stderr).strip().replace("\n", " ")[:200])
python = next(p for p in (scratch / "bin/python", scratch / "Scripts/python.exe") if p.exists())
package = here.ROOT / "bindings/python"
installed = subprocess.run([python, "-m", "pip", "install", "--no-index", "--no-cache-dir", "--disable-pip-version-check", package],
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
if installed.returncode != 0:
    sys.exit(installed.stdout)
alone = {name: value for name, value in os.environ.items() if name not in ("TREATISE_LIBRARY", "PYTHONPATH")}
subprocess.run([python, "-B", "-m", "unittest", "discover", "-s", package / "tests"], cwd=scratch, env=alone, check=True)
for example in sorted((package / "examples").glob("*.py")):
    shown = subprocess.run([python, "-B", example], cwd=scratch, env=alone, stdout=subprocess.PIPE, text=True, check=True).stdout
    expected = example.with_suffix(".txt")
    if os.environ.get("TREATISE_UPDATE") == "1":
        expected.write_text(shown)
    elif shown != expected.read_text():
        sys.exit(f"{example.name} prints what {expected.name} does not say:\n{shown}")
