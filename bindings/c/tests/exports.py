#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""exports.py LIBRARY HEADER NM: the library exports the functions of its header and nothing else."""
import re
import subprocess
import sys

library, header, nm = sys.argv[1:]
if not library.endswith(".so") and ".so." not in library:
    print("skipped: not an ELF library")
    sys.exit(77)
declared = set(re.findall(r"TREATISE_API [^;]*?\b(treatise_\w+)\(", open(header).read()))
listed = subprocess.run([nm, "-D", "--defined-only", library], capture_output=True, text=True, check=True).stdout
exported = {line.split()[-1].split("@")[0] for line in listed.splitlines()}
if declared != exported or len(declared) < 8:
    print("declared and not exported:", declared - exported, "exported and not declared:", exported - declared)
    sys.exit(1)
