"""Machines, rooms and vehicles that a task holds, where the words leave no doubt.

A thing counts as a machine if the message says how many of it there are, if its name ends like
one, or if a task is said to be done on it.
"""

import re
from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.wording.durations import durations
from tools.wording.quantities import count, singular


class Machine(NamedTuple):
    """So many of a thing that is held, and where it is said."""

    start: int
    end: int
    noun: str
    amount: int


_EN_KIND = (
    r"machines?|lathes?|lasers?|press|presses|brake|saws?|ovens?|furnaces?|printers?|scanners?|vans?|trucks?|lorr(?:y|ies)|forklifts?|"
    r"lifts?|cranes?|loaders?|mowers?|mills?|grinders?|router|bander|booths?|cabinets?|benche?s?|rigs?|terminals?|counters?|"
    r"copiers?|robots?|washers?|dryers?|autoclaves?|centrifuges?|isolators?|pools?|theatres?|theaters?|rooms?|hoods?|ladders?|"
    r"scaffolds?|picker|diggers?|excavators?|pumps?|testers?|slicers?|mixers?|kilns?|tables?|drills?|presses|servers?|"
    r"projectors?|cars?|bus|buses|ambulances?|trolleys?|jacks?|platforms?|lines?|stations?|ct|mri|cnc|plotters?|"
    r"pick-and-place|x-ray|ultrasound|microscopes?|chambers?|tanks?|baths?|boats?|tractors?|bikes?|minibus|hoists?|scales?|wagons?|carts?|barrows?|blenders?|fryers?|grills?|stoves?|cookers?|freezers?|fridges?|sinks?|dishwashers?|laptops?|tablets?|shredders?|laminators?|binders?|sterili[sz]ers?|ventilators?|defibrillators?|scopes?|endoscopes?|hearses?|sweepers?|chippers?|chainsaws?|rollers?|pavers?|sanders?|planers?|jigs?|gauges?|balancers?|vaults?|looms?|overlockers?|guillotines?|conveyors?|crushers?|sieves?|vats?|boilers?|stages?|chapels?|pitch|suites?|ramps?|trailers?|compressors?|"
    r"generators?|welders?(?= )|heaters?|sealers?|steamers?|irons?|vehicles?|studios?|hall|gyms?|labs?|desks?|cutters?|bays?|docks?|gates?"
)
_ZH_KIND = (
    "(?:机(?!会|关|场|构|动|密|制|油|柜|械|房|器人)|机器人|机器|机床|机柜|车床|铣床|钻床|磨床|锯床|冲床|裁床|[货叉吊卡推电挖执救搬三]{0,2}车(?!间|床|站|位|辆|漆)|炉|窑|仪|梯(?!子)|梯子|熨斗|烤箱|烘箱|醒发箱|清洗机|老化柜|"
    "测试间|会议室|浴室|舱|平台|喷涂线|生产线|流水线|服务器|打印机|扫描仪|复印机|线切割机|工作台|试验台|操作台|三轮车|轴承加热器|加热器|泵|液压机|压力机|实验室|手术室|诊室|无尘室|暗室|设备|吊篮|货梯|龙门吊|天车|行车|电梯|相机|摄像机|投影仪|显微镜|离心机)"
)
_EN_WORDS = r"(?:[a-zäöüß0-9&-]+ ){0,2}?"
_EN_HOLDS = lazily.compile(
    rf"(?:(?<![a-z])(?:on|at|in|with|using|uses?|needs?|requires?|blocks?|occup(?:ies|y)|ties up|plus|and|also on|im|am|auf der|auf dem|in der|and also)"
    rf" (?:the |our (?:only )?|a |an |one |der |die |dem )(?P<noun>{_EN_WORDS}(?:{_EN_KIND})(?: (?:{_EN_KIND}))?(?: \d+)?)(?![a-z-]))"
    rf"|(?<![a-z])(?:on|using) (?P<noun2>(?:{_EN_KIND}) \d{{1,2}})(?![\w:.])"
)
_EN_ON = re.compile(
    r"(?<![a-z])(?:on (?:the|our)|(?:using|uses|occupies|occupying|blocks|blocking|ties up|takes up) (?:the |our |a |an |one )?(?:only )?(?<= )) ?(?P<noun>[a-zäöüß-]+(?: [a-zäöüß-]+){0,2}?)(?=\s*(?:[,.;:)\n]|$| with | by | for ))"
)
_ZH_HOLDS = lazily.compile(
    rf"(?:要用|需用|需要用?|还得用|得用|占用|占着|占|使用|动用|借用|也占|也用|用|上|加|进|in)(?:了|着)?(?:(?P<number>{NUMBER})\s?[台辆部架间套个])?"
    rf"(?P<noun>(?:(?!{NUMBER}[台辆])[\u4e00-\u9fffa-z0-9]){{0,6}}?{_ZH_KIND})"
)
_ZH_USES = re.compile(
    rf"(?:占用|占着|占|使用|借用|(?<![不使利适费信备])用)(?:到|上|着)?(?:(?P<number>{NUMBER})\s?[台辆部架间套个张条])?(?P<noun>(?![等人])[\u4e00-\u9fffa-z0-9]{{2,7}}?)(?:就行|就好|即可|就够)?(?=\s*(?:[，,。；;、）)\n]|$))"
)
_ZH_PIECES = "[台辆部架间套张条把艘座]"
_ZH_SIGN = rf"(?!{NUMBER}\s?[个名位台辆])[\u4e00-\u9fffa-z]"
_ZH_ENDS = rf"(?=\s*(?:[，,。；;、）)\n]|$|{NUMBER}))"
_ZH_REVERSED = lazily.compile(
    rf"(?:(?<=[，,。；;：:、\n（(\s钟时天刻加和])|^)(?:还?需要?|还?要|用|占用?|另?外?加|得)?(?P<noun>(?:{_ZH_SIGN}){{1,8}}?)\s?(?P<number>{NUMBER})\s?(?:{_ZH_PIECES}|(?<=.)个){_ZH_ENDS}"
)
_ZH_ON = re.compile(
    r"在(?P<noun>(?!网|线|路|地|现场|手)[\u4e00-\u9fffa-z0-9]{2,8}?)上(?:面)?(?:做|进行|加工|完成|干|跑|测|打|弄)"
)
_ZH_COUNTED = lazily.compile(
    rf"(?<!第)(?P<number>{NUMBER})\s?(?!条|张){_ZH_PIECES}(?P<noun>(?:{_ZH_SIGN}){{0,5}}?{_ZH_KIND}(?![\u4e00-\u9fff])|(?:{_ZH_SIGN}){{1,6}}?{_ZH_ENDS})"
)
_THERE_IS = lazily.compile(
    rf"(?:(?:there is|there's|there are|we(?:'ve| have)?(?: only)?(?: got| own| have)?|i have|own|wir haben(?: nur)?|we(?: are|'re) {NUMBER}(?: people| persons?| staff| workers?| of us)?,? (?:and(?: have| own| got)?|with|have)) (?:just |only |but |the )?"
    rf"(?P<number>{NUMBER}|a single|nur ein(?:en)?|ein(?:en)?)(?: single)? (?P<noun>[a-zäöüß-]+(?: [a-zäöüß-]+){{0,2}}?)(?=\s*(?:[,.;:)\n]|$| and | then | so | in all| in total| today| but| booked)))"
    rf"|(?:the |our )(?:one |only )?(?P<noun2>[a-z][a-z -]*?) is the only one"
    rf"|the (?P<noun3>[a-z]+(?: [a-z]+)?),? the only one (?:we|the|i)"
    rf"|(?:our|the) only (?P<noun4>[a-z]+(?: [a-z]+)?)"
    rf"|we (?:own|have) (?P<number5>one)(?=\s*\))"
)
_ZH_THERE_IS = lazily.compile(
    rf"(?P<noun>[\u4e00-\u9fffa-z]{{1,8}}?)(?:我们|咱们|全店|队里|这边|现在|目前)*(?:一共)?(?:只有|就|仅有|总共|一共|有|共)+(?P<number>{NUMBER})\s?[台辆部架间套个把](?:哈|啊|呢|吧|哦)?(?![\u4e00-\u9fff])"
    rf"|(?:只有|就|仅有|有|一共|总共)(?P<number2>{NUMBER})\s?[台辆部架间套个把](?P<noun2>[\u4e00-\u9fff]{{1,6}}?)(?=[，,。；;、）)\n\s]|$)"
)
_NOT_WORDS = """
thing things job jobs task tasks step steps item items order one time the a work hand most least
phone way list plan day days end side floor morning afternoon rest same meantime turn parallel
total fly left right
"""
_NOT = frozenset(_NOT_WORDS.split())
_SENTENCE = re.compile(r"(?:[^。；;\n.]|\.(?!\s|$))+")
_COUNTED_PLAIN = lazily.compile(
    rf"(?:^|[,:：，(（\n、；;.] ?|and |plus )(?P<number>{NUMBER}) (?P<noun>(?:[a-z-]+ ){{0,2}}?(?:{_EN_KIND}))(?=\s*(?:[,.;)\n]|$| and | on shift| today))"
)
_EN_LABELLED = re.compile(
    rf"(?:^|[.\n;,] ?)(?P<noun>(?!staff|crew|team|people|persons|workers|prio)[a-z][a-z -]{{2,24}}): ?(?:only |just )?(?P<number>{NUMBER})(?=\s*(?:[.,;\n]|$))"
)
_ZH_LABELLED = re.compile(
    rf"(?P<noun>[\u4e00-\u9fff]{{2,6}}?)[:：]?\s?(?:一共|共|只有|就)?(?P<number>{NUMBER})\s?[台辆部架间套个把](?=\s*(?:[，,。；;、：:）)\n]|$))"
)


def holds(text: str, known: frozenset[str]) -> list[Machine]:
    """What tasks hold in `text`, from left to right.

    Args:
        known: things that the message says it has so many of.
    """
    text = fold(text)
    found: list[Machine] = []
    for pattern in (_EN_HOLDS, _ZH_USES, _ZH_HOLDS, _ZH_ON, _ZH_REVERSED, _ZH_COUNTED, _EN_ON):
        for match in pattern.finditer(text):
            _keep(found, match)
    for noun in sorted(known, key=len, reverse=True):
        for match in re.finditer(rf"(?<![a-z]){re.escape(fold(noun))}(?:e?s)?(?![a-z])", text):
            if not any(match.start() < each.end and each.start < match.end() for each in found):
                found.append(Machine(match.start(), match.end(), noun, 1))
    return sorted(found)


def is_machine(noun: str) -> bool:
    """Whether a cell of a list with this noun alone can only be a machine or a room."""
    if re.search(r"ing(?![a-z])", noun):
        return False
    return bool(
        re.fullmatch(rf"(?:[a-zäöüß0-9&-]+ ){{0,3}}(?:{_EN_KIND})(?: \d+)?", noun)
        or re.fullmatch(r"[a-zäöüß]*(?:maschine|säge|bad|stand|presse|ofen)", noun)
        or re.fullmatch(
            rf"[\u4e00-\u9fffa-z0-9]*(?:{_ZH_KIND}|[机炉床车仪箱柜线间室台槽池泵器架])", noun
        )
    )


def _keep(found: list[Machine], match: re.Match[str]) -> None:
    parts = match.groupdict()
    noun = (parts.get("noun") or parts.get("noun2") or "").strip()
    said = parts.get("number") or parts.get("number2")
    amount = count(said) if said else 1
    if not noun or noun in _NOT or noun.split()[-1] in _NOT or amount is None:
        return
    if match[0].endswith("个") and not is_machine(noun):
        return
    if any(match.start() < each.end and each.start < match.end() for each in found):
        return
    found.append(Machine(match.start(), match.end(), singular(noun), amount))


class Stock(NamedTuple):
    """How many there are of a thing, and where that is said."""

    start: int
    end: int
    noun: str
    amount: int


def stock(text: str, heads: str) -> list[Stock]:
    """How many of each machine the message says there are.

    Args:
        heads: `text` with blanks for items of lists, where an amount is what a task holds.
    """
    found: list[Stock] = []
    for pattern in (_THERE_IS, _ZH_THERE_IS):
        for match in pattern.finditer(fold(text)):
            _count(found, match)
    low = fold(heads)
    for sentence in _SENTENCE.finditer(heads):
        if not durations(sentence[0]):  # else a task holds it
            start = max(0, sentence.start() - 1)
            for pattern in (_COUNTED_PLAIN, _EN_LABELLED, _ZH_LABELLED):
                for match in pattern.finditer(low, start, sentence.end()):
                    _count(found, match)
    return found


def _count(found: list[Stock], match: re.Match[str]) -> None:
    parts = match.groupdict()
    noun = next((parts[key] for key in parts if key.startswith("noun") and parts[key]), "")
    said = next((parts[key] for key in parts if key.startswith("number") and parts[key]), "one")
    noun = re.sub(r"^(?:the|one|only|just) ", "", (noun or "").strip())
    noun = re.split("有|在|和|店里|窗口|今天", noun)[-1]
    said = re.sub(r"^(?:a single|nur ein(?:en)?|ein(?:en)?)$", "one", said)
    amount = count(said)
    if not noun or not amount or noun.split()[-1] in _NOT or noun.endswith(("人", "活")):
        return
    if not any(match.start() < each.end and each.start < match.end() for each in found):
        found.append(Stock(match.start(), match.end(), singular(noun), amount))
