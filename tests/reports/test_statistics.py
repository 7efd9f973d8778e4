"""`--statistics`: tables by rule, pack and file."""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len
from showing import result, unreadable

from lint.checks.existence import Existence
from lint.findings import Severity
from lint.reports.statistics import Statistics
from lint.rules import Bad, Examples, Good, Rule
from lint.session import Result, Trouble

TEXT = "全面落实甲工作。\n抓好乙工作。\n"


def lines(*results: Result, most: int = 40) -> list[str]:
    statistics = Statistics()
    for one in results:
        statistics.add(one)
    return list(statistics.lines(most))


def test_tables_count_findings_files_shares_and_what_can_be_repaired() -> None:
    assert lines(
        result(TEXT, "甲", "乙", rule="often", new="丙"),
        result(TEXT, "甲", file="文件/乙.txt", rule="often", suppressed=("乙",)),
        result(TEXT, "甲", file="文件/乙.txt", rule="rare", pack="others"),
        result(TEXT, file="c.txt"),
        unreadable(),
    ) == [
        "rule   findings  files  of all files  fixable",
        "often         3      2         50.0%        2",
        "rare          1      1         25.0%        0",
        "",
        "pack    findings  files  of all files  fixable",
        "marks          3      2         50.0%        2",
        "others         1      1         25.0%        0",
        "",
        "file         findings  fixable",
        "a.txt               2        2",
        "文件/乙.txt         2        0",
    ]


def test_columns_are_aligned_by_cells() -> None:
    shown = lines(*(result(TEXT, "甲", file=file) for file in ("a.txt", "文件.txt", "\x1b[2J.txt", "长" * 99 + ".txt")))
    table = shown[shown.index("") :]
    files = table[table.index("", 1) + 1 :]
    assert len({cell_len(line) for line in files}) == 1
    assert any(line.startswith("…长") and "长.txt" in line for line in files)
    assert any(line.startswith("<U+001B>[2J.txt") for line in files)


def test_a_long_table_says_how_much_was_left_out() -> None:
    shown = lines(*(result(TEXT, "甲", "乙", file=f"{number}.txt", rule=f"r{number}") for number in range(5)), most=3)
    assert shown[4] == "… and 2 more rules with 4 findings"
    assert shown[-1] == "… and 2 more files with 4 findings"
    assert len(shown) == 5 + 1 + 2 + 1 + 5


def test_nothing_found_is_a_sentence() -> None:
    assert lines(result(TEXT, suppressed=("甲",))) == ["No findings in 1 file."]


def test_show_writes_a_line_at_a_time() -> None:
    written: list[str] = []
    statistics = Statistics()
    statistics.add(result(TEXT))
    statistics.show(written.append)
    assert written == ["No findings in 1 file.\n"]


RULE = Rule(
    "own", Severity.ERROR, "不应出现", "测试", Existence("existence", tokens=("禁词",)),
    Examples((Good("无"),), (Bad("⟦禁词⟧"),)),
)  # fmt: skip


def advised(*results: Result, rules: tuple[Rule, ...] = (RULE,), builtin: tuple[str, ...] = ()) -> list[str]:
    statistics = Statistics()
    for one in results:
        statistics.add(one)
    return list(statistics.advice(rules, builtin))


def test_a_large_run_tells_of_a_rule_that_never_fired() -> None:
    (line,) = advised(*[result(TEXT)] * 100)
    assert line.startswith("own: advice: never fired in 100 documents")


def test_what_is_suppressed_has_fired() -> None:
    assert advised(*[result(TEXT)] * 99, result(TEXT, suppressed=("甲",), rule="own")) == []


def test_a_rule_that_failed_somewhere_is_not_judged() -> None:
    failed = replace(result(TEXT), troubles=(Trouble("a.txt", "crashed", rule="own"),))
    assert advised(*[result(TEXT)] * 99, failed) == []


def test_empty_and_unreadable_files_are_no_documents() -> None:
    assert advised(*[result(TEXT)] * 99, result("\n"), unreadable()) == []


def test_built_in_rules_that_never_fired_are_one_line() -> None:
    assert advised(*[result(TEXT)] * 100, builtin=("own",)) == ["1 built-in rule never fired in 100 documents."]
