"""Strays: lines that only their neighbours show to be chrome."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint.document import Document

Make = Callable[[str], Document]
BODY = "一、任务\n各校要落实主体责任，认真抓好各项工作，确保实效。\n"


def below(document: Document) -> list[str]:
    return [document.lines[index].text for index in sorted(document.strays.below)]


def test_a_line_between_two_lines_of_chrome_is_a_stray(document: Make) -> None:
    assert below(document("当前位置：首页\n某栏目\n发布时间：2024-01-01\n某县工作要点\n" + BODY)) == ["某栏目"]


@pytest.mark.parametrize(
    "own",
    [
        "（2024年3月1日某县人大通过）",
        "某政发〔2024〕5号",
        "某县2024年教育工作要点",
        "各乡镇人民政府：",
        "——在某县会议上",
    ],
)
def test_what_documents_hold_above_their_text_is_none(document: Make, own: str) -> None:
    assert below(document(f"当前位置：首页\n{own}\n发布时间：2024-01-01\n{BODY}")) == []


def test_lines_below_chrome_in_the_tail_are_strays_up_to_the_longest_list(document: Make) -> None:
    links = [f"某县召开第{number}次会议" for number in range(50)]
    found = below(document(BODY + "相关阅读：\n" + "\n".join(links)))
    assert found == links[:40]


@pytest.mark.parametrize("own", ["附件：名单", "某县人民政府", "2024年3月1日", "抄送：县委办", "各校要抓好落实。"])
def test_what_documents_hold_below_their_text_is_none(document: Make, own: str) -> None:
    assert below(document(BODY + "责任编辑：某\n" + own)) == []


SIGNED = BODY + "某县教育局\n2024年3月1日\n"


def signed(document: Document) -> list[str]:
    return [document.lines[index].text for index in sorted(document.strays.signed)]


def test_one_line_below_a_signature_that_is_nobody_s_is_a_stray(document: Make) -> None:
    assert signed(document(SIGNED + "某某网 找错\n")) == ["某某网 找错"]


@pytest.mark.parametrize(
    "own", ["校长 李某", "制表：王某", "共印50份", "财务科", "二〇二四年三月", "存档（2）", "执笔 王某"]
)
def test_what_a_signature_goes_on_with_is_none(document: Make, own: str) -> None:
    assert signed(document(SIGNED + own + "\n")) == []
