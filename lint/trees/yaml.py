"""YAML by ruamel.yaml, which keeps line numbers; no objects are made, and no file is too large for memory."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.constructor import ConstructorError, RoundTripConstructor, SafeConstructor
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from lint.trees.faults import FaultyError
from lint.trees.plain import LARGEST

REMEDIES = {
    "mapping values are not allowed": "; put a text that holds ': ' into quotes",
    "unknown escape character": "; put patterns into single quotes",
    "that cannot start any token": "; indent with blanks, and put texts with special signs into quotes",
}
# What ruamel.yaml raises for hostile input beside its own errors.
FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, TypeError, ValueError)


class _Constructor(RoundTripConstructor):
    """Says where a value is that cannot be, and leaves a date that is none as the text it is."""

    def construct_object(self, node: Any, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, OverflowError) as error:
            if str(node.tag).endswith(":timestamp"):
                return node.value
            raise ConstructorError(None, None, str(error), node.start_mark) from error


_Constructor.add_constructor("tag:yaml.org,2002:bool", SafeConstructor.construct_yaml_bool)  # an anchor makes it no int


def parsed(file: str, content: bytes, name: str) -> Any:
    """The tree of a file that is called a `name` ('pack'). Raises FaultyError."""
    if len(content) > LARGEST:
        raise FaultyError([f"{file}: larger than {LARGEST} bytes; split the {name}"])
    yaml = YAML(typ="rt")
    yaml.Constructor = _Constructor
    try:
        return yaml.load(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FaultyError([f"{file}:{line}: not UTF-8; save the {name} as UTF-8"]) from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = str(error.problem or error.context)
        hint = next((remedy for sign, remedy in REMEDIES.items() if sign in problem), "")
        raise FaultyError([f"{file}:{line}: not YAML: {problem}{hint}"]) from error
    except RecursionError as error:
        raise FaultyError([f"{file}: not YAML: nested too deep"]) from error
    except (YAMLError, *FAULTS) as error:
        what = str(error).strip().partition("\n")[0] or type(error).__name__
        raise FaultyError([f"{file}: not YAML: {what}"]) from error


def line_of(tree: Any, path: tuple[Any, ...]) -> int:
    """The line of the deepest key of a path that the tree holds."""
    line, node = 1, tree
    for part in path:
        try:
            if isinstance(node, CommentedMap):
                key = part if part in node else next(key for key in node if str(key) == part)
                (found, _), node = node.lc.key(key), node[key]
            else:
                (found, _), node = node.lc.item(part), node[part]
        except (LookupError, AttributeError, TypeError, ValueError, StopIteration):  # also where a tag hides the lines
            break
        line = found + 1
    return line
