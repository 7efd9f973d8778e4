"""What a change of rules gained and lost, as tables and samples for people and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import Any

from lint import __version__
from lint.comparison import Change, Difference, Sides
from lint.findings import Finding
from lint.reports.cells import cell_len
from lint.reports.entries import Entry
from lint.reports.full import block
from lint.reports.json import told
from lint.reports.printing import Printing, Segments
from lint.reports.report import write
from lint.reports.samples import Samples
from lint.reports.summary import counted
from lint.reports.visible import visible
from lint.reports.waiting import dumped
from lint.session import Trouble
from lint.text import Source

COUNTS = ("old", "new", "gained", "lost", "changed")
SIGNS = {"gained": ("+", "green"), "lost": ("-", "red"), "changed": ("~", "yellow")}
IN_MEMORY = 1_000_000  # bytes of findings that wait; more wait in a file


class Totals:
    """Counts over all texts: `old`, `new`, `gained`, `lost` and `changed` findings, each by rule."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.files = 0
        self.troubles: list[Trouble] = []
        self.by_rule: dict[str, Counter[str]] = {name: Counter() for name in COUNTS}

    def add(self, difference: Difference) -> None:
        """Count one text."""
        self.files += difference.result.source is not None
        self.troubles += (trouble for trouble in difference.result.troubles if trouble.grave)
        self.by_rule["old"].update(difference.old)
        self.by_rule["new"].update(difference.new)
        self.by_rule["gained"].update(finding.rule for finding in difference.gained)
        self.by_rule["lost"].update(finding.rule for finding in difference.lost)
        self.by_rule["changed"].update(change.new.rule for change in difference.changed)

    def row(self, rule: str) -> tuple[int, ...]:
        """The counts of one rule."""
        return tuple(self.by_rule[name][rule] for name in COUNTS)

    @property
    def differ(self) -> bool:
        """Whether anything is gained, lost or changed."""
        return any(self.by_rule[name].total() for name in SIGNS)


class Text(Printing):
    """Counts of the rules that are not the same, and samples of what that comes to."""

    def __init__(self, most: int, color: str) -> None:
        super().__init__(color=color)
        self._most = most
        self._samples: dict[tuple[str, str], Samples[Segments]] = {}

    def difference(self, difference: Difference) -> None:
        """Keep what may be a sample of one text's differences."""
        source = difference.result.source
        if source is None:
            return
        for name, found in (("gained", difference.gained), ("lost", difference.lost), ("changed", difference.changed)):
            for rule, one_rule in _by_rule(found).items():
                kept = self._samples.setdefault((rule, name), Samples(self._most))
                kept.offer(source.path, (partial(_sample, name, one, source) for one in one_rule))

    def finish(self, totals: Totals) -> None:
        """The table, then the samples of each rule."""
        same = totals.sides.same
        unlike = [rule for rule in totals.sides.ids if rule not in same]
        for segments in _table(totals, unlike):
            self.print(segments)
        for rule in unlike:
            for name in SIGNS:
                kept = self._samples.get((rule, name))
                for sample in kept.chosen() if kept else ():
                    self.print([("\n", ""), *sample[:-1], (sample[-1][0].rstrip("\n"), sample[-1][1])])
        self.print([("\n" if unlike else "", ""), (_verdict(totals, len(same)), "bold")])


class Json:
    """Everything as one object. What is gained is written at once, the rest waits its turn in a file."""

    def __init__(self, old: str, new: str) -> None:
        head = {"version": 1, "tool": "plan-lint", "tool_version": __version__, "old": old, "new": new}
        write(dumped(head, indent=1)[:-2] + ',\n "gained": [')
        self._begun: set[str] = set()
        self._waiting = {  # closed by `finish`, or with this process
            name: SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8")  # noqa: SIM115
            for name in ("lost", "changed")
        }

    def difference(self, difference: Difference) -> None:
        """Write what is gained in one text, and keep what is lost and changed."""
        source = difference.result.source
        if source is None:
            return
        for finding in difference.gained:
            write(self._item("gained", _told(finding, source)))
        for finding in difference.lost:
            self._waiting["lost"].write(self._item("lost", _told(finding, source)))
        for old, new in difference.changed:
            both = {"old": _told(old, source), "new": _told(new, source)}
            self._waiting["changed"].write(self._item("changed", both))

    def finish(self, totals: Totals) -> None:
        """Write the rest."""
        write(self._closed("gained"))
        for name, file in self._waiting.items():
            write(f',\n "{name}": [')
            file.seek(0)
            for line in file:
                write(line)
            file.close()
            write(self._closed(name))
        rules = [{"rule": rule, **dict(zip(COUNTS, totals.row(rule), strict=True))} for rule in totals.sides.ids]
        errors = [{"file": t.file, "rule": t.rule, "message": t.reason} for t in totals.troubles]
        rest = {"rules": rules, "errors": errors, "summary": {"files": totals.files, **_sums(totals)}}
        write("," + dumped(rest, indent=1)[1:] + "\n")

    def _item(self, name: str, said: dict[str, Any]) -> str:
        comma = "," if name in self._begun else ""
        self._begun.add(name)
        return f"{comma}\n  {dumped(said)}"

    def _closed(self, name: str) -> str:
        return "\n ]" if name in self._begun else "]"


def _told(finding: Finding, source: Source) -> dict[str, Any]:
    """A finding as the JSON report tells it, without what it is beside others."""
    said = dict(told(Entry(finding, source, "", None)))
    return {key: value for key, value in said.items() if key not in ("fingerprint", "suppressed")}


def _by_rule(found: Sequence[Finding] | Sequence[Change]) -> dict[str, list[Finding | Change]]:
    of: dict[str, list[Finding | Change]] = {}
    for one in found:
        of.setdefault((one.new if isinstance(one, Change) else one).rule, []).append(one)
    return of


def _sample(name: str, one: Finding | Change, source: Source) -> Segments:
    """A finding behind its sign; of a change the new one, and what the old one said where that is something else."""
    sign, style = SIGNS[name]
    if isinstance(one, Finding):
        return [(f"{sign} ", style), *block(one, source)]
    gutter = " " * len(str(one.new.start.line))
    before = [(word, text) for word, text in _before(one) if text]
    notes = [part for word, text in before for part in ((f"{gutter} = ", "blue"), (f"{word}: ", "bold"), (text, ""))]
    return [(f"{sign} ", style), *block(one.new, source), *notes]


def _before(change: Change) -> Iterator[tuple[str, str]]:
    """What the old finding said otherwise."""
    old, new = change
    if old.message != new.message:
        yield "原来", visible(old.message) + "\n"
    if old.severity is not new.severity:
        yield "原来", old.severity.value + "\n"
    if old.fix != new.fix:
        yield "原来", "修复不同\n" if old.fix and new.fix else "没有修复\n" if new.fix else "有修复\n"


def _table(totals: Totals, rules: list[str]) -> Iterator[Segments]:
    """A row for each of some rules."""
    if not rules:
        return
    wide = max(cell_len(rule) for rule in ("rule", *rules))
    yield [(f"{'rule':{wide}}" + "".join(f"{name:>9}" for name in COUNTS), "bold")]
    for rule in rules:
        row = totals.row(rule)
        cells = [(f"{rule:{wide}}", "")]
        for name, count in zip(COUNTS, row, strict=True):
            cells.append((f"{count:>9}", SIGNS[name][1] if count and name in SIGNS else ""))
        yield cells


def _sums(totals: Totals) -> dict[str, int]:
    return {name: totals.by_rule[name].total() for name in COUNTS}


def _verdict(totals: Totals, same: int) -> str:
    """`3 gained, 1 lost, 0 changed in 5 files; 66 rules are the same on both sides.`"""
    sums = _sums(totals)
    told = ", ".join(f"{sums[name]} {name}" for name in SIGNS) if totals.differ else "No difference"
    rules = f"; {counted(same, 'rule')} {'is' if same == 1 else 'are'} the same on both sides" if same else ""
    return f"{told} in {counted(totals.files, 'file')}{rules}."
