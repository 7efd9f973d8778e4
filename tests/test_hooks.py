"""The pre-commit hooks, tried with pre-commit itself: a bad document is stopped, a good one passes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GOOD = "清河县教育局2024年工作计划\n\n一、改善办学条件\n\n新建幼儿园3所，新增学位900个。\n"
BAD = GOOD + "\n二、加强D建工作\n\n发展党员12名。\n"
CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: plan-lint-fix
      - id: plan-lint
        args: [--rules, my-rules/]
      - id: plan-lint-rules
        args: [--rules, my-rules/]
        files: ^my-rules/
"""
PACK = """\
rules:
  - id: vague-amount
    severity: warning
    message: “{text}”没有写明数量
    why: 无法考核。
    check: {kind: existence, tokens: [若干]}
    examples:
      good: [创建示范校十所。]
      bad: [培育⟦若干⟧名师。]
"""
Done = subprocess.CompletedProcess[str]


def run(folder: Path, *command: str) -> Done:
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    done = run(folder, "git", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def repository(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "--quiet")
    return folder


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A repository of documents whose commits run the hooks of a copy of this project."""
    tmp = tmp_path_factory.mktemp("hooks")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)  # set while this project's own hooks run
        for name, value in {"GIT_AUTHOR": "Test", "GIT_COMMITTER": "Test"}.items():
            patch.setenv(f"{name}_NAME", value)
            patch.setenv(f"{name}_EMAIL", "test@example.org")
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("PRE_COMMIT_HOME", str(tmp / "pre-commit"))
        hooks = repository(tmp / "hooks")
        for name in git(ROOT, "ls-files", "-co", "--exclude-standard", "-z").split("\0"):
            if name and (ROOT / name).is_file():
                (hooks / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, hooks / name)
        git(hooks, "add", "--all")
        git(hooks, "commit", "--quiet", "--message", "hooks")
        documents = repository(tmp / "user")
        config = CONFIG.format(repo=hooks.as_uri(), rev=git(hooks, "rev-parse", "HEAD"))
        (documents / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
        (documents / "my-rules").mkdir()
        (documents / "my-rules" / "house.yaml").write_text(PACK, encoding="utf-8")
        git(documents, "add", "--all")
        git(documents, "commit", "--quiet", "--message", "config")
        for step in (["install"], ["install-hooks"]):
            done = run(documents, sys.executable, "-m", "pre_commit", *step)
            assert done.returncode == 0, done.stdout + done.stderr
        yield documents


def commit(user: Path, name: str, text: str) -> Done:
    """Tries to commit a file; what the hooks refuse does not stay in the index."""
    (user / name).write_text(text, encoding="utf-8")
    git(user, "add", name)
    done = run(user, "git", "commit", "--message", name)
    if done.returncode:
        git(user, "reset", "--quiet", "--hard")
    return done


def test_a_good_document_is_committed(user: Path) -> None:
    done = commit(user, "good.txt", GOOD)
    assert done.returncode == 0, done.stdout + done.stderr
    assert git(user, "log", "-1", "--format=%s") == "good.txt"


def test_a_bad_document_is_stopped_and_its_fault_shown(user: Path) -> None:
    done = commit(user, "bad.txt", BAD)
    assert done.returncode == 1
    assert "bad.txt:7:5: error obfuscated-term “D建”疑为“党建”的替写\n" in done.stdout + done.stderr
    assert git(user, "log", "-1", "--format=%s") != "bad.txt"


def test_a_document_that_is_repaired_is_stopped_once(user: Path) -> None:
    (user / "footer.txt").write_text(GOOD + "\n责任编辑：某\n", encoding="utf-8")
    git(user, "add", "footer.txt")
    done = run(user, "git", "commit", "--message", "footer")
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stdout + done.stderr
    assert (user / "footer.txt").read_text(encoding="utf-8") == GOOD
    git(user, "add", "footer.txt")
    done = run(user, "git", "commit", "--message", "footer")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_bad_markdown_document_is_stopped(user: Path) -> None:
    assert commit(user, "bad.md", BAD).returncode == 1


def test_other_files_are_no_business_of_the_hook(user: Path) -> None:
    assert commit(user, "bad.csv", BAD).returncode == 0


def test_rules_of_the_user_stop_a_document_too(user: Path) -> None:
    done = commit(user, "vague.txt", GOOD.replace("3所", "若干"))
    assert done.returncode == 1
    assert "vague.txt:5:6: warning vague-amount “若干”没有写明数量\n" in done.stdout + done.stderr


def test_a_pack_whose_examples_turn_out_is_committed(user: Path) -> None:
    done = commit(user, "my-rules/good.yaml", PACK.replace("若干", "一批").replace("vague", "other"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_pack_whose_examples_do_not_turn_out_is_stopped(user: Path) -> None:
    done = commit(user, "my-rules/other.yaml", PACK.replace("vague-amount", "other").replace("⟦若干⟧", "⟦若⟧干"))
    assert done.returncode == 1
    assert "other: misplaced: 培育⟦若⟧干名师。\n    found '若干' at 1:3\n" in done.stdout + done.stderr


def test_a_broken_pack_is_stopped_with_its_place(user: Path) -> None:
    done = commit(user, "my-rules/broken.yaml", PACK.replace("vague-amount", "broken").replace("why:", "wy:"))
    assert done.returncode == 1
    assert "my-rules/broken.yaml:5: rule 'broken': wy: unknown key;" in done.stdout + done.stderr
