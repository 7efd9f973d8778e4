"""`plan-lint init` writes a configuration to start from, and never over one that is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lint import packs, schemas
from lint.cli.init import START
from lint.config import KEYS, Config, load, unknown_names

MODELINE = re.compile(r"^#\s+yaml-language-server\s*:.*\$schema=\S+")  # as yaml-language-server looks for it
EXAMPLE = re.compile(r"# ((?:[a-z-]+:|  ).*)")  # a key, or what stands below one


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-m", "lint", "init", *arguments], capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def names(folder: str = ".") -> list[str]:
    return sorted(os.listdir(folder))


def test_it_writes_a_file_that_loads_as_it_stands_and_changes_nothing() -> None:
    assert run() == (0, "Wrote plan-lint.yaml; 'plan-lint config' shows what it comes to.\n", "")
    assert names() == ["plan-lint.yaml"]
    found = load(Path("plan-lint.yaml"))
    assert found == Config(file=Path("plan-lint.yaml"), files=(Path("plan-lint.yaml"),))


def test_what_is_commented_out_loads_too_and_rules_are_content_with_it() -> None:
    examples = [EXAMPLE.sub(r"\1", line) for line in START.splitlines()]
    Path("own/house-rules").mkdir(parents=True)
    Path("plan-lint.yaml").touch()
    Path("own/plan-lint.yaml").write_text("\n".join(examples), encoding="utf-8")
    found = load(Path("own/plan-lint.yaml"))
    assert {key for key in KEYS if key in found.origins} >= {"select", "options", "suppress", "jobs", "extends"}
    assert unknown_names(found, packs.names()) == []
    packs.load(overrides=found.overrides)


def test_a_folder_may_be_named() -> None:
    Path("docs").mkdir()
    assert run("docs")[:2] == (0, "Wrote docs/plan-lint.yaml; 'plan-lint config' shows what it comes to.\n")
    assert names("docs") == ["plan-lint.yaml"]


@pytest.mark.parametrize("name", ["plan-lint.yaml", "plan-lint.yml"])
def test_a_configuration_that_is_there_is_never_overwritten(name: str) -> None:
    Path(name).write_text("jobs: 3\n")
    status, out, err = run()
    assert (status, out) == (2, "")
    assert err == f"Error: {name} is there already; 'plan-lint config' shows what it says\n"
    assert (names(), Path(name).read_text()) == ([name], "jobs: 3\n")


def test_a_project_that_is_configured_needs_no_other_file() -> None:
    Path("pyproject.toml").write_text("[tool.plan-lint]\n")
    assert run()[0] == 2
    assert names() == ["pyproject.toml"]


def test_a_project_that_is_not_configured_is_in_nobodys_way() -> None:
    Path("pyproject.toml").write_text("[tool.ruff]\n")
    assert run()[0] == 0


def test_a_link_that_leads_nowhere_is_left_alone() -> None:
    Path("plan-lint.yaml").symlink_to("elsewhere.yaml")
    status, _, err = run()
    assert (status, err) == (2, "Error: plan-lint.yaml is there already, and is left as it is\n")
    assert names() == ["plan-lint.yaml"]


def test_with_a_schema_the_first_line_names_it_as_editors_read_it() -> None:
    Path("docs").mkdir()
    told = "Wrote docs/plan-lint.yaml and docs/plan-lint.schema.json; 'plan-lint config' shows what it comes to.\n"
    assert run("docs", "--schema") == (0, told, "")
    assert names("docs") == ["plan-lint.schema.json", "plan-lint.yaml"]
    first = Path("docs/plan-lint.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=plan-lint.schema.json"  # beside the file that names it
    assert Path("docs/plan-lint.schema.json").read_text(encoding="utf-8") == schemas.written("config")
    assert load(Path("docs/plan-lint.yaml")).origins == {}


def test_without_one_no_line_is_a_modeline_and_the_way_to_it_is_told() -> None:
    run()
    lines = Path("plan-lint.yaml").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if MODELINE.match(line)] == []
    assert "'plan-lint schema config > plan-lint.schema.json'" in lines[0]
    assert MODELINE.match(lines[1].removeprefix("# "))


def test_a_schema_that_is_there_is_never_overwritten() -> None:
    Path("plan-lint.schema.json").write_text("{}")
    status, out, err = run("--schema")
    assert (status, out) == (2, "")
    assert err == "Error: plan-lint.schema.json is there already, and is left as it is\n"
    assert (names(), Path("plan-lint.schema.json").read_text()) == (["plan-lint.schema.json"], "{}")
    Path("plan-lint.schema.json").write_text(schemas.written("config"), encoding="utf-8")
    assert run("--schema")[0] == 0


def test_a_folder_that_is_not_there_is_told() -> None:
    status, out, err = run("gone")
    assert (status, out) == (2, "")
    assert "Directory 'gone' does not exist" in err


@pytest.mark.skipif(not hasattr(os, "umask"), reason="no modes here")
def test_the_file_has_the_mode_of_every_new_file() -> None:
    run()
    Path("other").touch()
    assert Path("plan-lint.yaml").stat().st_mode == Path("other").stat().st_mode
