"""The desk for replies, as settings and documents make it."""

import pytest
from hashing import Hashing
from letters import LetterEmbedder

from agent.settings import Settings
from knowledge.library import Library
from knowledge.passage import Document
from tools.person import Person
from tools.replies.suggested import Case
from ui import parts

SHOP = Document(
    source="uploads/shop.md",
    title="Shop",
    text="Customers bring goods back to the shop with the receipt, and refunds follow.",
    language="en",
)
ASKED = "I want to pay the fine for parking, how do I do that?"


def offered(settings: Settings, books: Library | None) -> set[str]:
    desk = parts.desk(settings, Hashing(), books, kept=False)
    found = desk.suggest(Case(message=ASKED), Person("ann", "Ann"), lambda _: [])
    return {each.draft.intent for each in found.suggestions}


@pytest.mark.parametrize("told", [False, True])
def test_documents_tell_the_trade_unless_a_setting_does(tmp_path, told):
    settings = Settings(fields=("public", "retail")) if told else Settings()
    assert "public-fine-payment" in offered(settings, None)
    with Library(tmp_path, LetterEmbedder()) as books:
        assert "public-fine-payment" in offered(settings, books)
        books.add([SHOP])
        assert ("public-fine-payment" in offered(settings, books)) == told
