# What whyflow eval tools and whyflow eval injection measure
eval-row-tools = public tool-calling cases,
eval-row-injection = messages with hidden instructions,
eval-row-lookalike = harmless look-alikes,
eval-needs-chat = “tools” measures the language model: add --chat.
