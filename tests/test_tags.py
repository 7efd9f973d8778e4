"""Words with their parts of speech."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from pathlib import Path
from time import perf_counter

import pytest

from lint.tags import LONGEST, tagged
from lint.text import Span

RUN = """
import sys
from lint.checks.sequence import Sequence, Token
from lint.engine import Engine
from lint.findings import Severity
from lint.rules import Examples, Rule, RuleSet
from lint.text import Source
check = Sequence("sequence", tokens=(Token(word="加强"), Token(word="管理")))
rule = Rule("r", Severity.INFO, "m", "w", check, Examples((), ()))
engine = Engine(RuleSet((rule,)))
print(len(engine.lint(Source("t", TEXT))[0]), "jieba" in sys.modules)
"""


def run(text: str, folder: Path) -> subprocess.CompletedProcess[str]:
    places = {"PLAN_LINT_CACHE_DIR": str(folder / "cache"), "TMPDIR": str(folder / "tmp"), "PYTHONWARNINGS": "default"}
    (folder / "tmp").mkdir()
    command = [sys.executable, "-c", RUN.replace("TEXT", repr(text))]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env={**os.environ, **places})


def words(text: str) -> list[tuple[str, str]]:
    return [(found.word, found.tag) for found in tagged(text, Span(0, len(text)))]


def test_words_are_told_with_their_places_and_parts_of_speech() -> None:
    text = "一、加强 管理。"
    assert [(found.word, found.span, found.tag) for found in tagged(text, Span(2, 8))] == [
        ("加强", Span(2, 4), "v"),
        ("管理", Span(5, 7), "vn"),
        ("。", Span(7, 8), "x"),
    ]


@pytest.mark.parametrize("text", ["", " \n", "\0", "\u3000\r\n ", "\ud800", "A1.5%甲\u0301"])
def test_every_character_but_blanks_stands_in_a_word(text: str) -> None:
    assert "".join(word for word, _ in words(text)) == "".join(text.split())


def test_words_and_tags_are_those_of_jieba() -> None:
    text = "李晓梅同志主持召开2024年数字乡村“三化”推进会，研究部署AI+教育等工作，孵化瞪羚企业若干家。"
    told = words(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba.posseg
    own = jieba.Tokenizer()
    own.FREQ, own.total = own.gen_pfdict(own.get_dict_file())
    own.initialized = True  # else it would keep its dictionary in the folder for temporary files
    assert told == [(pair.word, pair.flag) for pair in jieba.posseg.POSTokenizer(own).cut(text)]


def test_a_text_without_an_end_is_cut() -> None:
    text = "加强管理" * LONGEST
    assert tagged(text, Span(4, len(text)))[-1].span.end == 4 + LONGEST


def test_a_garbled_text_takes_no_longer_than_another() -> None:
    rare = "".join(map(chr, range(0x9000, 0x9000 + LONGEST - 4)))
    begun = perf_counter()
    assert words(f"加强{rare}管理")[:1] == [("加强", "v")]
    assert perf_counter() - begun < 2  # seconds; with words guessed it takes ten


@pytest.mark.parametrize("text", ["抓好落实。", "加强领导。抓好管理。", "加强。\n管理。"])
def test_where_no_sentence_can_match_jieba_is_not_imported(text: str, tmp_path: Path) -> None:
    assert run(text, tmp_path).stdout.split() == ["0", "False"]


def test_jieba_says_nothing_and_writes_nothing(tmp_path: Path) -> None:
    done = run("加强管理。", tmp_path)
    assert (done.stdout.split(), done.stderr, [*(tmp_path / "tmp").iterdir()]) == (["1", "True"], "", [])
