"""A site with a link to nowhere, or one that loads from other hosts, is not passed."""

from __future__ import annotations

from pathlib import Path

import pytest

from documentation import checking

SOUND = """<html><head><link rel="stylesheet" href="site.css"><link rel="canonical" href="https://a.example/">
<script src="a.js"></script></head><body><h1 id="here">x</h1><img src="data:image/png;base64,AA">
<a href="#here">1</a> <a href="b/">2</a> <a href="b/index.html#there">3</a> <a href="https://a.example/">4</a>
<a href="b/#%E9%A6%96">5</a> <a href="mailto:x@a.example">6</a></body></html>"""
OTHER = '<h2 id="there">y</h2><h2 id="首">z</h2><a href="..">up</a>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    for name, text in (("index.html", SOUND), ("b/index.html", OTHER), ("site.css", "a { b: url('c.woff') }")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def told(site: Path, added: str) -> list[str]:
    (site / "index.html").write_text(SOUND.replace("</body>", added + "</body>"), encoding="utf-8")
    return list(checking.faults(site))


def test_a_sound_site_has_no_faults(site: Path) -> None:
    assert list(checking.faults(site)) == []


@pytest.mark.parametrize("target", ["c/", "../c.html", "b/none.html"])
def test_a_link_to_no_file_is_told(site: Path, target: str) -> None:
    assert told(site, f'<a href="{target}">x</a>') == [f"index.html: {target} leads to no file"]


@pytest.mark.parametrize("target", ["#none", "b/#none", "b/index.html#none"])
def test_a_link_to_no_place_is_told(site: Path, target: str) -> None:
    assert told(site, f'<a href="{target}">x</a>') == [f"index.html: {target} leads to no place in its page"]


@pytest.mark.parametrize(
    "loading",
    [
        '<script src="{}"></script>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="preconnect" href="{}">',
        '<img src="{}">',
        '<iframe src="{}"></iframe>',
        '<form action="{}"></form>',
    ],
)
@pytest.mark.parametrize("url", ["https://a.example/x", "//a.example/x", "HTTP://a.example/x"])
def test_what_is_loaded_from_another_host_is_told(site: Path, loading: str, url: str) -> None:
    assert told(site, loading.format(url)) == [f"index.html: loads {url}"]


@pytest.mark.parametrize("css", ["@import '//a.example/x.css';", "a { b: url(https://a.example/x.woff) }"])
def test_styles_that_load_from_another_host_are_told(site: Path, css: str) -> None:
    assert told(site, f"<style>{css}</style>") == ["index.html: a style loads from another host"]
    (site / "index.html").write_text(SOUND, encoding="utf-8")
    (site / "site.css").write_text(css, encoding="utf-8")
    assert list(checking.faults(site)) == ["site.css: loads from another host"]
