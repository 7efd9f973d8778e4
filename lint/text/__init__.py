"""The text as read: spans, positions, sources. Never edited; offsets count characters, ends are exclusive."""

from lint.text.decoding import Unreadable, decode
from lint.text.source import Source
from lint.text.spans import Position, Regions, Span

__all__ = ["Position", "Regions", "Source", "Span", "Unreadable", "decode"]
