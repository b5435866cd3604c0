"""Remarks on who does a task, or alone can: “Only Petra can do the welding”, “Sandra does the
polishing”, 焊接只有小王会, 小赵负责备份和升级，测试交给小钱."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from knowledge import lazily
from tools.extraction.values import values
from tools.plan import PEOPLE, Problem
from tools.plan.problem import Origin
from tools.prose.callings import CAPITAL, COMMON_CAPITALS, NAME, is_common
from tools.remarks.idle import without_idle
from tools.remarks.naming import named_whole

_MAY = re.compile(
    r"(?<![A-Za-z])(?:[Oo]nly|[Nn]obody|[Nn]o one|does|do|handles?|takes?|looks? after|responsible|is on|gets?|job|turn|done by|goes to|is for|[’']s)(?![a-z])"
    r"|只|[由让归派叫请给找]|负责|来做|[做干管会能]"
)
_WHO_ZH = rf"(?:{NAME}|{CAPITAL})"
_WHO = rf"(?P<who>{CAPITAL}(?:(?:, {CAPITAL})*,? (?:and|or) {CAPITAL})?|{_WHO_ZH}(?:[和与跟、或]{_WHO_ZH})*)"
_WHAT = r"(?P<what>[^,，。;；:：]{1,60}?)"
_FIRST = r"(?:(?:[Aa]nd|[Bb]ut|[Aa]lso|[Oo]h|[Nn]ote that|[Pp]lease note|[Rr]emember|因为|另外|还有|不过|记得|注意)[\s,，:：]*)*"
_MASTERS = (
    r"(?:can|may|is able to|is allowed to|knows? how to|should|must|will|"
    r"(?:is|are) (?:certified|qualified|trained|licen[cs]ed|allowed|cleared)(?: to| for| in| on)?|"
    r"has (?:a|the) (?:licen[cs]e|certificate|ticket|permit) (?:for|to)|does)"
    r"(?: (?:do|handle|run|operate|touch|use|work|be doing))?"
)
_DOES = (
    r"(?:does|do|will do|is doing|handles?|will handle|takes care of|takes over|looks after|will take|takes|"
    r"is responsible for|is in charge of|is on|gets|is going to do)"
)
_CLAUSES = (
    rf"(?P<only>[Oo]nly|[Nn]obody (?:but|except)|[Nn]o one (?:but|except|other than)) {_WHO} {_MASTERS} {_WHAT}",
    rf"{_WHO} (?:is|are) (?P<only>the only ones?) (?:who|that|allowed to|able to) (?:{_MASTERS} )?{_WHAT}",
    rf"{_WHAT} (?:can|may|must|should|has to|is to|will|is) ?(?P<only>only)? ?(?:only )?(?:be )?done (?:only )?by {_WHO}",
    rf"{_WHO} {_DOES} {_WHAT}",
    rf"{_WHAT} (?:is|are) {_WHO}[’']s(?: job| task| turn| business)?",
    rf"{_WHAT} (?:goes to|is for|is up to|belongs to) {_WHO}",
    rf"(?:(?P<only>只有|仅有?|只能由|只能让)|就|由){_WHO}(?:一个?人)?才?(?:都?[能会懂]|可以|有资格|来|负责)(?:做|干|弄|操作|搞)?{_WHAT}(?:的?(?:活|工作|事))?",
    rf"{_WHAT}(?P<only>只有|就|只能|仅)(?:由|让|是|靠|有|找)?{_WHO}(?:一个?人)?才?(?:[能会懂来]|可以)?(?:做|干|弄|搞)?了?",
    rf"{_WHAT}都?(?:由|让|归|派|叫|请|交给|找|安排给?|给|是){_WHO}(?:来|去|一个?人)?(?:做|负责|弄|干|管|完成|处理|搞)?(?:的(?:活|事|任务)?|吧|了)?",
    rf"{_WHO}(?:来|去|要|得)?(?:负责|做|管|承担|搞|干){_WHAT}",
)
_READ = tuple(lazily.compile(_FIRST + each) for each in _CLAUSES)
_CUT = re.compile(
    r"(?<=[\u3400-\u9fff])[,，](?=[\u3400-\u9fff])|[，;；]|,(?= (?:and )?[A-Z][a-z]+ (?:does|handles|takes))"
)
_LIST = re.compile(r"\s*(?:,? and |,? or |, |[和与跟、或])\s*")
_OR = re.compile(r" or |或")


def may_assign(words: str) -> bool:
    """Whether a sentence may say who does a task that was told before."""
    return _MAY.search(words) is not None and any(True for _ in _pairs(words))


def assigned(words: str, problem: Problem) -> Problem | None:
    """`problem` with those who do it; None if a sentence does not say so, or something else, too."""
    if any(each.kind == "duration" for each in values(words)):
        return None
    said = words.strip(" .。!！\n")
    clauses = [part for part in _CUT.split(said) if part.strip()]
    for clause in clauses:
        match = _match(clause)
        if match is None:
            return None
        names = [named_whole(each, list(problem.by_name)) for each in _LIST.split(match["what"])]
        whole = named_whole(match["what"], list(problem.by_name))
        tasks = [whole] if whole else names
        if not all(tasks):
            return None
        who = [each.strip() for each in _LIST.split(match["who"])]
        only = match.groupdict().get("only") is not None or _OR.search(match["who"])
        for task in tasks:
            problem = _given(problem, str(task), who, words.strip(), one_of=bool(only))
    return problem if clauses else None


def alone(words: str) -> list[str]:
    """Who is said to be the only one who can do something."""
    found = [match for match in _pairs(words) if match.groupdict().get("only")]
    return [name.strip() for match in found for name in _LIST.split(match["who"])]


def _pairs(words: str) -> Iterator[re.Match[str]]:
    for clause in _CUT.split(words.strip(" .。!！\n")):
        if match := _match(clause):
            yield match


def _match(clause: str) -> re.Match[str] | None:
    for pattern in _READ:
        match = pattern.fullmatch(clause.strip())
        if match and all(map(_is_person, _LIST.split(match["who"]))):
            return match
    return None


def _is_person(name: str) -> bool:
    if name[:1] > "\u2e80":
        return len(name) > 1 and not is_common(name)
    return name.split()[-1] not in COMMON_CAPITALS if name else False


def _given(problem: Problem, task: str, who: Sequence[str], words: str, *, one_of: bool) -> Problem:
    """Persons do a task, instead of anybody; of several who alone can one is enough."""
    data = problem.model_dump(mode="json")
    for each in data["tasks"]:
        if each["name"] == task:
            each |= _staffed(each, problem, who, one_of and len(who) > 1)
    _add_people(data, who, task if one_of and len(who) > 1 else None)
    data["assumed"] = [
        each for each in data["assumed"] if (each["field"], each["task"]) != ("demand", task)
    ]
    if not one_of or len(who) == 1:
        new = [Origin(field="demand", task=task, resource=each, words=words) for each in who]
        data["origins"] += [each.model_dump() for each in new]
    _staff_others(data, problem)
    return without_idle(Problem.read(data))


def _staffed(
    task: Mapping[str, Any], problem: Problem, who: Sequence[str], one_of: bool
) -> dict[str, Any]:
    """What a task needs then: so many fewer of those who were asked for without a name."""
    demands = dict(task["demands"])
    missing = 1 if one_of else len([each for each in who if each not in demands])
    for name in [*demands]:
        each = problem.resource.get(name)
        if each is not None and each.kind == "people" and name not in who and missing:
            taken = min(missing, demands[name])
            demands[name] -= taken
            missing -= taken
    demands = {name: amount for name, amount in demands.items() if amount}
    if one_of:
        return {"demands": demands, "skills": {**task["skills"], task["name"]: 1}}
    return {"demands": demands | dict.fromkeys(who, 1), "skills": {}}


def _add_people(data: dict[str, Any], who: Sequence[str], skill: str | None) -> None:
    """They are there, with a skill if there is one to be asked for."""
    known = {each["name"]: each for each in data["resources"]}
    for name in who:
        if name not in known:
            working = next(
                (e["calendar"] for e in data["resources"] if e["kind"] == "people"), None
            )
            known[name] = {"name": name, "kind": "people", "calendar": working, "skills": ()}
            data["resources"].append(known[name])
        if skill is not None:
            known[name]["skills"] = (*known[name]["skills"], skill)


def _staff_others(data: dict[str, Any], problem: Problem) -> None:
    """Once somebody is told to do one task, somebody is assumed to do each of the others."""
    if any(each.kind == "people" for each in problem.resources):
        return
    told = {each.task for each in problem.origins if each.field == "demand"}
    people = {each["name"] for each in data["resources"] if each["kind"] == "people"}
    for task in data["tasks"]:
        if task["name"] not in told and not people & task["demands"].keys() and not task["skills"]:
            task["demands"] = {PEOPLE: 1, **task["demands"]}
            data["assumed"].append({"field": "demand", "task": task["name"], "resource": PEOPLE})
    if any(PEOPLE in task["demands"] for task in data["tasks"]):
        data["resources"].append({"name": PEOPLE, "capacity": 1, "kind": "people"})
        data["assumed"].append({"field": "capacity", "resource": PEOPLE})
