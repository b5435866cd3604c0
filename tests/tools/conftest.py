"""What the tests of the tools share lies beside this file and one folder up: `checker.py`,
`plans.py` and `scripted.py` are imported by their names, in every import mode of pytest."""

import sys
from pathlib import Path

HERE = Path(__file__).parent

sys.path[:0] = [folder for folder in (str(HERE), str(HERE.parent)) if folder not in sys.path]
