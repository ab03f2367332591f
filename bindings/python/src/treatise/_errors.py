# SPDX-License-Identifier: BSL-1.0
"""What may go wrong."""
from __future__ import annotations

import json
from typing import Any, Self


class Error(Exception):
    """What Treatise could not do. The text says why; `details` is the error as the library tells it."""

    def __init__(self, message: str, details: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.details: dict[str, Any] = details or {}

    @property
    def problems(self) -> list[dict[str, Any]]:
        """All that is wrong, each with its `message`, where the library lists it."""
        found: list[dict[str, Any]] = self.details.get("problems", [])
        return found

    @classmethod
    def of(cls, text: str) -> Self:
        """The error of an answer such as `{"error": {"message": ..., "problems": [...]}}`."""
        details: dict[str, Any] = json.loads(text)["error"]
        return cls(str(details["message"]), details)


class RequestError(Error):
    """A request that cannot be answered: a question, a key or a name that is not there."""


class KnowledgeError(Error):
    """Knowledge that cannot be read, or that is wrong."""
