"""The manual of the configuration names every key, and its examples load."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lint import packs
from lint.config import KEYS, Config, load, unknown_names

MANUAL = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
YAML = re.findall(r"```yaml\n(.*?)```", MANUAL, re.DOTALL)
TOML = [text for text in re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL) if "tool.plan-lint" in text]
PACK = """\
rules:
  - id: {name}
    severity: error
    message: 不应出现“{{text}}”
    why: 测试用。
    check: {{kind: existence, tokens: [禁词]}}
    examples:
      good: [没有这个词。]
      bad: [这里有⟦禁词⟧。]
"""


@pytest.fixture(autouse=True)
def _in_a_folder_of_what_examples_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for folder in ("house-rules", "more", "house"):
        Path(folder).mkdir()
    Path("house-rules/words.yaml").write_text(PACK.format(name="one"), encoding="utf-8")
    Path("more/titles.yaml").write_text(PACK.format(name="two"), encoding="utf-8")
    Path("house/plan-lint.yaml").write_text("jobs: 1\n")
    Path("../pyproject.toml").write_text("[tool.plan-lint]\n")


def loaded(name: str, text: str) -> Config:
    Path(name).write_text(text, encoding="utf-8")
    found = load(Path(name))
    assert unknown_names(found, packs.names(found.pack_paths)) == []
    packs.load(found.pack_paths, overrides=found.overrides)
    return found


@pytest.mark.parametrize("example", YAML)
def test_an_example_loads_and_rules_are_content_with_it(example: str) -> None:
    assert loaded("plan-lint.yaml", example).origins


def test_the_example_of_a_project_loads() -> None:
    assert len(TOML) == 1
    found = loaded("pyproject.toml", TOML[0])
    assert (found.fail_on, found.severity) == ("error", {"numbering-gap": "error"})
    assert found.ignored("archive/a.txt", "pager", "noise")


def test_every_key_has_a_row_and_all_but_packs_an_example() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \|", MANUAL, re.MULTILINE)
    assert rows == list(KEYS)
    written = {key for text in YAML for key in re.findall(r"^([a-z-]+):", text, re.MULTILINE)}
    assert set(KEYS) - written == {"packs"}


def test_the_faults_that_are_shown_are_those_that_are_told() -> None:
    lines = [line for line in MANUAL.splitlines() if line.startswith("plan-lint.yaml:")]
    text = "\n" * 5 + "per-file:\n- {files: a/, ignores: noise}\n"
    with pytest.raises(Exception, match="unknown key") as caught:
        loaded("plan-lint.yaml", text)
    assert str(caught.value) == lines[0]
    Path("plan-lint.yaml").write_text("\n" * 7 + "severity:\n  numbering-gab: error\n")
    assert unknown_names(load(Path("plan-lint.yaml")), packs.names()) == [lines[1]]
