"""An e-mail, as a file or pasted, without what nobody wrote for us: headers, quoted messages,
greetings and signatures. It knows no tasks."""

import email
import email.policy
import re
from collections.abc import Sequence
from email.message import EmailMessage
from textwrap import shorten

from tools.intake.coded import without_code
from tools.intake.orders import without_orders
from tools.intake.taken import Note
from tools.record import PlanError

_HEADER = re.compile(
    r"\s*(?:from|to|cc|bcc|sent|date|subject|reply-to|发件人|收件人|抄送|密送|发送时间|日期|时间|主题)\s*[:：].*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\s*[>＞].*")
_SPLIT = re.compile(
    r"\s*(?:-{2,}\s*(?:original message|forwarded message|原始邮件|转发邮件|转发的邮件)\s*-{2,}|_{10,}|"
    r"on .{6,120}wrote:|在.{4,80}写道[:：]|于.{4,60}写道[:：]|begin forwarded message:?)\s*",
    re.IGNORECASE,
)
"""Where an earlier message begins."""
_SIGNATURE = re.compile(
    r"\s*(?:--\s*|—{2,}\s*|(?:kind |best |warm |many )?(?:regards|wishes|greetings)(?: from.*)?[,.!]?|yours(?: \w+)?[,.]?|cheers[,.!]?|"
    r"sincerely[,.]?|sent from my .*|(?:many )?thanks(?: (?:a lot|in advance|again|and regards))?[,.!]?|thank you(?: (?:so much|very much|in advance))*[,.!]?|"
    r"此致|敬礼[!！]?|顺祝.*|祝好[!！。]?|祝(?:工作)?(?:顺利|愉快)[!！。]?|谢谢[!！。]?|多谢[!！。]?|发自我的.*)\s*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?: [\w.'’]+){0,4}|各位(?:同事|领导|老师)?|大家好|(?:尊敬的)?.{0,10}(?:你好|您好|早上好|下午好))\s*[,，:：!！.。]?\s*",
    re.IGNORECASE,
)
_LONGEST_SIGNATURE = 12  # lines
LONGEST = 80
"""Characters of a sentence that is told of."""


def read_eml(data: bytes, name: str) -> tuple[str, list[tuple[str, bytes]]]:
    """The text of an e-mail and its attachments by file name.

    Raises:
        PlanError: nothing in it can be read.
    """
    if b"\0" in data:  # never in an e-mail, whatever its encoding
        raise PlanError("file-corrupt", file=name)
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    try:
        text = str(body.get_content()) if body is not None else ""
    except (LookupError, ValueError) as error:  # an encoding that there is not
        raise PlanError("file-corrupt", file=name) from error
    if body is not None and body.get_content_subtype() == "html":
        text = _without_markup(text)
    attached = [
        (part.get_filename() or "", part.get_payload(decode=True))
        for part in message.iter_attachments()
        if part.get_filename()
    ]
    files = [(title, item) for title, item in attached if isinstance(item, bytes)]
    if not text.strip() and not files:
        raise PlanError("file-empty", file=name)
    return text, files


def _without_markup(text: str) -> str:
    import html

    text = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", text)
    text = re.sub(r"(?i)</t[dh]>\s*<t[dh][^>]*>", "\t", text)
    text = re.sub(r"(?i)<br\s*/?>|</(?:p|div|tr|li|h\d)>", "\n", text)
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def looks_like_mail(text: str) -> bool:
    """Whether a pasted text is an e-mail: it has headers, quotes, or the words between messages."""
    lines = text.splitlines()
    headers = sum(bool(_HEADER.fullmatch(line)) for line in lines[:12])
    quoted = sum(bool(_QUOTED.fullmatch(line)) for line in lines)
    return headers > 1 or quoted > 1 or any(_SPLIT.fullmatch(line) for line in lines)


def written(text: str) -> str:
    """What the writer of `text` says, if it is an e-mail; else the text as it is."""
    return own_words(text)[0] if looks_like_mail(text) else text


def own_words(text: str) -> tuple[str, tuple[Note, ...]]:
    """What the writer of the latest message says of work, and what was left out. If that is
    nothing, as in a message that only forwards another, the message below it."""
    lines = text.splitlines()
    at = next((at for at, line in enumerate(lines) if _SPLIT.fullmatch(line)), len(lines))
    mine, earlier = _stripped(lines[:at]), lines[at + 1 :]
    if not _says_something(mine) and earlier:
        return own_words("\n".join(_unquoted(earlier)))
    left = any(line.strip() for line in earlier) or any(map(_QUOTED.fullmatch, lines[:at]))
    words, orders = without_orders("\n".join(mine).strip())
    words, coded = without_code(words)
    notes = [Note("quoted")] if left else []
    for key, found in (("orders", orders), ("coded", coded)):
        notes += [Note(key, tuple(map(_short, found)))] if found else []
    return words, tuple(notes)


def _short(sentence: str) -> str:
    return shorten(sentence, LONGEST, placeholder=" …")


def _says_something(lines: Sequence[str]) -> bool:
    said = [line for line in lines if line.strip()]
    return any(any(sign.isdigit() for sign in line) for line in said) or len(said) > 3


def _unquoted(lines: Sequence[str]) -> list[str]:
    return [re.sub(r"^\s*(?:[>＞]\s?)+", "", line) for line in lines]


def _stripped(lines: Sequence[str]) -> list[str]:
    """Without headers, quotes, the greeting and the signature."""
    own = [line for line in lines if not _QUOTED.fullmatch(line)]
    begin = 0
    while begin < len(own) and (not own[begin].strip() or _HEADER.fullmatch(own[begin])):
        begin += 1
    own = own[begin:]
    if own and _GREETING.fullmatch(own[0]):
        own = own[1:]
    first = max(0, len(own) - _LONGEST_SIGNATURE)
    ends = [at for at in range(first, len(own)) if _SIGNATURE.fullmatch(own[at])]
    return own[: ends[0]] if ends and ends[0] else own
