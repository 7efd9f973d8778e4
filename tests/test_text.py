"""Spans, positions and sources: offsets count characters, lines end at \\n only."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.text import Position, Regions, Source, Span, Unreadable, decode

LINES = st.text(alphabet="一a \t\u2028\x85\r\n", max_size=40)
CHINESE = st.text(alphabet="教育工作要点推进改革，。：；（）“”《》\n 0123456789abc", min_size=1, max_size=80)


@given(LINES, st.data())
def test_a_position_lies_in_its_line_or_its_lines_end(text: str, data: st.DataObject) -> None:
    source = Source("t", text)
    offset = data.draw(st.integers(0, len(text)))
    position = source.position(offset)
    start, end = source.line_span(position.line)
    assert position == (offset, text.count("\n", 0, offset) + 1, offset - start + 1)
    assert offset <= end or set(text[end:offset]) <= {"\r"}


@given(LINES)
def test_line_spans_and_their_ends_make_up_the_text(text: str) -> None:
    source = Source("t", text)
    spans = [source.line_span(line) for line in range(1, text.count("\n") + 2)]
    assert [text[s.start : s.end] for s in spans] == [line.removesuffix("\r") for line in text.split("\n")]
    assert [s.start for s in spans] == list(source.line_starts)


@pytest.mark.parametrize(
    ("offset", "position"),
    [(0, (0, 1, 1)), (2, (2, 1, 3)), (3, (3, 1, 4)), (4, (4, 2, 1)), (6, (6, 2, 3)), (8, (8, 3, 1)), (9, (9, 3, 2))],
)
def test_lines_and_columns_count_characters_from_one(offset: int, position: tuple[int, int, int]) -> None:
    assert Source("t", "甲𠀀\r\n乙\r丙\n丁").position(offset) == Position(*position)


@pytest.mark.parametrize("mark", ["\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_only_a_line_feed_ends_a_line(mark: str) -> None:
    assert Source("t", f"甲{mark}乙").line_span(1) == (0, 3)


def test_the_carriage_return_before_a_line_feed_is_no_content() -> None:
    source = Source("t", "甲\r\r\n\r\n乙\r")
    assert [source.line_span(line) for line in (1, 2, 3)] == [(0, 2), (4, 4), (6, 7)]


@pytest.mark.parametrize(
    ("span", "lines"),
    [((4, 5), (3, 6)), ((4, 6), (3, 6)), ((4, 7), (3, 9)), ((3, 3), (3, 6)), ((7, 8), (6, 9)), ((9, 9), (9, 9))],
)
def test_whole_lines_take_the_end_of_the_last_line_with_them(span: tuple[int, int], lines: tuple[int, int]) -> None:
    assert Source("t", "一二\n三四\n五六\n").whole_lines(Span(*span)) == Span(*lines)


def test_whole_lines_reach_the_end_of_a_text_without_a_last_line_feed() -> None:
    assert Source("t", "一\n二").whole_lines(Span(2, 3)) == Span(2, 3)


def test_a_span_holds_its_start_and_not_its_end() -> None:
    assert [offset in Span(2, 4) for offset in (1, 2, 3, 4)] == [False, True, True, False]
    assert None not in Span(2, 4)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((0, 2), (1, 3), True),
        ((0, 2), (2, 3), False),
        ((1, 1), (0, 2), True),
        ((1, 1), (1, 3), True),
        ((1, 1), (2, 3), False),
    ],
)
def test_spans_overlap_where_they_share_a_character(
    one: tuple[int, int], other: tuple[int, int], overlap: bool
) -> None:
    assert Span(*one).overlaps(Span(*other)) is overlap


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@given(text=CHINESE)
def test_unicode_comes_back_as_it_was_written(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)).text == text


@given(CHINESE)
def test_gb18030_comes_back_unless_its_bytes_are_utf_8_too(text: str) -> None:
    data = text.encode("gb18030")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        assert decode(data) == (text, "gb18030", False, False)
    else:
        assert decode(data).encoding == "utf-8"


def test_a_byte_order_mark_is_remembered_and_no_part_of_the_text() -> None:
    assert decode("工作".encode("utf-8-sig")) == ("工作", "utf-8", True, False)
    assert decode("工作".encode("utf-16")) == ("工作", "utf-16-le", True, False)


def test_a_torn_character_at_the_end_is_lost_and_said_so() -> None:
    data = "全面推进教育改革".encode()[:-1]
    assert decode(data) == ("全面推进教育改\ufffd", "utf-8", False, True)


def test_a_replacement_character_that_was_written_is_no_loss() -> None:
    assert not decode("改\ufffd革".encode()).lossy
    assert not decode("改\ufffd革".encode("utf-8-sig")).lossy


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"PK\x03\x04\x14\0\0\0\x08\0", bytes(range(256))])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="binary"):
        decode(data)


def test_western_accents_in_one_byte_are_refused_rather_than_read_as_chinese() -> None:
    with pytest.raises(Unreadable, match="encoding"):
        decode("Les élèves étudient à l'école, où ils sont très aidés. ".encode("latin-1") * 3)


def test_big5_is_told_from_gb18030() -> None:
    text = "教育部為推動各級學校發展，訂定本計畫，請各縣市政府依限辦理。" * 4
    assert decode(text.encode("big5")).text == text


def test_a_source_read_from_a_file_keeps_every_character(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("\ufeff一、\r\n甲\r".encode())
    source = Source.read(file)
    assert (source.path, source.text, source.bom) == (str(file), "一、\r\n甲\r", True)


def test_a_source_may_carry_another_name_than_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    assert Source.read(tmp_path / "a.txt", "b.txt").path == "b.txt"


@pytest.mark.parametrize(
    ("spans", "merged"),
    [
        ([], []),
        ([(5, 8), (0, 2)], [(0, 2), (5, 8)]),
        ([(0, 4), (2, 6), (6, 7)], [(0, 7)]),
        ([(0, 9), (2, 3)], [(0, 9)]),
    ],
    ids=["none", "apart", "overlapping or touching", "one in another"],
)
def test_regions_hold_what_their_spans_hold(spans: list[tuple[int, int]], merged: list[tuple[int, int]]) -> None:
    regions = Regions(Span(*span) for span in spans)
    assert regions.spans == merged
    assert [at for at in range(12) if at in regions] == [at for at in range(12) if any(s <= at < e for s, e in spans)]


def test_what_is_no_offset_lies_in_no_region() -> None:
    assert "0" not in Regions([Span(0, 9)])
