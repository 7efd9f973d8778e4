"""The prefilter only ever errs towards looking: with it and without it the findings are the same."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.document import Document
from lint.engine import Engine, apply
from lint.examples import unmarked
from lint.patterns import compiled
from lint.prefilter import Prefilter, widen
from lint.rules import Rule, RuleSet
from lint.text import Source

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PATTERNS = (
    r"甲乙", r"^甲", r"甲$", r"^甲$", r"甲$\n乙", r"(?:^|。)乙", r"\s甲", r"[\s。]乙", r"甲[^\s]乙", r"甲\S乙",
    r"\d{2,}", r"[^\d]1", r"\w甲", r"甲\W", r"甲\b", r"(?P<a>甲)(?P=a)", r"(甲|乙)\1", r"(?<!甲)乙", r"甲(?!乙)",
    r"(?<=\n)乙", r"甲{3}", r"甲{2,9}。", r"[甲-乙]1", r"[]\]1]甲", r"[^]甲]乙", r"(?i:A)甲", r"\u7532\u4e59",
    r"[\u4e00-\u9fff]a", r"甲.乙", r"甲\Z", r"\A甲", r"\x85甲", r"甲\$", r"[$]", r"甲?乙?1", r"甲(?:乙|$)1?",
    r"(?:甲乙){2}", r"a{0}甲", r"\[甲\]", r"\t|\r甲",
)  # fmt: skip


@pytest.fixture(scope="module")
def prefilter() -> Prefilter:
    return Prefilter(PATTERNS)


def absent_though_it_matches(pattern: str, text: str) -> bool:
    return compiled(pattern).search(text) is not None and pattern in Prefilter([pattern]).absent(text)


@given(text=st.text(alphabet="甲乙。1a1$[] \t\r\n\u3000\x85\x1c\u2028", max_size=12))
def test_what_matches_is_never_called_absent(prefilter: Prefilter, text: str) -> None:
    absent = prefilter.absent(text)
    assert [p for p in PATTERNS if p in absent and compiled(p).search(text)] == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("甲{,3}乙", "甲乙"), ("甲{,}乙", "乙"), (r"\w乙", "\u9fcd乙"), (r"\d乙", "\U0001fbf1乙"), ("[[:alpha:]]", ":]")],
)
@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_what_hyperscan_reads_otherwise_is_never_called_absent(pattern: str, text: str) -> None:
    assert not absent_though_it_matches(pattern, text)


@pytest.mark.parametrize("blank", [chr(c) for c in range(0x10000) if chr(c).isspace()])
def test_every_blank_that_python_knows_is_a_blank(prefilter: Prefilter, blank: str) -> None:
    assert r"\s甲" not in prefilter.absent(f"{blank}甲")


@pytest.mark.parametrize("pattern", [r"甲\b", r"\D甲", r"甲\Z", r"[\W_]甲", "(?i)a", "(?P<a>甲)(?P=a)"])
def test_what_hyperscan_cannot_say_is_always_looked_for(pattern: str) -> None:
    assert widen(pattern) is None
    assert Prefilter([pattern]).absent("丙") == frozenset()


def test_what_does_not_occur_is_absent() -> None:
    assert Prefilter(["甲乙", "丙", r"\s丁"]).absent("甲丙\n丁") == {"甲乙"}


def test_no_patterns_make_no_trouble() -> None:
    assert Prefilter([]).absent("甲") == frozenset()


def test_without_hyperscan_everything_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert Prefilter(["甲"]).absent("乙") == frozenset()


@pytest.mark.parametrize("torn", [b"", b"\n", b"0 x\n", b"1\nnot a database", b"\xff\xfe"])
def test_a_torn_database_is_made_anew(torn: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(tmp_path))
    assert Prefilter(["甲", r"乙\b"]).absent("丙") == {"甲"}
    (file,) = tmp_path.iterdir()
    file.write_bytes(torn)
    assert Prefilter(["甲", r"乙\b"]).absent("甲乙") == frozenset()
    assert Prefilter(["甲", r"乙\b"]).absent("丙") <= {"甲"}


def assert_nothing_is_lost(builtin: RuleSet, engine: Engine, text: str) -> None:
    direct = [finding for rule in builtin.rules for finding in apply(rule, Document(Source("t", text)))]
    assert engine.lint(Source("t", text)) == (sorted(direct, key=lambda finding: finding.order), [])


def examples(rule: Rule) -> list[str]:
    good = [example.text for example in rule.examples.good]
    return good + [unmarked(example.text)[0] for example in rule.examples.bad]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_the_seeds_lose_no_finding_to_the_prefilter(builtin: RuleSet, engine: Engine, seed: Path) -> None:
    assert_nothing_is_lost(builtin, engine, Source.read(seed).text)


def test_a_rules_own_examples_lose_no_finding_to_the_prefilter(
    builtin: RuleSet, engine: Engine, builtin_rule: Rule
) -> None:
    for text in examples(builtin_rule):
        assert_nothing_is_lost(builtin, engine, text)


def patchworks(texts: list[str]) -> st.SearchStrategy[str]:
    """Pieces of texts, joined by marks that change what stands at their ends."""
    start, length = st.integers(0, 300), st.sampled_from((2, 8, 30, 90))
    piece = st.builds(lambda text, at, size: text[at % len(text) :][:size], st.sampled_from(texts), start, length)
    joint = st.sampled_from(("", "\n", "\n\n", "\r\n", " ", "\u3000", "。", "，", "（", "》", "1", "X", "*", "\x85"))
    return st.lists(st.builds(str.__add__, piece, joint), min_size=1, max_size=8).map("".join)


@settings(max_examples=300)
@given(data=st.data())
def test_patchworks_of_examples_lose_no_finding_to_the_prefilter(
    builtin: RuleSet, engine: Engine, data: st.DataObject
) -> None:
    texts = [text for rule in builtin.rules for text in examples(rule)]
    assert_nothing_is_lost(builtin, engine, data.draw(patchworks(texts)))


def test_a_run_of_control_characters_loses_no_finding_to_the_prefilter(builtin: RuleSet, engine: Engine) -> None:
    assert_nothing_is_lost(builtin, engine, "甲\x8f\x90\x91\x92乙")
