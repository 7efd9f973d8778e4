"""Links of docs/ work on GitHub as they stand, and on the site as they are rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from documentation import links

ROOT = Path(__file__).parents[2]


def rewritten(text: str, page: str = "reports.md") -> str:
    return links.rewritten(page, text, ROOT)


def test_a_link_to_the_packs_leads_to_the_reference() -> None:
    assert rewritten("in [`rules/`](../rules), so") == "in [`rules/`](reference/rules/index.md), so"


def test_a_link_to_another_file_of_the_repository_leads_to_it_there() -> None:
    assert rewritten("[x](../CONTRIBUTING.md#style)") == f"[x]({links.REPOSITORY}CONTRIBUTING.md#style)"


def test_a_link_out_of_a_folder_of_docs_is_counted_from_there() -> None:
    assert rewritten("[x](../../rules)", "a/b.md") == "[x](../reference/rules/index.md)"
    assert rewritten("[x](../reports.md)", "a/b.md") == "[x](../reports.md)"


@pytest.mark.parametrize("target", ["../no-such-file.md", "../../main"])
def test_a_link_to_no_file_of_the_repository_is_told(target: str) -> None:
    with pytest.raises(links.BrokenLinkError, match=r"docs/reports\.md: .* leads to no file"):
        rewritten(f"[x]({target})")


@pytest.mark.parametrize(
    "code", ["`[x](../none)`", "``a ` [x](../none)``", "```md\n[x](../none)\n```", "~~~\n`[x](../none)\n~~~"]
)
def test_links_shown_as_code_are_left(code: str) -> None:
    assert rewritten(code) == code


def test_what_leads_elsewhere_is_left() -> None:
    text = "[a](ci.md#github) [b](#x) [c](https://a.example/../b) ![d](../d.png)"
    assert rewritten(text) == text
