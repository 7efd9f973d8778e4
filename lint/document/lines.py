"""Lines as zones and line rules need them: where each lies, and whether it reads as prose or as chrome."""

from __future__ import annotations

import re
from typing import NamedTuple

from lint.document.metadata import PAIR
from lint.patterns import Pattern
from lint.text import Source

# What only stands around documents, never in them: words, labels, and the shapes of bars and paths. Enough to find
# where a document begins and ends; which fault such a line is, the rules of the pack `noise` say.
CHROME = Pattern(
    r"""小编|供大家参考|仅供参考|公文网|范文网|欢迎(?:您)?(?:光临|访问|来到)|今天是\s?\d{4}年
    |(?:上|下|前|后)一?[篇条页则](?:文章|新闻)?\s?[:：】]|[上下]一[篇条页则](?=\s|$|\||》|>)|[上下]一主题
    |版权(?:所有|保护|声明|归)|[Cc]opyright|©|[Aa][Ll][Ll]\s[Rr][Ii][Gg][Hh][Tt][Ss]|[Pp]owered\sby
    |ICP备|公网安备|网站标识|网站地图|网站声明|联系我们|关于我们
    |当前[的]?位置|所在位置|您的位置|(?:首页|主页)\s?(?:[>＞›»/\\|｜·⇒→-]|$)
    |(?:点击|浏览|阅读|访问)(?:[率量数]|次数|人数)?\s?[:：】]|人气\s?[:：】]|已被浏览|(?:来源|作者|编辑|责编|审核|录入|供稿|上传)\s?[:：】丨｜|]
    |发布(?:时间|日期|人(?![工民员才])|者)|更新时间|發布|瀏覽|字\s?[号体]\s?[:：]|文字大小|T大|打印(?:本页|此页|文章|本文)|关闭(?:窗口|本页|此页)|收藏(?:本页|此页)
    |返回(?:列表|顶部|首页)|设为首页|加入收藏|栏目导航|分享(?:到|至)|扫(?:一扫|描二维码)|推荐访问|友情链接|热搜词?[:：]
    |相关(?:阅读|链接|评论|文章|报道|新闻|推荐|资源|解读)|(?:您可能|看过本文|猜你)|往期(?:回顾|推荐)|网友评论|文章评论|我来说两句|写留言|阅读原文
    |我要投稿|正文复制|(?:APP|合集|客户端)下载|(?:本文|文章)关键词|^大[ \u3000|]+中[ \u3000|]+小$
    |免责声明|未经(?:授权|许可)|网友上传|用户(?:自行)?上传|不代表本[站网]|侵权[，,]?\s?(?:请|必|立)|转载请?注明|本文来源|来自(?:互联网|网络)
    |本文档|下载提示|还剩\d+页|继续阅读|阅读全文|立即下载|一键复制|付费|登录后|展开全文
    |^\S{0,6}(?:[地局校院]\s?址|电\s?话|传\s?真|邮\s?编|[邮信]\s?箱|热\s?线|邮政编码|总机|E-?mail)\s?(?:号码)?\s?[:：]
    |^[^\n。；]{0,12}[\u4e00-\u9fff]{2,6}\s?[:：][^\n。；：:]{0,40}[ \t\u3000|｜]{1,4}[\u4e00-\u9fff]{2,8}\s?[:：]
    |邮政编码|主办(?:单位)?\s?[:：]|承办(?:单位)?\s?[:：]|技术支持|索\s?引\s?号|发文字号|主题分类|信息分类|发布机构|浏览器
    |^(?:\S{2,6}[ \t\u3000|｜]{1,3}){4,}\S{0,6}$""",
    re.VERBOSE | re.MULTILINE,
)
# What a line that ends no sentence looks like when it stands beside a document: paths, addresses, rows of buttons.
FURNITURE = Pattern(
    r"""::|>>|<<|[«»☞▲▼→←⇒]|★★|https?://|www\.|\.(?:top|vip|cc|xyz|app|com|docx?|pdf)(?![A-Za-z])
    |^(?:[ ]?\#[^\#\n]{2,20}\#)|^[\[【+－-]|^(?![|｜])[^\d\n]*[｜|][^\d\n]*$|^\d{1,4}(?:[ ]\d{1,4}){1,12}[ ][下后末尾]
    |^(?:PREV|NEXT|Tags?|TAG|English|Toggle)
    |^\W{0,4}(?:打印|分享|收藏|保存|关闭|转发|点赞|朗读|语音播报|复制|关注|登录|切换|站内搜索|返回|跳[过到转]|快速通道|常用链接|请输入)
    |^\W{0,4}(?:标签|关键字|导读|延伸阅读|同类|猜[您你]|附近|图文推荐|为[您你]推荐|推荐文章|大家都在看|往期|解读材料|更多)
    |备案号?|网安备|算备|许可证|二维码|文档|下载|预览|隐藏|购买|会员|扫码|金币|路径|频道
    |(?:上|下|前|后)一(?:篇|条|页|期|公告|则)|页码|娱乐|彩票|棋牌|电竞|官方网站|[↑↓]|^[（(]?0\d{2,3}[）)—－-]|^Add|^[(（][cC][)）]
    |收藏本站|^省政府|二级单位|在线咨询|意见征集|网上调查|领导信箱|站点地图|法律声明|网站导航|回到顶部|可能还喜欢|关键[词字]\s?[:：]|文章标签
    |最新更新|相关政策\s?[:：]|最新文章|热点推荐|人还看了|不良信息|传达室|值班室\s?[:：]|请勿转载|法律顾问|盗版|QQ|微博|评论|顶一下|TA的|一键
    |纠错|是否满意|可以输入|打赏|举报|在看[ ]|赞[ （(]|踩[ （(]|生成海报
    |热线|^\W{0,3}(?:信息员|撰稿|审稿|审核人|整理[:：]|签发|文[/／]图|Editor|作者单位|本[期文]编辑)""",
    re.VERBOSE,
)
SENTENCE_END = "。！？!?；;…"
CLOSERS = "”’」』）)》〕】\"'"
MARKS = Pattern(r"[，。；、,;]")
LONGEST = 300  # characters; a longer line is text, whatever words it holds
NUMBERED = Pattern(r"[（(]?(?:第?[一二三四五六七八九十百]{1,4}|\d{1,3})[）)、．.章节条]")  # a heading
FURNITURE_LENGTH = 80  # characters
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
    lines = []
    for number, start in enumerate(source.line_starts, 1):
        end = source.line_starts[number] if number < len(source.line_starts) else len(source.text)
        raw = source.text[start:end]
        text = raw.strip()
        if text:
            begin = start + len(raw) - len(raw.lstrip())
            lines.append(Line(number, begin, begin + len(text), text, len(text) <= LONGEST and _outside(text)))
    return tuple(lines)


def _outside(text: str) -> bool:
    if CHROME.search(text) is not None or PAIR.match(text) is not None:
        return True
    if text[-1] in SENTENCE_END or len(text) > FURNITURE_LENGTH or NUMBERED.match(text):
        return False
    return FURNITURE.search(text) is not None
