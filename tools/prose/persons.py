"""Persons by name who are to do something, where the words around leave no doubt."""

import re
from collections import Counter
from collections.abc import Iterator

from tools.prose.workers import Worker

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余"
    "潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "欧阳诸葛司马上官"
)
_ZH_NAME = rf"(?:[小老阿][{_SURNAMES}](?![\u4e00-\u9fff]旧)|[{_SURNAMES}](?:[工总姐哥师傅]{{1,2}}|经理|主任|老师|医生|店长|护士长))"
_ROLL = re.compile(
    r"(?:present|attendees|attending|attended|participants|people|参会|与会|出席|参加|到会|人员|在场|参与)(?:人员|人)?\s?[:：]\s?(?P<names>[^\n。.]{2,120})",
    re.IGNORECASE,
)
_CAP = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\.? )?[A-ZÄÖÜ][a-zäöüßé]{1,14}"
_COMMON_CAPS_WORDS = """
The This That These Those There Then Both Once When After Before Finally Meanwhile Next First Last
Please We It They You He She In On At To For From With And Or But Also All Each Every Our My Your
One Two Three Four Five Six Seven Eight Nine Ten Monday Tuesday Wednesday Thursday Friday Saturday
Sunday January February March April May June July August September October November December Mon
Tue Wed Thu Fri Sat Sun Nov Dec Jan Feb Step Item Steps Nothing Everything Somebody Someone Nobody
Need Needs Must Crew Staff Team Today Tomorrow Independent Only Thanks Hi Hello Dear Regards Best
Cheers Minutes As If Until While Because So Now Here What Which Who How Start Packing Danach Dann
Wir Ich Thx Yesterday Afternoon Morning Order URGENT Leute Person Personen Stunde Stunden Min
Prüfstand Ok Okay Urgent High Low Normal Medium Top Any Same No Not Yes Ward Building Room Hall
Project Group Sales Planner Lake People Nurses Clerks Colleagues Afterwards Later Subsequently
Thereafter
"""
_COMMON_CAPS = frozenset(_COMMON_CAPS_WORDS.split())
_CAP_DOES = re.compile(
    rf"(?<![A-Za-z.@-])(?P<names>{_CAP}(?:(?:, {_CAP})*,? (?:and|&) {_CAP})?) "
    r"(?:should|will|must|may|could|is to|are to|has to|have to|needs to|together|gives|does|prepares|"
    r"drafts|writes|prints|moves|collects|sends|checks|makes|takes (?:care|over)|handles|builds|"
    r"clips|cleans|packs|runs|signs|reviews|files|sets|picks|brings|tests|mounts|fixes|orders|calls|"
    r"updates|uploads|translates|paints|installs|repairs|delivers|loads|counts|starts|takes the)(?![a-z])"
)
_CAP_TO = re.compile(
    rf"(?:(?<=[.,;:)–—]\s)|(?<=[-*]\s)|(?<=\n)|^)(?P<names>{_CAP}(?:(?:, {_CAP})*,? (?:and|&) {_CAP})?) to (?!the |a |an |be |our )[a-z]"
)
_CAP_VERBS = re.compile(
    rf"(?:(?<=[.,;:)–—]\s)|(?<=[-*]\s)|(?<=\n)|(?<=[Tt]hen )|(?<=and )|^)(?P<names>(?![A-Z][a-z]*(?:ing|tion|ment|ance|ence|ist|er|ors?)(?![a-z])){_CAP}) "
    r"(?!(?:takes|needs|requires|is|has|was|lasts|starts|begins|follows|comes|runs|depends|waits|goes|includes|means|ends|works|looks|keeps|costs|seems|gets|happens|us|this|less|precedes|as|its)(?![a-z]))"
    r"[a-z]{2,}(?:s|es) (?=the |a |an |all |our |up |out |it |them |[a-z]+)"
)
_CAP_CELL = re.compile(
    rf"(?:(?<=[,:;(–—])|(?<= -)|(?<=\t)) ?(?P<names>{_CAP}(?:(?:, {_CAP})*(?:,? (?:and|&|plus) ){_CAP})?)"
    r"(?: together| alone| will do (?:it|that)| does (?:it|that))?(?=\s*(?:[,;.)\n]|$| -| –))"
)
_CAP_NEEDED = re.compile(
    rf"(?<![A-Za-z])(?:needs?|requires?|by|done by|with|for) (?P<names>{_CAP}(?: and {_CAP})*)(?=\s*(?:[,;.)\n]|$))"
)
_ZH_DOES = re.compile(
    rf"(?:由|让|归|请|交给|叫|派|需要|要|得)(?P<names>(?:{_ZH_NAME}|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?:[和、与跟](?:{_ZH_NAME}|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?))*)"
    r"(?:先|来|去|负责|做|办|审批|录入|张贴|装|写|发|谈|签|清点|盯|跟|在场|本人|亲自|处理|测|一起)"
)
_ZH_LEADS = re.compile(
    rf"(?:(?<=[\n，,。；;：:、）)\s])|^)(?P<names>(?:{_ZH_NAME}|[{_SURNAMES}小][\u4e00-\u9fff]{{1,2}}?)(?:[和、与跟](?:{_ZH_NAME}|[{_SURNAMES}小][\u4e00-\u9fff]{{1,2}}?))*)"
    r"(?=(?:两人|二人|三人)?(?:负责|来[做办弄发写]|去[做办谈]|顺便|一起|\s*(?:[，,。；;）)\n]|$)))"
)
_ZH_COMES = re.compile(rf"(?P<names>[{_SURNAMES}][\u4e00-\u9fff])(?=来[做办弄写发]|负责)")
_CAP_ZH = re.compile(rf"(?P<names>{_CAP})(?=\s?(?:来|写|负责|去|做|发|出))")
_ZH_VERB = re.compile(
    rf"(?:(?<=[\n，,。；;：:、了 ])|^)(?P<names>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=[导写整核汇更走审复录签编谈催])"
)
_ZH_SHORT = re.compile(rf"(?P<names>{_ZH_NAME})(?=[\u4e00-\u9fff]|\s*[，,。；;、）)\n]|$|\s)")


def persons(text: str) -> list[Worker]:
    """Everybody who is to do something by name, from left to right."""
    known = set(_on_the_roll(text)) | set(_recurring(text))
    found: list[Worker] = []
    patterns = [
        _CAP_DOES,
        _CAP_TO,
        _CAP_VERBS,
        _CAP_CELL,
        _CAP_NEEDED,
        _ZH_DOES,
        _ZH_LEADS,
        _ZH_COMES,
        _ZH_SHORT,
        _CAP_ZH,
    ]
    for pattern in [*patterns, _ZH_VERB] if known else patterns:
        for match in pattern.finditer(text):
            start = match.start("names")
            for name in re.finditer(rf"{_CAP}|(?:(?![和、与跟])[\u4e00-\u9fff])+", match["names"]):
                if _is_name(name[0], text, known):
                    found.append(Worker(start + name.start(), start + name.end(), name[0], 1, True))
    for each in known:
        for place in re.finditer(re.escape(each), text):
            found.append(Worker(place.start(), place.end(), each, 1, True))
    return _apart(found, [match.span() for match in _ROLL.finditer(text)])


def roll(text: str) -> list[tuple[int, int]]:
    """Where those present are listed."""
    return [match.span() for match in _ROLL.finditer(text)]


def _apart(found: list[Worker], rolls: list[tuple[int, int]]) -> list[Worker]:
    kept: list[Worker] = []
    for worker in sorted(found, key=lambda each: (each.start, -each.end)):
        inside = any(start <= worker.start < end for start, end in rolls)
        if not inside and (not kept or kept[-1].end <= worker.start):
            kept.append(worker)
    return kept


def _is_name(name: str, text: str, known: set[str]) -> bool:
    if name in known:
        return True
    last = name.split()[-1]
    if name[0] > "\u2e80":
        return len(name) >= 2 and _given(name)
    return last not in _COMMON_CAPS and last.lower() not in _lower_words(text)


def _lower_words(text: str) -> set[str]:
    """Words that the text also writes small: no names."""
    return set(re.findall(r"(?<![A-Za-z])[a-z]{2,}", text))


def _on_the_roll(text: str) -> Iterator[str]:
    for match in _ROLL.finditer(text):
        for name in re.split(r"[,，、;；和 ]+|\band\b", match["names"]):
            name = name.strip()
            if re.fullmatch(rf"{_CAP}|[{_SURNAMES}老小][\u4e00-\u9fff]{{1,2}}", name):
                yield name


def _recurring(text: str) -> Iterator[str]:
    """Chinese names that begin two clauses or more, each time with another word behind."""
    starts: Counter[str] = Counter()
    for match in re.finditer(
        rf"(?:(?<=[\n，,。；;：:、了 ])|^)[{_SURNAMES}][\u4e00-\u9fff]{{2,4}}", text
    ):
        starts.update({match[0][:2], match[0][:3]})
    for name, times in starts.items():
        followers = {text[m.end() : m.end() + 1] for m in re.finditer(re.escape(name), text)}
        longer = any(
            other != name and other.startswith(name) and n == times for other, n in starts.items()
        )
        if times > 1 and len(followers) > 1 and not longer and _given(name):
            yield name


def _given(name: str) -> bool:
    """Whether it does not begin like a common word."""
    return name[:2] not in _ZH_WORDS and not re.search("[完好后前机车线台号件的了啦谢]", name[1:])


_ZH_WORDS_WORDS = """
高压 高速 高处 马上 方案 石材 金属 白色 江边 常规 文件 易碎 万能 段落 程序 任务 周一 周二 周三 周四 周五 周六 周日 周末 钟点 田间 夏季 史料 文档 文具 石膏 方便 金库
黄油 白板 高温 高峰期 林业 江河 顾客 武术 龙头 雷达 小时 小结 小心 小组 小区 小料 小样 小票 小车 小推车 张贴 谢谢 谢了 汤锅 贺卡 康复 毛坯 毛刺 余额 余料 任何 何时
常用
"""
_ZH_WORDS = frozenset(_ZH_WORDS_WORDS.split())
