"""What a stretch of words calls a task, once amounts, people and times are cut out of it: the words
left over when order words, helpers and pronouns are gone too. It knows no amounts."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.numbers import fold
from tools.wording.names import mentions


class Called(NamedTuple):
    """Where a name stands, as offsets in the text."""

    start: int
    end: int


_KEEP = r"(?:aid|piece|notice|class|floor|patient|time|shift|drive|dividend|mortgage|chance|mile|check|coat|half|page|draft)"
_EN_LEAD = re.compile(
    r"(?:and|but|so|then|also|okay|ok|right|um+|uh|well|now|please|pls|plus|hey|oh|"
    rf"(?:first(?: of all| thing(?: is)?)?|second|third|next|finally|lastly|last)(?!\s{_KEEP}|-|\s(?:is|are) )|"
    r"meanwhile|in the meantime|at the same time|simultaneously|after (?:that|which|it|this)|afterwards|in parallel(?: there is)?|"
    r"at the (?:very )?(?:end|same moment|same time)|before that|danach|dann|zum schluss|und|"
    r"we|i|you|they|he|she|it|she|someone|somebody|another(?: one)?|whoever|there(?:'s| is| are)?|here(?:'s| is)?|that's|those|comes?|follows?|"
    r"have to|has to|need to|needs to|must|should|will|shall|can(?! )|can|could|may|might|want(?: to)?|would like(?: us)?(?: to)?|'d like(?: us)?(?: to)?|"
    r"let's|let us|is to|are to|starts? (?:by|with|to)|begins? (?:by|with|to)|to|going to|go on to|am|are|is|just|both|'s|'ll|'re|do|does|"
    r"the following|following|to do|todo|plan(?: the)?|schedule(?: the)?|need|needs?|kann jemand|can you|could you|the(?= )|an?(?= )|our|there comes|still|"
    r"use|takes?|that(?: is)?|which|who|all|ready)(?![a-z'’-])[\s,:.–—-]*|[\s,.;:–—*•·\"“”'‘-]+",
)
_EN_TRAIL = re.compile(
    r"[\s,.;:–—\"“”'‘-]*(?<![a-z-])(?:takes?(?: (?:them|us|him|her|me|up))?|needs?|requires?|lasts?|(?:which|that) takes?(?: them| us)?|"
    r"is|are|was|that(?:'s| is)|which(?: is)?|it(?:'s| is| takes)?|about|around|roughly|for|with|by|at|in|on|from|another|each|and|also|too|"
    r"comes? (?:next|last|first)|(?:will|should|can) take|can run|can (?:be done|go on|run)|may run|any ?time|whenever(?: it fits)?|meanwhile|then|has to|have to|must|will|should|can|"
    r"as well|likewise|again|of|the|an?|just|only|to|keeps?|busy|afterwards?|today|please|there|comes?|next|now|at the end|"
    r"has|have|still|where|when|or|plus|using|uses?|being|done|himself|herself|side by side|i think|i guess|maybe|out of|"
    r"who|after|before|until|they|we|this|these|those|both|all|together|up to|but|once|jederzeit|laufen|side)$|[\s,.;:–—\"“”'‘()\[\]*-]+$",
)
_EN_REFERS = re.compile(
    r"[\s,]*(?:(?:and|but|only|just|also|so|then|likewise|even) )*(?:(?:after|once|when(?:ever)?|as soon as|until|before|prior to|if|unless|while)(?![a-z])|"
    r"(?:has |have )?nothing to do|needs? (?!to )|requires? |depends?|independent|waits?|has to wait|have to wait|must wait|follows?|nothing to do|no (?:order|dependenc|idea|rush|hurry|matter)|in (?:any|whatever) order|because|since|"
    r"(?:it |this |that |which )?(?:also |[a-z]+ly )?(?:blocks?|occup(?:y|ies)|ties? up|takes? up)(?![a-z])|"
    r"any ?time|does(?:n't| not)|do(?:n't| not)|need(?:n't| not)|not(?![a-z])|nothing|free to|ideally|side by side|at any|order(?![a-z])|"
    r"whenever|can (?:run|go|start|wait)|may run|may (?:start|begin)|from |with (?:the|that|both|all)|for (?:the|us|this|that|each|reference)|of (?:the|us|them)|in total|"
    r"same(?![a-z])|thanks|thx|that's (?:it|all)|no one|nobody|must be|has to be|have to be|is to be|the rest|everything|"
    r"starts? (?:when|after|once|at the same)|can(?:'t|not) |cannot )"
)
_EN_WE = re.compile(
    r"(?<![a-z])(?:we|you)(?:'ll|'d)? (?:still |also |then |first |all |just )*(?:have to |need to |must |can |should |will |want to |would like to |go on to )?(?=[a-z])"
)
_EN_RESUMES = re.compile(
    r"(?<![a-z])(?:(?:we|you|i|they)(?: have to| need to| must| can| should| do)? |comes? (?:the )?|there is |then |do )(?=[a-z])"
)
_EN_OVER = re.compile(
    r"\s?(?:(?:is|are|has|have|been|both|all|be|'s|gets?|being)\s)*(?:done|finished|complete[d]?|over|ready|through|finalised|in place|there|"
    r"is|are)?(?![a-z])[\s,]*"
)
_EN_BEFORE = re.compile(
    r"(?<![a-z])(?:before|so that) (?:we|you|they|anyone|anybody|somebody|one)(?: can| may| could| start to| get to| go on to)* (?=[a-z])"
)
_EN_MORE = re.compile(
    r"(?:'s)?\s?(?:,|and|or|&)(?![a-z])[^.;]*?(?<![a-z])(?:is|are|has|have|both|all|done|ready)(?![a-z])"
)
_EN_POINTS = re.compile(
    r"[\s,]*(?:and |so |but )*(?:(?:straight |right )?after (?:that|which|it|this|them|those|both of those)|(?:once|when|as soon as) (?:that|this|it|they|those|these|both|all)(?:'s|'re| is| are| have| has)?(?: been)?(?: both| all)? (?:done|finished|over|through|complete|completed|ready)|"
    r"before that|from there|(?:once|when) (?:done|finished|ready))(?![a-z])[\s,]*"
)
_EN_WAITS = re.compile(
    r"(?<![a-z])(?:does(?:n't| not)|do(?:n't| not)|has to wait|have to wait|waits? for|needs? (?:both|the|all|only|to)|also needs|can (?:both |all )?(?:start|run|be|go|wait)|"
    r"depends? on|follows|comes (?:next|last|after|first)|must (?:be|wait|not)|has to be|have to be|is to be|cannot|can't|(?:only |straight )?after (?:the|that|this|it|both|all)|once|when|before (?:the|that)|any ?time|"
    r"is independent|has nothing|are to start|is (?:very )?urgent|at the same time|start at|is independent|should be|start)(?![a-z])"
)
_LIGHT_WORDS = """
other others rest one ones thing things usual things job task step
them her him us alone wait finished no yes it very gone auch fertig again all the whole time is are sind side our on in of at
both also too there here people person thanks thx please sorry ok okay well so then me my you your
and or total hours stay told that this these those only just one as for boss good morning hi hello
dear team day days min h
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_EN_CUE = re.compile(
    r"[\s,]*(?:and |but |only |so )*(?:(?:right |only |straight )?after|once|when|as soon as|following)(?![a-z])(?! (?:that|this|it|which|them|those)(?![a-z]))"
)

_ZH_LEAD = re.compile(
    r"(?:[\s，,、。；;：:“”\"《》·\-–—]+|(?<=[)）])[和与]|以及|(?:今天)?(?:早上|上午|中午|下午|晚上)(?=[\u4e00-\u9fff]{2})|然后|接着|接下来|接|随后|最后(?!一|陈|检|的|清|确)|首先|其次|另外|此外|还有|还要|还得|还需要?|与此同时|同时|之后|以后|再然后|再|先(?!行|进|期|锋)|"
    r"就(?=[^\u5e8f])|也|并且?|都|则|那个|这个|那边|这边|那(?=[先就再])|嗯|呃|啊|哦|唉|对了|顺便|顺带|麻烦|请|帮忙|帮我|我们|咱们|我|需要(?!求)|需|要(?!求|点)|得(?=[\u4e00-\u9fff]{2})|由|让|派(?!发|单|送|件)|安排(?!表)|"
    r"可以|才能|才可以|才|能(?!源|耗|效)|开始(?!键)|可(?=以)|今天上午|今天下午|今天|明天|今早|今晚|负责|来(?=[^料访宾货电])|去(?=[^重污])|一起|分头|随便什么时候|什么时候|随时|任何时候|"
    r"了|还是|分别|进(?=烤|炉|窑)|下面|以下|这(?=次|批)|还能|接下来|继续|得先|先把|上(?=高速扫)|抽空|记一下|要排的是|剩下的|今天剩下的|然後|再由|我说一下|排一下|"
    r"第[一二三四五六七八九十\d]+步(?:是|，|、)?|一是|二是|三是|其中)",
)
_ZH_TRAIL = re.compile(
    r"(?:[\s，,、。；;：:“”\"《》·\-–—（）()]+|需要|需(?=$)|要|得|用时|大约|大概|约|差不多|(?<![但而可])是|花|的话|也|各|每|由|一共|共|预计|为|"
    r"时间|同样|又|干|有|占(?=$)|必须|的时候|就|都|了|啊|呢|吧|哈|和|跟|与|让|请|派|再|然后|这边|那边|这步|这项|这件|这块|这条|来做|来|最好|加|还得|并|"
    r"而且|因为|它|他|她|用(?=$)|在|期间|可以|能|只要|随时|什么时候|谁有空|待|等|的(?=$)|另外|还有|同时|给我|俩|仨|随后|先|以后|之后|大家|最后)$",
)
_ZH_NO_NAME = re.compile(
    r"(?:跟|和|与).{0,14}(?:没关系|无关|没有关系|不相干|不冲突|互不|没有?先后|没先后)|互不|不分先后|没(?:有)?先后|谁先谁后|顺序(?:不限|无所谓|随意)|不用等|不必等|不影响|"
    r"不受|什么时候.{0,6}都[行可]|随时(?:可|都|能|行)|啥时候|都无所谓|都行|即可$|并行$|可以并行|别排两遍|别忘了|就这些|^谢|不管|(?:看|陪|盯|守)着|监考|另算|按.*排|前者|后者|还酸|直接$|单独做|就行$|就好$|^加上|[两三四]件事|[两三四]样|分[两三][路头]|分头|可以一起|开工$|(?:这|那)边$|也[\u4e00-\u9fff]{1,2}了?$|总部要求|人多$|^后者|^前者|不代表|按(?:顺序|下面|步骤|以下)|"
    r"依次|一步(?:接|一)|排一下|帮.{0,3}排|如下|安排$|纪要|例会|晨会|班前会|会议记录|参会|主持|没写人数|有事打|电话\s?[:：\d]|窗口|工号|编号|优先级?$|人手|怎么|两遍|下雨|不急|的活|"
    r"互相|需要?等|要等|得等|等.{0,20}(?:完成|完|好|结束|妥|齐|到|出来|通过)(?:后|之后|以后|了)?$|(?:完成|结束|完|好|齐|妥)(?:了)?(?:之后|以后|后)?(?:即可|才[行能可]|就能做|再.)?$|(?:之后|以后|后面|后|之前|前)$|完才.|好了?再.$|完再.$|^[一-龥\d、，和与]{0,16}之后$"
)
_ZH_BEFORE = re.compile(
    r"(?P<ref>[^，,。；;]{1,18}?)(?P<cue>(?:都|全|全部|一|也|均)?(?:完成|完毕|结束|做完|弄完|办完|到货|到位|通过|\s?done\s?|\s?ready\s?|\s?ok\s?|完|好|齐|妥)(?:了)?\s?(?:之后|以后|后(?!盖|台|勤|门|厨|轮|桥|视))?|(?:之后|以后|后(?!盖|台|勤|门|厨|轮|桥|视)))[，,]?(?:才能|才可以|才|再|就可以|就能|就|即可|马上|立即|接着|可以|由|要|需要|需)?"
)
_ZH_EARLIER = re.compile(
    r"(?P<ref>[^，,。；;]{1,12}?)(?:之前|以前|前)(?:呢|还|得|要|必须|需要?|先|应)+(?=[\u4e00-\u9fff])"
)
_ZH_TOPIC = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:这边|那边|这块)?[啊呀嘛呢](?=[\u4e00-\u9fff]{2})")
"""What a message, or a part of it, is about: "清分中心这边啊" """
_ZH_WAITS = re.compile(
    r"(?:不用|不必|无需|也?要|也?得|需要?|必须|同样不必)等|要在|不必放|(?:跟|和|与)[^，,。]{1,12}(?:没关系|没有关系|无关|同时|不冲突|互不)|不影响|什么时候|啥时候|随时|谁有空|不能早于|可以(?:缓|分头|并行|同时)|没先后"
)
_PRONOUN_ZH = re.compile(
    r"^(?:这|那|都|全|上面|以上|两(?:样|个|边|项|件|路|台|步|头)|三(?:样|个|项)|完事|做|弄|干|忙|搞|它|此|等|待|一切|所有|全部|大家|缺件)"
)


def called(
    low: str, start: int, end: int, rows: Sequence[str], *, head: bool = False
) -> Called | None:
    """The name in `low[start:end]`; None if these words name no task.

    Args:
        low: the folded message.
        rows: names read so far, which such words may refer to.
        head: the words stand at the head of a list item, where order words belong to the name.
    """
    if re.search("[\u4e00-\u9fff]", low[start:end]):
        while not head and (lead := _EN_LEAD.match(low, start, end)) and lead.end() > start:
            start = lead.end()  # "then 核对余额"
        return _zh(low, start, end, rows, head)
    return _en(low, start, end, rows, head)


def _en(low: str, start: int, end: int, rows: Sequence[str], head: bool) -> Called | None:
    if not (head and not _EN_CUE.match(low, start, end)):
        if before := _EN_BEFORE.search(low, start, end):  # "both are done before we can load it"
            start = before.end()
        start = _behind_reference(low, start, end, rows)
        while start < end:
            step = _EN_POINTS.match(low, start, end)
            if step is None and _EN_REFERS.match(low, start, end):
                return None
            step = step or _EN_LEAD.match(low, start, end)
            if step is None or step.end() == start:
                break
            start = step.end()
    else:
        lead = re.compile(r"[\s\-–—*•·.:)\"“”']+").match(low, start, end)
        start = lead.end() if lead else start
    if (waits := _EN_WAITS.search(low, start + 2, end)) and not head:
        end = waits.start()
    end = _en_end(low, start, end)
    words = re.findall(r"[^\W_]+", low[start:end])
    if not words or all(len(word) == 1 or word.isdigit() or word in _LIGHT for word in words):
        return None
    if len(words) > 12:
        return None
    return Called(start, end)


def _en_end(low: str, start: int, end: int) -> int:
    while (
        start < end and (trail := _EN_TRAIL.search(low[start:end])) and trail.start() < end - start
    ):
        if trail.start() == 0 and trail[0].strip():
            return start
        end = start + trail.start()
    return end


def _behind_reference(low: str, start: int, end: int, rows: Sequence[str]) -> int:
    """Behind "after the inspection" in "after the inspection pay the claim"; the end if there is
    nothing but the reference."""
    cue = _EN_CUE.match(low, start, end)
    if cue is None:
        we = list(_EN_WE.finditer(low, start, end))
        return we[-1].end() if we else start
    if resumes := _EN_RESUMES.search(low, cue.end(), end):
        return resumes.end()
    found = mentions(low[cue.end() : end], rows)
    if found:
        behind = cue.end() + found[-1].end
        if _EN_MORE.match(low, behind, end):  # "once survey and notification are done"
            return end
        over = _EN_OVER.match(low, behind, end)
        return over.end() if over else cue.end() + found[-1].end
    return end


def _zh(low: str, start: int, end: int, rows: Sequence[str], head: bool) -> Called | None:
    if not (
        head
        and not re.search(r"(?:完成|结束|完|好|齐了|发出|之后|以后|后)$", low[start:end].strip())
    ):
        if (topic := _ZH_TOPIC.match(low, start, end)) and end - topic.end() > 1:
            start = topic.end()
        start = _zh_behind(low, start, end, rows)
        while start < end and (lead := _ZH_LEAD.match(low, start, end)) and lead.end() > start:
            if end - lead.end() == 1 and lead[0] in "接进派请测":
                break  # "接线": it belongs to the name
            start = lead.end()
            start = _zh_behind(low, start, end, rows)
    else:
        lead = re.compile(r"[\s\-–—*•·.:：“”\"]+").match(low, start, end)
        start = lead.end() if lead else start
        start = _zh_behind(low, start, end, rows)
    if (waits := _ZH_WAITS.search(low, start, end)) and waits.start() > start + 1:
        end = waits.start()
    if re.search("[这那][边头]$", low[start:end].strip()):
        return None
    while start < end and (trail := _ZH_TRAIL.search(low[start:end])):
        if trail.start() == 1 and trail[0] in "干等派":
            break  # "晾干"
        end = start + trail.start()
    name = low[start:end]
    if not name.strip() or (not head and _ZH_NO_NAME.search(name)) or len(name) > 24:
        return None
    if not re.search("[\u4e00-\u9fffa-z]", name) or (len(name) == 1 and not head):
        return None
    return Called(start, end)


def _zh_behind(low: str, start: int, end: int, rows: Sequence[str]) -> int:
    """Behind "录完" in "录完对银行账": words about a task that was named before."""
    if (earlier := _ZH_EARLIER.match(low, start, end)) and _knows(earlier["ref"], rows):
        start = earlier.end()
    while match := _ZH_BEFORE.match(low, start, end):
        ref = match["ref"]
        waits = _ZH_WAITS.search(ref)
        if waits and waits.start() > 1:  # the name, and what it waits for
            return start
        known = _knows(ref, rows)
        if not (_PRONOUN_ZH.match(ref) or known):
            return start
        start = match.end()
        if known and match["cue"].startswith(("完", "好")):
            start += _object(low[start:end], ref[-1], known)
    return start


def _knows(ref: str, rows: Sequence[str]) -> str | None:
    """The name that shares characters with `ref`."""
    content = re.sub(r"[的了都也和、把等待还要先全一这那两个样项]", "", ref) or ref[-1:]
    for name in reversed(rows):
        if content and set(content) & set(fold(name)):
            return fold(name)
    return None


def _object(rest: str, verb: str, name: str) -> int:
    """How much of `rest` repeats the object of `name`: 霜 in 除完霜 for 除霜."""
    place = name.rfind(verb)
    thing = name[place + 1 :] if place >= 0 else ""
    for length in range(len(thing), 0, -1):
        for at in range(len(thing) - length + 1):
            if rest.startswith(thing[at : at + length]) and at + length == len(thing):
                return length
    return 0
