"""What `whyflow eval masking` counts."""

import json

import pytest

from agent.settings import Settings
from tools.personal.finding import _checked_id, _luhn
from tools.phrases import SayableError
from ui.eval import Asked
from ui.eval.masking import measure, ours


def asked(folder) -> Asked:
    return Asked(folder, Settings.read(), 1.0, False, lambda *_: None)


def test_our_own_sentences_are_200_and_their_numbers_are_well_made():
    sentences = list(ours())
    assert len(sentences) == len({sentence.text for sentence in sentences}) == 200
    for sentence in sentences:
        assert "[" not in sentence.text
        for start, end, kind in sentence.spans:
            number = "".join(filter(str.isalnum, sentence.text[start:end]))
            assert kind != "ID" or _checked_id(number)
            assert kind != "CARD" or _luhn(number)


def test_recall_counts_what_is_hidden_whole_and_what_is_hidden_for_nothing(tmp_path):
    text = "Mail ann@example.com, call Bob at 415-555-0132 or 020 7946 0958."
    spans = [("EMAIL_ADDRESS", 5, 20), ("PERSON", 27, 30), ("PHONE_NUMBER", 34, 46)]
    case = {
        "full_text": text,
        "spans": [
            {"entity_type": kind, "start_position": start, "end_position": end}
            for kind, start, end in spans
        ],
    }
    (tmp_path / "presidio_synth").mkdir()
    (tmp_path / "presidio_synth" / "synth_dataset_v2.json").write_text(json.dumps([case]))
    rows = {row.name: row for row in measure(asked(tmp_path)) if row.name.endswith("en")}
    assert [(rows[f"masked: {kind} en"].right) for kind in ("EMAIL", "PHONE", "NAME")] == [1, 1, 0]
    assert rows["masked: NAME en"].reach is None
    assert (rows["masked-needless: en"].right, rows["masked-needless: en"].total) == (1, 3)


def test_missing_data_are_named(tmp_path):
    with pytest.raises(SayableError, match="presidio_synth"):
        measure(asked(tmp_path))
