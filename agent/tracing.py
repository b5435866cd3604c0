"""What a turn does and how long it takes, as spans of OpenTelemetry: the turn, and in it each call
of the language model (`chat`) and of a tool (`execute_tool`, as the standard names them), and each
solve. They hold no words of anybody. Unless `export` was called they go nowhere.
"""

from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import BaseMessage
from langchain_core.outputs import LLMResult
from opentelemetry import context, trace

from tools.phrases import SayableError

TRACER = trace.get_tracer("whyflow")


def export(endpoint: str) -> None:
    """From now on spans are sent there.

    Args:
        endpoint: the address of a collector that speaks OTLP over HTTP.

    Raises:
        SayableError: the packages for it are not installed.
    """
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise SayableError("traces-not-installed") from None
    named = Resource({"service.name": "whyflow"}).merge(OTELResourceDetector().detect())
    provider = TracerProvider(resource=named)
    exporter = OTLPSpanExporter(f"{endpoint.rstrip('/')}/v1/traces")
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)


class Spans(BaseCallbackHandler):
    """Listens to LangChain during one turn, whose span is the current one when this is made."""

    def __init__(self) -> None:
        self._turn = context.get_current()
        self._open: dict[UUID, trace.Span] = {}

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], **run: Any
    ) -> None:
        self._begin(run["run_id"], "chat")

    def on_llm_end(self, response: LLMResult, **run: Any) -> None:
        self._end(run["run_id"])

    def on_llm_error(self, error: BaseException, **run: Any) -> None:
        self._end(run["run_id"], error)

    def on_tool_start(self, serialized: dict[str, Any], input_str: str, **run: Any) -> None:
        tool = str(serialized.get("name", ""))
        self._begin(run["run_id"], f"execute_tool {tool}", {"gen_ai.tool.name": tool})

    def on_tool_end(self, output: Any, **run: Any) -> None:
        self._end(run["run_id"])

    def on_tool_error(self, error: BaseException, **run: Any) -> None:
        self._end(run["run_id"], error)

    def _begin(self, run: UUID, name: str, attributes: dict[str, str] | None = None) -> None:
        said = {"gen_ai.operation.name": name.split()[0], **(attributes or {})}
        self._open[run] = TRACER.start_span(name, self._turn, attributes=said)

    def _end(self, run: UUID, error: BaseException | None = None) -> None:
        span = self._open.pop(run, None)
        if span is None:
            return
        if error is not None:
            span.set_status(trace.StatusCode.ERROR, type(error).__name__)
        span.end()
