"""Packs become rules, or errors that a person can act on: file, line, key, what is wrong, what is allowed."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from lint import packs
from lint.document import Document
from lint.engine import apply
from lint.examples import unmarked
from lint.findings import Severity
from lint.rules import Bad, Rule
from lint.text import Source, Span

BROKEN = Path(__file__).parent / "broken_packs"
PACK = """\
rules:
  - id: forbidden-word
    severity: error
    message: 不应出现“{text}”
    why: 测试用。
    check:
      kind: existence
      tokens: [禁词]
    examples:
      good: [没有这个词。]
      bad: [这里有⟦禁词⟧。]
"""
RUNAWAY = {
    "a repeat in a repeat": ("(?:禁+)+词", None),
    "alternatives that begin alike in a repeat": ("(?:禁|禁禁)+词", "40 characters take minutes"),
    "a bounded repeat in an unbounded one": ("(?:禁{1,9})+词", "what the refusal advises; 30 characters take minutes"),
}


def names() -> list[str]:
    return [file.name for file in sorted(BROKEN.glob("*.yaml"))]


def faults(*files: Path) -> list[str]:
    with pytest.raises(packs.PackError) as caught:
        packs.load(files, builtin=False)
    return caught.value.faults


def expected(name: str) -> list[str]:
    lines = (BROKEN / name).read_bytes().decode("utf-8", "replace").splitlines()
    told = [line.removeprefix("# expect: ") for line in lines if line.startswith("# expect: ")]
    return [f"{name}:{what}" if what[0].isdigit() else f"{name}: {what}" for what in told]


def written(folder: Path, text: str, name: str = "house.yaml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("name", names(), ids=lambda name: name.removesuffix(".yaml"))
def test_a_broken_pack_is_told_by_file_line_key_and_what_is_allowed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    assert faults(Path(name)) == expected(name)


def test_every_broken_pack_says_what_it_expects() -> None:
    assert len(names()) >= 30
    assert [name for name in names() if not expected(name)] == []


def test_an_empty_pack_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "")
    assert faults(Path("house.yaml")) == ["house.yaml:1: a pack is a map with the key 'rules', a list of rules"]


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(pattern, id=name, marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])
        for name, (pattern, reason) in RUNAWAY.items()
    ],
)
def test_a_pattern_that_could_run_away_is_refused_and_named(pattern: str, tmp_path: Path) -> None:
    (fault,) = faults(written(tmp_path, PACK.replace("tokens: [禁词]", f"patterns: ['{pattern}']")))
    assert f":8: rule 'forbidden-word': check.patterns.0: '{pattern}' repeats a repeat" in fault


def test_every_fault_of_every_pack_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    several = ["06-unknown-key-in-pack.yaml", "14-unknown-key-in-rule.yaml", "23-wrong-severity.yaml"]
    assert faults(*map(Path, several)) == [line for name in several for line in expected(name)]


def test_an_id_is_used_once_over_all_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, PACK, "a.yaml")
    written(tmp_path, PACK, "b.yaml")
    assert faults(Path("a.yaml"), Path("b.yaml")) == [
        "b.yaml:2: rule 'forbidden-word': id: 'forbidden-word' is already the id of a rule in a.yaml"
    ]


def test_a_file_with_windows_line_ends_and_a_byte_order_mark_is_a_pack(tmp_path: Path) -> None:
    file = tmp_path / "house.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + PACK.replace("\n", "\r\n").encode())
    assert [rule.id for rule in packs.load((file,), builtin=False).rules] == ["forbidden-word"]


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    (rule,) = packs.load((written(tmp_path, PACK),), builtin=False).rules
    assert (rule.id, rule.pack, rule.severity, rule.message) == (
        "forbidden-word",
        "house",
        Severity.ERROR,
        "不应出现“{text}”",
    )
    assert (rule.scope, rule.documents, rule.fix, rule.check.kind) == ((), (), None, "existence")
    assert rule.examples.bad == (Bad("这里有⟦禁词⟧。"),)


def test_a_folder_gives_its_packs_by_name_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.yml", "a.yaml", "notes.txt"):
        written(tmp_path, PACK.replace("forbidden-word", f"word-{name[0]}"), name)
    assert [(r.pack, r.id) for r in packs.load((tmp_path,), builtin=False).rules] == [("a", "word-a"), ("b", "word-b")]


def test_a_folder_without_packs_and_a_missing_pack_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    assert faults(Path("empty")) == ["empty: no packs here; a pack is a .yaml file"]
    assert faults(Path("gone.yaml")) == ["gone.yaml: no such pack or folder of packs"]


def test_the_built_in_packs_stand_before_those_of_the_user(tmp_path: Path) -> None:
    order = list(dict.fromkeys(rule.pack for rule in packs.load((written(tmp_path, PACK),)).rules))
    assert order == [*sorted(file.stem for file in packs.BUILTIN.glob("*.yaml")), "house"]


def test_names_are_known_without_loading_rules(tmp_path: Path) -> None:
    pack = written(tmp_path, PACK)
    assert packs.names((pack,), builtin=False) == (frozenset({"forbidden-word"}), frozenset({"house"}))
    code = (
        "import sys; from pathlib import Path; from lint import packs; packs.names((Path(sys.argv[1]),), builtin=False)"
    )
    told = "; print({'lint.checks', 'lint.rules', 'pydantic'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code + told, pack], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "set()\n"


def test_a_tag_of_python_never_runs_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    faults(BROKEN / "32-python-object.yaml")
    assert not Path("marker").exists()


def test_the_command_ends_with_status_2_and_the_faults_alone(tmp_path: Path) -> None:
    several = ["14-unknown-key-in-rule.yaml", "23-wrong-severity.yaml"]
    options = [part for name in several for part in ("--rules", name)]
    done = subprocess.run(
        [sys.executable, "-m", "lint", "check", str(tmp_path), *options],
        cwd=BROKEN, env=os.environ, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [line for name in several for line in expected(name)]


def test_a_hostile_pack_sends_no_escapes_to_the_terminal(tmp_path: Path) -> None:
    file = written(tmp_path, PACK.replace("severity: error", 'severity: "\\e[31mx\\u202e"'))
    done = subprocess.run(
        [sys.executable, "-m", "lint", "test", "--rules", file], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr


# The repairs of `structure` also join lines.
CLEANING = [rule for rule in packs.load().rules if rule.fix and rule.pack != "structure"]


@pytest.mark.parametrize("rule", CLEANING, ids=lambda rule: rule.id)
def test_a_repair_that_cleans_touches_nothing_but_its_lines_and_blank_ones_beside_them(rule: Rule) -> None:
    for bad in rule.examples.bad:
        source = Source("example", unmarked(bad.text)[0])
        for finding in apply(replace(rule, documents=()), Document(source)):
            lines = source.whole_lines(Span(finding.start.offset, finding.end.offset))
            end = max(lines.end, finding.end.offset)
            for edit in finding.fix.edits if finding.fix else ():
                before, behind = source.text[edit.span.start : lines.start], source.text[end : edit.span.end]
                assert (before + behind).strip() == ""


def test_a_pack_that_is_asked_for_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = written(tmp_path, PACK)
    assert len(packs.load((file, Path("house.yaml"), tmp_path), builtin=False).rules) == 1
