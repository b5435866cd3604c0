# 语言模型无法使用（agent/llm.py）。
weights-missing = 找不到文件 { $file }。请把 WHYFLOW_LLM 设为 embedded:/路径/文件.gguf，或设为 embedded 使用内置模型。
memory-short = { $file } 需要 { $needed } GB 内存，现在只有 { $free } GB 可用。请关闭其他程序，或使用较小的模型：WHYFLOW_LLM=embedded:0.5b。
memory-short-even-small = { $file } 需要 { $needed } GB 内存，现在只有 { $free } GB 可用。请关闭其他程序，或使用另一台机器上的语言模型：WHYFLOW_LLM=openai:<地址>#<名称>。
llm-not-loaded = 语言模型 { $name } 无法加载：{ $why }。请检查 WHYFLOW_LLM。
llm-message-too-long = 您的消息对语言模型来说太长。请分几次发送，或上传任务表格。
