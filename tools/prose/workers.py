"""Who is asked for in a text: so many people, so many of a trade, somebody by name.

General words (people, clerks, 人, 同事) mean anybody; the others mean a trade of its own. A person is
only taken for one where the words around leave no doubt.
"""

import re
from typing import NamedTuple

from knowledge import lazily
from knowledge.numbers import NUMBER, fold
from tools.wording.quantities import PEOPLE, count, singular


class Worker(NamedTuple):
    """So many of somebody, and where it is said."""

    start: int
    end: int
    noun: str
    """`people`, a trade in the singular, or a name as written."""
    amount: int
    named: bool = False


_GENERAL_EN = (
    r"people|persons?|ppl|men|man|women|woman|workers?|staff(?: members?)?|employees?|clerks?|volunteers?|helpers?|"
    r"colleagues?|members?|hands|guys?|folks|temps?|leute|personen|mann|associates?|assistants?|"
    r"team members?|students?|interns?|attendants?"
)
_TRADE_EN = (
    r"(?:tax |social |safety |quality |piano |team |site |crane |forklift |machine |lab |process |project |"
    r"customs |civil |structural |network |dental |shift )?(?:nurses?|doctors?|technicians?|agents?|operators?|engineers?|officers?|painters?|welders?|"
    r"drivers?|cashiers?|tellers?|advis[eo]rs?|analysts?|inspectors?|guards?|cleaners?|cooks?|chefs?|packers?|pickers?|"
    r"porters?|pharmacists?|physicians?|surgeons?|therapists?|midwives|midwife|receptionists?|mechanics?|"
    r"electricians?|plumbers?|carpenters?|fitters?|machinists?|accountants?|auditors?|underwriters?|"
    r"managers?|supervisors?|paramedics?|firefighters?|caseworkers?|carers?|caregivers?|testers?|"
    r"librarians?|teachers?|arborists?|setters?|casters?|moulders?|millers?|turners?|grinders(?= |$)|"
    r"developers?|lawyers?|notar(?:y|ies)|translators?|interpreters?|surveyors?|appraisers?|traders?|"
    r"adjusters?|adjustors?|bricklayers?|roofers?|masons?|gardeners?|tuners?|locksmiths?|bakers?|butchers?|"
    r"barbers?|stylists?|tailors?|seamstress(?:es)?|librarian|dentists?|hygienists?|physios?|"
    r"[a-z]+(?:ologists?|ographers?|etists?|emists?|icians?)|programmers?|designers?|architects?|editors?|"
    r"stewards?|instructors?|trainers?|planners?|buyers?|dispatchers?|handlers?|loaders(?= |$)|foremen|foreman|"
    r"glaziers?|joiners?|riggers?|scaffolders?|tilers?|plasterers?|pilots?|rangers?|vets?|notaries|"
    r"[a-z]{3,}(?:ists?|icians?|smiths?|wrights?|keepers?|workers|masters?|leaders?)|coders?|actuar(?:y|ies)|brokers?|bookkeepers?|controllers?|solicitors?|paralegals?|"
    r"toolmakers?|assemblers?|polishers?|sewers|cutters(?= |$)|[a-z]{3,}(?:guards?|fighters?|drivers?|mates?)|dreher|fräser|schlosser|elektriker)"
)
_GENERAL_ZH = "人手|人员|人|工人|员工|职工|同事|店员|伙计|帮手|助手|学徒|志愿者|办事员|工作人员|队员|成员|临时工|小工|柜员|文员|帮工|学生|同学|家长"
_ZH_JOB = (
    r"[\u4e00-\u9fff]{0,5}?(?:[\u4e00-\u9fff](?:工|员|师|匠|手|士|医)(?![作具程序资厂位业会友续机动上里段部门疗院保嘱生药])|"
    r"医生|司机|会计|大夫|民警|警察|保安|师傅|经理|审计(?!师)|出纳|教练|主任|专家|助理|助教|干事|组长|班长|队长|领队|负责人|主持人|主厨|法官|教授|讲师|志愿者|义工|实习生|学生|辅警|协管|保洁|保育|调度|客服|导游|司仪|裁判|编辑|记者|翻译|顾问|代表)"
)
_AGENT = (
    r"(?!(?:order|number|paper|letter|hour|quarter|printer|scanner|folder|poster|door|floor|drawer|trailer|cooler|locker|counter|container|"
    r"corner|border|register|tower|sensor|motor|washer|dryer|loader|mower|grinder|cutter|mixer|router|copier|tester|picker|digger|excavator|"
    r"sealer|steamer|heater|freezer|server|computer|monitor|projector|shutter|roller|sticker|banner|flyer|ladder|boiler|burner|filter|water|"
    r"other|another|manner|matter|offer|buffer|center|layer|meter|paper|powder|rubber|shower|timer|toner|voucher|planter|conveyor|elevator|"
    r"generator|compressor|tractor|reactor|mirror|vector|error|floor|color|flavor|harbor|semester|chapter|cluster|header|footer|marker|"
    r"hanger|burger|dinner|breaker|charger|adapter|tanker|freighter|trolley|helper|worker|member|volunteer|customer|user|trade|parameter|"
    r"perimeter|theater|laser|cylinder|hammer|spacer|washer|bumper|binder|reminder|winter|summer|october|november|december|september|later|after|"
    r"under|over|never|ever|either|neither|rather|together|whether|order|longer|shorter|bigger|former|latter|further|for|or|nor|per)s?(?![a-z]))"
    r"[a-z]{2,}(?:er|or|man|ant)s?"
)
"""Words that end like those for somebody who does something, but for common things that do too."""
_NOT_A_JOB = re.compile(
    "工人|人工|手工|分工|竣工|施工|开工|加工|完工|动手|着手|人员|员工|职工|同事|志愿者"
)
_ABOUT = r"(?:about |around |at least |another |大约|大概|差不多|约)?"
_ONE = r"(?P<one>both|the two|all (?:two|three|four|five|six)|us|(?<![a-z])an?(?: single)?|another|one more|zwei|ein(?:en|e)?)"
_EN = lazily.compile(
    rf"(?:{_ABOUT}(?P<number>{NUMBER})|{_ONE})[ -](?:of (?:us|you|them|the|our)|"
    rf"(?:more |other |extra |skilled |trained |certified |senior |junior |experienced |qualified |of (?:the|our) )?"
    rf"(?:(?P<people>{_GENERAL_EN})|(?P<trade>{_TRADE_EN}|{_AGENT}))"
    r"(?: (?:on (?:our|my|your|their) side|as well|again|each))?)(?![a-z-])"
)
_ZH = re.compile(
    rf"(?P<number>{NUMBER})\s?(?:(?:多)?[个名位]?(?P<people>{_GENERAL_ZH})(?![天工份民次数生体像字均事行流脸大]|和面)"
    rf"|(?P<kind>[名位个])\s?(?P<job>{_ZH_JOB})|[名位](?P<bare>)(?![\u4e00-\u9fff]))"
)
_ZH_EN = lazily.compile(
    rf"(?P<number>{NUMBER})\s?[名位个]?\s?(?:(?P<people>{_GENERAL_EN})|(?P<trade>{_TRADE_EN}))(?![a-z-])"
)
_SAME = re.compile(
    r"(?<![a-z])(?:the )?same (?P<number>two|three|four|five)(?: people| of us)?(?![a-z])"
)
_ZH_SIGN = rf"(?!{NUMBER}\s?[个名位台辆])[\u4e00-\u9fff]"
_HEAD = r"(?:(?<=[，,。；;：:、\n（(\s钟时天刻加和])|^)"
_ZH_REVERSED = lazily.compile(
    rf"{_HEAD}(?:还?需要?|还?要|由|派|安排|另?外?加|配|得)?(?P<job>(?:{_ZH_SIGN}){{1,8}}?)\s?(?:一共|总共|共|只有|有)?(?P<number>{NUMBER})[名位](?![\u4e00-\u9fff])"
    rf"|{_HEAD}(?P<job2>(?:{_ZH_SIGN}){{0,4}}?(?:[员师工士生手]|司机|医生|会计))\s?(?:今天|现在|目前|当班的?)?(?:一共|总共|共|只有|有)?(?P<number2>{NUMBER})[名位]"
)
_ZH_NAMED = re.compile(
    rf"(?P<number>{NUMBER})\s?[名位](?P<job>(?![都一负来去做就可在干同先])[\u4e00-\u9fff]{{2,5}})(?=\s*(?:[，,。；;、）)\n]|$))"
)
"""What is counted like people are people."""
_JOB_END = re.compile(rf"(?:{_ZH_JOB})$")
_SHORT = re.compile(r"(?<![\w.,])(?P<number>\d{1,2}) ?p(?=\s*(?:[,.;:)/|\n]|$|and |after |then ))")
_TEAM = re.compile(rf"(?:a )?(?:team|crew|pair|group) of (?P<number>{NUMBER})(?![\w%])")
_ALONE = re.compile(
    r"(?<![a-z])(?:(?:by )?(?:me|i) alone|i (?:can |will |could )?do (?:it|that|this) (?:alone|myself)|by (?:my|him|her)self|on my own|single-handed(?:ly)?|solo|just me|myself)(?![a-z])"
    r"|我?(?:一个|独)自|单人|我一个人|我自己"
)
_SOMEBODY = re.compile(
    r"(?<![a-z])(?:somebody|someone|anyone|anybody)(?: else)?(?= (?:can|has to|should|must|needs to|will|could|is to|to|may|please|[a-z]{3,}s)(?![a-z]))(?! (?:needs|likes|wants|who))"
)
_NOBODY = re.compile(
    r"(?<![a-z])(?:nobody|no[ -]?one|no people|no staff|unattended|unmanned|without (?:people|staff|any(?:one|body)))"
    r"(?: (?:needed|required|(?:has|needs|have|need) to (?:stand|stay|be there|watch|attend|stir)|necessary|at all|(?:is )?there)(?![a-z])|(?=\s*(?:[,.;)\n]|$)))"
    r"|(?:不用|无需|不需要?|不要)(?:人(?:员)?(?:看?管?|值守)?)(?![手工力])|无人(?:值守|看管)?"
    r"|没人(?:看[着管守]?|守着?|管|盯着?|值守|的事)?(?=\s*(?:[，,。.；;）)\s]|也行|也可以|$))"
)
_AND_A = re.compile(
    r"(?:我[跟和与](?:一[个名位])(?:同事|人)|(?:a colleague and (?:me|i)|me and a colleague))"
)


def workers(text: str) -> list[Worker]:
    """Everybody that is counted in `text`, from left to right; nobody needed counts as 0 people."""
    text = fold(text)
    found: list[Worker] = []
    for pattern in (
        _AND_A,
        _NOBODY,
        _ALONE,
        _SOMEBODY,
        _TEAM,
        _SHORT,
        _SAME,
        _ZH_REVERSED,
        _ZH,
        _ZH_NAMED,
        _EN,
        _ZH_EN,
    ):
        for match in pattern.finditer(text):
            worker = _worker(pattern, match)
            if worker is not None and not any(
                worker.start < each.end and each.start < worker.end for each in found
            ):
                found.append(worker)
    return sorted(found)


def _worker(pattern: re.Pattern[str], match: re.Match[str]) -> Worker | None:
    start, end = match.span()
    if pattern is _NOBODY:
        return Worker(start, end, PEOPLE, 0)
    if pattern in (_ALONE, _SOMEBODY):
        return Worker(start, end, PEOPLE, 1)
    if pattern is _AND_A:
        return Worker(start, end, PEOPLE, 2)
    parts = {key.rstrip("2"): said for key, said in match.groupdict().items() if said}
    amount = _amount(parts)
    if amount is None:
        return None
    noun = parts.get("trade") or parts.get("job")
    if noun and re.fullmatch(_GENERAL_ZH, noun):
        return Worker(start, end, PEOPLE, amount)
    if noun and pattern is _ZH_REVERSED and len(noun) > 5 and (ends := _JOB_END.search(noun)):
        noun = ends[0]  # behind the name of the task
        start = match.start("job" if match["job"] else "job2") + ends.start()
    if noun and noun[0] > "\u2e80" and _NOT_A_JOB.search(noun):
        noun = None if re.search("工人|人员|员工|职工|同事|志愿者", noun) else noun
        if noun:
            return None
    if noun is None and parts.get("kind") and not parts.get("job"):
        return None
    return Worker(start, end, _singular(noun) if noun else PEOPLE, amount)


def _amount(parts: dict[str, str]) -> int | None:
    if parts.get("number"):
        return count(str(parts["number"]))
    one = parts.get("one") or ""
    if one in ("both", "the two", "zwei") or one.endswith("two"):
        return 2
    words = one.split()
    if words and words[0] == "all":
        return count(words[1])
    return None if one == "us" else 1


def _singular(noun: str) -> str:
    return {"midwives": "midwife", "foremen": "foreman"}.get(noun) or singular(noun)


def is_anybody(words: str) -> bool:
    """Whether a word means people in general: "helpers", 帮工."""
    return re.fullmatch(f"{_GENERAL_EN}|{_GENERAL_ZH}", fold(words)) is not None


def trade(words: str) -> str | None:
    """The trade that `words` name and nothing else, in the singular."""
    if words[:1] > "\u2e80":
        job = re.fullmatch(_ZH_JOB, words) and len(words) > 1 and not _NOT_A_JOB.search(words)
        return words if job else None
    found = re.fullmatch(rf"(?:[a-z-]+ )?(?:{_TRADE_EN}|{_AGENT})", words)
    return _singular(words) if found else None
