# The page of reply templates (ui/templating/).
page-nav-templates = Reply templates
templates-title = Reply templates
templates-words = Words in it
templates-list = Templates
templates-any = any
templates-also-retired = Also retired ones
templates-column-title = Title
templates-column-intent = Customer wants
templates-column-language = Language
templates-column-field = Industry
templates-column-whose = Offered to
templates-column-state = State
templates-column-sent = Sent
templates-column-kept = Kept
templates-column-saved = Last saved
templates-column-id = Name
templates-column-order = Order
templates-order-title = by title
templates-order-sent = most sent first
templates-order-kept = best kept first
templates-order-saved = last saved first
templates-more = Showing the first { $shown } of { $count }; search to see others.
templates-one-person = one person
templates-built-in = came with Whyflow
templates-by = { $by }, { $moment }
templates-personal = ⚠ personal data
templates-offered = offered
templates-later = not before { $day }
templates-over = over since { $day }
templates-retired = retired
templates-retired-by = retired by { $by }, { $moment }
templates-version = version { $version }
templates-cues = What customers write who need it:
templates-whose = Offered to: { $whose }.
templates-used = Sent { $sent ->
    [one] once
   *[other] { $sent } times
}, rejected { $rejected ->
    [one] once
   *[other] { $rejected } times
}; on average { $kept } of its text was kept.
templates-unused = Nobody has sent or rejected it yet.
templates-choose = Choose a template to read it, with its versions.
templates-edit = Save a new version
templates-formal = The same, formal; may be empty
templates-brief = The same, brief; may be empty
templates-cues-lines = What customers write who need it, one on each line
templates-checks-lines = What to look at before it is sent, one on each line
templates-save = Save as new version
templates-retire = Retire
templates-restore = Bring back
templates-forget = Erase what was saved
templates-be-sure = Erasing cannot be undone. Tick “I am sure” first.
templates-now-retired = “{ $title }” is retired: nobody is offered it. Its versions stay.
templates-now-back = “{ $title }” is offered again.
templates-bring-back-first = “{ $title }” is retired. Bring it back before you change it.
templates-forgotten = { $count ->
    [one] 1 version
   *[other] { $count } versions
} erased.
templates-house = Import templates
templates-house-how = A Markdown file is one template; a CSV file has a template in each row. Blanks stand in braces. A template of the same name becomes its next version.
templates-take = Import
templates-taken = { $count ->
    [one] One template was taken in.
   *[other] { $count } templates were taken in.
}
templates-skipped = Not taken in:
templates-not-allowed = Only managers may import templates.
field-manufacturing = manufacturing
field-finance = finance
field-healthcare = healthcare
field-retail = retail
field-public = public services

# Personal data in what somebody brings (ui/personal.py).
personal-found = This looks like personal data of a customer, so nothing with it was kept. Take it out, or tick “It may stay” and try again.
personal-item = { $kind }: “{ $quote }” ({ $place })
personal-more = and { $count } more
personal-stays = It may stay
personal-kind-email = e-mail address
personal-kind-id = ID number
personal-kind-card = card number
personal-kind-account = account number
personal-kind-phone = phone number
personal-kind-name = name
personal-flag = To add these files with what was found, say --personal-data-may-stay.
knowledge-reply-template = { $file } is a reply to customers: import it under “Reply templates”, so that its blanks are filled; or call it a document.
knowledge-personal = { $file } was not added: it seems to hold personal data of a customer. Take it out, or say that it may stay.
