"""Bytes that could be Chinese, and are not."""

import pytest

from knowledge.encoding import plausible

SIMPLIFIED = "客户收到的包裹如果损坏，请在七天之内拍照并联系客服。"
TRADITIONAL = (
    "員工請假規定：事假須於三日前向主管提出申請，並經人事單位核准；病假應檢附醫師證明。",
    "請問訂單編號是多少？我們馬上為您查詢。",
    "產品保固期為一年，自購買日起計算。人為損壞不在保固範圍內。",
)


def as_gb18030(text: str, encoding: str) -> str:
    return text.encode(encoding).decode("gb18030")


@pytest.mark.parametrize(
    "text",
    [
        SIMPLIFIED,
        *TRADITIONAL,
        "标题,内容\n营业时间,九点至五点\n",
        "螺丝,垫片,轴承,齿轮",
        "“Plain words” – 5 ± 1 °C, à la carte",
        "┌──┐\n│是│\n└──┘",
        "plain words",
        "",
    ],
)
def test_what_somebody_wrote_in_gb18030_is_plausible(text):
    assert plausible(as_gb18030(text, "gb18030"))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("it’s", "cp1252"),
        ("Größen und Müller", "cp1252"),
        ("a naïve idea at 20 °C", "cp1252"),
        (TRADITIONAL[1], "big5"),
        (TRADITIONAL[2], "big5"),
        ("お客様の荷物が壊れていた場合は、ご連絡ください。", "shift_jis"),
        ("お客様の荷物が壊れていた場合は、ご連絡ください。", "euc_jp"),
        ("员工请假规定：事假须于三日前", "utf-8"),  # which is tried first, and fails for a cut file
    ],
)
def test_what_was_written_in_another_encoding_is_not(text, encoding):
    assert not plausible(as_gb18030(text, encoding))
