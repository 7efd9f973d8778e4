"""An installed wheel brings its packs along and finds the same as the checkout, from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
TEXT = "推进D建工作，，年底完成。\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel's packages; what they depend on is in the running environment."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), str(wheel)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def run(site: Path | None, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command in a folder, with the wheel's packages before all others, or with the checkout's."""
    environment = os.environ | {"PYTHONPATH": str(site or ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8")


def report(site: Path | None, folder: Path, *paths: str) -> Any:
    done = run(site, folder, sys.executable, "-m", "lint", *paths, "--output-format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    return json.loads(done.stdout)


def test_the_wheel_holds_the_package_its_packs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.partition("/")[0] for name in names}
    packs = sorted(name for name in names if name.endswith((".yaml", ".yml")))
    assert {top for top in tops if not top.endswith(".dist-info")} == {"lint"}
    assert packs == [f"lint/builtin/{pack.name}" for pack in sorted((ROOT / "rules").glob("*.yaml"))]


def test_the_installed_package_is_the_wheels_and_so_are_its_packs(site: Path, elsewhere: Path) -> None:
    code = "import lint, lint.packs; print(lint.__file__); print(lint.packs.BUILTIN)"
    done = run(site, elsewhere, sys.executable, "-P", "-c", code)
    assert done.stdout.splitlines() == [str(site / "lint" / "__init__.py"), str(site / "lint" / "builtin")]


def test_an_installed_wheel_finds_the_same_as_the_checkout(site: Path, elsewhere: Path) -> None:
    for seed in sorted((ROOT / "seeds").glob("*.txt")):
        (elsewhere / seed.name).write_bytes(seed.read_bytes())
    installed, checkout = report(site, elsewhere, "."), report(None, elsewhere, ".")
    assert installed["summary"]["files"] == 6
    assert installed == checkout


@pytest.mark.parametrize("name", ["rules", "config", "suppress", "report"])
def test_an_installed_wheel_makes_the_schemas_of_the_checkout(name: str, site: Path, elsewhere: Path) -> None:
    done = run(site, elsewhere, sys.executable, "-P", "-m", "lint", "schema", name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "schemas" / f"{name}.json").read_text(encoding="utf-8")


def test_the_command_is_installed(site: Path, elsewhere: Path) -> None:
    command = next(site / folder / "plan-lint" for folder in ("bin", "Scripts") if (site / folder).is_dir())
    done = run(site, elsewhere, sys.executable, str(command), "a.txt", "-q", "--select", "obfuscated-term")
    assert done.returncode == 1
    assert done.stdout.startswith("a.txt:1:3: error obfuscated-term “D建”疑为“党建”的替写\n")


def test_the_installed_rules_do_what_their_examples_say(site: Path, elsewhere: Path) -> None:
    done = run(site, elsewhere, sys.executable, "-m", "lint", "test")
    assert (done.returncode, done.stderr) == (0, "")
