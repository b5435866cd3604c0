"""“The first two”, “task 3”, “最后一个”: tasks called by their place -> their names in the message."""

import re
from collections.abc import Sequence

from knowledge.numbers import fold, value

_NTH = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "fifth": 5, "5th": 5, "sixth": 6, "6th": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_THING = r"(?:tasks?|steps?|jobs?|items?|ones?)"
_COUNT = r"[2-9]|two|three|four|five|six"
_PLACE = re.compile(
    rf"(?<![a-z])(?:the )?(?:(?:very )?(?P<side>first|last) (?P<count>{_COUNT})(?: {_THING})?"
    rf"|(?P<nth>{'|'.join(_NTH)}|last) {_THING}|(?:the )(?P<alone>{'|'.join(_NTH)}|last)(?=\s*(?:$|[,.;!?]|and(?![a-z])))"
    rf"|{_THING} (?:no\. ?|number |#)?(?P<number>[0-9]{{1,3}}))(?![a-z0-9])"
    r"|(?P<zh_side>前|最?后)(?P<zh_count>[两二三四五六七八2-9])(?:个|项|道|步)(?:任务|工序|步骤)?"
    r"|第(?P<zh_nth>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?:个|项|道|步)(?:任务|工序|步骤)?"
    r"|最后(?P<zh_last>一)(?:个|项|道|步)(?:任务|工序|步骤)?"
)


def spelled_out(message: str, names: Sequence[str]) -> str:
    """`message` with the names of the tasks that it calls by their place.

    Args:
        names: in the order in which the user sees them.
    """
    text, result, end = fold(message), "", 0
    for match in _PLACE.finditer(text):
        meant = _meant(match, names)
        if meant:
            joint = " and " if match[0].isascii() else "和"
            result += message[end : match.start()] + joint.join(meant)
            end = match.end()
    return result + message[end:]


def _meant(match: re.Match[str], names: Sequence[str]) -> Sequence[str]:
    side, count = match["side"] or match["zh_side"], match["count"] or match["zh_count"]
    if count:
        many = _number(count)
        if many > len(names):
            return ()
        return names[:many] if side in ("first", "前") else names[len(names) - many :]
    nth = match["nth"] or match["alone"]
    if nth == "last" or match["zh_last"]:
        return names[-1:]
    place = _NTH[nth] if nth else _number(match["number"] or match["zh_nth"])
    return names[place - 1 : place] if place else ()


def _number(words: str) -> int:
    worth = value("两" if words == "二" else words)
    return int(worth) if worth is not None else 0
