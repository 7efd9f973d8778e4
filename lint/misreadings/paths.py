"""The ways in which Chinese is misread: bytes of one encoding that were decoded with another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.misreadings.chinese import MARKS, simplified, traditional

WIDE = ("gb18030", "big5", "cp932", "cp949", "euc_jp", "utf-8", "utf-16-le", "utf-16-be")
NARROW = (
    "cp1252", "mac-roman", "cp1251", "koi8-r", "cp437", "cp850", "cp866", "iso8859-15", "iso8859-2", "iso8859-5",
    "iso8859-7", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874", "mac-cyrillic",
)  # fmt: skip
READ_AS = WIDE + NARROW
UNSAID = b"\xff"  # stands for a character that an encoding does not have; no character of MEANT holds it
SHARE = 0.5  # of two-byte characters that are common ones; of random bytes four in ten are
GLANCE = 18  # bytes that may be all of a short run
LEAD = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]")  # the beginnings of Chinese in UTF-8


class Source(NamedTuple):
    """A text, and where each of its characters, and its end, stand in the document's part that is looked at."""

    text: str
    at: list[float]


def source(text: str) -> Source:
    """A text as it stands."""
    return Source(text, list(map(float, range(len(text) + 1))))


@lru_cache(maxsize=1 << 15)
def octets(character: str, read_as: str) -> bytes:
    """The bytes that were read as a character; what a code page leaves open stands for itself."""
    data = character.encode(read_as, "ignore")
    if read_as == "gb18030" and len(data) > 2:
        return UNSAID
    if data:
        return data
    if read_as == "big5":
        return character.encode("cp950", "ignore") or character.encode("big5hkscs", "ignore") or UNSAID
    if read_as in NARROW and character < "\u00a0":
        return character.encode("latin-1")
    return UNSAID


def encoded(source: Source, read_as: str) -> bytes:
    """The bytes that were read as a text."""
    return b"".join(octets(character, read_as) for character in source.text)


def same(read_as: str, meant: str) -> bool:
    """Whether a text was read as what it is, so that only a lost byte can have spoilt it."""
    return read_as == meant or (read_as, meant) == ("gb18030", "gbk")


def told(near: str, read_as: str) -> Iterator[str]:
    """The encodings of Chinese that some characters may be, when their bytes are looked at without care."""
    data = b"".join(octets(character, read_as) for character in near)
    head = data[:GLANCE]
    if read_as != "utf-8" and max(len(LEAD.findall(part)) * 6 - len(part) for part in (head, data)) >= 0:
        yield "utf-8"
    for meant in ("gbk", "big5", "utf-16-le", "utf-16-be"):
        if read_as[:6] == "utf-16" and meant[:6] != "utf-16":
            continue
        common = traditional() if meant == "big5" else simplified()
        starts = (1,) if same(read_as, meant) else (0, 1)
        if max(_share(data[start:], meant, common) for start in starts) >= SHARE:
            yield meant


def _share(data: bytes, meant: str, common: frozenset[str]) -> float:
    """The share of common characters among those of two bytes."""
    wide = [character for character in data.decode(meant, "ignore") if character > "\x7f" and character not in MARKS]
    return sum(map(common.__contains__, wide)) / len(wide) if len(wide) >= 2 else 0.0


def intermediate(source: Source, read_as: str) -> Source | None:
    """The text that was UTF-8 before it was misread once more; None where hardly any of it is UTF-8."""
    data, ends = bytearray(), []
    for index, character in enumerate(source.text):
        piece = octets(character, read_as)
        data += piece
        here, step = source.at[index], (source.at[index + 1] - source.at[index]) / len(piece)
        ends += [here + step * (part + 1) for part in range(len(piece))]
    text = bytes(data).decode("utf-8", "surrogateescape")
    if sum("\x80" <= c < "\ud800" or c > "\udfff" for c in text) * 4 < sum("\ud800" <= c <= "\udfff" for c in text) * 3:
        return None
    at, size = [source.at[0]], 0
    for character in text:
        size += len(character.encode("utf-8", "surrogateescape"))
        at.append(ends[size - 1])
    return Source(text.translate(GAPS), at)


GAPS = dict.fromkeys(range(0xDC80, 0xDD00), "\ufffd")
