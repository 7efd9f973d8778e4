"""The prefilter only ever errs towards looking: with it and without it the findings are the same."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.checks import AnyCheck
from lint.checks.conditional import Conditional
from lint.checks.occurrence import Occurrence
from lint.checks.repetition import Repetition
from lint.checks.sequence import Sequence, Token
from lint.document import ZONES, Document, Zone
from lint.engine import Engine, apply
from lint.examples import unmarked
from lint.findings import Severity
from lint.patterns import compiled
from lint.prefilter import Prefilter
from lint.prefilter.occurrence import occurrence
from lint.rules import Examples, Rule, RuleSet
from lint.text import Source

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PATTERNS = (
    r"甲乙", r"^甲", r"甲$", r"^甲$", r"甲$\n乙", r"(?:^|。)乙", r"\s甲", r"[\s。]乙", r"甲[^\s]乙", r"甲\S乙",
    r"\d{2,}", r"[^\d]1", r"\w甲", r"甲\W", r"甲\b", r"(?P<a>甲)(?P=a)", r"(甲|乙)\1", r"(?<!甲)乙", r"甲(?!乙)",
    r"(?<=\n)乙", r"甲{3}", r"甲{2,9}。", r"[乙-甲]1", r"[]\]1]甲", r"[^]甲]乙", r"(?i:A)甲", r"\u7532\u4e59",
    r"[\u4e00-\u9fff]a", r"甲.乙", r"甲\Z", r"\A甲", r"\x85甲", r"甲\$", r"[$]", r"甲?乙?1", r"甲(?:乙|$)1?",
    r"(?:甲乙){2}", r"a{0}甲", r"\[甲\]", r"\t|\r甲",
)  # fmt: skip


@pytest.fixture(scope="module")
def prefilter() -> Prefilter:
    return Prefilter(PATTERNS)


def absent_though_it_matches(pattern: str, text: str) -> bool:
    return compiled(pattern).search(text) is not None and pattern in Prefilter([pattern]).scan(text).absent


@given(text=st.text(alphabet="甲乙。1a1$[] \t\r\n\u3000\x85\x1c\u2028", max_size=12))
def test_what_matches_is_never_called_absent(prefilter: Prefilter, text: str) -> None:
    absent = prefilter.scan(text).absent
    assert [p for p in PATTERNS if p in absent and compiled(p).search(text)] == []


ATOMS = st.sampled_from(
    ("甲", "乙", "1", "甲乙", r"\d", r"\s", r"\S", r"\w", r"\W", "[甲1]", "[^甲]", r"[^\n乙]", r"[\s。]", r"[^\s1]",
     ".", r"\n", "^", "$", r"\b", r"\Z", "(?<=甲)", "(?<!乙)", "(?<=[^1])", "(?i:k)")
)  # fmt: skip
MADE = st.recursive(
    ATOMS,
    lambda part: st.one_of(
        st.lists(part, min_size=2, max_size=4).map("".join),
        st.lists(part, min_size=2, max_size=3).map(lambda parts: "(?:" + "|".join(parts) + ")"),
        st.builds("(?:{}){}".format, part, st.sampled_from(("?", "*", "+?", "{2}", "{1,3}", "{0,7}", "{5,6}"))),
        st.builds("({}{})".format, st.sampled_from(("?=", "?!")), part),
    ),
    max_leaves=8,
)


@settings(max_examples=600, deadline=None)
@given(made=MADE, text=st.text(alphabet="甲乙丙1kK\u212a。 \t\r\n\u3000\x85", max_size=20))
@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_made_up_patterns_lose_no_match(made: str, text: str) -> None:
    expected = [match.span() for match in compiled(made).finditer(text)]
    document = Document(Source("t", text), Prefilter([made]).scan(text))
    assert [match.span() for match in document.matches(made)] == expected


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("甲{,3}乙", "甲乙"), ("甲{,}乙", "乙"), (r"\w乙", "\u9fcd乙"), (r"\d乙", "\U0001fbf1乙"), ("[[:alpha:]]", ":]")],
)
@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_what_hyperscan_reads_otherwise_is_never_called_absent(pattern: str, text: str) -> None:
    assert not absent_though_it_matches(pattern, text)


@pytest.mark.parametrize("blank", [chr(c) for c in range(0x10000) if chr(c).isspace()])
def test_every_blank_that_python_knows_is_a_blank(prefilter: Prefilter, blank: str) -> None:
    assert r"\s甲" not in prefilter.scan(f"{blank}甲").absent


@pytest.mark.parametrize("pattern", ["(?i)a", "(甲)?(?(1)乙|丙)", r"\b", "(?=甲)?", "[^\\x00-\U0010ffff]"])
def test_what_hyperscan_cannot_say_is_always_looked_for(pattern: str) -> None:
    assert occurrence(pattern) is None
    assert Prefilter([pattern]).scan("丁").absent == frozenset()


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"力(?=\d月)", "力度"), (r"(?<=\d)月", "月"), (r"(?<!十)月(?!底)", "月底"), (r"甲(?![乙丙])", "甲乙"),
        (r"(?:^|(?<=。))乙", "甲乙"), (r"甲(?:(?=丙)|(?=丁))", "甲乙"), (r"(甲|乙)\1", "甲丙"), (r"甲\b", "乙"),
        (r"甲$", "甲乙"), (r"甲{3,9}", "甲甲"), (r"[^\W\d]1", "1"), (r"(?=[^\n]{0,9}乙)甲", "甲丙"),
    ],
)  # fmt: skip
def test_what_stands_around_a_match_counts(pattern: str, text: str) -> None:
    assert compiled(pattern).search(text) is None
    assert pattern in Prefilter([pattern]).scan(text).absent


def test_lines_are_told_for_what_is_seldom() -> None:
    rare, often, over = "甲乙", "。", r"丙\s丁"
    told = Prefilter([rare, often, over]).scan("甲\n甲乙。\n\n甲乙甲乙\r\n丙\n丁")
    assert told == (frozenset(), {rare: [1, 3]})


@given(text=st.text(alphabet="甲乙。1a1$[] \t\r\n\u3000\x85\x1c\u2028", max_size=30))
def test_matches_in_the_lines_told_are_all_matches(prefilter: Prefilter, text: str) -> None:
    source = Source("t", text)
    for pattern in PATTERNS:
        found = [match.span() for match in Document(source, prefilter.scan(text)).matches(pattern)]
        assert found == [match.span() for match in compiled(pattern).finditer(text)]


def test_what_does_not_occur_is_absent() -> None:
    assert Prefilter(["甲乙", "丙", r"\s丁"]).scan("甲丙\n丁").absent == {"甲乙"}


def test_no_patterns_make_no_trouble() -> None:
    assert Prefilter([]).scan("甲").absent == frozenset()


def test_without_hyperscan_everything_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hyperscan", None)
    assert Prefilter(["甲"]).scan("乙").absent == frozenset()


@pytest.mark.parametrize("torn", [b"", b"\n", b"0 x\n", b"1\nnot a database", b"\xff\xfe"])
def test_a_torn_database_is_made_anew(torn: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(tmp_path))
    assert Prefilter(["甲", "(?i)乙"]).scan("丙").absent == {"甲"}
    (file,) = tmp_path.iterdir()
    file.write_bytes(torn)
    assert Prefilter(["甲", "(?i)乙"]).scan("甲乙").absent == frozenset()
    assert Prefilter(["甲", "(?i)乙"]).scan("丙").absent <= {"甲"}


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


KINDS: tuple[AnyCheck, ...] = (
    Occurrence("occurrence", ("甲$", "^乙|。甲"), in_="line", at_most=1),
    Occurrence("occurrence", tokens=("甲", "甲乙"), in_="document", at_most=2, at_least=2),
    Occurrence("occurrence", tokens=("丙丁",), in_="sentence", at_least=1),
    Repetition("repetition", ("甲.", "乙(?=甲)"), in_="document", within=3),
    Repetition("repetition", ("[甲乙]{1,2}",), adjacent=True),
    Repetition("repetition", (r"(?P<at>[甲乙])\s?",), in_="document", adjacent=True),
    Conditional("conditional", ("(?P<a>甲[乙丙])",), ("见{a}", "{a}$"), order="before"),
    Conditional("conditional", ("^甲", "乙。"), ("丙", r"甲\s乙"), in_="line", order="after", except_=("甲丁",)),
    Sequence("sequence", (Token("加强"), Token(tag="v.*", skip=2), Token("管理|甲", optional=True))),
    Sequence("sequence", (Token("加强|.甲"), Token("甲|。"))),
)


def rule(number: int, check: AnyCheck, scope: tuple[Zone, ...]) -> Rule:
    return Rule(f"rule-{number}", Severity.INFO, "{text}", "为何", check, Examples((), ()), scope)


@pytest.fixture(scope="module")
def kinds() -> list[tuple[list[Rule], Engine]]:
    """The checks above as rules for the whole text, and as rules for each of its zones."""
    scopes: list[tuple[Zone, ...]] = [(), *((zone,) for zone in ZONES)]
    made = [[rule(number, check, scope) for number, check in enumerate(KINDS)] for scope in scopes]
    return [(rules, Engine(RuleSet(tuple(rules)))) for rules in made]


PIECES = ("甲", "乙", "丙", "丁", "见", "。", "，", "\n", "\r\n", " ", "甲乙", "加强", "管理", "教育", "计划\n", "一、")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_kinds_that_count_and_compare_lose_no_finding_to_the_prefilter(
    kinds: list[tuple[list[Rule], Engine]], text: str
) -> None:
    for rules, engine in kinds:
        direct = [finding for rule in rules for finding in apply(rule, Document(Source("t", text)))]
        assert engine.lint(Source("t", text)) == (sorted(direct, key=lambda finding: finding.order), [])
