"""What of a message speaks of the work: not the greeting, the signature, the quoted mail, or what
is over and done. What does not becomes blanks, so that every place stays where it was."""

import re
from collections.abc import Iterator
from itertools import pairwise

from knowledge.numbers import NUMBER
from tools.wording.durations import durations

_GREETING = re.compile(
    r"[ \t]*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|morning|servus|moin|hallo|"
    r"greetings)(?![a-z])[^,，:：!！.。?\n;]{0,40}?(?:[,，:：!！.]|[ \t]*(?=\n)|$)"
    r"|(?:colleagues|team|all|everyone|folks)[,:!][ \t]*(?=\n)"
    r"|[^\n,，:：;；。0-9]{1,14}(?:[,，]?[您你]?好)[!！:：,，。]?|(?:在吗|早|你好|您好)[!！,，。~～?？]"
    r"|(?![^\n:：]{0,10}(?:[天早晚一二三四五六日底末]之?前|完成|[明今后]天))[^\n\d:：,，、;；。\-]{1,10}[:：][ \t]*(?=\n)"
    r"|subject:[^\n]*)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^[ \t]*(?:(?:many |kind |best |warm )?(?:thanks|thank you|regards|best|cheers|yours|sincerely|"
    r"thx|see you|gruß|danke|questions)(?![a-z])[^\n]{0,40}|祝好|谢谢[^\n，,。]{0,8}|多谢|此致|敬礼|顺颂[^\n]{0,8}|辛苦了|"
    r"(?:from|sent from)[ :][^\n]*)[!！.。,，~～]?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = re.compile(r"[ \t]*(?![-*•·–\d①-⑳])[^\n，。：,.:;；、！!？?（(\d]{0,18}[ \t]*")
_COUNTS = re.compile(rf"{NUMBER}\s?[台辆部架间套张条把艘个名位人项步]|[只就]有|[每各都]")
_NUMBERED = re.compile(
    r"(?:^|(?<=[.;:。；：])\s|[；。：;])(?P<mark>[(（]?(?P<number>\d{1,2})[)）.、](?!\d))(?=\s?[A-Za-z\u4e00-\u9fff])"
)
_REFERRED = re.compile(r"[(（](\d{1,2})[)）]")
_QUOTE = re.compile(r"^[ \t]*>[^\n]*$", re.MULTILINE)
_SENTENCE = re.compile(r"[^。！？!?；;\n]*?(?:[。！？!?；;\n]|\.(?=\s|$)|$)", re.DOTALL)
_OVER = re.compile(
    r"昨天|前天|上周|上个?[星礼]|(?:(?:早就|已经?)[^，,。；;]{0,12}了)|刚刚?(?:做|弄)完|"
    r"(?<![a-z])(?:yesterday|last (?:week|night|month|friday|monday|tuesday|wednesday|thursday)|already)(?![a-z])",
    re.IGNORECASE,
)
_OVERDUE = re.compile(
    r"(?<![a-z])(?:due|deadline|overdue|expected|promised|supposed)(?![a-z])[^,.;\n]{0,25}(?:yesterday|last )|"
    r"(?:应|该|须|截止|截至|到期|期限|交期)[^，,。；;\n]{0,6}(?:昨天|前天|上周|上个?[星礼])|"
    r"(?:昨天|前天|上周.?|上个?[星礼].{1,2})(?:就|本来?|已经?)*(?:该|应|要|到期|截止)",
    re.IGNORECASE,
)
"""What had to be done by then is late, and still to be done."""
_TO_COME = re.compile(
    r"要|得|还|再|今天|安排|之前|(?<![a-z])(?:must|have to|has to|need|needs|should|please|still|today|will|can)(?![a-z])",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"不用(?:管|排|再?跑)|不必(?:管|排)|不需要排|别排两遍|nothing to do for us|not on the agenda|"
    r"off the list|已处理|noted\.?$|没(?:我们)?什么事",
    re.IGNORECASE,
)


def work_of(message: str) -> str:
    """`message` with blanks for what is not about work to be done; as long as it was."""
    text = _blank_quotes(message)
    text = _blank_ends(text)
    for start, end in list(_sentences(text)):
        if _is_over(text[start:end]):
            text = _blanked(text, start, end)
    return text


def numbered(text: str) -> str:
    """`text` with a line for each item that is numbered within a line: "(1) Lock. (2) Count, after
    (1)."; as long as it was."""
    found = list(_NUMBERED.finditer(text))
    items, wanted = [], 1
    for match in found:
        if match["number"] == str(wanted):
            items.append(match)
            wanted += 1
    if len(items) < 2 or any("\n" in text[a.end() : b.start() + 1] for a, b in pairwise(items)):
        return text
    for match in items:
        if match.start() and text[match.start()] != "\n":
            text = f"{text[: match.start()]}\n{text[match.start() + 1 :]}"
    starts = {match.start("mark") for match in items}
    return _REFERRED.sub(lambda m: m[0] if m.start() in starts else f" {m[1]} ", text)


def _blanked(text: str, start: int, end: int) -> str:
    blank = re.sub(r"[^\n]", " ", text[start:end])
    return text[:start] + blank + text[end:]


def _blank_quotes(text: str) -> str:
    """Quoted lines are somebody else's, unless there is nothing else to do."""
    own = text
    for match in _QUOTE.finditer(text):
        own = _blanked(own, match.start(), match.end())
    return own if durations(own) or not durations(text) else re.sub(r"(?m)^[ \t]*>", _dash, text)


def _dash(match: re.Match[str]) -> str:
    return match[0].replace(">", "-")


def _blank_ends(text: str) -> str:
    start = len(text) - len(text.lstrip())
    for _ in range(2):  # "Hi Sam," and "您好！" behind it
        greeting = _GREETING.match(text, start)
        if greeting is None:
            break
        text = _blanked(text, start, greeting.end())
        start = len(text) - len(text.lstrip())
    for closing in _CLOSING.finditer(text):
        if closing.start() > start and not durations(text[closing.start() :]):
            return _blanked(text, closing.start(), len(text))
    return _blank_signature(text)


def _blank_signature(text: str) -> str:
    """Short last lines without a stop, such as a name and a department."""
    lines = text.rstrip().split("\n")
    while len(lines) > 2 and _SIGNATURE.fullmatch(lines[-1]) and not _COUNTS.search(lines[-1]):
        lines.pop()
    end = len("\n".join(lines))
    return _blanked(text, end, len(text))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            yield match.start(), match.end()


def _is_over(sentence: str) -> bool:
    if sentence.rstrip().endswith((")", "）")) and durations(sentence):  # an item with its time
        return False
    if _OVERDUE.search(sentence):
        return False
    if _NOT_OURS.search(sentence):
        return not _future(sentence)
    return bool(_OVER.search(sentence)) and not _future(sentence)


def _future(sentence: str) -> bool:
    """Whether a clause without a word about the past speaks of what is to come, and takes time."""
    clauses = re.split(r"[,，]", sentence)
    return any(_TO_COME.search(c) and not _OVER.search(c) for c in clauses) and bool(
        durations(sentence)
    )
