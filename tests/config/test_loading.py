"""What several files come to: the nearest wins, maps are merged, what may add up adds up, and origins are known."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from lint.config import KEYS, Config, Entry, Globs, load
from lint.config.values import FORMATS
from lint.findings import Finding, Severity
from lint.reports import FORMATS as SHOWN
from lint.text import Position

BASE = """\
select: [structure, noise]
extend-select: blank-lines
ignore: [pager]
severity: {numbering-gap: error, blank-lines: info}
options:
  missing-title: {except-titled: [附件], at-least: 3}
exclude: drafts/
documents: [{files: laws/, type: law}]
per-file: [{files: a.txt, ignore: noise}]
suppress: [{files: a.txt, reason: 原件如此}]
jobs: 2
baseline: known.json
"""
OWN = """\
extends: house/base.yaml
select: targets
extend-select: [term-variant, blank-lines]
severity:
  numbering-gap: warning
options:
  missing-title:
    at-least: 4
documents:
  - {files: "*.md", type: plan}
per-file:
  - {files: "*.txt", severity: {level-skip: off}}
suppress:
  - {rules: [level-skip], text: 第三章, expires: 2027-01-31}
cache-dir: kept
"""
MODULES = "print(sorted({name.partition('.')[0] for name in sys.modules} & {'pydantic', 'ruamel', 'pathspec'}))"
LOAD = "import sys; from pathlib import Path; from lint import config; config.load(Path('plan-lint.yaml')); "


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.chdir(tmp_path)
    Path("house").mkdir()
    Path("house/base.yaml").write_text(BASE, encoding="utf-8")
    Path("plan-lint.yaml").write_text(OWN, encoding="utf-8")
    return load(Path("plan-lint.yaml"))


def written(text: str) -> Config:
    Path("plan-lint.yaml").write_text(text, encoding="utf-8")
    return load(Path("plan-lint.yaml"))


def test_every_key_has_a_field() -> None:
    names = {field.name for field in fields(Config)}
    assert {key.replace("-", "_") for key in KEYS} - names == {"extends"}


def test_the_formats_are_those_of_reports() -> None:
    assert FORMATS == SHOWN


def test_without_a_file_all_is_default() -> None:
    assert load(None) == Config()
    assert load(None).origin("select") == "default"


def test_what_is_nearer_wins(both: Config) -> None:
    assert both.select == ("targets",)
    assert both.severity == {"numbering-gap": "warning", "blank-lines": "info"}
    assert both.options == {"missing-title": {"except-titled": ["附件"], "at-least": 4}}


def test_what_is_not_said_again_stays(both: Config) -> None:
    assert (both.ignore, both.jobs, both.fail_on) == (("pager",), 2, "warning")


def test_lists_that_extend_add_up(both: Config) -> None:
    assert both.extend_select == ("blank-lines", "term-variant")


def test_paths_and_patterns_start_from_the_folder_of_their_file(both: Config) -> None:
    here = str(Path.cwd())
    assert (both.baseline, both.cache_dir) == (Path("house/known.json"), Path("kept"))
    assert both.exclude == Globs(("drafts/",), f"{here}/house")
    assert both.exclude.match("house/drafts/a.txt")
    assert not both.exclude.match("drafts/a.txt")
    assert both.type_of("house/laws/a.txt") == "law"
    assert both.type_of("laws/a.txt") == ""


def test_of_lists_of_maps_the_last_word_counts(both: Config) -> None:
    assert both.type_of("house/laws/a.md") == "plan"
    assert both.ignored("house/a.txt", "pager", "noise")
    assert not both.ignored("a.txt", "pager", "noise")
    assert both.ignored("house/a.txt", "level-skip", "structure")


def test_suppressions_know_where_they_are_written(both: Config) -> None:
    here = str(Path.cwd())
    assert both.suppress == (
        Entry(("a.txt",), (), "", "原件如此", None, f"{here}/house", "house/base.yaml", 10),
        Entry((), ("level-skip",), "第三章", "", date(2027, 1, 31), here, "plan-lint.yaml", 14),
    )


def test_every_value_knows_where_it_came_from(both: Config) -> None:
    keys = ("select", "ignore", "extend-select", "severity.numbering-gap", "severity.blank-lines", "fail-on")
    assert [both.origin(key) for key in keys] == [
        "plan-lint.yaml:2", "house/base.yaml:3", "house/base.yaml:2, plan-lint.yaml:3", "plan-lint.yaml:5",
        "house/base.yaml:4", "default",
    ]  # fmt: skip
    assert both.origin("options.missing-title.at-least") == "plan-lint.yaml:8"
    assert both.origin("options.missing-title.except-titled") == "house/base.yaml:6"


def test_a_base_of_two_bases_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("root.yaml").write_text("suppress: [{files: a.txt}]\njobs: 1\nfail-on: info\n")
    Path("left.yaml").write_text("extends: root.yaml\njobs: 2\n")
    Path("right.yaml").write_text("extends: root.yaml\nfail-on: error\n")
    both = written("extends: [left.yaml, right.yaml]\n")
    assert (both.jobs, both.fail_on, len(both.suppress)) == (2, "error", 1)


def test_a_project_and_a_file_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text(
        "[tool.plan-lint]\nselect = 'noise'\njobs = 3\n[tool.plan-lint.severity]\npager = 'off'\n"
        "[[tool.plan-lint.suppress]]\nrules = ['pager']\nexpires = 2027-01-31\n"
    )
    project = load(Path("pyproject.toml"))
    assert (project.select, project.jobs, project.severity) == (("noise",), 3, {"pager": "off"})
    assert [(entry.expires, entry.line) for entry in project.suppress] == [(date(2027, 1, 31), 6)]
    assert project.origin("severity.pager") == "pyproject.toml:5"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "---\n", "{}\n"])
def test_a_file_that_says_nothing_is_all_defaults(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert written(text) == Config(file=Path("plan-lint.yaml"), files=(Path("plan-lint.yaml"),))


def test_a_date_may_be_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    quoted = written("suppress: [{files: a.txt, expires: '2027-01-31'}]\n")
    assert quoted.suppress[0].expires == date(2027, 1, 31)


def test_a_truth_with_an_anchor_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    both = written("force-exclude: &yes true\nunsafe-fixes: *yes\n")
    assert (both.force_exclude, both.unsafe_fixes) == (True, True)


def test_a_severity_per_file_is_the_last_that_names_the_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    several = written(
        "per-file:\n- {files: a/, severity: {pager: off}}\n- {files: a/b/, severity: {pager: error}}\n"
        "- {files: c.txt, select: structure}\n"
    )
    assert several.ignored("a/x.txt", "pager", "noise")
    assert not several.ignored("a/b/x.txt", "pager", "noise")
    assert several.severity_of("a/b/x.txt", "pager") is Severity.ERROR
    assert several.severity_of("a/x.txt", "pager") is None
    assert several.severity_of(str(Path("a/b/x.txt").absolute()), "pager") is Severity.ERROR
    assert several.ignored("c.txt", "pager", "noise")
    assert not several.ignored("c.txt", "level-skip", "structure")


def test_findings_are_told_as_their_file_has_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    several = written("per-file:\n- {files: a.txt, severity: {pager: error}}\n- {files: b.txt, ignore: noise}\n")
    at = Position(0, 1, 1)
    found = [Finding(f"{name}.txt", "pager", "noise", Severity.INFO, "", "", at, at) for name in "abc"]
    first, second, third = map(several.told, found)
    assert (first and first.severity, second, third) == (Severity.ERROR, None, found[2])


def test_a_second_load_imports_neither_pydantic_nor_a_reader_of_yaml(both: Config) -> None:
    def modules() -> str:
        return subprocess.run(
            [sys.executable, "-c", LOAD + MODULES], capture_output=True, encoding="utf-8", check=True
        ).stdout.strip()

    modules()
    assert modules() == "[]"


def test_a_changed_file_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    say: Callable[[int], int] = lambda jobs: written(f"jobs: {jobs}\n").jobs  # noqa: E731
    assert [say(1), say(2), say(1)] == [1, 2, 1]
