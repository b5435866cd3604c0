# whyflow eval tools 和 whyflow eval injection 测量什么
eval-row-tools = 公开的工具调用题，
eval-row-injection = 藏有指令的消息，
eval-row-lookalike = 看似可疑的普通消息，
eval-needs-chat = “tools”测的是语言模型，请加上 --chat 或 --llm。
eval-needs-data = “{ $what }”要用公开数据来测，请用 --data 指明所在的文件夹。
eval-row-effort-seconds-median = 用时，中位数，
eval-row-effort-seconds-slow = 用时，第 95 百分位，
eval-row-effort-tokens-median = 语言模型读写的词元数，中位数，
eval-row-effort-tokens-slow = 语言模型读写的词元数，第 95 百分位，
