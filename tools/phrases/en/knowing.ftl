# What an answer from the knowledge base says beside the quotation (tools/search.py), and the page of
# the knowledge base (ui/knowing/).
found-then = “{ $title }” [1] as it was on { $day } (version { $version }). It held until { $until } and does not apply any more:
found-then-still = “{ $title }” [1] as it was on { $day }; it still holds (version { $version }):
found-disagree = ⚠ Two sources do not say the same. Ask who is responsible which one is right:
found-side = “{ $text }” ({ $title }, { $since })
found-since = since { $day }
found-since-ever = without a date
