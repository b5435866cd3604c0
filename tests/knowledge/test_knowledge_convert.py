"""A tiny e5 file, made by hand as knowledge/e5file.py describes it, becomes a model folder."""

import struct
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from knowledge.convert import convert
from knowledge.passage import KnowledgeError

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁a", "b", "退", "<mask>"]
HIDDEN, WIDE = 32, 64


def tokenizer() -> bytes:
    blob = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)])
    scores = np.zeros(len(PIECES), "<f4")
    head = struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
    return head + ends.astype("<u4").tobytes() + scores.tobytes() + blob + struct.pack("<iI", 0, 0)


def tensors() -> dict[str, np.ndarray]:
    square, line = (HIDDEN, HIDDEN), (HIDDEN,)
    shapes = {
        "emb.word": (len(PIECES), HIDDEN),
        "emb.pos": (16, HIDDEN),
        "emb.type": (2, HIDDEN),
        "emb.ln.w": line,
        "emb.ln.b": line,
        **{f"l0.{name}.{part}": line for name in ("aln", "oln") for part in "wb"},
        **{f"l0.{name}.w": square for name in ("q", "k", "v", "ao")},
        **{f"l0.{name}.b": line for name in ("q", "k", "v", "ao", "fo")},
        "l0.fi.w": (WIDE, HIDDEN),
        "l0.fi.b": (WIDE,),
        "l0.fo.w": (HIDDEN, WIDE),
    }
    random = np.random.default_rng(0)
    return {name: random.normal(size=shape).astype("<f4") for name, shape in shapes.items()}


def e5(made: dict[str, np.ndarray]) -> bytes:
    """The file, all tensors as floats but l0.q.w, which is one 4-bit block repeated."""
    sizes = struct.pack("<7if", HIDDEN, 1, 4, WIDE, len(PIECES), 16, 2, 1e-5)
    block = struct.pack("<e", 0.5) + bytes([0x9F] * 16)  # low nibble 15, high nibble 9
    bodies = {name: tensor.tobytes() for name, tensor in made.items()}
    bodies["l0.q.w"] = block * (HIDDEN * HIDDEN // 32)
    head = b"E5S1" + struct.pack("<I", 1) + sizes + struct.pack("<i", 32) + tokenizer()
    place = len(head) + 4 + sum(2 + len(name) + 21 for name in made)
    index = struct.pack("<i", len(made))
    for name, tensor in made.items():
        kind = 1 if name == "l0.q.w" else 0
        index += struct.pack("<H", len(name)) + name.encode()
        index += struct.pack("<BIQQ", kind, tensor.size, place, len(bodies[name]))
        place += len(bodies[name])
    return head + index + b"".join(bodies.values())


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "e5-small-q4.bin"
    path.write_bytes(e5(tensors()))
    return path


def test_the_folder_holds_the_weights_under_berts_names(tmp_path, source):
    convert(source, tmp_path / "e5")
    weights = load_file(tmp_path / "e5" / "model.safetensors")
    made = tensors()
    layer = "encoder.layer.0"
    np.testing.assert_array_equal(weights[f"{layer}.output.dense.weight"], made["l0.fo.w"])
    np.testing.assert_array_equal(weights[f"{layer}.intermediate.dense.weight"], made["l0.fi.w"])
    np.testing.assert_array_equal(weights["embeddings.LayerNorm.bias"], made["emb.ln.b"])
    query = weights[f"{layer}.attention.self.query.weight"].reshape(-1, 32)
    np.testing.assert_array_equal(query[0], [3.5] * 16 + [0.5] * 16)


def test_the_tokenizer_cuts_text_into_its_pieces(tmp_path, source):
    convert(source, tmp_path / "e5")
    tokenizer = Tokenizer.from_file(str(tmp_path / "e5" / "tokenizer.json"))
    assert tokenizer.encode("ab退").tokens == ["<s>", "▁a", "b", "退", "</s>"]


def test_nothing_but_the_folder_is_left_and_a_second_run_keeps_it(tmp_path, source):
    convert(source, tmp_path / "e5")
    (tmp_path / "e5" / "mark").touch()
    convert(source, tmp_path / "e5")
    assert {path.name for path in tmp_path.iterdir()} == {source.name, "e5"}
    assert (tmp_path / "e5" / "mark").exists()


@pytest.mark.parametrize("length", [0, 3, 10, 60, 200, 1000, -1])
def test_a_file_cut_short_is_refused_and_leaves_nothing(tmp_path, source, length):
    source.write_bytes(source.read_bytes()[:length])
    with pytest.raises(KnowledgeError, match=r"e5-small-q4\.bin is not an e5"):
        convert(source, tmp_path / "e5")
    assert [path.name for path in tmp_path.iterdir()] == [source.name]


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(KnowledgeError, match=r"gone\.bin cannot be opened"):
        convert(tmp_path / "gone.bin", tmp_path / "e5")
