"""A broken configuration is told in one line for each fault: file, line, key, what is wrong, what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint import config, packs

BROKEN = Path(__file__).parent / "broken"
NAMES = sorted(file.name for file in BROKEN.iterdir())


def expected(name: str) -> list[str]:
    lines = (BROKEN / name).read_bytes().decode("utf-8", "replace").splitlines()
    return [f"{name}:{line.removeprefix('# expect: ')}" for line in lines if line.startswith("# expect: ")]


def faults(file: Path) -> list[str]:
    with pytest.raises(config.ConfigError) as caught:
        config.load(file)
    return caught.value.faults


@pytest.mark.parametrize("name", NAMES)
def test_a_broken_configuration_is_told_by_file_line_key_and_remedy(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    assert faults(Path(name)) == expected(name)
    assert not Path("marker").exists()


def test_every_broken_configuration_says_what_it_expects() -> None:
    assert len(NAMES) >= 20
    assert [name for name in NAMES if not expected(name)] == []


def test_a_misspelt_key_is_told_the_right_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for key in config.KEYS:
        Path("plan-lint.yaml").write_text(f"\n{key[:-1]}: x\n", encoding="utf-8")
        (fault,) = faults(Path("plan-lint.yaml"))
        assert fault.startswith(f"plan-lint.yaml:2: {key[:-1]}: unknown key; allowed: ")
        assert fault.endswith(f"; did you mean '{key}'?")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert faults(Path("gone.yaml")) == ["gone.yaml: cannot be read: no such file or directory"]
    Path("folder.yaml").mkdir()
    assert faults(Path("folder.yaml")) == ["folder.yaml: cannot be read: is a directory"]


@pytest.mark.parametrize(
    ("name", "remedy"), [("a.yaml", "split the configuration"), ("a.toml", "write a plan-lint.yaml")]
)
def test_a_file_too_large_is_told_and_not_read(
    name: str, remedy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(b"#" * 5_000_000)
    assert faults(Path(name)) == [f"{name}: larger than 4000000 bytes; {remedy}"]


def test_faults_of_a_file_below_are_told_with_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house").mkdir()
    Path("house/base.yaml").write_text("ignore: [noise]\nfail-on: eror\n", encoding="utf-8")
    Path("plan-lint.yaml").write_text("extends: house/base.yaml\n", encoding="utf-8")
    assert faults(Path("plan-lint.yaml")) == [
        "house/base.yaml:2: fail-on: 'eror' is not allowed; allowed: error, warning, info, never; did you mean 'error'?"
    ]


def test_files_that_extend_each_other_are_told_with_the_way_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, other in (("a", "b"), ("b", "c"), ("c", "a")):
        Path(f"{name}.yaml").write_text(f"jobs: 1\nextends:\n  - {other}.yaml\n", encoding="utf-8")
    assert faults(Path("a.yaml")) == ["c.yaml:3: extends.0: runs in a circle: a.yaml → b.yaml → c.yaml → a.yaml"]


def test_names_that_no_rule_has_are_told_with_file_line_and_the_nearest_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = """\
select: [structure, numbering-gpa]
extend-select: garblin
ignore:
  - all
  - xyzzy
severity:
  numbering-gab: error
  noise: off
options:
  missing-titel: {except-titled: [附件]}
per-file:
  - files: a/
    ignore: [noize]
    severity: {blank-line: info}
suppress:
  - rules: [numbering-gap, level-skp]
"""
    Path("plan-lint.yaml").write_text(text, encoding="utf-8")
    found = config.load(Path("plan-lint.yaml"))
    assert sorted(config.unknown_names(found, packs.names()), key=lambda fault: int(fault.split(":")[1])) == [
        "plan-lint.yaml:1: select.1: no rule or pack 'numbering-gpa'; did you mean 'numbering-gap'?",
        "plan-lint.yaml:2: extend-select.0: no rule or pack 'garblin'; did you mean 'garbling'?",
        "plan-lint.yaml:5: ignore.1: no rule or pack 'xyzzy'; 'plan-lint rule' lists them, 'rules' adds your own",
        "plan-lint.yaml:7: severity.numbering-gab: no rule 'numbering-gab'; did you mean 'numbering-gap'?",
        "plan-lint.yaml:8: severity.noise: 'noise' is a pack; write the id of one of its rules",
        "plan-lint.yaml:10: options.missing-titel: no rule 'missing-titel'; did you mean 'missing-title'?",
        "plan-lint.yaml:13: per-file.0.ignore.0: no rule or pack 'noize'; did you mean 'noise'?",
        "plan-lint.yaml:14: per-file.0.severity.blank-line: no rule 'blank-line'; did you mean 'blank-lines'?",
        "plan-lint.yaml:16: suppress.0.rules.1: no rule or pack 'level-skp'; did you mean 'level-skip'?",
    ]
