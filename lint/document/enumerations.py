"""Lists inside running text, and the member that one of them lost, doubled, moved or renumbered.

Members of one form are followed in the order of the text: a list begins at its first ordinal, another may stand
inside it, and it may run on over the paragraphs of a chapter. Where an ordinal is missing it is looked for in any
other form (二、是, 其次, 重点三是) before it is called a gap: what an author mixes is not lost. After a fault the
count goes on from what stands there, so that one fault is told once. Time is linear in the text.

首先 and 其次 only stand in for members of other forms. A list of them alone is not followed: 再次 also means *again*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lint.document import members
from lint.document.members import OUTLINED, Member
from lint.document.outline import Section

CHAPTERS = ("part", "chapter", "section", "article", "chinese", "chinese-paren")  # whose headings end a list
WIDEST_GAP = 3  # missing members; a wider jump is another list
FAR, FAR_LINES = 3, 6  # lines between two members that are still compared; the second where members begin lines
AHEAD = 8  # members that are looked at for a missing one that merely stands later
DEEPEST = 4  # lists inside one another
REACH = 3000  # characters before a second member in which the first is looked for


class Fault(NamedTuple):
    """One fault: its kind, where, the member before, and the ordinals that should stand there.

    Kinds: gap (before the member), repeat, order (it stands behind a later one), misnumbered (in another one's place).
    """

    kind: str
    member: Member
    before: Member | None
    missing: tuple[int, ...] = ()


@dataclass
class _List:
    """What has been counted of one list; `expected` are the ordinals that go on from there."""

    last: Member
    expected: tuple[int, ...]
    highest: int
    seen: set[int] = field(default_factory=set)
    lines: bool = False  # whether one of its members begins a line

    @classmethod
    def begun_by(cls, member: Member) -> _List:
        return cls(member, (member.ordinal + 1,), member.ordinal, {member.ordinal}, member.starts)

    def add(self, member: Member, ordinal: int, *, odd: bool = False) -> None:
        self.seen.add(ordinal)
        self.highest = max(self.highest, ordinal)
        self.expected = (ordinal + 1, self.highest + 1, self.highest + 1 + odd)
        self.last = member._replace(ordinal=ordinal)
        self.lines |= member.starts


def faults(text: str, forms: tuple[str, ...], sections: list[Section]) -> Iterator[Fault]:
    """Every fault of the lists of these forms, form by form. Those at markers that the outline counts are its own."""
    chapters = [section.marker.span.end for section in sections if section.marker.scheme in CHAPTERS]
    outlined = {section.marker.span.start for section in sections}
    rows: defaultdict[str, list[Member]] = defaultdict(list)
    for member in members.read(text, forms, chapters):
        rows[member.form].append(member)
    for form, row in rows.items():
        for fault in _Follower(text, form, row, chapters).faults():
            if fault.member.span.start not in outlined:
                yield fault


class _Follower:
    """Follows the members of one form through a text."""

    def __init__(self, text: str, form: str, row: list[Member], chapters: list[int]) -> None:
        self._text, self._form, self._row, self._chapters = text, form, row, chapters
        self._outlined = form in OUTLINED
        self._open: list[_List] = []

    def faults(self) -> Iterator[Fault]:
        for index, member in enumerate(self._row):
            if self._outlined and member.starts:  # the outline counts it; what follows inside its line is ours
                self._open = [_List.begun_by(member)]
                continue
            fault = self._begin(index, member) if member.ordinal == 1 else self._go_on(index, member)
            if fault is not None and not (fault.kind == "gap" and self._goes_on_below(index, member)):
                yield fault

    def _begin(self, index: int, member: Member) -> Fault | None:
        """A first member begins a list, inside the open one or after it, unless it is no first one."""
        before = self._row[index - 1] if index else None
        if before is not None and (fault := self._no_first(before, member, self._ahead(index))):
            return fault
        kept = [] if member.starts else [one for one in self._open if self._holds(one, member)]
        self._open = [*kept[1 - DEEPEST :], _List.begun_by(member)]
        return None

    def _no_first(self, before: Member, member: Member, ahead: list[int]) -> Fault | None:
        """A first ordinal that begins no list: it comes too late, is doubled, or stands where another one should."""
        top = self._open[-1] if self._open else None
        if not (before.firm and member.firm and self._near(before, member)):
            return None
        if top is None or top.last.span != before.span:
            if before.ordinal == 2 and ahead[:1] == [3]:
                self._open = [_List.begun_by(before)]
                return Fault("order", member, before)
        elif before.line == member.line:
            due = top.last.ordinal + 1
            if due == 2 and ahead[:1] == [2] and ahead.count(2) == 1:
                top.add(member, 1)
                return Fault("repeat", member, before)
            if ahead[:1] == [due + 1] and 2 not in ahead:
                top.add(member, due)
                return Fault("misnumbered", member, before, (due,))
        return None

    def _go_on(self, index: int, member: Member) -> Fault | None:
        """A later member goes on with the innermost list that expects it, or is a fault of the innermost."""
        for depth, one in enumerate(reversed(self._open)):
            reached = not depth or member.starts or one.last.line == member.line
            same = not self._outlined or one.last.region == member.region
            if member.ordinal in one.expected and reached and same:
                del self._open[len(self._open) - depth :]
                one.add(member, member.ordinal)
                return None
        if self._open and self._near(self._open[-1].last, member):
            return self._unexpected(index, member, self._open[-1])
        return None if self._outlined else self._without_first(index, member)

    def _unexpected(self, index: int, member: Member, top: _List) -> Fault | None:
        """What an ordinal means that the list does not expect."""
        before, ordinal, ahead = top.last, member.ordinal, self._ahead(index)
        due = before.ordinal + 1
        if ahead[:1] == [due + 1]:
            top.add(member, due)
            lost = due not in self._mentioned(before, self._row[index + 1])
            return Fault("misnumbered", member, before, (due,)) if lost else None
        if ordinal < due:
            return self._gone_back(member, top, ahead)
        if ordinal > due + WIDEST_GAP:
            return None
        found = top.seen | self._mentioned(before, member) | set(ahead)
        missing = tuple(n for n in range(due, ordinal) if n not in found)
        top.add(member, ordinal)
        return Fault("gap", member, before, missing) if missing else None

    def _gone_back(self, member: Member, top: _List, ahead: list[int]) -> Fault | None:
        """An ordinal under the one before: of this list, or of a new one whose first member is written otherwise."""
        before = top.last
        if (self._outlined and before.starts) or self._begun(before.span.end, member):
            self._open[-1] = _List.begun_by(member)
            return None
        if member.ordinal == 2 and ahead[:1] == [3] and member.line != before.line and not member.starts:
            self._open[-1] = _List.begun_by(member)
            return Fault("gap", member, None, (1,))
        kind = "repeat" if member.ordinal in top.seen else "order"
        top.add(member, member.ordinal, odd=True)
        return Fault(kind, member, before)

    def _without_first(self, index: int, member: Member) -> Fault | None:
        """A second member with a third but without anything that could be the first."""
        if member.ordinal != 2 or self._ahead(index)[:1] != [3] or not self._near(member, self._row[index + 1]):
            return None
        start = max(self._chapters[member.region - 1] if member.region else 0, member.span.start - REACH)
        start = max(start, self._row[index - 1].span.end if index else 0)
        self._open = [_List.begun_by(member)]
        return None if self._begun(start, member) else Fault("gap", member, None, (1,))

    def _ahead(self, index: int) -> list[int]:
        """The ordinals of the members that follow in the same region, up to where a list begins."""
        ordinals: list[int] = []
        for member in self._row[index + 1 : index + 1 + AHEAD]:
            if member.ordinal == 1 or member.region != self._row[index].region or (self._outlined and member.starts):
                break
            ordinals.append(member.ordinal)
        return ordinals

    def _near(self, before: Member, member: Member) -> bool:
        return before.region == member.region and member.line - before.line <= (FAR_LINES if member.starts else FAR)

    def _holds(self, one: _List, member: Member) -> bool:
        """Whether a list may hold one that begins in the midst of a line."""
        return one.last.region == member.region and (one.lines or one.last.line == member.line)

    def _goes_on_below(self, index: int, member: Member) -> bool:
        """Whether the outline counts this list too: it begins a line, and so does a later member."""
        if not self._outlined or not self._open[-1].lines:
            return False
        following = next((one for one in self._row[index + 1 : index + 1 + AHEAD] if one.starts), None)
        return following is not None and following.ordinal > member.ordinal

    def _mentioned(self, before: Member, after: Member) -> set[int]:
        return members.mentioned(self._text, before.span.end, after.span.start, self._form)

    def _begun(self, start: int, member: Member) -> bool:
        return members.begun(self._text, start, member.span.start, self._form)
