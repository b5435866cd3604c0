"""The copy grammar: both grammar engines take it for any text, and it admits what stands there."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from llama_cpp.llama_grammar import LlamaGrammar
from llguidance import LLMatcher, LLTokenizer, grammar_from

from agent.copying import PIECE, UNWRITABLE, copy_rules, literal

BYTES = LLTokenizer("byte")
WORDS = st.sampled_from(
    [
        *(
            "weld",
            "Weld",
            "WELD",
            "paint the wall",
            "2",
            " 2",
            "12 people",
            "两个人",
            "焊接",
            "，",
            "。",
        ),
        *('"', "'", "\\", "\\n", "[", "]", "{", "|", "\n", "\r\n", "\t", " ", "  ", "_", "-", "(2"),
        *(
            "🙂",
            "👩‍🔧",
            "\u202e",
            "\u200f",
            "שלום",
            "e\u0301",
            "İ",
            "ß",
            "\u2028",
            "\x85",
            "\x7f",
            "\x00",
        ),
        *("<|im_end|>", "</s>", "\ud800", "\ufeff", "\uffff", "\U0010ffff", "::=", "#", '""'),
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=4), max_size=12).map("".join)


def whole(text: str, root: str = "copy") -> str:
    return f"root ::= {root}\n{copy_rules(text)}"


def matcher(text: str, root: str = "copy") -> LLMatcher:
    made = LLMatcher(BYTES, grammar_from("gbnf", whole(text, root)))
    assert not made.is_error(), made.get_error()
    return made


def accepts(text: str, copy: str, root: str = "copy") -> bool:
    made, written = matcher(text, root), list(copy.encode())
    return made.try_consume_tokens(written) == len(written) and made.is_accepting()


def runs(text: str) -> set[str]:
    """What may be copied, by listing it: every run of pieces, its first one perhaps in small
    letters."""
    pieces = PIECE.findall(" ".join(UNWRITABLE.sub(" ", text).split()))
    found = {""}
    for start, piece in enumerate(pieces):
        first, rest = piece.lstrip(), ""
        for end in range(start, len(pieces)) if first else ():
            rest += pieces[end] if end > start else ""
            found |= {first + rest, first.lower() + rest}
    return found


def language(text: str) -> set[str]:
    """All that the grammar accepts, byte by byte."""
    found: set[str] = set()
    open_ends = [(matcher(text), b"")]
    while open_ends:
        made, written = open_ends.pop()
        if made.is_accepting():
            found.add(written.decode())
        mask = made.compute_bitmask()
        for byte in range(256):
            if mask[byte // 8] >> byte % 8 & 1:
                longer = made.deep_copy()
                assert longer.try_consume_tokens([byte]) == 1
                open_ends.append((longer, written + bytes([byte])))
    return found


@settings(deadline=None, max_examples=150)
@given(TEXTS)
@example("")
@example("\x00\ud800|\n")
@example('a "quoted\\" [word] {2,3} ::= b\\')
def test_both_grammar_engines_take_the_rules_of_any_text(text: str) -> None:
    matcher(text)
    matcher(text, "copy-some")
    LlamaGrammar.from_string(whole(text), verbose=False)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=4).map("".join))
@example("print it. Print us")
@example("2 h (2 m")
def test_exactly_the_runs_of_pieces_can_be_copied(text: str) -> None:
    assert language(text) == runs(text)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.data())
def test_any_run_of_a_longer_text_can_be_copied(text: str, data: st.DataObject) -> None:
    assert accepts(text, data.draw(st.sampled_from(sorted(runs(text)))))


@settings(deadline=None, max_examples=100)
@given(TEXTS, TEXTS)
def test_what_does_not_stand_in_the_text_cannot_be_copied(text: str, other: str) -> None:
    copy = other.encode("utf-8", "ignore").decode()
    assert accepts(text, copy) == (copy in runs(text))


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("Weld 2 hours", "weld 2 hours"),
        ("print labels. Print lists", "print labels"),
        ("print labels. Print lists", "print lists"),
        ("Print labels. print lists", "print labels"),
        ("it takes 2 hours (2 people)", "2 hours"),
        ("it takes 2 hours (2 people)", "2 people"),
        ("焊接要2小时，10个人", "10个人"),
        ("焊接要2小时，10个人", "接要2"),
    ],
)
def test_it_stands_there(text: str, copy: str) -> None:
    assert accepts(text, copy)


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("welding", "weld"),
        ("welding 12 people", "welding 1"),
        ("weld and paint", "weld paint"),
        ("weld and paint", "paint weld"),
        ("weld AND paint", "weld and paint"),
        ("weld", " weld"),
        ("weld | paint", "weld | paint"),
    ],
)
def test_it_does_not_stand_there(text: str, copy: str) -> None:
    assert not accepts(text, copy)


def test_a_cell_that_must_be_filled_cannot_be_left_empty() -> None:
    assert accepts("weld", "")
    assert not accepts("weld", "", "copy-some")
    assert accepts("weld", "weld", "copy-some")


@pytest.mark.parametrize("line", ["焊接需要10个人做2小时，", "Weld 2 hours, then paint the wall. "])
def test_twice_the_message_is_at_most_twice_the_grammar(line: str) -> None:
    message = "".join(f"{line}{number} " for number in range(40))
    # Longer numbers of the rules are the little more.
    assert len(copy_rules(message * 2)) < 2.2 * len(copy_rules(message))


def test_the_worst_message_has_at_most_two_rules_a_piece() -> None:
    message = "ab" * 500 + "b" * 1000
    chinese = message.replace("a", "一").replace("b", "二")
    assert copy_rules(chinese).count("::=") <= 2 * len(chinese) + 2


@given(st.text(alphabet='ab"\\\n', max_size=8))
def test_a_literal_matches_itself_only(text: str) -> None:
    made = LLMatcher(BYTES, grammar_from("gbnf", f'root ::= "<" {literal(text)} ">"'))
    assert made.try_consume_tokens(list(f"<{text}>".encode())) == len(text) + 2
    assert made.is_accepting()
