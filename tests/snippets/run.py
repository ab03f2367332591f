#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Every fenced block of README.md and docs/ is compiled, run and compared with what the page shows.

    run.py extract ROOT FOLDER            writes the C++ of all pages as core.cpp, boost.cpp, toml.cpp, bulk.cpp and readme.cpp
    run.py check ROOT FOLDER TOOL PAGE    runs the blocks of one page; TREATISE_UPDATE=1 writes what they print into it

The conventions:

```cpp      With `int main()`, which stands last: a program. Without: the body of a function in which `kb` is the built-in
            base and `np` its namespace; its #include lines go to the top of the file. README.md's first program is also
            compiled alone, as it stands.
```python   Runs behind the ```python blocks before it on its page; `treatise` is the package in bindings/python. ```js runs as an ES
            module in node behind those before it; `treatise` is the package that bindings/wasm/build made. Each needs what
            TREATISE_LIBRARY and TREATISE_WASM name, and is left alone without.
```text     Directly behind a ```cpp, ```c, ```json, ```python or ```js block: what it prints. A block that is followed by none prints nothing.
```c        A program, compiled by a compiler of C and linked with the shared library of the bindings.
```json     A request, which the schema of requests allows: asked of the shared library, its answer in a ```text block behind it. It
            has an answer, unless <!-- exit: 1 --> stands before it.
```toml     Behind <!-- check: PATH -->: is added to the file PATH, and `treatise check` finds nothing wrong with its folder.
            Behind <!-- write: PATH -->: becomes the file PATH, and so does a ```text block there.
```console  Commands behind `$ `, each followed by what it prints on both outputs; the first word is a program of ours, or cat or
            head. They run where knowledge/neuropathic-pain is a copy of the built-in knowledge and the files written above are.
            Behind <!-- exit: N -->: the last command ends with N instead of 0.

In what is shown, a line with nothing but `...` stands for lines left out, `...` at the end of a line for its rest. Where a block
shows only the beginning, what is printed anew ends behind as many paragraphs, if the `...` stands behind an empty line, else behind as many lines. A block behind <!-- not run: why --> is left alone;
any other block is a mistake. Links to files and headings must lead somewhere.
"""
import ctypes
import difflib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "bindings"))
import here  # noqa: E402  what the packages need

FENCE = re.compile(r"^(\s*)```(\S*)\s*$")
DIRECTIVE = re.compile(r"^\s*<!-- (check|write|exit|not run): (.+?) -->\s*$")
LINK = re.compile(r"\]\(([^)\s]+)\)")
INCLUDE = re.compile(r"^\s*#include\b")


class Block:
    def __init__(self, kind, first, directive):
        self.kind, self.first, self.directive = kind, first, directive  # first: the line number of its first line
        self.lines = []
        self.follows = False  # nothing but empty lines stands between it and the block before


def blocks_of(text):
    found, block, directive, near = [], None, None, False
    for number, line in enumerate(text.split("\n"), 1):
        fence = FENCE.match(line)
        if block is not None:
            if fence and not fence[2]:
                block.number = len(found)
                found.append(block)
                block, directive, near = None, None, True
            else:
                block.lines.append(line[indent:] if line[:indent].isspace() else line)
        elif fence:
            block = Block(fence[2], number + 1, directive)
            block.follows, indent = near and directive is None, len(fence[1])
        elif match := DIRECTIVE.match(line):
            directive = (match[1], match[2])
        elif line.strip():
            directive, near = None, False
    if block is not None:
        raise SystemExit(f"a block that begins before line {block.first} has no end")
    return found


def pages(root):
    return ["README.md", *sorted(str(p.relative_to(root)) for p in (root / "docs").rglob("*.md")),
            *(readme for readme in ("bindings/python/README.md", "bindings/wasm/package/README.md") if (root / readme).exists())]


def is_run(block):
    return not (block.directive and block.directive[0] == "not run")


def is_program(block):
    return re.search(r"\bint main\(", "\n".join(block.lines)) is not None


def name_of(page, block):
    return re.sub(r"\W", "_", page) + "_" + str(block.number)


def library_of(block):
    includes = "\n".join(line for line in block.lines if INCLUDE.match(line))
    if "treatise/toml" in includes:
        return "toml"
    if re.search(r"treatise/bulk", includes):
        return "bulk"
    return "boost" if re.search(r"<boost/|treatise/boost", includes) else "core"


def as_function(page, block):
    """The block as a function `int run()` in a namespace of its own; messages of compilers name the page."""
    program = is_program(block)
    lines = ["" if INCLUDE.match(line) else line for line in block.lines]
    if program:
        if "int main() {" not in lines or lines[-1] != "}":
            raise SystemExit(f"{page}:{block.first}: expected `int main() {{` on a line, and its `}}` last")
        lines = [line.replace("int main() {", "int run() {") for line in lines[:-1]]
    head = [f"namespace {name_of(page, block)} {{"]
    if not program:
        head += ["namespace np = treatise::neuropathic_pain;", "int run() {", "[[maybe_unused]] auto const& kb = np::knowledge;"]
    return head + [f'#line {block.first} "{page}"'] + lines + ["return 0;", "}", "}"]


def extract(root, folder):
    sources = {"core": [], "boost": [], "toml": [], "bulk": []}
    alone = None
    for page in pages(root):
        for block in blocks_of((root / page).read_text()):
            if block.kind == "cpp" and is_run(block):
                sources[library_of(block)].append((page, block))
                if page == "README.md" and is_program(block) and alone is None:
                    alone = block
    texts = {name: source_text(of) for name, of in sources.items()}
    if alone:
        texts["readme"] = "\n".join([f'#line {alone.first} "README.md"'] + alone.lines) + "\n"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("core", "boost", "toml", "bulk", "readme"):
        path = folder / (name + ".cpp")
        if name not in texts or not texts[name]:
            path.unlink(missing_ok=True)
        elif not path.exists() or path.read_text() != texts[name]:
            path.write_text(texts[name])


def source_text(of):
    if not of:
        return ""
    includes = {line.strip() for _, block in of for line in block.lines if INCLUDE.match(line)}
    includes |= {"#include <treatise/treatise.hpp>", "#include <treatise/knowledge/neuropathic_pain.hpp>", "#include <iostream>",
                 "#include <cstring>"}
    lines = sorted(includes, key=lambda i: (not i.startswith("#include <treatise"), i))
    for page, block in of:
        lines += as_function(page, block)
    lines += ['#line 1 "choose"', "int main(int, char** argv) {"]
    lines += [f'if (!std::strcmp(argv[1], "{name_of(p, b)}")) return {name_of(p, b)}::run();' for p, b in of]
    return "\n".join(lines + ["return 99;", "}", ""])


def matches(shown, printed):
    """Whether the lines are the same but for what is left out."""
    def pattern_of(line):
        if line.strip() == "...":
            return "(?:.*\n)*?"
        return (re.escape(line[:-3]) + ".*\n") if line.endswith("...") else re.escape(line.rstrip()) + "\n"

    pattern = "".join(map(pattern_of, shown))
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in printed)) is not None


def beginning(shown, printed):
    """As much of what is printed as was shown: as many paragraphs, where the cut stood behind an empty line, else as many lines."""
    if not shown or shown[-1]:
        return printed[: len(shown)]
    ends = [number + 1 for number, line in enumerate(printed) if not line]
    return printed[: ends[min(shown.count(""), len(ends)) - 1]] if ends else printed[: len(shown)]


def lines_of(text):
    lines = text.split("\n")
    return lines[:-1] if lines[-1] == "" else lines


class Page:
    def __init__(self, root, folder, tool, page):
        self.root, self.folder, self.page = root, folder, page
        self.text = (root / page).read_text()
        self.problems, self.printed = [], {}  # printed: what to write into the page, by the first line of a block
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="treatise-snippets-"))
        shutil.copytree(root / "knowledge", self.scratch / "knowledge")
        for name in ("bin/treatise", "scripts/treatise"):
            path = self.scratch / name
            path.parent.mkdir(exist_ok=True)
            path.symlink_to(os.path.abspath(tool))
        self.environment = dict(os.environ, PATH=f"{self.scratch}/bin:{os.environ['PATH']}", COLUMNS="100", NO_COLOR="1", LC_ALL="C.UTF-8")

    def refuse(self, block, what):
        self.problems.append(f"{self.page}:{block.first}: {what}")

    def compare(self, block, shown, printed):
        if matches(shown, printed):
            return shown
        difference = "\n".join(difflib.unified_diff(shown, printed, "the page shows", "was printed", lineterm=""))
        self.refuse(block, "what is printed is not what the page shows:\n" + difference)
        if shown and shown[-1] == "..." and not any(line.endswith("...") for line in shown[:-1]):
            return beginning(shown[:-1], printed) + ["..."]
        return shown if any(line.endswith("...") for line in shown) else printed

    def cpp(self, block, following):
        program = [str(self.folder / ("snippets_" + library_of(block))), name_of(self.page, block)]
        if not os.path.exists(program[0]):
            print(f"{self.page}:{block.first}: not run, its library is not here")
            return
        done = subprocess.run(program, cwd=self.scratch, env=self.environment, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            self.refuse(block, f"ended with {done.returncode}: {done.stderr}")
        self.shows(block, following, done.stdout)

    def shows(self, block, following, printed):
        """What a block prints, which the ```text behind it shows."""
        shown = following.lines if following is not None and following.kind == "text" and following.follows else None
        printed = self.compare(block, shown or [], lines_of(printed))
        if shown is not None:
            self.printed[following.first] = printed

    def script(self, block, following, before):
        """A block of Python or JavaScript, behind those before it."""
        run = self.interpreter(block.kind)
        if run is None:
            print(f"{self.page}:{block.first}: not run, its library is not here")
            return
        mark = {"python": "print('\\f', flush=True)", "js": "console.log('\\f');"}[block.kind]
        path = self.scratch / {"python": "snippet.py", "js": "snippet.mjs"}[block.kind]
        path.write_text("\n".join([line for b in before for line in b.lines] + [mark] + block.lines) + "\n")
        done = subprocess.run(run + [str(path)], cwd=self.scratch, env=self.environment, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            self.refuse(block, f"ended with {done.returncode}: {done.stderr}")
        self.shows(block, following, done.stdout.partition("\f\n")[2])

    def interpreter(self, kind):
        """The command that runs a script, or none where its library is not here."""
        if kind == "python":
            self.environment["PYTHONPATH"] = str(self.root / "bindings/python/src")
            return [sys.executable, "-B"] if os.path.exists(os.environ.get("TREATISE_LIBRARY", "")) else None
        if why := here.no_wasm():
            print(why)
            return None
        link = self.scratch / "node_modules/treatise"
        if not link.is_symlink():
            link.parent.mkdir()
            link.symlink_to(here.WASM.resolve())
        return [here.NODE]

    def c(self, block, following):
        library, compiler = os.environ.get("TREATISE_LIBRARY"), os.environ.get("TREATISE_CC")
        if not library or not compiler:
            print(f"{self.page}:{block.first}: not run, the library for C is not here")
            return
        source, program = self.scratch / "program.c", self.scratch / "program"
        source.write_text(f'#line {block.first} "{self.page}"\n' + "\n".join(block.lines) + "\n")
        made = subprocess.run([compiler, "-std=c11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-I", str(self.root / "bindings/c"), str(source),
                               library, "-Wl,-rpath," + os.path.dirname(library), "-o", str(program)], capture_output=True, text=True)
        if made.returncode != 0:
            self.refuse(block, made.stderr)
            return
        done = subprocess.run([str(program)], cwd=self.scratch, env=self.environment, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            self.refuse(block, f"ended with {done.returncode}: {done.stderr}")
        self.shows(block, following, done.stdout)

    def json(self, block, following):
        library = os.environ.get("TREATISE_LIBRARY")
        if not library:
            print(f"{self.page}:{block.first}: not run, the library for C is not here")
            return
        c = ctypes.CDLL(library)
        c.treatise_built_in.restype = c.treatise_ask.restype = ctypes.c_void_p
        c.treatise_ask.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
        c.treatise_free.argtypes = [ctypes.c_void_p]
        request = "\n".join(block.lines)
        answer = c.treatise_ask(c.treatise_built_in(), request.encode())
        told = ctypes.string_at(answer).decode()
        c.treatise_free(answer)
        wanted = block.directive is not None and block.directive[0] == "exit"
        if told.startswith('{"format":"treatise-error"') != wanted:
            self.refuse(block, told[:1000])
        if not wanted:
            self.validate(block, request)
        self.shows(block, following, told)

    def validate(self, block, request):
        try:
            import jsonschema
        except ImportError:
            return
        schema = json.loads((self.root / "docs/requests.schema.json").read_text())
        for error in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(request)):
            self.refuse(block, "the schema of requests does not allow it: " + error.message[:300])

    def toml(self, block):
        path = self.scratch / block.directive[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text() + "\n" if block.directive[0] == "check" and path.exists() else ""
        path.write_text(before + "\n".join(block.lines) + "\n")
        if block.directive[0] == "check":
            done = self.command(f"treatise check {path.parent.relative_to(self.scratch)}")
            if done.returncode != 0:
                self.refuse(block, "treatise check: " + done.stdout)

    def command(self, line):
        return subprocess.run(["sh", "-c", line], cwd=self.scratch, env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=60)

    def console(self, block):
        wanted = int(block.directive[1]) if block.directive else 0
        parts = []
        for line in block.lines:
            if line.startswith("$ "):
                parts.append((line, []))
            elif parts:
                parts[-1][1].append(line)
        written = []
        for number, (line, shown) in enumerate(parts):
            if line.split()[1] not in ("treatise", "scripts/treatise", "cat", "head"):
                self.refuse(block, f"`{line}` is no command of ours")
                continue
            done = self.command(line[2:])
            if done.returncode != (wanted if number + 1 == len(parts) else 0):
                self.refuse(block, f"`{line}` ended with {done.returncode}")
            written += [line] + self.compare(block, shown, lines_of(done.stdout))
        self.printed[block.first] = written

    def links(self):
        """Relative links, outside of code."""
        prose, inside = [], False
        for line in self.text.split("\n"):
            if FENCE.match(line):
                inside = not inside
            elif not inside:
                prose.append(re.sub(r"`[^`]*`", "", line))
        for target in LINK.findall("\n".join(prose)):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, heading = target.partition("#")
            file = (self.root / self.page).parent / path if path else self.root / self.page
            if not file.exists():
                self.problems.append(f"{self.page}: the link {target} leads nowhere")
            elif heading and heading not in headings(file.read_text()):
                self.problems.append(f"{self.page}: {file.name} has no heading {heading}")

    def run(self):
        blocks = blocks_of(self.text)
        for i, block in enumerate(blocks):
            following = blocks[i + 1] if i + 1 != len(blocks) else None
            if not is_run(block):
                continue
            if block.kind == "cpp":
                self.cpp(block, following)
            elif block.kind in ("c", "json"):
                getattr(self, block.kind)(block, following)
            elif block.kind in ("python", "js"):
                self.script(block, following, [b for b in blocks[:i] if b.kind == block.kind and is_run(b)])
            elif block.kind == "text" and i and blocks[i - 1].kind in ("cpp", "c", "json", "python", "js") and block.follows:
                pass
            elif block.kind in ("toml", "text") and block.directive and block.directive[0] in ("check", "write"):
                self.toml(block)
            elif block.kind == "console" and (not block.directive or block.directive[0] == "exit"):
                self.console(block)
            else:
                self.refuse(block, f"a block of the kind `{block.kind}` that nothing runs; see tests/snippets/run.py")
        self.links()
        shutil.rmtree(self.scratch)
        if os.environ.get("TREATISE_UPDATE") == "1":
            self.update(blocks)
        for problem in self.problems:
            print(problem)
        return 1 if self.problems else 0

    def update(self, blocks):
        lines = self.text.split("\n")
        for block in reversed(blocks):
            if block.first in self.printed:
                lines[block.first - 1 : block.first - 1 + len(block.lines)] = self.printed[block.first]
        (self.root / self.page).write_text("\n".join(lines))


def headings(text):
    return {re.sub(r"[^\w\- ]", "", line.lstrip("#").strip().lower()).replace(" ", "-") for line in text.split("\n") if line.startswith("#")}


if __name__ == "__main__":
    if sys.argv[1] == "extract":
        extract(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    elif sys.argv[1] == "pages":
        print(";".join(pages(pathlib.Path(sys.argv[2]))), end="")
    else:
        sys.exit(Page(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), sys.argv[4], sys.argv[5]).run())
