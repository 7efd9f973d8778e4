"""Whatever names, texts and messages hold, each format stays what it is, and nothing of it moves a cursor."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest
from hostile import results, rulesets, worst
from hypothesis import example, given
from showing import VALIDATE, printed
from test_github import read
from test_gitlab import SCHEMA as GITLAB
from test_html import HTML5
from test_json import SCHEMA as JSON
from test_junit import SCHEMA as JUNIT
from test_rdjson import SCHEMA as RDJSON
from test_sarif import VALIDATOR as SARIF

from lint.findings import Finding
from lint.reports import FORMATS
from lint.reports.visible import UNSAFE
from lint.rules import RuleSet
from lint.session import Result

TAGS = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "label", "input", "table", "tbody", "tr", "th",
    "td", "a", "details", "summary", "article", "span", "b", "pre", "mark", "ul", "li",
}  # fmt: skip
PROPERTIES = {"file", "line", "endLine", "col", "endColumn", "title"}


def counted(given_: tuple[Result, ...]) -> list[Finding]:
    return [finding for one in given_ for finding in one.findings]


def troubles(given_: tuple[Result, ...]) -> int:
    return sum(len(one.troubles) for one in given_)


def objects_are_true(told: list[Any], given_: tuple[Result, ...]) -> None:
    texts = {one.file: one.source.text for one in given_ if one.source}
    for one in told:
        assert texts[one["file"]][one["start"]["offset"] : one["end"]["offset"]] == one["text"]
    everything = [*counted(given_), *(finding for one in given_ for finding, _ in one.suppressed)]
    assert sorted(one["message"] for one in told) == sorted(finding.message for finding in everything)
    assert sum(one["suppressed"] is None for one in told) == len(counted(given_))


def is_json(shown: str, given_: tuple[Result, ...]) -> None:
    told = json.loads(shown)
    VALIDATE(told, JSON)
    objects_are_true(told["findings"], given_)
    order = [(one["file"], one["start"]["offset"], one["rule"]) for one in told["findings"]]
    assert order == sorted(order)


def is_jsonl(shown: str, given_: tuple[Result, ...]) -> None:
    objects_are_true([json.loads(line) for line in shown.splitlines()], given_)


def is_sarif(shown: str, given_: tuple[Result, ...]) -> None:
    told = json.loads(shown)
    SARIF.validate(told)
    (run,) = told["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(ids[one["ruleIndex"]] == one["ruleId"] for one in run["results"])
    assert sum(not one["suppressions"] for one in run["results"]) == len(counted(given_))
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]]
    assert all(place.isascii() and place.isprintable() and " " not in place for place in places)


def is_gitlab(shown: str, given_: tuple[Result, ...]) -> None:
    told = json.loads(shown)
    VALIDATE(told, GITLAB)
    assert len({one["fingerprint"] for one in told}) == len(told) == len(counted(given_))
    shown.encode("utf-8")
    json.dumps(told, ensure_ascii=False).encode("utf-8")


def is_rdjson(shown: str, given_: tuple[Result, ...]) -> None:
    told = json.loads(shown)
    VALIDATE(told, RDJSON)
    assert len(told["diagnostics"]) == len(counted(given_))
    json.dumps(told, ensure_ascii=False).encode("utf-8")  # protocol buffers take no lone surrogates


def is_junit(shown: str, given_: tuple[Result, ...]) -> None:
    JUNIT.validate(shown)
    root = ElementTree.fromstring(shown.encode())
    assert len(root) == len(given_)
    assert int(root.attrib["tests"]) == len(list(root.iter("testcase")))
    assert int(root.attrib["failures"]) == len(list(root.iter("failure")))
    assert int(root.attrib["errors"]) == len(list(root.iter("error"))) == troubles(given_)


def is_html(shown: str, given_: tuple[Result, ...]) -> None:
    told = HTML5.HTMLParser(strict=True, namespaceHTMLElements=False).parse(shown)
    assert {element.tag for element in told.iter()} <= TAGS
    assert not {name for element in told.iter() for name in element.attrib if name.startswith("on") or name == "src"}
    assert len(list(told.iter("article"))) == len([f for one in given_ if one.source for f in one.findings])


def is_github(shown: str, given_: tuple[Result, ...]) -> None:
    *commands, last = shown.splitlines()
    assert len(commands) == len(counted(given_)) + troubles(given_)
    assert not last.startswith("::")
    assert all(
        set(read(command)[1]) <= {"file", "line", "endLine", "col", "endColumn", "title"} for command in commands
    )


def is_concise(shown: str, given_: tuple[Result, ...]) -> None:
    assert len(shown.splitlines()) == len(counted(given_)) + 1


def is_for_people(shown: str, given_: tuple[Result, ...]) -> None:
    assert all(shown.count(f" {rule} ") >= 1 for rule in {finding.rule for finding in counted(given_)})


IS: dict[str, Callable[[str, tuple[Result, ...]], None]] = {
    "full": is_for_people, "concise": is_concise, "grouped": is_for_people, "json": is_json, "jsonl": is_jsonl,
    "sarif": is_sarif, "github": is_github, "gitlab": is_gitlab, "junit": is_junit, "rdjson": is_rdjson,
    "html": is_html,
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@example(given_=worst(), rules=RuleSet(()))
@given(given_=results(), rules=rulesets())
def test_a_format_stays_what_it_is_whatever_it_tells(name: str, given_: tuple[Result, ...], rules: RuleSet) -> None:
    shown = printed(name, *given_, rules=rules)
    assert UNSAFE.search(shown.replace("\n", "")) is None
    IS[name](shown, given_)
