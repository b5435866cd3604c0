"""What looks like a customer's, and what is the house's own."""

import pytest

from agent.customers import customers_data
from knowledge.index import built_in as documents
from knowledge.templates.reading import built_in as templates


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Call Mr. Bo Li at 138 0013 8000.", ["NAME", "PHONE"]),
        ("客户：张伟，电话 13800138000", ["NAME", "PHONE"]),
        ("身份证 11010519491231002X", ["ID"]),
        ("card 4111 1111 1111 1111", ["CARD"]),
        ("bo.li@mail.org", ["EMAIL"]),
        ("Call the patient: 415 555 0132", ["PHONE"]),
        ("phone 415550132", ["PHONE"]),
        ("support@shop.com or no-reply@shop.com", []),
        ("hotline 400-820-8820, 95588, 1-800-275-2273, 12345", []),
        ("Dear Customer, Dear Sir or Madam,", []),
        ("part 415550132", []),
        ("order 5531, 89 euros, on 2026-05-01", []),
    ],
)
def test_the_houses_own_is_nobodys_secret(text, kinds):
    assert [each.kind for each in customers_data(text)] == kinds


def test_what_comes_with_whyflow_holds_nothing_of_anybody():
    texts = [each.text for each in documents()]
    texts += ["\n".join((t.warm, t.formal, t.brief, *t.cues, *t.checks)) for t in templates()]
    found = {text[each.start : each.end] for text in texts for each in customers_data(text)}
    assert found == set()
