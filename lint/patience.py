"""A bound for the time that one rule may take in one text: no pattern can hold a run.

`re` cannot be told when to give up, but it looks for signals. So a timer rings twice a second, and where the same rule
is still at work too long after it began, it is stopped with an error. Only the main thread of a process hears signals,
and Windows has none of these: elsewhere rules are not bounded.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType
from typing import TypeVar

LEAST = 10.0  # seconds for any text
EACH = 5e-5  # seconds more for each character
TICK = 0.5  # seconds between two looks

Made = TypeVar("Made")


class OvertimeError(Exception):
    """A rule took too long."""


class Patience:
    """Watches what one process does, one rule after the other."""

    def __init__(self, least: float = LEAST) -> None:
        self._least = least
        self._until: float | None = None
        self._allowed = least

    @contextmanager
    def watching(self, characters: int) -> Iterator[None]:
        """Watch over a text of some length; the signal is then left as it was."""
        self._allowed = self._least + EACH * characters
        if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, TICK, TICK)
        try:
            yield
        finally:
            self._until = None
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before or signal.SIG_DFL)

    def over(self, characters: int, work: Callable[[], Made]) -> Made:
        """What one piece of work on a text of some length makes. Raises OvertimeError."""
        with self.watching(characters):
            self.begin()
            return work()

    def begin(self) -> None:
        """The time of one piece of work begins."""
        self._until = monotonic() + self._allowed

    def done(self) -> None:
        """It has ended."""
        self._until = None

    def _ring(self, number: int, frame: FrameType | None) -> None:
        if self._until is not None and monotonic() > self._until:
            self._until = None
            raise OvertimeError(f"it took more than {self._allowed:.0f} s on this text; bound its patterns")
