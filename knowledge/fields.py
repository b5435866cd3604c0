"""The fields of work that the built-in texts come from; their files are called `<field>-...`. Which
of them a house is in, its own documents tell."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, get_args

from knowledge.numbers import fold

Field = Literal["manufacturing", "finance", "healthcare", "retail", "public"]
FIELDS: tuple[Field, ...] = get_args(Field)
SHARE = 0.2
"""How often a house uses the words of a field, beside those of the one that it uses most, to be in
that as well: a shop has a bank, and is none."""
ENOUGH = 3
"""Such words that its documents must have to tell anything."""
_WORDS: dict[Field, tuple[str, str]] = {
    "manufacturing": (
        r"production|manufactur\w*|batch(?:es)?|factory|plant floor|assembly line|suppliers?|"
        r"spare parts?|machines?|equipment|workpieces?",
        "生产|制造|批次|批号|工厂|车间|设备|机器|备件|供应商",
    ),
    "finance": (
        r"banks?|banking|loans?|mortgages?|savings|account holders?|credit cards?|debit|"
        r"investments?|transactions?",
        "银行|贷款|存款|开户|信用卡|转账|交易|理财|柜员",
    ),
    "healthcare": (
        r"patients?|clinics?|hospitals?|doctors?|dr|nurses?|dentists?|prescriptions?|"
        r"treatments?|medical|surgery",
        "患者|病人|诊所|医院|医生|护士|门诊|处方|就诊|治疗|医保",
    ),
    "retail": (
        r"shops?|stores?|customers?|orders?|parcels?|deliver(?:y|ed|s)|receipts?|refunds?|"
        r"vouchers?|exchanges?|goods",
        "顾客|门店|本店|订单|快递|包裹|配送|退货|退款|小票|商品|会员",
    ),
    "public": (
        r"applicants?|citizens?|residents?|permits?|municipal|council|authority|public office|"
        r"fines?|appeals?|objections?",
        "申请人|市民|居民|许可证?|罚款|政务|行政|复议|办事",
    ),
}
_SAID = {
    field: re.compile(rf"\b(?:{english})\b|{chinese}")
    for field, (english, chinese) in _WORDS.items()
}


def of_fields(files: Iterable[Path], fields: Sequence[Field] = FIELDS) -> list[Path]:
    """The files of these fields."""
    return [file for file in files if file.name.partition("-")[0] in fields]


def fields_of(texts: Iterable[str]) -> frozenset[Field]:
    """The fields that a house is in whose documents these are; all, if they do not tell."""
    said = Counter[Field]()
    for text in map(fold, texts):
        said.update({field: len(words.findall(text)) for field, words in _SAID.items()})
    most = max(said.values(), default=0)
    if most < ENOUGH:
        return frozenset(FIELDS)
    return frozenset(field for field in FIELDS if said[field] >= SHARE * most)
