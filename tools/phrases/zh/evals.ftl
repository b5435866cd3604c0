# whyflow eval tools 和 whyflow eval injection 测量什么
eval-row-tools = 公开的工具调用题，
eval-row-injection = 藏有指令的消息，
eval-row-lookalike = 看似可疑的普通消息，
eval-needs-chat = “tools”测的是语言模型，请加上 --chat。
