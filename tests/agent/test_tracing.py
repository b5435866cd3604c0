"""The spans of a turn, as a collector would get them."""

import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from scripted import call

COLLECTED = InMemorySpanExporter()


@pytest.fixture(scope="module")
def provider() -> None:
    """OpenTelemetry allows one for a process."""
    made = TracerProvider()
    made.add_span_processor(SimpleSpanProcessor(COLLECTED))
    trace.set_tracer_provider(made)


@pytest.fixture
def spans(provider: None) -> InMemorySpanExporter:
    COLLECTED.clear()
    return COLLECTED


def named(spans: InMemorySpanExporter, name: str) -> list[ReadableSpan]:
    return [span for span in spans.get_finished_spans() if span.name == name]


def test_a_turn_holds_its_calls_and_its_solve(assistant, spans):
    made = assistant(call("parse_tasks", tasks=[{"name": "welding", "duration": "2 hours"}]))
    list(made.turn("ann", "welding takes 2 hours", "en"))
    (turn,) = named(spans, "turn")
    inside = [span for span in spans.get_finished_spans() if span is not turn]
    assert [span.name for span in sorted(inside, key=lambda span: span.start_time)] == [
        "chat",
        "execute_tool parse_tasks",
        "execute_tool optimise_schedule",
        "solve",
    ]
    assert {span.context.trace_id for span in inside} == {turn.context.trace_id}
    (solve,) = named(spans, "solve")
    assert dict(solve.attributes or {}) == {"whyflow.tasks": 1, "whyflow.status": "optimal"}
    assert turn.attributes == {"whyflow.ok": True}
    assert "welding" not in "".join(span.to_json() for span in spans.get_finished_spans())


def test_a_call_that_fails_is_told_without_its_words(assistant, spans):
    list(assistant(RuntimeError("about Ann")).turn("ann", "hello there", "en"))
    (chat,) = named(spans, "chat")
    assert chat.status.description == "RuntimeError"
    (turn,) = named(spans, "turn")
    assert turn.attributes == {"whyflow.ok": False}
    assert "Ann" not in "".join(span.to_json() for span in spans.get_finished_spans())
