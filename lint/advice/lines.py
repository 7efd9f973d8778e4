"""Words and patterns of a `line` rule that no line can hold which it looks at."""

from __future__ import annotations

from collections.abc import Iterator

from lint.checks.check import Check
from lint.checks.line import Line
from lint.patterns import parsed


def too_long(check: Check) -> Iterator[tuple[str, str]]:
    """Key and sentence for what is longer than the lines that a rule looks at."""
    if not isinstance(check, Line):
        return
    for name, words in (("phrases", check.phrases), ("labels", check.labels), ("buttons", check.buttons)):
        for index, word in enumerate(words):
            if (size := len(word.replace("*", ""))) > check.longest:
                yield f"check.{name}.{index}", _sentence(word, size, check.longest)
    for index, pattern in enumerate(check.patterns_):
        if (least := int(parsed(pattern).getwidth()[0])) > check.longest and r"\n" not in pattern:
            yield f"check.patterns.{index}", _sentence(pattern, least, check.longest)


def _sentence(text: str, size: int, longest: int) -> str:
    return f"'{text}' can never be found: it takes {size} characters, and 'longest' is {longest}; raise 'longest'"
