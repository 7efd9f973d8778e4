"""The text as read: spans, positions, sources. Never edited; offsets count characters, ends are exclusive."""

from lint.text.decoding import Unreadable, decode
from lint.text.source import Source
from lint.text.spans import Position, Span

__all__ = ["Position", "Source", "Span", "Unreadable", "decode"]
