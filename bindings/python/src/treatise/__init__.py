# SPDX-License-Identifier: BSL-1.0
"""Treatise tells which treatments are documented for a condition, what they offer, what they cost, and who says so.

>>> base = treatise.built_in()
>>> base.facts("painful diabetic neuropathy", "duloxetine")
"""
from ._base import Answer, Base, Scope, built_in, open
from ._door import version
from ._errors import Error, KnowledgeError, RequestError
from ._rows import rows

__version__ = version()
__all__ = ["Answer", "Base", "Error", "KnowledgeError", "RequestError", "Scope", "built_in", "open", "rows", "version"]
