# `whyflow backup` and `whyflow restore` (ui/backup.py).
backup-done = { $file } holds { $names }. It holds what people wrote: keep it as safe as the machine itself.
backup-nothing = There is nothing to keep in { $folder } yet.
backup-exists = { $file } is there already; name a new file.
backup-file = { $file } cannot be written: { $why }.
backup-damaged = { $file } is not a backup of Whyflow, or it is damaged ({ $why }). Nothing was changed.
backup-newer = { $file } was made by a newer Whyflow ({ $name } is newer than what this one knows). Install that version, and restore it there. Nothing was changed.
restore-done = Put back into { $folder }: { $names }. If a server is running, start it again, so that it reads everything anew.
