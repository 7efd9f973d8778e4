"""Counts that a text declares and does not keep."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.checks.count import Count
from lint.document import Document

Hits = Callable[[Count, str], list[tuple[str, int]]]
Make = Callable[[str], Document]
COUNT = Count(kind="count")
SECTIONS = (
    "\n\n为办好学校，现制定方案。\n一、护苗行动\n抓好安全。\n二、提质行动\n抓好课堂。\n三、强师行动\n抓好培训。\n"
)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("推进“扩容工程、提质工程”三项工程。", ("三项工程", 13)),
        ("落实“保供、稳价、增收”两大任务。", ("两大任务", 12)),
        ("落实“保供；稳价；增收”四项重点任务。", ("四项重点任务", 12)),
        ("开展“护苗”“净网”和“清源”四大行动。", ("四大行动", 15)),
        ("开展“护苗”“净网”“清源”等两大行动。", ("两大行动", 15)),
        ("实施扩容工程、提质工程、强师工程两项工程。", ("两项工程", 16)),
        ("主要包括课程、教材、教法、评价五个部分。", ("五个部分", 15)),
    ],
)
def test_a_count_behind_a_list_of_another_length(hits: Hits, text: str, place: tuple[str, int]) -> None:
    assert hits(COUNT, text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("实施四项工程（扩容工程、提质工程、强师工程）。", ("四项工程", 2)),
        ("实施“两大行动”（护苗；净网；清源）。", ("两大行动", 3)),
        ("实施两大行动（护苗；净网；清源）。", ("两大行动", 2)),
        ("实施“四大行动”（护苗、净网、清源）。", ("四大行动", 3)),
        ("实施四项工程：扩容工程、提质工程、强师工程。", ("四项工程", 2)),
        ("推进“四化”（规范化、特色化、信息化）。", ("四化", 3)),
        ("做到“五个一批”，即新建一批、改建一批、扩建一批、撤并一批。", ("五个一批", 3)),
        ("打好三大攻坚战（1.治水 2.治气）。", ("三大攻坚战", 2)),
        ("抓好四个方面：一是保安全；二是提质量；三是促公平。", ("四个方面", 2)),
        ("做到四点：一要勤；二要实；三要廉。", ("四点", 2)),
        ("抓好两项工作。一是保安全。二是提质量。三是促公平。", ("两项工作", 2)),
        ("抓好四件事：\n一是保安全。\n二是提质量。三是促公平。\n", ("四件事", 2)),
        ("抓好四件事：\n一是保安全。\n二是提质量。\n三是促公平。\n二、保障\n四是无关。\n", ("四件事", 2)),
    ],
)
def test_a_count_ahead_of_a_list_of_another_length(hits: Hits, text: str, place: tuple[str, int]) -> None:
    assert hits(COUNT, text) == [place]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("围绕“132”工作思路（坚持一个目标；突出四项重点；抓好两大工程）。", [("3", 4)]),
        ("围绕“132”工作思路〔坚持一个目标；\n突出“甲、乙、丙、丁”四项重点；\n抓好两大工程〕。", [("3", 4)]),
        ("围绕“1232”工作思路（坚持一个目标，突出三项重点，抓好两大工程）。", [("1232", 3)]),
        ("构建“1+2+3”工作体系（1个目标、2项机制、4大支柱）。", [("3", 7)]),
    ],
    ids=["a digit", "broken lines", "an item lost", "joined by +"],
)
def test_a_coded_work_idea_is_held_against_its_explanation(hits: Hits, text: str, found: list[tuple[str, int]]) -> None:
    assert hits(COUNT, text) == found


def test_eleven_is_a_count_too(hits: Hits) -> None:
    names = "、".join(f"{name}工程" for name in "甲乙丙丁戊己庚辛壬")
    assert hits(COUNT, f"抓好“{names}”十一项工程。") == [("十一项工程", 39)]


def test_the_values_tell_both_numbers_and_the_thing(document: Make) -> None:
    (hit,) = COUNT.run(document("推进“扩容工程、提质工程”三项工程。"))
    assert hit.values == {"declared": "3", "found": "2", "thing": "工程"}


@pytest.mark.parametrize(
    "text",
    [
        "推进“扩容工程、提质工程”两项工程。",
        "实施“护苗工程、‘甲、乙’工程、数字工程”三项工程。",
        "实施“护苗工程、《甲、乙》工程（丙、丁）”两项工程。",
        "组织“一校一品”三项活动。",
        "推进“扩容工程、提质工程”等三项工程。",
        "“扩容、提质”建设三项工程。",
        "推进“扩容、提质”和三项工程。",
        "推进“扩容”“提质”三项工程。",
        "落实《甲法》《乙法》《丙法》四项制度。",
        "建成“书香驿站”“职工之家”“司机之家”37个重点平台。",
        "推进扩容工程、“提质工程”、“强师工程”三项工程。",
        "包括元数据与数据字典、术语两个部分，要求、规范、接口和协议四个部分。",
        "包括要求、规范、接口和协议三个部分。",
        "围绕课程、教材、教法等五个方面。",
        "甲乡、乙乡、丙乡实施四项工程。",
        "甲县、乙县、丙县各五项任务。",
        "语文、数学、英语三科五大任务。",
        "覆盖城乡、从课程、教材、教法三个方面发力。",
    ],
    ids=[
        "kept",
        "names hold 、",
        "titles and brackets hold 、",
        "one name",
        "等",
        "a verb between",
        "和",
        "two names in marks",
        "titles of papers",
        "an amount",
        "the first name without marks",
        "与 inside a name",
        "和 inside a name",
        "等 without marks",
        "a verb",
        "each",
        "another count",
        "a list before the list",
    ],
)
def test_what_stands_before_a_count_without_being_its_list(hits: Hits, text: str) -> None:
    assert hits(COUNT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "全省3个县（市、区）先行，3个县（市、区、旗）跟进。",
        "落实两项措施（市财政局、市人社局、市教育局）。",
        "实施三项工程（2023年、2024年）。",
        "实施三项工程（含扩容、提质）。",
        "整治四类问题（推诿扯皮、吃拿卡要、弄虚作假）。",
        "整治三个领域（教育、卫生部门负责）。",
        "落实四项制度（首问负责、限时办结，责任追究）。",
        "“三级”医院（县级医院、市级医院）共建。",
        "“五育”（德智体美劳）并举，“两免一补”（免杂费、免书本费、补助）。",
        "“三重一大”（重大决策、重要干部、重大项目、大额资金）。",
        "“四新”产业（新能源、新材料、生物医药）。",
        "实现三个目标：入园率达到95%，巩固率达到99%。",
        "三个方面：一是保安全，其中：一是校车，二是食堂；二是提质量。",
        "五个方面：一是保安全；二是提质量。四是促公平。",
        "规划了3个方面5项任务：一是保安全。二是提质量。三是强队伍。\n",
        "规划了3个方面、5项任务：一是保安全。二是提质量。三是强队伍。\n",
        "四个方面：一是保安全；二是提质\n量。三是促公平；四是强队伍。\n",
        "完成三大工程。一是保安全。二是提质量。\n",
    ],
    ids=[
        "county brackets",
        "who does it",
        "when",
        "some of it",
        "examples",
        "who is in charge",
        "two separators",
        "a grade",
        "a list of one",
        "two counts in one slogan",
        "not all bear the name",
        "no list",
        "a list in the list",
        "a gap is told elsewhere",
        "two counts",
        "two counts apart",
        "broken lines",
        "what was done, then how",
    ],
)
def test_what_stands_behind_a_count_without_being_its_list(hits: Hits, text: str) -> None:
    assert hits(COUNT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "“12345”热线工作机制（一个平台；两个窗口）。",
        "落实“153”工作机制（每天1分钟、每周5分钟）。",
        "“123”工作模式：“1”即一个中心，“2”即两个平台，“3”即三支队伍。",
        "“246”工作思路（两个目标；五项重点；七大工程）。",
        "“246”工作思路（坚持改革；突出重点；抓好落实）。",
        "“246”工作思路，凝心聚力。",
    ],
)
def test_a_number_that_its_brackets_do_not_explain_is_no_code(hits: Hits, text: str) -> None:
    assert hits(COUNT, text) == []


def test_a_place_is_told_once_and_not_where_another_reading_keeps_it(hits: Hits) -> None:
    assert hits(COUNT, "推进“扩容、提质”三项工程（扩容、提质、强师）。") == []
    assert hits(COUNT, "推进“扩容、提质”三项工程：扩容工程、提质工程。") == [("三项工程", 9)]


def test_a_title_that_counts_other_sections_than_there_are(hits: Hits, document: Make) -> None:
    text = "某校“四大行动”实施方案" + SECTIONS
    assert hits(COUNT, text) == [("四大行动", 3)]
    assert [hit.values for hit in COUNT.run(document(text))] == [{"declared": "4", "found": "3", "thing": "行动"}]


def test_a_heading_that_counts_other_subsections_than_there_are(hits: Hits) -> None:
    below = "\n（一）扩容工程\n建校。\n（二）提质工程\n教研。\n（三）强师工程\n培训。\n"
    assert hits(COUNT, "某校方案\n一、总则\n抓好落实。\n二、实施四项工程" + below) == [("四项工程", 20)]
    assert hits(COUNT, "某校方案\n一、总则\n抓好落实。\n二、实施三项工程" + below) == []
    merged = below.replace("强师工程", "强师工程和护苗工程")
    assert hits(COUNT, "某校方案\n一、总则\n抓好落实。\n二、实施四项工程" + merged) == []


@pytest.mark.parametrize(
    "title",
    ["某校“三大行动”实施方案", "某校3大行动实施方案", "某校“四大工程”实施方案", "某校实施方案"],
)
def test_a_title_whose_count_is_kept_or_of_another_thing(hits: Hits, title: str) -> None:
    assert hits(COUNT, title + SECTIONS) == []


@pytest.mark.parametrize("title", ["某校第四个行动方案", "某校第二类行动方案"])
def test_an_ordinal_in_a_title_is_no_count(hits: Hits, title: str) -> None:
    assert hits(COUNT, title + SECTIONS) == []


def test_a_count_without_quotation_marks_is_reported_without_what_follows(hits: Hits) -> None:
    assert hits(COUNT, "某校四大行动实施方案" + SECTIONS) == [("四大行动", 2)]


def test_sections_that_are_not_nearly_all_of_the_thing_are_not_counted(hits: Hits) -> None:
    text = "某校“四大行动”实施方案" + SECTIONS
    assert hits(COUNT, text.replace("一、护苗行动", "一、总体要求")) == []
    assert hits(COUNT, text + "四、组织领导\n加强领导。\n五、工作要求\n抓好落实。\n") == []
    assert hits(COUNT, text + "四、组织领导\n加强领导。\n") == [("四大行动", 3)]


def test_a_section_that_only_lacks_the_name_may_be_the_last_of_them(hits: Hits) -> None:
    text = "某校“四大行动”实施方案" + SECTIONS
    assert hits(COUNT, text + "四、数字赋能\n建好平台。\n") == []


@pytest.mark.parametrize(
    ("intro", "places"),
    [
        ("今年抓好以下四项工作：", [("四项工作", 6)]),
        ("今年抓好以下四项工作。", [("四项工作", 6)]),
        ("今年抓好四个方面：", [("四个方面", 4)]),
        ("今年抓好以下三项工作：", []),
        ("去年完成了四项工作。", []),
        ("按2个方面部署以下4项工作，明确3个要求：", []),
        ("建成以下四个园区：", []),
    ],
    ids=["以下", "以下 and a stop", "a colon", "kept", "no announcement", "another count is kept", "an amount"],
)
def test_a_line_that_announces_another_number_of_items(hits: Hits, intro: str, places: list[tuple[str, int]]) -> None:
    assert hits(COUNT, intro + "\n1.保安全。\n2.提质量。\n3.促公平。\n") == places


def test_items_whose_numbering_is_at_fault_are_not_counted(hits: Hits) -> None:
    assert hits(COUNT, "今年抓好以下四项工作：\n1.保安全。\n2.提质量。\n4.促公平。\n") == []


GROUPS = (
    "下设“五个工作组”：\n"
    "（一）综合组。管会务。\n（二）监测组：管预警。\n（三）救援组（民兵）\n管抢险。\n（四）安置组\n管转移。\n"
)


def test_items_that_bear_the_counted_thing_show_what_a_line_counts(hits: Hits) -> None:
    assert hits(COUNT, GROUPS) == [("五个工作组", 3)]
    assert hits(COUNT, GROUPS.replace("“五个工作组”", "4项工程").replace("组", "工程")) == []
    assert hits(COUNT, GROUPS.replace("“五个工作组”", "三项工程").replace("组", "工程")) == [("三项工程", 2)]


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ("五个", "四个"),
        ("安置组", "安置点"),
        ("（四）安置组", "（五）安置组"),
        ("：\n（一）", "。\n（一）"),
        ("下设", "由四个部门组成"),
        ("（三）救援组（民兵）\n管抢险。\n（四）安置组\n管转移。\n", ""),
        ("五个工作组", "五个成员单位"),
    ],
    ids=["kept", "one bears another name", "a gap", "no announcement", "another count", "two items", "another thing"],
)
def test_items_that_may_not_be_what_a_line_counts(hits: Hits, part: str, other: str) -> None:
    assert hits(COUNT, GROUPS.replace(part, other, 1)) == []


@pytest.mark.parametrize(
    ("intro", "places"),
    [
        ("四项措施要落实到位：", [("四项措施", 0)]),
        ("　　“四项重点工作”必须抓紧抓实：", [("四项重点工作", 3)]),
        ("三项措施要落实到位：", []),
        ("四项措施要做到五个结合：", []),
        ("四项问题要把各自的原因抓实：", []),
        ("四项任务须明确责任单位：", []),
        ("四项工作需要提交以下材料：", []),
        ("去年定下的四项措施要落实到位：", []),
        ("四项要求：", [("四项要求", 0)]),
    ],
    ids=[
        "措施",
        "marks",
        "kept",
        "another count",
        "的",
        "who does it",
        "another list",
        "inside a sentence",
        "nothing more",
    ],
)
def test_a_line_that_goes_on_behind_its_count(hits: Hits, intro: str, places: list[tuple[str, int]]) -> None:
    assert hits(COUNT, intro + "\n㈠保安全。\n㈡提质量。\n㈢促公平。\n") == places


def test_a_paragraph_may_announce_the_chapters_of_the_document(hits: Hits) -> None:
    chapters = "\n一、护苗\n抓好安全。\nニ、提质\n抓好课堂。\n三、强师\n抓好培训。\n"
    for written, thing in (("五项工作。", "五项工作"), ("“５项工作”：", "５项工作")):
        text = "某县工作要点\n今年是收官之年，要坚持改革，重点抓好以下" + written
        assert hits(COUNT, text + chapters + "四、督学\n抓好督导。\n") == [(thing, text.index(thing))]
        assert hits(COUNT, text + chapters + "四、督学\n抓好督导。\n五、数字校园\n抓好平台。\n") == []


@pytest.mark.parametrize("last", ["组织领导", "保障措施", "工作要求"])
def test_chapters_that_stand_beside_what_is_counted_are_counted_or_not(hits: Hits, last: str) -> None:
    intro, chapters = (
        "某县工作要点\n抓好以下{}项工作：",
        "\n一、护苗\n抓好安全。\n二、提质\n抓好课堂。\n三、强师\n抓好培训。\n",
    )
    for said in "三四":
        assert hits(COUNT, intro.format(said) + chapters + f"四、{last}\n抓好落实。\n") == []
    for said in "二五":
        assert hits(COUNT, intro.format(said) + chapters + f"四、{last}\n抓好落实。\n") == [(f"{said}项工作", 11)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("抓好“五大项目”：冷库二期、智慧粮仓、分拣中心、配送中心。每个项目由专人负责。", ("五大项目", 3)),
        ("主攻“三个项目”：冷库二期、“惠农”粮仓、分拣中心、配送中心。", ("三个项目", 3)),
        ("重点抓好五大项目：冷库二期、智慧粮仓、分拣中心、配送中心。", ("五大项目", 4)),
        ("打造四大基地：优质稻、双季茶、道地药材\n二、保障\n", ("四大基地", 2)),
        ("落实以下五项制度：日调度、周通报、月考核、季评比\n", ("五项制度", 4)),
    ],
    ids=["a name", "too many", "an order", "the line ends", "the text ends"],
)
def test_plain_names_behind_a_colon_are_the_members(hits: Hits, text: str, place: tuple[str, int]) -> None:
    assert hits(COUNT, text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "抓好“四大项目”：冷库二期、智慧粮仓、分拣中心、配送中心。",
        "抓好“五大项目”：冷库二期、智慧粮仓、分拣中心、配送中心等。",
        "抓好“五大项目”：冷库二期、智慧粮仓、分拣中心，配送中心。",
        "抓好“五大项目”：冷库二期、智慧粮仓、分拣和配送中心、便民超市。",
        "抓好“五大项目”：冷库二期、智慧粮仓、分拣及配送中心、便民超市。",
        "抓好“五大项目”：冷库二期、智慧粮仓、分拣中心、\n配送中心、便民超市。",
        "抓好“五大项目”：冷库二期、智慧粮仓、分拣中心、配送\n中心、便民超市。",
        "抓好“四大项目”：冷库二期、智慧粮仓、分拣中心建设是今年的重点。",
        "抓好“四大项目”：县农业局、县商务局、县供销社。",
        "抓好“四大项目”：冷库3月开工、粮仓5月开工、超市6月开工。",
        "抓好“六大项目”：冷库二期、智慧粮仓、分拣中心、配送中心。",
        "抓好“五大产业”：粮油、果蔬、畜禽、水产。",
        "抓好“三大项目”：冷库二期、智慧粮仓。",
        "完成“四个方面三大任务”：农业生产、工业生产、项目建设、民生改善。",
        "县里的五大项目：冷库二期、智慧粮仓、分拣中心、配送中心。",
        "抓好五个项目：冷库二期、智慧粮仓、分拣中心、配送中心。",
        "抓好五大项目：其中冷库二期、智慧粮仓、分拣中心、配送中心。",
    ],
    ids=[
        "kept",
        "等",
        "two separators",
        "和",
        "及",
        "the list goes on",
        "a cut word",
        "a clause",
        "who does it",
        "when",
        "two lost",
        "pairs",
        "two names",
        "two counts",
        "neither name nor order",
        "an amount",
        "some of it",
    ],
)
def test_names_behind_a_colon_that_may_not_be_all_the_members(hits: Hits, text: str) -> None:
    assert hits(COUNT, text) == []


def test_a_bracket_behind_a_name_is_its_list(hits: Hits) -> None:
    assert hits(COUNT, "实施“五项工程”（阳光工程、暖居工程、帮扶工程、照料工程），惠及千人。") == [("五项工程", 3)]
