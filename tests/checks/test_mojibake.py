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


WAYS = [
    ("gbk", "big5"), ("gbk", "cp932"), ("gbk", "cp949"), ("gbk", "euc_jp"), ("gbk", "mac-roman"), ("gbk", "cp1251"),
    ("gbk", "cp437"), ("gbk", "cp1250"), ("utf-8", "cp949"), ("utf-8", "cp866"), ("big5", "gbk"),
    ("big5", "latin-1"), ("big5", "cp949"), ("big5", "cp1251"), ("utf-16-be", "utf-16-le"),
]  # fmt: skip


@pytest.mark.parametrize(("meant", "page"), WAYS)
def test_any_encoding_read_as_any_other_is_told(hits: Hits, meant: str, page: str) -> None:
    text = "加強學校管理，提高教學質量。" if meant == "big5" else "加强学校管理，提高教学质量。"
    wrong = text.encode(meant).decode(page, "ignore")
    found = hits(CHECK, f"一、任务\n{wrong}\n二、措施")
    assert sum(len(run) for run, _ in found) > len(wrong) // 2
    assert all(5 <= at < 6 + len(wrong) for _, at in found)


@pytest.mark.parametrize("page", ["latin-1", "cp1252", "gbk", "cp437", "koi8-r"])
def test_a_text_that_was_misread_twice_is_told(hits: Hits, page: str) -> None:
    once = SENTENCE.encode().decode(page, "ignore")
    assert hits(CHECK, f"一、任务\n{once.encode().decode('cp1252', 'ignore')}\n二、措施")


def test_a_repair_is_offered_only_where_nothing_was_lost() -> None:
    whole = "提高教学质量".encode("gbk").decode("mac-roman")
    assert repaired(f"加强管理，{whole}。") == "加强管理，提高教学质量。"
    partly = whole[:3] + whole[4:]
    assert repaired(f"加强管理，{partly}。") == f"加强管理，{partly}。"


@pytest.mark.parametrize("text", ["ͣųٿҳ", "ˮƽû2Сʱ24Сʱ"])
def test_what_lost_most_of_its_bytes_is_told_by_its_scripts(hits: Hits, text: str) -> None:
    assert hits(CHECK, f"每年完成{text}以上。")


FOREIGN = [
    "Мы, народы Объединённых Наций, преисполнены решимости избавить грядущие поколения",
    "Société Générale d'Éducation, Hôtel de l'Élysée, crème brûlée, naïveté, élève, œuvre",
    "Fußgängerüberführung, Öffnungszeiten, Überprüfung, Straßenbahnhöfe, größere Änderungen",
    "Εμείς οι λαοί των Ηνωμένων Εθνών αποφασισμένοι, αβγδεζηθικλμνξοπρστυφχψω",
    "われら連合国の人民は、二度まで言語に絶する悲哀を人類に与えた戦争の惨害から将来の世代を救い",
    "経済産業省、国土交通省、厚生労働省、対応、実施、検討、広島県廿日市市",
    "우리 연합국 국민들은 우리 일생중에 두 번이나, 与首尔（서울）友好交流，代表김철수参加",
    "ئۇيغۇر ئاپتونوم رايونى 新疆 བོད་རང་སྐྱོང་ལྗོངས། 西藏 เชียงใหม่ 清迈 ꆈꌠꁱꂷ 彝文",
    "Tiếng Việt: Chúng tôi, nhân dân các nước, quyết tâm; Zażółć gęślą jaźń; Příliš žluťoučký kůň",
    "臺灣教育部公佈十二年國民基本教育課程綱要，鬱鬱蔥蔥，齟齬，籲請，鑿井，灩澦堆，麤",
    "θ=30°，α∈[0,π]，Σxᵢ²≤Δ，∂f/∂x=λμ，√2，Ω·m，χ²，β-内酰胺酶，PM₂.₅，Å，κ",
    "张垚、李喆、王淼、赵犇、孙燚、周赟、郑翀、冯玥、卫翯、沈頔、许甯、何彧、吕喦",
    "嘧啶、噻吩、哌嗪、氟啶虫酰胺、噻虫嗪、草铵膦、铈镨钕钐铕、薏苡、蒺藜、荜澄茄、鲐鲹",
    "盱眙、邛崃、鄄城、郯城、犍为、瑷珲、漾濞，踔厉奋发，筚路蓝缕，踽踽独行，魑魅魍魉，氤氲葳蕤",
    "gōnɡ zuò jì huà, nǚ, ㄍㄨㄥ ㄗㄨㄛˋ, [ˈɪŋɡlɪʃ], θɪŋk; ┌──┬──┐│项目│金额│ ▉▊▋ ★☆ ㎡ № ½",
]


@pytest.mark.parametrize("text", FOREIGN)
@pytest.mark.parametrize("around", ["{}", "一、总体要求。{}，抓好落实。"])
def test_other_languages_and_rare_names_are_themselves(hits: Hits, text: str, around: str) -> None:
    assert hits(CHECK, around.format(text)) == []


@given(st.text(max_size=80))
def test_any_text_is_read_and_findings_lie_inside_it(text: str) -> None:
    for hit in CHECK.run(Document(Source("t", text))):
        assert 0 <= hit.span.start < hit.span.end <= len(text)


def test_a_long_run_is_one_and_is_restored_whole() -> None:
    text = "各级各类学校要认真贯彻教育方针，加强学校管理，提高教学质量，" * 20
    assert repaired(text.encode().decode("latin-1")) == text
