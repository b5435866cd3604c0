# What whyflow eval tools and whyflow eval injection measure
eval-row-tools = public tool-calling cases,
eval-row-injection = messages with hidden instructions,
eval-row-lookalike = harmless look-alikes,
eval-needs-chat = “tools” measures the language model: add --chat or --llm.
eval-needs-data = “{ $what }” is measured on public data: say in which folder that is, with --data.
eval-row-effort-seconds-median = seconds, median,
eval-row-effort-seconds-slow = seconds, 95th percentile,
eval-row-effort-tokens-median = tokens read and written by the language model, median,
eval-row-effort-tokens-slow = tokens read and written by the language model, 95th percentile,
