"""Words with their parts of speech, as jieba parts and tags a text.

jieba is imported when the first text is tagged, which takes a quarter of a second, so a caller first finds the few
texts that matter. Its own dictionary would take twice as long again, need 80 MB and be kept in a folder for temporary
files; it is handed the dictionary of `lint.words` instead, so that it loads, logs and writes nothing.
"""

from __future__ import annotations

import warnings
from collections.abc import Container
from functools import lru_cache
from typing import Any, NamedTuple

from lint import words
from lint.text import Span

ODD = 10  # characters that jieba's model does not know, at 7 ms each; with more, no word is guessed: a text is garbled
LONGEST = 2_000  # characters of a text that are tagged; what is longer without a mark is no sentence


class Tagged(NamedTuple):
    """A word, where it stands, and its part of speech in jieba's tags: `n` a noun, `v` a verb, `m` a number …"""

    word: str
    span: Span
    tag: str


def tagged(text: str, span: Span) -> list[Tagged]:
    """The words of a part of a text, the first 2,000 characters of it, in order; marks are words, blanks are not."""
    found, at = list[Tagged](), span.start
    tagger, known = _tagger()
    part = text[span.start : min(span.end, span.start + LONGEST)]
    odd = sum("\u4e00" <= character <= "\u9fd5" and character not in known for character in part)
    for word, tag in tagger.cut(part, HMM=odd <= ODD):
        if not word.isspace():
            found.append(Tagged(word, Span(at, at + len(word)), tag))
        at += len(word)
    return found


class _Frequencies:
    """The dictionary, asked as jieba asks its own: a beginning of a word is in it, with the frequency 0."""

    def __contains__(self, begin: str) -> bool:
        return words.begins(begin)

    def __getitem__(self, word: str) -> int:
        return words.frequency(word)

    def get(self, word: str, other: Any = None) -> Any:
        """The frequency of a word or a beginning of one; the other value for anything else."""
        return words.frequency(word) if words.begins(word) else other


@lru_cache(maxsize=1)
def _tagger() -> tuple[Any, Container[str]]:
    """jieba's tagger on this dictionary, and the characters that its model of unknown words knows.

    It is apart from the tagger that others who import jieba may change.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the age of its code
        import jieba
        from jieba import posseg
    parting = jieba.Tokenizer()
    parting.FREQ, parting.total, parting.initialized = _Frequencies(), words.total(), True
    tagger = posseg.POSTokenizer.__new__(posseg.POSTokenizer)  # without reading the table of tags once more
    tagger.tokenizer, tagger.word_tag_tab = parting, posseg.dt.word_tag_tab
    return tagger, posseg.char_state_tab_P
