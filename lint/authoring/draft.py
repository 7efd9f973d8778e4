"""A rule as its author puts it, and as YAML: every text quoted as it must be, with comments that say what to change."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, SingleQuotedScalarString

WIDE = 1_000_000  # characters of a line, before which ruamel.yaml breaks none
SIGNS = re.compile(r"[\\^$|()\[\]*+?]")  # of patterns, which people put into single quotes


class Bad(NamedTuple):
    """A text that the rule must report, with or without ⟦ ⟧, and what its repair makes of it."""

    text: str
    fixed: str | None = None


@dataclass(frozen=True)
class Draft:
    """What will be a rule. `check` are the kind and its options as plain values, by YAML key.

    `remarks` are comments, each by the key above which it stands.
    """

    id: str
    severity: str
    message: str
    why: str
    check: Mapping[str, Any]
    good: tuple[str, ...]
    bad: tuple[Bad, ...]
    scope: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    fix: str | None = None
    remarks: Mapping[str, str] = field(default_factory=dict)

    @property
    def tree(self) -> dict[str, Any]:
        """The rule as plain values."""
        bad = [one.text if one.fixed is None else {"text": one.text, "fixed": one.fixed} for one in self.bad]
        said = {
            "id": self.id, "severity": self.severity, "message": self.message, "why": self.why,
            "scope": list(self.scope), "documents": list(self.documents), "check": dict(self.check),
            "fix": self.fix, "examples": {"good": list(self.good), "bad": bad},
        }  # fmt: skip
        return {key: value for key, value in said.items() if value not in ([], None)}

    def yaml(self, indent: int) -> str:
        """The rule as an item of a list whose dashes stand behind `indent` blanks; it ends with a line end."""
        lines = [line for key, value in self.tree.items() for line in self._lines(key, value)]
        first = next(index for index, line in enumerate(lines) if not line.startswith("#"))
        blanks = " " * indent
        return "".join(
            f"{blanks}{'- ' if index == first else '  ' if index > first else ''}{line}\n" if line else "\n"
            for index, line in enumerate(lines)
        )

    def _lines(self, key: str, value: Any) -> Iterator[str]:
        yield from (f"# {line}" for line in self.remarks.get(key, "").splitlines())
        yield from dumped({key: value}).splitlines()


def dumped(tree: Any) -> str:
    """Plain values as YAML; what is read from it is the same again."""
    yaml = YAML(typ="rt")
    yaml.width = WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_quoted(tree), out)
    return out.getvalue()


def _quoted(value: Any, short: bool = False) -> Any:
    """A tree whose texts carry the quotes that people would give them; short lists stand in one line."""
    if isinstance(value, dict):
        return CommentedMap((_quoted(key), _quoted(inner, key not in ("good", "bad"))) for key, inner in value.items())
    if isinstance(value, list):
        items = CommentedSeq(_quoted(inner) for inner in value)
        if short and sum(len(str(inner)) + 2 for inner in value) <= 80 and all(map(_scalar, value)):
            items.fa.set_flow_style()
        return items
    return _text(value) if isinstance(value, str) else value


def _scalar(value: Any) -> bool:
    return not isinstance(value, dict | list)


def _text(text: str) -> Any:
    """A text with the quotes it needs; where it needs none, ruamel.yaml sees to it that nothing else is read."""
    if not text.isprintable():
        return DoubleQuotedScalarString(text)
    return SingleQuotedScalarString(text) if SIGNS.search(text) else text
