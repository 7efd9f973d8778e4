"""The benchmark of mutations: what each kind makes of a text, how outcomes are judged, and how many faults are found.

In expected texts ▸ stands where a reader would point.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner

from benchmarks import mutations, trials
from benchmarks.mutants import Change, LeftOut, Mutant
from benchmarks.mutating import numbered
from benchmarks.sequences import Item, items
from benchmarks.trials import KINDS, judged
from lint.document import Document
from lint.engine import Engine
from lint.findings import Finding, Severity
from lint.text import Position, Source, Span

SEEDS = Path(__file__).parent.parent / "seeds"
BAR = 0.97  # of the faults put into the seeds; every betterment of the numbering raises it, up to 0.95
LIST = "一、目标\n甲\n二、任务\n乙\n三、保障\n丙\n"
PARENS = "（一）招生\n（二）升学\n（三）就业\n"
RUNNING = "一、教学\n1.备课\n2.上课\n二、安全\n3.演练\n4.排查\n"


@pytest.fixture(scope="module")
def structure() -> Engine:
    return trials.ready()


def usable(text: str, faulty: frozenset[int] = frozenset()) -> list[Item]:
    return list(items(text, Document(Source("test.txt", text)).outline.sections, faulty))


def outcomes(kind: str, text: str, marker: str) -> set[str]:
    """Every text that a kind of mutation may make, or why it makes none."""
    item = next(item for item in usable(text) if item.marker == marker)
    return {_shown(KINDS[kind](item, Random(seed))) for seed in range(40)}


def _shown(mutant: Mutant | LeftOut | None) -> str:
    if not isinstance(mutant, Mutant):
        return mutant.reason if mutant else ""
    text = mutant.text
    for offset in reversed(mutant.expected):
        text = f"{text[:offset]}▸{text[offset:]}"
    return text


@pytest.mark.parametrize(
    ("kind", "text", "marker", "expected"),
    [
        ("delete", LIST, "二、", "一、目标\n甲\n乙\n▸三、保障\n丙\n"),
        ("delete", LIST, "一、", "甲\n▸二、任务\n乙\n三、保障\n丙\n"),
        ("delete", RUNNING, "2.", "一、教学\n1.备课\n二、安全\n▸3.演练\n4.排查\n"),
        ("delete-section", LIST, "二、", "一、目标\n甲\n▸三、保障\n丙\n"),
        ("delete-marker", LIST, "二、", "一、目标\n甲\n▸任务\n乙\n▸三、保障\n丙\n"),
        ("duplicate", LIST, "二、", "一、目标\n甲\n二、任务\n▸二、任务\n乙\n三、保障\n丙\n"),
        ("duplicate-ordinal", LIST, "三、", "一、目标\n甲\n二、任务\n乙\n▸二、保障\n丙\n"),
        ("duplicate-ordinal", LIST, "二、", "一、目标\n甲\n▸一、任务\n乙\n▸三、保障\n丙\n"),
        ("swap", LIST, "一、", "▸二、目标\n甲\n▸一、任务\n乙\n三、保障\n丙\n"),
        ("swap-sections", LIST, "一、", "▸二、任务\n乙\n▸一、目标\n甲\n三、保障\n丙\n"),
        ("swap-sections", "# 一、甲\n1.子\n2.丑\n# 二、乙\n", "1.", "# 一、甲\n▸2.丑\n▸1.子\n# 二、乙\n"),
        ("glue", LIST, "二、", "一、目标\n甲▸二、任务\n乙\n三、保障\n丙\n"),
        ("separator-lost", LIST, "二、", "一、目标\n甲\n▸二任务\n乙\n三、保障\n丙\n"),
        ("numeral-lost", LIST, "二、", "一、目标\n甲\n▸、任务\n乙\n三、保障\n丙\n"),
        ("numeral-lost", PARENS, "（二）", "（一）招生\n▸（）升学\n（三）就业\n"),
        ("split", PARENS, "（二）", "（一）招生\n（二\n）升学\n（三）就业\n"),
    ],
)
def test_a_fault_is_put_into_one_place(kind: str, text: str, marker: str, expected: str) -> None:
    assert outcomes(kind, text, marker) == {expected}


@pytest.mark.parametrize(
    ("kind", "text", "marker", "shapes"),
    [
        ("renumber", LIST, "二、", "一、 四、 五、 六、 七、"),
        ("renumber", LIST, "三、", "二、 五、 六、 七、 八、"),
        ("separator-wrong", LIST, "二、", "二. 二, 二，"),
        ("separator-wrong", PARENS, "（二）", "（二）、"),
        ("bracket-lost", PARENS, "（二）", "（二 二）"),
        ("bracket-other", PARENS, "（二）", "【二） （二】 （二」 【二】"),
    ],
)
def test_a_marker_is_spoilt_in_each_of_its_ways(kind: str, text: str, marker: str, shapes: str) -> None:
    after = "三" if kind == "renumber" and marker == "二、" else "无"
    expected = {text.replace(marker, f"▸{shape}").replace(f"\n{after}、", f"\n▸{after}、") for shape in shapes.split()}
    assert outcomes(kind, text, marker) == expected


def test_a_numeral_of_two_digits_gets_a_blank_inside() -> None:
    text = "".join(f"{n}.甲\n" for n in range(1, 12))
    assert outcomes("numeral-spaced", text, "10.") == {text.replace("10.", "▸1 0.")}
    assert outcomes("numeral-spaced", text, "9.") == {""}


@pytest.mark.parametrize(
    ("kind", "text", "marker", "reason"),
    [
        ("delete", LIST, "三、", "nothing follows"),
        ("delete", "1.甲\n", "1.", "a list of one"),
        ("delete", "一、教学\n1.备课\n二、安全\n1.演练\n2.排查\n", "2.", "nothing follows"),
        ("delete-section", RUNNING, "一、", "count on through several sections"),
        ("swap-sections", RUNNING, "一、", "count on through several sections"),
        ("swap", LIST, "三、", "no sibling after"),
        ("duplicate-ordinal", LIST, "一、", "no sibling before"),
        ("duplicate-ordinal", "1.甲\n2.乙\n", "2.", "begin a list anew"),
        ("glue", "附件：\n1.甲\n2.乙\n", "1.", "behind a colon"),
        ("glue", "1.甲\n共20\n2.乙\n", "2.", "digits run together"),
        ("separator-lost", "1.甲\n2.2026年\n3.丙\n", "2.", "digits run together"),
        ("separator-lost", "一、语文\n二、数学\n三、年级\n", "三、", "counts what follows"),
        ("separator-wrong", "一. 甲\n二、乙\n（一）、丙\n（二）丁\n", "（二）", "a habit"),
    ],
)
def test_what_no_reader_could_see_is_left_out(kind: str, text: str, marker: str, reason: str) -> None:
    assert all(reason in told for told in outcomes(kind, text, marker))


def test_the_first_of_a_list_goes_unseen_behind_a_list_of_one() -> None:
    second = [item for item in usable("一、教学\n1.备课\n二、安全\n1.演练\n2.排查\n") if item.marker == "1."][1]
    assert "reads as the end of the list before" in _shown(KINDS["delete"](second, Random(0)))


@pytest.mark.parametrize(
    ("marker", "ordinal", "expected"),
    [
        ("第三章", 12, "第十二章"), ("（１０）", 9, "（９）"), ("07.", 8, "08."), ("③", 4, "④"), ("③", 40, None),
        ("(十一)", 10, "(十)"),
    ],
)  # fmt: skip
def test_another_number_is_written_in_the_style_of_the_marker(marker: str, ordinal: int, expected: str | None) -> None:
    assert numbered(marker, ordinal) == expected


def test_only_sequences_without_a_fault_are_used() -> None:
    text = "一、甲\n1.子\n2.丑\n二、乙\n1.寅\n3.卯\n三、丙\n"
    assert [item.marker for item in usable(text)] == ["一、", "二、", "三、", "1.", "2."]
    assert [item.marker for item in usable(text, frozenset({0}))] == ["1.", "2."]


def test_numbers_that_run_on_are_one_sequence() -> None:
    third = next(item for item in usable(RUNNING) if item.marker == "3.")
    assert third.before is not None
    assert (third.before.marker.ordinal, len(third.siblings)) == (2, 4)


def test_findings_move_with_the_text_they_speak_of() -> None:
    mutant = Mutant(
        "甲乙丙丁", (Change(Span(0, 1), Span(2, 3)), Change(Span(2, 3), ""), Change(Span(4, 4), "戊")), (2,)
    )
    assert (mutant.text, mutant.expected) == ("丙乙丁戊", (2,))
    assert [list(mutant.places(offset)) for offset in range(4)] == [[], [1], [0], [2]]


def finding(line: int) -> Finding:
    place = Position(0, line, 1)
    return Finding("test.txt", "numbering-gap", "structure", Severity.ERROR, "", "", place, place)


def test_an_outcome_is_judged_by_number_and_place_of_the_new_findings() -> None:
    assert [judged([finding(n) for n in lines], {3}) for lines in ([3], [4], [3, 4], [])] == [
        "found", "elsewhere", "cascade", "missed",
    ]  # fmt: skip
    assert (judged([], set()), judged([finding(3)], set())) == ("found", "elsewhere")


def test_the_faults_put_into_the_seeds_are_found(structure: Engine) -> None:
    tally = trials.run(structure, sorted(SEEDS.glob("*.txt")), KINDS, most=10)
    found = sum(trial.outcome == "found" for trial in tally.trials)
    assert {trial.kind for trial in tally.trials} == set(KINDS)
    assert found >= BAR * len(tally.trials)


def test_the_command_reports_for_people_and_for_programs(tmp_path: Path) -> None:
    document = tmp_path / "plan.txt"
    document.write_text(LIST, encoding="utf-8")
    asked = [str(document), "--kind", "delete", "--kind", "numeral-lost", "--show", "elsewhere"]
    told = json.loads(CliRunner().invoke(mutations.command, [*asked, "--json"]).stdout)
    assert (told["documents"], told["headings"], told["overall"]["trials"]) == (1, 3, 5)
    assert told["left-out"] == [
        {"kind": "delete", "reason": "the last of its list goes: nothing follows it", "faults": 1}
    ]
    shown = CliRunner().invoke(mutations.command, asked)
    assert (shown.exit_code, "100.0%" in shown.stdout) == (0, True)
    assert CliRunner().invoke(mutations.command, [str(tmp_path / "none.txt")]).exit_code == 2
