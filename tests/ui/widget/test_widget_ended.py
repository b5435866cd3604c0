"""What the scripts do when a session has ended, in Node: a panel asks its host for another token
and keeps what is typed; a page of its own shows the note with the way to sign in."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.phrases import LANGUAGES
from ui.frame import _notes

UI = Path(__file__).parents[3] / "ui"


def test_a_panel_asks_its_host_again_and_a_page_shows_the_way_to_sign_in():
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    scripts = (UI / "widget" / "frame.js", UI / "page" / "page.js")
    run = subprocess.run(
        [node, Path(__file__).with_name("ended.js"), *scripts],
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(run.stdout) == {
        "panel": {
            "left": ["/embed?language=zh"],
            "told": [["ready", "https://intranet.example"]],
            "went": ["/zh/"],
            "kept": "half a word",
        },
        "alone": {"before": True, "after": False},
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_leads_on_by_loading_the_page(language):
    note = _notes(language).partition('id="ended"')[2]
    assert note.startswith(' class="notice" role="alert" hidden>')
    assert '<a href="">' in note
