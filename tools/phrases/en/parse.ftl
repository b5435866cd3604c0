# What `whyflow eval parse` and `whyflow eval asynchow` measure.
eval-row-parse-tasks = work orders: tasks found, F1,
eval-row-parse-links = work orders: dependencies, F1,
eval-row-parse-fields = work orders: duration, people and priority of found tasks,
eval-row-parse-exact = work orders: the whole problem exactly right,
eval-row-parse-invented = work orders: numbers that are not in the text and not marked assumed,
eval-row-asynchow = AsyncHow: the shortest total time is exact
