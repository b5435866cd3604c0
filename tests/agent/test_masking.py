"""Personal data is found, replaced by marks and put back."""

import logging
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.llm import on_this_machine
from agent.masking import MARK, MaskedFormatter, Masking, Pieces, masked, masked_all

ID = "11010519491231002X"  # of the standard's own example
CARD = "4111 1111 1111 1111"
WORLD = Path(__file__).parent / "phones.txt"
"""How phones are written: of each country, in a line; made up, no data set was looked at."""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("请回电13812345678谢谢", "请回电[PHONE_1]谢谢"),
        ("手机 +86 138-1234-5678。", "手机 [PHONE_1]。"),
        ("座机010-62781234转801", "座机[PHONE_1]"),
        ("Call (415) 555-0132 ext. 7 now", "Call [PHONE_1] now"),
        ("my number is +44 20 7946 0958.", "my number is [PHONE_1]."),
        ("phone: 555 0132", "phone: [PHONE_1]"),
        ("my son's is 612-345-678, mine 4155550132", "my son's is [PHONE_1], mine [PHONE_2]"),
        ("Reach me at 4155550132.", "Reach me at [PHONE_1]."),
        ("ring 06 12 34 56 78 or 089/1234567", "ring [PHONE_1] or [PHONE_2]"),
        (f"身份证{ID}，", "身份证[ID_1]，"),
        ("身份证号：110105194912310029", "身份证号：[ID_1]"),
        (f"card {CARD} expired", "card [CARD_1] expired"),
        ("卡号6222021234567890128的账户", "卡号[CARD_1]的账户"),
        ("IBAN GB82 WEST 1234 5698 7654 32.", "IBAN [ACCOUNT_1]."),
        ("邮箱ann.lee@example.co.uk回复", "邮箱[EMAIL_1]回复"),
        ("customer: Ann Lee\nAnn Lee is annoyed", "customer: [NAME_1]\n[NAME_1] is annoyed"),
        ("My name is Mary O'Neil.", "My name is [NAME_1]."),
        ("客户：张伟\n张伟要求退款", "客户：[NAME_1]\n[NAME_1]要求退款"),
        ("欧阳小姐和王先生都来过", "[NAME_1]小姐和[NAME_2]先生都来过"),
        ("customer: 张伟", "customer: [NAME_1]"),
        ("张伟，13800138000，朝阳区", "[NAME_1]，[PHONE_1]，朝阳区"),
        ("13800138000 欧阳锋", "[PHONE_1] [NAME_1]"),
        ("order 5531, 555-0134, Jane Doe", "order 5531, [PHONE_1], [NAME_1]"),
        ("客户: Ann Lee", "客户: [NAME_1]"),
        ("Requester: Ann Lee", "Requester: [NAME_1]"),
        ("requested by: Bo de Vries, today", "requested by: [NAME_1], today"),
        ("customer_name: 张伟", "customer_name: [NAME_1]"),
        ("customerName=Zoë Núñez;", "customerName=[NAME_1];"),
        ('{"customer": "张伟", "ticket": 1}', '{"customer": "[NAME_1]", "ticket": 1}'),
        ("客户：张伟要求退款", "客户：[NAME_1]要求退款"),
        ("用户：王小明的包裹丢了", "用户：[NAME_1]的包裹丢了"),
        ("customer: 欧阳锋想换货", "customer: [NAME_1]想换货"),
        ("客户：Ann Lee要求退款", "客户：[NAME_1]要求退款"),
        ("客户：谢小红投诉", "客户：[NAME_1]投诉"),
        ("Name: Ann Lee\nFirst name: Bob", "Name: [NAME_1]\nFirst name: [NAME_2]"),
        ("hi, this is anna from the bakery", "hi, this is [NAME_1] from the bakery"),
        ("This is Anna Lee calling about 4711", "This is [NAME_1] calling about 4711"),
        ("hello bob,\nwhere is it?", "hello [NAME_1],\nwhere is it?"),
        ("my name is anna lee and I wait", "my name is [NAME_1] and I wait"),
        ("Dear Ms. Jones,\nI spoke with mr smith", "Dear Ms. [NAME_1],\nI spoke with mr [NAME_2]"),
        ("Kind regards,\n\nanna lee\nSales, Acme", "Kind regards,\n\n[NAME_1]\nSales, Acme"),
        ("Thanks, Anna", "Thanks, [NAME_1]"),
        ("customer name: bo li", "customer name: [NAME_1]"),
        ("我叫张伟我的包裹丢了", "我叫[NAME_1]我的包裹丢了"),
        ("我是王芳，想退款", "我是[NAME_1]，想退款"),
        ("此致\n敬礼\n王小红", "此致\n敬礼\n[NAME_1]"),
        ("请尽快处理。\n谢谢！\n张伟", "请尽快处理。\n谢谢！\n[NAME_1]"),
        ("王医生和李医生，国王", "[NAME_1]医生和[NAME_2]医生，国王"),
        ("我叫 Anna，", "我叫 [NAME_1]，"),
        ("001-415-555-0132x881", "[PHONE_1]"),
        ("(415)555-0132, ext. 12", "[PHONE_1]"),
        ("415/555.0132", "[PHONE_1]"),
        ("(+43) 664 123456789", "[PHONE_1]"),
        ("+49(0)30 123456", "[PHONE_1]"),
        ("030 / 123456 or 0474/12.34.56", "[PHONE_1] or [PHONE_2]"),
        ("(06)30/123-4567, 8 (495) 123-45-67", "[PHONE_1], [PHONE_2]"),
        ("22 123 45 67, 912 34 567, 55 1234 5678", "[PHONE_1], [PHONE_2], [PHONE_3]"),
        ("98765 43210 and 07700900123", "[PHONE_1] and [PHONE_2]"),
        ("You can reach her at 1234 5678.", "You can reach her at [PHONE_1]."),
        ("555-0132 is my new number", "[PHONE_1] is my new number"),
        ("you can contact us on 555 0132", "you can contact us on [PHONE_1]"),
        ("The number is 555-0132, ph 12345678", "The number is [PHONE_1], ph [PHONE_2]"),
        ("ph.4155550132 or tel:030/1234567", "ph.[PHONE_1] or tel:[PHONE_2]"),
        ("call me at my new place, 412 3456", "call me at my new place, [PHONE_1]"),
        ("Phone:\n412 3456", "Phone:\n[PHONE_1]"),
        ("412 34 56 is where you can reach me", "[PHONE_1] is where you can reach me"),
        ("415-555-0132 - fax, 412 3456 (work)", "[PHONE_1] - fax, [PHONE_2] (work)"),
        ("her phone number: 5123 4567", "her phone number: [PHONE_1]"),
        ("leave a voicemail, 5551234", "leave a voicemail, [PHONE_1]"),
        (
            "I got calls from 555 0132, calling from 5550199",
            "I got calls from [PHONE_1], calling from [PHONE_2]",
        ),
        ("351 912 345 678, 7 912 345 67 89", "[PHONE_1], [PHONE_2]"),
        ("49 30 123456 or 254 712 345678", "[PHONE_1] or [PHONE_2]"),
        ("44 20 7946 0958 x12, 98765-43210", "[PHONE_1], [PHONE_2]"),
        ("She has 22 123456, he 99-123456", "She has [PHONE_1], he [PHONE_2]"),
        ("852 2123 4567 or 33 1 23 45 67 89", "[PHONE_1] or [PHONE_2]"),
        ("1-061-231-0077 and 234-56-78", "[PHONE_1] and [PHONE_2]"),
        ("919876543210, 447700900123", "[PHONE_1], [PHONE_2]"),
        (
            "手机１３８１２３４５６７８，卡４１１１１１１１１１１１１１１１",
            "手机[PHONE_1]，卡[CARD_1]",
        ),
        ("（010）62781234或010－62781234", "[PHONE_1]或[PHONE_2]"),
        ("ａｎｎ＠example.com", "[EMAIL_1]"),
    ],
)
def test_personal_data_is_replaced(text, shown):
    masking = Masking([text])
    assert masking.mask(text) == shown
    assert masking.unmask(shown) == text


@pytest.mark.parametrize(
    "text",
    [
        "Welding needs 10 people for 2 hours, priority 1; 15 people in all.",
        "从2026-11-28 08:30到2026-11-29 17:45，共1234567件",
        "Order 20261128000123 of 2026/11/28, 1,250,000.00 EUR",
        "Ticket 4711, invoice 110105194912310020",
        "版本 1.4.7，地址 192.168.10.25，编号 A138123456789",
        "4111 1111 1111 1112 and 2222 2222 2222 2223 are no cards",
        "on 01.12.2026 or 08/09/2026, from 08:30 to 09:00, 0.12345678 of it",
        "Name the tasks: welding, painting. Call the customer.",
        "客户要求退款，联系人待定",
        "客户：要求退款",
        "客户：你好，我要退货",
        "客户：包裹破损要求退款",
        "客户：金额不对，请退",
        "用户：关于退款的问题",
        "客户：谢谢",
        "联系人：待定",
        "customer: 待定",
        "Customer: Where is my parcel?",
        "Customer: Please refund me",
        "customer: the one from yesterday",
        "Contact: Support",
        "customer: 4711, requester: unknown",
        "customer_id: Alpha",
        "Task name: Welding, file_name: Report",
        '{"name": "Welding", "duration": 120}',
        "this is urgent from my side, I am calling from work",
        "This is Monday from now on. i am manager from the start",
        "Hi team,\nhello everyone,\nDear all,\nDear customer,\nHi, I need a refund",
        "Regards,\nthe team",
        "Thanks,\nplease call me",
        "my name is wrong on the invoice",
        "wait 20 ms before welding; I miss the parcel",
        "我是新客户，我是高级会员，我是程序员。",
        "谢谢！\n请回复",
        "谢谢\n焊接需要2小时",
        "项目经理说可以，语文老师来了，常务经理请假",
        "我叫了外卖，我叫车来的",
        "1 250 000 EUR, lots 100-2000, batch 2000 3000",
        "part 555-0132, order number 12345678, invoice no 2025 2026",
        "at 10.123.45.67, steps 1-2-3-4-5, in 2026 / 2027",
        "Call them about order 412 3456, call me when lot 412-3456 is done",
        "call about invoice number: 412-3456, then about ticket #512 3456",
        "the call took 2400 3600; we phone part no. 412-3456 by hand",
        "rows of 20 15 200 350, 44 100 000 EUR, 30 40 5000, lots 20-100-300",
        "sizes 450 1200, size 512 3456, seats 412 2026, row 412 3456 5120, lot 22-123456",
        "wait 200 12 15 minutes, order 123456789012, lot 441234567890",
        "text 12 customers, call the 12 of 2026-11-28, 电话 20 个，每个 15 分钟",
        "page 12 (3) 45, (4) 200 boxes",
        "shifts 0830-1730 and 2100-2300, seasons 2025-2026, 1430 - 1600",
        "after 0 15 30 45 minutes; crews of 9 12 15; 8 hours, 300 boxes",
        "pallets of 2400 3600, lot 12-345-6, 2 1/2 hours, size 30/40",
    ],
)
def test_what_is_no_personal_data_stays(text):
    assert masked(text) == text


@pytest.mark.parametrize("line", WORLD.read_text(encoding="utf-8").splitlines())
def test_a_phone_is_found_as_each_country_writes_it(line):
    country, *numbers = line.split("; ")
    for number in numbers:
        left = masked(f"Nobody answered on Monday. {number} Ann")
        # The digits of some happen to be right for a bank card too.
        assert re.fullmatch(r"Nobody answered on Monday\. \[(PHONE|CARD)_1\] Ann", left), (
            country,
            number,
        )


def test_the_same_data_has_the_same_mark_and_different_data_another():
    text = "13812345678, 13912345678 and 13812345678 again"
    assert masked(text) == "[PHONE_1], [PHONE_2] and [PHONE_1] again"
    plain = {"args": {"who": ["13812345678"]}, "words": text, "count": 3}
    assert masked_all(plain)["args"] == {"who": ["[PHONE_1]"]}


def test_what_is_put_back_into_json_stays_json():
    masking = Masking(["customer: Ann Lee\nmail to o'neil@example.com"])
    assert masking.unmask_json('{"a": "[NAME_1]"') == '{"a": "Ann Lee"'
    assert masking.unmask("[NAME_7] and [PHONE_1]") == "[NAME_7] and [PHONE_1]"


@given(st.data())
def test_a_mark_that_is_cut_in_pieces_is_put_back(data):
    masking = Masking([f"call 13812345678, {ID}"])
    text = "a [PHONE_1][ID_1] [X] [PHONE_12] [[ID_1]] b["
    cuts = sorted(data.draw(st.sets(st.integers(1, len(text) - 1))))
    pieces = Pieces(masking)
    said = [pieces.add(text[a:b]) for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert "".join(said) + pieces.end() == masking.unmask(text)


@given(st.text(alphabet="0123456789-+() @.aX张先生\n[]_", max_size=60))
def test_marks_can_always_be_taken_back(text):
    masking = Masking([text])
    if not MARK.search(text):
        assert masking.unmask(masking.mask(text)) == text


def test_a_log_line_and_its_traceback_hold_no_personal_data():
    try:
        raise ValueError("no customer with 13812345678")
    except ValueError as error:
        record = logging.LogRecord(
            "x", logging.ERROR, "", 1, "asked %s", (f"card {CARD}",), (type(error), error, None)
        )
    line = MaskedFormatter("%(message)s").format(record)
    assert "asked card [CARD_1]" in line
    assert "no customer with [PHONE_1]" in line


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:8000/v1", True),
        ("http://localhost/v1", True),
        ("http://[::1]:1/v1", True),
        ("https://llm.example.com/v1", False),
        ("http://10.0.0.7/v1", False),
        ("http://127.0.0.1.example.com/v1", False),
    ],
)
def test_only_what_stays_on_this_machine_is_sent_as_it_is(url, here):
    assert on_this_machine(url) is here
