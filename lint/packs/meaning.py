"""What a rule of the right shape can still get wrong: patterns, messages, fixes, examples."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from typing import Any

from lint import patterns
from lint.checks import Check
from lint.composition import Composed, Inside, Relation, Where, unknown
from lint.rules import Rule

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
Path = tuple[Any, ...]


def faults_of(rule: Rule) -> list[tuple[Path, str]]:
    """Every fault, with the path of keys it stands at."""
    check = [(("check", *path), what) for path, what in (*options(rule.check), *_names_of(rule.check))]
    message = _message(rule) if not check else ()
    return [*_names(rule), *check, *message, *_fix(rule), *_examples(rule)]


def _names_of(check: Check) -> Iterator[tuple[Path, str]]:
    """What only the check of a rule as a whole can get wrong: names that nothing captures, nothing that is found."""
    if isinstance(check, Composed) and not check.producers:
        yield (), "says what must hold of a place, and finds none; add 'kind' with its options, whose hits count"
    else:
        yield from unknown(check)


def options(part: Check | Inside | Relation | Where) -> list[tuple[Path, str]]:
    """What is wrong with the patterns of a check or a condition, or else with its options together."""
    refused = list(_patterns(part))
    return refused or [(_keys(key), what) for key, what in part.faults()]


def _names(rule: Rule) -> Iterator[tuple[Path, str]]:
    if rule.id == "all":
        yield ("id",), "'all' means every rule in --select; choose another name"
    if not NAME.fullmatch(rule.id):
        yield ("id",), f"'{rule.id}' is no id; write words of a-z and 0-9 joined by '-', such as 'numbering-gap'"
    for key, text in (("message", rule.message), ("why", rule.why)):
        if not text.strip():
            yield (key,), "is empty; every rule says what is wrong and why it matters"


def _patterns(part: Check | Inside | Relation | Where) -> Iterator[tuple[Path, str]]:
    for key, group in part.patterns().items():
        for index, pattern in enumerate(group):
            reason = patterns.refusal(pattern)
            if reason:
                yield _keys(key) if "." in key else (key, index), f"{pattern!r:.80} {reason}"


def _keys(key: str) -> Path:
    """The path of an option: `limits`, or `tokens.0.word` for one of a part; of none for what is wrong as a whole."""
    return tuple(int(part) if part.isdecimal() else part for part in key.split(".") if part)


def _message(rule: Rule) -> Iterator[tuple[Path, str]]:
    try:
        known = {"text", *rule.check.values()}
        parsed = list(string.Formatter().parse(rule.message))
    except (ValueError, re.error) as error:
        yield ("message",), f"is no message: {error}; write {{{{ for a brace"
        return
    for _, name, form, conversion in parsed:
        if form or conversion:
            yield ("message",), f"gives '{{{name}}}' a format; values are texts and take none"
        elif name is not None and name not in known:
            values = ", ".join(f"{{{value}}}" for value in sorted(known))
            yield ("message",), f"uses the unknown value '{{{name}}}'; allowed: {values}"


def _fix(rule: Rule) -> Iterator[tuple[Path, str]]:
    if rule.fix and not rule.check.repairs():
        yield ("fix",), f"kind '{rule.check.kind}' offers no repair with these options; leave 'fix' out"


def _examples(rule: Rule) -> Iterator[tuple[Path, str]]:
    for key, group in (("good", rule.examples.good), ("bad", rule.examples.bad)):
        if not group:
            yield ("examples", key), f"is empty; a rule needs at least one {key} example"
    for index, good in enumerate(rule.examples.good):
        if "⟦" in good.text or "⟧" in good.text:
            yield ("examples", "good", index), "holds ⟦ or ⟧; only bad examples mark what must be found"
    for index, bad in enumerate(rule.examples.bad):
        marks = re.sub(r"[^⟦⟧]", "", bad.text)
        if not marks or marks.replace("⟦⟧", ""):
            yield ("examples", "bad", index), "must mark what is found, each place between ⟦ and ⟧"
        if bad.fixed is not None and rule.fix is None:
            yield ("examples", "bad", index), "has 'fixed', but the rule has no 'fix'"
