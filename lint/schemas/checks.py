"""The schema of a check: of one kind, told by `kind`, or put together of others.

By `if` and `then`, not by `oneOf`: so a fault is told of the kind that was chosen, not of one that comes near.
"""

from __future__ import annotations

from typing import Any

from lint.composition import Composed
from lint.packs.composing import MANY
from lint.packs.lists import KEY, MAPS, WORDS
from lint.packs.shapes import COMPOSING
from lint.schemas.builtin import examples
from lint.schemas.kinds import installed, names
from lint.schemas.making import Schema, ref

ANY = "Check"  # pydantic's name for a check of any kind
REPLACEMENT = "replacement"  # of a kind, or of what is put together
TOGETHER = "Together"
LISTS = {"array": "Words", "object": "Pairs"}  # what a file may stand for, by its type


def told_by_kind(given: dict[str, Schema]) -> dict[str, Schema]:
    """The parts of a schema, with one for any check wherever a check of any kind may stand."""
    shown = examples()
    parts: dict[str, Schema] = _gathered(given, {ref(name)["$ref"] for name in (*names().values(), Composed.__name__)})
    parts |= installed()
    composing = _composing(parts.pop(Composed.__name__))
    together = {name: ref(f"{TOGETHER}.{name}") for name in composing}
    parts |= {f"{TOGETHER}.{name}": _or_file(part) for name, part in composing.items()}
    parts[TOGETHER] = {"type": "object", "anyOf": [{"required": [name]} for name in COMPOSING]}
    for kind, name in names().items():
        own = parts[name]
        keys = {key: _or_file(value) for key, value in own["properties"].items()}
        parts[name] = own | {"properties": {**keys, **{k: v for k, v in together.items() if k not in keys}}}
        if REPLACEMENT not in keys:
            parts[name] |= {"if": {"not": ref(TOGETHER)}, "then": {"properties": {REPLACEMENT: False}}}
        if kind in shown:
            parts[name]["examples"] = [shown[kind]]
    for name in ("Inside", "Relation", "Where"):
        parts[name]["properties"] = {key: _or_file(value) for key, value in parts[name]["properties"].items()}
    parts[Composed.__name__] = {
        "description": "What others find, where all that is said holds.",
        "type": "object",
        "properties": together,
        "additionalProperties": False,
    }
    return parts | {ANY: _any(parts), **_files()}


def _composing(part: Schema) -> dict[str, Schema]:
    """The keys that put a check together of others; of some one map may stand for a list of one."""
    keys = {key: dict(value) for key, value in part["properties"].items() if key in (*COMPOSING, REPLACEMENT)}
    for key in MANY:
        items = keys[key].pop("items")
        del keys[key]["type"]
        keys[key]["anyOf"] = [items, {"type": "array", "items": items}]
    return keys


def _any(parts: dict[str, Schema]) -> Schema:
    """A check of any kind, or of none that is put together of others."""
    kinds = [{"const": kind, "description": parts[name].get("description", kind)} for kind, name in names().items()]
    together: Schema = {key: ref(f"{TOGETHER}.{key}") for key in COMPOSING}
    none: Schema = {
        "if": ref(TOGETHER),
        "then": ref(Composed.__name__),
        "else": {"required": ["kind"], "properties": together},  # which editors offer before anything is written
    }
    return {
        "description": "One kind of looking, with its options, or several put together.",
        "type": "object",
        "properties": {"kind": {"description": "The kind of check.", "type": "string", "oneOf": kinds}},
        "allOf": [
            *({"if": of_kind(kind), "then": ref(name)} for kind, name in names().items()),
            {"if": {"type": "object", "required": ["kind"]}, "else": none},
        ],
    }


def of_kind(kind: str) -> Schema:
    """Whether a check says that it is of this kind."""
    return {"type": "object", "properties": {"kind": {"const": kind}}, "required": ["kind"]}


def _or_file(node: Any) -> Any:
    """An option in which a file may stand for a list of texts, or for a map."""
    if not isinstance(node, dict) or "properties" in node:
        return node
    if "anyOf" in node:
        return node | {"anyOf": [other for one in node["anyOf"] for other in _choices(_or_file(one))]}
    texts = node.get("items", {}).get("type") == "string" and "enum" not in node["items"]
    values = node.get("additionalProperties")
    if texts or (isinstance(values, dict) and "$ref" not in values):
        about = {key: node[key] for key in ("description", "default") if key in node}
        bare = {key: value for key, value in node.items() if key not in about}
        return about | {"anyOf": [bare, ref(LISTS[node["type"]])]}
    return node | {"items": _or_file(node["items"])} if "items" in node else node


def _choices(node: Schema) -> list[Any]:
    """What stands to choose in a part that says nothing else."""
    return node["anyOf"] if node.keys() == {"anyOf"} else [node]


def _files() -> dict[str, Schema]:
    about = {"array": f"A {WORDS} file of words, one a line.", "object": f"A {MAPS} file: a key, a tab, a value."}
    suffixes = {"array": WORDS, "object": MAPS}
    return {
        name: {
            "description": f"{about[kind]} It lies beside the pack.",
            "type": "object",
            "properties": {
                KEY: {"description": about[kind], "type": "string", "pattern": rf"\{suffixes[kind]}$"},
            },
            "required": [KEY],
            "additionalProperties": False,
        }
        for kind, name in LISTS.items()
    }


def _gathered(node: Any, kinds: set[str]) -> Any:
    """Some of a schema in which a choice between the kinds of check is one reference."""
    if isinstance(node, list):
        return [_gathered(one, kinds) for one in node]
    if not isinstance(node, dict):
        return node
    for union in ("anyOf", "oneOf"):
        choices = node.get(union, ())
        others = [one for one in choices if one.get("$ref") not in kinds]
        if len(choices) - len(others) > 1:
            rest = {key: value for key, value in node.items() if key not in (union, "discriminator")}
            return rest | ({union: [ref(ANY), *others]} if others else ref(ANY))
    return {key: _gathered(value, kinds) for key, value in node.items()}
