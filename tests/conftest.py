"""What every test may ask for: a cache of its own, documents from strings, built-in rules by id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from hypothesis import settings

from lint import packs
from lint.checks import Check
from lint.document import Document
from lint.engine import Engine, apply
from lint.packs import reading
from lint.rules import Rule, RuleSet
from lint.text import Source

Places = list[tuple[str, int]]  # what was found and the offset at which it starts

# The same examples on every machine, few enough for every run; `--hypothesis-profile=search` looks further.
settings.register_profile("suite", max_examples=60, deadline=None, database=None, derandomize=True)
settings.register_profile("search", max_examples=3000, deadline=None, database=None)
settings.load_profile("suite")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests never read or write the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAN_LINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """A document from its text."""
    return lambda text: Document(Source("test.txt", text))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `builtin_rule` runs once for each of them."""
    if "builtin_rule" in metafunc.fixturenames:
        metafunc.parametrize("builtin_rule", _builtin(), ids=lambda rule: rule.id)


@cache
def _builtin() -> tuple[Rule, ...]:
    """The built-in rules, read without the cache: tests are collected before there is one of their own."""
    files = sorted(packs.BUILTIN.glob("*.yaml"))
    return reading.read([(file, file.read_bytes()) for file in files]).rules


@pytest.fixture(scope="session")
def builtin() -> RuleSet:
    """All built-in rules."""
    return RuleSet(_builtin())


@pytest.fixture(scope="session")
def rules(builtin: RuleSet) -> dict[str, Rule]:
    """The built-in rules by id."""
    return {rule.id: rule for rule in builtin.rules}


@pytest.fixture(scope="session")
def engine(builtin: RuleSet) -> Engine:
    """All built-in rules behind the prefilter, whose database takes seconds to build."""
    return Engine(builtin)


@pytest.fixture(scope="session")
def found(rules: dict[str, Rule], document: Callable[[str], Document]) -> Callable[[str, str], Places]:
    """What one built-in rule finds in a text."""
    return lambda rule, text: [(f.text, f.start.offset) for f in apply(rules[rule], document(text))]


@pytest.fixture(scope="session")
def hits(document: Callable[[str], Document]) -> Callable[[Check, str], Places]:
    """What a check finds in a text, whatever the rule."""

    def run(check: Check, text: str) -> Places:
        seen = document(text)
        return [(seen.slice(hit.span), hit.span.start) for hit in check.run(seen)]

    return run
