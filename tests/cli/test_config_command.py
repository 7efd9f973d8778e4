"""`plan-lint config` says what holds here, and where each value came from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lint.config import KEYS

COMMAND = [sys.executable, "-m", "lint", "config"]
OWN = """\
extends: house/base.yaml
select: [structure, targets]
severity: {numbering-gap: error}
per-file:
  - files: 存档/
    ignore: noise
"""


@pytest.fixture(autouse=True)
def _in_a_configured_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house").mkdir()
    Path("docs").mkdir()
    Path("house/base.yaml").write_text("severity: {pager: off}\nexclude: drafts/\njobs: 2\n", encoding="utf-8")
    Path("plan-lint.yaml").write_text(OWN, encoding="utf-8")


def run(*options: str) -> tuple[int, str, str]:
    done = subprocess.run([*COMMAND, *options], capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def test_every_key_is_shown_with_its_value_and_origin() -> None:
    status, out, err = run()
    assert (status, err) == (0, "")
    title, _, *rows = out.splitlines()
    assert title == "plan-lint.yaml"
    assert [row.split()[0] for row in rows if not row.startswith(" ")] == list(KEYS)
    told = {" ".join(row.split()) for row in rows}
    assert told >= {
        "extends [house/base.yaml] plan-lint.yaml:1",
        "select [structure, targets] plan-lint.yaml:2",
        "severity pager: off house/base.yaml:1",
        "numbering-gap: error plan-lint.yaml:3",
        "exclude [drafts/] house/base.yaml:2",
        "per-file {files: [存档/], ignore: [noise]} plan-lint.yaml:5",
        "jobs 2 house/base.yaml:3",
        "fail-on warning default",
        "baseline - default",
    }


def test_the_columns_are_aligned() -> None:
    rows = [row for row in run()[1].splitlines()[2:] if row.isascii()]
    assert len({row.rindex("  ") for row in rows}) == 1


def test_a_narrow_terminal_folds_values() -> None:
    if not hasattr(os, "openpty"):
        pytest.skip("no terminals here")
    Path("plan-lint.yaml").write_text(f"exclude: [{', '.join(f'folder-{number}/' for number in range(20))}]\n")
    leader, follower = os.openpty()
    done = subprocess.Popen(COMMAND, stdout=follower, env={**os.environ, "COLUMNS": "60"})
    os.close(follower)
    shown = b""
    while True:
        try:
            part = os.read(leader, 4096)
        except OSError:  # the end, on Linux
            break
        if not part:
            break
        shown += part
    assert done.wait() == 0
    os.close(leader)
    lines = shown.decode().splitlines()
    assert max(map(len, lines)) <= 60
    assert "".join(line[16:42].strip() for line in lines if "folder-" in line).count("folder-") == 20


def test_programs_get_json() -> None:
    status, out, _ = run("docs", "--output-format", "json")
    report = json.loads(out)
    assert (status, report["version"], report["tool"], report["file"]) == (0, 1, "plan-lint", "plan-lint.yaml")
    assert report["files"] == ["house/base.yaml", "plan-lint.yaml"]
    assert list(report["settings"]) == list(KEYS)
    assert report["settings"]["exclude"] == {"value": ["drafts/"], "origin": "house/base.yaml:2"}
    assert report["settings"]["baseline"] == {"value": None, "origin": "default"}
    assert report["origins"]["severity.pager"] == "house/base.yaml:1"


def test_a_configuration_above_is_shown_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("docs")
    title, *rows = run()[1].splitlines()
    assert title == "../plan-lint.yaml"
    assert any(row.endswith("../house/base.yaml:3") for row in rows)


def test_one_may_be_named_and_none_may_be_asked_for() -> None:
    assert run("--config", "house/base.yaml")[1].startswith("house/base.yaml\n")
    title, _, *rows = run("--isolated")[1].splitlines()
    assert title == "no configuration found; all defaults"
    assert {row.split()[-1] for row in rows} == {"default"}
    status, out, err = run("--isolated", "--config", "house/base.yaml")
    assert (status, out) == (2, "")
    assert "--config FILE and --isolated exclude each other" in err


def test_a_broken_configuration_ends_with_its_faults_alone() -> None:
    Path("plan-lint.yaml").write_text("selekt: [noise]\n")
    status, out, err = run()
    assert (status, out) == (2, "")
    assert err.startswith("plan-lint.yaml:1: selekt: unknown key; allowed: ")
    assert run("--config", "gone.yaml") == (2, "", "gone.yaml: cannot be read: no such file or directory\n")


def test_what_only_rules_can_tell_is_told_below_the_table() -> None:
    Path("plan-lint.yaml").write_text("ignore: noize\noptions: {missing-title: {at-leest: 3}}\n")
    status, out, err = run()
    assert status == 2
    assert "noize" in out
    first, second = err.splitlines()
    assert first == "plan-lint.yaml:1: ignore.0: no rule or pack 'noize'; did you mean 'noise'?"
    assert second.startswith("plan-lint.yaml:2: options.missing-title.at-leest: unknown key; allowed: every, ")
    assert second.endswith("did you mean 'at-least'?")


def test_a_hostile_configuration_sends_no_escapes_to_the_terminal() -> None:
    Path("plan-lint.yaml").write_text('exclude: ["\\e[31mx"]\nignore: ["\\u202e"]\n')
    _, out, err = run()
    assert {"\x1b", "\u202e"}.isdisjoint(out + err)
