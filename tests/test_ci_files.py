"""The action for GitHub and the snippet for GitLab: the very commands they hold, run on documents."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
GOOD = "清河县教育局2024年工作计划\n\n一、改善办学条件\n\n新建幼儿园3所，新增学位900个。\n"
BAD = GOOD + "\n二、加强D建工作\n\n发展党员12名。\n"
HOSTILE = ["$(touch owned)", "`touch owned`", "; touch owned", "'; touch owned; '", "-x\n--exec=touch owned"]
Done = subprocess.CompletedProcess[str]

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="the services run bash")


@pytest.fixture(autouse=True)
def _documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    Path("docs/good.txt").write_text(GOOD, encoding="utf-8")
    Path("docs/bad.txt").write_text(BAD, encoding="utf-8")


def action() -> Any:
    return YAML(typ="safe").load((ROOT / "action.yml").read_text(encoding="utf-8"))


def bash(script: str, **variables: str) -> Done:
    """A script as the services run it, with this environment's plan-lint."""
    path = str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"]
    environment = {**os.environ, "PATH": path, **variables}
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], env=environment, capture_output=True, encoding="utf-8"
    )


def lint(paths: str = ".", arguments: str = "", sarif: str = "") -> Done:
    """The action's last step with these inputs, as GitHub hands them over."""
    step = action()["runs"]["steps"][-1]
    inputs = {"paths": paths, "arguments": arguments, "sarif": sarif}
    environment = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda m: inputs[m[1]], value) for name, value in step["env"].items()
    }
    return bash(step["run"], GITHUB_ACTIONS="true", **environment)


def test_the_action_annotates_findings() -> None:
    done = lint("docs/")
    assert done.returncode == 1
    assert "::error file=docs/bad.txt,line=7," in done.stdout


def test_the_action_passes_good_documents_and_takes_several_paths_and_arguments() -> None:
    assert lint("docs/good.txt\n").returncode == 0
    done = lint("docs/good.txt\n\ndocs/bad.txt", "--select\ngarbling\n--fail-on=never")
    assert (done.returncode, "docs/bad.txt" in done.stdout) == (0, True)


def test_the_action_writes_sarif() -> None:
    lint("docs", sarif="out.sarif")
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_inputs_never_become_commands(hostile: str) -> None:
    assert lint(hostile).returncode == 2
    assert lint("docs", hostile).returncode == 2
    assert not Path("owned").exists()


def test_no_step_of_the_action_holds_an_input_in_its_script() -> None:
    assert not [step for step in action()["runs"]["steps"] if "${{" in step.get("run", "")]


def test_the_snippet_for_gitlab_writes_what_it_names() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- run: gitlab -->\n```yaml\n(.*?)```", text, re.DOTALL)
    assert found
    job = YAML(typ="safe").load(found[1])["plan-lint"]
    install, command = job["script"]
    assert install == "pip install --quiet plan-lint"
    assert bash(command).returncode == 1
    reports = job["artifacts"]["reports"]
    assert json.loads(Path(reports["codequality"]).read_text(encoding="utf-8"))[0]["location"]["path"] == "docs/bad.txt"
    assert "<testsuite" in Path(reports["junit"]).read_text(encoding="utf-8")
