"""Where the time axis of the chart has labels."""

# Minutes between two labels; the first that needs no more than MOST of them is taken.
STEPS = (5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720, 1440, 2880, 7200, 14400, 43200, 129600)
MOST = 4  # more would not fit beside task names on a screen 360 px wide


def ticks(end: int) -> list[int]:
    """0 and at most `MOST` round minutes up to `end`."""
    step = next((step for step in STEPS if end < step * (MOST + 1)), None)
    step = step or -(-end // (MOST * 1440)) * 1440
    return list(range(0, end + 1, step))
