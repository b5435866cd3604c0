# Replies to customers: templates, drafts, hand-over (tools/draft.py, tools/replies/, ui/replying/).
handover-head = **Handed over** to { $owner }:
handover-nobody = nobody yet; please choose a colleague
handover-reason = - Why: { $reason }
handover-summary = - What it is about: { $summary }
handover-urgency = - Urgency: { $urgency }
handover-questions = - Still open:
handover-outside = this is not among the things we have replies or procedures for
handover-unclear = the message may mean more than one thing
handover-no-template = no reply template fits
handover-unsupported = no procedure says what to answer
handover-contradiction = our procedures say two different things
handover-risk = somebody may come to harm
urgency-low = low
urgency-normal = normal
urgency-high = high
urgency-now = at once

knowledge-slot-open = { $file }, line { $line }, character { $column }: “{ $piece }” opens a slot that is never closed; write it like { $right }.
knowledge-slot-close = { $file }, line { $line }, character { $column }: “{ $piece }” closes a slot that was never opened; write it like { $right }.
knowledge-slot-name = { $file }, line { $line }, character { $column }: “{ $piece }” is no name of a slot; write letters, digits and _ , like { $right }.
knowledge-slot-kind = { $file }, line { $line }, character { $column }: “{ $piece }” is no kind of slot; the kinds are { $known }.
knowledge-no-reply-text = { $file } has no text to send; put it under a heading “Reply”.
knowledge-no-template = There is no reply template called { $id }, or you may not see it.
knowledge-template-changed = { $by } has saved version { $version } of “{ $title }” since you opened it; look at it, then save again.

draft-open = The reply still has open blanks: { $slots }. Fill them in first.
draft-value = “{ $value }” cannot stand for { $slot }: no brackets, at most 500 characters, and a figure where an amount or number belongs.
