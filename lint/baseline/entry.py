"""One finding that does not count, as a baseline has it."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from datetime import date

from lint.findings import Finding

SHOWN = 40  # characters of a finding's text that an entry quotes, for people who read the file
NEEDED = ("file", "rule", "fingerprint")


@dataclass(frozen=True)
class Entry:
    """One finding that does not count: `file` is relative to the baseline's folder; `expires` is its last day."""

    file: str
    rule: str
    fingerprint: str
    text: str = ""
    reason: str = ""
    expires: str = ""

    @property
    def order(self) -> tuple[str, ...]:
        """Entries stand in this order, so that a change shows as few lines as can be."""
        return self.file, self.rule, self.fingerprint, self.text, self.reason, self.expires

    @property
    def claim(self) -> tuple[str, str]:
        """What a finding must be to claim it."""
        return self.rule, self.fingerprint

    def past(self, today: date) -> bool:
        """Whether its last day has passed, so that it holds no more."""
        return bool(self.expires) and date.fromisoformat(self.expires) < today

    def line(self) -> str:
        """The entry as a baseline says it, on one line of JSON. What is no character of UTF-8 is escaped."""
        told = {key: getattr(self, key) for key in KEYS if key in NEEDED or getattr(self, key)}
        return json.dumps(told, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


KEYS = tuple(field.name for field in fields(Entry))


def made(file: str, finding: Finding, fingerprint: str, known: Entry | None) -> Entry:
    """What a baseline that is written now says of a finding; the reason and the last day of a known one stay."""
    text = " ".join(finding.text.split())
    text = text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
    if known is not None:
        return replace(known, file=file, text=text)
    return Entry(file, finding.rule, fingerprint, text)
