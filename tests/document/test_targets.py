"""Quantified targets: value, unit, operator and the words that say of what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document, Target

Make = Callable[[str], Document]


def told(target: Target) -> tuple[str, str, str, str]:
    """Amounts, unit, operator and indicator."""
    return "..".join(map(str, target.amounts)), target.unit, target.operator, target.indicator


TARGETS = {
    "入园率达到85%以上。": ("85%以上", "85", "%", "≥", "入园率"),
    "巩固率不低于９８．５％。": ("９８．５％", "98.5", "%", "≥", "巩固率"),
    "开展教研不少于150次。": ("150次", "150", "次", "≥", "教研"),
    "班额控制在45人以内。": ("45人以内", "45", "人", "≤", "班额"),
    "覆盖率提高到90%。": ("90%", "90", "%", "change-to", "覆盖率"),
    "覆盖率由80%提高到90%。": ("90%", "90", "%", "from-to", "覆盖率"),
    "生均经费增长3个百分点。": ("3个百分点", "3", "个百分点", "change-by", "生均经费"),
    "新建幼儿园20所。": ("20所", "20", "所", "=", "幼儿园"),
    "新建20所幼儿园。": ("20所", "20", "所", "=", "幼儿园"),
    "规划投资1.5亿元。": ("1.5亿元", "150000000", "元", "=", "投资"),
    "新增学位1,200个。": ("1,200个", "1200", "个", "=", "学位"),
    "新增学位2.2万个。": ("2.2万个", "22000", "个", "=", "学位"),
    "培训教师300余人。": ("300余人", "300", "人", "≈", "教师"),
    "培养骨干700-800人。": ("700-800人", "700..800", "人", "range", "骨干"),
    "创建示范校1—2所。": ("1—2所", "1..2", "所", "range", "示范校"),
    "增速保持5%～10%。": ("5%～10%", "5..10", "%", "range", "增速"),
    "合格率达百分之九十五。": ("百分之九十五", "95", "%", "=", "合格率"),
    "新建学校两所。": ("两所", "2", "所", "=", "学校"),
    "普及率三成以上。": ("三成以上", "30", "%", "≥", "普及率"),
    "产值翻一番。": ("翻一番", "100", "%", "change-by", "产值"),
    "实现课后服务全覆盖。": ("全覆盖", "100", "%", "=", "课后服务"),
    "安全隐患清零。": ("清零", "0", "", "=", "安全隐患"),
    "困难学生应助尽助。": ("应助尽助", "100", "%", "=", "困难学生"),
    "每周开设两节课。": ("两节", "2", "节", "=", "课"),
}


@pytest.mark.parametrize(("text", "target"), TARGETS.items())
def test_a_target_is_its_value_unit_operator_and_indicator(
    document: Make, text: str, target: tuple[str, str, str, str, str]
) -> None:
    seen = document(text)
    (found,) = seen.targets
    assert (seen.slice(found.span), *told(found)) == target


def test_a_target_that_rises_names_what_it_rises_from(document: Make) -> None:
    assert [t.baseline for t in document("覆盖率由80%提高到90%。").targets] == ["80%"]


def test_what_falls_by_an_amount_has_a_negative_one(document: Make) -> None:
    assert [told(t)[:3] for t in document("能耗下降3%。").targets] == [("-3", "%", "change-by")]


def test_several_targets_of_a_clause_each_have_their_indicator(document: Make) -> None:
    assert [told(t)[3] for t in document("评选10所优质学校和15个优质专业。").targets] == ["优质学校", "优质专业"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("年底前新建学校3所。", "2024-12-31"),
        ("8月底前新建学校3所。", "2024-08-31"),
        ("2025年6月底前新建学校3所。", "2025-06-30"),
        ("到2030年入园率达到95%。", "2030-12-31"),
        ("上半年培训300人。", "2024-06-30"),
        ("从春季学期起每生补助800元。", "2024-03-01"),
        ("新建学校3所。", "None"),
    ],
)
def test_a_deadline_is_a_day_in_the_year_of_the_plan(document: Make, text: str, day: str) -> None:
    assert [str(t.deadline) for t in document(f"某县2024年教育工作要点\n\n一、任务\n{text}\n").targets] == [day]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("确保覆盖率达到90%。", "ensure"),
        ("力争覆盖率达到90%。", "strive"),
        ("推动课后服务全覆盖。", "explore"),
        ("新建学校3所。", "reach"),
    ],
)
def test_the_word_before_a_target_tells_how_firm_it_is(document: Make, text: str, modality: str) -> None:
    assert [t.modality for t in document(text).targets] == [modality]


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
    assert document(text).targets == ()


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
    assert document(text).targets == ()


def test_a_result_in_the_sentence_before_does_not_undo_a_target(document: Make) -> None:
    assert [t.span for t in document("去年成效明显。今年新建学校3所。").targets] == [(13, 15)]


def test_targets_are_told_in_the_order_of_the_body_only(document: Make) -> None:
    text = "浏览量:30次\n2024年工作要点\n\n一、任务\n新建学校3所，招聘教师20名。\n\n上一篇：投资5亿元\n"
    assert [(t.value, t.span.start) for t in document(text).targets] == [("3所", 28), ("20名", 35)]


def test_a_result_is_kept_apart(document: Make) -> None:
    seen = document("去年新建学校3所。今年新建学校5所。")
    assert [(q.value, q.result) for q in seen.quantities] == [("3所", True), ("5所", False)]
    assert [t.value for t in seen.targets] == ["5所"]


@pytest.mark.parametrize("text", ["每天运动一小时。", "每周开设两课时。"])
def test_hours_in_chinese_numerals_are_values(document: Make, text: str) -> None:
    assert len(document(text).targets) == 1


REVIEWED = {
    "a section that looks back": "工作报告\n\n一、2023年工作回顾\n新建学校3所。\n二、2024年安排\n新建学校5所。\n",
    "a paragraph that looks back": "工作报告\n\n一年来，我们办好实事。新建学校3所。\n今年工作如下。新建学校5所。\n",
    "a year before the plan's": "某县2024年工作要点\n\n2023年新建学校3所。\n2024年新建学校5所。\n",
}


@pytest.mark.parametrize("text", REVIEWED.values(), ids=REVIEWED)
def test_what_a_review_tells_was_reached(document: Make, text: str) -> None:
    assert [(q.value, q.result) for q in document(text).quantities] == [("3所", True), ("5所", False)]


@pytest.mark.parametrize(
    "text",
    [
        "应在3个工作日内上报。",
        "给予最高50万元补助。",
        "按照省拨经费的15%给予配套。",
        "落实中央八项规定。",
        "每人只享受一次补贴。",
        "做强医药、化工等3个集群。",
    ],
)
def test_a_term_of_a_regulation_or_a_count_of_what_exists_is_no_target(document: Make, text: str) -> None:
    assert document(text).targets == ()


def test_a_growth_in_a_range_is_a_change(document: Make) -> None:
    assert [told(t)[:3] for t in document("力争经济增长4.5-5%。").targets] == [("4.5..5", "%", "change-by")]


def test_may_not_exceed_is_an_upper_bound(document: Make) -> None:
    assert [told(t)[2] for t in document("办理时间不得超过5天。").targets] == ["≤"]


@pytest.mark.parametrize(
    "text",
    [
        "支持100亿元以上企业发展。",
        "团体应有10万元以上资金。",
        "全文共4项任务。",
        "每百名技术人员配备导师。",
        "落实六次、七次全会精神。",
        "健全覆盖城乡的网络。",
    ],
)
def test_a_size_a_condition_or_a_part_of_a_name_is_no_target(document: Make, text: str) -> None:
    assert document(text).targets == ()
