"""`whyflow documents`: what is known is listed, ended and erased without a model being loaded."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from letters import LetterEmbedder

from agent.audit import Audit
from knowledge.library import Library
from knowledge.passage import Document
from ui.cli import main


@pytest.fixture(autouse=True)
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WHYFLOW_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("WHYFLOW_DATA", str(tmp_path / "data"))
    (tmp_path / "cache" / "multilingual-e5-small").mkdir(parents=True)
    with Library(tmp_path / "data" / "knowledge", LetterEmbedder()) as books:
        books.add([
            Document(source=f"uploads/{name}.md", title=name, text="Boxes.", language="en")
            for name in ("prices", "complaint")
        ])  # fmt: skip


def listed(capsys: pytest.CaptureFixture[str]) -> dict[str, str | None]:
    assert main(["documents", "list", "--json"]) == 0
    return {each["source"]: each["until"] for each in json.loads(capsys.readouterr().out)}


def logged(tmp_path: Path) -> list[tuple[str, str]]:
    with closing(Audit(tmp_path / "data" / "audit.sqlite")) as audit:
        return [(entry.event, entry.subject) for entry in audit.entries()]


def test_a_retired_document_ends_and_an_erased_one_is_gone(capsys, tmp_path):
    assert listed(capsys) == {"uploads/prices.md": None, "uploads/complaint.md": None}
    assert main(["documents", "retire", "uploads/prices.md", "--language", "en"]) == 0
    assert "1 passage retired" in capsys.readouterr().out
    assert main(["documents", "erase", "uploads/complaint.md", "--language", "en"]) == 0
    assert "1 passage erased" in capsys.readouterr().out
    assert listed(capsys)["uploads/prices.md"] is not None
    assert "uploads/complaint.md" not in listed(capsys)
    assert logged(tmp_path) == [
        ("document-retired", "uploads/prices.md"),
        ("document-erased", "uploads/complaint.md"),
    ]


@pytest.mark.parametrize("sources", [[], ["uploads/nothing.md"]])
def test_what_is_not_known_is_said_and_nothing_else_is_touched(capsys, sources):
    assert main(["documents", "erase", *sources, "--language", "en"]) == 1
    assert "The knowledge base has no document called" in capsys.readouterr().err
    assert len(listed(capsys)) == 2
