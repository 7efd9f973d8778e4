"""What the options of `new rule` say, put together as a draft; what they leave open comes from the kind's template."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, get_origin, get_type_hints

import click

from lint.authoring import WHY, Bad, Draft, template
from lint.checks.check import yaml_key
from lint.packs import shapes
from lint.rules import RuleSet
from lint.trees import FaultyError, nearest, yaml
from lint.trees.plain import plain

DIRECT = {"patterns": "patterns", "tokens": "tokens", "except": "except_", "replacement": "replacement"}
MESSAGE = "不应写“{text}”"
EXISTENCE = "existence"


def drafted(given: Mapping[str, Any], builtin: RuleSet) -> tuple[Draft, list[str]]:
    """The draft, and the keys that its author has left to the template and should change.

    Raises FaultyError for options that the kind does not have.
    """
    kind = given["kind"] or EXISTENCE
    of = _kind(kind)
    check = _check(kind, of, given)
    whole = bool(given["bad"] and given["good"])
    if not whole and (check or given["bad"] or given["good"]):
        raise click.UsageError("a rule needs --bad and --good: a text that it must report, and one that it must pass")
    base = None if whole else template(given["id_"], kind, builtin)
    if base is None and not whole:
        raise click.UsageError(f"no built-in rule shows how kind '{kind}' is used; give --option, --bad and --good")
    draft = base or Draft(given["id_"], "warning", MESSAGE, WHY, {"kind": kind, **check}, (), ())
    said = _said(given)
    left = [key for key in ("message", "why") if key not in said] + (["check", "examples"] if base else [])
    return dataclasses.replace(draft, **said, remarks=_remarks(kind, of, left)), left


def _said(given: Mapping[str, Any]) -> dict[str, Any]:
    """What the command line says, by the fields of a draft."""
    said: dict[str, Any] = {key: given[key] for key in ("message", "why", "severity", "fix") if given[key] is not None}
    said |= {key: given[key] for key in ("scope", "documents", "good") if given[key]}
    return said | ({"bad": tuple(Bad(text) for text in given["bad"])} if given["bad"] else {})


def _kind(name: str) -> Any:
    try:
        of = shapes.kind(name)
    except LookupError as error:
        raise click.UsageError(str(error)) from error
    if of is None:
        raise click.UsageError(f"unknown kind '{name}'; {nearest(name, shapes.kinds())}")
    return of


def _check(kind: str, of: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    """The options of the check that the command line gives."""
    known = {yaml_key(one.name): get_type_hints(of)[one.name] for one in dataclasses.fields(of) if one.name != "kind"}
    check: dict[str, Any] = {key: _plainly(given[name]) for key, name in DIRECT.items() if given[name]}
    for key, value in _more(given["more"]):
        listed = get_origin(known.get(key)) is tuple and not isinstance(value, list)
        if listed or key in check:
            check[key] = [*_listed(check.get(key, [])), *_listed(value)]
        else:
            check[key] = value
    for key in check:
        if key not in known:
            raise click.UsageError(f"kind '{kind}' has no option '{key}'; {nearest(key, sorted(known))}")
    return check


def _plainly(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _more(given: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """`KEY=YAML` as keys and plain values."""
    for one in given:
        key, sign, value = one.partition("=")
        if not key or not sign:
            raise click.UsageError(f"--option {one}: write KEY=VALUE, such as --option 'at-least=3'")
        try:
            tree = yaml.parsed("--option", value.encode("utf-8", "surrogateescape"), "option")
            yield key, plain(tree, "an option", "it")
        except FaultyError as error:
            raise click.UsageError(f"--option {key}: {error.faults[0].partition(': ')[2]}") from error


def _remarks(kind: str, of: Any, left: list[str]) -> dict[str, str]:
    """What stands above keys that the author should change."""
    if not left:
        return {}
    others = ", ".join(yaml_key(one.name) for one in dataclasses.fields(of) if one.name != "kind") or "none"
    remarks = {
        "message": "What is wrong, in one line; {text} is what was found. To change.",
        "why": "Why it matters: 'plan-lint rule ID' shows it. To change.",
        "check": f"What is looked for. To change. Options of kind '{kind}', told in docs/writing-rules.md:\n{others}",
        "examples": "Whole little documents; ⟦ ⟧ marks just what must be found. To change.",
    }
    return {key: remarks[key] for key in left}
