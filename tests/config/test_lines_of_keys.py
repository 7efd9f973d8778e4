"""The lines of keys in TOML, which its reader does not keep."""

from __future__ import annotations

import pytest

from lint.trees.toml import Lines

TEXT = """\
top = 1
[a]
b.c = 2
'd e' = \"""
top = 3
[z]
\"""
"f" = 4 # z = 5
  [[ a . list ]]
x = [
  {y = 1},
  {yy = 2,
   w = 3},
]
[[a.list]]
x = 5
[a.list.inner]
x = 6
"""
LINES = Lines(TEXT)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("top",), 1), (("a",), 2), (("a", "b"), 3), (("a", "b", "c"), 3), (("a", "d e"), 4), (("a", "f"), 8),
        (("a", "list"), 9), (("a", "list", 0), 9), (("a", "list", 0, "x"), 10), (("a", "list", 1), 15),
        (("a", "list", 1, "x"), 16), (("a", "list", 1, "inner", "x"), 18), (("gone",), 1), ((), 1),
    ],
)  # fmt: skip
def test_a_key_has_the_line_it_begins(path: tuple[str | int, ...], line: int) -> None:
    assert LINES.of(path) == line


def test_a_key_within_a_value_is_found_by_its_name() -> None:
    assert LINES.of(("a", "list", 0, "x", 1, "yy")) == 12
    assert LINES.of(("a", "list", 0, "x", 1, "w")) == 13
    assert LINES.of(("a", "list", 0, "x", 0)) == 10
