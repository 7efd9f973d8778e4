"""Pages of rules: one for each, and their index by pack."""

from __future__ import annotations

from collections.abc import Iterator

from documentation import markup, values
from lint.composition import plain
from lint.rules import Bad, Examples, Rule, RuleSet

FIXES = {
    "safe": "safe: no meaning can change",
    "unsafe": "unsafe: a person should look",
    None: "none",
}
GAP = ' <span class="gap">known gap: not yet so</span>'
INDEX = "reference/rules/index.md"


def file(rule: Rule) -> str:
    """The page of a rule."""
    return f"reference/rules/{rule.id}.md"


def pages(ruleset: RuleSet) -> dict[str, str]:
    """The index and one page for each rule, by file."""
    return {INDEX: index(ruleset)} | {file(rule): page(rule) for rule in ruleset.rules}


def by_pack(ruleset: RuleSet) -> dict[str, list[Rule]]:
    """The rules of each pack, in the order in which they are loaded."""
    packs: dict[str, list[Rule]] = {}
    for rule in ruleset.rules:
        packs.setdefault(rule.pack, []).append(rule)
    return packs


def index(ruleset: RuleSet) -> str:
    """All rules by pack."""
    parts = [
        "# Rules",
        f"The {len(ruleset.rules)} rules that plan-lint comes with, by pack. A rule whose severity is `off` runs only "
        "when `--select`, `--extend-select` or a configuration names it.",
    ]
    for pack, rules in by_pack(ruleset).items():
        rows = map(_row, rules)
        parts += [
            f"## {markup.text(pack)}",
            "\n".join(("| rule | severity | fix | message |", "|---|---|---|---|", *rows)),
        ]
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    cells = (f"[{rule.id}]({rule.id}.md)", rule.severity.value, rule.fix or "—", markup.chinese(rule.message))
    return "| " + " | ".join(cells) + " |"


def page(rule: Rule) -> str:
    """What a rule says, why it matters, where it looks, how it is set, and its examples drawn."""
    return "\n\n".join(_parts(rule)) + "\n"


def _parts(rule: Rule) -> Iterator[str]:
    kind = rule.check.kind
    yield f"# {markup.text(rule.id)}"
    yield f'<p class="message">{markup.chinese(rule.message)}</p>'
    yield (
        "| severity | pack | kind | fix |\n|---|---|---|---|\n"
        f"| {rule.severity.value} | [{markup.text(rule.pack)}](index.md#{rule.pack}) "
        f"| [{kind}](../kinds/{kind}.md) | {FIXES[rule.fix]} |"
    )
    yield "## Why"
    yield f"<p>{markup.chinese(rule.why)}</p>"
    yield "## Where"
    yield (
        f"Zones: {_all_or(rule.scope, 'the whole document')}. "
        f"Kinds of document: {_all_or(rule.documents, 'every kind')}. Files: {_all_or(rule.files, 'all')}."
    )
    yield from _options(rule)
    yield from _examples(rule.examples)


def _all_or(names: tuple[str, ...], otherwise: str) -> str:
    return ", ".join(map(markup.code, names)) or otherwise


def _options(rule: Rule) -> Iterator[str]:
    set_ = [(key, value) for key, value in plain(rule.check).items() if key != "kind"]
    if set_:
        yield "## Options"
        rows = "".join(f"<tr><td>{markup.code(key)}</td><td>{values.block(value)}</td></tr>" for key, value in set_)
        head = "<thead><tr><th>option</th><th>value</th></tr></thead>"
        yield f'<div class="options" lang="zh-Hans"><table>{head}<tbody>{rows}</tbody></table></div>'


def _examples(examples: Examples) -> Iterator[str]:
    yield "## What it finds"
    yield _drawn("bad", map(_bad, examples.bad))
    yield "## What it passes"
    yield _drawn("good", (markup.text(good.text.rstrip("\n")) + GAP * good.todo for good in examples.good))


def _bad(example: Bad) -> str:
    """What must be found is marked; below it the text as the fix makes it."""
    fixed = "" if example.fixed is None else f"<ins>{markup.text(example.fixed.rstrip(chr(10)))}</ins>"
    return markup.marked(example.text.rstrip("\n")) + GAP * example.todo + fixed


def _drawn(side: str, examples: Iterator[str]) -> str:
    items = "".join(f"<li>{example}</li>" for example in examples)
    return f'<ul class="examples {side}" lang="zh-Hans">{items}</ul>'
