"""The schema of packs, which are files of rules."""

from __future__ import annotations

from lint.packs.meaning import NAME
from lint.packs.shapes import RULE_KEYS
from lint.rules import Rule
from lint.schemas import extending
from lint.schemas.builtin import example, rules
from lint.schemas.checks import told_by_kind
from lint.schemas.making import Schema, ref, schema_of

BY_ITSELF, EXTENDING = "Rule.by-itself", "Rule.extending"
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
    parts |= _rules(parts["Rule"])
    return {
        **{key: schema[key] for key in ("$schema", "title")},
        "description": "One YAML file of rules.",
        "type": "object",
        "properties": {"rules": {"description": "The rules of the pack.", "type": "array", "items": ref("Rule")}},
        "required": ["rules"],
        "additionalProperties": False,
        "examples": [{"rules": [example()]}],
        "$defs": parts,
    }


def _rules(part: Schema) -> dict[str, Schema]:
    """A rule as it is written, without what only the program sets: by itself, or with what it has from another one."""
    shown = example()
    keys = {key: value for key, value in part["properties"].items() if key in RULE_KEYS}
    for key, value in keys.items():
        value |= MEANT.get(key, {}) | ({"examples": [shown[key]]} if isinstance(shown.get(key), str) else {})
    by_itself = part | {"properties": keys}
    changed = {"check": ref(extending.CHECK), "examples": ref(extending.EXAMPLES)}
    same = {key: {"$ref": f"#/$defs/{BY_ITSELF}/properties/{key}"} for key in keys if key not in changed}
    about = {key: {"description": keys[key]["description"], **value} for key, value in changed.items()}
    return {
        "Rule": {
            "description": part["description"],
            "if": {"type": "object", "required": ["extends"]},
            "then": ref(EXTENDING),
            "else": ref(BY_ITSELF),
        },
        BY_ITSELF: by_itself,
        EXTENDING: by_itself | {"properties": same | about, "required": ["id"], "allOf": extending.extended()},
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
