"""The road with the real embedded model, from the terminal; more of it is in test_walk.py."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from agent.settings import Settings
from ui.cli import main

pytestmark = pytest.mark.llm

TURNS = {
    "zh": (
        (
            "焊接需要10个人做2小时，优先级1；喷涂5个人3小时，优先级2，焊接之后；"
            "装配3人1小时，优先级3，喷涂之后。共15人。",
            "parse_tasks",
            "已安排 3 项任务，6 小时后全部完成",
        ),
        ("为什么喷涂排在装配前面？", "explain_decision", "1140 降到 240"),
    ),
    "en": (
        (
            "Welding needs 10 people for 2 hours, priority 1; painting 5 people, 3 hours, "
            "priority 2, after welding; assembly 3 people, 1 hour, priority 3, after painting. "
            "15 people in all.",
            "parse_tasks",
            "3 tasks are planned; the last one ends after 6 h",
        ),
        ("How do we handle a damaged parcel?", "search_knowledge", "parcel"),
    ),
}
NAMES = {"zh": ("焊接", "喷涂", "装配"), "en": ("welding", "painting", "assembly")}


@pytest.fixture(scope="module")
def settings(indexed: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Models from the user's cache, everything else in a folder of its own."""
    return Settings.read(data=copytree(indexed, tmp_path_factory.mktemp("own") / "data"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_message_becomes_tasks_a_plan_and_reasons(settings, language, capsys, monkeypatch):
    """Each question loads everything anew, so the conversation is read back from disk."""
    monkeypatch.setenv("WHYFLOW_DATA", str(settings.data))
    for text, tool, said in TURNS[language]:
        status = main(["ask", text, "--session", language, "--json"])
        turn = json.loads(capsys.readouterr().out)
        called = [call["name"] for call in turn["tool_calls"]]
        assert status == 0
        assert called[:1] == [tool]
        assert said in turn["answer"].replace(",", "")
        assert turn["schedule"]["status"] == "optimal"
        if tool == "search_knowledge":
            assert turn["passages"][0]["source"].startswith(("replies/", "procedures/"))
    tasks = turn["problem"]["tasks"]
    assert [task["name"].casefold() for task in tasks] == list(NAMES[language])
    assert [task["duration"] for task in tasks] == [120, 180, 60]
    assert [task["demands"] for task in tasks] == [{"people": n} for n in (10, 5, 3)]
    assert [task["priority"] for task in tasks] == [1, 2, 3]
    assert tasks[2]["after"] == [tasks[1]["name"]]
    assert turn["problem"]["assumed"] == []
