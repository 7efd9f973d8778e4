"""`plan-lint test --watch`, for real: a process that sees files change, and ends with Ctrl-C."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

PACK = """\
rules:
  - id: {id}
    severity: error
    message: 不应出现
    why: 测试用。
    check: {{kind: existence, tokens: {tokens}}}
    examples: {{good: [没有], bad: [{bad}]}}
"""
WORDS = {"one": "禁词", "two": "错词", "three": "坏词"}
WAIT = 30  # seconds for one line, on a machine with much else to do

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another thing there")


class Watching:
    """A running process, and the lines it writes."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "lint", "test", "--watch", "--isolated", *arguments]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdout=pipe, stderr=subprocess.STDOUT, encoding="utf-8")
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, ending: str) -> list[str]:
        """The lines up to one that ends so."""
        lines: list[str] = []
        while not (lines and lines[-1].endswith(ending)):
            lines.append(self._lines.get(timeout=WAIT))
        return lines


@pytest.fixture
def watching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watching]:
    monkeypatch.chdir(tmp_path)
    Path("rules").mkdir()
    write("one", bad="⟦禁词⟧")
    write("two", bad="⟦别的⟧")
    found = Watching("--rules", "rules")
    yield found
    found.process.kill()
    found.process.wait()
    assert found.process.stdout is not None
    found.process.stdout.close()


def write(name: str, bad: str, tokens: str = "") -> None:
    pack = PACK.format(id=name, bad=bad, tokens=tokens or f"[{WORDS[name]}]")
    Path(f"rules/{name}.yaml").write_text(pack, encoding="utf-8")


def test_a_change_is_tried_at_once_and_the_failures_of_others_stay(watching: Watching) -> None:
    assert watching.until("failed.") == [
        "Watching packs and their word lists; Ctrl-C ends.",
        "two: missing: ⟦别的⟧",
        "    nothing found",
        "2 rules, 4 examples: 1 failed.",
    ]
    write("one", bad="⟦不在⟧")
    assert watching.until("failed.") == [
        "one.yaml changed: 1 rule tried again",
        "one: missing: ⟦不在⟧",
        "    nothing found",
        "two: missing: ⟦别的⟧",
        "    nothing found",
        "2 rules, 4 examples: 2 failed.",
    ]
    write("one", bad="⟦禁词⟧")
    watching.until("1 failed.")
    write("two", bad="⟦错词⟧")
    assert watching.until("as they say.")[-1] == "2 rules, 4 examples: all as they say."


def test_a_broken_pack_is_told_and_waited_for(watching: Watching) -> None:
    watching.until("failed.")
    write("two", bad="⟦错词⟧", tokens="[]")
    (fault,) = watching.until("there is nothing to find")
    assert fault.startswith("rules/two.yaml:")
    write("two", bad="⟦错词⟧")
    assert watching.until("as they say.")[0] == "two.yaml changed: 1 rule tried again"


def test_word_lists_and_new_packs_are_seen(watching: Watching) -> None:
    watching.until("failed.")
    Path("rules/words.txt").write_text("错词\n", encoding="utf-8")
    write("two", bad="⟦别的⟧", tokens="{file: words.txt}")
    watching.until("failed.")
    Path("rules/words.txt").write_text("错词\n别的\n", encoding="utf-8")
    assert watching.until("as they say.")[0] == "words.txt changed: 1 rule tried again"
    write("three", bad="⟦坏词⟧")
    assert watching.until("as they say.") == [
        "three.yaml changed: 1 rule tried again",
        "3 rules, 6 examples: all as they say.",
    ]
    Path("rules/three.yaml").unlink()
    assert watching.until("as they say.")[-1] == "2 rules, 4 examples: all as they say."


def test_ctrl_c_ends_with_the_status_of_an_interrupted_check(watching: Watching) -> None:
    watching.until("failed.")
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(WAIT) == 130
    assert watching.until("interrupted")[-1] == "plan-lint: interrupted"
