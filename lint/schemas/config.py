"""The schemas of a configuration and of a sidecar, which know the built-in rules and packs by name.

Rules of other packs are allowed everywhere, but only built-in ones can be offered.
"""

from __future__ import annotations

from typing import Any

from lint.config.shapes import Sidecar, Written
from lint.config.values import RULE
from lint.packs.shapes import KINDS
from lint.schemas.builtin import kind, rules
from lint.schemas.making import Schema, ref, schema_of

NAME = "Name"


def made() -> Schema:
    """The schema of `plan-lint.yaml`."""
    schema = _named(schema_of(Written, "Configuration of plan-lint"))
    parts = schema["$defs"]
    for holder in (schema, parts["PerFile"]):
        severity = holder["properties"]["severity"]
        severity["properties"] = {
            rule.id: {"description": rule.message, **severity["additionalProperties"]} for rule in rules()
        }
    schema["properties"]["options"]["properties"] = {
        rule.id: {"description": rule.message, **ref(_options(kind(rule)))} for rule in rules() if kind(rule)
    }
    for name in dict.fromkeys(filter(None, map(kind, rules()))):
        parts |= _without_kind(name, schema_of(KINDS[name], ""))
    return schema


def sidecar() -> Schema:
    """The schema of `plan-lint.suppress.yaml`."""
    return _named(schema_of(Sidecar, "Suppressions of plan-lint, beside the documents"))


def _options(kind: str) -> str:
    return f"Options.{kind}"


def _without_kind(name: str, check: Schema) -> dict[str, Schema]:
    """The options of a check, which keeps its kind and those that are not given; and the parts that they need."""
    keys = {key: value for key, value in check["properties"].items() if key != "kind"}
    options = {key: check[key] for key in ("description", "type", "additionalProperties")} | {"properties": keys}
    parts: dict[str, Schema] = check["$defs"]
    return {**parts, _options(name): options}


def _named(schema: Schema) -> Schema:
    """A schema that offers the names of rules and packs wherever one of either may stand."""
    packs = {rule.pack: f"All rules of the pack {rule.pack}." for rule in rules()}
    about = {**{rule.id: rule.message for rule in rules()}, **packs, "all": "Every rule."}
    known = {"enum": list(about), "enumDescriptions": list(about.values())}
    found: Schema = _offered(schema)
    found["$defs"][NAME] = {"description": "The id of a rule, or the name of a pack.", "anyOf": [known, RULE]}
    return found


def _offered(node: Any) -> Any:
    if isinstance(node, list):
        return [_offered(one) for one in node]
    if not isinstance(node, dict):
        return node
    return ref(NAME) if node == RULE else {key: _offered(value) for key, value in node.items()}
