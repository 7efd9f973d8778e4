"""Advice in the cache."""

from __future__ import annotations

import pytest

from lint.advice import Advice, kept

SAID = [Advice("word", "check.tokens.1", "'禁词' stands in the list twice"), Advice("other", "check", "never fired")]


def test_advice_comes_back_as_it_was() -> None:
    assert kept.loaded(kept.dumped(SAID)) == SAID
    assert kept.loaded(kept.dumped([])) == []


@pytest.mark.parametrize("data", [None, b"", b"{", b"[1]", b'[["a", "b"]]', b'[["a", "b", 1]]', b'"abc"', b"\xff"])
def test_what_is_no_advice_is_none(data: bytes | None) -> None:
    assert kept.loaded(data) is None
