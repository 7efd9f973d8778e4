"""Reads packs: YAML by ruamel.yaml (which keeps line numbers and constructs no objects), shapes by pydantic."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pydantic
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq, TaggedScalar
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from lint.checks import AnyCheck
from lint.checks.check import yaml_key
from lint.checks.mojibake import Mojibake
from lint.packs.faults import PackError, Place, meant, nearest
from lint.packs.meaning import faults_of
from lint.rules import Bad, Examples, Good, Pack, Rule, RuleSet

LARGEST = 4_000_000  # bytes of one pack
KINDS: dict[str, type[Any]] = {get_args(get_type_hints(c)["kind"])[0]: c for c in get_args(AnyCheck)}
_RULE: Any = pydantic.TypeAdapter(Rule)
_CHECKS: dict[str, Any] = {kind: pydantic.TypeAdapter(check) for kind, check in KINDS.items()}
ANY = Mojibake("mojibake")  # stands in where a rule's own check is wrong, so that its other faults are found too
NODES = 200_000  # of one pack; aliases of aliases would write out more than any memory holds


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


REMEDIES = {
    "mapping values are not allowed": "; put a text that holds ': ' into quotes",
    "unknown escape character": "; put patterns into single quotes",
    "that cannot start any token": "; indent with blanks, and put texts with special signs into quotes",
}


def _tree(file: Path, content: bytes) -> CommentedMap:
    """The YAML tree, whose root is a map with the one key `rules`."""
    if len(content) > LARGEST:
        raise PackError([f"{file}: larger than {LARGEST} bytes; split the pack"])
    try:
        tree = YAML(typ="rt").load(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise PackError([f"{file}:{line}: not UTF-8; save the pack as UTF-8"]) from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = str(error.problem or error.context)
        hint = next((remedy for sign, remedy in REMEDIES.items() if sign in problem), "")
        raise PackError([f"{file}:{line}: not YAML: {problem}{hint}"]) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise PackError([f"{file}: not YAML: {str(error).splitlines()[0]}"]) from error
    shape = "a pack is a map with the key 'rules', a list of rules"
    if not isinstance(tree, CommentedMap):
        raise PackError([f"{file}:1: {shape}"])
    unknown = [key for key in tree if key != "rules"]
    if unknown:
        allowed = [nearest(str(key), ["rules"]) for key in unknown]
        places = [_place(file, tree, (key,)) for key in unknown]
        raise PackError([place.fault(f"unknown key; {what}") for place, what in zip(places, allowed, strict=True)])
    if not isinstance(tree.get("rules"), CommentedSeq):
        raise PackError([_place(file, tree, ("rules",)).fault(shape)])
    return tree


def _rule(file: Path, tree: CommentedMap, index: int, node: Any) -> Rule:
    """One rule, its shape first, then what it means."""
    at = ("rules", index)
    if not isinstance(node, CommentedMap):
        raise PackError(
            [_place(file, tree, at).fault("a rule is a map with id, severity, message, why, check, examples")]
        )
    try:
        plain = _plain(node)
    except PackError as error:
        raise PackError([_place(file, tree, at).fault(fault) for fault in error.faults]) from error
    if not isinstance(plain.get("check"), dict):
        return _refuse(file, tree, at, plain)
    kind = plain["check"].get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        what = f"unknown kind '{kind}'" if kind else "missing key 'kind'"
        raise PackError(
            [_place(file, tree, (*at, "check", "kind")).fault(f"{what}; {nearest(str(kind), sorted(KINDS))}")]
        )
    faults: list[str] = []
    check = _valid(
        _CHECKS[kind], plain["check"], lambda error: _shape(file, tree, (*at, "check"), error, KINDS[kind]), faults
    )
    if "pack" in plain:
        faults.append(_place(file, tree, (*at, "pack")).fault(f"unknown key; {nearest('pack', _keys(Rule))}"))
    whole = _long_examples(plain) | {"pack": file.stem, "check": check or ANY}
    rule = _valid(_RULE, whole, lambda error: _shape(file, tree, at, error, Rule), faults)
    if faults:
        raise PackError(list(dict.fromkeys(faults)))
    meant = [_place(file, tree, (*at, *path)).fault(what) for path, what in faults_of(rule)]
    if meant:
        raise PackError(meant)
    assert isinstance(rule, Rule)
    return rule


def _refuse(file: Path, tree: CommentedMap, at: tuple[Any, ...], plain: dict[str, Any]) -> Rule:
    """A rule whose check is no map: its other faults, and this one."""
    faults: list[str] = []
    whole = _long_examples(plain) | {"pack": file.stem, "check": ANY}
    _valid(_RULE, whole, lambda error: _shape(file, tree, at, error, Rule), faults)
    if "check" in plain:
        given = _given(plain["check"], "a map")
        faults.append(
            _place(file, tree, (*at, "check")).fault(f"must be a map with 'kind' and its options, not {given}")
        )
    else:
        faults.append(_place(file, tree, at).fault(f"missing key 'check'; {nearest('', _keys(Rule))}"))
    raise PackError(faults)


def _valid(adapter: Any, value: Any, told: Callable[[Any], str], faults: list[str]) -> Any:
    """The value as its class, or None with its faults told."""
    try:
        return adapter.validate_python(value)
    except pydantic.ValidationError as error:
        found = error.errors()
        unknown = [str(one["loc"][-1]) for one in found if one["type"] == "unexpected_keyword_argument"]
        faults += [
            told(one) for one in found if not (one["type"] in MISSING and _misspelt(str(one["loc"][-1]), unknown))
        ]
        return None


MISSING = ("missing", "missing_argument", "missing_keyword_only_argument")


def _misspelt(key: str, unknown: list[str]) -> bool:
    """Whether a missing key is there under a name that comes near it; then the unknown name says it all."""
    return any(meant(name, [key]) for name in unknown)


def _long_examples(plain: dict[str, Any]) -> dict[str, Any]:
    """The rule with each example that is a text written as a map with that text."""
    examples = plain.get("examples")
    if not isinstance(examples, dict):
        return plain
    long = {
        key: [{"text": one} if isinstance(one, str) else one for one in group] if isinstance(group, list) else group
        for key, group in examples.items()
    }
    return plain | {"examples": long}


def _shape(file: Path, tree: CommentedMap, at: tuple[Any, ...], fault: Any, shape: type[Any]) -> str:
    """One fault of pydantic's in our words; `at` is where the shape stands."""
    path = tuple(fault["loc"])
    parts = {"examples": Examples, "good": Good, "bad": Bad, **getattr(shape, "parts", {})}
    inner = parts.get(_last_name(path[:-1]), shape)
    place = _place(file, tree, (*at, *path))
    match fault["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            return place.fault(f"unknown key; {nearest(str(path[-1]), _keys(inner))}")
        case name if name in MISSING:
            what = f"missing key '{path[-1]}'; {nearest('', _keys(inner))}"
            return _place(file, tree, (*at, *path[:-1])).fault(what)
        case "literal_error" | "enum":
            expected = fault["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
            return place.fault(f"'{fault['input']}' is not allowed; {nearest(str(fault['input']), expected)}")
        case "dataclass_type" if _last_name(path) in ("good", "bad"):
            return place.fault(f"must be text, not {_given(fault['input'], 'text')}")
        case name:
            wanted = WANTED.get(name, "something else")
            return place.fault(f"must be {wanted}, not {_given(fault['input'], wanted)}")


WANTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "a map",
    "dataclass_type": "a map",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
}


def _given(value: Any, wanted: str) -> str:
    """What YAML read, and the remedy where it read a text as something else."""
    if value is None:
        return "nothing"
    if isinstance(value, str | list | dict):
        return f"{value!r:.60}"
    return f"{value}; write it in quotes" if wanted == "text" else str(value)


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


def _plain(node: Any, left: list[int] | None = None) -> Any:
    """The tree as plain lists, maps and strings, so that nothing of the YAML library outlives the reading."""
    left = [NODES] if left is None else left
    left[0] -= 1
    if left[0] < 0:
        raise PackError([f"a rule holds more than {NODES} values; aliases are written out where they stand"])
    if isinstance(node, dict):
        return {str(key): _plain(value, left) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value, left) for value in node]
    if isinstance(node, TaggedScalar):
        raise PackError([f"the tag {node.tag.value} is not allowed; a pack holds plain texts, numbers, lists and maps"])
    for plain in (bool, int, float, str):
        if isinstance(node, plain):
            return plain(node)
    return node
