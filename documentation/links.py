"""Links of `docs/` on the site: what leads out of the folder works on GitHub, and here leads to where it is told."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

CODE = r"^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
LINK = r"(?<!!)\[(?P<words>[^\[\]]*)\]\((?P<target>\.\./[^()\s]*)\)"
TOKEN = re.compile(f"{LINK}|{CODE}", re.MULTILINE | re.DOTALL)  # the first that begins counts: `[x](../y)` is code
REPOSITORY = "https://github.com/plan-lint/plan-lint/blob/main/"
ON_SITE = {"rules": "reference/rules/index.md", "README.md": "index.md", "README.zh-CN.md": "index.zh.md"}


class BrokenLinkError(Exception):
    """A link that leads to no file of the checkout."""


def rewritten(page: str, text: str, root: Path) -> str:
    """The text of a page with its links out of `docs/`: to a page that has the same, or to the repository.

    `page` is its path below `docs/`, `root` the checkout. Raises BrokenLinkError.
    """

    def _token(found: re.Match[str]) -> str:
        return f"[{found['words']}]({_led(page, found['target'], root)})" if found["target"] else found[0]

    return TOKEN.sub(_token, text)


def _led(page: str, target: str, root: Path) -> str:
    path, mark, anchor = target.partition("#")
    folder = posixpath.dirname(page)
    path = posixpath.normpath(posixpath.join("docs", folder, path))
    if not path.startswith("docs/"):
        if path.startswith("..") or not (root / path).exists():
            raise BrokenLinkError(f"docs/{page}: {target} leads to no file of the repository")
        if path not in ON_SITE:
            return REPOSITORY + path + mark + anchor
        return posixpath.relpath(ON_SITE[path], folder or ".") + mark + anchor
    return target
