"""Suppressions hold what they name, nothing more, and say so when they hold nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.config import ConfigError
from lint.config.entry import Entry
from lint.findings import Finding, Severity
from lint.suppress.comments import Comments
from lint.suppress.entries import Entries
from lint.suppress.notes import Note
from lint.suppress.sidecars import SIDECAR, Sidecars
from lint.text import Source

TODAY = date(2026, 6, 1)
TEXT = "清河县工作计划\n一、加强D1工作\n抓好D2工作，推进\n  D3工作。\n"
Judged = list[tuple[str, str]]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def findings(source: Source, rule: str = "term") -> list[Finding]:
    """A finding for each D with a number, by which it is told."""
    return [
        Finding(
            source.path, rule, "garbling", Severity.ERROR, "m", match[0], source.position(match.start()),
            source.position(match.end()),
        )
        for match in re.finditer(r"D\d", source.text)
    ]  # fmt: skip


def held(judge: Any, text: str = TEXT, name: str = "docs/a.txt", rule: str = "term") -> Judged:
    """Each finding that does not count, with the reason."""
    source = Source(name, text)
    found = findings(source, rule)
    judged = judge.judge(source, found)
    return [(finding.text, why.reason) for finding, why in zip(found, judged, strict=True) if why is not None]


def entries(**options: Any) -> Entries:
    return Entries([entry(**options)], "config", TODAY)


def entry(**options: Any) -> Entry:
    return Entry(**{"base": str(Path.cwd()), "file": "plan-lint.yaml", "line": 3, "reason": "原文如此", **options})


def notes(judge: Any, covered: Callable[[Entry], bool] = lambda entry: True) -> list[str]:
    return [f"{note.line}: {note.reason}" for note in judge.notes(covered)]


ALL = [("D1", "原文如此"), ("D2", "原文如此"), ("D3", "原文如此")]


@pytest.mark.parametrize("rules", [("term",), ("garbling",), ("all",), ("other", "term")])
def test_a_rule_is_named_by_id_or_pack(rules: tuple[str, ...]) -> None:
    assert held(entries(rules=rules, files=("docs/",))) == ALL


def test_other_rules_count() -> None:
    assert held(entries(rules=("other",), files=("docs/",))) == []


@pytest.mark.parametrize("files", [("docs/",), ("*.txt",), ("docs/a.*",), ("docs/*", "!docs/b.txt"), ("/docs/a.txt",)])
def test_files_are_named_as_in_gitignore(files: tuple[str, ...]) -> None:
    assert held(entries(rules=("term",), files=files)) == ALL


@pytest.mark.parametrize("files", [("drafts/",), ("/a.txt",), ("docs/*", "!docs/a.txt")])
def test_other_files_count(files: tuple[str, ...]) -> None:
    assert held(entries(rules=("term",), files=files)) == []


def test_an_entry_holds_only_below_its_own_folder() -> None:
    below = entries(rules=("term",), text="D1", base=str(Path.cwd() / "docs"))
    assert held(below) == ALL[:1]
    assert held(below, name="other/a.txt") == []


@pytest.mark.parametrize(
    "text", ["D2", "抓好D2工作", "抓好 D2\n工作", "D2工作，推进D3", "抓好D2工作，推进\r\n\u3000D3工作"]
)
def test_what_lies_in_quoted_text_is_held_whatever_the_blanks(text: str) -> None:
    wanted = ALL[1:] if "D3" in text else ALL[1:2]
    assert held(entries(rules=("term",), text=text)) == wanted


def test_a_finding_that_holds_the_quoted_text_is_held() -> None:
    assert held(entries(rules=("term",), text="2")) == ALL[1:2]


def test_text_that_the_document_does_not_hold_holds_nothing() -> None:
    assert held(entries(rules=("term",), text="D4")) == []


@pytest.mark.parametrize(("day", "holds"), [(date(2026, 6, 1), True), (date(2026, 5, 31), False)])
def test_an_entry_holds_up_to_its_last_day(day: date, holds: bool) -> None:
    assert bool(held(entries(rules=("term",), text="D1", expires=day))) is holds


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"rules": ("term",), "text": "D1", "expires": date(2026, 5, 1)}, "expired on 2026-05-01"),
        ({"text": "D1"}, "names no rule"),
        ({"rules": ("all",), "text": "D1"}, "names no rule"),
        ({"rules": ("term",)}, "names neither files nor text"),
        ({"rules": ("term",), "text": " \n"}, "names neither files nor text"),
        ({"rules": ("term",), "text": "D4"}, "holds nothing any more"),
    ],
)
def test_what_is_wrong_with_an_entry_is_noted(options: dict[str, Any], said: str) -> None:
    judge = entries(**options)
    held(judge)
    assert [said in note for note in notes(judge)] == [True]


def test_an_entry_is_unused_only_where_all_was_looked_at() -> None:
    judge = entries(rules=("term",), text="D4")
    held(judge)
    assert notes(judge, lambda entry: False) == []


def test_an_entry_that_was_used_stays_used_when_the_file_is_judged_again() -> None:
    judge = entries(rules=("term",), text="D1")
    held(judge)
    held(judge, text="党建")
    assert notes(judge) == []


@given(st.text("甲乙 \n.*+?[](){}|\\^$", min_size=1, max_size=12))
def test_quoted_text_is_no_pattern(text: str) -> None:
    judge = Entries([Entry(rules=("term",), text=text, base="/", reason="r")], "config", TODAY)
    wanted = ["D1", "D2"] if not text.strip() else []
    assert [found for found, _ in held(judge, text=f"D1\n{text}\nD2", name="/a.txt")] == wanted


@given(st.text("甲乙 \n", max_size=12), st.text("甲乙\n", min_size=1, max_size=3), st.data())
def test_text_is_found_wherever_it_stands(text: str, quoted: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = Source("/a.txt", text)
    finding = replace(findings(Source("/a.txt", "D1"))[0], start=source.position(start), end=source.position(end))
    letters = "".join(quoted.split())
    places = [
        (first, last)
        for first in range(len(text))
        for last in range(first + 1, len(text) + 1)
        if "".join(text[first:last].split()) == letters and text[first].strip() and text[last - 1].strip()
    ]
    wanted = not letters or any((a <= start and end <= b) or (start <= a and b <= end) for a, b in places)
    judge = Entries([Entry(rules=("term",), text=quoted, reason="r")], "config", TODAY)
    assert (judge.judge(source, [finding]) != [None]) is wanted


def sidecars(**told: Entry) -> Sidecars:
    """Sidecars in folders, each with one entry; what their files hold is only their folder's name."""
    for folder in told:
        Path(folder).mkdir(exist_ok=True)
        Path(folder, SIDECAR).write_text(folder, encoding="utf-8")
    return Sidecars(Path(), lambda file, data: [told[data.decode()]], TODAY, pytest.fail)


def test_a_sidecar_holds_for_its_folder_and_those_below() -> None:
    judge = sidecars(docs=entry(rules=("term",), text="D1", base=str(Path("docs").absolute())))
    assert held(judge) == ALL[:1]
    assert held(judge, name="docs/deep/er/a.txt") == ALL[:1]
    assert held(judge, name="other/a.txt") == []


def test_nothing_above_the_root_is_read(tmp_path: Path) -> None:
    (tmp_path / "root" / "docs").mkdir(parents=True)
    (tmp_path / SIDECAR).write_text("x", encoding="utf-8")
    judge = Sidecars(tmp_path / "root", lambda file, data: pytest.fail("read"), TODAY, pytest.fail)
    assert held(judge, name=str(tmp_path / "root" / "docs" / "a.txt")) == []


def test_of_a_file_outside_the_root_only_the_sidecar_beside_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "other" / "docs").mkdir(parents=True)
    (tmp_path / SIDECAR).write_text("x", encoding="utf-8")
    (tmp_path / "other" / "docs" / SIDECAR).write_text("x", encoding="utf-8")
    read: list[Path] = []
    judge = Sidecars(tmp_path / "root", lambda file, data: read.append(file) or [], TODAY, pytest.fail)  # type: ignore[func-returns-value]
    held(judge, name=str(tmp_path / "other" / "docs" / "a.txt"))
    assert read == [tmp_path / "other" / "docs" / SIDECAR]


def test_the_nearest_sidecar_tells_the_reason_and_both_are_used() -> None:
    near = entry(rules=("term",), text="D1", base=str(Path("docs").absolute()), reason="近")
    far = entry(rules=("term",), text="D1", reason="远")
    Path("docs").mkdir()
    for folder in (Path("docs"), Path()):
        Path(folder, SIDECAR).touch()
    judge = Sidecars(Path(), lambda file, data: [near if "docs" in str(file.parent.name) else far], TODAY, pytest.fail)
    assert held(judge) == [("D1", "近")]
    assert notes(judge) == []


def test_a_sidecar_that_cannot_be_opened_is_told_once_and_holds_nothing() -> None:
    Path("docs", SIDECAR).mkdir(parents=True)
    told: list[str] = []
    judge = Sidecars(Path(), lambda file, data: [], TODAY, told.append)
    assert held(judge) == held(judge) == []
    assert told == [f"docs/{SIDECAR}: cannot be read: is a directory"]


def test_a_sidecar_is_read_once_and_its_faults_are_told() -> None:
    read: list[Path] = []
    told: list[str] = []
    Path("docs").mkdir()
    Path("docs", SIDECAR).touch()

    def broken(file: Path, data: bytes) -> list[Entry]:
        read.append(file)
        raise ConfigError([f"{file.name}:1: one", f"{file.name}:2: two"])

    judge = Sidecars(Path(), broken, TODAY, told.append)
    assert held(judge) == held(judge, name="docs/b.txt") == []
    assert len(read) == 1
    assert told == [f"{SIDECAR}:1: one", f"{SIDECAR}:2: two"]


def marked(text: str, require_reason: bool = False) -> tuple[Judged, list[str]]:
    """What the comments of a Markdown document hold, and what is noted of them."""
    judge = Comments(require_reason, TODAY)
    return held(judge, text, "docs/a.md"), notes(judge)


def test_a_comment_alone_holds_for_the_next_line_of_text() -> None:
    text = "D1\n<!-- plan-lint: ignore[term] -- 原文如此 -->\n\nD2 D3\nD4\n"
    assert marked(text) == ([("D2", "原文如此"), ("D3", "原文如此")], [])


def test_a_comment_behind_text_holds_for_its_line() -> None:
    assert marked("D1\nD2 <!-- plan-lint: ignore[garbling] -- 原文 -->\nD3\n") == ([("D2", "原文")], [])


def test_comments_above_one_another_hold_for_the_same_line() -> None:
    text = "<!-- plan-lint: ignore[other] -->\n<!-- plan-lint: ignore[term] -->\nD1\nD2"
    assert marked(text) == ([("D1", "")], ["1: this comment holds nothing any more; take it away"])


def test_a_comment_may_hold_for_the_whole_document() -> None:
    assert marked("D1\n<!-- plan-lint: ignore-file[term] -->\nD2\n")[0] == [("D1", ""), ("D2", "")]


def test_a_comment_may_hold_up_to_another() -> None:
    text = "D1\n<!-- plan-lint: ignore-start[term] -->\nD2\n\nD3\n<!-- plan-lint: ignore-end -->\nD4"
    assert marked(text) == ([("D2", ""), ("D3", "")], [])


def test_stretches_may_overlap_and_end_by_name() -> None:
    text = (
        "<!-- plan-lint: ignore-start[term] -->\nD1\n<!-- plan-lint: ignore-start[other] -- 因 -->\nD2\n"
        "<!-- plan-lint: ignore-end[term] -->\nD3\n<!-- plan-lint: ignore-end -->\nD4\n"
    )
    assert marked(text) == ([("D1", ""), ("D2", "")], ["3: this comment holds nothing any more; take it away"])
    assert marked("<!-- plan-lint: ignore-end[term] -->")[1] == ["1: ignore-end without an ignore-start before it"]


@pytest.mark.parametrize("until", ["(until 2026-06-01)", "（until 2026-06-01）", "(until  2027-01-31 )"])
def test_a_comment_may_say_until_when(until: str) -> None:
    assert marked(f"<!-- plan-lint: ignore[term] -- 待核{until} -->\nD1") == ([("D1", "待核")], [])


def test_a_last_day_is_no_reason() -> None:
    found, told = marked("<!-- plan-lint: ignore[term] -- (until 2027-01-31) -->\nD1", require_reason=True)
    assert found == []
    assert "needs a reason" in told[0]


def test_a_comment_may_go_on_over_lines() -> None:
    text = "<!-- plan-lint:\n  ignore[term, other]\n  -- 原文\n  如此\n-->\nD1\n"
    assert marked(text) == ([("D1", "原文 如此")], [])


@pytest.mark.parametrize("fence", ["```", "~~~~", "  ```"])
def test_a_comment_in_a_fenced_block_is_an_example(fence: str) -> None:
    example = f"{fence}html\n<!-- plan-lint: ignore-file -->\n<!-- plan-lint: ignor -->\n{fence}\n"
    assert marked(example + "D1\n<!-- plan-lint: ignore[term] -->\nD2") == ([("D2", "")], [])


def test_code_in_a_line_opens_no_block() -> None:
    assert marked("```D0```\n<!-- plan-lint: ignore[term] -->\nD1") == ([("D1", "")], [])


def test_a_comment_that_is_never_closed_hides_nothing() -> None:
    assert marked("<!-- plan-lint: ignore[term] D1\nD2")[0] == []


def test_what_a_comment_held_before_a_repair_counts_no_more() -> None:
    judge = Comments(today=TODAY)
    text = "<!-- plan-lint: ignore[term] -->\nD1\n"
    assert held(judge, text, "a.md") == [("D1", "")]
    assert notes(judge) == []
    held(judge, text.replace("D1", "党建"), "a.md")
    assert notes(judge) == ["1: this comment holds nothing any more; take it away"]
    held(judge, "党建\n", "a.md")
    assert notes(judge) == []


def test_a_long_comment_is_read_at_once() -> None:
    assert marked("<!-- plan-lint: ignore" + " " * 1900 + "x -->\nD1")[0] == []
    marked("<!-- plan-lint: ignore" * 20_000)


def test_what_is_found_in_a_comment_of_ours_never_counts() -> None:
    assert marked("<!-- plan-lint: ignore[other] -- D1 -->\n")[0] == [("D1", "")]
    assert marked("<!-- D1 -->\n")[0] == []


def test_other_documents_have_no_comments() -> None:
    assert held(Comments(), "<!-- plan-lint: ignore[term] -->\nD1\n", "docs/a.txt") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!-- plan-lint: ignore -->\nD1", "1: this comment names no rule"),
        ("\n<!-- plan-lint: ignor[term] -->\nD1", "2: unknown word 'ignor'; did you mean 'ignore'?"),
        ("<!-- plan-lint ignore[term] -->\nD1", "1: no comment that plan-lint understands; write <!--"),
        ("<!-- plan-lint: ignore-start[term] -->\nD1", "1: ignore-start without an ignore-end"),
        ("D1\n<!-- plan-lint: ignore-end -->", "2: ignore-end without an ignore-start"),
        ("<!-- plan-lint: ignore[term] -->\n一", "1: this comment holds nothing any more"),
        ("D1\n\n<!-- plan-lint: ignore[term] -->", "3: this comment holds nothing any more"),
        ("<!-- plan-lint: ignore[all] -->\nD1", "1: this comment names no rule"),
        ("<!-- plan-lint: ignore[term] -- 原文\nD1", "1: this comment is never closed; write <!--"),
        ("<!-- plan-lint: ignore[term] -- 因 (until 2026-05-31) -->\nD1", "1: this comment expired on 2026-05-31"),
        ("<!-- plan-lint: ignore[term] -- 因 (until May) -->\nD1", "1: 'May' is no date such as 2027-01-31"),
    ],
)
def test_what_is_wrong_with_a_comment_is_noted(text: str, said: str) -> None:
    told = marked(text)[1]
    assert [note.startswith(said) for note in told] == [True], told


def test_where_a_reason_is_obligatory_a_comment_without_one_holds_nothing() -> None:
    found, told = marked("<!-- plan-lint: ignore[term] -->\nD1", require_reason=True)
    assert found == []
    assert told[0].startswith("1: an ignoring comment needs a reason here")
    assert marked("<!-- plan-lint: ignore[term] -- 原文 -->\nD1", require_reason=True)[0] == [("D1", "原文")]


@given(
    st.lists(
        st.sampled_from(["<!--", "-->", " plan-lint:", " ignore", "[term]", "-start", "-end", "\n", "D1", " -- 因 "])
    )
)
def test_any_text_can_be_read(pieces: list[str]) -> None:
    marked("".join(pieces))


def test_a_note_says_where_it_is_written() -> None:
    judge = entries(text="D1")
    held(judge)
    assert [(note.file, note.line) for note in judge.notes(lambda entry: True)] == [("plan-lint.yaml", 3)]
    assert Note("a", 1, "b").reason == "b"
