"""Suppressions beside a document are read like those in a configuration."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from lint.config import ConfigError, Entry
from lint.config.reading import entries

SIDECAR = """\
suppress:
  - rules: numbering-gap
    text: 第三章
    reason: 原件缺第三章
    expires: 2027-01-31
  - rules: all
    reason: 扫描件
"""


def faults(text: str, require_reason: bool = False) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        entries(Path("a.yaml"), text.encode(), require_reason)
    return caught.value.faults


def test_a_sidecar_gives_its_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    base = str(tmp_path / "docs")
    assert entries(Path("docs/a.yaml"), SIDECAR.encode(), True) == (
        Entry((), ("numbering-gap",), "第三章", "原件缺第三章", date(2027, 1, 31), base, "docs/a.yaml", 2),
        Entry((), ("all",), "", "扫描件", None, base, "docs/a.yaml", 6),
    )


def test_a_sidecar_holds_nothing_but_suppressions() -> None:
    assert faults("ignore: [noise]\nsuppress: []\n") == ["a.yaml:1: ignore: unknown key; allowed: suppress"]
    assert faults("supress: []\n") == ["a.yaml:1: supress: unknown key; allowed: suppress; did you mean 'suppress'?"]
    assert faults("") == ["a.yaml:1: a sidecar is a map; allowed: suppress"]
    assert faults("suppress: none\n") == ["a.yaml:1: suppress: must be a list, not 'none'"]


def test_the_entries_of_a_sidecar_have_the_faults_of_a_configuration() -> None:
    assert faults("suppress:\n- rules: [x]\n  expires: 2027-02-30\n") == [
        "a.yaml:3: suppress.0.expires: '2027-02-30' is no date: day is out of range for month"
    ]


@pytest.mark.parametrize("entry", ["{}", "reason: 扫描件", "rules: [x]\n  text: ''", "rules: [x]\n  text: ' '"])
def test_an_entry_says_what_it_is_about(entry: str) -> None:
    (told,) = faults(f"suppress:\n- {entry}\n")
    assert "would suppress everything" in told or "'text' is empty" in told


def test_a_reason_is_asked_for_where_one_is_needed() -> None:
    text = "suppress:\n- rules: [x]\n- rules: [y]\n  reason: ' '\n"
    told = "has no 'reason', and 'require-reason' is true; say why it is suppressed"
    assert faults(text, True) == [f"a.yaml:2: suppress.0: {told}", f"a.yaml:3: suppress.1: {told}"]
    assert len(entries(Path("a.yaml"), text.encode())) == 2


def test_sidecars_that_were_kept_are_read_without_pydantic() -> None:
    code = (
        "import sys; from pathlib import Path; from lint.config.reading import entries, keep\n"
        f"entries(Path('a.yaml'), {SIDECAR.encode()!r}); keep()\n"
        "print({'pydantic', 'ruamel.yaml'} & {*sys.modules})"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8") for _ in range(2)]
    assert runs[1].stdout == "set()\n", runs[1].stderr
