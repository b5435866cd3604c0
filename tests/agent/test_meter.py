"""What is counted for operators."""

import logging

from agent.meter import Meter


def test_everything_that_is_counted_stands_in_the_text():
    meter = Meter()
    meter.requested("/api/v1", 200)
    meter.answered(1.5, ok=True)
    meter.answered(0.2, ok=False)
    meter.called("parse_tasks")
    meter.spent(420)
    meter.solved(2.0, "optimal")
    meter.watch(lambda: 3)
    log = logging.Logger("test")
    log.addHandler(meter.listen())
    log.error("once")
    log.warning("not counted")
    lines = meter.text().decode().splitlines()
    for line in (
        'whyflow_requests_total{route="/api/v1",status="200"} 1.0',
        'whyflow_turns_total{outcome="ok"} 1.0',
        'whyflow_turns_total{outcome="refused"} 1.0',
        "whyflow_turn_seconds_sum 1.7",
        'whyflow_tool_calls_total{tool="parse_tasks"} 1.0',
        "whyflow_tokens_total 420.0",
        'whyflow_solve_seconds_count{status="optimal"} 1.0',
        "whyflow_waiting 3.0",
        "whyflow_errors_total 1.0",
    ):
        assert line in lines


def test_each_meter_counts_for_itself():
    one, other = Meter(), Meter()
    one.spent(1)
    assert "whyflow_tokens_total 0.0" in other.text().decode()
