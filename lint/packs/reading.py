"""Reads packs: the YAML of each as a tree, and each rule of it as what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from lint.checks.mojibake import Mojibake
from lint.packs import lists, shapes
from lint.packs.composing import check
from lint.packs.extending import extended
from lint.packs.faults import PackError
from lint.packs.meaning import faults_of
from lint.packs.shapes import RULE_KEYS
from lint.rules import Pack, Rule, RuleSet
from lint.trees import FaultyError, Place, nearest, yaml
from lint.trees.plain import plain
from lint.trees.shapes import Shape, given_as

ANY = Mojibake("mojibake")  # stands in for a rule's own check, which is read by itself, while all else is
SHAPE = "a pack is a map with the key 'rules', a list of rules"


def read(contents: Sequence[tuple[Path, bytes]], bases: Sequence[tuple[Path, bytes]] = ()) -> RuleSet:
    """The rules of all files; those of `bases` are only there to be extended.

    Raises PackError with every fault of every file.
    """
    faults: list[str] = []
    packs: list[Pack] = []
    seen: dict[str, str] = {}
    book = Book({file: data for file, data in (*contents, *bases) if file.suffix in lists.SUFFIXES})
    trees: list[tuple[Path, CommentedMap]] = []
    for file, content in contents:
        try:
            if file.suffix not in lists.SUFFIXES:
                trees.append((file, book.add(file, _tree(file, content))))
        except FaultyError as error:
            faults += error.faults
    for file, content in bases:
        if file.suffix not in lists.SUFFIXES:
            book.add(file, _tree(file, content))
    for file, tree in trees:
        try:
            packs.append(_pack(file, tree, book, seen))
        except FaultyError as error:
            faults += error.faults
    if faults:
        raise PackError(faults)
    return RuleSet.of(packs)


class Book:
    """Every rule as it is written, with its word lists in their places, so that others may extend it."""

    def __init__(self, words: lists.Lists) -> None:
        self._words = words
        self._rules: dict[str, Callable[[], dict[str, Any]]] = {}

    def add(self, file: Path, tree: CommentedMap) -> CommentedMap:
        """Take the rules of a pack in; of two with one id the first."""
        for node in tree["rules"]:
            if isinstance(node, CommentedMap) and isinstance(node.get("id"), str):
                self._rules.setdefault(str(node["id"]), partial(self._written, file, node))
        return tree

    def given(self, file: Path, node: CommentedMap) -> dict[str, Any]:
        """A rule with what it has from the one that it extends. Raises FaultyError."""
        return extended(self._written(file, node), self._rules)

    def _written(self, file: Path, node: CommentedMap) -> dict[str, Any]:
        given: dict[str, Any] = plain(node, "a pack", "a rule")
        if "check" in given:
            given["check"] = lists.put(given["check"], file.parent, self._words, ("check",))
        return given


def _pack(file: Path, tree: CommentedMap, book: Book, seen: dict[str, str]) -> Pack:
    faults: list[str] = []
    rules: list[Rule] = []
    for index in range(len(tree["rules"])):
        try:
            rule = _rule(file, tree, index, book)
        except FaultyError as error:
            faults += error.faults
            continue
        where = _place(file, tree, ("rules", index, "id"))
        if rule.id in seen:
            faults.append(where.fault(f"'{rule.id}' is already the id of a rule in {seen[rule.id]}"))
        seen[rule.id] = str(file)
        rules.append(rule)
    if faults:
        raise FaultyError(faults)
    return Pack(file.stem, str(file), tuple(rules))


def _tree(file: Path, content: bytes) -> CommentedMap:
    """The YAML tree, whose root is a map with the one key `rules`."""
    tree = yaml.parsed(str(file), content, "pack")
    if not isinstance(tree, CommentedMap):
        raise FaultyError([f"{file}:1: {SHAPE}"])
    unknown = [key for key in tree if key != "rules"]
    if unknown:
        allowed = [nearest(str(key), ["rules"]) for key in unknown]
        places = [_place(file, tree, (key,)) for key in unknown]
        raise FaultyError([place.fault(f"unknown key; {what}") for place, what in zip(places, allowed, strict=True)])
    if not isinstance(tree.get("rules"), CommentedSeq):
        raise FaultyError([_place(file, tree, ("rules",)).fault(SHAPE)])
    return tree


def _rule(file: Path, tree: CommentedMap, index: int, book: Book) -> Rule:
    """One rule, its shape first, then what it means."""
    node = tree["rules"][index]

    def place(path: tuple[Any, ...]) -> Place:
        return _place(file, tree, ("rules", index, *path))

    if not isinstance(node, CommentedMap):
        raise FaultyError([place(()).fault("a rule is a map with id, severity, message, why, check, examples")])
    try:
        given = book.given(file, node)
    except FaultyError as error:
        at = place(getattr(error, "path", ()))
        raise FaultyError([at.fault(fault) for fault in error.faults]) from error
    faults: list[str] = []
    made = _check(given, place, faults)
    if "pack" in given:
        faults.append(place(("pack",)).fault(f"unknown key; {nearest('pack', RULE_KEYS)}"))
    whole = _long_examples(given) | {"pack": file.stem, "check": ANY}
    rule: Rule = _valid(shapes.rule(place), whole, faults)
    if not isinstance(given.get("check"), dict):
        faults.append(_no_map(given, place))
    if faults:
        raise FaultyError(list(dict.fromkeys(faults)))
    rule = replace(rule, check=made)
    meant = [place(path).fault(what) for path, what in faults_of(rule)]
    if meant:
        raise FaultyError(meant)
    return rule


def _check(given: dict[str, Any], place: shapes.Places, faults: list[str]) -> Any:
    """The check of a rule, or None where it is none; raises FaultyError where nobody knows what kind it is."""
    node = given.get("check")
    if not isinstance(node, dict):
        return None
    try:
        return check(node, lambda path: place(("check", *path)))
    except FaultyError as error:
        faults += error.faults
        return None


def _no_map(given: dict[str, Any], place: shapes.Places) -> str:
    """What is wrong with a check that is no map."""
    if "check" not in given:
        return place(()).fault(f"missing key 'check'; {nearest('', RULE_KEYS)}")
    what = given_as(given["check"], "a map")
    return place(("check",)).fault(f"must be a map with 'kind' and its options, not {what}")


def _valid(shape: Shape, value: Any, faults: list[str]) -> Any:
    """The value as its type, or None with its faults told."""
    try:
        return shape.valid(value)
    except FaultyError as error:
        faults += error.faults
        return None


def _long_examples(given: dict[str, Any]) -> dict[str, Any]:
    """The rule with each example that is a text written as a map with that text."""
    examples = given.get("examples")
    if not isinstance(examples, dict):
        return given
    long = {
        key: [{"text": one} if isinstance(one, str) else one for one in group] if isinstance(group, list) else group
        for key, group in examples.items()
    }
    return given | {"examples": long}


def _place(file: Path, tree: Any, path: tuple[Any, ...]) -> Place:
    """The deepest key of a path that the YAML holds, told with the id of its rule."""
    path = _written(tree, path)
    rule = tree["rules"][path[1]] if len(path) > 1 and isinstance(tree.get("rules"), list) else None
    name = rule.get("id") if isinstance(rule, CommentedMap) else None
    inner = ".".join(str(part) for part in path[2:]) if len(path) > 1 else ".".join(map(str, path))
    key = f"rule '{name}': {inner}" if name and inner else (inner or (f"rule '{name}'" if name else ""))
    return Place(str(file), yaml.line_of(tree, path), key)


def _written(tree: Any, path: tuple[Any, ...]) -> tuple[Any, ...]:
    """A path without the numbers of lists that are not written: one map may stand for a list of one."""
    written: list[Any] = []
    for part in path:
        if isinstance(part, int) and isinstance(tree, CommentedMap):
            continue
        if isinstance(tree, CommentedMap) and part not in tree and f"{part}+" in tree:
            part = f"{part}+"  # what was added to a list of another rule
        written.append(part)
        tree = tree[part] if isinstance(tree, CommentedMap | CommentedSeq) and _holds(tree, part) else None
    return tuple(written)


def _holds(tree: Any, part: Any) -> bool:
    return part in tree if isinstance(tree, CommentedMap) else isinstance(part, int) and part < len(tree)
