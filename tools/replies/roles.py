"""Who does a step of a procedure, in the words of that step. It knows how roles are written in both
languages and where in a sentence the one who acts stands; where no role acts, it names nobody.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from knowledge.language import HAN

_CLAUSE = re.compile(r"[，；,;]\s*")
_CUSTOMER = re.compile(r"(?:customer|patient|applicant)s?$", re.IGNORECASE)
_ARTICLE = r"(?:the |an? |any |both )?"

_ZH_LONG = (
    "专员|主管|管理员|经理|店长|文员|护士长?|前台|医生|主任|技师|工程师|负责人|班组?长|组长|科长|部长|"
    "队长|站长|院长|团队|小组|班组(?!长)|部门|人员|员工(?!作)|客服"
)
"""Endings of which one alone names a role."""
_ZH_MORE = "(?:专员|主管|人员|负责人|部门|经理|组长|团队)?"
_ZH_SHORT = (
    "员|人(?![员工数信])|(?<![人加施手分])工(?![单作时程具期资序艺组])|组(?![织成件装])|"
    "部(?![分件位])|科(?![室目学])|长(?![度期时])"
)
_ZH_ENDS = rf"(?:(?:{_ZH_LONG}){_ZH_MORE}|(?<=[{HAN}])(?<!由)(?:{_ZH_SHORT})(?:人员|人)?)"
_ZH_ROLE = re.compile(rf"(?P<by>[再应须则]?由)?(?P<who>[{HAN}]{{0,8}}?{_ZH_ENDS})")
_ZH_PAIRED = re.compile(r"每组(?:\s?\d+\s?人)?")
_ZH_TOLD = re.compile(
    "通知|联系(?!人)|告知|提醒|询问|请|向|将|把|对|给|与|和|报告|上报|转交|转给|协助|陪同|要求|致电|安排|组织|召集|培训"
)
"""Whoever stands behind these does not act."""
_ZH_ACTS = re.compile(
    "确认|核对|核实|核查|检查|检验|查看|收集|登记|记录|填写|审核|审批|审查|发送|提交"
)
"""Behind these stands what is worked on, unless a role is called after the work: 检查人员."""
_ZH_CONDITION = re.compile("(?:的|时|后|的话)$|^(?:如|若|当|凡)")

_HEADS = (
    "agent clerk leader leaders manager officer team supervisor analyst coordinator lead head "
    "technician inspector engineer department director operators"
).replace(" ", "|")
_NO_ROLE = (
    "if when whenever after before once unless while for where as then in on at with ask call "
    "contact inform notify tell send check email phone alert let have give get enter order "
    "register offer answer transfer deliver gather close use release refuse however either other "
    "another consider remember number paper letter never ever whoever"
).replace(" ", "|")
"""Words at the beginning of a step that name nobody, though they may be written like a role."""
_INSIDE = r"(?!(?:the|an?|to|with|for|and|or|of|by|at|in|on|from|all|any|that|who)\b)[\w'-]+"
_EN_ROLE = re.compile(
    rf"{_ARTICLE}(?P<who>(?!(?:{_NO_ROLE})s?\b)(?:"
    rf"(?!(?:the|an?|any|both)\b)[a-z][\w'-]*(?: {_INSIDE}){{0,3}}? (?:{_HEADS})(?= )"
    r"|[a-z]\w+(?:ist|or|er|se|ian|tant)(?= (?:[a-z]+ly )?[a-z]+s\b)"
    r"|[a-z]\w+(?:ist|or|er|ian|tant)s(?= )))",
    re.IGNORECASE,
)
_DOES = (
    "approves|decides|checks|confirms|sends|signs|listens|stops|searches|reviews|informs|answers|"
    "calls|handles|inspects|examines|takes|tells|writes|closes|carries|puts|does|makes|gives|keeps"
)
_EN_DESCRIBED = re.compile(
    rf"{_ARTICLE}(?P<who>teams? of (?:\d+|two|three|four)|(?:whoever|(?:person|people|member of "
    rf"staff|colleague|employee|department|team|head|director|chief)(?= )) [^,;]{{1,60}}?"
    rf"(?= (?:{_DOES})\b))",
    re.IGNORECASE,
)
_ZH_NAMED = re.compile(
    rf"(?:由)?(?P<who>[{HAN}]{{0,8}}?(?:{_ZH_ENDS}|仓库|财务|人事|法务|采购|质检|物流|售后|行政))"
)
_EN_NAMED = re.compile(
    rf"(?:by )?{_ARTICLE}(?P<who>(?:[a-z][\w'-]*(?: {_INSIDE}){{0,2}}? )?"
    rf"(?:{_HEADS}|warehouse|finance))",
    re.IGNORECASE,
)
_EN_THEN = re.compile(
    rf"(?:and |then )?(?:the |an? )?(?P<who>[a-z][\w'-]*(?: {_INSIDE}){{0,2}}? (?:{_HEADS}))"
    r"(?= [a-z]+s\b)"
)
_EN_BY = re.compile(rf"\bby {_ARTICLE}(?P<who>[a-z][\w'-]*(?: {_INSIDE}){{0,2}}? (?:{_HEADS}))\b")


def who_does(text: str, known: Sequence[str] = ()) -> str:
    """The role that does a step; empty if its words name none.

    Args:
        text: the step without its number and the bracket at its end.
        known: roles of the same procedure, which may also act later in a sentence.
    """
    clauses = [each for each in _CLAUSE.split(text) if each]
    found = [role for role in _acting(clauses, known) if role]
    ours = [role for role in found if not _CUSTOMER.search(role)]
    return next(iter(ours or found), "")


def role_named(part: str) -> str:
    """The role that a part of a bracket is, as in “(10 minutes, warehouse clerk)”; empty if it says
    something else."""
    match = _ZH_NAMED.fullmatch(part.strip()) or _EN_NAMED.fullmatch(part.strip())
    if match is None or _ZH_TOLD.match(match["who"]) or _ZH_CONDITION.search(match["who"]):
        return ""
    return _capital(match["who"])


def _acting(clauses: Sequence[str], known: Sequence[str]) -> Iterator[str]:
    for place, clause in enumerate(clauses):
        yield _first(clause, known) if place == 0 else _later(clause, known)


def _first(clause: str, known: Iterable[str]) -> str:
    if _ZH_CONDITION.search(clause):
        return ""
    if paired := _ZH_PAIRED.match(clause):
        return paired[0]
    return _chinese(clause, _ZH_ENDS) or _english(clause) or _known(clause, known)


def _later(clause: str, known: Sequence[str]) -> str:
    """Behind a comma stand objects and further verbs too: only who is known, who is named by 由
    or “by”, and what cannot be anything but a role counts."""
    then = _EN_THEN.match(clause)
    acts = _capital(then["who"]) if then else ""
    return _known(clause, known) or _chinese(clause, _ZH_LONG) or acts or _passive(clause)


def _known(clause: str, known: Iterable[str]) -> str:
    words = re.sub(rf"^(?:[再应须则]?由|{_ARTICLE})", "", clause, flags=re.IGNORECASE)
    return next((role for role in known if words.lower().startswith(role.lower())), "")


def _chinese(clause: str, ends: str) -> str:
    match = _ZH_ROLE.match(clause)
    if match is None:
        return ""
    who = match["who"]
    if match["by"]:
        return who
    act = _ZH_ACTS.match(who)
    worked_on = act and not re.fullmatch(rf"(?:.*的)?(?:{_ZH_ENDS}|员)", who[act.end() :])
    if _ZH_TOLD.match(who) or worked_on or not re.search(rf"(?:{ends}){_ZH_MORE}$", who):
        return ""
    return who


def _english(clause: str) -> str:
    match = _EN_DESCRIBED.match(clause) or _EN_ROLE.match(clause)
    return _capital(match["who"]) if match else _passive(clause)


def _passive(clause: str) -> str:
    match = _EN_BY.search(clause)
    return _capital(match["who"]) if match else ""


def _capital(role: str) -> str:
    return role[:1].upper() + role[1:]
