"""What a follow-up refers back to: "and if he is away?", "the second one", "and painting?" become
questions that stand alone. It knows what was spoken of last, and no grammar beyond that."""

import re
from collections.abc import Sequence

from knowledge.numbers import fold
from tools.plan import PEOPLE, Problem
from tools.record import Record
from tools.wording.again import asked_again, asks_of_plan
from tools.wording.foreign import nobody_called
from tools.wording.names import Mention, mentioned, mentions, tied

_PERSON = re.compile(
    r"(?<![a-z'])(?:s?he|him|her|they|them|this person|that person)(?![a-z])|"
    r"(?<![其吉])[他她](?!们)|这个人|那个人|这位|那位"
)
_WITHOUT_THEM = re.compile(r"(?<![a-z])without (?:him|her|them)(?![a-z])|没有?[他她]")
"""What is surely about the plan."""
_TASK = re.compile(
    r"(?<![a-z'])(?:(?<!what would )(?<!what will )(?<!what does )(?<!what'd )"
    r"it(?! (?:all|possible|worth|true|the best|really (?:the|best)|be (?:better|faster|quicker|possible|worth))(?![a-z]))|"
    r"that one|this one|that task|this task|the latter)(?![a-z'])|"
    r"它(?!们)|(?:这|那)(?:个任务|项任务|个活儿?|道工序|一?项|件事|个(?=为|要|能|可|怎|什|排|放|不|先|早|晚|改|去|呢|$))"
)
_ORDINALS = (
    ("first", "一"), ("second", "二"), ("third", "三"), ("fourth", "四"), ("fifth", "五"),
    ("sixth", "六"), ("seventh", "七"), ("eighth", "八"), ("ninth", "九"), ("tenth", "十"),
)  # fmt: skip
_PLACE = re.compile(
    r"(?<![a-z])the (?P<en>"
    + "|".join(en for en, _ in _ORDINALS)
    + r"|last)(?: one| task| of (?:them|those|these))?(?= ?(?:[?!.,;]|$|(?:is|be|was|has|start|end|come|take|need|so|to|not|before|after|instead)\w*(?![a-z])))|"
    r"(?P<zh>第[一二三四五六七八九十]|最后一)[个项件](?:任务|工序|活)?"
)
_AND = re.compile(
    r"\s*(?:and|what about|how about|but|then)?\s*(?:the |for |with |if |why (?:is )?)?_+"
    r"(?: then| as well| too)?\s*[?.!]*|\s*(?:那么?|还有|换成)?\s*_+\s*呢?\s*[？?]*"
)
"""A name and hardly anything else, once the name is blanked."""


class Focus(Record):
    """What was spoken of last."""

    question: str = ""
    """The last message, as it was understood."""
    person: str | None = None
    task: str | None = None
    listed: tuple[str, ...] = ()
    """The tasks that the last answer with more than one of them named, in its order."""


def resolved(message: str, focus: Focus, problem: Problem, *, freely: bool = True) -> str:
    """`message` with names in place of the words that refer back; what is not sure is left as it
    is, so that it is asked for.

    Args:
        freely: for what is surely about the plan; of anything else only a time, a length or a
            number alone refers back.
    """
    tasks, people = list(problem.by_name), _people(problem)
    named, known = mentioned(message, tasks), _exact(message, people)
    if again := asked_again(message, focus.question, problem):
        return again
    if not freely and not _WITHOUT_THEM.search(fold(message)):
        return message
    if again := _asked_again(message, focus, problem):
        return again
    if not named and (place := _PLACE.search(fold(message))):
        found = _at(place, focus.listed)
        if found is None:
            return message
        message = _put(message, place, found)
        return _asked_again(message, focus, problem) or message
    if not known and focus.person in people and (said := _PERSON.search(fold(message))):
        message = _put(message, said, focus.person or "")
    if not named and focus.task in tasks and (said := _TASK.search(fold(message))):
        message = _put(message, said, focus.task or "")
    return message


def focus_after(focus: Focus, message: str, answer: str, problem: Problem) -> Focus:
    """What has been spoken of once `message` got its `answer`."""
    tasks, people = list(problem.by_name), _people(problem)
    named, known = mentioned(message, tasks), _exact(message, people)
    told = _exact(answer, tasks)
    in_answer = _exact(answer, people)
    person = known[-1] if known else in_answer[0] if len(in_answer) == 1 else focus.person
    return Focus(
        question=message,
        person=person if person in people else None,
        task=named[0] if named else focus.task if focus.task in tasks else None,
        listed=told if len(told) > 1 else tuple(each for each in focus.listed if each in tasks),
    )


def _asked_again(message: str, focus: Focus, problem: Problem) -> str | None:
    """The last question about another task or person: “and painting?”, “那李强呢？”; or about the
    one that is meant of several, if that was asked back."""
    for names in (list(problem.by_name), _holders(problem)):
        new, old = mentions(message, names), mentions(focus.question, names)
        if len(new) == 1 and new[0].name in tied(focus.question, names):
            alone = _AND.fullmatch(_blanked(fold(message), new[0]))
            return f"{focus.question} {new[0].name}" if alone else None
        if len(new) != 1 or len({each.name for each in old}) != 1:
            continue
        if _AND.fullmatch(_blanked(fold(message), new[0])):
            before = old[0]
            return f"{focus.question[: before.start]}{new[0].name}{focus.question[before.end :]}"
    return _asked_of_stranger(message, focus.question, problem)


def _asked_of_stranger(message: str, question: str, problem: Problem) -> str | None:
    """“And Zoe?” after “which tasks does Bob have?”, in a plan that has no Zoe."""
    who, old = nobody_called(message, fold(message)), mentions(question, _holders(problem))
    if who is None or len(old) != 1 or not asks_of_plan(question, problem):
        return None
    start = fold(message).find(fold(who))
    blanked = fold(message)[:start] + "_" + fold(message)[start + len(who) :]
    if not _AND.fullmatch(blanked):
        return None
    return f"{question[: old[0].start]}{who}{question[old[0].end :]}"


def _at(place: re.Match[str], listed: Sequence[str]) -> str | None:
    said = place["en"] or place["zh"]
    if said in ("last", "最后一"):
        return listed[-1] if listed else None
    at = next(n for n, (en, zh) in enumerate(_ORDINALS) if said in (en, f"第{zh}"))
    return listed[at] if at < len(listed) else None


def _put(message: str, said: re.Match[str], name: str) -> str:
    spaced = f" {name} " if name.isascii() and not message.isascii() else name
    return message[: said.start()] + spaced + message[said.end() :]


def _blanked(text: str, place: Mention) -> str:
    return text[: place.start] + "_" + text[place.end :]


def _exact(text: str, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in mentions(text, names) if each.exact))


def _holders(problem: Problem) -> list[str]:
    """People and things that may do a task."""
    return [r.name for r in problem.resources if r.name != PEOPLE]


def _people(problem: Problem) -> list[str]:
    return [r.name for r in problem.resources if r.kind == "people" and r.name != PEOPLE]
