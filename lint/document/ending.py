"""Where a text breaks off: its last line or its first, when that cannot be the end or beginning of what was written.

A scraped text ends early in four ways: on a word or mark that must go on, on a bracket that it opens, on a heading
with nothing below, on a paragraph without a full stop where all others have one. Signatures, dates, lists, tables and
annexes end without a mark too, and are whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from lint import words
from lint.document.lines import CLOSERS, Line
from lint.document.markers import RANKS
from lint.document.outline import Section
from lint.patterns import Pattern
from lint.text import Span

FOLLOWS = Pattern(r"^(?:[，。、；：）》”！？,;:]|[一二三四五六七八九十]{1,3}[)）])")
BOUND = Pattern(r"^[的了着们化性并且及和与或而等][\u4e00-\u9fff]")  # these too, where they begin no word
COMMA = Pattern(r"[\u4e00-\u9fff”》）)][，,、]$")
GOES_ON = Pattern(r"(?<=[\u4e00-\u9fff])[的和与及或以把将对为在并而]$")
ADVERB = Pattern(r"(?:以及|或者|并且|而且|包括|按照|关于|为了|由于|因为|不仅|对于|针对|进一步|切实|着力|大力|不断)$")
OPENED = Pattern(r"[（(“《【〔]$")
OMITTED = Pattern(r"^[\s.．…·。—–\-\d]+$")  # dots, or a page number: no text
TEXT = Pattern(r"[^\s\d.．…·—–\-]")
LABEL = Pattern(r"^[^，。,\n]{1,12}[:：]|(?:电话|手机|邮箱|网址|传真|热线)[^。]{0,30}$|//[^，。]{0,60}$")
APPENDED = Pattern(r"附[件表录图：:]|[见如][上下附]|一览|名单")
ENDED = "。！？!?；;：:…"
CLAUSES = Pattern(r"[，,。]")
SHORT = 10  # characters; a shorter line that ends with 的 or a comma may be anything
BEGUN = 16  # characters of a last line that has ended a sentence before
LONG = 30  # characters of a last line that can only be a paragraph
PARAGRAPH = 20  # characters, with a comma among them, of any other
HABIT = 3  # paragraphs, or sentences of one line, that make a habit of ending with a mark
RARE = 10  # paragraphs of which one may lack its mark yet
TITLED = 24  # characters of a heading; a longer one says all it has to say
HEADS = RANKS["chinese-paren"]  # deeper numbers may be items of a list, complete in one line


def read(text: str, lines: Sequence[Line], sections: Sequence[Section]) -> Span | None:
    """The last line of a text that breaks off, given the lines of its body and its sections outside annexes."""
    last = next((line for line in reversed(lines) if not line.chrome and not OMITTED.match(line.text)), None)
    if last is None:
        return None
    final = sections[-1] if sections and sections[-1].heading.end == last.end else None
    cut = _goes_on(last) or _unended(text, last, lines, sections)
    if final is not None and final.own_line and not final.children:
        cut = cut or _promised(text, final, sections)
    return Span(last.start, last.end) if cut else None


def cut_beginning(lines: Sequence[Line]) -> Span | None:
    """The first line of a text, where it begins with what can only follow something: a mark, half a word."""
    first = next((line for line in lines if not line.chrome), None)
    if first is None:
        return None
    bound = first.prose and BOUND.match(first.text) is not None and len(words.prefixes(first.text[:4])) < 2
    return Span(first.start, first.end) if bound or FOLLOWS.match(first.text) else None


def _goes_on(line: Line) -> bool:
    """Whether a line ends with a bracket it opens, or is long enough to be text and ends with what must go on."""
    if OPENED.search(line.text):
        return len(line.text) > 1
    if len(line.text) < SHORT:
        return False
    if COMMA.search(line.text) or ADVERB.search(line.text):
        return True
    return GOES_ON.search(line.text) is not None and not words.known(line.text[-2:])


def _promised(text: str, final: Section, sections: Sequence[Section]) -> bool:
    """Whether a last heading promises text, as all before it under the same parent do, and have some."""
    heading = text[final.marker.span.end : final.heading.end].strip()
    if not heading:
        return len(sections) > 1
    if RANKS[final.marker.scheme] > HEADS or len(heading) > TITLED or heading[-1] in "；;":
        return False
    same = [s for s in sections if s.marker.scheme == final.marker.scheme and s.own_line and s is not final]
    others = [s for s in same if s.parent is final.parent]
    alike = all(filled(text, s) and text[s.heading.end - 1] == "。" for s in others)
    all_filled = alike if heading[-1] in "。！？" else all(filled(text, s) for s in others)
    return len(others) > 1 and all_filled and APPENDED.search(heading) is None


def _unended(text: str, last: Line, lines: Sequence[Line], sections: Sequence[Section]) -> bool:
    """Whether a last paragraph ends without a mark, where nearly all before it, or its own sentences, have one."""
    sentences = last.text.count("。")
    if len(last.text) < (BEGUN if sentences else LONG) or not CLAUSES.search(last.text) or LABEL.search(last.text):
        return False
    if _ended(last):
        return False
    headings = {s.heading.start for s in sections if s.own_line and filled(text, s)}
    items = {s.heading.start for s in sections if s.own_line} - headings
    before = [line for line in lines if line.start < last.start and line.start not in headings]
    listed = [line for line in before if line.start in items and last.start in items]
    paragraphs = [line for line in before if len(line.text) >= PARAGRAPH and CLAUSES.search(line.text)]
    bare = sum(not _ended(line) for line in (*paragraphs, *listed))
    return bare <= len(paragraphs) // RARE and max(len(paragraphs), sentences) >= HABIT


def _ended(line: Line) -> bool:
    """Whether a line ends as a paragraph does: with a mark that may stand before a closing one, or that closes."""
    return line.text[-1] in CLOSERS or line.text[-1] in ENDED


def filled(text: str, section: Section) -> bool:
    """Whether anything stands under a heading: a subsection, or text that is more than a page number or dots."""
    return bool(section.children) or TEXT.search(text, section.body.start, section.body.end) is not None
