# Replies to customers: templates, drafts, hand-over (tools/draft.py, tools/replies/, ui/replying/).
handover-head = **A colleague should answer this**: { $owner }. You can hand it over under “Reply to customers”.
handover-nobody = nobody is named; please choose a colleague
handover-reason = - Why: { $reason }
handover-summary = - What it is about: { $summary }
handover-urgency = - Urgency: { $urgency }
handover-questions = - Still open:
handover-outside = this is not among the things we have replies or procedures for
handover-unclear = the message may mean more than one thing
handover-no-template = no reply template fits
handover-unsupported = no procedure says what to answer
handover-contradiction = our procedures say two different things
handover-asked = a person was asked for
handover-risk = somebody may come to harm
urgency-low = low
urgency-normal = normal
urgency-high = high
urgency-now = at once
handover-unknown = There is no hand-over { $number } that concerns you.
handover-to = Say to whom it is handed over: a team, a colleague’s name, or everyone.
handover-stranger = No colleague and no team is called “{ $name }”. You can hand it over to everyone, or to: { $known }.
handover-note = Say in at most { $most } characters what became of it.
handover-gone = { $stage ->
    [taken] { $name } has taken hand-over { $number } already.
    [done] Hand-over { $number } is done already.
   *[open] Nobody has taken hand-over { $number } yet; take it first.
}
handover-not-yours = { $name } has taken hand-over { $number }; only they or a manager can do this.
handover-not-erased = Only a manager, or whoever handed it over, can erase hand-over { $number }.
handed = Handed over
handed-open = Handed over ({ $count } open)
handed-show = Show
handed-stage-open = open ({ $count })
handed-stage-taken = taken ({ $count })
handed-stage-done = done ({ $count })
handed-listed = Hand-overs, the most urgent first
handed-line = { $number } · { $urgency } · { $summary } (for { $to })
handed-none = Nothing here that concerns you.
handed-take = Take it
handed-answer = Put it on the desk
handed-back = Give it back
handed-note = What became of it
handed-finish = Done
handed-erase = Erase
handed-sure = Really erase, with all that the customer wrote
handed-given = Handed over to { $to }; it is number { $number }.
handed-yours = Number { $number } is yours now.
handed-by = Handed over by { $name }, { $when }
handed-to = For: { $to }
handed-is-taken = Taken by { $name }, { $when }
handed-is-done = Done by { $name }, { $when }
handed-became = What became of it: { $note }
handed-somebody = somebody
replying-to = To whom

knowledge-slot-open = { $file }, line { $line }, character { $column }: “{ $piece }” opens a slot that is never closed; write it like { $right }.
knowledge-slot-close = { $file }, line { $line }, character { $column }: “{ $piece }” closes a slot that was never opened; write it like { $right }.
knowledge-slot-name = { $file }, line { $line }, character { $column }: “{ $piece }” is no name of a slot; write letters, digits and _ , like { $right }.
knowledge-slot-kind = { $file }, line { $line }, character { $column }: “{ $piece }” is no kind of slot; the kinds are { $known }.
knowledge-no-reply-text = { $file } has no text to send; put it under a heading “Reply”, or in a column of that name.
knowledge-no-template = There is no reply template called { $id }, or you may not see it.
knowledge-template-changed = { $by } has saved version { $version } of “{ $title }” since you opened it; look at it, then save again.

draft-open = The reply still has open blanks: { $slots }. Fill them in first.
draft-value = “{ $value }” cannot stand for { $slot }: no brackets, at most 500 characters, and a figure where an amount or number belongs.

handover-which = Is it about { $one } or about { $other }?

intent-retail-refund-request = a refund
intent-retail-cancel-order = cancelling an order
intent-retail-late-delivery = a late delivery
intent-retail-damaged-parcel = a damaged parcel
intent-retail-wrong-item = a wrong item
intent-retail-exchange-return = an exchange or return
intent-retail-out-of-stock = a product out of stock
intent-retail-coupon-not-applied = a coupon that did not work
intent-finance-account-opening = opening an account
intent-finance-disputed-transaction = a disputed payment
intent-finance-fee-question = a fee
intent-finance-loan-status = the state of a loan
intent-finance-lost-card = a lost card
intent-finance-suspected-fraud = suspected fraud
intent-healthcare-appointment-booking = booking an appointment
intent-healthcare-appointment-reschedule = moving an appointment
intent-healthcare-emergency-redirect = an emergency
intent-healthcare-patient-complaint = a patient’s complaint
intent-healthcare-prescription-refill = a repeat prescription
intent-healthcare-test-results = test results
intent-manufacturing-certificate-request = certificates and test reports
intent-manufacturing-delivery-delay = a delivery of ours that is late
intent-manufacturing-order-change = changing an order
intent-manufacturing-quality-complaint = a complaint about quality
intent-manufacturing-quote-request = a quotation
intent-manufacturing-spare-parts = spare parts
intent-public-appeal-received = an appeal
intent-public-fine-payment = paying a fine
intent-public-lost-id-document = a lost identity document
intent-public-noise-complaint = noise
intent-public-opening-hours = opening hours
intent-public-permit-application = a permit

slot-customer-name = customer’s name
slot-agent-name = your name
slot-order-number = order number
slot-refund-amount = amount of the refund
slot-product-name = product
slot-case-number = case number
slot-appointment-time = time of the appointment
slot-branch-name = branch
slot-transaction-amount = amount of the payment
slot-transaction-date = day of the payment
slot-merchant-name = merchant
slot-fee-amount = amount of the fee
slot-fee-date = day of the fee
slot-fee-name = what the fee is called
slot-fee-reason = why it was charged
slot-avoid-tip = how to avoid it
slot-application-number = application number
slot-application-stage = stage of the application
slot-missing-documents = missing documents
slot-decision-date = day of the decision
slot-card-last-digits = last digits of the card
slot-reference-number = reference number
slot-account-description = which account
slot-department-name = department
slot-available-times = free times
slot-old-appointment-time = old time of the appointment
slot-hold-until = held until
slot-visit-date = day of the visit
slot-complaint-number = complaint number
slot-officer-name = officer in charge
slot-medicine-name = medicine
slot-doctor-name = doctor
slot-refill-ready-date = ready by
slot-pickup-place = where to collect it
slot-test-name = test
slot-result-status = state of the result
slot-callback-time = time to talk
slot-batch-number = batch number
slot-document-list = documents attached
slot-document-date = rest follows by
slot-delay-reason = reason for the delay
slot-new-ship-date = new day of shipping
slot-partial-quantity = pieces sent ahead
slot-change-details = what is to change
slot-reply-date = answer by
slot-engineer-name = engineer in charge
slot-quote-date = quotation by
slot-machine-model = machine
slot-part-number = part number
slot-stock-status = availability
slot-dispatch-date = day of dispatch
slot-decision-number = number of the decision
slot-appeal-deadline = last day to appeal
slot-fine-number = number of the fine
slot-fine-amount = amount of the fine
slot-due-date = to be paid by
slot-document-type = document
slot-office-name = office
slot-required-documents = papers to bring
slot-ready-date = ready by
slot-noise-location = where the noise is
slot-report-number = report number
slot-inspection-date = inspected by
slot-opening-hours = opening hours
slot-holiday-hours = hours on holidays
slot-quiet-time = quietest time
slot-permit-type = kind of permit
slot-case-status = state of the case
slot-order-status = state of the order
slot-coupon-code = coupon
slot-coupon-reason = why it did not work
slot-coupon-solution = what you offer
slot-return-deadline = return by
slot-return-number = return number
slot-parcel-location = where the parcel is
slot-new-delivery-date = new day of delivery
slot-restock-date = back in stock on
slot-alternative-product = what is similar
slot-ordered-item = what was ordered
slot-received-item = what came

draft-no-desk = Replies cannot be drafted here; open the page, or start the server.
draft-head = **Draft**, from the template “{ $title }”:
draft-head-quoted = **Draft**: no template fits; it quotes “{ $title }” word for word:
draft-sources = Filled in, with where it comes from:
draft-ask = Please give me these, and the reply is ready:
draft-ready = Every blank is filled; it can be sent.
draft-checks = Before sending:
draft-others = Other replies that may fit: { $titles }
source-message = from the message
source-ticket = from the ticket, field { $place }
source-procedure = from the procedure { $place }
source-document = word for word from “{ $place }”
source-person = you
source-own = what you always say
source-house = what is always said here
source-given = typed in
draft-no-template = No template fits.
draft-may-help = This in your documents may help: { $titles }
answer-head = Our documents say:
answer-contradicting = Our documents say different things. Please ask before you answer:
answer-open = Our documents do not answer this:
answer-source = [{ $number }] { $title }
answer-source-undated = [{ $number }] { $title }, without a date
answer-source-since = [{ $number }] { $title }, since { $since }
quoted-letter-warm =
    Dear { $customer },

    Thank you for your question. { $lead }

    { $sentences }

    { $close }

    Kind regards,
    { $agent }
quoted-letter-formal =
    Dear { $customer },

    We have received your question. { $lead }

    { $sentences }

    { $close }

    Yours sincerely,
    { $agent }
quoted-letter-brief =
    Hello { $customer },

    { $lead }

    { $sentences }

    { $agent }
quoted-lead = Our rules say:
quoted-lead-other = Our rules on this are written in Chinese. Word for word, they say:
quoted-line-other = “{ $sentence }” ({ $title })
quoted-close = If anything is unclear, please reply to this message.
quoted-close-other = If you would like this explained in English, please reply to this message.
quoted-check = The sentences are quoted word for word from documents of the house: see that the customer may read them and that they answer the question.
draft-check-rule = Your documents may say no to this: “{ $sentence }” See that the reply keeps to it.
quoted-check-meaning = The sentence is quoted word for word from a document of the house. It was found by its meaning and not by its words: see that it answers the question, and that the customer may read it.
quoted-check-open = The documents do not answer this; add it, or say that you will find out: { $questions }
quoted-check-teams = Not everybody may see this document; it is for: { $teams }
slot-sentence-1 = first sentence
slot-sentence-2 = second sentence
slot-sentence-3 = third sentence
slot-sentence = sentence { $number }
no-steps = “{ $title }” has no numbered steps, so there are no tasks in it.
no-procedure = No procedure is known for this, so there are no tasks to create.
work-from = { $count } tasks from the procedure “{ $title }” [1]:
work-due = Promised, and by when: { $tasks }.
tickets-none = There is no ticket in this table: the first row names the columns, each further one is a ticket.
tickets-no-columns = None of the columns { $found } says which ticket it is; name one “ticket” or “subject”.
tickets-bad-time = Ticket “{ $ticket }”: “{ $value }” in the column { $column } is no time; write 30 min or 2 h{ $column ->
    [due] , or when it is due: 17:00, Friday, 2026-12-01
   *[other] {""}
}.
tickets-bad-priority = Ticket “{ $ticket }”: “{ $value }” is no priority; write P1 to P4, high, normal, low, or a number.

reword-warm = Say this sentence of a letter to a customer in other words, warm and friendly. Add nothing, no numbers, no promises. Write one sentence.
reword-formal = Say this sentence of a letter to a customer in other words, formal and polite. Add nothing, no numbers, no promises. Write one sentence.
reword-brief = Say this sentence of a letter to a customer in fewer words. Add nothing, no numbers, no promises. Write one sentence.

eval-row-intent-agree = Chinese and English of a pair are taken for the same intent
eval-row-intent-right = right intent of our held-back messages
eval-row-intent-refused = held-back messages wrongly taken for none of our business
eval-row-intent-unclear = held-back messages called unclear
eval-row-intent-outside = off-topic messages recognised as such
eval-row-clinc-right = clinc150: right intent, in scope
eval-row-clinc-auroc = clinc150: out of scope told apart, AUROC
eval-row-reply-in-three = bitext: a template of the right intent among the first three
eval-row-reply-first = bitext: the first one of the right intent
eval-row-reply-slots = bitext: blanks filled from the message rightly, or rightly left open
eval-row-reply-open = bitext: finished replies with an open blank, and open ones that could be sent
eval-row-reply-facts = facts changed by hostile rephrasing, drafts x attacks
eval-row-reply-facts-llm = facts changed by the language model’s rephrasing, drafts

page-nav-replies = Reply to customers
replying-begin = Paste what the customer wrote and press “Suggest a reply”: the reply appears here, with the source of each value.
replying-message = What the customer wrote
replying-ticket = Fields of the ticket, one on each line
replying-ticket-example = e.g. order: 5531
replying-tone = Tone
replying-warm = warm
replying-formal = formal
replying-brief = brief
replying-language = Language
replying-as-asked = as the customer writes
replying-in-en = English
replying-in-zh = Chinese
replying-suggest = Suggest a reply
replying-starting = Whyflow is still starting. Your suggestion follows in a few seconds.
replying-empty = Paste what the customer wrote first.
replying-work = Create the tasks for this
replying-tasks = { $count } tasks from “{ $title }” are in your plan now; ask about them under “Chat and plan”.
replying-recognised = Understood.
replying-unclear = It is not quite clear what the customer wants; please look twice.
replying-outside = This is not among the things we have replies for.
replying-asks = The customer asks { $count } things. See that the reply answers each:
replying-asked-open = Nothing in your documents answers this.
replying-choices = Replies that may fit
replying-choice-quoted = Quoted from your documents: { $title }{ $open ->
    [0] {" "}- complete
    [one] {" "}- 1 blank
   *[other] {" "}- { $open } blanks
}
replying-quoted = No template fits; the reply quotes your documents. Open what it quotes from:
replying-choice = { $title } ({ $intent }, { $share }){ $open ->
    [0] {" "}- complete
    [one] {" "}- 1 blank
   *[other] {" "}- { $open } blanks
}
replying-always = Use these in all my replies from now on
replying-mine = What stands in my replies each time
replying-mine-how = These fill blanks in your replies and in nobody else’s. Tick what is to be forgotten.
replying-fixing = Correct what was filled in
replying-fix = Correct
replying-filled = { $slot } ({ $where })
replying-changes-gone = Your changes of the text are gone, because a blank is open again.
replying-saying = { $slot }: { $value }
replying-saying-in = { $slot }: { $value } ({ $where })
replying-forget = Forget
replying-fill = Fill in
replying-text = The reply; you may change it before it is sent
replying-own = Your own reply
replying-copy = Copy
replying-may-help = This in your documents may help:
replying-copied = Copied.
replying-copied-altered = Copied. No longer as the document has it: { $sentences }.
replying-use = Sent it
replying-reword = Say it in other words
replying-keep = Save as template
replying-reject = None fits
replying-accepted = Noted: sent as suggested.
replying-edited = Noted: sent with your changes.
replying-rejected = Noted: none of these fits.
replying-nothing = There is no reply here yet; let one be suggested first.
replying-title = What the template is called
replying-intent = What the customer wants, in a few words
replying-blank = What is kept
replying-cue = What customers write who need this
replying-look = Nothing of this customer should be left in what is kept: look at both texts before you save. Blanks stand in braces.
replying-for-you = It will be offered to you alone.
replying-for-teams = It will be offered to: { $teams }
replying-for-house = It will be offered to everybody.
replying-write = Write the reply first.
replying-not-yours = “{ $title }” is the whole house’s, so only managers change it. Your own wording can be a template of yours: change the reply and press “Save as template”.
replying-frozen = The sentences quoted from { $titles } stay in the template as they are now: change the template too when the document changes.
replying-until = { " " }It is offered until { $day }, the last day on which what is quoted holds.
replying-near = Nearly the same is there already: { $titles }
replying-save = Save
replying-saved = “{ $title }” is saved.
replying-edit = Change the template itself
replying-wording = Its text, with blanks like order_number in braces
replying-change = Save the template
replying-handover = Hand over
replying-reason = Why
replying-summary = What it is about
replying-owner = To whom
replying-urgency = Urgency
replying-ask = Still open
replying-tickets = In which order should tickets be answered?
replying-tickets-table = Tickets: paste the table with its first row
replying-tickets-example = ticket, subject, minutes, SLA, priority
replying-people = People who answer
replying-order = Find the order
replying-order-done = { $count ->
    [one] One ticket
   *[other] { $count } tickets
} in this order: { $goal ->
    [tardiness] as little later than promised as possible, then as little waiting, both weighted by priority
   *[waiting] as little waiting as possible, weighted by priority
}.
replying-order-open = Open this plan to ask why or to change it.
replying-plan-task = Task
replying-plan-who = Who
replying-plan-start = Begins
replying-plan-end = Done
replying-late = later than promised
