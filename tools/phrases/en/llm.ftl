# The language model cannot be used (agent/llm.py).
weights-missing = There is no file { $file }. Set WHYFLOW_LLM to embedded:/path/to/file.gguf, or to embedded for the built-in model.
memory-short = { $file } needs { $needed } GB of memory and only { $free } GB are free. Close other programs, or use the smaller model: WHYFLOW_LLM=embedded:0.5b.
memory-short-even-small = { $file } needs { $needed } GB of memory and only { $free } GB are free. Close other programs, or use a language model on another machine: WHYFLOW_LLM=openai:<base URL>#<name>.
llm-not-loaded = The language model { $name } cannot be loaded: { $why }. Check WHYFLOW_LLM.
llm-message-too-long = Your message is too long for the language model. Send it in parts, or upload a table of tasks.
