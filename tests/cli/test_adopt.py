"""Baseline, suppressions, `--since` and configuration on the real command line."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lint.reports import FORMATS

ROOT = Path(__file__).parents[2]
TEXT = "清河县2024年工作计划\n\n一、加强D建工作\n\n新建幼儿园3所，新增学位900个。\n\n责任编辑：某\n"
Done = subprocess.CompletedProcess[str]


@pytest.fixture(autouse=True)
def _in_a_folder_with_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)
    write("docs/a.txt", TEXT)


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def run(*arguments: str) -> Done:
    return subprocess.run([sys.executable, "-m", "lint", *arguments], capture_output=True, encoding="utf-8")


def check(*arguments: str, status: int | None = None) -> list[str]:
    """The rules of the findings that count, each with its line."""
    done = run("check", "--output-format", "concise", "-q", *arguments)
    assert done.returncode in ((0, 1) if status is None else (status,)), done.stderr
    return [f"{line.split()[2]}:{line.split(':')[1]}" for line in done.stdout.splitlines()]


def told(*arguments: str) -> Any:
    return json.loads(run("check", "docs", "--output-format", "json", *arguments).stdout)


def notes(*arguments: str) -> list[str]:
    """What is said on standard error, without the lead."""
    return [line.removeprefix("plan-lint: ") for line in run("check", *arguments).stderr.splitlines()]


ALL = ["obfuscated-term:3", "editor-footer:7"]


def test_the_documents_have_two_findings() -> None:
    assert check("docs", status=1) == ALL


def test_a_baseline_lets_old_findings_be_and_tells_new_ones() -> None:
    done = run("docs", "--baseline", "old.json", "--write-baseline")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "plan-lint: note: old.json: written with 2 entries\n"
    assert check("docs", "--baseline", "old.json", status=0) == []
    write("docs/a.txt", "新的一行\n" + TEXT.replace("新建", "推进D员工作，新建"))
    assert check("docs", "--baseline", "old.json", status=1) == ["obfuscated-term:6"]


def test_a_baseline_has_a_usual_name_and_may_be_configured() -> None:
    run("docs", "--write-baseline")
    assert check("docs") == ALL
    write("plan-lint.yaml", "baseline: plan-lint.baseline.json\n")
    assert check("docs") == []


def test_machines_see_what_a_baseline_holds() -> None:
    run("docs", "--baseline", "old.json", "--write-baseline")
    report = told("--baseline", "old.json")
    assert report["summary"]["suppressed"] == 2
    assert {finding["suppressed"]["by"] for finding in report["findings"]} == {"baseline"}


def test_what_is_found_no_more_is_told_and_pruned() -> None:
    run("docs", "--baseline", "old.json", "--write-baseline")
    write("docs/a.txt", TEXT.replace("D建", "党建"))
    assert "note: old.json: 1 found no more; --prune takes them out of it" in notes("docs", "--baseline", "old.json")
    assert notes("docs", "--baseline", "old.json", "--select", "editor-footer") == []
    assert notes("docs", "--baseline", "old.json", "--prune") == ["note: old.json: written with 1 entry"]
    assert len(json.loads(Path("old.json").read_text(encoding="utf-8"))["entries"]) == 1


def test_a_run_of_some_rules_keeps_the_entries_of_others() -> None:
    run("docs", "--baseline", "old.json", "--write-baseline")
    run("docs", "--baseline", "old.json", "--write-baseline", "--select", "editor-footer")
    assert check("docs", "--baseline", "old.json") == []


def test_a_broken_run_writes_no_baseline() -> None:
    run("docs", "--baseline", "old.json", "--write-baseline")
    before = Path("old.json").read_bytes()
    done = run("docs", "gone.txt", "--baseline", "old.json", "--write-baseline")
    assert done.returncode == 2
    assert "old.json: not written, for the run is broken" in done.stderr
    assert Path("old.json").read_bytes() == before


def test_a_broken_baseline_is_told_in_one_line() -> None:
    write("old.json", "{\n]")
    done = run("docs", "--baseline", "old.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: old.json:2: not JSON:")


def test_findings_in_a_baseline_are_not_repaired() -> None:
    run("docs", "--baseline", "old.json", "--write-baseline")
    run("docs", "--baseline", "old.json", "--fix", "--unsafe-fixes")
    assert Path("docs/a.txt").read_text(encoding="utf-8") == TEXT


SUPPRESS = """\
suppress:
  - files: docs/
    rules: [obfuscated-term]
    text: 加强D建
    reason: 原文如此
"""


def test_a_suppression_of_the_configuration_holds() -> None:
    write("plan-lint.yaml", SUPPRESS)
    assert check("docs") == ALL[1:]
    held = [finding["suppressed"] for finding in told()["findings"] if finding["suppressed"]]
    assert held == [{"by": "config", "reason": "原文如此"}]


def test_a_sidecar_holds_for_the_documents_beside_it() -> None:
    write("docs/plan-lint.suppress.yaml", SUPPRESS.replace("docs/", "a.txt"))
    write("other/a.txt", TEXT)
    assert check("docs") == ALL[1:]
    assert check("other") == ALL


def test_a_rule_that_a_sidecar_or_a_comment_misspells_is_told_with_the_right_one() -> None:
    write("docs/plan-lint.suppress.yaml", SUPPRESS.replace("docs/", "a.txt").replace("obfuscated", "obfuscted"))
    write("docs/b.md", "<!-- plan-lint: ignore[editor-foter] -- 原文如此 -->\n责任编辑：某\n")
    said = notes("docs")
    assert any("b.md:1: no rule or pack 'editor-foter'; did you mean 'editor-footer'?" in line for line in said), said
    assert any("suppress.yaml" in line and "did you mean 'obfuscated-term'?" in line for line in said), said


WIDTHS = "清河县2024年工作计划\n\n" + "抓好招生，办好学校，促进公平；抓好就业，提高质量。\n" * 12


@pytest.mark.parametrize("by", ["baseline", "sidecar"])
def test_what_is_held_stays_held_when_a_mark_beside_it_is_repaired(by: str) -> None:
    write("docs/a.txt", WIDTHS + "全面落实D建责任,完成各项任务，办好学校，抓好就业。\n")
    if by == "baseline":
        run("check", "docs", "--select", "obfuscated-term", "--baseline", "b.json", "--write-baseline")
    else:
        write("docs/plan-lint.suppress.yaml", SUPPRESS.replace("docs/", "a.txt").replace("加强D建", "落实D建责任,完成"))
    more: tuple[str, ...] = ("--select", "obfuscated-term,mixed-width-punctuation")
    more = (*more, *(("--baseline", "b.json") if by == "baseline" else ()))
    assert check("docs", *more, "--fix") == []
    assert "D建责任，完成" in Path("docs/a.txt").read_text(encoding="utf-8")
    assert check("docs", *more, "--fix", "--unsafe-fixes") == []
    assert "D建责任，完成" in Path("docs/a.txt").read_text(encoding="utf-8")


def test_a_comment_in_code_is_an_example() -> None:
    write(
        "docs/a.md", "# 清河县2024年工作计划\n\n可以用 `<!-- plan-lint: ignore-file -->` 不受检查。\n\n加强D建工作。\n"
    )
    Path("docs/a.txt").unlink()
    assert check("docs") == ["obfuscated-term:5"]


def test_an_excluded_file_is_told_as_one() -> None:
    done = run("check", "docs/a.txt", "--exclude", "docs/", "--force-exclude")
    assert "excluded, and --force-exclude is given" in done.stderr


def test_a_broken_sidecar_breaks_the_run_and_hides_no_finding() -> None:
    write("docs/plan-lint.suppress.yaml", SUPPRESS.replace("rules:", "rule:"))
    assert check("docs", status=2) == ALL
    (said,) = notes("docs")
    assert said.startswith("error: docs/plan-lint.suppress.yaml:3: suppress.0.rule: unknown key; allowed: files, rules")
    assert told()["errors"][0]["file"] == "docs/plan-lint.suppress.yaml:3"


def test_a_sidecar_that_cannot_be_read_breaks_the_run_and_hides_no_finding() -> None:
    Path("docs/plan-lint.suppress.yaml").mkdir()
    assert check("docs", status=2) == ALL
    assert notes("docs") == ["error: docs/plan-lint.suppress.yaml: cannot be read: is a directory"]


def test_a_baseline_that_is_not_there_is_told() -> None:
    assert check("docs", "--baseline", "old.json") == ALL
    said = "warning: old.json: no such baseline, so everything counts; --write-baseline makes it"
    assert notes("docs", "--baseline", "old.json") == [said]


def test_reports_name_files_from_the_working_directory() -> None:
    assert {finding["file"] for finding in told()["findings"]} == {"docs/a.txt"}
    done = run("check", str(Path("docs").absolute()), "--output-format", "json")
    assert {finding["file"] for finding in json.loads(done.stdout)["findings"]} == {"docs/a.txt"}


def test_a_reason_may_be_obligatory() -> None:
    write("plan-lint.yaml", "require-reason: true\n" + SUPPRESS.replace("    reason: 原文如此\n", ""))
    done = run("docs")
    assert done.returncode == 2
    assert done.stderr.startswith("plan-lint.yaml:3: suppress.0: has no 'reason'")


def test_unused_expired_and_blanket_suppressions_are_told() -> None:
    write(
        "plan-lint.yaml",
        "suppress:\n"
        "  - {files: docs/, rules: noise, text: 没有, reason: r}\n"
        "  - {files: docs/, rules: noise, expires: 2020-01-31, reason: r}\n"
        "  - {files: docs/a.txt, reason: r}\n",
    )
    assert notes("docs") == [
        "warning: plan-lint.yaml:2: this suppression holds nothing any more; take it away",
        "warning: plan-lint.yaml:3: this suppression expired on 2020-01-31; its findings count again",
        "warning: plan-lint.yaml:4: this suppression names no rule, and so holds whatever is found; name rules",
    ]


def test_a_run_over_a_part_calls_no_suppression_unused() -> None:
    write("plan-lint.yaml", "suppress:\n  - {files: [docs/, more/], rules: noise, text: 没有, reason: r}\n")
    write("more/b.txt", TEXT)
    assert notes("docs") == notes("docs/a.txt") == notes("docs", "more", "--select", "noise") == []
    assert len(notes("docs", "more")) == len(notes(".")) == 1


def test_a_comment_in_markdown_holds() -> None:
    write("docs/a.md", TEXT.replace("一、", "<!-- plan-lint: ignore[garbling] -- 原文如此 -->\n一、"))
    assert check("docs/a.md") == ["editor-footer:8"]


@pytest.mark.parametrize("where", [0, 2, 4, 6, 7])
def test_a_comment_changes_nothing_of_what_the_rules_read(where: int) -> None:
    lines = TEXT.replace("\n责任编辑：某\n", "").split("\n")
    plain = "\n".join(lines)
    write("docs/plain.md", plain)
    write("docs/a.md", "\n".join([*lines[:where], "<!-- plan-lint: ignore[deleted-text] -->", *lines[where:]]))
    assert [rule.split(":")[0] for rule in check("docs/a.md")] == [
        rule.split(":")[0] for rule in check("docs/plain.md")
    ]


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments], check=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_only_what_has_changed_since_a_commit_counts() -> None:
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "x")
    assert check("docs", "--since", "HEAD", status=0) == []
    write("docs/a.txt", TEXT.replace("新建", "推进D员工作，新建"))
    write("docs/b.txt", TEXT)
    assert check("docs", "--since", "HEAD", status=1) == ["obfuscated-term:5", *ALL]


@pytest.mark.parametrize("more", [("--since", "nowhere"), ("--since", "HEAD")])
def test_a_commit_that_cannot_be_found_is_told(more: tuple[str, ...]) -> None:
    done = run("docs", *more)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--since", "HEAD", "--fix"), ("--since", "HEAD", "--write-baseline"), ("--fix", "--write-baseline"),
        ("--diff", "--prune"), ("--prune",), ("--prune", "--baseline", "none.json"),
        ("-", "--write-baseline"), ("--since", ""), ("--cache-dir", ""),
        ("--config", "plan-lint.yaml", "--isolated"), ("--severity", "numbering-gap=bad"), ("--output", "sarif"),
        ("--output", "xml=a.xml"), ("--output", "json=gone/a.json"),
    ],
)  # fmt: skip
def test_options_that_make_no_sense_are_told(arguments: tuple[str, ...]) -> None:
    write("plan-lint.yaml", "fail-on: error\n")
    done = run("docs", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith("Error: ")


def test_the_configuration_chooses_rules_and_the_command_line_comes_first() -> None:
    write("plan-lint.yaml", "select: [noise]\nseverity: {editor-footer: error}\n")
    assert check("docs") == ALL[1:]
    assert "error editor-footer" in run("docs", "--output-format", "concise").stdout
    assert check("docs", "--select", "garbling") == ALL[:1]
    assert check("docs", "--isolated") == check("docs", "--select", "all") == ALL
    assert "info editor-footer" in run("docs", "--output-format", "concise", "--severity", "editor-footer=info").stdout


def test_a_rule_that_is_off_is_added() -> None:
    write("docs/a.txt", TEXT.replace("一、", "\n\n\n\n一、"))
    assert "blank-lines:2" not in check("docs")
    assert check("docs", "--extend-select", "blank-lines") == ["blank-lines:2", "obfuscated-term:7", "editor-footer:11"]


def test_a_configuration_may_be_named() -> None:
    write("plan-lint.yaml", "select: noise\n")
    write("other/mine.yaml", "select: garbling\n")
    assert check("docs", "--config", "other/mine.yaml") == ALL[:1]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_asked_for(name: str) -> None:
    done = run("docs", "--output-format", name, "--output", f"{name}=report")
    assert done.returncode == 1
    assert done.stdout.strip()
    assert "D建" in Path("report").read_text(encoding="utf-8")


def test_what_a_configuration_misspells_is_told_even_where_nothing_is_linted() -> None:
    write("plan-lint.yaml", "fail-on: error\nignore: [nois]\n")
    for _ in range(2):  # also when all results are known
        done = run("docs")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "plan-lint.yaml:2: ignore.0: no rule or pack 'nois'; did you mean 'noise'?\n"


def test_per_file_rules_severities_and_types_hold() -> None:
    write("other/a.txt", TEXT)
    write(
        "plan-lint.yaml",
        "per-file:\n  - {files: docs/, ignore: [noise], severity: {obfuscated-term: info}}\n"
        "documents:\n  - {files: other/, type: law}\n",
    )
    assert check("docs", status=0) == ALL[:1]
    assert check("other", status=1) == ALL
    assert check("docs", "other", "--no-cache") == [*ALL[:1], *ALL]


def test_a_type_that_is_configured_is_believed() -> None:
    tasks = ("一、德育工作\n加强德育，培养习惯。", "二、教学工作\n抓好常规。", "三、后勤工作\n做好保障。")
    write("docs/a.txt", "全县教育工作计划\n\n" + "\n".join(tasks))
    assert check("docs") == ["document-without-target:1"]
    write("plan-lint.yaml", "documents:\n  - {files: docs/, type: law}\n")
    assert check("docs") == []


def test_other_verbs_read_the_same_documents_as_what_they_are_said_to_be() -> None:
    write("docs/b.rst", TEXT)
    write("plan-lint.yaml", "include: '*.rst'\ndocuments:\n  - {files: docs/, type: law}\n")
    shown = run("outline", "docs").stdout.splitlines()
    assert shown[:3] == ["docs/b.rst", "  law  清河县2024年工作计划", "  told by the configuration"]
    assert run("targets", "docs").stdout == ""  # a law commits to nothing
    assert "docs/a.txt" in run("targets", "docs", "--isolated").stdout
    assert run("outline", "docs", "--isolated").stdout.startswith("docs/a.txt")


def test_files_are_included_and_left_out_as_configured() -> None:
    write("docs/b.rst", TEXT)
    write("docs/old/c.txt", TEXT)
    write("plan-lint.yaml", "include: ['*.txt', '*.rst']\nexclude: old/\n")
    assert check("docs") == [*ALL, *ALL]
    assert check("docs/old/c.txt") == ALL
    assert check("docs/old/c.txt", "--force-exclude") == []


def test_the_exit_status_may_be_zero_whatever_is_found() -> None:
    assert check("docs", "--exit-zero", status=0) == ALL
    assert run("docs", "gone.txt", "--exit-zero").returncode == 2


def test_several_reports_are_written_at_once() -> None:
    run("docs", "--output", "json=a.json", "--output", "concise=a.txt", "-q")
    assert len(json.loads(Path("a.json").read_text(encoding="utf-8"))["findings"]) == 2
    assert len(Path("a.txt").read_text(encoding="utf-8").splitlines()) == 3
    assert sorted(path.name for path in Path().iterdir()) == ["a.json", "a.txt", "docs"]


def test_a_report_of_a_run_that_broke_off_is_not_left_half() -> None:
    write("a.json", "old")
    write("plan-lint.yaml", "ignore: [nois]\n")
    run("docs", "--output", "json=a.json")
    assert Path("a.json").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    "outputs",
    [
        ["json=docs/a.txt"], ["json=./docs/../docs/a.txt"], ["json=plan-lint.yaml"], ["json=old.json"],
        ["json=rules.yaml"], ["json=link"], ["json=a", "html=a"], ["json=docs"],
    ],
)  # fmt: skip
def test_a_report_never_takes_the_place_of_what_the_run_reads_or_writes(outputs: list[str]) -> None:
    write("plan-lint.yaml", "baseline: old.json\nrules: rules.yaml\n")
    write("old.json", '{"version": 1, "entries": []}')
    shutil.copy(ROOT / "rules" / "consistency.yaml", "rules.yaml")
    rules = Path("rules.yaml").read_text(encoding="utf-8")
    Path("rules.yaml").write_text(rules.replace("- id: ", "- id: my-"), encoding="utf-8")
    Path("link").symlink_to("docs/a.txt")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    done = run("docs", *(part for output in outputs for part in ("--output", output)))
    assert (done.returncode, "Error: --output" in done.stderr) == (2, True)
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


@pytest.mark.skipif(os.name != "posix", reason="pipes have no names there")
def test_a_report_goes_into_a_pipe_and_through_a_link() -> None:
    os.mkfifo("pipe")
    with subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE) as reader:
        write("real.json", "old")
        Path("link.json").symlink_to("real.json")
        run("docs", "--output", "json=pipe", "--output", "json=link.json")
        assert reader.stdout is not None
        assert len(json.loads(reader.stdout.read())["findings"]) == 2
    assert Path("link.json").is_symlink()
    assert len(json.loads(Path("real.json").read_text(encoding="utf-8"))["findings"]) == 2


def test_statistics_count_in_place_of_findings() -> None:
    shown = run("docs", "--statistics").stdout
    assert shown.splitlines()[0].split() == ["rule", "findings", "files", "of", "all", "files", "fixable"]
    assert "docs/a.txt" in shown


def test_github_gets_annotations_without_being_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("docs").stdout.startswith("::error file=docs/a.txt,line=3,")
    assert run("docs", "--output-format", "concise").stdout.startswith("docs/a.txt:3:")


def test_a_verbose_run_tells_what_it_uses() -> None:
    write("plan-lint.yaml", "fail-on: error\n")
    said = run("docs", "-v").stderr
    assert "configuration: plan-lint.yaml" in said
    assert "rules: " in said
    assert "cache: " in said
