"""One page for people who read reports in a browser: files, findings with their place marked, why the rules are there.

The page holds all it needs and runs nothing; its Content-Security-Policy forbids whatever a document might smuggle in.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from lint import __version__
from lint.findings import Finding, Severity
from lint.reports.excerpts import excerpt
from lint.reports.markup import element, escaped, told_rule
from lint.reports.repairs import WORDS, repair
from lint.reports.summary import Summary
from lint.reports.waiting import Waiting
from lint.session import Result
from lint.text import Source

LEVELS = (Severity.ERROR, Severity.WARNING, Severity.INFO)
OPEN = 10  # files whose findings are unfolded from the beginning


class Html(Waiting):
    """The format `html`."""

    @cached_property
    def _rows(self) -> list[tuple[str, str]]:
        return []  # each file with findings, and its row of the table

    @cached_property
    def _rules_found(self) -> Counter[str]:
        return Counter()

    def result(self, result: Result) -> None:
        """Keep a file's row and its findings."""
        if result.source is None or not result.findings:
            return
        found = Counter(finding.severity for finding in result.findings)
        self._rules_found.update(finding.rule for finding in result.findings)
        name, anchor = escaped(result.file), f"file-{len(self._rows)}"
        counts = "".join(element("td", str(found[level] or ""), "n") for level in LEVELS)
        self._rows.append((result.file, f'<tr><td><a href="#{anchor}">{name}</a></td>{counts}</tr>\n'))
        unfolded = " open" if len(self._rows) <= OPEN else ""
        head = f'<details class="file" id="{anchor}"{unfolded}><summary>{name}</summary>\n'
        source, linked = result.source, self._rules is not None
        self.keep_file(
            result.file, head + "".join(_article(f, source, linked) for f in result.findings) + "</details>\n"
        )

    def close(self, summary: Summary) -> None:
        """Write the whole page."""
        self.write(_head(summary))
        if summary.broken:
            self.write(element("h2", "Errors") + "\n<ul>\n")
            for trouble in summary.troubles:
                if trouble.grave:
                    self.write(element("li", f"{escaped(trouble.file)}: {escaped(trouble.reason)}") + "\n")
            self.write("</ul>\n")
        if self._rows:
            heads = "".join(element("th", f"{level.value}s", "n") for level in LEVELS)
            self.write(element("h2", "Files") + f"\n<table>\n<tr><th>file</th>{heads}</tr>\n")
            for _, row in sorted(self._rows):
                self.write(row)
            self.write("</table>\n" + element("h2", "Findings") + "\n")
            for file in self.kept():
                self.write(file)
            for said in self._told_rules():
                self.write(said)
        self.write(element("p", f"plan-lint {__version__}", "note") + "\n</body>\n</html>\n")

    def _told_rules(self) -> Iterator[str]:
        """What is said of the rules that found something, those that found most first."""
        if self._rules is None:
            return
        known = {rule.id: rule for rule in self._rules().rules}
        yield element("h2", "Rules") + "\n"
        for id_, count in sorted(self._rules_found.items(), key=lambda one: (-one[1], one[0])):
            if id_ in known:
                yield told_rule(known[id_], count)


def _head(summary: Summary) -> str:
    """Everything above the files."""
    style = Path(__file__).with_name("html.css").read_text(encoding="utf-8")
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    boxes = "".join(
        f'<label><input type="checkbox" id="{level.value}" checked> {summary.found[level]} {level.value}s</label>\n'
        for level in LEVELS
    )
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>plan-lint: {summary.sentence()}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"<h1>plan-lint</h1>\n<p>{' '.join(summary.sentences())}</p>\n"
        f'<p class="levels">\n{boxes}</p>\n'
    )


def _article(finding: Finding, source: Source, linked: bool) -> str:
    """One finding: where, how grave, what, and the line with the place marked."""
    level = finding.severity.value
    place = element("span", f"{finding.start.line}:{finding.start.column}", "place")
    name = escaped(finding.rule)
    rule = f'<a href="#rule-{name}">{name}</a>' if linked else name
    before, found, after = map(escaped, excerpt(finding, source))
    return (
        f'<article class="{level}">\n<p>{place} {element("b", level, level)} {rule} {escaped(finding.message)}</p>\n'
        f"<pre>{before}<mark>{found}</mark>{after}</pre>\n"
        f"{_notes(finding, source)}</article>\n"
    )


def _notes(finding: Finding, source: Source) -> str:
    notes = [f"{r.start.line}:{r.start.column} {escaped(r.message)}" for r in finding.related]
    if finding.fix:
        notes.append(escaped(f"{WORDS[finding.fix.safety]}：{repair(finding.fix, source)}"))
    return "".join(element("p", note, "note") + "\n" for note in notes)
