"""Who may read and change which conversation, and how it is found again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agent.chats import STEPS, ChatError, Chats
from knowledge.database import open_database
from tools.person import EVERYONE, SOMEBODY, Person

ANN = Person("ann", teams=frozenset({"returns"}))
BEN = Person("ben", teams=frozenset({"returns"}))
EVE = Person("eve", role="admin", teams=frozenset({"finance"}))
KEY, OTHER = "a" * 43, "b" * 43
NOW = "2026-11-28T00:00:00+00:00"


@pytest.fixture
def chats(tmp_path: Path):
    moments = (datetime(2026, 11, 28, tzinfo=UTC) + timedelta(minutes=n) for n in range(1000))
    opened = Chats(tmp_path / "chats.sqlite", clock=lambda: next(moments))
    yield opened
    opened.close()


def test_nobody_else_reads_a_conversation_not_even_an_admin(chats):
    chats.note(KEY, ANN, "plan the stock count")
    for stranger in (BEN, EVE):
        assert chats.listed(stranger) == []
        with pytest.raises(ChatError, match="no such conversation"):
            chats.permit(KEY, stranger)
        for deed in (chats.find, chats.forget):
            with pytest.raises(ChatError):
                deed(KEY, stranger)
        for deed in (chats.rename, chats.share, chats.note):
            with pytest.raises(ChatError):
                deed(KEY, stranger, "x")


def test_a_team_reads_what_is_shared_with_it_and_changes_nothing(chats):
    chats.note(KEY, ANN, "returns")
    chats.share(KEY, ANN, ["returns"])
    chats.permit(KEY, BEN)
    assert [chat.title for chat in chats.listed(BEN)] == ["returns"]
    with pytest.raises(ChatError, match="Only its owner"):
        chats.permit(KEY, BEN, change=True)
    with pytest.raises(ChatError, match="no such"):
        chats.permit(KEY, EVE)
    chats.share(KEY, ANN, [EVERYONE])
    assert chats.find(KEY, EVE).audiences == {EVERYONE}
    chats.share(KEY, ANN, [])
    assert chats.listed(BEN) == []


def test_who_reads_a_conversation_learns_whose_it_is(chats):
    chats.note(KEY, Person("u1"), "Old", [])
    assert chats.find(KEY, Person("u1")).owner_name == ""
    chats.note(KEY, Person("u1", "Ann Lee"), "Old", [])
    assert chats.find(KEY, Person("u1")).owner_name == "Ann Lee"


def test_nothing_is_shared_with_a_team_one_is_not_in(chats):
    chats.note(KEY, ANN, "returns")
    with pytest.raises(ChatError, match="“finance”"):
        chats.share(KEY, ANN, ["returns", "finance"])
    assert chats.find(KEY, ANN).audiences == frozenset()


def test_a_key_nobody_used_is_ones_own_and_a_guessed_name_is_not(chats):
    chats.permit(KEY, ANN, change=True)
    assert chats.find(KEY, ANN) is None
    with pytest.raises(ChatError):
        chats.permit("weekly", ANN)
    chats.permit("weekly", SOMEBODY, change=True)


def test_a_conversation_from_before_there_were_accounts_goes_to_who_has_its_key(chats):
    chats.note(KEY, SOMEBODY, "old")
    chats.note(KEY, ANN, "new")
    assert [(chat.owner, chat.title) for chat in chats.listed(ANN)] == [("ann", "old")]
    with pytest.raises(ChatError):
        chats.permit(KEY, BEN)


def test_it_is_found_by_its_title_and_by_what_was_said_in_both_languages(chats):
    chats.note(KEY, ANN, "盘点库存", ["盘点需要两个人", "An die Straße"])
    chats.note(OTHER, ANN, "Stock 100 %", ["two people"])
    for words, found in {
        "库存": [KEY],
        "两个人 盘点": [KEY],
        "STRASSE": [KEY],
        "people STOCK": [OTHER],
        "100 %": [OTHER],
        "%": [OTHER],
        "nothing": [],
        "": [OTHER, KEY],
    }.items():
        assert [chat.id for chat in chats.listed(ANN, words)] == found, words


def test_what_was_said_before_words_had_rows_of_their_own_is_found(tmp_path):
    file = tmp_path / "old.sqlite"
    old = open_database(file, STEPS[:3])
    said = "painting\n两个人"
    old.execute("INSERT INTO chats VALUES (?, 'ann', 'Old', ?, ?, ?, '')", (KEY, said, *[NOW] * 2))
    old.execute("INSERT INTO shares VALUES (?, 'returns')", (KEY,))
    old.close()
    chats = Chats(file)
    assert [chat.title for chat in chats.listed(BEN, "paint 两个")] == ["Old"]
    chats.note(KEY, ANN, "more", ["welding"])
    assert [chat.id for chat in chats.listed(ANN, "weld paint")] == [KEY]
    chats.close()


def test_what_is_said_again_and_again_takes_no_more_room(chats):
    for _ in range(3):
        chats.note(KEY, ANN, "x", ["Welding", "Painting"])
    chats.note(OTHER, ANN, "y", ["Welding"])
    assert chats._connection.execute("SELECT count(*) FROM words").fetchone()[0] == 3
    chats.forget(KEY, ANN)
    assert chats._connection.execute("SELECT count(*) FROM words").fetchone()[0] == 1


def test_the_title_is_the_first_line_of_the_first_message_until_it_is_renamed(chats):
    chats.note(KEY, ANN, "\n  welding   needs " + "word " * 40)
    chats.note(KEY, ANN, "second")
    title = chats.find(KEY, ANN).title
    assert title.startswith("welding needs word")
    assert title.endswith("word…")
    chats.rename(KEY, ANN, "Welding")
    assert chats.find(KEY, ANN).title == "Welding"
    with pytest.raises(ChatError, match="title"):
        chats.rename(KEY, ANN, "  ")


def test_what_is_deleted_is_gone_with_its_shares(chats):
    chats.note(KEY, ANN, "x")
    chats.share(KEY, ANN, ["returns"])
    chats.forget(KEY, ANN)
    assert chats.listed(ANN) == chats.listed(BEN) == []
    chats.note(KEY, ANN, "y")
    assert chats.find(KEY, ANN).audiences == frozenset()


def test_what_was_asked_stays_until_it_is_answered_also_in_another_process(chats, tmp_path):
    chats.ask("t1", KEY, ANN, "Plan the stock count")
    chats.ask("t2", OTHER, BEN, "hello")
    again = Chats(tmp_path / "chats.sqlite")
    assert [each.text for each in again.unanswered()] == ["Plan the stock count", "hello"]
    chats.answer("t1", "Done by Friday")
    assert [each.turn for each in again.unanswered()] == ["t2"]
    again.close()
    assert [chat.title for chat in chats.listed(ANN, "friday")] == ["Plan the stock count"]


def test_an_answer_does_not_bring_a_deleted_conversation_back(chats):
    chats.ask("t1", KEY, ANN, "Plan the stock count")
    chats.forget(KEY, ANN)
    chats.answer("t1", "Done")
    assert (chats.listed(ANN), chats.unanswered()) == ([], [])


def test_nobody_asks_in_the_conversation_of_another(chats):
    chats.note(KEY, ANN, "mine")
    with pytest.raises(ChatError):
        chats.ask("t1", KEY, BEN, "hello")
    assert chats.unanswered() == []
