"""`python -m ui` is the command line, also where the console script is not installed."""

import sys

from ui.cli import main

sys.exit(main())
