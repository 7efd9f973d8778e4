"""Letters put in the place of words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from lint import packs
from lint.checks.obfuscation import Obfuscation
from lint.document import Document
from lint.findings import edited

Hits = Callable[[Obfuscation, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
THEMSELVES = (
    "3D打印技术", "D级危房", "D座三层", "R&D经费", "AED配置", "大众DY项目", "CBD建设", "AutoCAD建模", "id建立",
    "2D动画", "20D幕墙", "D", "甲D乙", "D-建设", "D3建设", "5D建设", "修订DZ条文",
)  # fmt: skip
CHECK = Obfuscation(
    kind="obfuscation",
    letters={"D": ("党",), "ZZ": ("政治",), "DZ": ("党组", "党章"), "DZB": ("党支部",)},
    phrases=("党的|全党", "党支部"),
    numbers={"D": "大"},
    except_=("[DＤ](?:级|座)", "3D"),
)


@pytest.mark.parametrize(
    ("text", "place", "restored"),
    [
        ("抓好D建工作", ("D建", 2), "抓好党建工作"),
        ("发展D员十名", ("D员", 2), "发展党员十名"),
        ("抓好Ｄ建工作", ("Ｄ建", 2), "抓好党建工作"),
        ("落实D的要求", ("D的", 2), "落实党的要求"),
        ("召开DZ会议", ("DZ会", 2), "召开党组会议"),
        ("学习贯彻DZB会议", ("DZB", 4), "学习贯彻党支部会议"),
        ("号召全D同志", ("全D同志", 2), "号召全党同志"),
        ("党的20D精神", ("20D", 2), "党的二十大精神"),
        ("贯彻19D报告", ("19D", 2), "贯彻十九大报告"),
    ],
)
def test_letters_that_a_word_or_a_phrase_confirms_are_restored(
    document: Make, text: str, place: tuple[str, int], restored: str
) -> None:
    (hit,) = CHECK.run(document(text))
    assert (document(text).slice(hit.span), hit.span.start) == place
    assert hit.values == {"replacement": hit.edits[0].replacement}
    assert edited(text, hit.edits) == restored


def test_every_group_of_a_text_is_restored(hits: Hits) -> None:
    assert hits(CHECK, "D员带头，抓好D建；\n“D员”") == [("D员", 0), ("D建", 7), ("D员", 12)]


@pytest.mark.parametrize("text", THEMSELVES)
def test_letters_that_mean_themselves_are_passed(hits: Hits, text: str) -> None:
    assert hits(CHECK, text) == []


GUESS = Obfuscation(kind="obfuscation", guess=True, except_=("[A-Z](?:级|股)",))


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("做好基层D组织建设", ("D组织", 4), "党组织"),
        ("推进K学研究", ("K学", 2), "科学"),
        ("加强ＪＹ改革", ("ＪＹ改革", 2), ""),
        ("落实政C文件", ("政C", 2), "政策"),
    ],
)
def test_any_capitals_that_abbreviate_a_common_word_are_guessed(
    document: Make, text: str, place: tuple[str, int], word: str
) -> None:
    found = [(document(text).slice(h.span), h.span.start, h.values["replacement"]) for h in GUESS.run(document(text))]
    assert found == ([(*place, word)] if word else [])


@pytest.mark.parametrize(
    "text", ["A级景区", "A基础、B关键技术", "GDP增速", "K12学习", "R&D经费", "vip客户", "DNA检测", "甲乙丙D"]
)
def test_capitals_that_mean_themselves_are_not_guessed(hits: Hits, text: str) -> None:
    assert hits(GUESS, text) == []


def test_a_given_reading_comes_before_a_guess(document: Make) -> None:
    check = Obfuscation(kind="obfuscation", letters={"D": ("党",)}, guess=True)
    assert [hit.values["replacement"] for hit in check.run(document("抓好D建工作，推进K学研究"))] == ["党建", "科学"]


WHOLE = Obfuscation(kind="obfuscation", words=("稳定", "政治", "检察院", "谣言"), except_=("[A-Z]{2}公司",))


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        ("做好WD工作", "做好稳定工作"), ("做好wd工作", "做好稳定工作"), ("做好ＷＤ工作", "做好稳定工作"),
        ("支持jcy，依法办案", "支持检察院，依法办案"), ("严守ZZ纪律", "严守政治纪律"),
    ],
)  # fmt: skip
def test_initials_of_a_word_that_is_hidden_so_stand_for_it(document: Make, text: str, restored: str) -> None:
    edits = [edit for hit in WHOLE.run(document(text)) for edit in hit.edits]
    assert edited(text, edits) == restored


@pytest.mark.parametrize("text", ["WD", "WD-40除锈", "WD公司", "a.wd文件", "WD 500", "AWD四驱", "Wd工作"])
def test_initials_in_codes_and_names_are_themselves(hits: Hits, text: str) -> None:
    assert hits(WHOLE, text) == []


@pytest.mark.parametrize(
    ("text", "restored"),
    [("推进zhen兴工作", "推进振兴工作"), ("发展dang员十名", "发展党员十名"), ("培育gong益组织", "培育公益组织")],
)
def test_a_syllable_stands_for_a_character_of_a_common_word(document: Make, text: str, restored: str) -> None:
    check = Obfuscation(kind="obfuscation", guess=True)
    assert edited(text, [edit for hit in check.run(document(text)) for edit in hit.edits]) == restored


@pytest.mark.parametrize("text", ["采用can总线", "安装app软件", "使用word文档", "字母a、o、e等拼音"])
def test_english_words_and_letters_are_themselves(hits: Hits, text: str) -> None:
    assert hits(Obfuscation(kind="obfuscation", guess=True), text) == []


def test_words_need_two_characters_of_which_the_initials_are_known() -> None:
    faults = list(Obfuscation(kind="obfuscation", words=("党", "亳州", "政治")).faults())
    assert [what for _, what in faults] == [
        "'党' is no word of two or more common Chinese characters",
        "'亳州' is no word of two or more common Chinese characters",
    ]


PLAIN = Obfuscation(
    kind="obfuscation", plain=("工作", "改造", "服务"), phrases=("工作(?:计划|要点)",), except_=("[FＦ]W型",)
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("教育GZ计划", [("GZ计划", "工作计划")]),
        ("教育局ＧＺ要点", [("ＧＺ要点", "工作要点")]),
        ("优化政务服务。提升政务FW能级", [("FW", "服务")]),
        ("旧房改造十处，旧房gz二十处", [("gz", "改造")]),
    ],
    ids=["a phrase", "full-width", "the text's own words", "small letters"],
)
def test_plain_words_are_restored_where_a_neighbour_confirms_them(
    document: Make, text: str, found: list[tuple[str, str]]
) -> None:
    hits = PLAIN.run(document(text))
    assert [(document(text).slice(hit.span), hit.values["replacement"]) for hit in hits] == found


@pytest.mark.parametrize("text", ["采用GZ系统", "服务的群众，FW的产品", "FW型号", "改造GZ-5管线"])
def test_letters_that_nothing_confirms_may_be_an_abbreviation(hits: Hits, text: str) -> None:
    assert hits(PLAIN, text) == []


def test_four_capitals_may_hide_a_whole_word(hits: Hits) -> None:
    assert hits(GUESS, "落实JHSY政策") == [("JHSY", 2)]


FORMS = (
    "抓好⟦D建⟧工作", "学习党的⟦20D⟧精神", "发展⟦D员⟧三名", "加强⟦D组织⟧建设", "开展主题⟦D日⟧活动", "⟦D味⟧更浓",
    "锤炼⟦D性⟧修养", "抓好⟦D务⟧公开", "做到⟦姓D⟧", "坚持“⟦D⟧”字当家", "⟦全D⟧同志要", "参⟦政D⟧建言", "学习⟦D的⟧报告",
    "⟦D和⟧国家事业", "深入开展⟦ZT教育⟧", "选举⟦D代表⟧", "党的⟦19D⟧报告", "县⟦ZF⟧工作报告", "⟦GWY⟧办公厅",
    "中国⟦GCD⟧领导", "坚持⟦SH主义⟧方向", "⟦反F⟧倡廉", "加强⟦G部⟧管理", "少数⟦MZ⟧地区",
)  # fmt: skip


def test_the_built_in_rule_finds_most_forms_without_any_list_of_letters_and_words(document: Make) -> None:
    (rule,) = packs.load().select(("obfuscated-term",), ()).rules
    assert isinstance(rule.check, Obfuscation)
    mechanism = replace(rule.check, letters={}, words=(), plain=())
    found = 0
    for form in FORMS:
        start, end = form.index("⟦"), form.index("⟧") - 1
        text = form.replace("⟦", "").replace("⟧", "")
        found += any(hit.span.start < end and start < hit.span.end for hit in mechanism.run(document(text)))
    assert found >= 0.8 * len(FORMS)
