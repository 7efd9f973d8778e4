"""Lines as zones and line rules need them: where each lies, and whether it reads as prose or as chrome."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from lint.document.metadata import PAIR
from lint.patterns import Pattern
from lint.text import Source

# What only stands around documents, never in them. Enough to find where a document begins and ends; which fault
# such a line is, the rules of the pack `noise` say.
CHROME = Pattern(
    r"小编|供大家参考|仅供参考|上一[篇条页]|下一[篇条页]|版权所有|[Cc]opyright|©|ICP备|网安备|责任编辑|当前[的]?位置|点击[率数量次:：]|"
    r"浏览[次量:：]|阅读[次量]|访问[次量]|返回(?:列表|顶部|首页)|推荐访问|相关(?:阅读|链接|评论|文章|报道)|免责声明|未经授权|网友上传|不代表本[站网]|如有侵权|本文档|"
    r"设为首页|加入收藏|打印本页|关闭窗口|分享到|扫一扫|字[号体][:：]|发布(?:时间|日期|人|者)|来源\s*[:：]|网站地图|栏目导航|主办单位[:：]|"
    r"联系(?:电话|我们|方式)\s*[:：]|传真(?:号码)?\s*[:：]|邮编\s*[:：]|技术支持\s*[:：]|索\s?引\s?号|发文字号|主题分类"
)
SENTENCE_END = "。！？!?；;…"
CLOSERS = "”’」』）)》〕】\"'"
MARKS = Pattern(r"[，。；、：,;]")
PROSE = 24  # characters; a shorter line without a sentence's end is a title, a label, a menu
SENTENCE = 2  # characters; a shorter line is no sentence even with 。


class Line(NamedTuple):
    """One line's content, without its end. `text` has no outer white space; `start` and `end` span what is left.

    `chrome` says that the line holds words that only stand around documents, or begins with a label of metadata.
    """

    number: int
    start: int
    end: int
    text: str
    chrome: bool

    @property
    def prose(self) -> bool:
        """Whether the line reads as running text: it ends a sentence, or is long and punctuated."""
        if len(self.text) < SENTENCE or self.chrome:
            return False
        if self.text.rstrip(CLOSERS)[-1:] in SENTENCE_END:
            return True
        return len(self.text) >= PROSE and ("。" in self.text or MARKS.count(self.text) >= 2)


def read(source: Source) -> tuple[Line, ...]:
    """Every line that is not blank."""
    chrome = {bisect_right(source.line_starts, match.start()) for match in CHROME.finditer(source.text)}
    lines = []
    for number, start in enumerate(source.line_starts, 1):
        end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
        raw = source.text[start:end]
        text = raw.strip()
        if text:
            begin = start + len(raw) - len(raw.lstrip())
            outside = number in chrome or PAIR.match(text) is not None
            lines.append(Line(number, begin, begin + len(text), text, outside))
    return tuple(lines)
