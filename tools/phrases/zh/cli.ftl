# 命令行与服务启动。
cli-no-file = 请给出计划文件（JSON、CSV 或 XLSX），或用 - 表示标准输入；--schema 可显示文件格式。
cli-serving = Whyflow 已在 { $url } 启动（按 Ctrl-C 停止）。
cli-port = Whyflow 无法使用 { $host }:{ $port }（{ $why }）。请停止占用该端口的程序，或用 WHYFLOW_PORT 换一个端口。
index-nothing = 没有可以加入的内容；可读取 Markdown、文本、CSV、JSONL、DOCX 和 PDF 文件。
