"""`python -m ui.eval.replies`: writes the vectors of the built-in examples again, after a change of
`tools/replies/examples/*.txt` or of the embedding model. A minute."""

import numpy as np

from agent.settings import Settings
from tools.replies.examples import VECTORS, built_in
from ui import parts


def main() -> None:
    texts = list(dict.fromkeys(text for text, _ in built_in()))
    vectors = parts.embedder(Settings.read()).queries(texts)
    np.savez_compressed(VECTORS, texts=np.array(texts), vectors=vectors.astype(np.float16))


if __name__ == "__main__":
    main()
