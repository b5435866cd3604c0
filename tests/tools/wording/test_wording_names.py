from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.wording.names import mentioned, mentions

# message, names, what it speaks of
CASES = [
    ("paint the door and paint", ["Paint", "Paint the door"], ["Paint the door", "Paint"]),
    ("painting", ["Paint", "Paint the door"], ["Paint"]),
    ("PAINTING THE DOOR", ["paint the door"], ["paint the door"]),
    ("why is welding before 喷涂?", ["喷涂", "welding"], ["welding", "喷涂"]),
    ("unloading the truck, labels", ["unload the truck", "print the labels"],
     ["unload the truck", "print the labels"]),
    ("once the beds are moved", ["move beds", "clean room"], ["move beds"]),
    ("the truck", ["unload the truck", "load the truck"], []),
    ("the truck is unloaded", ["unload the truck", "load the truck"], ["unload the truck"]),
    ("once the venue is booked", ["book the venue", "send invitations"], ["book the venue"]),
    ("skip shelving", ["shelve the goods", "count stock"], ["shelve the goods"]),
    ("inspection, then assembly", ["inspect", "assemble"], ["inspect", "assemble"]),
    ("registration", ["register patients", "triage"], ["register patients"]),
    ("letters were sent", ["send letters", "file claims"], ["send letters"]),
    ("approval of the loan", ["approve the loan", "open the account"], ["approve the loan"]),
    ("报表出来以后", ["出报表", "审核"], ["出报表"]),
    ("库存盘点完", ["盘点库存", "上架"], ["盘点库存"]),
    ("床搬完以后", ["搬床", "扫地"], ["搬床"]),
    ("货架整理好后", ["整理货架", "收银"], ["整理货架"]),
    ("焊接之后", ["焊接车架"], ["焊接车架"]),
    ("消毒手术室再手术", ["手术", "消毒手术室"], ["消毒手术室", "手术"]),
    ("卸完货再摆完", ["卸货", "摆货架"], ["卸货", "摆货架"]),
    ("CT扫描和抽血", ["抽血", "CT扫描"], ["CT扫描", "抽血"]),
    ("核对身份证件后发证", ["发证", "核对身份"], ["核对身份", "发证"]),
    ("录凭证", ["凭证扫描", "凭证录入"], ["凭证录入"]),
    ("先扫完凭证再录凭证", ["凭证扫描", "凭证录入"], ["凭证扫描", "凭证录入"]),
    ("搭内景要多久", ["拍摄内景戏", "搭建内景"], ["搭建内景"]),
    ("先贴海报再打印海报", ["海报打印", "张贴海报"], ["张贴海报", "海报打印"]),
    ("打海报不急", ["海报打印", "张贴海报"], ["海报打印"]),
    ("凭证怎么这么晚", ["凭证扫描", "凭证录入"], []),
    ("报税能不能早点", ["税务申报", "银行对账"], ["税务申报"]),
    ("收到收到", ["到货验收", "普货入库"], []),
    ("start", ["art"], []),
    ("needs 2 staff", ["staff meeting"], []),
    ("", ["a"], []),
    ("b a b", ["a", "b"], ["b", "a"]),
]  # fmt: skip


@pytest.mark.parametrize(("message", "names", "expected"), CASES)
def test_mentioned(message: str, names: list[str], expected: list[str]) -> None:
    assert list(mentioned(message, names)) == expected


def test_each_position_counts_once() -> None:
    found = mentions("paint the door", ["paint", "the door", "paint the door", "door"])
    assert [mention.name for mention in found] == ["paint the door"]


@given(st.text(), st.lists(st.text(), max_size=5))
def test_mentions_never_overlap(text: str, names: list[str]) -> None:
    found = mentions(text, names)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(mention.name in names for mention in found)


def test_many_names_in_a_long_message_are_found() -> None:
    names = [f"check item {n}" for n in range(2000)]
    found = mentions("check item " * 1800, names)
    assert {mention.name for mention in found} <= set(names)
