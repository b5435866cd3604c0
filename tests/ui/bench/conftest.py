from pathlib import Path

import pytest


@pytest.fixture
def data() -> Path:
    """The public instances beside the checkout."""
    folder = Path(__file__).parents[4] / "shared" / "data"
    if not (folder / "psplib_rcpsp").is_dir():
        pytest.skip(f"no public instances in {folder}")
    return folder
