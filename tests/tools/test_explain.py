import pytest
from hypothesis import HealthCheck, given, settings
from plans import WORKSHOP, line, many, small_problems
from runtimes import left, runtime

from tools.conflict.explained import optimise
from tools.explain import answer, answered, asked_for, explain_decision
from tools.meaning import Meaning
from tools.plan import Conflict, Problem, Schedule
from tools.plan.changes import Away, DropTask, SetCapacity, SetDeadline, SetDuration, SetPriority
from tools.question import Question
from tools.reasons.compare import compare
from tools.reasons.records import Explanation, NotThen, Order, WhatIf, Why
from tools.reasons.remedies import FirstBy, InTime
from tools.record import PlanError
from tools.solver import solve
from tools.studies.clock import Budget
from tools.studies.conditions import what_if
from tools.studies.moment import why_not_then
from tools.studies.order import why_before, why_not_first, why_not_last
from tools.studies.reasons import why
from tools.telling import tell_comparison, tell_explanation
from ui.eval.judge.checker import best, faults, reached
from ui.eval.texts import Reader

PLAN = solve(WORKSHOP, time_limit_seconds=2)
CREW = Problem.read(
    {
        "tasks": [
            {"name": "roof", "duration": 60, "demands": {"people": 2}, "priority": 5},
            {"name": "floor", "duration": 90, "demands": {"people": 2}},
        ],
        "resources": [{"name": "people", "capacity": 3}],
    }
)
CREW_PLAN = solve(CREW, time_limit_seconds=2)

some = settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def fair(explanation: Explanation) -> None:
    """The other plan may be carried out, and the certificate's numbers are those of both plans."""
    assert faults(explanation.problem, explanation.alternative) == []
    comparison = explanation.certificate.comparison
    values = {each.goal: each.value for each in reached(explanation.alternative)}
    assert comparison.after == values[comparison.goal]


@some
@given(small_problems(most=5).filter(lambda each: len(each.tasks) > 1))
def test_the_cost_of_the_other_order_is_what_trying_all_orders_gives(problem):
    plan = solve(problem, time_limit_seconds=5)
    if not plan.planned:
        return
    first, second = sorted(problem.by_name)[:2]
    explanation = why_before(problem, plan, first, second)
    order = explanation.certificate
    if order.together:
        assert order.starts[0] == order.starts[1]
        return
    assert order.starts[0] < order.starts[1]
    optimum = best(problem, "waiting", [(order.second, order.first)])
    assert order.impossible == (optimum is None)
    if not order.rule and optimum is not None:
        fair(explanation)
        comparison = order.comparison
        assert (comparison.before, comparison.after) == (plan.objective, optimum)
        assert comparison.least == comparison.most == optimum - plan.objective
    elif order.rule:
        assert order.impossible
        freed = without_rules(problem, order.lifted)
        optimum = best(freed, "waiting", [(order.second, order.first)])
        assert (order.status == "infeasible") == (optimum is None)
        if optimum is not None:
            fair(explanation)
            assert order.comparison.after == optimum


def without_rules(problem: Problem, lifted: tuple[tuple[str, str], ...]) -> Problem:
    for earlier, later in lifted:
        after = tuple(name for name in problem.by_name[later].after if name != earlier)
        problem = problem.replace_task(later, after=after)
    return problem


def test_an_order_forbidden_by_a_rule_names_the_rule_and_what_it_costs():
    explanation = why_before(WORKSHOP, PLAN, "painting", "assembly")
    order = explanation.certificate
    assert order.rule == ("painting", "assembly")
    assert order.impossible
    fair(explanation)
    # Without it assembly starts at once (15 people: 10 weld, 3 assemble) and waits no minute.
    assert (order.comparison.before, order.comparison.after) == (1140, 240)
    told = tell_explanation(explanation, "en")
    assert "assembly must wait for painting" in told
    assert "confirmed that no plan exists" in told


def test_a_rule_through_other_tasks_is_named_link_by_link():
    order = why_before(WORKSHOP, PLAN, "welding", "assembly").certificate
    assert order.rule == ("welding", "painting", "assembly")


def test_the_wrong_way_round_is_set_right():
    order = why_before(WORKSHOP, PLAN, "assembly", "welding").certificate
    assert (order.first, order.second, order.asked_reversed) == ("welding", "assembly", True)


def test_tasks_that_start_together_have_no_order():
    problem = Problem.read({"tasks": [{"name": "a", "duration": 1}, {"name": "b", "duration": 2}]})
    order = why_before(problem, solve(problem, time_limit_seconds=1), "a", "b").certificate
    assert order.together
    assert order.comparison is None


def test_an_order_that_a_deadline_forbids_is_impossible_without_a_rule():
    problem = line(10, 10, deadline=[10, None])
    explanation = why_before(problem, solve(problem, time_limit_seconds=1), "a", "b")
    order = explanation.certificate
    assert order.impossible
    assert order.rule == ()
    assert order.comparison is None
    assert "The other order is impossible" in tell_explanation(explanation, "en")


def chain_of(*names: str) -> Problem:
    """Each waits for the one before, on one machine, an hour each."""
    tasks = [
        {"name": name, "duration": 60, "demands": {"machine": 1}, "after": list(names[:place][-1:])}
        for place, name in enumerate(names)
    ]
    return Problem.read({"tasks": tasks, "resources": [{"name": "machine"}]})


def test_an_order_against_a_rule_is_tried_without_that_rule_which_is_named():
    problem = chain_of("A", "B", "C")
    explanation = why_before(problem, solve(problem, time_limit_seconds=1), "A", "C")
    order, other = explanation.certificate, explanation.alternative
    assert (order.rule, order.lifted) == (("A", "B", "C"), (("B", "C"),))
    assert other.by_task["C"].start <= other.by_task["A"].start
    told = tell_explanation(explanation, "en", problem)
    assert "Without the rule that C must wait for B, solved again with **C** no later" in told
    assert "That would be just as good; you can take that plan instead." in told
    # Accepting it changes that rule, asks for that order, and nothing else.
    tasks = explanation.problem.by_name
    assert (tasks["C"].after, [link.task for link in tasks["A"].links]) == ((), ["C"])
    assert tasks["B"] == problem.by_name["B"]


def test_all_paths_of_precedence_are_left_aside():
    problem = chain_of("A", "B", "C").replace_task("C", after=("A", "B"))
    plan = solve(problem, time_limit_seconds=1)
    explanation = why_before(problem, plan, "A", "C")
    assert set(explanation.certificate.lifted) == {("A", "C"), ("B", "C")}
    assert explanation.alternative.by_task["C"].start == 0


def test_an_order_that_is_impossible_even_without_the_rule_says_so():
    problem = chain_of("A", "B").replace_task("A", deadline=60)
    explanation = why_before(problem, solve(problem, time_limit_seconds=1), "A", "B")
    assert explanation.certificate.status == "infeasible"
    assert explanation.other is None
    told = tell_explanation(explanation, "en", problem)
    assert "Even without the rule that B must wait for A" in told
    assert "is to start no sooner than **B** and must finish by 1 h after the start" in told


@pytest.mark.parametrize(("due", "worse"), [((600, 600), "waiting"), ((60, 600), "lateness")])
def test_the_first_goal_that_gets_worse_is_the_reason_for_an_order(due, worse):
    problem = line(60, 240, due=due)
    problem = Problem.read(problem.model_dump() | {"goals": ["tardiness", "waiting"]})
    explanation = why_before(problem, solve(problem, time_limit_seconds=1), "a", "b")
    told = tell_explanation(explanation, "en", problem)
    assert "waiting rises from 60 to 240" in told
    reason = f"That is why **a** comes first: the other way, the priority-weighted {worse}"
    assert reason in told


def test_first_is_before_every_task_that_could_be_first():
    """Ahead of a alone, c would still come behind b."""
    problem = line(10, 20, 60, 5, after=[[], [], [], ["c"]])
    plan = solve(problem, time_limit_seconds=1)
    explanation = why_not_first(problem, plan, "c")
    order, other = explanation.certificate, explanation.alternative
    assert (order.first, order.second, order.ahead) == ("a", "c", True)
    assert other.by_task["c"].start == 0
    assert order.comparison.after == best(problem, "waiting", [("c", "a"), ("c", "b")])
    told = tell_explanation(explanation, "en", problem)
    assert "Solved again with **c** before everything else that has not begun:" in told
    assert [task.name for task in explanation.problem.tasks if task.links] == ["a", "b"]


def test_what_waits_for_others_is_first_only_without_these_rules():
    problem = chain_of("A", "B", "C")
    explanation = why_not_first(problem, solve(problem, time_limit_seconds=1), "C")
    assert explanation.certificate.lifted == (("B", "C"),)
    assert explanation.alternative.by_task["C"].start == 0


def test_what_has_begun_is_not_put_behind():
    problem = line(10, 20, 30, started=[0, None, None])
    plan = solve(problem, time_limit_seconds=1)
    order = why_not_first(problem, plan, "b").certificate
    assert (order.first, order.second) == ("b", "c")
    order = why_not_first(problem, plan, "c").certificate
    assert (order.first, order.status) == ("b", "optimal")


def test_why_not_first_tells_of_the_task_that_is_first():
    order = why_not_first(CREW, CREW_PLAN, "floor").certificate
    assert isinstance(order, Order)
    assert (order.first, order.second) == ("roof", "floor")
    # The other order: roof waits 90 minutes with priority 5 instead of floor 60 with priority 1.
    assert (order.comparison.before, order.comparison.after) == (60, 450)
    assert order.comparison.least == order.comparison.most == 390


def test_why_the_only_task_is_first_is_why_it_starts():
    alone = Problem.read({"tasks": [{"name": "a", "duration": 1}]})
    assert isinstance(
        why_not_first(alone, solve(alone, time_limit_seconds=1), "a").certificate, Why
    )


@pytest.mark.parametrize(
    ("change", "before", "after", "end"),
    [
        (SetCapacity(resource="people", capacity=4), 60, 0, 90),
        (SetDuration(task="roof", minutes=30), 60, 30, 120),
        # By the new priority, keeping the plan would cost a hundred times as much.
        (SetPriority(task="floor", priority=100), 6000, 450, 150),
        (DropTask(task="roof"), 60, 0, 90),
        (SetDeadline(task="floor", minute=100), 60, 450, 150),
    ],
)
def test_each_kind_of_change_gives_the_plan_that_was_worked_out_by_hand(change, before, after, end):
    explanation = what_if(CREW, CREW_PLAN, [change])
    comparison = explanation.certificate.comparison
    fair(explanation)
    assert (comparison.before, comparison.after) == (before, after)
    assert comparison.least == comparison.most == after - before
    assert (comparison.end_before, comparison.end_after) == (150, end)
    assert comparison.valued is not isinstance(change, DropTask)
    assert explanation.problem != CREW


@some
@given(small_problems(most=5))
def test_one_unit_more_is_never_worse_and_exactly_as_good_as_the_best_plan(problem):
    plan = solve(problem, "tardiness", time_limit_seconds=5)
    more = SetCapacity(resource="people", capacity=problem.capacity["people"] + 1)
    explanation = what_if(problem, plan, [more])
    found = explanation.certificate
    if plan.planned:
        fair(explanation)
        assert found.comparison.most <= 0
        assert found.comparison.after == best(explanation.problem, "tardiness")
    elif found.end is not None:
        assert found.comparison is None
        assert faults(explanation.problem, explanation.alternative) == []


def test_more_people_never_make_an_unproved_plan_worse():
    problem = many(150, seed=4)
    plan = solve(problem, time_limit_seconds=1)
    more = SetCapacity(resource="people", capacity=11)
    assert (
        what_if(problem, plan, [more], Budget(0.1)).certificate.comparison.after <= plan.objective
    )


def test_a_deadline_that_cannot_be_kept_is_told_with_what_would_help():
    explanation = what_if(WORKSHOP, PLAN, [SetDeadline(task="assembly", minute=300)])
    assert explanation.alternative is None
    (least, *_) = [each for each in explanation.certificate.conflict.repairs if each.deadlines]
    assert least.deadlines[0].after == 360
    told = tell_explanation(explanation, "en")
    assert "there is no plan" in told
    assert "**assembly** starts after **painting** ends" in told
    assert "move the deadline of **assembly** by 1 h" in told


def test_a_change_that_makes_a_plan_possible_says_so():
    late = WORKSHOP.replace_task("assembly", deadline=300)
    none = solve(late, time_limit_seconds=1)
    assert not none.planned
    explanation = what_if(late, none, [SetDeadline(task="assembly", minute=400)])
    assert explanation.certificate.end == 360
    assert "there is a plan; it ends after 6 h" in tell_explanation(explanation, "en")
    assert "有可行的计划" in tell_explanation(explanation, "zh")


def test_a_search_that_ran_out_of_time_is_not_called_impossible():
    unknown = Explanation(certificate=WhatIf(changes=(DropTask(task="a"),), status="unknown"))
    assert "there may be one" in tell_explanation(unknown, "en")


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (SetCapacity(resource="people", capacity=9), "demand-above-capacity"),
        (SetCapacity(resource="people", capacity=0), "bad-capacity"),
        (SetDuration(task="welding", minutes=0), "bad-duration"),
        (SetDeadline(task="welding", minute=0), "end-before-start"),
        (Away(resource="people", start=0, end=0), "away-before-start"),
        (SetPriority(task="welding", priority=0), "bad-priority"),
        (DropTask(task="polishing"), "unknown-task"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(change, key):
    with pytest.raises(PlanError) as refused:
        what_if(WORKSHOP, PLAN, [change])
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        (Question("Why is painting at 2 h?"), Why),
        (Question("Why is painting not at 2 h?"), NotThen),
        (Question("Why is painting at 3 h?"), NotThen),
        (Question("Why so late?", "painting"), Why),
        (Question("Why is welding before assembly?"), Order),
        (Question("Why is painting not first?"), Order),
        (Question("What if we had 20 people?"), WhatIf),
        (Question("and then?", "", "20 people"), WhatIf),
    ],
)
def test_the_question_decides_what_is_explained(question, kind):
    assert isinstance(answer(WORKSHOP, PLAN, question, Budget(1)).certificate, kind)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("运输为什么不是14:00开始？", NotThen),
        ("运输怎么不安排在下午两点？", NotThen),
        ("运输怎么排在下午两点？", Why),
    ],
)
def test_why_not_at_the_time_at_which_it_is_says_that_it_is_there(message, kind):
    tasks = [
        {"name": "打包", "duration": 300, "demands": {"人": 2}},
        {"name": "运输", "duration": 60, "demands": {"人": 2}, "after": ["打包"]},
    ]
    people = [{"name": "人", "capacity": 2}]
    problem = Problem.read({"start": "2026-12-07T09:00", "tasks": tasks, "resources": people})
    told = answer(problem, solve(problem, time_limit_seconds=1), Question(message), Budget(1))
    assert isinstance(told.certificate, kind)
    assert ("就是14:00开始的" in tell_explanation(told, "zh", problem)) == (kind is NotThen)


@pytest.mark.parametrize(
    ("question", "key", "value"),
    [
        (
            Question("Why is the roof last?", "the roof"),
            "unknown-task",
            "welding, painting, assembly",
        ),
        (Question("What if it rains?"), "which-change", "20"),
    ],
)
def test_a_question_about_nothing_known_is_asked_back(question, key, value):
    with pytest.raises(PlanError) as refused:
        answer(WORKSHOP, PLAN, question, Budget(1))
    assert refused.value.key == key
    assert value in refused.value.say("en")
    assert value.replace(", ", "、") in refused.value.say("zh")


def test_without_a_plan_there_is_nothing_to_explain():
    for ask in (
        lambda: why(WORKSHOP, Schedule(status="unknown"), "welding"),
        lambda: why_before(WORKSHOP, Schedule(status="unknown"), "welding", "painting"),
        lambda: why_not_first(WORKSHOP, Schedule(status="unknown"), "welding"),
    ):
        with pytest.raises(PlanError) as refused:
            ask()
        assert refused.value.key == "no-plan-yet"


@pytest.mark.parametrize(
    "question",
    [
        "Why is there no plan?",
        "What is the cheapest way to get one?",
        "Why is the hall not painted?",
        "为什么排不出来？",
    ],
)
def test_where_there_is_no_plan_the_contradiction_and_what_helps_are_the_answer(question):
    tasks = [{"name": "paint hall", "duration": 120, "deadline": 60}]
    problem = Problem.read({"tasks": tasks})
    none = optimise(problem, time_limit_seconds=1)
    told = answer(problem, none, Question(question), Budget(1))
    assert told.certificate.plan.conflict == none.conflict
    assert "move the deadline of **paint hall** by 1 h" in tell_explanation(told, "en", problem)
    assert "推迟" in tell_explanation(told, "zh", problem)


def test_a_what_if_may_be_what_makes_a_plan_possible():
    problem = Problem.read({"tasks": [{"name": "paint hall", "duration": 120, "deadline": 60}]})
    none = optimise(problem, time_limit_seconds=1)
    told = answer(problem, none, Question("What if painting the hall took 30 minutes?"), Budget(1))
    assert told.other is not None
    with pytest.raises(PlanError, match="What should be different"):
        answer(problem, none, Question("What if painting the hall took longer?"), Budget(1))


def test_a_task_is_not_compared_with_itself():
    with pytest.raises(PlanError) as refused:
        why_before(WORKSHOP, PLAN, "welding", "welding")
    assert refused.value.key == "same-task"
    assert "welding" in refused.value.say("en")
    assert "welding" in refused.value.say("zh")


@pytest.mark.parametrize(
    ("message", "language", "said"),
    [
        ("运输要是花10亿小时呢？", "zh", "1,000,000,000 小时"),
        ("运输要是花十万小时呢？", "zh", "100,000 小时"),
        ("运输要是花99999999分钟呢？", "zh", "99999999 分钟"),
        ("What if 运输 took 10^9 hours?", "en", "1,000,000,000 hours"),
    ],
)
def test_far_too_long_a_duration_is_refused_in_hours(message, language, said):
    tasks = [{"name": "打包", "duration": 60}, {"name": "运输", "duration": 60, "after": ["打包"]}]
    problem = Problem.read({"tasks": tasks})
    with pytest.raises(PlanError) as refused:
        answer(problem, solve(problem, time_limit_seconds=1), Question(message), Budget(1))
    assert refused.value.key == "bad-duration"
    assert said in refused.value.say(language)


@pytest.mark.parametrize(
    ("message", "name"),
    [
        ("why does order the beans come before order the beans?", "order the beans"),
        ("Why is order the beans after order the beans?", "order the beans"),
        ("运输为什么排在运输前面？", "运输"),
        ("为什么运输要等运输？", "运输"),
        ("为什么运输比运输早？", "运输"),
    ],
)
def test_who_compares_a_task_with_itself_is_told_so(message, name):
    tasks = [{"name": "打包", "duration": 60}, {"name": name, "duration": 60, "after": ["打包"]}]
    problem = Problem.read({"tasks": tasks})
    with pytest.raises(PlanError) as refused:
        answer(problem, solve(problem, time_limit_seconds=1), Question(message), Budget(1))
    assert (refused.value.key, refused.value.values) == ("same-task", {"task": name})


def test_the_tool_answers_from_the_state_and_leaves_the_certificate():
    turn = runtime("Why is painting at 2 h?", problem=WORKSHOP, schedule=PLAN)
    update = left(explain_decision.func("why", turn))
    assert update["explanation"].certificate.task == "painting"
    assert update["answer"] == update["words"]
    assert update["possible"]


@pytest.mark.parametrize(("minute", "possible"), [(300, False), (400, True)])
def test_the_tool_says_whether_the_wish_was_possible(minute, possible):
    hours = f"{minute} minutes"
    turn = runtime(
        f"What if assembly must be done within {hours}?", problem=WORKSHOP, schedule=PLAN
    )
    assert left(explain_decision.func("what_if", turn))["possible"] is possible


def test_the_tool_refuses_calmly_without_a_plan():
    update = left(explain_decision.func("why", runtime("为什么？", "zh")))
    assert update["possible"] is False
    assert update["answer"].startswith("还没有计划")


@pytest.mark.parametrize("message", ["Why this order?", "Is this really the best plan?"])
def test_a_question_about_the_whole_plan_is_answered_by_its_end_and_its_proof(message):
    explanation = answer(WORKSHOP, PLAN, Question(message), Budget(2))
    words = tell_explanation(explanation, "en")
    assert "The plan ends after 6 h, with **assembly**. This is proved optimal" in words
    assert "**assembly** must wait for **painting**" in words


SHOP = Problem.read(
    {
        "tasks": [
            {"name": "seam", "duration": 60, "skills": {"weld": 1}, "priority": 5},
            {"name": "hull", "duration": 90, "skills": {"weld": 2}},
            {
                "name": "paint",
                "duration": 30,
                "links": [{"task": "hull", "lag": 20}, {"task": "seam", "kind": "start-start"}],
            },
            {"name": "polish", "duration": 10, "value": 3, "demands": {"oil": 5}},
        ],
        "resources": [
            {"name": "Ann", "skills": ["weld"]},
            {"name": "Bo", "skills": ["weld"]},
            {"name": "lift", "capacity": 2, "skills": ["fit"]},
            {"name": "oil", "kind": "stock", "capacity": 5},
        ],
        "goals": ["waiting", "makespan"],
    }
)
SHOP_PLAN = solve(SHOP, time_limit_seconds=2)


def test_links_are_followed_and_taken_away_like_rules():
    explanation = why_before(SHOP, SHOP_PLAN, "hull", "paint")
    order = explanation.certificate
    assert (order.rule, order.impossible) == (("hull", "paint"), True)
    fair(explanation)
    assert [link.task for link in explanation.problem.task("paint").links] == ["seam"]


def test_a_link_that_lets_two_tasks_start_together_forbids_no_order():
    order = why_before(SHOP, SHOP_PLAN, "seam", "paint").certificate
    assert order.rule == ()
    assert not order.impossible


def test_why_not_first_works_with_people_and_links():
    assert why_not_first(SHOP, SHOP_PLAN, "hull").certificate.first == "polish"
    order = why_before(SHOP, SHOP_PLAN, "seam", "hull").certificate
    # Seam then waits 90 minutes with priority 5; hull and paint wait 60 minutes less.
    waiting = order.comparison.decisive
    assert waiting.goal == "waiting"
    assert waiting.after - waiting.before == 5 * 90 - 60 - 60


def test_people_who_change_hands_are_moves():
    seam, hull = SHOP.task("seam"), SHOP.task("hull")
    both = SHOP.model_copy(update={"tasks": (seam, hull)})
    rows = [{"task": "seam", "start": 0, "end": 60, "resources": {"Ann": 1}}]
    rows += [{"task": "hull", "start": 60, "end": 150, "resources": {"Ann": 1, "Bo": 1}}]
    before = Schedule.read({"status": "feasible", "objective": 60, "assignments": rows})
    rows[0] = rows[0] | {"resources": {"Bo": 1}}
    after = Schedule.read({"status": "feasible", "objective": 60, "assignments": rows})
    (move,) = compare(before, after).moves
    assert (move.task, move.before, move.after, move.others) == ("seam", 0, 0, True)
    told = tell_comparison(compare(before, after), "en", both)
    assert "One task is done by others: seam." in told
    assert "move" not in told


def test_a_task_that_the_other_plan_leaves_out_is_told():
    explanation = what_if(SHOP, SHOP_PLAN, [SetDuration(task="polish", minutes=20)])
    assert explanation.certificate.comparison.dropped == ()
    less = Problem.read(
        SHOP.model_dump()
        | {
            "tasks": [
                *SHOP.tasks[:3],
                {"name": "polish", "duration": 10, "value": 3, "deadline": 9},
            ]
        }
    )
    comparison = compare(SHOP_PLAN, solve(less, time_limit_seconds=2))
    assert comparison.dropped == ("polish",)
    assert "Then **polish** would be left out." in tell_comparison(comparison, "en")


def test_nothing_is_explained_about_a_task_that_is_left_out():
    without = SHOP_PLAN.model_copy(
        update={"assignments": SHOP_PLAN.assignments[:3], "left_out": ("polish",)}
    )
    plan = Schedule.read(without.model_dump())
    for ask in (
        lambda: why(SHOP, plan, "polish"),
        lambda: why_before(SHOP, plan, "polish", "seam"),
        lambda: why_not_first(SHOP, plan, "polish"),
    ):
        with pytest.raises(PlanError) as refused:
            ask()
        assert refused.value.key == "task-left-out"


@pytest.mark.parametrize(
    ("message", "key"),
    [
        ("What if we had 5 people?", "no-such-pool"),
        ("再多两个人呢？", "no-such-pool"),
        ("What if we had two more people?", "no-such-pool"),
    ],
)
def test_a_number_of_people_has_no_meaning_where_all_have_names(message, key):
    with pytest.raises(PlanError) as refused:
        answer(SHOP, SHOP_PLAN, Question(message), Budget(1))
    assert refused.value.key == key
    for language in ("en", "zh"):
        assert "Ann" in refused.value.say(language)


def test_one_person_with_skills_cannot_become_three_but_two_lifts_can():
    with pytest.raises(PlanError) as refused:
        what_if(SHOP, SHOP_PLAN, [SetCapacity(resource="Ann", capacity=3)])
    assert refused.value.key == "one-of-a-kind"
    explanation = what_if(SHOP, SHOP_PLAN, [SetCapacity(resource="lift", capacity=3)])
    assert explanation.problem.resource["lift"].skills == ("fit",)
    assert explanation.certificate.comparison.most <= 0


def test_a_dropped_task_leaves_no_link_behind():
    explanation = what_if(SHOP, SHOP_PLAN, [DropTask(task="hull"), DropTask(task="polish")])
    paint = explanation.problem.task("paint")
    assert [link.task for link in paint.links] == ["seam"]
    assert paint.same_people == ()


def test_a_plan_made_again_is_compared_by_what_was_asked_for_before_moves():
    late = SHOP.replace_task("seam", started=0, duration=100)
    again = solve(late, before=SHOP_PLAN, time_limit_seconds=2)
    assert again.goal in ("value", "moves")
    longer = SetDuration(task="paint", minutes=late.by_name["paint"].duration + 5)
    comparison = what_if(late, again, [longer]).certificate.comparison
    waiting = next(each for each in comparison.goals if each.goal == "waiting")
    assert waiting.before == 100 + 210


def test_the_same_question_about_the_same_plan_is_solved_for_once(monkeypatch):
    solved = []
    monkeypatch.setattr(
        "tools.studies.clock.solve", lambda *a, **k: solved.append(a) or solve(*a, **k)
    )
    question = Question("why is the floor after the roof?")
    first = answer(CREW, CREW_PLAN, question, Budget(1))
    count = len(solved)
    assert answer(CREW, CREW_PLAN, question, Budget(1)) == first
    assert len(solved) == count
    other = CREW.replace_task("floor", priority=7)
    answer(other, solve(other, time_limit_seconds=1), question, Budget(1))
    assert len(solved) > count


def test_what_is_so_already_is_said_and_not_solved():
    explanation = answer(CREW, CREW_PLAN, Question("What if we had 3 people?"), Budget(2))
    assert explanation.certificate.already
    assert explanation.other is None
    told = tell_explanation(explanation, "en", CREW)
    assert told == "Nothing would change: the plan already has 3 people."
    assert "3" in tell_explanation(explanation, "zh", CREW)


def test_an_answer_for_which_there_was_no_time_is_looked_for_again():
    meant = Meaning("helps")
    assert answered(CREW, CREW_PLAN, meant, Budget(0)).certificate.untried
    assert not answered(CREW, CREW_PLAN, meant, Budget(60)).certificate.untried


@pytest.mark.parametrize(
    ("certificate", "finished"),
    [
        (WhatIf(changes=(), status="unknown"), False),
        (WhatIf(changes=(), status="infeasible"), False),  # why is not known yet
        (WhatIf(changes=(), status="infeasible", conflict=Conflict(statements=())), True),
        (Order(first="a", second="b", starts=(0, 1), status="unknown"), False),
        (FirstBy(task="a", other="b", starts=(1, 0), now=1), False),
        (FirstBy(task="a", other="b", starts=(1, 0), now=1, proved=True), True),
        (InTime(limit=5, end=9), False),
        (InTime(limit=9, end=9), True),
    ],
)
def test_only_what_time_ended_is_unfinished(certificate, finished):
    assert Explanation(certificate=certificate).finished is finished


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        (
            "What if we had two more people on Wednesday?",
            "en",
            "with 4 people, 2 people not available from 08:00 to the end of Tue 24 Nov and "
            "2 people not available from Thu 26 Nov, 00:00 on: It ends on Wed 25 Nov, 12:00",
        ),
        ("要是周三多两个人呢？", "zh", "2 个人 从 11月26日周四 00:00 起不可用"),
    ],
)
def test_more_people_on_one_day_help_on_that_day_only(question, language, told):
    days = ["mon", "tue", "wed", "thu", "fri"]
    both = {"demands": {"people": 2}}
    problem = Problem.read(
        {
            "start": "2026-11-24T08:00",
            "tasks": [
                {"name": "weld", "duration": 300, **both},
                {"name": "paint", "duration": 240, **both},
                {"name": "pack", "duration": 240, "after": ["weld"], **both},
                {"name": "clean", "duration": 240, **both},
            ],
            "resources": [{"name": "people", "capacity": 2, "calendar": "day"}],
            "calendars": [
                {"name": "day", "hours": [{"days": days, "start": "08:00", "end": "17:00"}]}
            ],
        }
    )
    found = answer(problem, solve(problem), Question(question), Budget(5))
    assert told in tell_explanation(found, language, problem)


@pytest.mark.parametrize(
    ("language", "message", "unread", "same"),
    [
        (
            "en",
            "what if painting needs 6 people and gluing takes 3 hours?",
            "I did not understand “gluing takes 3 hours”; the answer is without it.",
            "**painting** is taken to last as long as before",
        ),
        (
            "zh",
            "如果 painting 需要6个人，上胶要3个小时呢",
            "“上胶要3个小时”没有看懂，下面的结果没有把它算进去。",
            "**painting** 的用时仍按原来计算",
        ),
    ],
)
def test_what_an_answer_is_without_and_what_it_takes_for_granted_is_said(
    language, message, unread, same
):
    told = answer(WORKSHOP, PLAN, Question(message, group="what_if"), Budget(2))
    text = tell_explanation(told, language, WORKSHOP)
    assert text.startswith(unread)
    assert same in text
    assert not any(move.others for move in told.certificate.comparison.moves)
    assert Reader(told, WORKSHOP, language).unfounded(text) == []


def test_why_not_what_is_so_already_says_so():
    for ask, asked in ((why_before, ("welding", "painting")), (why_not_first, ("welding",))):
        told = ask(WORKSHOP, PLAN, *asked, foil=True)
        assert told.certificate.already
        text = tell_explanation(told, "en", WORKSHOP)
        assert text.startswith("**welding** comes before **painting** already.")
        assert tell_explanation(told, "zh", WORKSHOP).startswith(
            "**welding** 现在就排在 **painting** 前面。"
        )
        assert not Reader(told, WORKSHOP, "en").unfounded(text)


def test_why_first_is_answered_with_what_comes_next():
    problem = line(10, 20, priority=[5, 1])
    told = why_not_first(problem, solve(problem, time_limit_seconds=1), "a")
    assert (told.certificate.first, told.certificate.second) == ("a", "b")
    assert told.certificate.comparison.least > 0


def test_why_not_last_is_answered_with_what_it_costs_or_forbids():
    order = why_not_last(WORKSHOP, PLAN, "welding").certificate
    assert (order.first, order.second) == ("welding", "assembly")
    assert order.rule == ("welding", "painting", "assembly")
    last = why_not_last(WORKSHOP, PLAN, "assembly").certificate
    assert last.kind == "why"


def test_the_clauses_of_a_path_do_not_run_together():
    told = why_not_last(WORKSHOP, PLAN, "welding")
    assert "painting 必须等 welding，assembly 必须等 painting。" in tell_explanation(
        told, "zh", WORKSHOP
    )
    assert "painting must wait for welding, and assembly must wait for painting." in (
        tell_explanation(told, "en", WORKSHOP)
    )


@pytest.mark.parametrize(
    ("message", "minute"),
    [
        ("what if b started 5 minutes later?", 15),
        ("why can't b start 5 minutes earlier?", 5),
        ("b晚5分钟开始会影响谁", 15),
        ("what if we delay b by 5 minutes", 15),
    ],
)
def test_so_much_later_is_another_start_and_no_other_length(message, minute):
    problem = line(10, 20)
    plan = solve(problem, time_limit_seconds=1)
    assert plan.by_task["b"].start == 10
    found = asked_for(problem, plan, Question(message))
    assert (found.kind, found.tasks, found.when) == ("not_then", ("b",), (minute, minute))


def test_no_time_is_told_that_does_not_follow_from_what_is_said():
    """Of a task whose length does not matter a minute was counted, “16 h 41 min”."""
    problem = line(10, 20, release=[1000, None], after=[None, ["a"]])
    told = why_not_then(problem, solve(problem, time_limit_seconds=1), "b", 5, 5)
    (link,) = (each for each in told.certificate.conflict.statements if each.kind == "link")
    assert link.least is None
    timed = line(1000, 20, after=[None, ["a"]])
    told = why_not_then(timed, solve(timed, time_limit_seconds=1), "b", 5, 5)
    (link,) = (each for each in told.certificate.conflict.statements if each.kind == "link")
    assert link.least == 1000


def test_the_first_moment_of_a_plan_without_a_clock_is_said_as_such():
    problem = line(10, 20)
    told = why_not_then(problem, solve(problem, time_limit_seconds=1), "a", 5, 5)
    assert "**a** starts at the beginning." in tell_explanation(told, "en", problem)
    assert "**a** 计划开始时开始。" in tell_explanation(told, "zh", problem)


def test_numbers_of_people_are_told_as_such_in_chinese():
    said = PlanError("bad-capacity", resource="people", value="0", limit=9)
    assert said.say("zh") == "人数是 0，应为 1 到 9。"
    assert said.say("en").startswith("The number of people would be 0")
