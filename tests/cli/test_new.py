"""`plan-lint new rule`: what it writes loads, and does what its examples say."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from lint import packs
from lint.examples import try_rule
from lint.packs import shapes
from lint.rules import Bad, Rule

GIVEN = ["--message", "“{text}”没有写明数量", "--why", "无法考核。", "--pattern", "若干(?=名)"]
EXAMPLES = ["--bad", "培育若干名师。", "--good", "培育十名名师。"]
WRITTEN = """\
rules:
  - id: vague-amount
    severity: warning
    message: “{text}”没有写明数量
    why: 无法考核。
    check:
      kind: existence
      patterns: ['若干(?=名)']
    examples:
      good:
        - 培育十名名师。
      bad:
        - 培育⟦若干⟧名师。
"""
TEMPLATE = """\
rules:
  - id: my-rule
    severity: warning
    # What is wrong, in one line; {text} is what was found. To change.
    message: 不应写“{text}”
    # Why it matters: 'plan-lint rule ID' shows it. To change.
    why: 说明为什么不该这样写，它害了什么。
    # What is looked for. To change. Options of kind 'existence', told in docs/writing-rules.md:
    # patterns, tokens, whole-words, except, replacement, without, drop, entities, breaks
    check:
      kind: existence
      tokens: [某词]
    # Whole little documents; ⟦ ⟧ marks just what must be found. To change.
    examples:
      good:
        - 这里没有要找的词。
      bad:
        - 这里有⟦某词⟧。
"""


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def new(*arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "lint", "new", "rule", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)
    return done.returncode, done.stdout, done.stderr


def loaded(name: str) -> list[Rule]:
    """The rules of a pack, whose examples all turn out."""
    rules = [*packs.load((Path(name),), builtin=False).rules]
    assert [outcome for rule in rules for outcome in try_rule(rule)] == []
    return rules


def test_a_rule_is_written_as_a_person_would_write_it() -> None:
    status, shown, told = new("--id", "vague-amount", *GIVEN, *EXAMPLES, "--output", "house.yaml")
    assert (status, told) == (0, "")
    assert shown.splitlines() == [
        "Marked by what the rule finds: 培育⟦若干⟧名师。",
        "Wrote house.yaml; 'plan-lint test vague-amount --rules house.yaml' tries it.",
    ]
    assert Path("house.yaml").read_text(encoding="utf-8") == WRITTEN
    loaded("house.yaml")


def test_an_id_alone_makes_a_template_that_holds_and_tells_what_to_change() -> None:
    status, shown, told = new("--id", "my-rule")
    assert (status, told) == (0, "")
    assert Path("my-rule.yaml").read_text(encoding="utf-8") == TEMPLATE
    assert shown.splitlines() == [
        "Wrote my-rule.yaml; 'plan-lint test my-rule --rules my-rule.yaml' tries it.",
        "To change: line 5, message",
        "To change: line 7, why",
        "To change: line 10, check",
        "To change: line 14, examples",
    ]
    loaded("my-rule.yaml")


def test_every_kind_that_a_built_in_rule_uses_has_a_template_that_holds() -> None:
    kinds = sorted({rule.check.kind for rule in packs.load().rules} & {*shapes.kinds()})
    script = "import sys\nfrom lint.cli.new import command\n"
    script += "for kind in sys.argv[1:]:\n"
    script += "    arguments = ['rule', '--id', 'my-' + kind, '--kind', kind, '--output', 'all.yaml']\n"
    script += "    assert command.main(arguments, standalone_mode=False) == 0\n"
    done = subprocess.run([sys.executable, "-c", script, *kinds], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "")
    assert [rule.check.kind for rule in loaded("all.yaml")] == kinds


def test_a_rule_of_any_kind_can_be_written_from_options() -> None:
    status, _, told = new(
        "--id", "own-width", "--kind", "width", "--severity", "info", "--message", "应为“{replacement}”",
        "--why", "统一。",
        "--option", "marks={',': ，}", "--option", "at-least=3", "--option", "odd=40", "--option", "except=甲",
        "--option", "except=乙", "--scope", "body", "--documents", "plan", "--documents", "report", "--fix", "safe",
        "--bad", "一要抓，二要管，三要严,四要实，五要快。\n", "--good", "一要抓，二要管。\n",
    )  # fmt: skip
    assert (status, told) == (0, "")
    (rule,) = loaded("own-width.yaml")
    assert (rule.scope, rule.documents, rule.fix, rule.severity.value) == (
        ("body",),
        ("plan", "report"),
        "safe",
        "info",
    )
    assert rule.examples.bad[0] == Bad(
        "一要抓，二要管，三要严⟦,⟧四要实，五要快。\n", "一要抓，二要管，三要严，四要实，五要快。\n"
    )
    assert rule.check == shapes.KINDS["width"](
        "width", marks={",": "，"}, at_least=3, odd=40, except_=("甲", "乙"),
    )  # fmt: skip


PACK = """\
# Rules of our house.
rules:

-   id: first      # the first one
    severity: info
    message: '不用“{text}”'
    why:   "测试"
    check: {kind: existence, tokens: [甲]}   # a flow map
    examples: {good: [好], bad: [⟦甲⟧]}
    # nothing more to say
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("last", ["\n", ""], ids=["ended", "open"])
def test_a_pack_keeps_every_byte_and_gets_the_rule_at_its_end(end: str, mark: bytes, last: str) -> None:
    before = mark + (PACK.rstrip("\n") + last).replace("\n", end).encode()
    Path("house.yaml").write_bytes(before)
    assert new("--id", "vague-amount", *GIVEN, *EXAMPLES, "--output", "house.yaml")[0] == 0
    after = Path("house.yaml").read_bytes()
    assert after.startswith(before)
    assert after.count(b"\r\n") == (after.count(b"\n") if end == "\r\n" else 0)
    assert b"\n-" + b" id: vague-amount" in after
    assert [rule.id for rule in loaded("house.yaml")] == ["first", "vague-amount"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_a_file_without_rules_becomes_a_pack(text: str) -> None:
    Path("house.yaml").write_text(text)
    assert new("--id", "vague-amount", *GIVEN, *EXAMPLES, "--output", "house.yaml")[0] == 0
    assert Path("house.yaml").read_text(encoding="utf-8") == text + WRITTEN


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rules: [{id: a}]\n", "its rules are no list whose lines begin with '-'"),
        ("rules: []\n", "its rules are no list whose lines begin with '-'"),
        ("rules:\n", "its rules are no list whose lines begin with '-'"),
        ("jobs: 3\n", "is no pack, which is a map with the one key 'rules'"),
        ("- a\n", "is no pack"),
        ("rules: [\n", "not YAML"),
        (PACK + "...\n", "not YAML"),
        (PACK.replace("info", "inf"), "house.yaml:5: rule 'first': severity: 'inf' is not allowed"),
    ],
    ids=["flow", "empty", "nothing", "map", "list", "broken", "ended", "faulty"],
)
def test_what_is_no_pack_to_add_to_is_left_as_it_is(text: str, told: str) -> None:
    Path("house.yaml").write_text(text, encoding="utf-8")
    status, _, said = new("--id", "vague-amount", *GIVEN, *EXAMPLES, "--output", "house.yaml")
    assert status == 2
    assert told in said
    assert Path("house.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("id_", ["first", "numbering-gap"])
def test_an_id_that_exists_is_never_taken_again(id_: str) -> None:
    Path("house.yaml").write_text(PACK, encoding="utf-8")
    status, _, told = new("--id", id_, *GIVEN, *EXAMPLES, "--output", "house.yaml", "--force")
    assert status == 2
    assert f"'{id_}' is already the id of a rule in " in told
    assert Path("house.yaml").read_text(encoding="utf-8") == PACK


def test_an_id_of_the_configuration_is_not_taken_either() -> None:
    Path("house.yaml").write_text(PACK, encoding="utf-8")
    Path("plan-lint.yaml").write_text("rules: house.yaml\n")
    told = new("--id", "first", *GIVEN, *EXAMPLES)[2]
    assert told.endswith("Error: 'first' is already the id of a rule in pack 'house'; choose another --id\n")


@pytest.mark.parametrize(
    ("examples", "told"),
    [
        (["--bad", "培育名师。", "--good", "好。"], "vague-amount: missing: ⟦培育名师。⟧\n    nothing found\n"),
        (["--bad", "若干名", "--good", "有若干名。"], "vague-amount: noisy: 有若干名。\n    found '若干' at 1:2\n"),
        (["--bad", "⟦若干名⟧", "--good", "好。"], "vague-amount: misplaced: ⟦若干名⟧\n    found '若干' at 1:1\n"),
    ],
    ids=["missing", "noisy", "misplaced"],
)
def test_nothing_is_written_where_an_example_fails_but_by_force(examples: list[str], told: str) -> None:
    status, shown, said = new("--id", "vague-amount", *GIVEN, *examples)
    assert (status, said) == (1, "")
    assert told in shown
    assert shown.endswith(
        "Nothing was written; change the rule or its examples, or write it all the same with --force.\n"
    )
    assert os.listdir() == []
    assert new("--id", "vague-amount", *GIVEN, *examples, "--force")[0] == 0
    assert len(packs.load((Path("vague-amount.yaml"),), builtin=False).rules) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Error: a rule needs its --id, such as --id vague-amount"),
        (["--id", "Vague"], "Vague.yaml:2: rule 'Vague': id: 'Vague' is no id;"),
        (["--id", "a", "--kind", "exist"], "Error: unknown kind 'exist'; allowed: "),
        (["--id", "a", "--pattern", "甲"], "Error: a rule needs --bad and --good"),
        (["--id", "a", "--good", "甲"], "Error: a rule needs --bad and --good"),
        (["--id", "a", "--kind", "pair", "--pattern", "甲", *EXAMPLES], "Error: kind 'pair' has no option 'patterns'"),
        (["--id", "a", "--option", "odd", *EXAMPLES], "Error: --option odd: write KEY=VALUE"),
        (["--id", "a", "--option", "drop=[", *EXAMPLES], "Error: --option drop: not YAML"),
        (["--id", "a", "--pattern", "(a+)+", *EXAMPLES], "a.yaml:10: rule 'a': check.patterns.0: '(a+)+' repeats"),
        (["--id", "a", "--token", "若干", *EXAMPLES, "--fix", "safe"], "offers no repair with these options"),
        (["--id", "a", "--output", "a.txt"], "Error: --output a.txt: a pack is a .yaml file"),
        (["--id", "a", "--output", "no/a.yaml"], "Error: no/a.yaml: cannot be written: no such file or directory"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_no_rule_is_told_and_nothing_is_written(arguments: list[str], told: str) -> None:
    status, _, said = new(*arguments)
    assert status == 2
    assert told in said
    assert os.listdir() == []


HOSTILE = [
    "yes", "null", "1.0", "2024-01-01", "- a", "a: b", "# c", "'", '"', "&a", "*a", "!!python/object:os.system", "{a}",
    "[a]", "%TAG", "@a", "`a`", "a\nb\n", " a ", "\t", "\x1b[31m", "\x07", "\x85", "\u2028", "\u202e", "\ufeff", "~",
    "=", "<<", "? a", "| a", "> a", "\\n", "甲" * 500, "a #b", "a\r\nb", "\U0001f600",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_texts_are_quoted_so_that_they_are_read_again(text: str) -> None:
    from lint.authoring import Bad, Draft, appended

    draft = Draft(
        "a", "info", text, text, {"kind": "substitution", "swap": {text: text}, "phrases": [text, text]}, (text,),
        (Bad(text, text),),
    )  # fmt: skip
    made = appended(Path("a.yaml"), PACK.encode(), draft)  # which reads it again, and refuses what is not the same
    assert made.content.startswith(PACK.encode())


def test_escapes_do_not_reach_the_terminal_nor_the_file_raw() -> None:
    status, shown, told = new("--id", "a", "--token", "\x1b[31m", "--bad", "有\x1b[31m。", "--good", "好\x9b。")
    assert (status, told) == (0, "")
    assert "\x1b" not in shown
    assert not {"\x1b", "\x9b"} & {*Path("a.yaml").read_text(encoding="utf-8")}
    loaded("a.yaml")


def test_bytes_that_are_no_text_are_refused() -> None:
    given = [b"--id", b"a", b"--token", b"\xff", b"--bad", b"a", b"--good", b"b"]
    command = [sys.executable.encode(), b"-m", b"lint", b"new", b"rule", *given]
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert b"that are no UTF-8" in done.stderr
    assert os.listdir() == []


ANSWERS = [
    "vague-amount", "", "“{text}”没有写明数量", "无法考核。", "", "", "若干(?=名)", "",
    "培育若干名师。", "", "培育十名名师。", "",
]  # fmt: skip


def test_what_is_not_given_is_asked_for_on_a_terminal() -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "lint", "new", "rule"]
    running = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, "".join(f"{answer}\n" for answer in ANSWERS).encode())
    shown = b""
    try:
        while piece := os.read(ours, 4096):
            shown += piece
    except OSError:  # the other end is closed
        pass
    assert running.wait(timeout=60) == 0, shown.decode()
    assert Path("vague-amount.yaml").read_text(encoding="utf-8") == WRITTEN
