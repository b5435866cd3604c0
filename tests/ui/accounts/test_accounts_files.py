"""An upload is its owner's, what it holds is looked at, and nothing of it runs."""

import httpx
import pytest
from quick import QUICK
from standin import Scripted, serving

from agent.settings import Settings
from tools.files import take_file
from tools.record import PlanError
from ui.accounts.entrance import entrance
from ui.accounts.users import Accounts

OWN = "seven green kettles"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(100)
PROGRAM = b"\x7fELF" + bytes(200)
PAGE = b"<!doctype html><script>alert(1)</script>"


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    """Two who have signed in to a real site."""
    folder = tmp_path_factory.mktemp("files")
    accounts = Accounts(folder / "accounts.sqlite", QUICK)
    settings = Settings.read(accounts="local", data=folder)
    with serving(Scripted(), entrance(settings, accounts)) as address:
        clients = [signed_in(address, accounts, name) for name in ("ann", "ben")]
        yield clients
        for client in clients:
            client.close()
    accounts.close()


def signed_in(address: str, accounts: Accounts, name: str) -> httpx.Client:
    user, password = accounts.add(name)
    accounts.change_password(user, password, OWN)
    client = httpx.Client(base_url=address, timeout=60, headers={"origin": address})
    token = client.get("/signin").text.split('name="token" value="')[1].split('"')[0]
    client.post("/signin", data={"token": token, "name": name, "password": OWN})
    return client


def test_an_upload_is_read_by_its_owner_only_and_never_runs(people):
    ann, ben = people
    files = {"files": ("page.html", PAGE, "text/html")}
    (name,) = ann.post("/en/gradio_api/upload", files=files).json()
    shown = ann.get(f"/en/gradio_api/file={name}")
    assert shown.status_code == 200
    assert "attachment" in shown.headers["content-disposition"]
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert ben.get(f"/en/gradio_api/file={name}").status_code == 404
    assert ben.get(f"/zh/gradio_api/file={name}").status_code == 404
    assert ben.post("/zh/gradio_api/upload", files=files).status_code == 200
    assert ben.get(f"/en/gradio_api/file={name}").status_code == 200


@pytest.mark.parametrize("kind", [".json", ".csv", ".xlsx", ".docx", ".pdf", ".txt", ".eml"])
@pytest.mark.parametrize("content", [PICTURE, PROGRAM], ids=["picture", "program"])
def test_a_file_that_is_not_what_its_name_says_is_refused_with_a_sentence(tmp_path, kind, content):
    file = tmp_path / f"plan{kind}"
    file.write_bytes(content)
    with pytest.raises(PlanError) as refused:
        take_file(file)
    assert "plan" in refused.value.say("en")
    assert refused.value.say("zh")
