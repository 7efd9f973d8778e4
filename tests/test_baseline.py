"""A baseline knows old findings again, wherever they have gone, and never takes a new one for an old one."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.baseline import Baseline, BaselineError, Entry
from lint.findings import Finding, Severity
from lint.text import Source

TODAY = date(2026, 6, 1)
LINES = ["推进D建工作，年底以前完成。", "抓好招生，落实责任。", "加强D建，D建引领。", "改善办学条件。"]
TEXT = "\n".join(LINES)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def findings(source: Source, rule: str = "term") -> list[Finding]:
    return [
        Finding(
            source.path, rule, "p", Severity.ERROR, "m", match[0], source.position(match.start()),
            source.position(match.end()),
        )
        for match in re.finditer("D建", source.text)
    ]  # fmt: skip


def new(baseline: Baseline, text: str, name: str = "a.txt") -> list[int]:
    """The lines of the findings that count."""
    source = Source(name, text)
    found = findings(source)
    return [f.start.line for f, why in zip(found, baseline.judge(source, found), strict=True) if why is None]


def made(text: str = TEXT, name: str = "a.txt") -> Baseline:
    """A baseline of a document, written and read again; the document is there."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")
    baseline = Baseline(Path("base.json"), today=TODAY)
    new(baseline, text, name)
    baseline.renewed().write()
    return read()


def read() -> Baseline:
    baseline = Baseline.read(Path("base.json"))
    return Baseline(baseline.path, baseline.entries, TODAY)


def change(**values: str) -> Baseline:
    """The baseline with these values in every entry."""
    told = json.loads(Path("base.json").read_text(encoding="utf-8"))
    for entry in told["entries"]:
        entry.update(values)
    Path("base.json").write_text(json.dumps(told), encoding="utf-8")
    return read()


def test_what_was_found_before_does_not_count() -> None:
    assert new(made(), TEXT) == []


def test_without_a_baseline_everything_counts() -> None:
    assert new(read(), TEXT) == [1, 3, 3]


def test_edits_above_do_not_matter() -> None:
    assert new(made(), "新的一行\n\n另一行\n" + TEXT) == []


def test_blanks_and_line_ends_do_not_matter() -> None:
    assert new(made(), "\r\n".join("\u3000\u3000" + line for line in LINES)) == []


@given(st.permutations(LINES))
@settings(max_examples=24)
def test_paragraphs_may_change_places(lines: list[str]) -> None:
    Path("base.json").unlink(missing_ok=True)
    assert new(made(), "\n".join(lines)) == []


def test_a_second_finding_just_like_an_old_one_is_new() -> None:
    assert new(made(), TEXT + "\n" + LINES[0]) == [5]


def test_an_old_finding_with_other_words_around_it_is_new() -> None:
    assert new(made(), TEXT.replace("推进D建工作", "抓实D建事业")) == [1]


def test_a_finding_of_another_file_is_new() -> None:
    assert new(made(), TEXT, "b.txt") == [1, 3, 3]


def test_a_renamed_file_keeps_its_old_findings() -> None:
    made()
    Path("d").mkdir()
    Path("a.txt").rename("d/b.txt")
    baseline = read()
    assert new(baseline, TEXT, "d/b.txt") == []
    assert new(baseline, TEXT, "d/b.txt") == []  # asked again, as after a repair
    assert new(baseline, TEXT, "c.txt") == [1, 3, 3]  # each claim is claimed once


def test_the_order_of_files_decides_who_claims() -> None:
    made()
    Path("a.txt").unlink()
    baseline = read()
    assert new(baseline, LINES[0], "b.txt") == []
    assert new(baseline, TEXT, "c.txt") == [1]


def test_a_pruned_baseline_names_a_renamed_file_by_its_new_name() -> None:
    made()
    Path("a.txt").rename("b.txt")
    change(reason="原文如此", expires="2027-01-31").write()
    baseline = read()
    new(baseline, LINES[2], "b.txt")
    baseline.pruned().write()
    assert [(e.file, e.reason, e.expires) for e in read().entries] == [("b.txt", "原文如此", "2027-01-31")] * 2


def test_a_file_that_is_there_shares_its_entries_with_no_copy() -> None:
    assert new(made(), TEXT, "b.txt") == [1, 3, 3]


def test_standard_input_has_the_entries_of_the_file_it_is_named_after() -> None:
    made()
    Path("a.txt").unlink()
    baseline = read()
    assert new(baseline, TEXT + "\n" + LINES[0]) == [5]
    assert new(baseline, TEXT, "b.txt") == [1, 3, 3]


def test_a_file_is_the_same_however_it_is_named() -> None:
    assert new(made(name="d/a.txt"), TEXT, str(Path("d/a.txt").absolute())) == []
    assert json.loads(Path("base.json").read_text(encoding="utf-8"))["entries"][0]["file"] == "d/a.txt"


def test_a_file_is_the_same_by_way_of_a_link(tmp_path: Path) -> None:
    made(name="d/a.txt")
    other = tmp_path / "elsewhere"
    other.symlink_to(tmp_path, target_is_directory=True)
    baseline = Baseline(other / "base.json", read().entries, TODAY)
    assert new(baseline, TEXT, "d/a.txt") == []
    assert [entry.file for entry in baseline.renewed().entries] == ["d/a.txt"] * 3


def test_a_folder_that_leads_elsewhere_is_named_as_it_is_here(tmp_path_factory: pytest.TempPathFactory) -> None:
    Path("d").symlink_to(tmp_path_factory.mktemp("far"), target_is_directory=True)
    assert [entry.file for entry in made(name="d/a.txt").entries] == ["d/a.txt"] * 3


@pytest.mark.parametrize("name", ["-a.txt", "a\nb.txt", 'a"b\u2028.txt', "计划 .txt", os.fsdecode(b"\xff.txt")])
def test_a_file_may_be_called_anything(name: str) -> None:
    if os.name == "nt":
        pytest.skip("such names are not allowed there")
    assert new(made(name=name), TEXT, name) == []
    Path("base.json").read_text(encoding="utf-8")


def test_an_entry_stands_on_a_line_of_its_own_in_a_fixed_order() -> None:
    made()
    lines = Path("base.json").read_text(encoding="utf-8").splitlines()
    assert lines[0] == '{"version": 1,'
    assert len(lines) == 2 + 3 + 1
    assert lines[2:5] == sorted(lines[2:5])
    made()
    assert Path("base.json").read_text(encoding="utf-8").splitlines() == lines


def test_reason_and_last_day_stay_when_it_is_written_anew() -> None:
    made()
    baseline = change(reason="原文如此", expires="2027-01-31")
    source = Source("a.txt", TEXT)
    assert {why.reason for why in baseline.judge(source, findings(source)) if why} == {"原文如此"}
    baseline.renewed().write()
    assert {(entry.reason, entry.expires) for entry in read().entries} == {("原文如此", "2027-01-31")}


def test_an_expired_entry_holds_no_more_and_is_kept_as_long_as_it_is_found() -> None:
    made()
    baseline = change(expires="2026-05-31", reason="待核")
    assert new(baseline, TEXT) == [1, 3, 3]
    assert len(baseline.expired()) == 3
    assert baseline.stale() == []
    assert {(entry.reason, entry.expires) for entry in baseline.renewed().entries} == {("待核", "2026-05-31")}
    assert len(baseline.pruned().entries) == 3


def test_an_expired_entry_that_is_found_no_more_is_stale() -> None:
    made()
    baseline = change(expires="2026-05-31")
    new(baseline, LINES[0])
    assert (len(baseline.expired()), len(baseline.stale()), len(baseline.pruned().entries)) == (1, 2, 1)


def test_an_entry_that_holds_comes_before_one_that_has_expired() -> None:
    made(LINES[0])
    entry = read().entries[0]
    baseline = Baseline(Path("base.json"), (replace(entry, expires="2026-05-31"), entry), TODAY)
    assert new(baseline, LINES[0]) == []
    assert [one.expires for one in baseline.stale()] == ["2026-05-31"]


def test_what_matches_nothing_any_more_is_stale_and_can_be_pruned() -> None:
    baseline = made()
    new(baseline, LINES[0])
    assert [entry.text for entry in baseline.stale()] == ["D建", "D建"]
    baseline.pruned().write()
    assert len(read().entries) == 1


def test_files_that_were_not_looked_at_are_left_alone() -> None:
    made()
    other = Baseline(Path("base.json"), read().entries, TODAY)
    Path("b.txt").write_text(TEXT, encoding="utf-8")
    new(other, LINES[0], "b.txt")
    assert other.stale() == []
    other.renewed().write()
    assert sorted(entry.file for entry in read().entries) == ["a.txt"] * 3 + ["b.txt"]


def test_entries_of_a_file_that_is_gone_are_stale() -> None:
    made()
    Path("a.txt").unlink()
    baseline = read()
    assert len(baseline.stale()) == 3
    assert baseline.renewed().entries == ()


def test_rules_that_did_not_run_keep_their_entries() -> None:
    baseline = made()
    baseline.judge(Source("a.txt", TEXT), [])
    assert baseline.stale({"other"}) == []
    assert len(baseline.stale({"term"})) == 3
    assert len(baseline.renewed({"other"}).entries) == len(baseline.pruned({"other"}).entries) == 3


GOOD = {"file": "a.txt", "rule": "term", "fingerprint": "0" * 32}


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (1, "must be a map"),
        ({**GOOD, "line": 3}, "unknown key 'line'; allowed: file, rule, fingerprint, text, reason, expires"),
        ({**GOOD, "rule": 3}, "'rule' must be a text"),
        ({"file": "a"}, "'rule' is missing"),
        ({**GOOD, "fingerprint": ""}, "'fingerprint' is missing"),
        ({**GOOD, "expires": "soon"}, "'soon' is no date such as 2027-01-31; mend it, or delete it and use --write-"),
    ],
)
@pytest.mark.parametrize(("indent", "line"), [(None, 1), (1, 9)])
def test_a_broken_entry_is_told_with_its_line(entry: object, said: str, indent: int | None, line: int) -> None:
    told = json.dumps({"version": 1, "entries": [GOOD, entry, GOOD]}, indent=indent)
    Path("base.json").write_text(told, encoding="utf-8-sig")
    with pytest.raises(BaselineError, match=re.escape(f"base.json:{line}: entry 2: {said}")):
        read()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "base.json:1: not JSON"),
        (b'{"version": 1,\n "entries": [}', "base.json:2: not JSON"),
        (b'{"version": 1,\n<<<<<<< HEAD\n', "base.json:2: not JSON"),
        (b"\xff\xfe\x00", "base.json: not UTF-8"),
        (b"[]", "base.json: no baseline of version 1"),
        (b'{"version": 2, "entries": []}', "base.json: of version 2, and this plan-lint reads version 1; update it"),
        (b'{"version": 1}', "base.json: no baseline of version 1"),
        (b'{"version": 1, "entries": {}}', "base.json: no baseline of version 1"),
        (b"[" * 100_000, "base.json: no baseline of version 1"),
        (b"9" * 100_000, "base.json: no baseline of version 1"),
        (b'{"version": 1, "entries": [1], "entries": [{}, {}]}', "base.json:1: entry 1: 'file' is missing"),
    ],
)
def test_what_is_no_baseline_is_told(content: bytes, said: str) -> None:
    Path("base.json").write_bytes(content)
    with pytest.raises(BaselineError, match=re.escape(said)):
        read()


def test_a_baseline_that_cannot_be_read_is_told() -> None:
    Path("base.json").mkdir()
    with pytest.raises(BaselineError, match="cannot be read: is a directory"):
        read()


def test_a_baseline_that_cannot_be_written_is_told() -> None:
    with pytest.raises(BaselineError, match="cannot be written: no such file"):
        Baseline(Path("nowhere/base.json")).write()


def test_a_baseline_is_written_through_a_link_and_keeps_its_mode() -> None:
    made()
    Path("base.json").rename("real.json")
    Path("real.json").chmod(0o640)
    Path("base.json").symlink_to("real.json")
    Baseline(Path("base.json")).write()
    assert Path("base.json").is_symlink()
    assert Path("real.json").stat().st_mode & 0o777 == 0o640
    assert Path("real.json").read_text(encoding="utf-8") == '{"version": 1,\n "entries": []}\n'


@given(st.lists(st.sampled_from(LINES)), st.lists(st.sampled_from(LINES)))
def test_as_many_findings_are_old_as_there_were(before: list[str], now: list[str]) -> None:
    Path("base.json").unlink(missing_ok=True)
    baseline = made("\n".join(before))
    counted = Counter(line for line in new(baseline, "\n".join(now)))
    more = Counter(now) - Counter(before)
    assert sum(counted.values()) == sum(line.count("D建") * count for line, count in more.items())
    again = baseline.renewed()
    assert new(again, "\n".join(now)) == []
    assert again.stale() == []


Versions = st.lists(st.lists(st.sampled_from(LINES)).map("\n".join), min_size=1)


@given(st.dictionaries(st.sampled_from(["a.txt", "b.txt", "gone.txt"]), Versions))
def test_what_is_asked_last_of_a_file_is_what_counts(asked: dict[str, list[str]]) -> None:
    """A file that is repaired is asked about several times before the next one."""
    Path("base.json").unlink(missing_ok=True)
    made(TEXT)
    made(TEXT, "gone.txt")
    Path("gone.txt").unlink()
    often, once = read(), read()
    for name, versions in asked.items():
        assert [new(often, text, name) for text in versions][-1] == new(once, versions[-1], name)
    assert Counter(often.stale()) == Counter(once.stale())
    assert Counter(often.renewed().entries) == Counter(once.renewed().entries)


@given(st.lists(st.builds(Entry, st.text(min_size=1), st.text(min_size=1), st.text(min_size=1), st.text(), st.text())))
@settings(max_examples=30)
def test_whatever_is_written_can_be_read(entries: list[Entry]) -> None:
    Baseline(Path("base.json"), tuple(entries), TODAY).write()
    assert sorted(read().entries, key=lambda entry: entry.order) == sorted(entries, key=lambda entry: entry.order)
