"""What is written for operators is complete."""

from pathlib import Path

import pytest

from agent.meter import Meter
from agent.settings import PREFIX, Settings

DOCS = Path(__file__).parents[2] / "docs"
OPERATORS = (DOCS / "operators.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_named(name):
    variable = Settings.model_fields[name].validation_alias or PREFIX + name.upper()
    assert f"`{variable}`" in OPERATORS or f"`{variable}=" in OPERATORS


def test_every_count_is_named():
    names = [line.split()[2] for line in Meter().text().decode().splitlines() if "# HELP" in line]
    assert names
    assert not [each for each in names if each not in OPERATORS and "_created" not in each]


@pytest.mark.parametrize("page", ["users", "developers", "operators"])
def test_a_page_is_read_in_one_sitting(page):
    assert len((DOCS / f"{page}.md").read_text(encoding="utf-8").splitlines()) < 150
