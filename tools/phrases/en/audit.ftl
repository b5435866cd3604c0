# The audit log and `whyflow audit` (agent/audit.py, ui/commands/audit.py).
audit-broken = The audit log was changed at entry { $number } or right before it; from there on it proves nothing.
audit-replaced = Entry { $number } of the audit log is another entry than the one you know, so the log was replaced.
audit-short = The audit log ends at entry { $number }, but you know of entry { $known }: its end was cut off.
audit-known = { $value } is not what whyflow audit verify prints; it prints a number, a colon and 64 digits.
audit-verified = { $count ->
    [0] The audit log is empty.
    [one] The audit log has one entry, and it is intact.
   *[other] The audit log has { $count } entries, and they are intact.
}
audit-mark = Write this down elsewhere, and give it to --known next time: { $mark }
audit-exported = { $count ->
    [one] One entry was written to { $file }.
   *[other] { $count } entries were written to { $file }.
}
audit-file = { $file } cannot be written ({ $why }); name a file that is not there yet.
audit-title = Audit log
audit-find = Find in who, about and with
audit-any = any
audit-from = from day
audit-until = to day
audit-csv = { $count ->
    [one] Download as CSV (one entry)
   *[other] Download as CSV ({ $count } entries)
}
audit-number = number
audit-hash = hash
audit-moment = when ({ $zone })
audit-person = who
audit-event = what
audit-subject = about
audit-detail = with
audit-did-asked = asked
audit-did-called = tool called
audit-did-answered = answered
audit-did-plan-edited = plan changed
audit-did-plan-undone = change undone
audit-did-plan-accepted = other plan taken
audit-did-plan-improved = plan improved
audit-did-plan-redone = change done again
audit-did-conversation-shared = conversation shared
audit-did-conversation-deleted = conversation deleted
audit-did-documents-added = documents added
audit-did-document-retired = document retired
audit-did-document-erased = document erased
audit-did-template-saved = reply template saved
audit-did-template-retired = reply template retired
audit-did-template-restored = reply template brought back
audit-did-template-erased = reply template erased
audit-did-templates-imported = reply templates imported
audit-did-handover-given = handed over
audit-did-handover-taken = hand-over taken
audit-did-handover-returned = hand-over given back
audit-did-handover-closed = hand-over closed
audit-did-handover-erased = hand-over erased
audit-did-signed-in = signed in
audit-did-signed-out = signed out
audit-did-sign-in-failed = sign-in failed
audit-did-password-changed = password changed
audit-did-session-ended = session ended
audit-did-account-changed = account changed
audit-did-key-added = key made
audit-did-key-withdrawn = key withdrawn
audit-did-restored = backup restored
