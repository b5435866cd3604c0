"""Small words that say how the words beside them belong to a task."""

import re

CUE = re.compile(
    r"(?<![a-z])(?:and then|then|after that|and after that|afterwards|meanwhile|finally|next,|and when|when both|when all|as soon as|and as soon as|at the very same moment|first (?=we )|(?:and )?at the (?:very )?end|in parallel to all of this|independent of all that|danach|dann)(?![a-z])"
    r"|(?:然后|接着|再然后|最后(?!一|陈)|另外|随后|还有(?!的)|同时)"
)
ANNOUNCES = re.compile(
    r"(?<![a-z])(?:then|next|finally|lastly|after that|danach|dann)(?![a-z])|然后|接着|再|完|好了|之后|最后"
)
FREE = re.compile(r"(?<![a-z])(?:any ?time|whenever)(?![a-z])|随时|什么时候|啥时候|谁有空")
EACH = re.compile(r"(?<![a-z])(?:each|both (?:can|take|start|need))(?![a-z])|各")
JOINED = re.compile(r"\s?(?:,? and | & |、|和)\s?")
STOPS = re.compile(r"[,，、]")
THESE = re.compile(r"(?<![a-z])these (two|three|four|five|six)(?![a-z])")
GOES_ON = re.compile(r"(?<![a-z])(?:it|this|that|takes?|needs?|these)(?![a-z])|需要?|这|要|得|用时")


def parted(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the names in "cutting and drilling" stand; none if it is one name, or a long one."""
    cuts = [match.span() for match in JOINED.finditer(low, start, end)]
    places = [start, *(place for cut in cuts for place in cut), end]
    parts = list(zip(places[::2], places[1::2], strict=True))
    return parts if cuts and all(1 < b - a <= 24 for a, b in parts) else []
