# SPDX-License-Identifier: BSL-1.0
"""What the Python package costs, where it is installed: python3 benchmarks/doors.py"""
import json
import pathlib
import time

began = time.perf_counter()
import treatise  # noqa: E402

base = treatise.built_in()
loaded = time.perf_counter()
base.search("neur")
print(f"start-up: {(loaded - began) * 1e3:.0f} ms to import, {(time.perf_counter() - loaded) * 1e3:.1f} ms to the first answer")
cause, option = "painful-diabetic-neuropathy", "duloxetine"
library = next(pathlib.Path(treatise.__file__).parent.glob("libtreatise.*"), None)
if library:
    print(f"{library.name}: {library.stat().st_size / 1e6:.2f} MB")


def measure(name, run, length=0, rounds=50):
    """Processor time, which other programs of the machine change less than the clock."""
    for _ in range(10):
        run()
    before = time.process_time()
    for _ in range(rounds):
        run()
    print(f"{name}: {(time.process_time() - before) / rounds * 1e3:.2f} ms" + (f", {length / 1000:.0f} KB" if length else ""))


for question, keys in (("search", {"text": "neur"}), ("categories", {"cause": cause}), ("facts", {"cause": cause, "option": option}),
                       ("why", {"cause": cause, "option": option}), ("candidates", {"cause": cause}), ("compare", {"cause": cause})):
    request = json.dumps({"question": question, **keys})
    measure(question, lambda: base.ask_json(request), len(base.ask_json(request)))
acme = (pathlib.Path(__file__).resolve().parent.parent / "tests/bindings/acme.toml").read_text()
measure("an overlay, laid on and closed", lambda: base.overlay_text(acme).close())
