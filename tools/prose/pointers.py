"""The words that put tasks in order, and what they point to. It knows no tasks."""

import re
from collections.abc import Iterator

from tools.prose.meant import ALL, PRONOUN

_NOT = (
    r"(?:does(?:n't| not)|do(?:n't| not)|need(?:n't| not)|no need to|without|never|not|不用|不必|无需|无须|不需要?|不)"
    r"(?:\s?(?:have to|need to|necessarily|be))?\s?(?:等|待|wait(?:ing)? (?:for)?|depend(?:ing)? on)?"
)
NO_WAIT = re.compile(rf"{_NOT}\s?$|(?<![a-z])not (?:for|after) (?:the )?$")
AFTER_EN = re.compile(
    r"(?<![a-z-])(?:(?:only |straight |right |directly )?after(?![- ]sales)(?! (?:that|this|it|which|them|those)(?![a-z])(?! \w+ (?:is|are)))|once|as soon as|when(?:ever)?(?!\s*(?:[,.;\0]|$))|following|follows?|with(?= the [a-z ]+ (?:off|on|done|down|out|up))|with(?=,? [a-z ,]+ (?:all|both) done)|"
    r"needs?(?: only| also)?(?! to )|only needs|requires?|wait(?:s|ing)? (?:for|on|until)|has to wait for|depend(?:s|ing)? on|not until|until|unless|provided(?: that)?|"
    r"starts? when|also (?:needs|after)|from(?= the .{3,30} on(?:wards)?$)|given|subject to|if(?= the .* (?:done|finished))|blocked by|preceded by|(?:is )?(?:required|needed) first:?|erst wenn)(?![a-z])"
)
BEFORE_EN = re.compile(
    r"(?<![a-z-])(?:must precede|precedes?|before(?! (?:that|this|it|which)(?![a-z]))|prior to|ahead of|(?:is|are) (?:required|needed|necessary) (?:for|by)|leads? to|enables?|unblocks?)(?![a-z-])"
)
_EARLIER_EN = re.compile(
    r"(?<![a-z-])(?:before (?:that|this|it)|beforehand|(?:comes?|goes|is|are) (?:the )?(?:very )?first(?! (?:aid|class|floor|draft)))(?![a-z])"
)
COMES = re.compile(
    r"(?<![a-z])(?:comes?|goes|is|are) (?:the )?(?:next|last)(?![a-z])|last (?:step|job|task)|(?:放|排)在?最后|最后(?:做|进行|来)"
)
"""It is the task before these words that is next or last."""
_BEFORE_WE = re.compile(
    r"(?<![a-z-])(?:before|so that) (?:we|you|they|anyone|anybody|somebody|one)(?: can| may| could| start to| get to| go on to)*\s*$"
)
_FIRST = re.compile(
    r"^[\s\0,(]*(?:only )?(?P<ref>[a-z][a-z -]{1,30}?) (?:comes )?first(?:,? please)?[\s\0.)]*$"
)
_MUST_STAND = re.compile(
    r"(?P<ref>(?!(?:it|that|this|they|we|all)(?![a-z]))[a-z][a-z -]{2,30}?) (?:must|has to|have to|needs? to) (?:stand|be (?:done|finished|ready|there|up|in place|complete|out))(?: first| before)?[\s\0.)]*$"
)
ARROW = re.compile(r"\s*(?:->|→|=>|⇒)\s*")
_NEXT = re.compile(
    r"(?<![a-z])(?:and then|then|after (?:that|this|it|which|them|those)|afterwards?|thereafter|(?:is|are) (?:the )?(?:next|last)(?: (?:step|job|task|one))?(?![a-z])|next(?=\s*(?:,|:|comes|we|do|$|the))|comes? next|followed by|subsequently|danach|dann|zum schluss|finally|lastly|at the (?:very )?end|very last|comes? last|last of all|and last|(?<=, )last(?=[.,;)\s]*$))(?![a-z])"
    r"|然后|再然后|接着|接下来|随后|其后|而后|之后(?=[^\u4e00-\u9fff]|$|[\u4e00-\u9fff])|后续|下一步|完了|最后(?!一|陈|检|的|清|确)|再(?=[^\u4e00-\u9fff]|[^次三加说少见多]|$)"
)
_FINAL = re.compile(
    r"(?<![a-z])(?:finally|lastly|at the (?:very )?end|very last|comes? last|(?:is|are) (?:the )?last(?: (?:step|job|task|one))?|last of all|(?<=, )last(?=[.,;)\s]*$)|zum schluss)(?![a-z])|最后(?!一|陈|检|的|清|确)"
)
_PARALLEL = re.compile(
    r"(?<![a-z])(?:in parallel|at the same time|side by side|simultaneously|concurrently|may run in parallel|can run side by side|alongside)(?![a-z])|同时|并行|一起(?:做|进行)|也(?=[^\u4e00-\u9fff]|在)"
)
_MEANWHILE = re.compile(
    r"(?<![a-z])(?:meanwhile|in the meantime|meantime|in parallel to all of this|another one can)(?![a-z])|与此同时|的同时"
)
_FREE = re.compile(
    r"(?<![a-z])(?:any ?time|whenever|at any point|independent(?:ly)?(?! of each other)|nothing to do with|no (?:particular |fixed )?(?:order|dependenc(?:y|ies))|does(?:n't| not) depend on any|depends on nobody|doesn't matter when|free to place|"
    r"does(?:n't| not) have to wait for anything|jederzeit|need not be coordinated)(?![a-z])"
    r"|随时|随便什么时候|什么时候|啥时候|任何时候|(?:跟|和|与)(?:别的|谁|前面|前两|其他|卡片|抢修|他们|[^，,。；;]{1,8}).{0,6}(?:没关系|没有关系|无关|不冲突|互不|没有先后|不影响)|不受.{0,8}影响|现在(?:就)?(?:可以|能|即可)|不等任何|谁有空"
)
CHAIN = re.compile(
    r"(?<![a-z])(?:(?:strictly |exactly )?in (?:exactly )?(?:this|that|the following|the given|strict) order|one (?:step |task |job )?after (?:the other|another)|step by step|one by one|in numerical order|as numbered|from top to bottom|(?:strictly )?sequential|in the order (?:given|listed|below|of the list|written)|"
    r"(?:the )?order (?:is fixed|matters)|back to back|each (?:one |step |task |job )?(?:follows|needs|after|starts (?:when|after)|depends on|waits for|can only start (?:when|after)) the (?:previous|one before|last|preceding|step before)[a-z ]*|"
    r"no step before the (?:previous|one before)|sequentially|in sequence|consecutively)(?![a-z])"
    r"|依次|按(?:照)?(?:以下|下列|下面|这个|上面)?的?(?:步骤|顺序|次序)|一步(?:接一|接|一)步|逐(?:一|个|步|项)|按(?:照)?(?:编号|序号|次序|先后|流程|列的|写的)(?:的?(?:顺序|次序|先后))?(?:来|做|进行|走|依次)?|从上到下|一个接一个|一项接一项|一环扣一环|一道接一道|"
    "(?:前|上)一[步项道个].{0,8}[才再].{0,8}[下后]一[步项道个]|做完一[步项道个].{0,4}[再才]|不能跳步|顺序不能(?:乱|变|颠倒|打乱)|先后不能(?:乱|变)|顺序(?:执行|进行|完成|就是这样|如上|就这样|不变)|(?:每|后)一?[步项道个]都?(?:要|得|必须)?等(?:上|前)一[步项道个]|先后(?:进行|完成)|挨个|顺着做"
)
_ANY_ORDER = re.compile(
    r"(?<![a-z])(?:(?:in )?any order|no order|(?:the )?order (?:does not|doesn't) matter|whatever order|numbers are only for reference|independently of each other)(?![a-z])|不分先后|谁先谁后|没(?:有)?先后|不代表先后|无所谓|顺序不限|各干各"
)
SHARING = re.compile(
    r"(?<![a-z])(?:two things|three things|(?:two|three|four) jobs|both start|can both|whatever order|side by side|independently of each other|in parallel)(?![a-z])|分头|分两|两件事|三件事|两样|可以一起|并行|分别|都(?:可以|能)开始"
)
_AFTER_ZH = re.compile(
    r"(?P<ref>[^，,。；;\n\0]{1,30}?)(?P<cue>(?:都|全|全部|均|一)?(?:已经)?(?:完成|完毕|结束|做完|弄完|办完|办妥|妥当|到货|到位|就绪|落实|通过|期满|合格|出来|下来|发出|搞定|ready|done|ok|完|好|齐|妥|到|定|足|热|在|编好|活)?(?:了)?(?:之后|以后|过后|后面?(?!盖|台|勤|门|厨|轮|桥|视|两|三)|时)|[都也][\u4e00-\u9fff]{1,3}了(?=[，,。；;\s]|$)|(?:都|全都?|均)[\u4e00-\u9fff]{1,4}?(?:了|后|之后|以后)?(?=再|才)|(?:都|全|全部|均|也)?(?:完成|完毕|结束|做完|弄完|办完|办妥|期满|就绪|落实|通过|到货|到位|下来|出来|发出|ready|done|ok|完|好|齐|妥)(?:了)?(?=(?:才|再|就|即|方|可|由|便|马上)|[\u4e00-\u9fff\0a-z，,。；;、）)\s]|$))",
)
WAIT_ZH = re.compile(
    r"(?:要等|得等|等到?|待|需要?等|须等|接在|接(?=第)|排在|需要?先|必须先|依赖|取决于|还要等|也要等|也得等)"
)
_BEFORE_ZH = re.compile(
    r"(?P<ref>[^，,。；;\n\0]{1,20}?)(?:(?<!在此)(?<!这)(?<!那)(?:之前|以前)(?!不|别|没|的|就)|前(?=(?:呢|还|得|要|必须|需要?|应|由|先|完成|做|弄|搞|准备|备|处理|就)))(?:呢|还|得|要|必须|需要?|应|由|先)*(?:先|还|得|要|需)?"
)
_EARLIER_ZH = re.compile(r"(?:在?(?:此|这|那)之?前)")
_STARTS = re.compile(
    r"(?:start(?:s|ing)?|begin(?:s|ning)?|run(?:s)?)? ?(?:at (?:the )?(?:very )?same (?:time|moment)(?: as)?|together with|simultaneously with)|same (?:time|moment)|(?:和|跟|与)(?P<ref>[^，,。；;]{1,14}?)(?:一起|同时)(?:开始|开工|启动|进行)|同时(?:开始|开工|启动|进行)"
)
_STARTS_WORD = re.compile(r"start|begin|开始|开工|启动")
_NOT_ZH = re.compile("不用|不必|无需|无须|不需要?")
_ONLY_LABELS = re.compile(r"\s*\d{1,2}(?:\s?(?:,|、|and|和|&)\s?\d{1,2})*\s*")


def cues(words: str) -> Iterator[tuple[str, str, int]]:
    """Each cue with the words it points to, and where it stands."""
    taken = 0
    if _ONLY_LABELS.fullmatch(words):
        yield "after", words, 0
        return
    if _FREE.search(words) or _ANY_ORDER.search(words):
        yield "free", "", 0
        if not AFTER_EN.search(_FREE.sub("", words)) and not re.search("[完好]|之后|以后", words):
            return
    if (match := _STARTS.search(words)) and (_STARTS_WORD.search(words) or "moment" in words):
        yield "starts", (match["ref"] or words[match.end() :]), match.start()
        return
    if match := _EARLIER_EN.search(words) or _EARLIER_ZH.search(words):
        yield "earlier", "", match.start()
        taken = match.end()
    for match in _BEFORE_ZH.finditer(words):
        yield "before", match["ref"], match.start()
        taken = max(taken, match.end())
    for match in AFTER_EN.finditer(words, taken):
        rest = words[match.end() :]
        ends = [each.start() for p in (AFTER_EN, BEFORE_EN) if (each := p.search(rest))]
        end = min(ends, default=len(rest))
        yield "after", rest[:end], match.start()
        taken = match.end() + end
    if match := _BEFORE_WE.search(words, taken):  # of the task that is named next
        yield "after", words[: match.start()], match.start()
        taken = len(words)
    if match := BEFORE_EN.search(words, taken):
        yield "before", words[match.end() :], match.start()
        taken = len(words)
    if match := _FIRST.search(words) or _MUST_STAND.search(words):
        yield "after", match["ref"], match.start()
    zh = list(_AFTER_ZH.finditer(words, taken))
    for match in zh:
        if _NOT_ZH.search(match["ref"]):
            continue
        ref = re.sub(WAIT_ZH, "", match["ref"])
        pronoun = PRONOUN.match(ref + match["cue"])
        yield (
            ("next", "", match.start())
            if pronoun and not ALL.search(ref + match["cue"])
            else ("after", ref + match["cue"], match.start())
        )
        taken = match.end()
    if not zh and (match := WAIT_ZH.search(words, taken)):
        yield "after", words[match.end() :], match.start()
        taken = len(words)
    if match := _FINAL.search(words):
        yield "final", "", match.start()
    if match := _NEXT.search(words, taken if not zh else 0):
        yield "next", "", match.start()
    if _MEANWHILE.search(words):
        yield "meanwhile", "", 0
    elif _PARALLEL.search(words):
        yield "parallel", "", 0
