"""The format `html`: one page that needs nothing and runs nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from importlib import import_module
from typing import Any

from showing import builtin, printed, result, seeds, unreadable

from lint.findings import Severity
from lint.rules import RuleSet
from lint.session import Result

HTML5 = import_module("html5lib")  # it has no types of its own
TEXT = "全面落实甲工作。\n抓好乙工作。\n"


def page(*results: Result, rules: RuleSet | None = None) -> Any:
    """The page as a browser parses it; what is no HTML raises."""
    return HTML5.HTMLParser(strict=True, namespaceHTMLElements=False).parse(printed("html", *results, rules=rules))


def text(element: Any) -> str:
    return "".join(element.itertext())


def test_a_finding_stands_in_its_file_with_the_place_marked() -> None:
    told = page(result(TEXT, "乙", new="丙"))
    (file,) = told.iter("details")
    assert text(file.find("summary")) == "a.txt"
    assert text(file.find("article/p")) == "2:3 warning marked 有“乙”"
    assert text(file.find("article/pre")) == "抓好乙工作。"
    assert [text(mark) for mark in file.iter("mark")] == ["乙"]
    assert text(file.find("article/p[@class='note']")) == "修复：改为“丙”"


def test_the_table_counts_by_file_and_leads_to_it() -> None:
    told = page(result(TEXT, "甲", "乙", file="b.txt"), result(TEXT, "甲", severity=Severity.ERROR), result(TEXT))
    rows = [[text(cell) for cell in row] for row in told.iter("tr")]
    assert rows == [["file", "errors", "warnings", "infos"], ["a.txt", "1", "", ""], ["b.txt", "", "2", ""]]
    targets = {element.attrib["id"] for element in told.iter("details")}
    assert {link.attrib["href"][1:] for link in told.find("body/table").iter("a")} == targets


def test_rules_that_found_something_are_explained_at_the_end() -> None:
    told = page(*seeds(), rules=builtin())
    explained = {element.attrib["id"] for element in told.iter("details") if "class" not in element.attrib}
    assert {link.attrib["href"][1:] for article in told.iter("article") for link in article.iter("a")} == explained
    assert "rule-obfuscated-term" in explained


def test_the_page_may_load_and_run_nothing() -> None:
    said = printed("html", result(TEXT, "甲", message="<script>alert(1)</script>", file="<img src=x>.txt"))
    (style,) = re.findall("<style>(.*?)</style>", said, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in said
    assert not re.search(r"<(script|img|link|iframe|object)|src=\"|url\(|@import|\son\w+=\"|https?:", said)


def test_what_broke_the_run_is_told() -> None:
    assert [text(item) for item in page(unreadable()).iter("li")] == ["gone.txt: no such file or folder"]


def test_a_long_line_is_cut_around_the_place() -> None:
    told = page(result("前" * 500 + "甲" + "后" * 500, "甲"))
    assert text(told.find("body//pre")) == "…" + "前" * 60 + "甲" + "后" * 60 + "…"
    told = page(result("甲" * 500, "甲" * 400))
    assert text(told.find("body//mark")) == "甲" * 300 + "…"
