# `whyflow eval parse` 和 `whyflow eval asynchow` 测的内容。
eval-row-parse-tasks = 工作描述：找到的任务，F1，
eval-row-parse-links = 工作描述：先后关系，F1，
eval-row-parse-fields = 工作描述：找到的任务的时长、人数和优先级，
eval-row-parse-exact = 工作描述：整个问题完全正确，
eval-row-parse-invented = 工作描述：文中没有、也没有标明是假设的数字，
eval-row-asynchow = AsyncHow：最短总时间完全正确
