# SPDX-License-Identifier: BSL-1.0
"""Answers as rows, for pandas.DataFrame, csv.DictWriter and the like."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeGuard

# What an answer is a list of, where it holds several lists: by its `format`, behind "treatise-". Of a circumstance it is the options,
# because of most of them nobody says anything, and that is to be seen.
_LISTS = {
    "about": "statements",
    "across": "causes.facts",
    "candidates": "candidates",
    "categories": "categories.options",
    "causes-of": "causes.facts",
    "circumstance": "options",
    "comparison": "rows",
    "disagreements": "groups.sides",
    "facts": "facts",
    "head-to-head": "comparisons",
    "options-for": "options.facts",
    "why": "statements",
}


def rows(answer: dict[str, Any], at: str | None = None) -> list[dict[str, Any]]:
    """The entries of an answer as flat dicts, in its order; the fields of what holds them stand before their own.

    `at` names the list, with a point for a list in a list: "categories.options". Without it, it is the list that the
    answer is about. Nested fields are named with a point ("source.key"); where both have a field, that of the holder has
    the name of its list in front ("options.option.key"). Lists that remain stay lists.
    """
    form = str(answer.get("format", "")).removeprefix("treatise-")
    path = (at or _LISTS.get(form) or _only_list(answer, form)).split(".")
    pairs = list(_walk(answer, path, {}))
    in_both = {name for holder, entry in pairs for name in holder if name in entry}
    of_holder = path[-2] + "." if len(path) > 1 else ""
    return [{of_holder + n if n in in_both else n: v for n, v in holder.items()} | entry for holder, entry in pairs]


def _only_list(answer: dict[str, Any], form: str) -> str:
    found = [name for name, value in answer.items() if _is_list(value)]
    if form in found:
        return form
    if len(found) == 1:
        return found[0]
    raise ValueError(f"expected `at`, the name of a list: {', '.join(found) or 'this answer has none'}")


def _walk(holder: dict[str, Any], path: list[str], outer: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    name, deeper = path[0], path[1:]
    entries = holder.get(name)
    if not _is_list(entries):
        raise ValueError(f"the answer has no list `{name}`")
    for entry in entries:
        if not deeper:
            yield outer, _flat(entry)
        else:
            yield from _walk(entry, deeper, outer | _flat({k: v for k, v in entry.items() if not _is_list_of_dicts(v)}))


def _flat(entry: Any, before: str = "") -> dict[str, Any]:
    if not _is_dict(entry):
        return {before.removesuffix(".") or "value": entry}
    flat: dict[str, Any] = {}
    for name, value in entry.items():
        flat |= _flat(value, f"{before}{name}.") if _is_dict(value) else {before + name: value}
    return flat


def _is_dict(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _is_list_of_dicts(value: object) -> bool:
    return _is_list(value) and bool(value) and all(_is_dict(v) for v in value)
