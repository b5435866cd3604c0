"""Questions whose words say what they ask are recognised without a sentence vector, too."""

import pytest

from tools.meaning import meaning
from tools.plan import Problem
from tools.question import Question
from tools.wording.questions import only_tells

PLAN = Problem.read(
    {
        "start": "2026-11-23T08:00",
        "tasks": [
            {"name": "paint", "duration": 60},
            {"name": "pack boxes", "duration": 60},
            {"name": "焊接", "duration": 60},
            {"name": "装配", "duration": 60},
        ],
        "resources": [
            {"name": "Ann", "kind": "people"},
            {"name": "小李", "kind": "people"},
            {"name": "people", "capacity": 3},
        ],
    }
)


@pytest.mark.parametrize(
    ("message", "subject", "tasks"),
    [
        ("Why not start paint at 14:00?", "not_then", ("paint",)),
        ("Why can't paint be on Tuesday?", "not_then", ("paint",)),
        ("Why is paint not at 9:00?", "not_then", ("paint",)),
        ("焊接为什么不在下午三点开始？", "not_then", ("焊接",)),
        ("为什么不周二做装配？", "not_then", ("装配",)),
        ("What priority would paint need to come before pack boxes?", "first_by", None),
        ("How urgent must paint be to go first?", "first_by", ("paint",)),
        ("焊接的优先级要多高才能排在装配前面？", "first_by", None),
        ("焊接要多高的优先级才能最先做？", "first_by", ("焊接",)),
        ("What would it take to finish by 16:00?", "in_time", ()),
        ("想在下午三点前做完焊接，要怎么办？", "in_time", ("焊接",)),
        ("Is there no better plan?", "overall", ()),
        ("Would it be quicker any other way?", "overall", ()),
        ("Can it be done any faster?", "overall", ()),
        ("还能再快吗？", "overall", ()),
        ("有没有可能更早完成？", "overall", ()),
        ("How many more people do we need to be done by Friday noon?", "in_time", ()),
        ("要加多少人才能在下午四点前做完？", "in_time", ()),
        ("怎样才能今天下午5点前全部完成？", "in_time", ()),
        ("What is the bottleneck?", "helps", ()),
        ("What would help most?", "helps", ()),
        ("What is slowing us down?", "helps", ()),
        ("瓶颈在哪里？", "helps", ()),
        ("做什么最有帮助？", "helps", ()),
        ("Why is Ann doing paint?", "who", ("paint",)),
        ("Why not Ann for pack boxes?", "who", ("pack boxes",)),
        ("Who else could do the paint?", "who", ("paint",)),
        ("为什么让小李做焊接？", "who", ("焊接",)),
        ("焊接为什么不是小李来做？", "who", ("焊接",)),
        (
            "Why can't paint and pack boxes be done in parallel?",
            "together",
            ("paint", "pack boxes"),
        ),
        ("焊接和装配为什么不能同时做？", "together", ("焊接", "装配")),
        ("paint and pack boxes at the same time, why not?", "together", ("paint", "pack boxes")),
    ],
)
def test_a_question_is_recognised(message, subject, tasks):
    found = meaning(PLAN, Question(message))
    assert found.kind == subject
    assert set(found.tasks) == (set(tasks) if tasks is not None else set(found.tasks))
    assert len(found.tasks) == 2 or tasks is not None


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Welding takes 3 hours, not 2.", True),
        ("Ann's rung in sick, leave her out of it", True),
        ("又租了一台叉车过来", True),
        ("能不能加个培训，15分钟", True),
        ("Ann is off on Thursday. And now?", False),
        ("Ann is off on Thursday, show me the plan", False),
        ("又租了一台叉车，能快多少", False),
        ("李强请假的话", False),
    ],
)
def test_what_only_tells_asks_nothing(message, told):
    assert only_tells(message) is told
