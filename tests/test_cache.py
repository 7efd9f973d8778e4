"""The cache costs or saves time, never results: torn, stale, foreign and unwritable entries go unnoticed."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from lint import cache

TEXT = "全面落实基层D建工作。\n"
SAID = "a.txt:1:7: error obfuscated-term “D建”疑为“党建”的替写\n1 finding (1 error, 0 warnings, 0 infos) in 1 file.\n"
CLEAN = "清河县教育局2024年工作计划\n\n一、改善办学条件\n\n新建幼儿园{}所，新增学位900个。\n"
SUFFIXES = [".pickle", ".marisa", ".sre", *([".hs"] if find_spec("hyperscan") else [])]
LINT = [sys.executable, "-m", "lint", "--no-cache"]  # what else is kept is looked for only where something is linted
HEAVY = {"pydantic", "ruamel", "rich", "jieba"}
Entry = Callable[[str], Path]
TORN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda whole: b"",
    "half": lambda whole: whole[: len(whole) // 2],
    "without its last byte": lambda whole: whole[:-1],
    "half zeros": lambda whole: whole[: len(whole) // 2] + bytes(len(whole) - len(whole) // 2),
    "all zeros": lambda whole: bytes(len(whole)),
    "another file": lambda whole: b"\x89PNG\r\n\x1a\n" * 100,
}


class Bait:
    """What runs a command when a careless reader unpickles it."""

    def __init__(self, command: str) -> None:
        self.command = command

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (self.command,)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder as a run over TEXT leaves it."""
    folder = tmp_path_factory.mktemp("kept")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAN_LINT_CACHE_DIR", str(folder / "cache"))
        patch.chdir(folder)
        assert run() == (1, SAID, "")
    return folder / "cache"


@pytest.fixture
def entry(kept: Path) -> Entry:
    """The only entry of a kind, in this test's own copy of the cache."""
    shutil.copytree(kept, "cache")
    return lambda suffix: next(Path("cache").glob("*" + suffix))


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")


def run(*options: str) -> tuple[int, str, str]:
    command = [*LINT, "a.txt", "--select", "obfuscated-term", "--output-format", "concise"]
    done = subprocess.run([*command, *options], capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def loaded(*arguments: str) -> set[str]:
    """The top-level modules that a run of the command has imported when it ends."""
    code = "import sys\nfrom lint.cli import main\ntry: main()\nfinally: print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return {name.partition(".")[0] for name in done.stderr.split()}


def entries() -> list[Path]:
    return sorted(Path("cache").iterdir())


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("damage", TORN)
def test_a_torn_entry_changes_nothing(suffix: str, damage: str, entry: Entry) -> None:
    torn = entry(suffix)
    torn.write_bytes(TORN[damage](torn.read_bytes()))
    assert run() == (1, SAID, "")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_torn_entry_is_made_anew(suffix: str, entry: Entry) -> None:
    torn = entry(suffix)
    torn.write_bytes(torn.read_bytes()[: torn.stat().st_size // 2])
    assert cache.load(torn.name) is None
    run()
    assert cache.load(torn.name) is not None


@pytest.mark.skipif(".hs" not in SUFFIXES, reason="without hyperscan there is no prefilter")
def test_an_empty_prefilter_is_made_anew(entry: Entry) -> None:
    torn = entry(".hs")
    torn.write_bytes(b"")
    run()
    assert torn.stat().st_size > 0


def test_a_dictionary_with_a_block_of_zeros_changes_nothing(entry: Entry) -> None:
    words = entry(".marisa")
    whole = words.read_bytes()
    begin = len(whole) * 3 // 40
    words.write_bytes(whole[:begin] + bytes(512) + whole[begin + 512 :])
    assert run() == (1, SAID, "")


def test_a_foreign_pickle_never_runs_code(entry: Entry) -> None:
    rules = entry(".pickle")
    cache.store(rules.name, pickle.dumps(Bait("touch stolen")))  # with a checksum that is right
    assert run() == (1, SAID, "")
    assert not Path("stolen").exists()
    assert b"stolen" not in rules.read_bytes()


@pytest.mark.parametrize("thing", [{"rules": []}, None, "rules", 7])
def test_a_pickle_of_something_else_is_made_anew(thing: object, entry: Entry) -> None:
    rules = entry(".pickle")
    cache.store(rules.name, pickle.dumps(thing))
    assert run() == (1, SAID, "")
    assert len(rules.read_bytes()) > 1000


@pytest.mark.parametrize("thing", [b"", b"7", b"\xff" * 40, b"\x01\0\0\0" + b"k" * 16 + b"\0\0\0\0\x09\0\0\0"])
def test_kept_expressions_that_are_something_else_are_made_anew(thing: bytes, entry: Entry) -> None:
    expressions = entry(".sre")
    cache.store(expressions.name, thing)
    assert run() == (1, SAID, "")
    assert len(expressions.read_bytes()) > 1000


@pytest.mark.parametrize(
    ("about", "code"),
    [
        (b"[]", b""), (b"5", b""), (b"{", b""), (b'[8, "a", {}]', b""), (b"[8, 1, {}]", b"abc"),
        (b"[8, 1, {}]", b"\xe7\3\0\0"), (b"[8, 1, []]", b"\1\0\0\0"), (b'[8, 1, {"a": 9}]', b"\1\0\0\0"),
    ],
)  # fmt: skip
def test_kept_code_that_is_none_is_compiled_anew(about: bytes, code: bytes, entry: Entry) -> None:
    expressions = entry(".sre")
    whole = cache.load(expressions.name) or b""
    count = int.from_bytes(whole[:4], "little")
    packed = len(about).to_bytes(4, "little") + about + code
    place = (0).to_bytes(4, "little") + len(packed).to_bytes(4, "little")
    keys = [whole[4 + 24 * index :][:16] for index in range(count)]
    cache.store(expressions.name, whole[:4] + b"".join(key + place for key in keys) + packed)
    assert run() == (1, SAID, "")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_entry_that_cannot_be_read_changes_nothing(suffix: str, entry: Entry) -> None:
    unreadable = entry(suffix)
    unreadable.unlink()
    unreadable.mkdir()
    assert run() == (1, SAID, "")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_an_entry_of_another_user_is_not_read() -> None:
    assert cache.store("entry", b"theirs") is not None
    os.chown(cache.folder() / "entry", 65534, 65534)
    assert cache.load("entry") is None


def test_a_changed_rule_is_read_anew_though_size_and_time_are_the_same() -> None:
    pack = Path("house.yaml")
    rule = "rules: [{id: word, severity: error, message: A, why: w, check: {kind: existence, tokens: [落实]}, "
    pack.write_text(rule + "examples: {good: [无], bad: [⟦落实⟧]}}]", encoding="utf-8")
    options = ("--rules", "house.yaml", "--select", "word", "-q")
    assert "a.txt:1:3: error word A\n" in run(*options)[1]
    stat = pack.stat()
    pack.write_text(pack.read_text(encoding="utf-8").replace("message: A", "message: B"), encoding="utf-8")
    os.utime(pack, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert "a.txt:1:3: error word B\n" in run(*options)[1]


def test_a_folder_that_cannot_be_written_costs_no_results(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("PLAN_LINT_CACHE_DIR", str(Path("file", "cache").absolute()))
    assert [run(), run()] == [(1, SAID, "")] * 2


def test_runs_at_the_same_time_agree_and_leave_whole_entries() -> None:
    command = [*LINT, "a.txt", "--select", "obfuscated-term", "--output-format", "concise"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") for _ in "1234"]
    assert [process.communicate() for process in runs] == [(SAID, "")] * 4
    assert sorted(path.suffix for path in entries()) == sorted(SUFFIXES)
    assert run() == (1, SAID, "")


@pytest.mark.parametrize("output", ["concise", "json", "full"])
def test_a_run_over_clean_files_imports_nothing_heavy(output: str) -> None:
    names = [f"clean{number}.txt" for number in range(5)]
    for number, name in enumerate(names):
        Path(name).write_text(CLEAN.format(number + 3), encoding="utf-8")
    assert HEAVY & loaded("check", *names) >= {"pydantic", "ruamel"}  # the first run reads YAML
    assert HEAVY & loaded("check", *names, "--output-format", output) == set()


def test_a_second_run_with_findings_reads_no_yaml_and_starts_no_jieba() -> None:
    run()
    second = loaded("a.txt", "--select", "obfuscated-term", "--output-format", "concise", "--fail-on", "never")
    assert HEAVY & second == set()


def test_parts_are_told_apart_in_a_key() -> None:
    assert cache.key("ab", "c") != cache.key("a", "bc")
    assert cache.key("ab", b"c") == cache.key(b"ab", "c")


def test_the_oldest_entries_go() -> None:
    for number in range(cache.KEPT + 3):
        stored = cache.store(f"{number:03}", b"x")
        assert stored is not None
        os.utime(stored, (number, number))
    assert [path.name for path in entries()] == [f"{number:03}" for number in range(3, cache.KEPT + 3)]
