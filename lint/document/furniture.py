"""The furniture of web pages: words and shapes of lines that stand around documents, never in them.

Enough to find where a document begins and ends, and where two pages were glued together. Which fault such a line is,
the rules of the pack `noise` say.
"""

from __future__ import annotations

from lint.document.metadata import BARE, PAIR
from lint.patterns import Pattern

NUMBERED = Pattern(r"[（(]?(?:第?[一二三四五六七八九十百]{1,4}|\d{1,3})[）)、．.章节条]")  # a heading
SHAPED_LENGTH = 80  # characters


def any_of(*words: str) -> str:
    """One pattern for words, each of which may be a pattern itself."""
    return "|".join(words)


PATHS = any_of(
    "当前[的]?位置", "所在位置", "(?:您|你)的?(?:当前)?位置", "(?:您|你)(?:现在|正在)(?:浏览|访问)",
    r"(?:首页|主页)\s?(?:[>＞›»/\\|｜·⇒→－-]|$)", "位置导航", "当前栏目", "栏目导航", "设为首页", "加入收藏",
    "收藏本站", r"登录[ \u3000｜|/]{1,3}注册",
    r"^\W{0,4}(?:无障碍|长者|适老)(?:模式|版|浏览|关怀|阅读)?(?:[ \u3000|｜/]{1,3}\S{2,8}){2,9}$",
    "友情链接", "热搜词?[:：]", "站内导读", "免费注册",
)  # fmt: skip
PAGERS = any_of(
    r"(?:上|下|前|后)一?[篇条页则](?:文章|新闻)?\s?[:：】]", r"[上下]一[篇条页则版](?=\s|$|\||》|>|[:：])",
    "[上下]一主题", "返回(?:列表|顶部|首页)", r"^\W{0,3}(?:共|第)\s?\d{1,4}\s?页", r"共有?\d+条记录",
    r"当前第\s?\d+[\s/]*\d*\s?页", "点击[上下]一[页篇]", "余下全文", r"\[\d\]\s?\[\d\]",
    r"^\[?\d{1,3}\s?/\s?\d{1,4}\]?(?:页|$)",
    r"^[［\[]第\d{1,4}页[］\]]$",
)  # fmt: skip
BUTTONS = any_of(
    r"字\s?[号体]\s?[:：]", "文字大小", "T大", "打印(?:本页|此页|文章|本文)", "关闭(?:窗口|本页|此页)",
    "收藏(?:本页|此页|本文)", "分享(?:到|至)", "扫(?:一扫|描二维码)", "二维码", r"^大[ \u3000|]+中[ \u3000|]+小$",
    "我来说两句", "写留言", "阅读原文", "(?:网友|文章|最新|发表)评论", r"\d+条评论", "顶一下", "踩一下", "生成海报",
    "复制链接", "双击可?滚屏", "加载中", "载入中", "语音播报", "查看原图", "自动播放", "打赏", "登录后才",
    "查看本帖", "隐藏内容", "登录后(?:可|即可|方可|才能)", r"^[\[【（(]?二维码(?:图片)?[\]】）)]?$", "朗读全文|听语音",
    r"^目录\s+(?:收起|展开)", r"^[▼▲≡☰]\s?\S{2,6}(?:\s\S{2,6}){1,9}",
    "背景色[:：]", "浏览器不支持", "点击图片", "滑动看下一", "全文阅读", "繁简切换",
    "护眼模式", "告诉好友", "^【打印", "满意度评价", "举报(?:反馈|此文)", "换一换", r"点赞\s?[（(\d]",
    r"在看\s?[（(\d]",
)  # fmt: skip
COUNTERS = any_of(
    r"(?:点击|浏览|阅读|访问)(?:[率量数]|次数|人数)?\s?[:：】]", r"人气\s?[:：】]", "已被?(?:浏览|阅读)",
    "发布(?:时间|日期|者)", "更新(?:时间|于)", "發布", "瀏覽",
    r"(?:责编|责任编辑|网编|值班编辑|值班主任)\s?[:：】丨｜|/／\u3000 ]",
    r"[编校排审理][辑对版核]?[/／][\u4e00-\u9fff]", r"Posted\son", "楼主",
    r"[（(\[【](?:本文|文章|内容|稿件|来源)?(?:来自|来源|转自|摘自|编辑|通讯员|记者|责编|校对|审核)[\s:：于][^）)\]】]{1,30}[）)\]】]$",
)  # fmt: skip
LISTS = any_of(
    "推荐访问", "相关(?:阅读|链接|评论|文章|报道|新闻|推荐|资源|解读|信息|内容|稿件)", "您可能", "看过本文", "猜你",
    "往期(?:回顾|推荐)",
    "(?:热门|热点|同类|最新|精彩|编辑|站长|本类|上期)(?:文章|推荐|新闻|热门|阅读|标签|资讯|更新|图文)",
    "排行(?:榜|$)", "为[你您]推荐", "大家都在", "更多相关", "详见[:：].*http",
)  # fmt: skip
# Of pages that were still loading, of folded texts, and of addresses and notices beneath.
LEFTOVERS = any_of(
    r"(?:图片|页面|数据|内容|视频|正在|努力)(?:正在|努力)?(?:加载|载入)",
    r"请稍[候后等]",
    r"收起(?:全文)?\s?[∧︿▲]",
    "展开全文",
    r"点击查看更多",
    r"阅读原文[”\"]?查看",
    r"^[（(]未完[，,]",
    r"^本文(?:共|分)\s?\d{1,3}\s?页",
    r"^[«‹＜<]{1,3}\s?\d",
    r"^[（(\[【]?[^（()）\n。]{0,16}(?:www\.|[a-z0-9]\.(?:com|cn|net|org|example)(?![a-z]))[^（()）\n。]{0,24}[）)\]】]?$",
    r"(?:文章|本文|原文)(?:来源|地址|链接)\s?[:：]\s?(?:https?:|www)",
    r"^本[文篇]由\S{2,16}(?:提供|整理|发布|上传)",
    r"^地\s?址\s?[:：][^\n。]{4,40}邮\s?编",
    r"^[（(【]本文(?:来自|转自|摘自|来源于)[^）)】\n]{2,30}[）)】]$",
    r"公文范文|范文精选|精选范文",
    "与本站联系",
    r"验证码\s?[:：]",
    r"(?:[^┆┊\n]{1,12}[┆┊]){2}",
)
BYLINES = any_of(
    r"^[（(\[【](?:文|图|文图|图文|摄影|记者|通讯员|作者|编辑|责编)\s?[/／:：丨｜|]\s?[^（()）\]】\n。]{1,16}[）)\]】]$",
    r"^[（(\[【][^（()）\n。，]{1,12}[ \u3000](?:供稿|摄影|报道|撰稿|整理|编辑|摄)[）)\]】]$",
    r"^(?:值班|责任|执行|本期)(?:编辑|主编|编委|校对)[ \u3000]{1,4}\S{1,8}(?:[ \u3000]|$)",
    r"^(?:本[报网台刊])?(?:记者|通讯员|实习生)[ \u3000][^\n。，]{2,30}(?:报道|摄|供稿|文/图|图/文)$",
)
FILES = any_of(
    r"^[A-Za-z0-9_./%-]{5,90}\.(?:pdf|docx?|xlsx?|pptx?|wps|et|zip|rar|7z|jpe?g|png|gif|ceb|ofd|mp4|mp3)$",
    r"^(?:政府)?信息公开(?:指南|制度|年报|目录|年度报告)$|^(?:法定)?主动公开内容$|^依申请公开$",
    r"(?:[\[【](?:下载|收藏|预览|打印)[\]】]\s?){2}|(?:预览|加载|打开|下载)失败",
    r"点个[“\"]?(?:在看|赞)|点击上方",
    r"^(?:录入|编辑|审核|校对|责编|作者|发布)[:：]\s?\S{1,12}[ \u3000]+(?:录入|编辑|审核|校对|责编|作者|来源)[:：]",
    r"^\W{0,4}(?:点击|单击|点这里)(?:此处|这里)?(?:查看|下载|打开|阅读|浏览)",
)
PLAIN = Pattern(any_of(PATHS, PAGERS, BUTTONS, COUNTERS, LISTS, BYLINES, FILES, LEFTOVERS))

# What even a line that ends its sentence shows: notices of mills, libraries and owners, advertisements.
MILLS = any_of(
    "小编", "供(?:大家|您)(?:学习)?参考", "仅供(?:您)?(?:学习)?参考", "公文网", "范文网", "我要投稿", "正文复制",
    "(?:APP|合集|客户端)下载", "(?:本文|文章)关键词", r"还剩\d+页", "阅读全文", "立即下载", "一键复制", "展开全文",
    "(?:计划|方案|要点|总结)范[文本]", "范文大全", "参考范文", "为(?:您|大家)(?:准备|收集|整理|推荐|带来)",
    "导语】", "(?:怎么|如何)写[？?]", "继续关注", "本文档", "该文档", "此文档", "文档下载",
    "下载(?:后|的)(?:文档|可|即)", "免费下载", "下载全文", "网络收集", "收集于网络", "海量文档", "任意编辑",
    "精品资料", r"(?:文档|资料|资源)[^\n。]{0,12}(?:下载|上传|收集|整理)", r"看(?:过|完)[^\n。]{0,30}的人",
    "想了解更多", "篇范文", "查收", "更多精品", "最多预览", "转载自", "【更多", "倾情奉献", "保留所有权利",
    "抢沙发", "分享[至到](?:微信)?朋友圈", r"Ctrl\s?[+＋]\s?D", "(?:登录|注册)后才?可以", "楼主", "许可协议",
)  # fmt: skip
RIGHTS = any_of(
    "版权(?:所有|声明|归(?!属))", "[Cc]opyright", "©", r"[Aa][Ll][Ll]\s[Rr][Ii][Gg][Hh][Tt][Ss]", r"[Pp]owered\sby",
    "免责声明", "网友上传", "用户(?:自行)?(?:上传|贡献)", "不代表本[站网]",
    r"侵权[^。\n]{0,8}(?:请|必|立|删|告知|联系)", "转载请?(?:注明|联系)", "本文来源", "(?:来自|来源于)(?:互联网|网络)",
    "ICP备", "公网安备", "网站标识", "网站地图", "网站声明", "关于我们", "本(?:网站|网|站)(?:由|所有|不)",
    "互联网用户", r"(?:主办|承办)\s[\u4e00-\u9fff]{2,20}承办",
)  # fmt: skip
ADS = any_of(
    "赞助商", "【?(?:广告|推广)】", "代写", "加(?:微信|[Vv]|薇)", r"[QＱ]{2}[:：]?\d{5}", "官方网站",
    "点击(?:领取|下方|进入|收听|免费)", "扫码(?:回复|领取|关注)", r"领取\S{0,8}(?:红包|资料|礼包)",
    "(?:棋牌|彩票|娱乐城?|体育|电竞|赌场)(?:平台|官网|app|APP|下载|开户|代理|在线)", "诚招", "特惠",
    r"热线\s?[(（]?0\d{2,3}", "点上方蓝字", "蓝字关注", "公众号后台", "长按复制",
)  # fmt: skip
SPOKEN = Pattern(any_of(MILLS, RIGHTS, ADS))

# What documents hold, too: their own contacts, sources and labels.
LABELS = any_of(
    r"(?:来源|作者|编辑|审核|录入|供稿|上传)\s?[:：】丨｜|]", "发布人(?![工民员才])",
    r"^\S{0,6}(?:[地局校院]\s?址|电\s?话|传\s?真|邮\s?编|[邮信]\s?箱|热\s?线|邮政编码|总机|E-?mail|Tel|Fax)\s?(?:号码)?\s?[:：]",
    r"^[^\n。；]{0,12}[\u4e00-\u9fff]{2,6}\s?[:：][^\n。；：:]{0,40}[ \t\u3000|｜]{1,4}[\u4e00-\u9fff]{2,8}\s?[:：]",
    "邮政编码", r"主办(?:单位)?\s?[:：]", r"承办(?:单位)?\s?[:：]", "技术支持", r"索\s?引\s?号", "发文字号",
    "主题分类", "信息分类", "发布机构", "浏览器",
)  # fmt: skip
PHRASES = any_of(
    "版权保护", "欢迎(?:您)?(?:光临|访问|来到)", r"今天是\s?\d{4}年", "联系我们", "未经(?:授权|许可)", "下载提示",
    "继续阅读", "付费", "登录后",
)  # fmt: skip
MENU = r"^(?:[^\s|｜]{2,6}[ \t\u3000|｜]{1,3}){4,}[^\s|｜]{0,6}$"
LIKELY = Pattern(any_of(LABELS, PHRASES, MENU))

# What a line that ends no sentence looks like beside a document: paths, addresses, rows of buttons and of numbers.
SIGNS = any_of(
    "::", ">>", "<<", "==", "[«»☞▲▼→←⇒↑↓┝]", "★★", "https?://", r"www\.",
    r"\.(?:top|vip|cc|xyz|app|com|docx?|pdf)(?![A-Za-z])", r"^(?: ?#[^#\n]{2,20}#)", r"^[\[【+－-]",
    r"^(?![|｜])[^\d\n]*[｜|][^\d\n]*$",
    r"^[·•●▪◆■□◇○>┝]? ?[^\n。；]{6,60}[ \t\u3000]*[\[(（]?(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[\])）]?$",
    "^(?:PREV|NEXT|Tags?|TAG|English|Toggle|Add)", r"^[（(]?0\d{2,3}[）)—－-]", "^[（(][cC][)）]",
    r"^[·•]\d{1,4}[·•]$",
    r"(?:[\u4e00-\u9fff]{2,4} ?[\[（(]?\d{1,6}[\])）]?[ \u3000]+){2}[\u4e00-\u9fff]{2,4} ?[\[（(]?\d{1,6}[\])）]?$",
    "[★☆]{4}", "QQ", "TA的", "赞[ （(]", "踩[ （(]",
)  # fmt: skip
WORDS = any_of(
    r"^\d{1,4}(?: \d{1,4}){1,12} [下后末尾]",
    r"^\W{0,4}(?:打印|分享|收藏|保存|关闭|转发|点赞|朗读|复制|关注|登录|切换|站内搜索|返回|跳[过到转]|快速通道|常用链接|请输入)",
    r"^\W{0,4}(?:标签|关键字|导读|延伸阅读|同类|猜[您你]|附近|图文推荐|推荐文章|往期|解读材料|更多)",
    r"^\W{0,3}(?:信息员|撰稿|审稿|审核人|整理[:：]|签发|文[/／]图|Editor|作者单位|本[期文]编辑|热线)", "备案号?",
    "网安备", "算备", "许可证", "文档", "下载", "预览", "隐藏", "购买", "会员", "扫码", "金币", "路径", "频道",
    "(?:上|下|前|后)一(?:篇|条|页|期|公告|则)", "页码", "娱乐", "彩票", "棋牌", "电竞", "^省政府", "二级单位",
    "在线咨询", "意见征集", "网上调查", "领导信箱", "站点地图", "法律声明", "网站导航", "回到顶部", "可能还喜欢",
    r"关键[词字]\s?[:：]", r"相关政策\s?[:：]", "人还看了", "不良信息", "传达室", r"值班室\s?[:：]", "请勿转载",
    "法律顾问", "盗版", "微博", "评论", "纠错", "是否满意", "可以输入", "举报", "在看 ",
)  # fmt: skip
SHAPED = Pattern(any_of(SIGNS, WORDS))


# One of these is in every line that is no text of a document's own.
PATTERNS = tuple(expression.pattern for expression in (SPOKEN, PLAIN, LIKELY, SHAPED, PAIR, BARE))


def certain(text: str, stops: bool) -> bool:
    """Whether a line holds words that no document has of its own; of lines that end a sentence only notices do."""
    return SPOKEN.search(text) is not None or (not stops and PLAIN.search(text) is not None)


def likely(text: str) -> bool:
    """Whether a line holds words that stand around documents, or begins with a label of metadata."""
    return (
        PLAIN.search(text) is not None
        or LIKELY.search(text) is not None
        or any(label.match(text) is not None for label in (PAIR, BARE))
    )


def shaped(text: str) -> bool:
    """Whether a line that ends no sentence has the shape of furniture; a numbered heading has not."""
    return len(text) <= SHAPED_LENGTH and NUMBERED.match(text) is None and SHAPED.search(text) is not None
