"""`whyflow bench schedule`, from end to end and quickly: one case of each row, half a second."""

import json
from pathlib import Path

import pytest

from ui.bench.rows import ROWS
from ui.cli import main

LANGUAGE = ("--language", "en")


def bench(data: Path, *arguments: str) -> int:
    return main(["bench", "schedule", "--data", str(data), *LANGUAGE, *arguments])


def test_every_row_is_measured(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    assert bench(data, "--limit", "1", "--seconds", "0.5", "--json") == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    rows = {row["row"]: row for row in report["rows"]}
    assert list(rows) == [row.name for row in ROWS]
    for name in ("j30", "j120", "tardiness", "one", "waiting"):
        for case in rows[name]["cases"]:
            assert set(case["runs"]) == {"whyflow", "cpsat", "pyjobshop", "rules"}
            assert not any(run["broken"] for run in case["runs"].values())
    assert rows["j30"]["cases"][0]["runs"]["whyflow"]["value"] == 43
    assert rows["orders"]["reached"]
    assert rows["large"]["cases"][0]["facts"]["memory_mib"] > 1
    assert rows["stability"]["cases"][0]["facts"]["fewest"] is not None
    assert "j120, makespan: j1201_1 (0 of 1 done)" in err


def test_the_table_has_a_line_for_each_row_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Rows that are made from a seed need no data."""
    assert bench(tmp_path, "--only", "orders", "--limit", "2", "--seconds", "5") == 0
    title, empty, *table = capsys.readouterr().out.splitlines()
    assert "2 workers each" in title
    assert "ortools" in title
    assert empty == ""
    assert len(table) == 3
    assert table[0].startswith("| work | reach | Whyflow | raw CP-SAT | PyJobShop |")
    assert table[2].startswith("| orders of 3 to 9 tasks |")
    assert "2 of 2 equal to brute force" in table[2]
    assert table[2].endswith("| – | – | – | yes |")


def test_peers_can_be_left_out(capsys: pytest.CaptureFixture[str], data: Path) -> None:
    quick = ("--only", "j30", "--limit", "1", "--seconds", "1", "--no-peers", "--json")
    assert bench(data, *quick) == 0
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert list(row["cases"][0]["runs"]) == ["whyflow"]
    assert row["reached"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--only", "j30"), "--data"),
        (("--only", "j31"), "There is no row called j31"),
        (("--only", "orders", "--seconds", "0"), "0"),
    ],
)
def test_wrong_input_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    assert bench(tmp_path / "nowhere", *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err.splitlines()[-1]
