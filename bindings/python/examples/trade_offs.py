# SPDX-License-Identifier: BSL-1.0
"""A notebook to read from top to bottom: what is documented for a cause, and what speaks for and against one option.

The cells are those of Jupyter and of editors that know "# %%"; with pandas, show(...) may be pandas.DataFrame(...).
"""
# %% Which knowledge this is
import collections

import treatise

base = treatise.built_in()
about = base.ask("knowledge")
print(about["knowledge"]["key"], about["knowledge"]["version"])
print(about["notice"])


# %% A cause, as somebody types it
def show(rows: list[dict[str, object]], *columns: str) -> None:
    for row in rows:
        print("  " + " | ".join(str(row.get(column, "")) for column in columns))


print("\nshingles:")
show(treatise.rows(base.search("shingles")), "kind", "name", "as", "matched")
cause = "postherpetic-neuralgia"

# %% The kinds of therapy documented for it: the numbers say how much there is to read, not how good it is
print("\nkinds of therapy:")
options = treatise.rows(base.categories(cause))
for kind, count in collections.Counter(str(row["kind.name"]) for row in options).items():
    print(f"  {kind}: {count} options")

# %% One option: what is told first, matter by matter, with stance and source side by side
facts = base.facts(cause, "lidocaine patch")
print(f"\n{facts['option']['name']}:")
told = treatise.rows(facts)
show([row for row in told if row["matter"] in ("guidance", "benefit", "harm")], "matter", "stance", "text", "source.name")

# %% What is not told is said, too: silence is not safety
silent = [row["matter"] for row in treatise.rows(facts, "matters") if row["state"] == "not_reported"]
print("\nnothing here on:", ", ".join(map(str, silent)))

# %% Two options against one another: only what was compared directly, never two trials against placebo
for where, pair in ((cause, ["lidocaine-patch", "pregabalin"]), ("painful-diabetic-neuropathy", ["duloxetine", "pregabalin"])):
    compared = treatise.rows(base.head_to_head(where, pair))
    print(f"\n{' and '.join(pair)}, head to head for {where}:")
    show(compared, "of", "with", "fact.text", "fact.note", "fact.source.name")
    if not compared:
        print("  no source here compared them")
