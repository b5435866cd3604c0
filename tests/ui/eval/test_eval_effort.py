"""What cases take, and which are chosen if only some are measured."""

from langchain_core.language_models import GenericFakeChatModel
from langchain_core.messages import AIMessage, HumanMessage

from ui.eval.effort import Effort, spent_by
from ui.eval.rows import evenly

USAGE = {"input_tokens": 900, "output_tokens": 200, "total_tokens": 1100}


def effort(*tokens: int) -> dict[str, float]:
    found = Effort()
    for number, each in enumerate(tokens):
        found.add(float(number), each)
    return {row.name: row.value for row in found.rows("x")}


def test_seconds_and_tokens_are_told_at_the_median_and_the_95th_percentile() -> None:
    assert effort(*range(0, 200, 2)) == {
        "effort-seconds-median: x": 50,
        "effort-seconds-slow: x": 95,
        "effort-tokens-median: x": 100,
        "effort-tokens-slow: x": 190,
    }
    assert set(effort(7).values()) == {0, 7}


def test_where_no_language_model_was_asked_no_tokens_are_told() -> None:
    assert list(effort(0, 0)) == ["effort-seconds-median: x", "effort-seconds-slow: x"]


def test_of_a_model_that_runs_elsewhere_its_own_count_is_taken() -> None:
    llm = GenericFakeChatModel(messages=iter([AIMessage("A joke.", usage_metadata=USAGE)]))
    spent = spent_by(llm)
    llm.invoke([HumanMessage("A joke?")])
    assert spent() == 1100


def test_a_share_has_some_of_each_kind() -> None:
    assert evenly("aaaabbbbcccc", 0.25) == ["a", "b", "c"]
    assert evenly("abc", 0.01) == ["a"]
    assert evenly("abc", 1) == ["a", "b", "c"]
