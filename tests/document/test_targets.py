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


FORMS = {
    "巩固率不低于三成五。": ("三成五", "35", "%", "≥", "巩固率"),
    "故障减少一半。": ("一半", "-50", "%", "change-by", "故障"),
    "三分之二以上的学校达标。": ("三分之二以上", "66.67", "%", "≥", "学校"),
    "覆盖率达到百分之百。": ("百分之百", "100", "%", "=", "覆盖率"),
    "失业率为-5%。": ("-5%", "-5", "%", "=", "失业率"),
    "营商环境指数达到125。": ("125", "125", "", "=", "营商环境指数"),
    "建成基站3到5万个。": ("3到5万个", "30000..50000", "个", "range", "基站"),
    "劳动生产率提高到42万元/人以上。": ("42万元/人以上", "420000", "元/人", "≥", "劳动生产率"),
    "购置床单元20台（套）。": ("20台（套）", "20", "台（套）", "=", "床单元"),
    "盘活土地一百五十亩。": ("一百五十亩", "150", "亩", "=", "土地"),
    "识别率≥80%。": ("80%", "80", "%", "≥", "识别率"),
    "识别误差<2%。": ("2%", "2", "%", "≤", "识别误差"),
    "总量趋零增长。": ("零增长", "0", "", "≈", "总量"),
    "越级上访为零。": ("零", "0", "", "=", "越级上访"),
    "新增企业超300家。": ("300家", "300", "家", "≥", "企业"),
    "办理时间压缩至3个工作日以内。": ("3个工作日以内", "3", "个工作日", "≤", "办理时间"),
}


@pytest.mark.parametrize(("text", "target"), {**TARGETS, **FORMS}.items())
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


IN_TURN = {
    "入园率、巩固率和入学率分别达到92%、98%和95%。": ["入园率 = 92", "巩固率 = 98", "入学率 = 95"],
    "甲县、乙县规模分别达到60亿元和20亿元。": ["甲县 = 6000000000", "乙县规模 = 2000000000"],
    "养老、医疗参保率分别稳定在95%和98%以上。": ["养老 ≥ 95", "医疗参保率 ≥ 98"],
    "接待游客50万人次，实现收入7亿元，分别增长12%、15%。": [
        "游客 = 500000", "收入 = 700000000", "游客 change-by 12", "收入 change-by 15",
    ],
    "县、乡分别开展演练2场、6场。": ["演练 = 2", "演练 = 6"],
    "城乡居民收入分别增长7%左右和8%左右。": ["城乡居民收入 change-by 7", "城乡居民收入 change-by 8"],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IN_TURN.items())
def test_values_given_in_turn_have_each_its_indicator_and_share_their_operator(
    document: Make, text: str, expected: list[str]
) -> None:
    assert [f"{t.indicator} {t.operator} {t.amounts[0]}" for t in document(text).targets] == expected


GOES_ON = {
    "居民收入增长8%左右，突破2.6万元。": ["居民收入", "居民收入"],
    "扩大茶园，新造900亩。": ["茶园"],
    "续建住房700套，新开工100套。": ["住房", "住房"],
    "省级网办率不低于90%，市级不低于70%。": ["省级网办率", "省级网办率"],
    "打造具有示范作用的10个品牌。": ["品牌"],
    "设立规模不少于10亿元的产业基金。": ["产业基金"],
    "建设5个影响力强、带动面广的园区。": ["园区"],
}


@pytest.mark.parametrize(("text", "indicators"), GOES_ON.items())
def test_an_indicator_stands_before_the_value_behind_it_or_in_the_clause_before(
    document: Make, text: str, indicators: list[str]
) -> None:
    assert [t.indicator for t in document(text).targets] == indicators


TERMS = {
    "a rate of a subsidy": "对购置设备的，按投资额的8%给予补助。",
    "a cap of a subsidy": "单个项目最高300万元。",
    "what is paid for each": "加装电梯每部补助15万元。",
    "who is meant": "亩均税收不低于12万元的，可优先保障。",
    "who is not": "连片面积不足50亩的不予纳入。",
    "a size in brackets": "支持种粮大户（面积100亩以上）发展。",
    "a size of firms": "培训营业收入超过2000万元的企业。",
    "a speed": "加快时速600公里列车研制。",
    "a distance": "校门口50米内不得停车。",
    "hours to answer in": "用户报修2小时到场。",
    "how long a loan is": "使用期限不超过15天。",
    "a definition": "日间手术是指24小时出院的手术。",
    "an applicant": "申请人年龄不超过35周岁，应有5篇论文。",
    "what there is": "机关下设7个支部。",
    "a part of what there is": "机关共有党员143名，其中在职党员96名。",
    "a growth that picks out": "增长1倍的县区受到表彰。",
    "what things are counted per": "每2个社区配备专员。",
    "a round name": "实施千亿斤粮食提升工程。",
    "a name in words": "实施清零行动。",
    "rank": "对各班后10名学生结对帮扶。",
}


@pytest.mark.parametrize("text", TERMS.values(), ids=TERMS)
def test_sizes_conditions_and_terms_are_no_targets(document: Make, text: str) -> None:
    assert document(text).targets == ()


def test_a_law_commits_only_where_it_looks_ahead(document: Make) -> None:
    law = "某省节能条例\n\n第一条 能耗不超过50吨。\n第二条 到2030年，风电比重达到25%。\n第三条 抽检不少于3次。\n"
    assert [t.value for t in document(law).targets] == ["25%"]


def test_sections_of_conditions_commit_to_nothing(document: Make) -> None:
    text = "工作计划\n\n一、任务\n新建学校3所。\n二、申报条件\n办学规模达到500人。\n三、队伍\n招聘教师5名。\n"
    assert [t.value for t in document(text).targets] == ["3所", "5名"]


def test_a_preface_tells_where_a_plan_stands_unless_it_looks_ahead(document: Make) -> None:
    tasks = "一、招生\n招生90人。\n二、教学\n抓好。\n三、安全\n抓牢。\n"
    assert [t.value for t in document(f"工作计划\n\n我园开设9个班，教工38人。\n{tasks}").targets] == ["90人"]
    assert [t.value for t in document(f"工作计划\n\n力争教工达到40人。\n{tasks}").targets] == ["40人", "90人"]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("工作计划\n\n一、任务\n产值5亿元，同比增长8%。\n", [False, False]),
        ("产值5亿元，同比增长8%。", [True, True]),
        ("普及率由上年的51%提升到60%。", [False]),
        ("比去年提高2个百分点。", [False]),
        ("到2030年，累计培训300人。", [False]),
    ],
    ids=[
        "compared in a section of tasks",
        "compared elsewhere",
        "from last year's",
        "than last year",
        "in all by a date",
    ],
)
def test_a_comparison_with_the_past_may_be_a_goal(document: Make, text: str, results: list[bool]) -> None:
    assert [q.result for q in document(text).quantities] == results


DUE = {
    "到2027年，覆盖率达到90%。新建学校3所。": ["2027-12-31", "2027-12-31"],
    "年底前新建学校3所。招聘教师5名。": ["2024-12-31", "None"],
    "新建学校3所，8月底前完成。": ["2024-08-31"],
    "到10月底，覆盖率达到90%。": ["2024-10-31"],
    "“十五五”末覆盖率达到90%。": ["2030-12-31"],
    "三季度建成学校3所。": ["2024-09-30"],
    "改造2000年底前建成的小区3个。": ["None"],
    "2026年改造60个小区，2027年改造62个小区。": ["2026-12-31", "2027-12-31"],
}


@pytest.mark.parametrize(("text", "days"), DUE.items())
def test_a_deadline_holds_for_its_sentence_or_its_paragraph(document: Make, text: str, days: list[str]) -> None:
    assert [str(t.deadline) for t in document(f"某县2024年教育工作要点\n\n一、任务\n{text}\n").targets] == days


def test_a_heading_with_a_date_dates_all_that_stands_below(document: Make) -> None:
    text = "工作计划\n\n一、2025年底前的任务\n（一）建设\n新建学校3所。\n二、队伍\n招聘教师5名。\n"
    assert [str(t.deadline) for t in document(text).targets] == ["2025-12-31", "None"]


def test_a_date_in_a_plan_of_no_known_year_has_a_place_but_no_day(document: Make) -> None:
    seen = document("工作计划\n\n一、任务\n年底前新建学校3所。\n")
    (found,) = seen.targets
    assert (found.deadline, seen.slice(found.spans["deadline"])) == (None, "年底前")


SCOPED = {
    "全市新建学校3所。": "全市",
    "每校每年培训2次。": "每校每年",
    "各县建成3所学校。": "各县",
    "新建学校3所。": "",
}


@pytest.mark.parametrize(("text", "scope"), SCOPED.items())
def test_a_scope_is_what_a_target_is_counted_over(document: Make, text: str, scope: str) -> None:
    assert [t.scope for t in document(text).targets] == [scope]


ANSWERS = {
    "新建学校3所。（责任单位：教育局、财政局）": "教育局、财政局",
    "新建学校3所。\n责任单位：教育局\n": "教育局",
    "新建学校3所（教育局牵头，财政局配合）。": "教育局",
    "由教育局负责，新建学校3所。": "教育局",
    "新建学校3所。\n\n二、安全\n抓好。（责任单位：公安局）\n": "",
}


@pytest.mark.parametrize(("text", "unit"), ANSWERS.items())
def test_the_unit_that_answers_is_named_behind_a_target_or_in_its_sentence(
    document: Make, text: str, unit: str
) -> None:
    assert [t.responsible for t in document(text).targets] == [unit]


BOUND_ON = {
    "力争入园率达到90%，巩固率达到98%。": ["strive", "strive"],
    "力争到2027年，入园率达到90%；巩固率达到98%。": ["strive", "strive"],
    "争取资金3亿元，新建学校3所。": ["strive", "reach"],
    "争创名校2所，新建学校3所。": ["strive", "reach"],
    "推动开放，新建学校3所。": ["reach"],
}


@pytest.mark.parametrize(("text", "modalities"), BOUND_ON.items())
def test_a_word_that_leads_its_clause_binds_what_follows(document: Make, text: str, modalities: list[str]) -> None:
    assert [t.modality for t in document(text).targets] == modalities
