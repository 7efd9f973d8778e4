"""Text that was decoded wrongly."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.checks.mojibake import Mojibake
from lint.document import Document
from lint.findings import edited
from lint.text import Source

Hits = Callable[[Mojibake, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
CHECK = Mojibake(kind="mojibake")
WORDS = ("教育工作", "全面推进", "工作要点", "实施改革")
RARE = (
    "涓涓细流，汇成江河。", "鏖战一年。", "发展à la carte课程。", "引进Müller、Café等品牌。", "烫伤防护", "屯屯相连",
    "气温±5°，×÷·§", "公开浏览公开浏览公开浏览", "鎏金岁月，浜海新城",
)  # fmt: skip


def repaired(text: str) -> str:
    return edited(text, [edit for hit in CHECK.run(Document(Source("t", text))) for edit in hit.edits])


@pytest.mark.parametrize("word", WORDS)
def test_utf_8_read_as_gbk_is_found_and_restored(hits: Hits, word: str) -> None:
    wrong = word.encode().decode("gbk")
    assert hits(CHECK, f"推进，{wrong}，完成") == [(wrong, 3)]
    assert repaired(f"推进，{wrong}，完成") == f"推进，{word}，完成"


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join))
def test_long_runs_are_restored_whole(text: str) -> None:
    assert repaired(text.encode().decode("gbk")) == text


def assert_latin(hits: Hits, word: str, meant: str) -> None:
    wrong = word.encode(meant).decode("latin-1")
    assert hits(CHECK, f"推进，{wrong}，完成") == [(wrong, 3)]
    assert repaired(f"推进，{wrong}，完成") == f"推进，{word}，完成"


@pytest.mark.parametrize(
    ("word", "meant"),
    [("教育", "utf-8"), ("全面推进", "utf-8"), ("全面推进", "gbk"), ("要点", "gbk"), ("建设发展", "gbk")],
)
def test_bytes_read_as_latin_1_are_found_and_restored(hits: Hits, word: str, meant: str) -> None:
    assert_latin(hits, word, meant)


@pytest.mark.parametrize(("word", "meant"), [("工作", "utf-8"), ("教育工作", "gbk")])
@pytest.mark.xfail(strict=True, reason="a run may not begin with å· or end with ×÷ (作)")
def test_bytes_that_look_like_signs_are_restored_too(hits: Hits, word: str, meant: str) -> None:
    assert_latin(hits, word, meant)


LOST = {"锟斤拷锟斤拷": "甲{}乙", "锟斤拷锟": "甲{}乙", "锘": "{}一、任务", "烫烫烫烫": "{}", "屯屯屯屯": "甲{}"}


@pytest.mark.parametrize(("run", "around"), LOST.items())
def test_what_is_lost_for_good_is_found_without_a_repair(hits: Hits, document: Make, run: str, around: str) -> None:
    text = around.format(run)
    assert hits(CHECK, text) == [(run, text.index(run))]
    assert [(hit.values, hit.edits) for hit in CHECK.run(document(text))] == [({"replacement": ""}, ())]


@pytest.mark.parametrize("text", RARE)
def test_rare_characters_and_accents_are_no_mojibake(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


def test_three_characters_are_a_run_and_two_may_be_a_word_by_chance(hits: Hits) -> None:
    wrong = "教育".encode().decode("gbk")
    assert len(wrong) == 3
    assert hits(CHECK, f"推进{wrong}，") == [(wrong, 2)]
    assert hits(CHECK, f"推进{wrong[:2]}，") == []


LATE = ["（四）加强教师队伍建设工作", "（五）提高教育教学质量"]


@pytest.mark.parametrize("text", LATE)
def test_gbk_read_one_byte_late_is_found_and_restored(text: str) -> None:
    wrong = text.encode("gbk")[1:].decode("gbk", "ignore")
    (hit,) = CHECK.run(Document(Source("t", f"推进改革。\n{wrong}\n抓好落实。")))
    assert hit.span.start in (6, 7)
    assert hit.values["replacement"].lstrip("（。“") in text


def test_a_head_that_lost_its_first_byte_is_found_where_the_rest_is_in_step_again(hits: Hits) -> None:
    assert hits(CHECK, "推进改革。\nㄈ）落实责任\n") == [("ㄈ", 6)]


@pytest.mark.parametrize("text", ["注音ㄅㄆㄇ教学", "┃教育│工作┃", "希腊字母α教育β工作", "！伴你成长"])
def test_signs_of_other_scripts_beside_chinese_are_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


SENTENCE = "各级各类学校要认真贯彻教育方针"


@pytest.mark.parametrize(
    ("meant", "page"),
    [("utf-8", "koi8-r"), ("utf-8", "cp1251"), ("utf-8", "mac-roman"), ("gbk", "cp949"), ("utf-8", "shift-jis")],
)
def test_other_code_pages_are_told_by_what_their_bytes_say_in_chinese(hits: Hits, meant: str, page: str) -> None:
    wrong = SENTENCE.encode(meant).decode(page, "ignore")
    ((found, at),) = hits(CHECK, f"一、任务，{wrong}。")[:1]
    assert len(found) > len(wrong) // 2
    assert at < 5 + len(wrong) // 2


def test_gbk_read_as_big5_is_told_by_kana_and_small_marks(hits: Hits) -> None:
    wrong = "推进学前教育普及普惠，办好公办幼儿园".encode("gbk").decode("big5", "ignore")
    assert hits(CHECK, f"一、任务：{wrong}。")


@pytest.mark.parametrize("lost", ["????????", "??????3??????", "“????”"])
def test_question_marks_in_the_place_of_a_sentence_are_told(hits: Hits, lost: str) -> None:
    assert [found.strip("“”") for found, _ in hits(CHECK, f"开展土地托管，{lost}。")] == [lost.strip("“”")]


@pytest.mark.parametrize(
    "text", ["“为什么？？？”", "Что делать", "α、β、γ三种射线", "さくら", "What???", "与（Корея）代表团会谈", "ぁ班"]
)
def test_foreign_words_and_marks_are_themselves(hits: Hits, text: str) -> None:
    assert hits(CHECK, f"一、任务：{text}。") == []


def test_marks_that_were_read_as_latin_are_restored() -> None:
    assert repaired("开展â€œ青年大学习â€\x9d活动") == "开展“青年大学习”活动"
