"""Pages of kinds of check: one for each, from its docstring and options, and their index."""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Iterator
from typing import Any, ClassVar, Literal, get_args, get_origin, get_type_hints

from documentation import markup, options
from lint.checks import Check
from lint.checks.check import yaml_key
from lint.composition import Composed
from lint.packs.shapes import KINDS
from lint.rules import Rule, RuleSet

INDEX = "reference/kinds/index.md"
COMPOSED = "composed"
ALL: dict[str, type[Any]] = {**KINDS, COMPOSED: Composed}
EMPTY: tuple[tuple[type, Any], ...] = ((str, ""), (dict, {}), (tuple, ()))


def file(kind: str) -> str:
    """The page of a kind."""
    return f"reference/kinds/{kind}.md"


def pages(ruleset: RuleSet, manual: str) -> dict[str, str]:
    """The index and one page for each kind, by file. `manual` is the text that tells how each is written."""
    used = {kind: [rule for rule in ruleset.rules if rule.check.kind == kind] for kind in ALL}
    told = {file(kind): page(kind, of, used[kind], f"\n### {kind}\n" in manual) for kind, of in ALL.items()}
    return {INDEX: index(used)} | told


def index(used: dict[str, list[Rule]]) -> str:
    """All kinds, with the rules that use them."""
    rows = (f"| [{kind}]({kind}.md) | {_first(of)} | {_links(used[kind]) or '—'} |" for kind, of in sorted(ALL.items()))
    head = "# Kinds of check\n\nA rule is a check put to use; these are the kinds to choose from.\n\n"
    return head + "\n".join(("| kind | what it does | built-in rules |", "|---|---|---|", *rows)) + "\n"


def page(kind: str, of: type[Any], rules: list[Rule], in_manual: bool) -> str:
    """What a kind does, its options, what messages may speak of, whether it repairs, and the rules that use it."""
    return "\n\n".join(_parts(kind, of, rules, in_manual)) + "\n"


def _parts(kind: str, of: type[Any], rules: list[Rule], in_manual: bool) -> Iterator[str]:
    yield f"# {kind}"
    yield markup.prose(inspect.getdoc(of) or "")
    if in_manual:
        yield f"[How a rule of this kind is written](../../writing-rules.md#{kind})"
    yield "## Options"
    yield options.table(of)
    for part in nested(of):
        yield f"### {part.__name__.lower()}"
        yield markup.prose(inspect.getdoc(part) or "")
        yield options.table(part)
    yield from _abilities(of, rules)
    yield "## Built-in rules"
    yield _links(rules) or "None yet."


def _abilities(of: type[Any], rules: list[Rule]) -> Iterator[str]:
    bare = _bare(of)
    named = ", ".join(markup.code(value) for value in sorted({"text", *bare.values()}))
    yield "## Values for messages"
    yield f"{named}. {markup.spoken(_said(of, 'values'))}".strip()
    yield "## Repair"
    repair = _said(of, "repairs").replace("Whether", "Where", 1)
    yield markup.prose(repair or "None: a rule of this kind has no `fix`.")
    own = {yaml_key(field.name) for field in dataclasses.fields(of)}  # and not those of a part, `limits.0.unit`
    used = {key for check in (bare, *(rule.check for rule in rules)) for key in check.patterns()} & own
    keys = ", ".join(map(markup.code, sorted(used)))
    yield "## Patterns"
    yield f"Options that are regular expressions: {keys}." if keys else "No option is a regular expression."


def nested(of: type[Any]) -> list[type[Any]]:
    """The classes of options that are maps or lists of maps with keys of their own."""
    found: dict[type[Any], None] = {}
    for name, hint in get_type_hints(of).items():
        if get_origin(hint) is not ClassVar and name != "kind":
            parts = (one for one in _within(hint) if dataclasses.is_dataclass(one))
            found |= dict.fromkeys(one for one in parts if isinstance(one, type) and not issubclass(one, Check))
    return list(found)


def _within(hint: Any) -> Iterator[Any]:
    if isinstance(hint, type) and not get_args(hint):
        yield hint
    for argument in get_args(hint):
        yield from _within(argument)


def _bare(of: type[Any]) -> Any:
    """A check with nothing but what it must have, each option as empty as it may be."""
    hints = get_type_hints(of)
    needed = [
        field
        for field in dataclasses.fields(of)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    ]
    return of(**{field.name: _emptiest(hints[field.name]) for field in needed})


def _emptiest(hint: Any) -> Any:
    origin = get_origin(hint) or hint
    if origin is Literal:
        return get_args(hint)[0]
    return next(value for of, value in EMPTY if origin is of)


def _said(of: type[Any], name: str) -> str:
    """What a method's own docstring says; empty where the kind leaves it as it is."""
    method = vars(of).get(name)
    return (inspect.getdoc(method) or "") if method else ""


def _first(of: type[Any]) -> str:
    return markup.spoken(" ".join((inspect.getdoc(of) or "").split("\n\n")[0].split()))


def _links(rules: list[Rule]) -> str:
    return ", ".join(f"[{rule.id}](../rules/{rule.id}.md)" for rule in rules)
