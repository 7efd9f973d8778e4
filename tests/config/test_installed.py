"""Packs of installed distributions are found by name, without a line of their code being run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lint import packs
from lint.config import Config, ConfigError, load

PACK = """\
rules:
  - id: forbidden-word
    severity: error
    message: 不应出现“{text}”
    why: 测试用。
    check: {kind: existence, tokens: [禁词]}
    examples:
      good: [没有这个词。]
      bad: [这里有⟦禁词⟧。]
"""


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages with one distribution that brings packs."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    folder = tmp_path / "site"
    monkeypatch.syspath_prepend(str(folder))
    install(folder, "house", {"house": "bureau.rules", "lost": "bureau.gone", "flat": "bureau"})
    (folder / "bureau/rules").mkdir(parents=True)
    (folder / "bureau/__init__.py").write_text("raise SystemExit('imported')")
    (folder / "bureau/rules/house.yaml").write_text(PACK, encoding="utf-8")
    return folder


def install(folder: Path, name: str, points: dict[str, str]) -> None:
    about = folder / f"{name}-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    lines = [f"{point} = {module}" for point, module in points.items()]
    (about / "entry_points.txt").write_text("\n".join(["[plan_lint.packs]", *lines]) + "\n")


def loaded(text: str) -> Config:
    Path("plan-lint.yaml").write_text(text, encoding="utf-8")
    return load(Path("plan-lint.yaml"))


def fault(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        loaded(text)
    (told,) = caught.value.faults
    return told


def test_the_packs_beside_a_module_are_loaded(site: Path) -> None:
    found = loaded("packs: house\n")
    assert [path.resolve() for path in found.pack_paths] == [site / "bureau/rules"]
    assert [rule.id for rule in packs.load(found.pack_paths, builtin=False).rules] == ["forbidden-word"]
    assert "bureau" not in sys.modules


def test_a_package_may_hold_packs_itself(site: Path) -> None:
    assert [path.resolve() for path in loaded("packs: [flat]\n").pack_paths] == [site / "bureau"]


def test_an_unknown_name_is_told_what_is_installed() -> None:
    assert fault("packs:\n  - huose\n") == (
        "plan-lint.yaml:2: packs.0: no installed distribution brings packs 'huose'; "
        "allowed: flat, house, lost; did you mean 'house'?"
    )


def test_a_module_that_is_not_there_is_told() -> None:
    assert fault("packs: lost\n") == (
        "plan-lint.yaml:1: packs.0: 'lost': its module 'bureau.gone' cannot be found; "
        "is the distribution installed whole?"
    )


def test_a_name_that_two_distributions_use_is_told(site: Path) -> None:
    install(site, "other", {"house": "bureau"})
    assert fault("packs: house\n").startswith("plan-lint.yaml:1: packs.0: 'house' is the name of several packs: ")


def test_the_same_packs_twice_are_no_trouble(site: Path) -> None:
    install(site, "twin", {"house": "bureau.rules"})
    assert len(loaded("packs: house\n").pack_paths) == 1
