"""What is surely a what-if, by its words alone: somebody missing, or another number of people."""

from tools.plan import Problem
from tools.question import Question, Said, blanked, said_in
from tools.wording.questions import asks_why, only_tells
from tools.wording.resource_wishes import asks_if_enough, without


def asks_what_if(message: str, problem: Problem) -> bool:
    """“And without Bob?”, “could we do it with three people?” ask what would be, whatever else they
    may sound like; “plan it without Bob” does not ask."""
    if only_tells(message) or asks_why(message):
        return False
    said = said_in(problem, Question(message))
    return bool(said.wished) and not said.named and is_other(said, problem)


def is_other(said: Said, problem: Problem) -> bool:
    """Does it speak of somebody as missing, or of another number of people?"""
    return without(blanked(said, problem)) or asks_if_enough(said.text)
