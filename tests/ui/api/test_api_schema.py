"""The API against its own description, attacked by schemathesis over HTTP."""

import subprocess
import sys

from langchain_core.messages import AIMessage
from scripted import ScriptedChat

from ui.api.app import PATH

ALLOWED = "positive_data_acceptance"
"""Left out, because much that JSON Schema cannot say makes a problem impossible, such as a circle
of tasks that wait for each other; then 422 and a sentence is right."""

LENIENT = """[[operations]]
include-name = "POST /plans"
checks.negative_data_rejection.enabled = false
"""
"""A problem may write whole numbers as text, as tables do, although its schema says numbers."""


class Endless(ScriptedChat):
    """Never runs out of words."""

    def _next(self, messages) -> AIMessage:
        return AIMessage("Hello to you.")


def test_schemathesis_finds_nothing_wrong(house, served, tmp_path):
    site = house(Endless(script=[]))
    address = served(site) + PATH
    key = site.program().headers["authorization"]
    config = tmp_path / "schemathesis.toml"
    config.write_text(LENIENT, encoding="utf-8")
    command = [sys.executable, "-m", "schemathesis.cli", f"--config-file={config}", "run"]
    command.append(f"{address}/openapi.json")
    options = {
        "--header": f"Authorization: {key}",
        "--phases": "examples,coverage,fuzzing",
        "--max-examples": "10",
        "--seed": "1",
        "--exclude-checks": ALLOWED,
        "--generation-database": "none",
    }
    command += [word for option in options.items() for word in option]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-4000:]


def test_the_description_has_an_example_of_every_request(house):
    described = house().program().get("/openapi.json").json()
    shapes = described["components"]["schemas"]
    bodies = {
        method["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        for path in described["paths"].values()
        for method in path.values()
        if "requestBody" in method
    }
    assert bodies
    assert {name for name in bodies if not shapes[name].get("examples")} == set()
