"""How often each rule and each pack finds something, and in which files: what `--statistics` shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from lint.advice.firing import LARGE, SHARE, fires, unfired
from lint.findings import Finding
from lint.reports.cells import cell_len, last_cells
from lint.reports.summary import counted
from lint.reports.visible import visible
from lint.rules import Rule
from lint.session import Result

MOST = 40  # rows of a table
WIDEST = 60  # cells of a name; of a longer one the end is shown, which tells files apart
GAP = "  "


@dataclass
class Row:
    """How many findings, in how many files, and how many of them offer a repair."""

    findings: int = 0
    files: int = 0
    fixable: int = 0


class Statistics:
    """Counts of one run, of findings that count; a row for each rule, each pack, and each file with findings."""

    def __init__(self) -> None:
        self._documents = 0
        self._read = 0  # documents that hold text
        self._fired: Counter[str] = Counter()  # rules by the documents in which they found something, counting or not
        self._failed: set[str] = set()  # rules that crashed or took too long somewhere
        self._rows: dict[str, defaultdict[str, Row]] = {name: defaultdict(Row) for name in ("rule", "pack", "file")}

    def add(self, result: Result) -> None:
        """Count one file."""
        self._documents += result.source is not None
        self._read += result.source is not None and bool(result.source.text.strip())
        self._fired.update({one.rule for one in (*result.findings, *(found for found, _ in result.suppressed))})
        self._failed.update(trouble.rule for trouble in result.troubles if trouble.rule)
        touched: set[tuple[str, str]] = set()
        for finding in result.findings:
            for kind, name in _belongs(finding):
                row = self._rows[kind][name]
                row.findings += 1
                row.fixable += finding.fix is not None
                touched.add((kind, name))
        for kind, name in touched:
            self._rows[kind][name].files += 1

    @property
    def large(self) -> bool:
        """Whether there were documents enough to judge rules by."""
        return self._read >= LARGE

    def lines(self, most: int = MOST) -> Iterator[str]:
        """The tables by rule, by pack and by file, each sorted by count and cut after `most` rows."""
        if not self._rows["rule"]:
            yield f"No findings in {counted(self._documents, 'file')}."
            return
        yield from self._table("rule", most)
        yield ""
        yield from self._table("pack", most)
        yield ""
        yield from self._table("file", most)

    def show(self, write: Callable[[str], object], most: int = MOST) -> None:
        """Write the tables, a line at a time."""
        for line in self.lines(most):
            write(line + "\n")

    def advice(self, rules: Sequence[Rule], builtin: Collection[str], share: float = SHARE) -> Iterator[str]:
        """What a large run shows about its rules, a line each; nothing after a small one.

        What does not count has fired all the same. Of rules that failed somewhere nobody knows.
        """
        judged = [rule for rule in rules if rule.id not in self._failed]
        for one in fires(judged, builtin, self._read, self._fired, share):
            yield f"{one.rule}: advice: {one.sentence}"
        if count := unfired(judged, builtin, self._read, self._fired):
            yield f"{counted(count, 'built-in rule')} never fired in {self._read} documents."

    def _table(self, kind: str, most: int) -> Iterator[str]:
        rows = sorted(self._rows[kind].items(), key=lambda one: (-one[1].findings, one[0]))
        heads = ("findings", "fixable") if kind == "file" else ("findings", "files", "of all files", "fixable")
        shown = [(_named(visible(name)), self._told(kind, row)) for name, row in rows[:most]]
        wide = max(cell_len(name) for name in (kind, *(name for name, _ in shown)))
        for name, values in ((kind, heads), *shown):
            cells = (f"{value:>{len(head)}}" for value, head in zip(values, heads, strict=True))
            yield name + " " * (wide - cell_len(name)) + GAP + GAP.join(cells)
        if len(rows) > most:
            rest = sum(row.findings for _, row in rows[most:])
            yield f"… and {counted(len(rows) - most, f'more {kind}')} with {counted(rest, 'finding')}"

    def _told(self, kind: str, row: Row) -> tuple[str, ...]:
        if kind == "file":
            return str(row.findings), str(row.fixable)
        share = f"{row.files / self._documents:.1%}" if self._documents else "-"
        return str(row.findings), str(row.files), share, str(row.fixable)


def _belongs(finding: Finding) -> tuple[tuple[str, str], ...]:
    """The rows that a finding is counted in."""
    return ("rule", finding.rule), ("pack", finding.pack), ("file", finding.file)


def _named(name: str) -> str:
    """The name, or its end after a …"""
    return name if cell_len(name) <= WIDEST else "…" + last_cells(name, WIDEST - 1)
