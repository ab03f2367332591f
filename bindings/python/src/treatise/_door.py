# SPDX-License-Identifier: BSL-1.0
"""The C door (treatise.h) by ctypes: which library it is, its functions, and who frees what."""
from __future__ import annotations

import ctypes
import os
import pathlib
import sys
from collections.abc import Sequence

from ._errors import KnowledgeError

_NAME = "libtreatise" + {"darwin": ".dylib", "win32": ".dll"}.get(sys.platform, ".so")


def _load() -> ctypes.CDLL:
    path = os.environ.get("TREATISE_LIBRARY") or str(pathlib.Path(__file__).with_name(_NAME))
    try:
        library = ctypes.CDLL(path)
    except OSError as error:
        raise ImportError(f"the library of Treatise cannot be loaded: {error}; TREATISE_LIBRARY may name another") from error
    base, text = ctypes.c_void_p, ctypes.c_void_p
    error_out = ctypes.POINTER(ctypes.c_void_p)
    for name, result, arguments in (
        ("treatise_built_in", base, []),
        ("treatise_open", base, [ctypes.c_char_p, error_out]),
        ("treatise_overlay", base, [base, ctypes.POINTER(ctypes.c_char_p), ctypes.c_size_t, error_out]),
        ("treatise_overlay_text", base, [base, ctypes.c_char_p, ctypes.c_char_p, error_out]),
        ("treatise_recall", base, [base, ctypes.c_char_p, error_out]),
        ("treatise_recall_text", base, [base, ctypes.c_char_p, ctypes.c_char_p, error_out]),
        ("treatise_ask", text, [base, ctypes.c_char_p]),
        ("treatise_free", None, [text]),
        ("treatise_close", None, [base]),
        ("treatise_version", ctypes.c_char_p, []),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


_library = _load()


def version() -> str:
    text: bytes = _library.treatise_version()
    return text.decode()


class Handle:
    """A base of the library, closed when nobody holds it any more, so that none is closed under a thread that asks it."""

    def __init__(self, pointer: int) -> None:
        self._pointer = pointer

    def __del__(self) -> None:
        _library.treatise_close(self._pointer)

    def ask(self, request: str) -> str:
        return _text(_library.treatise_ask(self._pointer, _bytes(request)))

    def overlay(self, paths: Sequence[str]) -> Handle:
        names = (ctypes.c_char_p * len(paths))(*[_bytes(os.fsencode(path)) for path in paths])
        error = ctypes.c_void_p()
        return _made(_library.treatise_overlay(self._pointer, names, len(paths), ctypes.byref(error)), error)

    def overlay_text(self, name: str, toml: str) -> Handle:
        error = ctypes.c_void_p()
        made = _library.treatise_overlay_text(self._pointer, _bytes(name), _bytes(toml), ctypes.byref(error))
        return _made(made, error)

    def recall(self, path: str) -> Handle:
        error = ctypes.c_void_p()
        return _made(_library.treatise_recall(self._pointer, _bytes(os.fsencode(path)), ctypes.byref(error)), error)

    def recall_text(self, name: str, recalls: str) -> Handle:
        error = ctypes.c_void_p()
        made = _library.treatise_recall_text(self._pointer, _bytes(name), _bytes(recalls), ctypes.byref(error))
        return _made(made, error)


def built_in_handle() -> Handle:
    pointer: int | None = _library.treatise_built_in()
    if not pointer:
        raise KnowledgeError("this library was built without knowledge; treatise.open reads some")
    return Handle(pointer)


def open_handle(path: str) -> Handle:
    error = ctypes.c_void_p()
    return _made(_library.treatise_open(_bytes(os.fsencode(path)), ctypes.byref(error)), error)


def _made(pointer: int | None, error: ctypes.c_void_p) -> Handle:
    if pointer:
        return Handle(pointer)
    raise KnowledgeError.of(_text(error.value))


def _bytes(text: str | bytes) -> bytes:
    encoded = text.encode() if isinstance(text, str) else text
    if b"\0" in encoded:
        raise ValueError("a text for Treatise has no NUL in it")
    return encoded


def _text(pointer: int | None) -> str:
    if not pointer:
        raise MemoryError("Treatise had no memory for its answer")
    try:
        return ctypes.string_at(pointer).decode()
    finally:
        _library.treatise_free(pointer)
