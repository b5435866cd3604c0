"""The page where people chat and plan. `desk.py` says what stands on it, `events.py` what happens;
`chart/` draws the plan."""
