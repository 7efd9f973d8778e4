"""Packs of user rules, as many as are wanted: phrases of plans, put together from words, to be found or replaced."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from random import Random


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


VERBS = _words(
    "加强 推进 深化 完善 落实 提升 健全 优化 强化 规范 统筹 夯实 拓展 巩固 创新 改进 抓实 做好 促进 加快 "
    "督促 指导 组织 开展 实施 建立 壮大 培育 打造 推动"
)
HOWS = _words("全面 扎实 稳步 持续 深入 有序 大力 切实 着力 积极 不断 有效 全力 精准 系统 逐步")
FIELDS = _words(
    "基层 教育 医疗 养老 环境 交通 水利 农业 乡村 社区 校园 企业 项目 党建 文化 旅游 科技 人才 财政 金融 安全 应急 "
    "法治 信访 民生 就业 住房 消防 食品 林业"
)
OBJECTS = _words(
    "治理 建设 管理 服务 保障 监管 改革 发展 宣传 培训 考核 督查 投入 设施 机制 体系 队伍 平台 制度 规划 标准 质量 "
    "能力 水平 作风 工程 行动 试点 示范 创建"
)
AMOUNTS = _words("若干 一批 一系列 多项 大量 不少")
WRONG = dict(
    zip(
        _words("作风 制度 规划 监管 宣传 保障 治理 设施 服务 考核 培训 标准 能力 质量"),
        _words("做风 制渡 归划 监菅 喧传 保璋 治里 设拖 服物 考刻 陪训 标淮 能历 质星"),
        strict=True,
    )
)

_FRAMES = {
    "good": ("各单位要按照分工{0}，确保取得实效。", "年内{0}，年底组织验收。", "会议要求{0}，并明确专人负责。"),
    "bad": ("各单位要按照分工⟦{0}⟧，确保取得实效。", "年内⟦{0}⟧，年底组织验收。", "会议要求⟦{0}⟧，并明确专人负责。"),
}


def pack(count: int, seed: int = 0) -> str:
    """A pack of `count` rules as YAML: of ten, six look for phrases, three replace them, one finds something often."""
    random = Random(f"{seed} pack {count}")
    phrases = list(product(VERBS, FIELDS, OBJECTS))
    random.shuffle(phrases)
    dealt = iter(phrases)
    kinds = (_promise if n % 10 == 9 else _substitution if n % 3 == 2 else _existence for n in range(count))
    return "rules:\n" + "\n".join(kind(f"house-{n:04}", dealt, random) for n, kind in enumerate(kinds, 1))


Phrases = Iterator[tuple[str, str, str]]


def _promise(name: str, phrases: Phrases, random: Random) -> str:
    """Verb and object with any words between them, as many plans have it: what is found costs, too."""
    verb, field, thing = next(phrases)
    return _rule(
        name, "“{text}”没有写明数量或期限", f"只说“{verb}{thing}”无法考核，要写明做多少、何时做完。",
        {"kind": "existence", "patterns": [rf"{verb}[^。，；\n]{{0,8}}{thing}"], "except": [rf"{thing}[^。]{{0,9}}\d"]},
        (f"{verb}{field}{thing}项目3个", {"text": verb + field + thing}), random,
    )  # fmt: skip


def _existence(name: str, phrases: Phrases, random: Random) -> str:
    """Stock phrases: some as they are, one with an adverb before it, one with an amount that says nothing."""
    tokens = ["".join(next(phrases)) for _ in range(random.randint(1, 5))]
    verb, field, thing = next(phrases)
    hows = random.sample(HOWS, 3)
    amounts = random.sample(AMOUNTS, 2)
    patterns = [
        f"(?:{'|'.join(hows)})(?:地)?{verb}{field}{thing}",
        rf"{verb}(?:{'|'.join(amounts)})[\u4e00-\u9fff]{{0,4}}{field}{thing}(?!方案)",
    ]
    found = random.choice([tokens[0], hows[0] + verb + field + thing, f"{verb}{amounts[0]}重点{field}{thing}"])
    return _rule(
        name, "“{text}”是套话", f"“{tokens[0]}”一类的说法没有写明做什么、做到什么程度，无法考核。",
        {"kind": "existence", "tokens": tokens, "patterns": patterns, "except": [f"《[^》]{{0,30}}{thing}"]},
        (f"{verb}{field}{thing}所需经费", {"text": found}), random,
    )  # fmt: skip


def _substitution(name: str, phrases: Phrases, random: Random) -> str:
    """Phrases with a word that is misspelt, and the same as a pattern whose groups are kept."""
    swap: dict[str, str] = {}
    while len(swap) < 3:
        verb, field, thing = next(phrases)
        if thing not in WRONG:
            continue
        wrong = verb + field + WRONG[thing]
        swap[wrong] = verb + field + thing
        swap[rf"({random.choice(HOWS)}{verb})({field}的){WRONG[thing]}"] = rf"\1\2{thing}"
    return _rule(
        name, "“{text}”应为“{replacement}”", f"“{wrong}”是录入时的错字，会使检索漏掉“{swap[wrong]}”。",
        {"kind": "substitution", "swap": swap},
        (swap[wrong], {"text": wrong, "fixed": swap[wrong]}), random, "fix: unsafe",
    )  # fmt: skip


def _rule(
    name: str, message: str, why: str, check: dict[str, object], examples: tuple[str, dict[str, str]],
    random: Random, *more: str,
) -> str:  # fmt: skip
    """A rule as YAML, of which JSON is a part: what is found stands in one of three sentences."""
    good, bad = examples
    frame = random.randrange(len(_FRAMES["good"]))
    text = {"text": _FRAMES["bad"][frame].format(bad["text"])}
    fixed = {"fixed": _FRAMES["good"][frame].format(bad["fixed"])} if "fixed" in bad else {}
    lines = [
        f"  - id: {name}", f"    severity: {random.choice(['info', 'warning'])}", f"    message: {_yaml(message)}",
        f"    why: {_yaml(why)}", "    scope: [body]" if random.random() < 0.5 else "",
        "    check:", *(f"      {key}: {_yaml(value)}" for key, value in check.items()),
        *(f"    {line}" for line in more),
        "    examples:", f"      good: [{_yaml(_FRAMES['good'][frame].format(good))}]",
        f"      bad: [{_yaml(text | fixed)}]", "",
    ]  # fmt: skip
    return "\n".join(line for line in lines if line) + "\n"


def _yaml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
