"""All pages are written into a folder of their own, and nothing else is lost there."""

from __future__ import annotations

from pathlib import Path

import pytest

from documentation import pages, rules
from lint import packs

ROOT = Path(__file__).parents[2]


def test_lines_of_chinese_are_joined_but_not_in_blocks_nor_beside_latin() -> None:
    text = "规则\n写好。\n\n新段\n`code`\n又\n\n```text\n一\n二\n```\n"
    assert pages.joined(text) == "规则写好。\n\n新段\n`code`\n又\n\n```text\n一\n二\n```\n"


def test_the_pages_of_this_checkout_have_their_places(tmp_path: Path) -> None:
    settings = pages.written(ROOT, tmp_path / "site")
    assert "kwds" in settings.read_text(encoding="utf-8")
    assert (tmp_path / "site/docs/index.zh.md").read_text(encoding="utf-8").startswith("---\nlanguage: zh\n---\n")
    assert (tmp_path / "site/docs" / rules.file(packs.load().rules[0])).is_file()


def test_a_folder_of_an_earlier_build_is_made_anew(tmp_path: Path) -> None:
    pages.written(ROOT, tmp_path)
    (tmp_path / "docs/old.md").write_text("old", encoding="utf-8")
    pages.written(ROOT, tmp_path)
    assert not (tmp_path / "docs/old.md").exists()


def test_a_folder_that_holds_anything_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/mine.md").write_text("mine", encoding="utf-8")
    with pytest.raises(pages.TakenError, match="name another folder"):
        pages.written(ROOT, tmp_path)
    assert (tmp_path / "docs/mine.md").read_text(encoding="utf-8") == "mine"
