"""The command line comes before the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import packs
from lint.config import Config, load, unknown_names
from lint.rules import RuleSet

TEXT = """\
select: [structure]
extend-select: [blank-lines, term-variant]
ignore: [pager]
severity: {numbering-gap: warning, blank-lines: info}
exclude: drafts/
per-file:
  - {files: "*.txt", severity: {level-skip: off}}
"""


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.chdir(tmp_path)
    Path("plan-lint.yaml").write_text(TEXT, encoding="utf-8")
    return load(Path("plan-lint.yaml"))


def test_the_command_line_comes_before_the_configuration(both: Config) -> None:
    over = both.given(select=("noise",), severity={"numbering-gap": "info"}, exclude=("x/",), rules=(Path("mine"),))
    assert (over.select, over.origin("select")) == (("noise",), "command line")
    assert over.severity == {"numbering-gap": "info", "blank-lines": "info"}
    assert (over.origin("severity.numbering-gap"), over.origin("severity.blank-lines")) == (
        "command line", "plan-lint.yaml:4",
    )  # fmt: skip
    assert over.exclude.match("x/a.txt")
    assert over.pack_paths == (Path("mine"),)
    assert over.ignore == both.ignore


def test_who_selects_on_the_command_line_sees_just_that(both: Config) -> None:
    over = both.given(select=("pager",))
    assert (over.select, over.ignore, over.extend_select) == (("pager",), (), ())
    assert both.given(select=("noise",)).ignore == ("pager",)
    assert both.given(select=("noise",), extend_select=("term-variant",)).extend_select == ("term-variant",)


def test_what_the_command_line_extends_is_added(both: Config) -> None:
    assert both.given(extend_select=("target-without-deadline", "blank-lines")).extend_select == (
        "blank-lines", "term-variant", "target-without-deadline",
    )  # fmt: skip


def test_a_severity_of_the_command_line_holds_in_every_file(both: Config) -> None:
    over = both.given(severity={"level-skip": "error", "xyzzy": "info"})
    assert not over.ignored("a.txt", "level-skip", "structure")
    assert over.severity_of("a.txt", "level-skip") is None
    assert over.overrides.severities["level-skip"] == "error"
    assert unknown_names(over, packs.names()) == [
        "--severity: no rule 'xyzzy'; 'plan-lint rule' lists them, 'rules' adds your own"
    ]


def test_what_extends_is_beside_what_is_chosen(builtin: RuleSet) -> None:
    def names(chosen: tuple[str, ...], extended: tuple[str, ...], ignored: tuple[str, ...] = ()) -> set[str]:
        return {rule.id for rule in builtin.select(chosen, ignored, extended).rules}

    usual = names((), ())
    assert "blank-lines" not in usual
    assert names((), ("blank-lines",)) == usual | {"blank-lines"}
    assert names(("targets",), ("pager",)) == names(("targets",), ()) | {"pager"}
    assert names((), ("blank-lines",), ("noise",)) >= {"blank-lines"}
