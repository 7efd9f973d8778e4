"""No pattern of a built-in rule loses itself in a line made to mislead it; run in a process that can be stopped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from itertools import product

from lint import packs, patterns

UNITS = (
    "甲 a 1 - · | > :: / 。 ， 、 * X × ○ ( （ 【 】 [ ] 甲- 甲| 甲> 甲/ 首页 位置 网站 打印 上一篇 共1页 标签 #甲乙# "
    "电话： 版权 a.b &nbsp <a %20 年 月 20 二〇 第 “ ” 同志 1. （甲 甲） 甲： 0551- www. .com aB1 +/ ! ※ 元 % 余 计划"
)
SPACED = (
    " ",
    "\u3000",
    "\t",
    "甲 ",
    "a ",
    "1 ",
    "1 .",
    "2 0 ",
    "甲 - ",
    "登录 | ",
    "打印 ",
    "分享 赞(1 ",
    "[1] ",
    "下一页 ",
)
HEADS = "当前位置： 路径导航： 首页 上一篇： 标签： 编辑： 电话： 打印 登录 共 第 20 甲 【 ，"
TAILS = ("", "。", "x", "甲", "！")
LENGTH = 160  # characters, as long as line rules read
GENEROUS = 300  # seconds for what takes a few; only a pattern without end needs more


def lines() -> Iterator[str]:
    """Repetitions of what patterns repeat, with an end that they cannot match."""
    for unit, tail in product((*UNITS.split(), *SPACED), TAILS):
        yield unit * (LENGTH // len(unit)) + tail
    for head, unit in product(
        HEADS, ["甲-", "甲 ", "甲/", "1 ", "甲|", "a.", "打印 ", "> ", "登录 | ", "：甲", "（甲", "1、"]
    ):
        yield head + unit * (LENGTH // len(unit)) + "。"


def run() -> None:
    """Every pattern over every line; names each pattern first, so that the last one named is the one that hangs."""
    misleading = list(lines())
    for rule in packs.load().rules:
        for key, several in rule.check.patterns().items():
            for pattern in several:
                print(rule.id, key, pattern, flush=True)
                for line in misleading:
                    for _ in patterns.compiled(pattern).finditer(line):
                        pass


def test_every_pattern_comes_to_an_end_on_misleading_lines() -> None:
    try:
        done = subprocess.run([sys.executable, __file__], capture_output=True, encoding="utf-8", timeout=GENEROUS)
    except subprocess.TimeoutExpired as error:
        named = (error.stdout or b"").decode("utf-8").splitlines()[-1:]
        raise AssertionError(f"does not come to an end: {named}") from None
    assert done.returncode == 0, done.stderr


if __name__ == "__main__":
    run()
