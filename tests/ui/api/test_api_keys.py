"""Keys of programs: what they open, and when they no longer do."""

import pytest

from tools.phrases import SayableError
from ui.api.keys import Keys


def test_without_a_key_or_with_a_wrong_one_nothing_opens(house):
    site = house()
    for headers in ({}, {"authorization": "Bearer wf_nothing"}, {"authorization": "Basic eA=="}):
        answer = site.bare(**headers).get("/conversations")
        assert answer.status_code == 401
        assert answer.json()["detail"]


def test_a_key_does_what_its_scopes_say(house):
    site = house()
    searcher = site.program("ann", ("search",))
    assert searcher.get("/search", params={"q": "refund"}).status_code == 200
    refused = searcher.get("/conversations")
    assert refused.status_code == 403
    assert '"chat"' in refused.json()["detail"]
    assert searcher.get("http://whyflow.example/en/").status_code == 403
    assert searcher.get("http://whyflow.example/account").status_code == 403


def test_a_key_ends_when_it_is_withdrawn_and_with_its_account(house):
    site = house()
    first, second = site.program("ann"), site.program("ann")
    ann = site.accounts.named("ann")
    latest = site.keys.of(ann.id)[-1]
    site.keys.withdraw(latest.id, ann.id)
    codes = sorted(each.get("/conversations").status_code for each in (first, second))
    assert codes == [200, 401]
    site.accounts.set_disabled(ann, True)
    assert {each.get("/conversations").status_code for each in (first, second)} == {401}


def test_a_key_is_good_for_as_many_days_as_was_said():
    now = [1_000_000.0]
    keys = Keys(None, clock=lambda: now[0])
    _, text = keys.add("ann", "report", ["plan"], days=2)
    assert keys.find(text)
    now[0] += 2 * 86_400
    assert keys.find(text) is None
    keys.close()


def test_only_hashes_are_kept(tmp_path):
    keys = Keys(tmp_path / "keys.sqlite")
    _, text = keys.add("ann", "report", ["plan"])
    keys.close()
    assert text.encode() not in b"".join(each.read_bytes() for each in tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "scopes", "key"),
    [("", ["plan"], "key-name"), ("x\n", [], "key-no-scope"), ("x", ["all"], "key-scope")],
)
def test_a_key_that_makes_no_sense_is_refused(name, scopes, key):
    keys = Keys(None)
    with pytest.raises(SayableError) as refused:
        keys.add("ann", name, scopes)
    assert refused.value.key == key
    with pytest.raises(SayableError):
        keys.withdraw("nothing", "ann")
    keys.close()
