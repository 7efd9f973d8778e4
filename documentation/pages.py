"""What the site is made of: every page of `docs/`, and the reference."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from documentation import kinds, links, navigation, rules
from lint import packs
from lint.rules import RuleSet

CHINESE = ".zh.md"
BREAK = re.compile(r"(?<=[“”\u3000-\u9fff\uff00-\uffef])\n(?=[“”\u3000-\u9fff\uff00-\uffef])")
FENCED = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
IN_CHINESE = "---\nlanguage: zh\n---\n\n"  # what the theme calls the words of its own on such a page
MARK = ".documentation"  # in a folder that may be made anew
THEME = Path(__file__).parent / "theme"


class TakenError(Exception):
    """A folder that holds something of somebody else's."""


def written(root: Path, folder: Path) -> Path:
    """Write all pages of a checkout and the configuration of the site into a folder, and return the latter.

    What an earlier build left there goes; a folder that holds anything else is not touched. Raises TakenError,
    links.BrokenLinkError, navigation.LostPageError and packs.PackError.
    """
    ruleset = packs.load()
    pages = manual(root) | reference(root, ruleset)
    source = (root / "mkdocs.yml").read_text(encoding="utf-8")
    settings = navigation.configured(source, ruleset, set(pages))
    _emptied(folder)
    for page, text in pages.items():
        _write(folder / "docs" / page, text)
    shutil.copytree(THEME, folder / "theme")
    shutil.copy(THEME / "site.css", folder / "docs" / "site.css")
    _write(folder / "mkdocs.yml", settings)
    return folder / "mkdocs.yml"


def _emptied(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).is_file():
            raise TakenError(f"{folder} holds what no build of the documentation made; name another folder")
        shutil.rmtree(folder)
    _write(folder / MARK, "")


def manual(root: Path) -> dict[str, str]:
    """The pages of `docs/`, by their path below it."""
    folder = root / "docs"
    found = {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob("*.md"))}
    return {page: _read(page, file, root) for page, file in found.items()}


def reference(root: Path, ruleset: RuleSet) -> dict[str, str]:
    """The pages of rules and kinds."""
    text = (root / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    return rules.pages(ruleset) | kinds.pages(ruleset, text)


def _read(page: str, file: Path, root: Path) -> str:
    text = links.rewritten(page, file.read_text(encoding="utf-8"), root)
    return IN_CHINESE + joined(text) if page.endswith(CHINESE) else text


def joined(text: str) -> str:
    """Chinese whose lines are broken in the file as one line, for a browser would show each break as a blank."""
    return "".join(piece if index % 2 else BREAK.sub("", piece) for index, piece in enumerate(FENCED.split(text)))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
