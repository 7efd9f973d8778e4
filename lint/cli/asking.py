"""What `new rule` asks on a terminal: each thing that a rule needs and that no option has given."""

from __future__ import annotations

import dataclasses
from typing import Any

import click

from lint.checks.check import yaml_key
from lint.cli.drafting import EXISTENCE, MESSAGE
from lint.packs import shapes

NEEDED = ("id_", "message", "why", "bad", "good")


def completed(given: dict[str, Any]) -> dict[str, Any]:
    """The options with the answers of a person; who has given all that a rule needs is asked nothing."""
    if all(given[key] for key in NEEDED):
        return given
    given = dict(given)
    given["id_"] = given["id_"] or click.prompt("Id, such as vague-amount")
    given["kind"] = given["kind"] or click.prompt(
        "Kind of check", EXISTENCE, type=click.Choice(shapes.kinds()), show_choices=False
    )
    given["message"] = given["message"] or click.prompt("Message; {text} is what was found", MESSAGE)
    given["why"] = given["why"] or click.prompt("Why it matters")
    given["severity"] = given["severity"] or click.prompt(
        "Severity", "warning", type=click.Choice(["error", "warning", "info", "off"])
    )
    of = shapes.kind(given["kind"])
    known = {yaml_key(one.name) for one in dataclasses.fields(of)} if of else set()
    if not (given["patterns"] or given["tokens"] or given["more"]):
        for key, said in (("tokens", "Word to find, as it stands"), ("patterns", "Pattern to find")):
            given[key] = _several(said) if key in known else ()
    if given["patterns"] or given["tokens"] or given["more"]:
        given["bad"] = given["bad"] or _several("Text that must be reported, with ⟦ ⟧ around the place or without")
        given["good"] = given["good"] or _several("Text that must pass")
    return given


def _several(said: str) -> tuple[str, ...]:
    """Answers until an empty one."""
    answers: list[str] = []
    while answer := click.prompt(f"{said} (empty: no more)", "", show_default=False):
        answers.append(answer)
    return tuple(answers)
