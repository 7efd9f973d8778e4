"""A pack with one more rule: what was there stays as it is, to the byte."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml.comments import CommentedSeq

from lint.authoring.draft import Draft
from lint.trees import FaultyError, yaml
from lint.trees.plain import plain

DASH = re.compile(r"^( *)-(?:\s|$)")
BOM = b"\xef\xbb\xbf"
HEAD = "rules:\n"


class Appended(NamedTuple):
    """What a pack will hold, and on which line each key of the new rule will stand."""

    content: bytes
    lines: dict[str, int]


def appended(file: Path, content: bytes | None, draft: Draft) -> Appended:
    """A pack with a rule at its end; `content` is what the file holds now, None where there is none.

    Raises FaultyError where that is no pack to which a rule can be added.
    """
    old = content or b""
    try:
        json.dumps(draft.tree, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise FaultyError([f"{file}: cannot be written: a text holds bytes that are no UTF-8"]) from error
    tree = yaml.parsed(str(file), old, "pack")
    rules = None if tree is None else _rules(file, tree)
    text = HEAD + draft.yaml(2) if tree is None else draft.yaml(_indent(file, old, rules))
    end = b"\r\n" if b"\r\n" in old else b"\n"
    joint = end if old.removeprefix(BOM) and not old.endswith(b"\n") else b""
    made = old + joint + text.replace("\n", end.decode()).encode()
    return Appended(made, _lines(file, made, rules or [], draft))


def _rules(file: Path, tree: Any) -> Any:
    """The list of rules as it is read."""
    if not isinstance(tree, dict) or list(tree) != ["rules"]:
        raise FaultyError([f"{file}: is no pack, which is a map with the one key 'rules'; name another file"])
    return tree["rules"]


def _indent(file: Path, content: bytes, rules: Any) -> int:
    """How many blanks stand before the dashes of a list."""
    if isinstance(rules, CommentedSeq) and rules and not rules.fa.flow_style():
        lines = content.decode("utf-8-sig").splitlines()
        begin = next(index for index, line in enumerate(lines) if line.lstrip("'\"").startswith("rules"))
        found = next((match for line in lines[begin + 1 :] if (match := DASH.match(line))), None)
        if found:
            return len(found[1])
    raise FaultyError([f"{file}: its rules are no list whose lines begin with '-'; write one, or name another file"])


def _lines(file: Path, content: bytes, before: list[Any], draft: Draft) -> dict[str, int]:
    """Where the keys of the new rule stand. Raises FaultyError where the pack would not read as it should."""
    tree = yaml.parsed(str(file), content, "pack")
    rules = tree.get("rules") if isinstance(tree, dict) else None
    if not isinstance(rules, list) or plain(rules, "a pack", "it") != [*plain(before, "a pack", "it"), draft.tree]:
        raise FaultyError([f"{file}: a rule at its end would not be read as one; name another file"])
    return {key: yaml.line_of(tree, ("rules", len(before), key)) for key in draft.tree}
