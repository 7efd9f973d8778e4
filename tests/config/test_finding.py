"""Where a configuration is found: the nearest one on the way up."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.config import find

PROJECT = "[tool.plan-lint]\nselect = 'noise'\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a/b/c").mkdir(parents=True)


def found(start: str) -> str | None:
    file = find(Path(start))
    return file.relative_to(Path.cwd()).as_posix() if file else None


def test_the_nearest_on_the_way_up_is_found() -> None:
    Path("plan-lint.yaml").touch()
    assert found("a/b/c") == "plan-lint.yaml"
    Path("a/b/plan-lint.yml").touch()
    assert found("a/b/c") == "a/b/plan-lint.yml"
    assert found("a") == "plan-lint.yaml"


def test_a_file_stands_for_its_folder() -> None:
    Path("a/plan-lint.yaml").touch()
    Path("a/b/text.txt").touch()
    assert found("a/b/text.txt") == found("a/b/gone.txt") == "a/plan-lint.yaml"


def test_a_project_with_a_section_is_found_and_one_without_is_passed() -> None:
    Path("pyproject.toml").write_text(PROJECT)
    Path("a/pyproject.toml").write_text("[project]\ndependencies = ['plan-lint']\n")
    assert found("a/b") == "pyproject.toml"


@pytest.mark.parametrize(
    "text", ["tool.plan-lint.jobs = 1\n", "[tool]\nplan-lint = {}\n", "[tool.'plan-lint'.severity]\n"]
)
def test_a_section_is_found_however_it_is_written(text: str) -> None:
    Path("a/pyproject.toml").write_text(text)
    assert found("a/b") == "a/pyproject.toml"


def test_a_broken_project_is_found_where_it_means_to_configure_plan_lint() -> None:
    Path("a/pyproject.toml").write_text(PROJECT + "jobs = \n")
    assert found("a/b") == "a/pyproject.toml"
    Path("a/pyproject.toml").write_text("[project\n# plan-lint\n")
    assert found("a/b") is None


def test_of_several_in_one_folder_the_file_of_its_own_comes_first() -> None:
    for name in ("pyproject.toml", "plan-lint.yml", "plan-lint.yaml"):
        Path(name).write_text(PROJECT if name == "pyproject.toml" else "")
    assert found(".") == "plan-lint.yaml"
    Path("plan-lint.yaml").unlink()
    assert found(".") == "plan-lint.yml"


def test_a_folder_of_that_name_is_none() -> None:
    Path("a/plan-lint.yaml").mkdir()
    assert found("a") is None
