"""Clean plans for the stock: invented ones, taken apart into headings and paragraphs and put together anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parents[2]
PLANS = HERE / "tests" / "gold" / "plans"
YEAR = "2026年"
ITEMS = (2, 4)  # paragraphs of a section
SENTENCES = (3, 5)  # of a paragraph that is made of such
CHAPTER = 12  # sections; a text that needs more is parted into chapters

_DIGITS = "零一二三四五六七八九"
_HEADING = re.compile(r"[一二三四五六七八九十]+、(?P<text>.+)")
_MARKER = re.compile(r"(?:——|\d{1,2}[.．、]\s?|[（(][一二三四五六七八九十]+[）)]|[一二三四五六]是)")
_SENTENCE = re.compile(r"[^。]+。[”）]?")
_HANZI = "[\u4e00-\u9fff“”《》（）%％]"
_WIDE = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
_NARROW = {**{chr(code): chr(code - 0xFEE0) for code in range(0xFF10, 0xFF1A)}, "％": "%", "．": ".", "／": "/"}
# Sentences that say a count of what stands beside them, or a year of their own, are sound only where they stand.
_BOUND = re.compile(
    r"附[:：]|如下|以下|下列|上述|(?<!\d)(?!2026|2025)20\d\d(?:年|—)|[一二三四五六七八九十]是|[ 　]|说明|禁烧"
)


@dataclass(frozen=True)
class Stock:
    """What plans are made of: titles with their year, leads, headings and paragraphs without their numbers."""

    titles: tuple[str, ...]
    leads: tuple[str, ...]
    headings: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path = PLANS) -> Stock:
        """The invented plans of the repository; those that number otherwise than `一、` give their title only."""
        titles: list[str] = []
        leads: list[str] = []
        headings: list[str] = []
        paragraphs: list[str] = []
        for path in sorted(folder.glob("*.txt")):
            title, *lines = map(_one_width, path.read_text(encoding="utf-8").splitlines())
            if re.fullmatch(rf"[\u4e00-\u9fff]{{4,20}}{YEAR}[\u4e00-\u9fff]{{2,12}}", title):
                titles.append(title)
            above = True
            for line in filter(None, map(str.strip, lines)):
                text = _MARKER.sub("", line, count=1) if _MARKER.match(line) else line
                if heading := _HEADING.fullmatch(line):
                    headings += [] if re.search(r"\d|总结|回顾|情况", line) else [heading["text"]]
                    above = False
                elif len(text) >= 40 and text.endswith("。") and not _BOUND.search(text):
                    (leads if above and YEAR in text else paragraphs).append(text)
        return cls(tuple(titles), tuple(leads), tuple(dict.fromkeys(headings)), tuple(paragraphs))

    def document(self, size: int, random: Random) -> str:
        """A plan of about `size` UTF-8 bytes: title, lead, numbered sections of numbered paragraphs, signature."""
        title, lead = random.choice(self.titles), random.choice(self.leads)
        foot = f"\n{title[: title.index(YEAR)]}\n2026年1月{random.randint(5, 28)}日\n"
        lines, left = [title, "", lead], size - _octets(title, lead, foot)
        paragraphs, headings = _dealt(self.paragraphs, random), _headings(self.headings, random)
        sections = left // 1500 > CHAPTER  # a section takes some 1,500 bytes
        count = 0
        while left > 0:
            chapter, section = divmod(count, CHAPTER)
            if sections and not section:
                lines += ["", f"第{numeral(chapter + 1)}章 {next(headings)}"]
            lines += ["", f"{numeral((section if sections else count) + 1)}、{next(headings)}"]
            items = [f"（{numeral(n)}）{next(paragraphs)}" for n in range(1, random.randint(*ITEMS) + 1)]
            lines += items
            left -= _octets(*lines[-len(items) - 1 :]) + 1
            count += 1
        return "\n".join(lines) + "\n" + foot


def _one_width(line: str) -> str:
    """Texts that write their marks with different widths cannot be mixed and be clean."""
    line = "".join(_NARROW.get(letter, letter) for letter in line)
    return re.sub(rf"(?<={_HANZI})[,;:()]|[()](?={_HANZI})|(?<=[0-9A-Za-z])[,;](?=\D)", lambda m: _WIDE[m[0]], line)


def _octets(*lines: str) -> int:
    return sum(len(line.encode()) + 1 for line in lines)


def _headings(headings: tuple[str, ...], random: Random) -> Iterator[str]:
    while True:
        yield from random.sample(headings, len(headings))


def _dealt(paragraphs: tuple[str, ...], random: Random) -> Iterator[str]:
    """Each paragraph once, then others made of their sentences: a long plan says no paragraph twice."""
    yield from random.sample(paragraphs, len(paragraphs))
    sentences = [match[0] for paragraph in paragraphs for match in _SENTENCE.finditer(paragraph)]
    while True:
        shuffled = iter(random.sample(sentences, len(sentences)))
        while made := "".join(islice(shuffled, random.randint(*SENTENCES))):
            yield made


def numeral(number: int) -> str:
    """A number below 10,000 as headings write it: 十二, 一百零三."""
    written = ""
    for digit, unit in zip(map(int, f"{number:04}"), "千百十 ", strict=True):
        written += _DIGITS[digit] + unit.strip() if digit else "零"
    written = re.sub("零+", "零", written).strip("零")
    return re.sub("^一十", "十", written)
