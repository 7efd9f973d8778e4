"""Words with a sign put inside, so that no filter finds them: 领·导, 工.作, 信/访.

A sign that never stands between Chinese characters counts inside any word of the dictionary. One that joins or parts
words elsewhere counts only inside words that are hidden so, and where neither side makes a word by itself.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from lint import segments, words
from lint.initials import Restored
from lint.patterns import Match
from lint.text import Span

HAN = "\u4e00-\u9fff"
STRANGE = rf"(?<=[{HAN}])[.．•~～^#＃_@$&=丨`|\\'★☆♂♀♠♥♣◇◆※§¤♪✿✦\"∙●¨]{{1,2}}(?=[{HAN}])"
PARTING = rf"(?<=[{HAN}])[·、/／\-—–－](?=[{HAN}])"
PARTED = frozenset("·、/／-—–－")
ROW = rf"[{HAN}](?P<sign>[~～/_·.．*＊+\-—])(?:[{HAN}](?P=sign)){{1,8}}[{HAN}]"  # 生/活/垃/圾
SIGNS = (ROW, STRANGE, PARTING)
NEAR = 2  # characters to each side in which another such sign shows a list
COMMON = 3  # occurrences of a word that a sign is taken out of
NUMERALS = frozenset("〇零○一二三四五六七八九十百千万")  # 四．五
COORDINATE = frozenset(("乡镇", "乡村", "城镇", "教学", "街道"))  # two things: 乡、镇


def strange(text: str, match: Match) -> Restored | None:
    """The word of the dictionary that a strange sign stands in."""
    if {text[match.start() - 1], text[match.end()]} <= NUMERALS:
        return None
    place = segments.around(text, Span(*match.span()))
    before, after = text[place.start : match.start()], text[match.end() : place.end]
    two = min(len(before), len(after)) > 1 and words.known(before) and words.known(after)  # 信用~风险
    return Restored(place, before + after) if words.frequency(before + after) >= COMMON and not two else None


def row(match: Match) -> Restored | None:
    """The words between whose characters one sign stands; none where one of them is a character (人-机-电)."""
    joined = match[0].replace(match["sign"], "")
    alone = any(segments.whole(joined, Span(at, at + 1)) for at in range(len(joined)))
    return None if alone or not NUMERALS.isdisjoint(joined) else Restored(Span(*match.span()), joined)


def parting(text: str, match: Match, hidden: Container[str]) -> Restored | None:
    """The word of two characters, one of those hidden so, that a sign parts."""
    start, end = match.start() - 1, match.end() + 1
    word = text[start] + text[end - 1]
    beside = text[max(0, start - NEAR) : start] + text[end : end + NEAR]
    if word not in hidden or word in COORDINATE or not PARTED.isdisjoint(beside):
        return None
    if words.known(text[start - 1 : start + 1]) or words.known(text[end - 1 : end + 1]):
        return None
    return Restored(Span(start, end), word)


def found(text: str, matches: Iterator[Match], hidden: Container[str]) -> Iterator[Restored]:
    """Each word with a sign inside, of the matches of SIGNS."""
    reached = 0
    likely = (m for m in matches if m[0] not in PARTED or text[m.start() - 1] + text[m.end()] in hidden)
    for match in sorted(likely, key=Match.start):
        if "sign" in match.re.groupindex:
            word = row(match)
        else:
            word = parting(text, match, hidden) if match[0] in PARTED else strange(text, match)
        if word is not None and word.span.start >= reached:
            reached = word.span.end
            yield word
