"""Bytes become text in one place, and what cannot be read says why.

Order: byte order marks, strict UTF-8, strict GB18030 that reads as Chinese, what charset-normalizer is sure of,
UTF-8 with a little damage. GB18030 accepts nearly every run of double bytes, so a decoding counts only when most
of its characters are among the 6,763 of GB 2312, which is what Chinese official text is written in.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

SAMPLE = 65536
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
BINARY_SHARE = 0.02  # of control bytes; a damaged text has a few NULs, a picture or an archive a tenth
DAMAGE_SHARE = 0.01  # of U+FFFD after a lenient UTF-8 reading
CHINESE_SHARE = 0.9  # of GB 2312 characters among the non-ASCII ones
SURE = 0.2  # charset-normalizer's `chaos`: the share of improbable characters


class Unreadable(Exception):  # noqa: N818 - read as "raise Unreadable", it says what the file is
    """A file that is no text, with one sentence that says why."""


class Decoded(NamedTuple):
    """A text, how it was written, and whether bytes were lost on the way (then it must not be written back)."""

    text: str
    encoding: str
    bom: bool = False
    lossy: bool = False


def decode(data: bytes) -> Decoded:
    """Read bytes as text. Raises Unreadable for binary data and for encodings that nothing here is sure of."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    sample = data[:SAMPLE]
    if len(sample) - len(sample.translate(None, CONTROL)) > BINARY_SHARE * len(sample):
        raise Unreadable("binary file, not text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _gb18030(data) or _damaged(data) or _guessed(data)


def _marked(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, bom=True, lossy="\ufffd" in text and text.encode(encoding) != data)


def _gb18030(data: bytes) -> Decoded | None:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "gb18030") if _reads_as_chinese(text) else None


def _reads_as_chinese(text: str) -> bool:
    foreign = "".join(c for c in text[:SAMPLE] if c > "\x7f")
    known = len(foreign.encode("gb2312", "ignore")) / 2
    return known >= CHINESE_SHARE * len(foreign)


def _damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a torn end or a few broken bytes is read on, each broken run as U+FFFD; the rules report it."""
    text = data.decode("utf-8", "replace")
    foreign = sum(c > "\x7f" for c in text[:SAMPLE]) or 1
    broken = text[:SAMPLE].count("\ufffd")
    if broken > max(DAMAGE_SHARE * foreign, 2) or broken * 4 > foreign:
        return None
    return Decoded(text, "utf-8", lossy=True)


def _guessed(data: bytes) -> Decoded:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:SAMPLE]).best()
    if best is not None and best.chaos <= SURE and _plausible(best.alphabets):
        try:
            return Decoded(data.decode(best.encoding), best.encoding)
        except UnicodeDecodeError:
            pass
    raise Unreadable("in no encoding that could be told for sure; convert it to UTF-8 first")


def _plausible(alphabets: list[str]) -> bool:
    """Single-byte code pages decode anything; here only a guess in which there are Han characters counts."""
    return any("CJK" in name for name in alphabets)
