"""Gradio is imported whole, but writes no stubs for editors."""

import subprocess
import sys

CODE = """
import sys

def hear(event, seen):
    if event == "open" and str(seen[0]).endswith(".pyi"):
        stubs.append(seen[0])

stubs = []
sys.addaudithook(hear)
from ui.stubs import import_gradio
import_gradio()
import gradio
import_gradio()
print(len(stubs), gradio.Button.__name__, gradio.Blocks is sys.modules["gradio.blocks"].Blocks)
"""


def test_no_stubs_are_written_at_a_start() -> None:
    run = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert run.stdout == "0 Button True\n"
