"""Numbers as Chinese documents write them: 十二, 二十, 百零三, 廿一, 〇, ○, １２, ⑫, and back.

Digits are read in any mixture of half and full width. Sources: GB/T 15835-2011 for the forms; 廿 and ○ are
what scraped pages hold.
"""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "兩": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
CIRCLED = {chr(0x2460 + i): i + 1 for i in range(20)} | {chr(0x3251 + i): i + 21 for i in range(15)}


def number(written: str) -> int | None:
    """The value of a whole number, in any of the forms above; None when it is none."""
    if not written:
        return None
    if written in CIRCLED:
        return CIRCLED[written]
    if written.isdecimal():
        return int(written)
    return _chinese(written.replace("廿", "二十").replace("卅", "三十"))


def _chinese(written: str) -> int | None:
    if all(c in DIGITS for c in written):
        return int("".join(str(DIGITS[c]) for c in written))
    total, digit = 0, None
    for c in written:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in TENS:
            total += (digit or 1) * TENS[c]
            digit = None
        else:
            return None
    return total + (digit or 0)


def chinese(value: int) -> str:
    """12 → 十二, 105 → 一百零五, 110 → 一百一十; for whole numbers from 0 up to 9999."""
    return _written(value).removeprefix("一") if 10 <= value < 20 else _written(value)


def _written(value: int) -> str:
    if value < 10:
        return "零一二三四五六七八九"[value]
    unit, name = next((u, n) for n, u in (("千", 1000), ("百", 100), ("十", 10)) if value >= u)
    rest = value % unit
    gap = "零" if rest and rest < unit // 10 else ""
    return _written(value // unit) + name + gap + (_written(rest) if rest else "")
