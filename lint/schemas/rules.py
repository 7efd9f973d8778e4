"""The schema of packs, which are files of rules."""

from __future__ import annotations

from lint.packs.meaning import NAME
from lint.packs.shapes import RULE_KEYS
from lint.rules import Rule
from lint.schemas import extending
from lint.schemas.builtin import example, rules
from lint.schemas.checks import told_by_kind
from lint.schemas.making import Schema, ref, schema_of

NEEDED_ALWAYS = ["id"]  # also of a rule that extends another one
# What `packs.meaning` says of rules beyond their shape, where a schema can say it.
MEANT: dict[str, Schema] = {
    "id": {"pattern": f"^{NAME.pattern}$", "not": {"const": "all"}},
    "message": {"pattern": r"\S"},
    "why": {"pattern": r"\S"},
}
EXAMPLES: dict[str, Schema] = {
    "Good": {"pattern": "^[^⟦⟧]*$", "patternErrorMessage": "Only bad examples mark what must be found."},
    "Bad": {
        "pattern": "^[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)+$",
        "patternErrorMessage": "Mark what must be found, each place between ⟦ and ⟧.",
    },
}


def made() -> Schema:
    """The schema of a pack."""
    schema = schema_of(Rule, "A pack of plan-lint: rules", {"extends": _known()})
    rule = {key: value for key, value in schema.items() if key != "$defs"}
    parts = told_by_kind({**schema["$defs"], "Rule": rule})
    for name, said in EXAMPLES.items():
        parts[name] = _text_or_map(parts[name], said)
    for key in parts["Examples"]["properties"].values():
        key["minItems"] = 1
    parts |= extending.changes(parts)
    parts["Rule"] = _rule(parts["Rule"])
    return {
        **{key: schema[key] for key in ("$schema", "title")},
        "description": "One YAML file of rules.",
        "type": "object",
        "properties": {"rules": {"description": "The rules of the pack.", "type": "array", "items": ref("Rule")}},
        "required": ["rules"],
        "additionalProperties": False,
        "$defs": parts,
    }


def _rule(part: Schema) -> Schema:
    """A rule as it is written: without what only the program sets, by itself or with what it has from another one."""
    shown = example()
    keys = {key: value for key, value in part["properties"].items() if key in RULE_KEYS}
    for key, value in keys.items():
        value |= MEANT.get(key, {}) | ({"examples": [shown[key]]} if key in shown else {})
    by_itself = {key: keys[key].pop("$ref") for key in ("check", "examples")}
    return {
        "description": part["description"],
        "type": "object",
        "properties": keys,
        "required": NEEDED_ALWAYS,
        "additionalProperties": False,
        "if": {"required": ["extends"]},
        "then": {"properties": {"check": ref(extending.CHECK), "examples": ref(extending.EXAMPLES)}},
        "else": {
            "properties": {key: {"$ref": target} for key, target in by_itself.items()},
            "required": [key for key in part["required"] if key not in NEEDED_ALWAYS],
        },
        "allOf": extending.extended(),
    }


def _known() -> Schema:
    """The id of a rule; built-in ones are offered."""
    known = {"enum": [rule.id for rule in rules()], "enumDescriptions": [rule.message for rule in rules()]}
    return {"anyOf": [known, {"type": "string"}]}


def _text_or_map(part: Schema, said: Schema) -> Schema:
    """An example, which is a map, or its text alone."""
    part["properties"]["text"] |= said
    text = {"type": "string", **said}
    return {"description": part["description"], "anyOf": [text, {"title": "map", **part}]}
