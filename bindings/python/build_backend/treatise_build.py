# SPDX-License-Identifier: BSL-1.0
"""Builds the wheel: compiles the C door into a shared library and packs it with the Python files. Needs no package.

CXX names the compiler (g++ 12, clang 16 or newer), CXXFLAGS more options. TREATISE_LIBRARY names a shared library that is
already built, which is packed instead. The sources are those of the repository around this folder, or of an sdist in it.
"""
import base64
import hashlib
import io
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tempfile
import tomllib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent.parent
ROOT = next((place for place in (HERE, HERE.parent.parent) if (place / "include/treatise/version.hpp").exists()), None)
SUFFIX = {"darwin": ".dylib", "win32": ".dll"}.get(sys.platform, ".so")


def get_requires_for_build_wheel(config_settings=None):
    return []


def get_requires_for_build_sdist(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = pathlib.Path(metadata_directory) / dist_info()
    folder.mkdir()
    for name, text in metadata().items():
        (folder / name).write_text(text)
    return folder.name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    name = f"treatise-{version()}-{tag()}.whl"
    with tempfile.TemporaryDirectory() as scratch:
        library = pathlib.Path(scratch) / f"libtreatise{SUFFIX}"
        make_library(library)
        files = {f"treatise/{p.name}": p.read_bytes() for p in sorted((HERE / "src/treatise").iterdir()) if p.is_file()}
        files[f"treatise/{library.name}"] = library.read_bytes()
    for file, text in metadata().items():
        files[f"{dist_info()}/{file}"] = text.encode()
    files[f"{dist_info()}/RECORD"] = record(files)
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path)  # of 1980: the same files make the same wheel
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            wheel.writestr(entry, content)
    return name


def build_sdist(sdist_directory, config_settings=None):
    folder = f"treatise-{version()}"
    with tarfile.open(pathlib.Path(sdist_directory) / f"{folder}.tar.gz", "w:gz") as packed:
        for name in ("pyproject.toml", "README.md", "build_backend", "src"):
            packed.add(HERE / name, f"{folder}/{name}", filter=without_caches)
        for name in ("include", "bindings/c", "LICENSE", "NOTICE"):
            packed.add(root() / name, f"{folder}/{name}", filter=without_caches)
        about = tarfile.TarInfo(f"{folder}/PKG-INFO")
        text = metadata()["METADATA"].encode()
        about.size = len(text)
        packed.addfile(about, io.BytesIO(text))
    return f"{folder}.tar.gz"


def without_caches(entry):
    return None if pathlib.PurePath(entry.name).name == "__pycache__" else entry


def root():
    if ROOT is None:
        raise SystemExit("treatise is built from its repository, or from an sdist; include/treatise is not there")
    return ROOT


def version():
    text = (root() / "include/treatise/version.hpp").read_text()
    return re.search(r'define TREATISE_VERSION "([^"]+)"', text)[1]


def dist_info():
    return f"treatise-{version()}.dist-info"


def tag():
    return "py3-none-" + re.sub(r"[-.]", "_", sysconfig.get_platform())


def metadata():
    project = tomllib.loads((HERE / "pyproject.toml").read_text())["project"]
    lines = ["Metadata-Version: 2.1", f"Name: {project['name']}", f"Version: {version()}", f"Summary: {project['description']}",
             f"License: {project['license']['text']}", f"Requires-Python: {project['requires-python']}"]
    lines += [f"Classifier: {c}" for c in project["classifiers"]]
    lines += ["Description-Content-Type: text/markdown", "", (HERE / project["readme"]).read_text()]
    return {
        "METADATA": "\n".join(lines),
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: treatise_build\nRoot-Is-Purelib: false\nTag: {tag()}\n",
        "LICENSE": (root() / "LICENSE").read_text(),
        "NOTICE": (root() / "NOTICE").read_text(),
    }


def record(files):
    lines = []
    for path, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{path},sha256={digest},{len(content)}\n")
    return ("".join(lines) + f"{dist_info()}/RECORD,,\n").encode()


def make_library(to):
    built = os.environ.get("TREATISE_LIBRARY")
    if built:
        shutil.copyfile(built, to)
        return
    sources = sorted(str(p) for p in (root() / "bindings/c").glob("*.cpp"))
    compiler = shlex.split(os.environ.get("CXX", "")) or [next(filter(shutil.which, ("c++", "g++", "clang++")), "c++")]
    command = [*compiler, "-std=c++20", "-O2", "-fPIC", "-shared", "-fvisibility=hidden", "-DNDEBUG", "-DTOML_EXCEPTIONS=0",
               "-DTREATISE_BUILDING", *shlex.split(os.environ.get("CXXFLAGS", "")), "-I", str(root() / "include"), *sources, "-o", str(to)]
    if sys.platform == "linux":  # nothing but the C functions is exported, and no name is kept for a debugger
        command += [f"-Wl,--version-script={root() / 'bindings/c/exported.map'}", "-ffunction-sections", "-Wl,--gc-sections", "-s"]
    print("+", shlex.join(command), flush=True)
    try:
        subprocess.run(command, check=True)
    except FileNotFoundError:
        raise SystemExit(f"{compiler[0]} is not here; on Debian: apt install g++ libtomlplusplus-dev nlohmann-json3-dev") from None
    except subprocess.CalledProcessError:
        raise SystemExit("the shared library did not compile; it needs g++ 12 or clang 16, and toml++ and nlohmann/json "
                         "(libtomlplusplus-dev, nlohmann-json3-dev)") from None
