"""Findings that people have agreed to leave: by configuration, by a file beside the documents, by a comment in them."""

from __future__ import annotations

from lint.suppress.comments import Comments
from lint.suppress.entries import Entries
from lint.suppress.notes import Note
from lint.suppress.sidecars import SIDECAR, Sidecars

__all__ = ["SIDECAR", "Comments", "Entries", "Note", "Sidecars"]
