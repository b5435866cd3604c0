# Rows of `whyflow bench app`.
eval-row-load-first-word = first word, 95th percentile, people at once:
eval-row-load-failed = turns that failed
eval-row-load-memory = memory at the end over that at the beginning, minutes:
eval-row-load-outside = other machines contacted
eval-row-load-requests = health and search pages, 95th percentile,
eval-row-load-requests-failed = of these not answered
eval-row-load-lost = what was acknowledged and lost, kills and messages:
eval-row-load-audit = audit logs that do not prove themselves
eval-row-load-nonsense = malformed requests and files that were answered with an error of the server or its insides, of
eval-row-load-unexpected = errors in the log that nobody expected
eval-row-load-nonsense-lost = lost meanwhile
bench-data-missing = Name the folder with the public instances: --data FOLDER.
bench-row = There is no row "{ $row }"; choose from { $known }.
