# `whyflow backup` 与 `whyflow restore`（ui/backup.py）。
backup-done = { $file } 包含 { $names }。其中有用户写下的内容，请像保护这台机器一样妥善保管。
backup-nothing = { $folder } 中还没有可备份的内容。
backup-exists = { $file } 已经存在；请指定一个新文件。
backup-file = 无法写入 { $file }：{ $why }。
backup-damaged = { $file } 不是 Whyflow 的备份，或已损坏（{ $why }）。没有做任何改动。
backup-newer = { $file } 由更新版本的 Whyflow 生成（{ $name } 的版本高于当前程序）。请安装该版本后再恢复。没有做任何改动。
restore-done = 已恢复到 { $folder }：{ $names }。如果服务正在运行，请重新启动，以便重新读取全部内容。
