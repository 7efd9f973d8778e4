"""Quantified targets: value, unit, operator and the words that say of what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document

Make = Callable[[str], Document]


def targets(document: Document) -> list[tuple[str, str, str, str, str]]:
    return [(document.slice(t.span), t.value, t.unit, t.operator, t.indicator) for t in document.targets]


TARGETS = {
    "入园率达到85%以上。": ("85%以上", "85", "%", "≥", "入园率达到"),
    "巩固率不低于９８．５％。": ("９８．５％", "９８．５", "％", "≥", "巩固率不低于"),
    "开展教研不少于150次。": ("150次", "150", "次", "≥", "开展教研不少于"),
    "班额控制在45人以内。": ("45人以内", "45", "人", "≤", "班额控制在"),
    "覆盖率提高到90%。": ("90%", "90", "%", "→", "覆盖率提高到"),
    "生均经费增长3个百分点。": ("3个百分点", "3", "个百分点", "Δ", "生均经费增长"),
    "新建幼儿园20所。": ("20所", "20", "所", "=", "新建幼儿园"),
    "规划投资1.5亿元。": ("1.5亿元", "1.5", "亿元", "=", "规划投资"),
    "新增学位1,200个。": ("1,200个", "1,200", "个", "Δ", "新增学位"),
    "新增学位2.2万个。": ("2.2万个", "2.2", "万个", "Δ", "新增学位"),
    "培训教师300余人。": ("300余人", "300", "人", "=", "培训教师"),
    "培养骨干700-800人。": ("700-800人", "700-800", "人", "=", "培养骨干"),
    "创建示范校1—2所。": ("1—2所", "1—2", "所", "=", "创建示范校"),
    "增速保持5%～10%。": ("5%～10%", "5%～10", "%", "=", "增速保持"),
    "合格率达百分之九十五。": ("百分之九十五", "九十五", "%", "→", "合格率达"),
    "新建学校两所。": ("两所", "两", "所", "=", "新建学校"),
    "普及率三成以上。": ("三成", "三", "成", "=", "普及率"),
    "实现课后服务全覆盖。": ("全覆盖", "全覆盖", "", "all", "实现课后服务"),
    "安全隐患清零。": ("清零", "清零", "", "all", "安全隐患"),
    "困难学生应助尽助。": ("应助尽助", "应助尽助", "", "all", "困难学生"),
}


@pytest.mark.parametrize(("text", "target"), TARGETS.items())
def test_a_target_is_its_value_unit_operator_and_indicator(
    document: Make, text: str, target: tuple[str, str, str, str, str]
) -> None:
    assert targets(document(text)) == [target]


@pytest.mark.parametrize("words", ["不超过", "不高于", "不大于"])
def test_not_more_than_is_an_upper_bound(document: Make, words: str) -> None:
    assert [t.operator for t in document(f"民办占比{words}5%。").targets] == ["≤"]


@pytest.mark.parametrize(
    "text",
    [
        "拨打12345热线反映。",
        "举办第27届推普周。",
        "纪念建党95周年。",
        "推行1+X证书制度。",
        "落实国办发〔2024〕5号文件。",
        "落实“12991”工作思路。",
        "实施五个一百工程。",
        "增强四个意识。",
        "执行2012年国家校车安全标准。",
        "咨询电话5551234。",
        "面向3年级学生。",
        "完成于2024年12月。",
        "落实《关于办好100所学校的意见》。",
        "见附件3、图2、表5。",
        "参加K12人机大赛。",
    ],
)
def test_a_number_that_commits_to_nothing_is_no_target(document: Make, text: str) -> None:
    assert targets(document(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "去年新建学校3所。",
        "截至年底建成学校3所。",
        "累计培训300人次。",
        "同比增长5%。",
        "已建成学校3所。",
        "建成了3所学校。",
        "现有学校30所。",
    ],
)
def test_a_result_already_reached_is_no_target(document: Make, text: str) -> None:
    assert targets(document(text)) == []


def test_a_result_in_the_sentence_before_does_not_undo_a_target(document: Make) -> None:
    assert [t.span for t in document("去年成效明显。今年新建学校3所。").targets] == [(13, 15)]


def test_targets_are_told_in_the_order_of_the_body_only(document: Make) -> None:
    text = "浏览量:30次\n2024年工作要点\n\n一、任务\n新建学校3所，招聘教师20名。\n\n上一篇：投资5亿元\n"
    assert [(t.value, t.span.start) for t in document(text).targets] == [("3", 28), ("20", 35)]


def test_a_share_of_a_share_keeps_its_own_clause(document: Make) -> None:
    seen = document("入园率达到85%以上，普惠率达到89%。")
    assert [t.indicator for t in seen.targets] == ["入园率达到", "普惠率达到"]


@pytest.mark.parametrize("text", ["每天运动一小时。", "每周开设两课时。"])
def test_hours_in_chinese_numerals_are_values(document: Make, text: str) -> None:
    assert len(document(text).targets) == 1


@pytest.mark.xfail(strict=True, reason="a Chinese numeral before 次, 个, 人, 节 or 门 is not read")
@pytest.mark.parametrize("text", ["每周开设两节课。", "招生五百人。", "每月演练一次。", "各选修三门。"])
def test_small_chinese_numerals_are_values_too(document: Make, text: str) -> None:
    assert len(document(text).targets) == 1
