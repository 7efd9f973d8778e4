"""The benchmark of speed: what it makes, and that it measures it all or says why not; never how fast anything is."""

from __future__ import annotations

import json
import re
import shutil
import sys
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks.speed import __main__ as command
from benchmarks.speed import packs as user_packs
from benchmarks.speed import peers, plain, processes
from benchmarks.speed.measures import Bench, Row, of, row
from benchmarks.speed.peers import Missing, Peer
from benchmarks.speed.processes import Command, interleaved
from benchmarks.speed.stock import PLANS, numeral
from benchmarks.speed.table import SECTIONS, figure, table
from benchmarks.speed.table import plain as for_programs
from benchmarks.speed.tool import OPTIONS, Tool
from benchmarks.speed.workloads import FAULTS, Amounts, Maker, Workload
from lint import examples, packs
from lint.engine import Engine
from lint.text import Source

TINY = Amounts(files=3, corpus_mb=0.03, mix=2, lengths=((10_000, 2), (30_000, 1)), rules=(4,), long=1)
# Stands for plan-lint, so that what is measured takes no time.
FAKE = """
import json, sys
if "--help" in sys.argv:
    print("{options}")
elif "--time" in sys.argv:
    print(json.dumps({{"timing": {{"phases": {{"reading": 0.1}}, "rules": {{"a-rule": 0.2, "b-rule": 0.3}}}}}}))
"""


def texts(load: Workload) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in load.files]


def tool(folder: Path, options: str = " ".join(OPTIONS)) -> Tool:
    script = folder / "fake.py"
    script.write_text(FAKE.format(options=options), encoding="utf-8")
    return Tool(folder / "cache", (sys.executable, "-S", str(script)))


def rows(bench: Bench) -> list[Row]:
    return [row for measure in command.MEASURES.values() for row in measure(bench)]


def test_one_seed_makes_the_same_files_of_7_to_25_kilobytes(tmp_path: Path) -> None:
    made = [
        texts(Maker(tmp_path / name, seed).files("files", 6, "dirty")) for name, seed in (("a", 1), ("b", 1), ("c", 2))
    ]
    assert made[0] == made[1] != made[2]
    assert len(set(made[0])) == 6
    assert all(7_000 <= len(text.encode()) <= 25_000 for text in made[0])


def test_more_files_leave_the_first_ones_as_they_are(tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    assert texts(maker.files("files", 2)) == texts(maker.files("files", 4))[:2]


def test_what_is_whole_is_left_and_what_is_not_is_made_anew(tmp_path: Path) -> None:
    file = Maker(tmp_path).files("files", 2).files[0]
    was = file.read_text(encoding="utf-8")
    file.write_text("someone was here", encoding="utf-8")
    assert texts(Maker(tmp_path).files("files", 2))[0] == "someone was here"
    (tmp_path / "texts" / "files.json").unlink()  # as a run leaves it that was cut short
    assert texts(Maker(tmp_path).files("files", 2))[0] == was


def test_a_corpus_and_long_documents_have_the_size_that_was_asked_for(tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    assert 0.1 <= maker.corpus(0.1).megabytes < 0.125
    (long,) = maker.length(120_000, 1).files
    assert 120_000 <= long.stat().st_size < 130_000
    assert "\n第二章 " in long.read_text(encoding="utf-8")


def test_a_document_is_a_plan_with_title_numbered_sections_and_signature(tmp_path: Path) -> None:
    for text in texts(Maker(tmp_path).files("clean", 3, "clean")):
        assert re.match(r".*2026年.*(?:计划|要点|安排|意见)\n\n", text)
        assert re.search(r"\n2026年1月\d+日\n$", text)
        for chapter in re.split(r"^第.章 ", text, flags=re.MULTILINE):
            sections = re.findall(r"^([一二三四五六七八九十]+)、", chapter, re.MULTILINE)
            assert sections == [numeral(number) for number in range(1, len(sections) + 1)]


def test_clean_typical_and_dirty_files_have_few_some_and_many_findings(tmp_path: Path, engine: Engine) -> None:
    maker = Maker(tmp_path)
    found = {}
    for mix in FAULTS:
        sources = [Source("a.txt", text) for text in texts(maker.files(mix, 3, mix))]
        found[mix] = sum(len(engine.lint(source)[0]) for source in sources) / len(sources)
    assert found["clean"] < 1 < found["typical"] < 7 < found["dirty"]


def test_real_texts_are_cut_at_line_ends_and_otherwise_left_as_they_are(tmp_path: Path) -> None:
    maker = Maker(tmp_path, texts=PLANS)
    lines = {line for path in PLANS.glob("*.txt") for line in path.read_text(encoding="utf-8").splitlines()}
    for text in texts(maker.files("files", 3)):
        assert 7_000 <= len(text.encode()) <= 25_000
        assert set(text.splitlines()) <= lines
    assert not set("".join(texts(maker.files("dirty", 3, "dirty"))).splitlines()) <= lines


def test_a_folder_without_texts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "none").mkdir()
    asked = ["--texts", str(tmp_path / "none"), "--only", "lengths", "--work", str(tmp_path / "work")]
    assert command.main(asked) == 2
    assert "no .txt documents here" in capsys.readouterr().err


def test_packs_load_and_their_examples_hold(tmp_path: Path) -> None:
    path = Maker(tmp_path).pack(50)
    ruleset = packs.load((path,), builtin=False)
    assert (len(ruleset.rules), {rule.pack for rule in ruleset.rules}) == (50, {"house-50"})
    assert {rule.check.kind for rule in ruleset.rules} == {"existence", "substitution"}
    assert [outcome for rule in ruleset.rules for outcome in examples.try_rule(rule)] == []


@pytest.mark.parametrize("count", [300, 2_000])
def test_a_pack_has_as_many_different_rules_as_were_asked_for(count: int) -> None:
    told = user_packs.pack(count)
    assert told == user_packs.pack(count)
    whys = re.findall(r"^    why: (.*)$", told, re.MULTILINE)
    assert (told.count("\n  - id: "), len(whys)) == (count, count)
    assert len(set(whys)) > 0.9 * count


def test_numerals_are_written_as_headings_write_them() -> None:
    told = [numeral(number) for number in (1, 10, 12, 20, 34, 100, 103, 110, 870, 1005)]
    assert told == ["一", "十", "十二", "二十", "三十四", "一百", "一百零三", "一百一十", "八百七十", "一千零五"]


def test_what_is_compared_runs_in_turn_and_a_failure_is_told_not_timed() -> None:
    ran: list[str] = []
    good, bad = (
        Command((sys.executable, "-S", "-c", "")),
        Command((sys.executable, "-S", "-c", "raise SystemExit('broken')"), frozenset({0})),
    )
    runs = interleaved({"a": good, "b": good, "c": bad}, runs=2, told=ran.append)
    assert ran == ["a", "b", "c", "a", "b", "a", "b"]
    assert [len(counted) for counted in runs.values()] == [2, 2, 1]
    assert all(run.wall >= run.busy * 0.5 > 0 and run.peak > 1_000_000 for run in runs["a"])
    assert of("s", "m", "s", lambda run: run.wall, runs["c"]) == Row("s", "m", "s", None, note="exit status 1: broken")


def test_a_command_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "LIMIT", 1)
    assert (
        processes.run(Command((sys.executable, "-S", "-c", "import time; time.sleep(9)"))).fault == "ended by signal 9"
    )


def test_a_fresh_command_begins_with_nothing(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    processes.run(Command((sys.executable, "-S", "-c", ""), fresh=tmp_path / "kept"))
    assert not (tmp_path / "kept").exists()


def test_options_that_a_version_lacks_are_left_out(tmp_path: Path) -> None:
    with_all = tool(tmp_path).check(tmp_path, jobs=0, results=tmp_path / "kept", timed=True).argv
    assert all(pair in pairwise(with_all) for pair in (("--jobs", "0"), ("--cache-dir", str(tmp_path / "kept"))))
    assert "--time" in with_all
    assert "--no-cache" not in with_all
    old = tool(tmp_path, "--rules PATH --timeout N")
    assert old.lacking == OPTIONS
    assert not set(OPTIONS).intersection(old.check(tmp_path, jobs=0, results=tmp_path, timed=True).argv)


def test_missing_peers_are_told_and_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert peers.ripgrep(tmp_path, ["党"]) == Missing("rg is not here")
    assert peers.autocorrect(tmp_path) == Missing("npm is not here, which would install it")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert peers.autocorrect(tmp_path, install=False) == Missing(
        "it is not installed yet, and nothing is installed now"
    )


@pytest.mark.skipif(shutil.which("rg") is None, reason="ripgrep is not here")
def test_ripgrep_is_given_the_patterns_that_its_syntax_takes(tmp_path: Path) -> None:
    peer = peers.ripgrep(tmp_path, ["党", "(?P<a>一)(?P=a)", "(?P<a>二)", "(?=三)", "四\\n五", "六\\Z", "(?P<a>七)"])
    assert isinstance(peer, Peer)
    assert peer.note.startswith("3 of 7 patterns")
    assert (tmp_path / "peers" / "patterns.txt").read_text(encoding="utf-8") == "党\n(二)\n(七)\n"


def test_plain_re_looks_for_every_pattern(tmp_path: Path) -> None:
    (tmp_path / "patterns.json").write_text(json.dumps(["^一", "二", "四"]), encoding="utf-8")
    (tmp_path / "a.txt").write_text("一二\n一", encoding="utf-8")
    assert plain.main(tmp_path / "patterns.json", [str(tmp_path / "a.txt")]) == 3


def test_every_section_has_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(peers, "patterns", lambda: ("党", "二十大"))
    made = rows(Bench(tool(tmp_path), Maker(tmp_path), TINY, runs=2))
    assert {row.section for row in made} == set(SECTIONS)
    assert [row.measure for row in made if row.median is None] == ["AutoCorrect", "ripgrep"]
    assert [row.measure for row in made if row.section == "cost of rules"] == ["b-rule", "a-rule"]
    packs_told = {row.measure for row in made if row.section == "cost of packs"}
    assert packs_told == {"all of them", *(rule.pack for rule in packs.load().rules)}
    known = {row.measure for row in made}
    assert {"--version", "five seeds, results kept", "plan-lint's pace ÷ plain re", "dirty files, one process"} <= known
    assert {"2 documents of 10 KB", "30 KB ÷ 10 KB, of a megabyte", "4 user rules, beyond start-up"} <= known


def test_a_version_without_the_options_has_rows_without_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(peers, "patterns", lambda: ("党",))
    bench = Bench(tool(tmp_path, "none"), Maker(tmp_path), TINY, runs=1)
    notes = {row.note for row in rows(bench) if row.median is None}
    assert {f"this version has no {option}" for option in ("--cache-dir", "--jobs", "--time")} <= notes


def test_the_table_shows_medians_ranges_and_notes() -> None:
    made = [
        row("start-up", "one small file", "s", [0.3, 0.1, 0.2]),
        Row("peers", "ripgrep", "MB/s", None, note="left out: rg is not here"),
        *(row("cost of rules", f"rule-{number}", "ms/MB", [number]) for number in range(20)),
    ]
    out = StringIO()
    Console(file=out, width=130).print(table(made))
    told = [" ".join(line.replace("│", " ").split()) for line in out.getvalue().splitlines()]
    assert "one small file 0.200 s 0.100 – 0.300 3" in told
    assert "ripgrep – MB/s [1]" in told
    assert "[1] left out: rg is not here" in told
    assert "and 5 more in the JSON" in told
    assert for_programs({"seed": 0}, made)["rows"][0] == {
        "section": "start-up", "measure": "one small file", "unit": "s", "median": 0.2, "low": 0.1, "high": 0.3,
        "runs": 3, "note": "",
    }  # fmt: skip


def test_figures_have_three_digits_that_count() -> None:
    assert [figure(value) for value in (None, 1234.5, 99.94, 1.0, 0.03456, 0.00012)] == [
        "–", "1,234", "99.9", "1.00", "0.0346", "0.0001",
    ]  # fmt: skip
