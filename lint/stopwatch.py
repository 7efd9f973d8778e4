"""Where a run's time goes: seconds by name, each without those of what was started within it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from time import perf_counter
from typing import Any


class Stopwatch:
    """Adds up the time of named pieces of work. `phases` are what every document costs, `rules` what each rule does."""

    def __init__(self) -> None:
        self.phases: defaultdict[str, float] = defaultdict(float)
        self.rules: defaultdict[str, float] = defaultdict(float)
        self._within: list[float] = []

    def phase(self, name: str, work: Callable[..., Any], *arguments: Any) -> Any:
        """What some work gives; its time is a phase's."""
        return self._timed(self.phases, name, work, *arguments)

    def rule(self, name: str, work: Callable[..., Any], *arguments: Any) -> Any:
        """What some work gives; its time is a rule's."""
        return self._timed(self.rules, name, work, *arguments)

    def add(self, phases: dict[str, float], rules: dict[str, float]) -> None:
        """Add what another process has measured."""
        for own, other in ((self.phases, phases), (self.rules, rules)):
            for name, seconds in other.items():
                own[name] += seconds

    def taken(self) -> tuple[dict[str, float], dict[str, float]]:
        """What was measured, and begin anew."""
        told = dict(self.phases), dict(self.rules)
        self.phases.clear()
        self.rules.clear()
        return told

    def watching(self, kind: type[Any]) -> type[Any]:
        """A class whose properties that are computed once are phases, by their names."""
        properties = {name: value for name, value in vars(kind).items() if isinstance(value, cached_property)}
        return type(kind.__name__, (kind,), {name: self._watched(name, one) for name, one in properties.items()})

    def _watched(self, name: str, one: cached_property[Any]) -> cached_property[Any]:
        watched = cached_property(lambda owner: self.phase(name, one.func, owner))
        watched.__set_name__(object, name)
        return watched

    def _timed(self, seconds: defaultdict[str, float], name: str, work: Callable[..., Any], *arguments: Any) -> Any:
        begun = perf_counter()
        self._within.append(0.0)
        try:
            return work(*arguments)
        finally:
            whole = perf_counter() - begun
            seconds[name] += whole - self._within.pop()
            if self._within:
                self._within[-1] += whole
