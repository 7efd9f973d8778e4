"""What is wrong with a file that a person wrote, told once and with its place."""

from __future__ import annotations

from dataclasses import dataclass


class FaultyError(Exception):
    """Faults of files: one line for each, `file:line: key: what, and what is allowed`."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Place:
    """A key of a file: the file, its line (from 1; 0 where there are no lines), its name with what it stands under."""

    file: str
    line: int
    key: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file

    def fault(self, what: str) -> str:
        """One line that says what is wrong here."""
        return f"{self}: {self.key}: {what}" if self.key else f"{self}: {what}"


def meant(word: str, allowed: list[str]) -> str:
    """The one of the allowed words that was probably meant; empty where none comes near."""
    from difflib import get_close_matches  # 7 ms that only a fault should cost

    return next(iter(get_close_matches(word, allowed, 1)), "")


def nearest(word: str, allowed: list[str]) -> str:
    """`allowed: a, b, c`, and the one that was probably meant."""
    close = meant(word, allowed)
    return f"allowed: {', '.join(allowed)}" + (f"; did you mean '{close}'?" if close else "")
