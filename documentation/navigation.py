"""The configuration of the site: `mkdocs.yml`, with the reference in its navigation."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from typing import Any

from ruamel.yaml import YAML

from documentation import kinds, rules
from lint.rules import RuleSet


class LostPageError(Exception):
    """A page that no group of the navigation has, or a name in it that is no page."""


def configured(source: str, ruleset: RuleSet, pages: set[str]) -> str:
    """The configuration with every page of the reference behind its index.

    Raises LostPageError.
    """
    yaml = YAML()  # keeps tags, which Zensical reads
    settings = yaml.load(source)
    settings["nav"] = _filled(settings["nav"], _reference(ruleset))
    _complete(set(_files(settings["nav"])), pages)
    written = StringIO()
    yaml.dump(settings, written)
    return written.getvalue()


def _reference(ruleset: RuleSet) -> dict[str, list[Any]]:
    """What stands behind the two indexes."""
    packs = rules.by_pack(ruleset)
    return {
        rules.INDEX: [{pack: [{rule.id: rules.file(rule)} for rule in of]} for pack, of in packs.items()],
        kinds.INDEX: [{kind: kinds.file(kind)} for kind in sorted(kinds.ALL)],
    }


def _filled(nav: Any, behind: dict[str, list[Any]]) -> Any:
    if isinstance(nav, dict):
        return {name: _filled(inner, behind) for name, inner in nav.items()}
    if isinstance(nav, list):
        return [
            filled
            for one in nav
            for filled in (_filled(one, behind), *behind.get(one if isinstance(one, str) else "", ()))
        ]
    return nav


def _files(nav: Any) -> Iterator[str]:
    """The pages that a navigation names."""
    if isinstance(nav, str):
        yield nav
    else:
        for inner in nav.values() if isinstance(nav, dict) else nav:
            yield from _files(inner)


def _complete(named: set[str], pages: set[str]) -> None:
    if lost := sorted(pages - named):
        raise LostPageError(f"mkdocs.yml: nav has no place for {', '.join(lost)}; add it to one of the groups")
    if missing := sorted(named - pages):
        raise LostPageError(
            f"mkdocs.yml: nav names {', '.join(missing)}, which is no page of docs/ or of the reference"
        )
