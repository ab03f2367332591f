# SPDX-License-Identifier: BSL-1.0
"""A knowledge base and its questions."""
from __future__ import annotations

import json
import os
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Self, TypedDict

from ._door import Handle, built_in_handle, open_handle
from ._errors import RequestError

Answer = dict[str, Any]
"""An answer as docs/json.md describes it: show its `notice` with whatever is shown of it."""


class Scope(TypedDict, total=False):
    """What narrows a question; names are keys, names, synonyms or codes."""

    kind: Sequence[str]
    source: str
    source_kind: Sequence[str]
    applicability: Sequence[str]
    intent: Sequence[str]
    jurisdiction: str
    payer: str
    as_of: str
    verified: bool
    superseded: bool
    predictions: bool


class Base:
    """Knowledge that can be asked; made by `built_in`, `open`, `overlay` and `recall`.

    It never changes, so that any number of threads may ask it at once, and answers come without the interpreter's lock.
    """

    def __init__(self, handle: Handle) -> None:
        self._handle: Handle | None = handle

    def ask(self, question: str, /, **arguments: Any) -> Answer:
        """The answer to a question; `base.ask("questions")` lists them all with their arguments. Arguments of None are left out.

        Raises RequestError where the question or one of its arguments is wrong: the message says what was expected.
        """
        request = {"question": question} | {name: value for name, value in arguments.items() if value is not None}
        text = self.ask_json(json.dumps(request, ensure_ascii=False))
        answer: Answer = json.loads(text)
        if "error" in answer:
            raise RequestError.of(text)
        return answer

    def ask_json(self, request: str) -> str:
        """The answer to a request as the library writes it, both as JSON; an error is an answer with `error`."""
        return self._open().ask(request)

    def overlay(self, *paths: str | os.PathLike[str]) -> Base:
        """This knowledge with TOML files or folders on top, as a new base; this one stays as it is."""
        return Base(self._open().overlay([os.fspath(path) for path in paths]))

    def overlay_text(self, toml: str, name: str = "overlay") -> Base:
        """The same with the text of one TOML document; `name` stands in its errors."""
        return Base(self._open().overlay_text(name, toml))

    def recall(self, path: str | os.PathLike[str]) -> Base:
        """This knowledge without the claims that a recall file withdraws, as a new base; this one stays as it is.

        Raises KnowledgeError where the file is broken, of other knowledge or of another release.
        """
        return Base(self._open().recall(os.fspath(path)))

    def recall_text(self, recalls: str, name: str = "recall") -> Base:
        """The same with the text of a recall file; `name` stands in its errors."""
        return Base(self._open().recall_text(name, recalls))

    def close(self) -> None:
        """Frees it now instead of when it is no longer used. What lies on top of it may still be asked."""
        self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _open(self) -> Handle:
        handle = self._handle
        if handle is None:
            raise ValueError("this base is closed")
        return handle

    # What is asked most; `ask` takes the other questions.

    def categories(self, cause: str, *, scope: Scope | None = None) -> Answer:
        """The kinds of therapy that are documented for a cause, with their options and what is said of each."""
        return self.ask("categories", cause=cause, scope=scope)

    def facts(self, cause: str, option: str, *, scope: Scope | None = None) -> Answer:
        """What is told first of an option, as data."""
        return self.ask("facts", cause=cause, option=option, scope=scope)

    def candidates(self, cause: str, *, circumstance: str | None = None, scope: Scope | None = None) -> Answer:
        """The documented options and why each is listed; with a circumstance, what each source says of every option in it."""
        return self.ask("candidates", cause=cause, circumstance=circumstance, scope=scope)

    def compare(
        self, cause: str, *, options: Sequence[str] | None = None, view: str | None = None, columns: Sequence[str] | None = None,
        group: str | None = None, ruler: str | None = None, all: bool | None = None, scope: Scope | None = None,
    ) -> Answer:
        """The table for a cause: its documented options side by side."""
        return self.ask("compare", cause=cause, options=options, view=view, columns=columns, group=group, ruler=ruler, all=all,
                        scope=scope)

    def why(self, cause: str, option: str, *, column: str | None = None, scope: Scope | None = None) -> Answer:
        """Every claim about an option, with its place."""
        return self.ask("why", cause=cause, option=option, column=column, scope=scope)

    def about(self, cause: str, *, scope: Scope | None = None) -> Answer:
        """What sources say of the cause itself."""
        return self.ask("about", cause=cause, scope=scope)

    def disagreements(self, cause: str, *, options: Sequence[str] | None = None, scope: Scope | None = None) -> Answer:
        """Where sources differ, side by side."""
        return self.ask("disagreements", cause=cause, options=options, scope=scope)

    def gaps(self, cause: str, *, scope: Scope | None = None) -> Answer:
        """What no source here reports."""
        return self.ask("gaps", cause=cause, scope=scope)

    def options_for(self, what: str, *, cause: str | None = None, scope: Scope | None = None) -> Answer:
        """The options of which sources say something on an outcome, a mechanism, a circumstance, a payer ..., for and against."""
        return self.ask("options-for", what=what, cause=cause, scope=scope)

    def causes_of(self, option: str, *, scope: Scope | None = None) -> Answer:
        """The causes for which an option is documented."""
        return self.ask("causes-of", option=option, scope=scope)

    def head_to_head(self, cause: str, options: Sequence[str], *, scope: Scope | None = None) -> Answer:
        """Every published comparison of two or more options with one another."""
        return self.ask("head-to-head", cause=cause, options=options, scope=scope)

    def across(self, option: str, *, causes: Sequence[str] | None = None, scope: Scope | None = None) -> Answer:
        """What is told first of one option for each of several causes."""
        return self.ask("across", option=option, causes=causes, scope=scope)

    def causes(self) -> Answer:
        """All causes."""
        return self.ask("causes")

    def search(self, text: str, *, of: str | None = None) -> Answer:
        """Names that begin with a text, to choose from; `of` is a kind of entity, such as "therapy"."""
        return self.ask("search", text=text, of=of)

    def find(self, text: str) -> Answer:
        """What a name or a code stands for, as people write it."""
        return self.ask("find", text=text)

    def show(self, key: str) -> Answer:
        """One entity or claim in full."""
        return self.ask("show", key=key)


def built_in() -> Base:
    """The knowledge inside the library, about neuropathic pain. Nothing is loaded or parsed."""
    return Base(built_in_handle())


def open(path: str | os.PathLike[str]) -> Base:
    """The knowledge of a snapshot, a TOML file or a folder of TOML files."""
    return Base(open_handle(os.fspath(path)))
