"""Whatever a file holds, it is a configuration or a told fault, never a crash."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from lint.config import KEYS, ConfigError, load
from lint.config.reading import entries

WORDS = st.sampled_from(
    ["[", "]", "{", "}", ":", ",", "-", "&a", "*a", "!!python/name:os", "!x", "|", ">", "'", '"', "\n", "  ", "#", "?",
     "<<", "---", "%YAML 1.1", "0x" + "f" * 30, "2027-02-30", "1e999", ".nan", "~", "\0", "\ud800", "文", "=", "[[",
     "]]", '"""', "tool.plan-lint", "!!set", "!!omap", "!!binary", "!!timestamp", "!!int", "!!float", "!!bool", *KEYS]
)  # fmt: skip
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates() | st.binary(max_size=4)
)
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
)
CONFIGS = st.dictionaries(st.sampled_from(KEYS), TREES, max_size=4)


@pytest.fixture(scope="module", autouse=True)
def _in_a_folder() -> Iterator[None]:
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        yield
        os.chdir(before)


def survives(name: str, content: bytes) -> None:
    Path(name).write_bytes(content)
    told: list[str] = []
    try:
        load(Path(name))
    except ConfigError as error:
        told = error.faults or ["a fault without words"]
    assert [fault for fault in told if not fault.startswith(name)] == []


@given(st.lists(WORDS, max_size=30), st.sampled_from(["", " "]))
def test_words_of_yaml_in_any_order_never_crash(words: list[str], gap: str) -> None:
    content = gap.join(words).encode("utf-8", "surrogatepass")
    survives("plan-lint.yaml", content)
    with suppress(ConfigError):
        entries(Path("a.yaml"), content)


@given(st.lists(WORDS, max_size=30), st.sampled_from(["", " "]))
def test_words_of_toml_in_any_order_never_crash(words: list[str], gap: str) -> None:
    survives("pyproject.toml", ("[tool.plan-lint]\n" + gap.join(words)).encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=60))
def test_bytes_never_crash(content: bytes) -> None:
    survives("plan-lint.yaml", content)
    survives("pyproject.toml", content)


@given(CONFIGS)
def test_keys_with_any_values_never_crash(tree: dict[str, Any]) -> None:
    with Path("made.yaml").open("w", encoding="utf-8", errors="surrogatepass") as out:
        YAML(typ="safe", pure=True).dump(tree, out)
    survives("plan-lint.yaml", Path("made.yaml").read_bytes())


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000, "a: " * 5000, "{a: " * 5000, "options: {a: &x {b: *x}}", "a: &a [*a]", "? [a, b]\n: c",
        "- &a\n- *b", "options: {? {a: b} : c}", "options: {a: {<<: 3}}", "options: {<<: &x {a: {<<: *x}}}",
        "!!python/object/new:x [x]", 'extends: "\\ud800"', 'extends: "a\\0b"', 'rules: "\\udcff"', "packs: [..]",
        "jobs: 0x" + "f" * 5000, "0x" + "f" * 5000 + ": 1", "extends: " + "a" * 5000, "rules: " + "a/" * 5000,
        "exclude: ['" + "**/" * 500 + "a']", "options:\n" + "".join(f"  a{number}: {{}}\n" for number in range(2000)),
    ],
)  # fmt: skip
def test_what_is_made_to_break_readers_is_told(text: str) -> None:
    survives("plan-lint.yaml", text.encode("utf-8", "surrogatepass"))
