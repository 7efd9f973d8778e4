"""Reads packs: YAML by ruamel.yaml (which keeps line numbers and constructs no objects), shapes by pydantic."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints

import pydantic
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq, TaggedScalar
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from lint.checks import AnyCheck
from lint.checks.check import yaml_key
from lint.packs.faults import PackError, Place, nearest
from lint.packs.meaning import faults_of
from lint.rules import Bad, Examples, Good, Pack, Rule, RuleSet

LARGEST = 4_000_000  # bytes of one pack
KINDS: dict[str, type[Any]] = {get_args(get_type_hints(c)["kind"])[0]: c for c in get_args(AnyCheck)}
_RULE: Any = pydantic.TypeAdapter(Rule)
_CHECK: Any = pydantic.TypeAdapter(Annotated[AnyCheck, pydantic.Field(discriminator="kind")])


def read(contents: Sequence[tuple[Path, bytes]]) -> RuleSet:
    """The rules of all files. Raises PackError with every fault of every file."""
    faults: list[str] = []
    packs: list[Pack] = []
    seen: dict[str, str] = {}
    for file, content in contents:
        try:
            packs.append(_pack(file, content, seen))
        except PackError as error:
            faults += error.faults
    if faults:
        raise PackError(faults)
    return RuleSet.of(packs)


def _pack(file: Path, content: bytes, seen: dict[str, str]) -> Pack:
    tree = _tree(file, content)
    faults: list[str] = []
    rules: list[Rule] = []
    for index, node in enumerate(tree["rules"]):
        try:
            rule = _rule(file, tree, index, node)
        except PackError as error:
            faults += error.faults
            continue
        where = _place(file, tree, ("rules", index, "id"))
        if rule.id in seen:
            faults.append(where.fault(f"'{rule.id}' is already the id of a rule in {seen[rule.id]}"))
        seen[rule.id] = str(file)
        rules.append(rule)
    if faults:
        raise PackError(faults)
    return Pack(file.stem, str(file), tuple(rules))


def _tree(file: Path, content: bytes) -> CommentedMap:
    """The YAML tree, whose root is a map with the one key `rules`."""
    if len(content) > LARGEST:
        raise PackError([f"{file}: larger than {LARGEST} bytes; split the pack"])
    try:
        tree = YAML(typ="rt").load(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise PackError([f"{file}: not UTF-8: {error.reason} at byte {error.start}"]) from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackError([f"{file}:{line}: not YAML: {error.problem or error.context}"]) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise PackError([f"{file}: not YAML: {str(error).splitlines()[0]}"]) from error
    if not isinstance(tree, CommentedMap) or not isinstance(tree.get("rules"), CommentedSeq):
        raise PackError([f"{file}:1: a pack is a map with the key 'rules', a list of rules"])
    for key in tree:
        if key != "rules":
            raise PackError([_place(file, tree, (key,)).fault(f"unknown key; {nearest(str(key), ['rules'])}")])
    return tree


def _rule(file: Path, tree: CommentedMap, index: int, node: Any) -> Rule:
    """One rule, its shape first, then what it means."""
    at = ("rules", index)
    if not isinstance(node, CommentedMap):
        raise PackError(
            [_place(file, tree, at).fault("a rule is a map with id, severity, message, why, check, examples")]
        )
    plain = _plain(node)
    kind = plain.get("check", {}).get("kind") if isinstance(plain.get("check"), dict) else None
    if isinstance(plain.get("check"), dict) and kind not in KINDS:
        what = f"unknown kind '{kind}'" if kind else "missing key 'kind'"
        raise PackError(
            [_place(file, tree, (*at, "check", "kind")).fault(f"{what}; {nearest(str(kind), sorted(KINDS))}")]
        )
    try:
        rule: Rule = _RULE.validate_python(plain | {"pack": file.stem})
    except pydantic.ValidationError as error:
        raise PackError(list(dict.fromkeys(_shape(file, tree, at, fault, kind) for fault in error.errors()))) from error
    faults = [_place(file, tree, (*at, *path)).fault(what) for path, what in faults_of(rule)]
    if faults:
        raise PackError(faults)
    return rule


def _shape(file: Path, tree: CommentedMap, at: tuple[Any, ...], fault: Any, kind: str | None) -> str:
    """One fault of pydantic's in our words."""
    path = tuple(part for part in fault["loc"] if part not in KINDS and part not in ("Good", "Bad", "str"))
    if path[:1] == ("check",) and kind is not None:
        allowed = _keys(KINDS[kind])
    else:
        allowed = _keys({"examples": Examples, "good": Good, "bad": Bad}.get(_last_name(path[:-1]), Rule))
    place = _place(file, tree, (*at, *path))
    match fault["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            return place.fault(f"unknown key; {nearest(str(path[-1]), allowed)}")
        case "missing" | "missing_argument" | "missing_keyword_only_argument":
            return _place(file, tree, (*at, *path[:-1])).fault(f"missing key '{path[-1]}'; {nearest('', allowed)}")
        case "literal_error" | "enum":
            expected = fault["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
            return place.fault(f"'{fault['input']}' is not allowed; {nearest(str(fault['input']), expected)}")
        case _:
            return place.fault(f"{fault['msg'][:1].lower()}{fault['msg'][1:]}, not {fault['input']!r:.60}")


def _last_name(path: tuple[Any, ...]) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _keys(shape: type[Any]) -> list[str]:
    return [yaml_key(field.name) for field in dataclasses.fields(shape) if field.name != "pack"]


def _place(file: Path, tree: Any, path: tuple[Any, ...]) -> Place:
    """The deepest key of a path that the YAML holds."""
    line, node = 1, tree
    for part in path:
        try:
            found = node.lc.key(part) if isinstance(node, CommentedMap) else node.lc.item(part)
            node = node[part]
        except (KeyError, IndexError, AttributeError, TypeError):
            break
        line = found[0] + 1
    rule = tree["rules"][path[1]] if len(path) > 1 and isinstance(tree.get("rules"), list) else None
    name = rule.get("id") if isinstance(rule, CommentedMap) else None
    inner = ".".join(str(part) for part in path[2:]) if len(path) > 1 else ".".join(map(str, path))
    return Place(
        str(file), line, f"rule '{name}': {inner}" if name and inner else (inner or (f"rule '{name}'" if name else ""))
    )


def _plain(node: Any) -> Any:
    """The tree as plain lists, maps and strings, so that nothing of the YAML library outlives the reading."""
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    if isinstance(node, TaggedScalar):
        return f"{node.tag.value} {node.value}" if node.tag.value else node.value
    for plain in (bool, int, float, str):
        if isinstance(node, plain):
            return plain(node)
    return node


def schema(of: Literal["rule", "check"]) -> Iterator[tuple[str, Any]]:
    """The JSON Schema of a rule or a check, by name and value."""
    adapter = _RULE if of == "rule" else _CHECK
    yield from adapter.json_schema(by_alias=True).items()
