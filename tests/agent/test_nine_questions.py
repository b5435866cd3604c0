"""The nine kinds of question that the product answers, asked in a conversation in both languages,
with follow-ups. The language model is scripted: it takes each for a group, and copies nothing."""

from collections.abc import Callable, Iterator

import pytest
from scripted import ScriptedChat, call

from agent.assistant import Assistant
from agent.steps import Finished
from tools.phrases import Language
from tools.plan import Problem
from tools.plan.changes import Away, SetCapacity
from tools.reasons.records import Explanation

Make = Callable[..., Assistant]
KEY = "k" * 43
NAMES = {
    "en": ("welding", "painting", "packing", "invoice", "packer", "Ann", "Bob"),
    "zh": ("焊接", "喷漆", "打包", "开票", "打包工", "李强", "王芳"),
}


def shop(language: Language) -> Problem:
    """Welding, then painting, three people each of five; packing by one of two packers."""
    weld, paint, pack, bill, packer, first, second = NAMES[language]
    return Problem.read(
        {
            "start": "2026-11-24T08:00",
            "time_zone": "UTC",
            "tasks": [
                {"name": weld, "duration": 120, "demands": {"people": 3}, "priority": 5},
                {"name": paint, "duration": 60, "demands": {"people": 3}, "after": [weld]},
                {"name": pack, "duration": 30, "skills": {packer: 1}, "demands": {"people": 3}},
                {"name": bill, "duration": 20},
            ],
            "resources": [
                {"name": "people", "capacity": 5},
                {"name": first, "skills": [packer]},
                {"name": second, "skills": [packer]},
            ],
        }
    )


ASKED: tuple[tuple[str, str, str, str], ...] = (
    # the group that the model takes it for, the kind of the answer, in English, in Chinese
    ("why", "why", "Why is painting so late?", "喷漆为什么这么晚？"),
    ("order", "order", "Why does welding come before packing?", "为什么焊接排在打包前面？"),
    ("order", "order", "Why is packing not the first?", "为什么不先打包？"),
    ("why", "not_then", "Why does packing not start at 8:00?", "打包为什么不在八点开始？"),
    ("why", "not_then", "Why not do painting on Wednesday?", "喷漆为什么不在周三做？"),
    ("order", "together", "Why are welding and packing not done at once?",
     "焊接和打包为什么不同时做？"),
    ("what_if", "what_if", "What if we had 8 people?", "如果有8个人呢？"),
    ("order", "first_by", "What priority does packing need to come before welding?",
     "打包的优先级要多高才能排在焊接前面？"),
    ("why", "in_time", "What would it take to be done by 10:30?", "怎样才能在十点半前全部完成？"),
    ("why", "helps", "Where is the bottleneck?", "瓶颈在哪里？"),
    ("why", "overall", "Is this really the best plan?", "这真的是最好的计划吗？"),
)  # fmt: skip


@pytest.fixture
def talk(assistant: Make) -> Iterator[Callable[..., Assistant]]:
    """A conversation about the shop, with a model that takes the questions for these groups."""

    def make(language: Language, *groups: str) -> Assistant:
        script = [call("explain_decision", kind=group) for group in groups]
        made = assistant(ScriptedChat(script=script), time_limit_seconds=20)
        made.replan(KEY, shop(language))
        return made

    return make


def ask(made: Assistant, text: str, language: Language) -> tuple[Finished, Explanation | None]:
    *_, last = made.turn(KEY, text, language)
    assert isinstance(last, Finished)
    return last, made.snapshot(KEY).explanation


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize(("group", "kind", "english", "chinese"), ASKED)
def test_each_kind_is_answered_by_what_was_computed(
    talk: Callable[..., Assistant],
    language: Language,
    group: str,
    kind: str,
    english: str,
    chinese: str,
) -> None:
    made = talk(language, group)
    answer, told = ask(made, english if language == "en" else chinese, language)
    assert answer.ok
    assert told is not None
    assert told.certificate.kind == kind
    assert any(name in answer.answer for name in NAMES[language]) or "8" in answer.answer


@pytest.mark.parametrize("language", NAMES)
def test_who_does_it_and_what_if_he_is_away(
    talk: Callable[..., Assistant], language: Language
) -> None:
    made = talk(language, "why", "what_if")
    pack = NAMES[language][2]
    row = made.snapshot(KEY).schedule
    assert row is not None
    (does,) = (name for name in row.by_task[pack].resources if name != "people")
    asked = f"Why does {does} do {pack}?" if language == "en" else f"为什么让{does}做{pack}？"
    answer, told = ask(made, asked, language)
    assert told is not None
    assert told.certificate.kind == "who"
    assert does in answer.answer
    again = "and if he is away today?" if language == "en" else "那他今天要是不在呢？"
    answer, told = ask(made, again, language)
    assert told is not None
    (change,) = getattr(told.certificate, "changes", ())
    assert isinstance(change, Away)
    assert change.resource == does
    assert answer.ok


@pytest.mark.parametrize("language", NAMES)
def test_the_second_one_is_the_second_that_the_answer_named(
    talk: Callable[..., Assistant], language: Language
) -> None:
    """Painting waits for packing, which waits for welding."""
    made = talk(language, "why", "why")
    _, paint, pack, *_ = NAMES[language]
    asked = f"Why is {paint} so late?" if language == "en" else f"{paint}为什么这么晚？"
    ask(made, asked, language)
    again = "and the second one?" if language == "en" else "第二个呢？"
    answer, told = ask(made, again, language)
    assert told is not None
    assert (told.certificate.kind, getattr(told.certificate, "task", "")) == ("why", pack)
    assert answer.ok


@pytest.mark.parametrize("language", NAMES)
def test_what_changed_since_and_why(talk: Callable[..., Assistant], language: Language) -> None:
    made = talk(language, "why")
    weld = NAMES[language][0]
    made.replan(KEY, shop(language).replace_task(weld, duration=180))
    asked = "What changed since the plan before, and why?"
    asked = asked if language == "en" else "跟之前的计划相比有什么变化，为什么？"
    answer, told = ask(made, asked, language)
    assert told is not None
    assert told.certificate.kind == "changed"
    assert weld in answer.answer


@pytest.mark.parametrize("language", NAMES)
def test_why_there_is_no_plan_and_what_if_there_were_more(
    talk: Callable[..., Assistant], language: Language
) -> None:
    """Welding and packing, three people each, cannot both be done by ten with five."""
    made = talk(language, "why", "what_if")
    weld, _, pack, *_ = NAMES[language]
    late = shop(language).replace_task(weld, deadline=120).replace_task(pack, deadline=120)
    made.replan(KEY, late)
    asked = "Why is there no plan?" if language == "en" else "为什么没有可行的计划？"
    answer, told = ask(made, asked, language)
    assert told is not None
    assert told.certificate.kind == "no_plan"
    assert weld in answer.answer
    assert pack in answer.answer
    asked = "What if we had 6 people?" if language == "en" else "如果有6个人呢？"
    answer, told = ask(made, asked, language)
    assert told is not None
    assert getattr(told.certificate, "changes", ()) == (SetCapacity(resource="people", capacity=6),)
    assert answer.ok
