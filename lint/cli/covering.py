"""`plan-lint test --coverage`: what of each rule no example shows the use of."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from lint.coverage import Coverage, Part, coverage
from lint.reports.summary import counted
from lint.reports.visible import visible
from lint.rules import Rule

MOST = 5  # parts of an option that are named
WIDEST = 40  # characters of a part that are shown
SHARED = 8  # rules from which on several processes pay

_rules: Sequence[Rule] = ()  # which forked processes have without being given them


def measured(rules: Sequence[Rule]) -> list[Coverage]:
    """The coverage of each rule; of many, by several processes."""
    if len(rules) < SHARED or sys.platform != "linux":
        return list(map(coverage, rules))
    from concurrent.futures import ProcessPoolExecutor

    global _rules
    _rules = rules
    sizes = [len(repr(rule)) for rule in rules]
    long_first = sorted(range(len(rules)), key=lambda index: -sizes[index])  # else all may wait for the last one
    sys.stdout.flush()
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(os.cpu_count(), context, signal.signal, (signal.SIGINT, signal.SIG_IGN)) as processes:
        found = dict(zip(long_first, processes.map(_one, long_first), strict=True))
    return [found[index] for index in range(len(rules))]


def _one(index: int) -> Coverage:
    return coverage(_rules[index])


def lines(covered: Iterable[Coverage]) -> Iterator[str]:
    """What is unexercised, an option a line, and the share of all that is exercised."""
    total = idle = 0
    for one in covered:
        total += len(one.parts)
        idle += len(one.unexercised)
        for key, parts in _by_key(one.unexercised).items():
            of = sum(part.key == key for part in one.parts)
            yield f"{one.rule}: unexercised: {visible(key)}: {_named(parts, of)}"
    if total:
        yield f"Examples exercise {total - idle} of {counted(total, 'part')} ({(total - idle) / total:.1%})."
    else:
        yield "There are no parts that examples could leave out."


def _by_key(parts: Iterable[Part]) -> dict[str, list[Part]]:
    found: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        found[part.key].append(part)
    return found


def _named(parts: Sequence[Part], of: int) -> str:
    """`3 of 5: 甲, 乙, 丙`; of an option that is one part, its value."""
    shown = [visible(_short(part.text)) for part in parts[:MOST]]
    more = f" … and {len(parts) - MOST} more" if len(parts) > MOST else ""
    return (f"{len(parts)} of {of}: " if of > 1 else "") + ", ".join(shown) + more


def _short(text: str) -> str:
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
