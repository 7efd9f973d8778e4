"""`plan-lint outline`: how a document is read, as a tree for people and as JSON for programs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
SCHEMA = json.loads((Path(__file__).parents[1] / "outline.schema.json").read_text(encoding="utf-8"))
VALIDATOR = import_module("jsonschema").Draft202012Validator  # it has no types of its own
VALIDATOR.check_schema(SCHEMA)
TEXT = """\
清河县2024年教育工作计划
发布时间：2024-01-05 来源：
目 录
一、目标
二、任务
三、队伍
四、保障
五、督查
一、目标
全年新增学位二百个。
二、任务
（一）招生
（二）升学
（四）就业
（五）资助
（五）体育
三、队伍
（一）教师
（三）校长
（二）教研员
（四）保安
抓好培训。四、保障
（一）经费
（二校舍
（三）设备
（八）网络
（五）图书
五、督查
加强督查。
附件：任务分解表
1.学位
2.经费
"""
TREE = """\
a.txt
  plan  清河县2024年教育工作计划
  told from the title: 计划
  date: 2024-01-05  (发布时间)
  source: (empty)  (来源)
  level 1  一、  5 headings
  level 2  （一）  14 headings under 一、, which begin anew under each (2 of 2); \
evidence: 1 whole list and 0 parts of lists between siblings
  level 1  1.  2 headings
   4  (table of contents, lines 4 to 8)
   9  一、目标
  11  二、任务
  12    （一）招生
  13    （二）升学
  14    （四）就业  ← missing before: （三）
  15    （五）资助
  16    （五）体育  ← repeated
  17  三、队伍
  18    （一）教师
  19    （三）校长
  20    （二）教研员  ← out of order after （三）
  21    （四）保安
  22  四、保障  ← glued to the text before
  23    （一）经费
  24    （二校舍  ← damaged, read as （二）
  25    （三）设备
  26    （八）网络  ← damaged, read as （四）
  27    （五）图书
  28  五、督查
  30  ── 附件：任务分解表
  31  1.学位
  32  2.经费
"""


@pytest.fixture(autouse=True)
def _in_a_folder_with_a_plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    Path("a.txt").write_text(TEXT, encoding="utf-8")


def outline(*arguments: str | Path, stdin: str | None = None, **environment: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", "outline", *map(str, arguments)]
    done = subprocess.run(
        command, input=stdin, capture_output=True, encoding="utf-8", env={**os.environ, **environment}
    )
    return done.returncode, done.stdout, done.stderr


def told(*arguments: str | Path, status: int = 0) -> list[Any]:
    """The documents of a JSON report that keeps to the schema."""
    code, shown, _ = outline(*arguments, "--output-format", "json")
    report = json.loads(shown)
    assert (code, list(VALIDATOR(SCHEMA).iter_errors(report))) == (status, [])
    documents: list[Any] = report["documents"]
    return documents


def sections(parents: list[Any]) -> Iterator[Any]:
    for section in parents:
        yield section
        yield from sections(section["sections"])


def places(document: Any) -> Iterator[Any]:
    """Everything in a document that quotes its text."""
    yield from [document["title"]] if document["title"] else []
    yield from document["contents"]
    for section in sections(document["sections"]):
        yield from (section["marker"], section["heading"])


def test_a_document_is_shown_as_a_tree_with_every_fault_beside_its_heading() -> None:
    assert outline("a.txt") == (0, TREE, "")


def test_standard_input_is_shown_under_the_name_given() -> None:
    assert outline("-", stdin=TEXT) == (0, TREE.replace("a.txt", "<stdin>"), "")
    assert outline("-", "--stdin-filename", "b.md", stdin=TEXT) == (0, TREE.replace("a.txt", "b.md"), "")


NOTHING = "  neither title nor text nor headings tell more\n"


def test_a_folder_is_read_but_for_what_is_excluded() -> None:
    Path("b.txt").write_text("一、甲\n", encoding="utf-8")
    second = f"b.txt\n  page  (no title)\n{NOTHING}  level 1  一、  1 heading\n  1  一、甲\n"
    assert outline(".") == (0, TREE + second, "")
    assert outline(".", "--exclude", "a.*") == (0, second, "")


@pytest.mark.parametrize("text", ["", "\n \n", "没有标题的一句话。\n"])
def test_a_text_without_headings_has_an_empty_tree(text: str) -> None:
    Path("b.txt").write_text(text, encoding="utf-8")
    assert outline("b.txt") == (0, f"b.txt\n  page  (no title)\n{NOTHING}", "")
    (document,) = told("b.txt")
    assert (document["title"], document["schemes"], document["sections"]) == (None, [], [])


def test_what_cannot_be_read_is_told_and_the_rest_is_shown() -> None:
    Path("b.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    trouble = "plan-lint: error: b.txt: binary file, not text\nplan-lint: error: gone.txt: no such file or folder\n"
    assert outline("b.txt", "a.txt", "gone.txt") == (2, TREE, trouble)
    assert [document["file"] for document in told("b.txt", "a.txt", "gone.txt", status=2)] == ["a.txt"]


def test_nothing_to_read_is_a_mistake() -> None:
    status, shown, error = outline()
    assert (status, shown) == (2, "")
    assert error.endswith("Error: Missing argument 'PATHS...'.\n")
    assert outline("a.txt", "--output-format", "xml")[0] == 2


def test_the_json_says_what_the_tree_says() -> None:
    (document,) = told("a.txt")
    assert (document["file"], document["kind"], document["title"]["text"]) == ("a.txt", "plan", TEXT.split("\n")[0])
    told_of = [(entry["name"], entry["label"]["text"], entry["value"]) for entry in document["metadata"]]
    assert told_of == [("date", "发布时间", "2024-01-05"), ("source", "来源", "")]
    assert [(table["line"], table["text"].count("\n")) for table in document["contents"]] == [(4, 4)]
    assert document["breaks"] == [30]
    assert document["schemes"][1] == {
        "name": "chinese-paren", "sample": "（一）", "level": 2, "sections": 14, "inside": "chinese",
        "restarts": 2, "runs_on": 0, "evidence": {"whole": 1, "below": 2, "parts": 0},
    }  # fmt: skip
    assert [
        (section["marker"]["line"], section["marker"]["text"], fault["fault"], fault["missing"])
        for section in sections(document["sections"])
        for fault in section["faults"]
    ] == [
        (14, "（四）", "gap", [3]),
        (16, "（五）", "repeat", []),
        (20, "（二）", "order", []),
        (22, "四、", "glued", []),
        (24, "（二", "malformed", []),
        (26, "（八）", "malformed", []),
    ]


def test_a_section_is_told_with_its_places_and_those_below_it() -> None:
    document = told("a.txt")[0]
    task, begin = document["sections"][1], TEXT.rindex("二、任务")
    below = task.pop("sections")
    assert task == {
        "level": 1, "scheme": "chinese", "ordinal": 2, "end": TEXT.rindex("三、队伍"), "faults": [],
        "marker": {"text": "二、", "line": 11, "start": begin, "end": begin + 2},
        "heading": {"text": "二、任务", "line": 11, "start": begin, "end": begin + 4},
    }  # fmt: skip
    assert [section["ordinal"] for section in below] == [1, 2, 4, 5, 5]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_places_count_characters_of_the_decoded_text(encoding: str, line_end: str) -> None:
    text = TEXT.replace("清河县", "𠮷河县").replace("\n", line_end)
    Path("a.txt").write_bytes(text.encode(encoding))
    (document,) = told("a.txt")
    assert len(list(places(document))) == 2 + 2 * 21
    for place in places(document):
        assert place["text"] == text[place["start"] : place["end"]]
        assert place["line"] == text.count("\n", 0, place["start"]) + 1
    assert [text.splitlines()[line - 1] for line in document["breaks"]] == ["附件：任务分解表"]


def test_every_seed_is_told_in_places_that_slice_its_text() -> None:
    documents = told(SEEDS)
    assert [Path(document["file"]).name for document in documents] == sorted(path.name for path in SEEDS.glob("*.txt"))
    for document in documents:
        text = Path(document["file"]).read_bytes().decode("utf-8")
        assert document["kind"] == "plan"
        for place in places(document):
            assert place["text"] == text[place["start"] : place["end"]]
            assert place["line"] == text.count("\n", 0, place["start"]) + 1
        for section in sections(document["sections"]):
            assert section["heading"]["start"] == section["marker"]["start"]
            assert section["heading"]["end"] <= section["end"]
            assert all(below["level"] == section["level"] + 1 for below in section["sections"])


def test_every_seed_is_shown_with_its_sections_in_the_order_of_their_lines() -> None:
    status, shown, error = outline(*sorted(SEEDS.glob("*.txt")))
    assert (status, error) == (0, "")
    assert re.findall(r"(\S+?)  ← (.*)", shown) == [("27构建优质均衡基本公共教育服务体系。", "damaged, read as 27")]
    for document, tree in zip(told(SEEDS), shown.split(f"{SEEDS}")[1:], strict=True):
        rows = [line.partition("  ←")[0].split(None, 1) for line in tree.splitlines() if line.split()[0].isdigit()]
        seen = list(sections(document["sections"]))
        assert [int(line) for line, _ in rows] == [section["marker"]["line"] for section in seen]
        assert [text for _, text in rows] == [section["heading"]["text"].strip() for section in seen]


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
    ],
)
def test_colors_are_used_where_they_are_asked_for(
    options: tuple[str, ...], environment: dict[str, str], colored: bool
) -> None:
    status, shown, _ = outline("a.txt", *options, **environment)
    faulty, sound = "    （四）就业  ← missing before: （三）", "    （五）资助\n"
    bare = f"  14{faulty}\n  15{sound}"
    assert status == 0
    assert (f"\x1b[31m  14{faulty}\x1b[0m\n  15{sound}" if colored else bare) in shown
    assert ("\x1b[1ma.txt\x1b[0m\n" in shown, "\x1b[2m  date: 2024-01-05  (发布时间)\x1b[0m\n" in shown) == (
        colored,
        colored,
    )
    assert shown.replace("\x1b[0m", "").replace("\x1b[31m", "").replace("\x1b[1m", "").replace("\x1b[2m", "") == TREE


def test_json_has_no_colors() -> None:
    assert "\x1b" not in outline("a.txt", "--output-format", "json", "--color", "always")[1]


def test_a_hostile_document_sends_no_escapes_to_the_terminal() -> None:
    spoilt = TEXT.replace("清河县", "清\x1b[31m河县").replace("来源：", "来源：\x1b]0;x\x07报")
    spoilt = (
        spoilt.replace("教师", "教\u202e师").replace("附件：任务", "附件：\x9b2J任务").replace("经费", "\u200b经费")
    )
    Path("a.txt").write_text(spoilt, encoding="utf-8")
    status, shown, _ = outline("a.txt")
    assert status == 0
    assert [c for c in shown if c in "\x1b\x07\x9b\u202e\u200b"] == []
    for part in ("清<U+001B>[31m河县", "（一）教<U+202E>师", "── 附件：<U+009B>2J任务", "（一）<U+200B>经费"):
        assert part in shown


def test_a_hostile_name_sends_no_escapes_to_the_terminal() -> None:
    name = "a\x1b[31m\u202e.txt"
    try:
        Path(name).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    assert outline(name)[1].startswith("a<U+001B>[31m<U+202E>.txt\n")
    assert outline("gone\x1b.txt")[2] == "plan-lint: error: gone<U+001B>.txt: no such file or folder\n"
    assert told(name)[0]["file"] == name
    assert outline("-", "--stdin-filename", "\x1b[2J", stdin="")[1].startswith("<U+001B>[2J\n")


def closed_pipe(*arguments: str) -> tuple[int, bytes]:
    """Status and standard error of a run whose reader goes away at once."""
    command = [sys.executable, "-m", "lint", "outline", *arguments]
    environment = {**os.environ, "PYTHONUNBUFFERED": ""}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        error = running.stderr.read()
    return running.returncode, error


def test_a_reader_that_has_enough_is_no_fault_of_ours() -> None:
    assert closed_pipe("a.txt") == (141, b"")


@pytest.mark.parametrize("output", ["text", "json"])
def test_a_reader_that_has_enough_of_much_is_no_fault_of_ours(output: str) -> None:
    for number in range(20):
        Path(f"{number}.txt").write_text(TEXT, encoding="utf-8")
    assert closed_pipe(".", "--output-format", output) == (141, b"")
