# What an answer from the knowledge base says beside the quotation (tools/search.py), and the page of
# the knowledge base (ui/knowing/).
found-then = “{ $title }” [1] as it was on { $day } (version { $version }). It held until { $until } and does not apply any more:
found-then-still = “{ $title }” [1] as it was on { $day }; it still holds (version { $version }):
found-disagree = ⚠ { $count ->
    [2] Two
   *[other] { $count }
} sources do not say the same. Ask who is responsible which one is right:
found-side = “{ $text }” ({ $title }, { $since })
found-since = since { $day }
found-since-ever = without a date
eval-row-retrieval-own = own hard paraphrases, kept, recall@5,
eval-row-retrieval-off = off-topic questions recognised as such, kept
eval-row-retrieval-refused = real questions wrongly refused, kept
eval-row-retrieval-brier = Brier score of “something fits” (0 is best)
eval-row-retrieval-bin = answered, of those said to be so with a probability of
eval-row-retrieval-xquad = xquad_zh_en, nDCG@10,
eval-row-retrieval-bank = tau3_banking_kb, recall@10 from the whole request,
eval-row-retrieval-seconds = search with the audience filter, 95th percentile, passages:
eval-row-retrieval-indexing = indexing, times as fast as plain sentence-transformers;
page-nav-knowledge = Knowledge
knowing-title = Knowledge base
knowing-list = Documents
knowing-column-title = Title
knowing-column-kind = Kind
knowing-column-language = Language
knowing-column-version = Version
knowing-column-holds = Holds
knowing-column-audience = Visible to
knowing-column-owner = Owner
knowing-column-source = Source
knowing-column-since = Holds from
knowing-column-until = Holds until
knowing-kind-procedure = procedure
knowing-kind-reply = reply
knowing-kind-document = document
knowing-language-en = English
knowing-language-zh = Chinese
knowing-everyone = everyone
knowing-days-now = now{ $span }
knowing-days-past = no longer{ $span }
knowing-days-later = not yet{ $span }
knowing-days-since = {" "}(from { $since })
knowing-days-until = {" "}(to { $until })
knowing-days-between = {" "}({ $since } to { $until })
knowing-never = never (replaced on the day it came)
knowing-version = version { $version }, { $passages ->
    [one] 1 passage
   *[other] { $passages } passages
}
knowing-choose = Choose a document to read it, with its versions.
knowing-retire = Retire from today
knowing-forget = Erase with all versions
knowing-sure = I am sure
knowing-be-sure = Erasing cannot be undone, not even for questions about the past. Tick “I am sure” first.
knowing-retired = { $count ->
    [one] 1 passage retired; it
   *[other] { $count } passages retired; they
} will only be found when the past is asked about.
knowing-forgotten = { $count ->
    [one] 1 passage
   *[other] { $count } passages
} erased.
knowing-files = Files to add
knowing-day = e.g. 2026-05-31
knowing-reading = Reading the files …
knowing-add = Add to the knowledge base
knowing-no-files = Choose a file first.
knowing-form = The form
knowing-test = Why is something found?
knowing-question = A question, as somebody would ask it
knowing-look = Look
knowing-on = On the day
knowing-as = As seen by the teams
knowing-team-add = You can add for your own teams and for everyone only, and you are not in “{ $team }”.
knowing-team = You can look as your own teams only, and you are not in “{ $team }”.
knowing-found = Found
knowing-head-rank = #
knowing-head-passage = Where
knowing-head-text = Passage
knowing-head-score = Score
knowing-head-near = Meaning
knowing-head-lexical = Words
knowing-head-things = Things
knowing-head-cosine = Cosine
knowing-signals = Score = meaning + { $words } × words + { $things } × things, + { $bonus } in the asker's language. Meaning: how near the vectors are after what all have in common was taken away. Words: share of the question's words, weighted by how rare they are. Things: the same for what the question speaks of, in whichever words and language, as far as our glossary knows. Cosine: how near the vectors are as they come.
knowing-fits = Something fits (probability { $percent }).
knowing-fits-not = Nothing fits (probability that something does: { $percent }); in the chat, nothing would be cited.
