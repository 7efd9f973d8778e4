"""The schema of a rule that extends another one: it may leave out all but its id, and change lists of the other.

Which options the other's check has is known of the built-in rules only; of others every key is allowed.
"""

from __future__ import annotations

from lint.schemas.builtin import kind, rules
from lint.schemas.checks import of_kind
from lint.schemas.kinds import names
from lint.schemas.making import Schema, ref

CHECK, EXAMPLES, TAKEN = "Changes", "Changes.examples", "Taken"


def changes(parts: dict[str, Schema]) -> dict[str, Schema]:
    """The parts for what is changed of a check, of any kind and of each, and of examples."""
    of_kinds = {_name(kind): _changed(name, parts) for kind, name in names().items()}
    any_ = {
        "description": "What is other than in the check of the rule that is extended.",
        "type": "object",
        "properties": {"kind": {"description": "The kind of check.", "enum": list(names())}},
        "allOf": [{"if": of_kind(kind), "then": ref(_name(kind))} for kind in names()],
    }
    taken = {"description": "What is taken out of a list or map of the rule that is extended.", "type": "array"}
    return {**of_kinds, CHECK: any_, EXAMPLES: _changed("Examples", parts), TAKEN: taken}


def extended() -> list[Schema]:
    """What is said of a rule's check by the built-in rule that it extends."""
    ids: dict[str, list[str]] = {}
    for rule in rules():
        if kind(rule):
            ids.setdefault(kind(rule), []).append(rule.id)
    return [
        {
            "if": {
                "type": "object",
                "properties": {"extends": {"enum": names}, "check": {"not": {"required": ["kind"]}}},
                "required": ["extends"],
            },
            "then": {"properties": {"check": ref(_name(kind))}},
        }
        for kind, names in ids.items()
    ]


def _name(kind: str) -> str:
    return f"{CHECK}.{kind}"


def _changed(name: str, parts: dict[str, Schema]) -> Schema:
    """A map in which nothing is needed, and `+` and `-` change each list or map."""
    part = parts[name]
    own = part["properties"]
    keys = {key: {"$ref": f"#/$defs/{name}/properties/{key}"} for key in own}
    for key in [key for key, value in own.items() if _is_many(value, parts)]:
        keys |= {f"{key}+": keys[key], f"{key}-": ref(TAKEN)}
    return {
        "description": part.get("description", name),
        "type": "object",
        "properties": keys,
        "additionalProperties": False,
    }


def _is_many(value: Schema, parts: dict[str, Schema]) -> bool:
    value = parts[value["$ref"].removeprefix(ref("")["$ref"])] if "$ref" in value else value
    types = {one.get("type") for one in (value, *value.get("anyOf", ()))}
    return not types.isdisjoint({"array", "object"})
