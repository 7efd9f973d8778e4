"""The built site held against two promises: every link leads somewhere, and nothing is loaded from other hosts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADING = {  # the attributes by which an element makes a browser load something, or send it away
    "src": None,
    "srcset": None,
    "poster": None,
    "data": {"object"},
    "action": {"form"},
    "href": {"link", "use", "image"},
}
SILENT = {"canonical", "alternate", "prev", "next", "license", "author"}  # links of a page's head that load nothing
URL = re.compile(r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"](?:https?:)?//", re.IGNORECASE)
NOWHERE = "404.html"  # served in place of any page, so that its links are written from the root


@dataclass
class Page(HTMLParser):
    """What one page links to, may be linked to in, and loads."""

    targets: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    loaded: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @classmethod
    def of(cls, html: str) -> Page:
        """A page, read."""
        page = cls()
        page.feed(html)
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the attributes of an element."""
        given = {name: value or "" for name, value in attrs}
        silent = tag == "link" and not set(given.get("rel", "").split()).isdisjoint(SILENT)
        for name, value in given.items():
            if name in ("id", "name"):
                self.anchors.add(value)
            if name == "href" and tag == "a":
                self.targets.append(value)
            elif name == "style":
                self.styles.append(value)
            elif name in LOADING and (LOADING[name] is None or tag in (LOADING[name] or ())) and not silent:
                self.loaded.append(value)

    def handle_data(self, data: str) -> None:
        """Notes what stands in `<style>`."""
        if self.cdata_elem == "style":
            self.styles.append(data)


def faults(site: Path) -> Iterator[str]:
    """Every promise that the built site does not keep, with the file."""
    pages = {file: Page.of(file.read_text(encoding="utf-8")) for file in sorted(site.rglob("*.html"))}
    for file, page in pages.items():
        name = file.relative_to(site).as_posix()
        for url in page.loaded:
            if _foreign(url):
                yield f"{name}: loads {url}"
        if any(map(URL.search, page.styles)):
            yield f"{name}: a style loads from another host"
        if name != NOWHERE:
            yield from (f"{name}: {target} {what}" for target in page.targets if (what := _lost(file, target, pages)))
    for file in sorted(site.rglob("*.css")):
        if URL.search(file.read_text(encoding="utf-8")):
            yield f"{file.relative_to(site).as_posix()}: loads from another host"


def _foreign(url: str) -> bool:
    parts = urlsplit(url.strip())
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def _lost(file: Path, target: str, pages: dict[Path, Page]) -> str:
    """Why a link leads nowhere; empty where it does not."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return ""
    led = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    led = led / "index.html" if led.is_dir() else led
    if not led.is_file():
        return "leads to no file"
    anchor = unquote(parts.fragment)
    return "leads to no place in its page" if anchor and led in pages and anchor not in pages[led].anchors else ""
