"""Text of documents, rules and file names made fit for HTML; nothing of it can become markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint.reports.visible import visible

if TYPE_CHECKING:
    from lint.rules import Rule

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escaped(text: str) -> str:
    """A text as elements and quoted attributes can hold it."""
    return visible(text).translate(ESCAPES)


def element(tag: str, inside: str, name: str = "") -> str:
    """An element around markup, with a class where there is a name."""
    named = f' class="{name}"' if name else ""
    return f"<{tag}{named}>{inside}</{tag}>"


def told_rule(rule: Rule, count: int) -> str:
    """A rule to be unfolded: why it is there, what it finds and what it passes."""
    name, level = escaped(rule.id), rule.severity.value
    head = element("summary", f"{name} {element('b', level, level)} {count}")
    told = [f'<details id="rule-{name}">{head}', element("p", escaped(rule.why))]
    for bad in rule.examples.bad:
        fixed = "" if bad.fixed is None else f"\n→ {_lines(bad.fixed)}"
        told.append(element("pre", f"✗ {_lines(bad.text)}{fixed}"))
    told += [element("pre", f"✓ {_lines(good.text)}") for good in rule.examples.good]
    return "\n".join(told) + "\n</details>\n"


def _lines(text: str) -> str:
    return "\n".join(map(escaped, text.rstrip("\n").split("\n")))
