"""Rules that say no, to be looked at before a template is sent that may say yes. What is not sure
enough to be told to a customer is sure enough for that."""

from collections.abc import Iterator

from knowledge.nearness import Near
from knowledge.passage import Language
from tools.replies.answering import Answer, nearly
from tools.replies.choosing import refuses
from tools.replies.questions import Search, questions_in
from tools.replies.told import Told
from tools.replies.weighing import Sought


def cautions(
    message: str, answer: Answer | None, search: Search, language: Language, near: Near
) -> list[Told]:
    """Sentences that may refuse what a customer asks, where nothing answers that, and that answer
    nothing else."""
    found = _nearly(message, answer, search, language, near)
    told = {each.text for each in answer.sentences} if answer else set[str]()
    against = (each for each in found if refuses(each.text) and each.text not in told)
    return list({each.text: each for each in against}.values())


def _nearly(
    message: str, answer: Answer | None, search: Search, language: Language, near: Near
) -> Iterator[Told]:
    for each in questions_in(message):
        if answer is not None and each.words not in answer.unanswered:
            continue
        wider = Sought(each.wider, search(each.wider)) if each.wider else None
        found = nearly(each.words, search(each.words), language, near, wider)
        if found is not None:
            yield found
