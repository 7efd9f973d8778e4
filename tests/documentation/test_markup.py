"""Nothing that a rule or a docstring says becomes markup: what is read is what was written."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import pytest

from documentation import markup

HOSTILE = (
    "<script>alert(1)</script>",
    "a | b | c",
    "`code` and ``more``",
    "{{ site.nav }} {% include 'x' %}",
    "*bold* _this_ __that__ ~~gone~~",
    "[a](javascript:alert(1)) ![b](http://x.example/c.png)",
    "# no heading",
    "&lt; &amp; &#60;",
    "\\* \\n C:\\new",
    "<!-- comment --> <!DOCTYPE x> <?php ?>",
    '" onmouseover="x" \'y\'',
    "http://x.example/ <a@b.example> :smile: $x$ ++ins++ ==mark== ^up^",
    "- - -",
)


class Read(HTMLParser):
    """The text of some HTML, and the elements in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.elements: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(source: str) -> Read:
    """Markdown as a browser reads it."""
    page = Read()
    page.feed(markdown.markdown(source, extensions=["tables", "attr_list", "fenced_code"]))
    return page


@pytest.mark.parametrize("given", HOSTILE)
def test_a_text_reads_as_it_was_written(given: str) -> None:
    page = read(f"x {markup.text(given)} y")
    assert (page.text, page.elements) == (f"x {given} y", ["p"])


@pytest.mark.parametrize("given", HOSTILE)
def test_code_keeps_its_cell_of_a_table(given: str) -> None:
    page = read(f"| a | b |\n|---|---|\n| {markup.code(given)} | z |")
    assert page.elements == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "code", "td"]
    assert [line for line in page.text.split("\n") if line] == ["a", "b", given, "z"]


@pytest.mark.parametrize("given", HOSTILE)
def test_a_docstring_may_say_anything_outside_of_its_code(given: str) -> None:
    assert set(read(markup.prose(f"It says so.\n\n{given}")).elements) <= {"p", "code"}


def test_backticks_are_code_and_one_alone_is_a_backtick() -> None:
    assert markup.spoken("what `set` holds") == "what <code>set</code> holds"
    assert "<code>" not in markup.spoken("a lone ` here")


def test_what_cannot_be_seen_is_written_as_its_code() -> None:
    assert read(markup.text("党\u200b建\x1b[2J")).text == "党<U+200B>建<U+001B>[2J"


def test_lines_stay_lines_and_no_line_of_markdown() -> None:
    assert markup.text("一、\n二、") == "一、&#10;二、"


def test_what_must_be_found_is_marked() -> None:
    assert markup.marked("落实⟦D建⟧，⟦<b>⟧") == "落实<mark>D建</mark>，<mark>&#60;b&#62;</mark>"


def test_a_place_of_no_width_keeps_its_brackets() -> None:
    assert markup.marked("第一⟦⟧章") == "第一<mark>⟦⟧</mark>章"
