"""The contracts of the command line that need no language model."""

import gc
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from agent.settings import Settings
from tools.phrases import SayableError
from ui.cli import main
from ui.garbage import SELDOM
from ui.serve import run as serve

PLAN = {
    "tasks": [
        {"name": "weld", "duration": 120, "priority": 1, "demands": {"people": 10}},
        {"name": "paint", "duration": 180, "priority": 2, "demands": {"people": 5}},
        {"name": "assemble", "duration": 60, "priority": 3, "demands": {"people": 3}},
    ],
    "resources": [{"name": "people", "capacity": 15}],
}
PLAN["tasks"][1]["after"], PLAN["tasks"][2]["after"] = ["weld"], ["paint"]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(PLAN), encoding="utf-8")
    return path


@pytest.fixture
def late(tmp_path: Path) -> Path:
    tasks = [*PLAN["tasks"][:2], PLAN["tasks"][2] | {"deadline": 300}]
    path = tmp_path / "late.json"
    path.write_text(json.dumps(PLAN | {"tasks": tasks}), encoding="utf-8")
    return path


def script(*arguments: str | Path, input: str = "") -> subprocess.CompletedProcess[str]:
    """The command as the console script runs it."""
    command = [sys.executable, "-m", "ui"]
    return subprocess.run(
        [*command, *arguments], input=input, capture_output=True, encoding="utf-8", check=False
    )


def run(capsys, *arguments: str) -> tuple[int, str, str]:
    status = main([*arguments, "--language", "en"])
    out, err = capsys.readouterr()
    return status, out, err


def test_a_start_looks_for_garbage_seldom(capsys, plan):
    gc.set_threshold(700)
    run(capsys, "plan", str(plan))
    assert gc.get_threshold()[0] == SELDOM


def test_plan_prints_the_contract(capsys, plan):
    status, out, err = run(capsys, "plan", str(plan), "--json")
    answer = json.loads(out)
    assert status == 0
    assert err == ""
    assert {key: answer[key] for key in ("status", "objective", "bound")} == {
        "status": "optimal",
        "objective": 1140,
        "bound": 1140,
    }
    assert answer["seconds"] >= 0
    assert answer["assignments"][1] == {
        "task": "paint",
        "start": 120,
        "end": 300,
        "resources": {"people": 5},
        "way": 0,
    }


def test_plan_says_the_same_in_words(capsys, plan):
    status, out, _ = run(capsys, "plan", str(plan))
    assert status == 0
    assert "3 tasks are planned; the last one ends after 6 h." in out
    assert "**" not in out


def test_the_schema_describes_what_plan_reads(capsys):
    status, out, _ = run(capsys, "plan", "--schema")
    task = json.loads(out)["$defs"]["Task"]
    assert status == 0
    assert set(task["required"]) == {"name", "duration"}
    assert "larger is more urgent" in task["properties"]["priority"]["description"]


@pytest.mark.parametrize("goal", ["waiting", "makespan", "tardiness"])
def test_each_goal_can_be_chosen(capsys, plan, goal):
    status, out, _ = run(capsys, "plan", str(plan), "--goal", goal, "--json")
    assert (status, json.loads(out)["goal"]) == (0, goal)


def test_a_deadline_that_cannot_be_kept_is_status_1_and_one_line(capsys, late):
    status, out, err = run(capsys, "plan", str(late), "--json")
    assert status == 1
    assert json.loads(out)["status"] == "infeasible"
    assert err.count("\n") == 1
    assert "assemble can end after 6 h, 1 h past its deadline of 5 h" in err


def test_without_a_plan_the_conflict_and_its_repairs_are_printed(capsys, late):
    status, out, err = run(capsys, "plan", str(late))
    assert (status, err.count("\n")) == (1, 1)
    assert "- assemble" in out
    assert "must finish by 5 h after the start" in out
    assert "move the deadline of assemble by 1 h, to 6 h after the start" in out
    assert "**" not in out


def test_the_conflict_is_part_of_the_contract(capsys, late):
    _, out, _ = run(capsys, "plan", str(late), "--json")
    conflict = json.loads(out)["conflict"]
    assert conflict["minimal"]
    assert {each["task"] for each in conflict["statements"]} >= {"weld", "paint"}
    assert conflict["repairs"][0]["deadlines"] == [
        {"task": "assemble", "before": 300, "after": 360}
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"duration": -5}, "would take -5 minutes"),
        ({"duration": 0}, "would take 0 minutes"),
        ({"duration": 10**9}, "would take 1000000000 minutes"),
        ({"after": ["weld"]}, "waits for itself"),
        ({"after": ["assemble"]}, "in a circle"),
        ({"after": ["nobody"]}, "“nobody”, which is not one of the tasks"),
        ({"demands": {"people": 16}}, "needs 16 people, but there are only 15"),
        ({"demands": {"robot": 1}}, "needs “robot”"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_wrong_input_is_status_2_and_one_clear_line(capsys, tmp_path, change, says):
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(PLAN | {"tasks": [PLAN["tasks"][0] | change, *PLAN["tasks"][1:]]}))
    status, out, err = run(capsys, "plan", str(path))
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert says in err


def test_what_a_program_pipes_in_is_read():
    question = ["why", "-", "--task", "paint", "--before", "assemble", "--json"]
    done = script(*question, "--language", "en", input=json.dumps(PLAN))
    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert answer["certificate"]["rule"] == ["paint", "assemble"]
    assert answer["certificate"]["comparison"]["after"] == 240
    assert "assemble must wait for paint" in answer["answer"]


def test_what_is_not_read_of_it_is_told():
    odd = {"tasks": [{"name": "weld", "duration": 60, "durration": 240}]}
    done = script("plan", "-", "--language", "en", input=json.dumps(odd))
    assert done.returncode == 0
    assert "durration" in done.stderr


def test_whoever_reads_may_leave_before_the_end(plan):
    command = [sys.executable, "-m", "ui", "plan", plan, "--json"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, encoding="utf-8") as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 141


def test_why_names_what_a_task_waited_for(capsys, plan):
    status, out, _ = run(capsys, "why", str(plan), "--task", "paint")
    assert status == 0
    assert "paint must wait for weld, which ends after 2 h." in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--task", "nope"), "no task called “nope”"),
        (("--task", "paint", "--before", "nope"), "no task called “nope”"),
        (("--task", "paint", "--before", "paint"), "only one task"),
    ],
)
def test_why_about_something_else_is_wrong_input(capsys, plan, arguments, says):
    status, _, err = run(capsys, "why", str(plan), *arguments)
    assert status == 2
    assert says in err


def test_why_without_a_plan_says_why_there_is_none(capsys, late):
    status, _, err = run(capsys, "why", str(late), "--task", "paint")
    assert status == 1
    assert "1 h past its deadline" in err


def test_a_program_is_told_why_there_is_no_plan(capsys, late):
    status, out, err = run(capsys, "why", str(late), "--json")
    answer = json.loads(out)
    assert (status, err.count("\n")) == (1, 1)
    assert answer["certificate"]["kind"] == "no_plan"
    assert answer["schedule"]["conflict"]["statements"]
    assert "move the deadline of **assemble** by 1 h" in answer["answer"]


def test_without_a_plan_a_what_if_is_answered(capsys, late):
    question = "What if assemble took 30 minutes and paint 2 hours?"
    status, out, _ = run(capsys, "why", str(late), "--question", question)
    assert status == 0
    assert "there is a plan" in out


@pytest.mark.parametrize("limit", ["0", "-1", "nan", "1e9"])
def test_an_impossible_time_limit_is_refused(capsys, plan, limit):
    status, _, err = run(capsys, "plan", str(plan), "--time-limit", limit)
    assert status == 2
    assert "between 0.05 and 3600" in err


def test_both_languages_are_spoken(capsys, plan):
    assert main(["plan", str(plan), "--language", "zh"]) == 0
    assert "已安排 3 项任务" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_text_has_no_tasks(capsys, text):
    status, _, err = run(capsys, "parse", text)
    assert status == 2
    assert "empty" in err


def test_what_is_read_knows_that_it_is_an_e_mail_and_what_day_it_is(capsys):
    head = "From: a@x.com\nTo: b@x.com\nSubject: x"
    mail = f"{head}\n\nWelding 2 hours.\nSend the report, then call me.\n"
    status, out, _ = run(capsys, "parse", mail, "--json")
    assert (status, [task["name"] for task in json.loads(out)["tasks"]]) == (0, ["Welding"])
    dated = "task\tduration\tdeadline\nweld\t1h\ttomorrow 8 pm"
    status, out, _ = run(capsys, "parse", dated, "--json")
    assert (status, json.loads(out)["start"] is not None) == (0, True)


def test_a_text_that_is_too_long_is_refused_before_anything_is_loaded(capsys):
    status, _, err = run(capsys, "parse", "x" * 20_000)
    assert status == 2
    assert "20,000 characters" in err


def test_a_setting_that_cannot_be_is_named(capsys, plan, monkeypatch):
    monkeypatch.setenv("WHYFLOW_PORT", "abc")
    status, _, err = run(capsys, "plan", str(plan))
    assert status == 2
    assert "WHYFLOW_PORT is 'abc'" in err


def test_the_console_script_exits_with_the_status(late):
    done = script("plan", late)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_said_at_once():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings = Settings.read(port=taken.getsockname()[1])
        with pytest.raises(SayableError, match="choose another one with WHYFLOW_PORT"):
            serve(settings, "en")


@pytest.mark.parametrize(
    "arguments", [("plan", "x.json", "--goal", "nope"), ("why",), ("frobnicate",)]
)
def test_wrong_words_on_the_command_line_are_one_line_too(arguments):
    done = script(*arguments)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "--help" in done.stderr


def test_what_is_wrong_is_said_before_anything_heavy_is_loaded(plan):
    """A language model's library, OR-Tools and compiled code take seconds to import."""
    asked = [["plan", "none.json"], ["why", "none.json"], ["plan", str(plan), "--time-limit", "0"]]
    code = (
        "import sys; from ui.cli import main\n"
        f"for words in {asked!r}: assert main(words) == 2\n"
        "print({'ortools', 'langchain', 'langchain_core', 'numba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def before(tmp_path: Path, *rows: dict) -> str:
    path = tmp_path / "before.json"
    path.write_text(json.dumps({"status": "feasible", "assignments": rows}), encoding="utf-8")
    return str(path)


WELDED = {"task": "weld", "start": 0, "end": 120, "resources": {"people": 10}}


@pytest.mark.parametrize(
    ("row", "status", "says"),
    [
        ({"task": "bake"}, 2, "no plan of this problem: it has bake"),
        ({"end": 9_999_999}, 2, "“weld” ends 9999999 min after the start"),
        ({"way": 3}, 0, "a way that it no longer has: weld"),
        ({"resources": {"robot": 1}}, 0, "does not have: robot"),
        ({"resources": {"people": 99}}, 0, "holds 99 of “people”, of which there are only 15"),
        ({}, 0, ""),
    ],
)
def test_a_plan_before_is_checked(capsys, plan, tmp_path, row, status, says):
    found = run(capsys, "plan", str(plan), "--before", before(tmp_path, WELDED | row), "--json")
    assert (found[0], says in found[2]) == (status, True)
    assert bool(says) == bool(found[2])


def test_what_only_the_plan_before_has_is_said_and_left_aside(capsys, plan, tmp_path):
    rows = (WELDED, WELDED | {"task": "bake"})
    status, out, err = run(capsys, "plan", str(plan), "--before", before(tmp_path, *rows), "--json")
    assert (status, err.count("\n")) == (0, 1)
    assert "left aside: bake" in err
    assert len(json.loads(out)["assignments"]) == 3


def test_a_terminal_shows_all_times_and_which_machine_was_chosen(capsys, tmp_path):
    either = {
        "duration": 60,
        "demands": {"old": 1},
        "alternatives": [{"duration": 30, "demands": {"new": 1}}],
    }
    tasks = [{"name": f"part {n}"} | either for n in range(14)]
    path = tmp_path / "two.json"
    path.write_text(json.dumps({"tasks": tasks, "resources": [{"name": "old"}, {"name": "new"}]}))
    status, out, _ = run(capsys, "plan", str(path), "--time-limit", "1")
    lines = [line for line in out.splitlines() if line.startswith("| part")]
    assert (status, len(lines)) == (0, 14)
    assert {line.split("|")[4].strip() for line in lines} == {"old", "new"}
    assert "Who, with what" in out


def test_what_only_the_language_model_is_measured_by_says_how_it_is_asked(capsys, tmp_path):
    status, out, err = run(capsys, "eval", "tools", "--data", str(tmp_path))
    assert (status, out) == (2, "")
    assert "add --chat" in err


def test_only_what_needs_public_data_asks_where_they_are(capsys):
    for what in (["asynchow"], ["all"], []):
        status, out, err = run(capsys, "eval", *what)
        assert (status, out) == (2, "")
        assert "--data" in err
    status, out, _ = run(capsys, "eval", "route", "--share", "0.02", "--json")
    assert status == 0
    names = {each["name"] for each in json.loads(out)["rows"]}
    assert "effort-seconds-slow: route, router, test, zh" in names


def test_all_measures_are_taken_one_after_the_other(capsys, tmp_path, monkeypatch):
    few = {"tools": "ui.eval.tools", "route": "ui.eval.route"}
    monkeypatch.setattr("ui.commands.measuring.MEASURES", few)
    given = ("--data", str(tmp_path), "--share", "0.02", "--json")
    _, alone, _ = run(capsys, "eval", "route", *given)
    status, found, err = run(capsys, "eval", "all", *given)
    assert "add --chat" in err  # what is left out is said
    rows, others = json.loads(found)["rows"], json.loads(alone)["rows"]
    assert status == 0
    assert [each["name"] for each in rows] == [each["name"] for each in others]
