"""Blanks where Chinese has none: between two characters, between a number and its unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lint import words
from lint.checks.check import Check, Hit, overlapping
from lint.document import Document
from lint.findings import Edit
from lint.patterns import Pattern
from lint.text import Regions, Span

HAN = "\u4e00-\u9fff"
BETWEEN = rf"(?<=[{HAN}，、；：])(?:[ ]{{1,3}}|\t)(?=[{HAN}])"  # 各 校
BEFORE = rf"(?<=[{HAN}])[ \t\u3000]{{1,4}}(?=\d)"  # 启动 4个
BEHIND = rf"(?<=\d)[ \t\u3000]{{1,4}}(?=[{HAN}%％])"  # 4 个
BEFORE_MARK = (  # 完成 ，
    rf"(?<=[{HAN}])[ \t\u3000]{{1,4}}(?=[，。；：、）！？,;:])",
    rf"(?<=[，。；])[ \t\u3000]{{1,4}}(?=[{HAN}])",
    rf"(?<=[{HAN}])\u3000{{1,2}}(?=[{HAN}])",
    rf"(?<=[《“（])[ \t\u3000]{{1,4}}(?=[{HAN}])",  # 《 安全生产法》
    rf"(?<=[{HAN}])[ \t\u3000]{{1,4}}(?=[》”])",
)
FEW = 5  # such blanks; more of them are how a document was set
PAIRS = (("（", "）"), ("《", "》"), ("“", "”"), ("【", "】"))
HEADING = Pattern(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
SHORT = 20  # characters of a heading that is one phrase
HEADED = 4  # characters of its marker, which may hold a mark
HEADLINE = 8  # characters of the shortest heading that runs into its text
MARKS = Pattern("[，。；：,;:]")
ONLY = 3  # places without a blank that make a single one odd
CLOSE = (rf"[{HAN}](?=\d)", rf"\d(?=[{HAN}%％])")  # where others have no blank


@dataclass(frozen=True)
class Spacing(Check):
    """Reports blanks between Chinese characters, and between these and digits, in running text.

    Blanks around digits are a habit of some documents, which write them throughout: they are told only where no more
    than `odd` in a hundred of such places have one. Blanks between single characters are one finding. What
    `except` matches is left alone. The repair takes the blanks out.
    """

    kind: Literal["spacing"]
    odd: int = 10
    except_: tuple[str, ...] = ()

    def run(self, document: Document) -> Iterator[Hit]:
        """Each blank."""
        headings = (s.heading for s in document.outline.sections if s.heading.end - s.heading.start <= SHORT)
        prose = Regions(sorted((*(Span(line.start, line.end) for line in document.paragraphs), *headings)))
        few = () if sum(1 for _ in document.matches(*BEFORE_MARK)) > FEW else BEFORE_MARK
        told = (BETWEEN, *few, *self._unusual(document))
        found = sorted({Span(*match.span()) for match in document.matches(*told)})
        own = [s for s in found if s.start in prose and not overlapping(self.except_, document, s)]
        for run in _runs([span for span in own if not _stands_for_a_mark(document, span)]):
            yield Hit(Span(run[0].start, run[-1].end), {}, tuple(Edit(span, "") for span in run))

    def _unusual(self, document: Document) -> Iterator[str]:
        for spaced, close in zip((BEFORE, BEHIND), CLOSE, strict=True):
            few = sum(1 for _ in document.matches(spaced))
            others = sum(1 for _ in document.matches(close)) if few else 0
            if few and (few * 100 <= (few + others) * self.odd or (few == 1 and others >= ONLY)):
                yield spaced

    def anchors(self) -> tuple[str, ...] | None:
        """A blank beside a Chinese character."""
        return (BETWEEN, *BEFORE_MARK, BEFORE, BEHIND)

    def patterns(self) -> Mapping[str, tuple[str, ...]]:
        """The exceptions."""
        return {"except": self.except_}

    def repairs(self) -> bool:
        """Always."""
        return True


def _stands_for_a_mark(document: Document, span: Span) -> bool:
    """Whether a blank may be what is left of a mark: in a line that lacks half of a pair, or behind a heading."""
    line = document.source.line_span(document.source.position(span.start).line)
    text = document.slice(line)
    if any(text.count(opening) != text.count(closing) for opening, closing in PAIRS):
        return True
    before, after = document.text[span.start - 1], document.text[span.end : span.end + 1]
    if before.isdigit() or MARKS.match(after) or words.known(before + after):  # 82 元, 改造 。, 综 合
        return False
    ahead = document.text[line.start : span.start]
    return len(ahead) >= HEADLINE and HEADING.match(ahead) is not None and not MARKS.search(ahead[HEADED:])


def _runs(blanks: list[Span]) -> Iterator[list[Span]]:
    """Blanks that only one character parts, together."""
    run: list[Span] = []
    for blank in blanks:
        if run and blank.start - run[-1].end > 1:
            yield run
            run = []
        run.append(blank)
    if run:
        yield run
