# The list of conversations (agent/chats.py, ui/page/shelf.py).
chat-unknown = There is no such conversation, or it is not shared with you.
chat-shared = “{ $title }” is shared with you to read. Only its owner can go on with it; start a new conversation to ask something yourself.
chat-no-title = A conversation needs a title of at least one letter.
chat-team = You can share with your own teams only, and you are not in “{ $team }”.

## Chat
page-status-waiting = { $place ->
    [one] One message is answered before yours …
   *[other] { $place } messages are answered before yours …
}
page-full = Very many messages are being answered just now. Yours is kept here; please send it again in a minute.
page-again = Try again
page-mend = Change last message
page-mending = You are changing your last message. Sending it replaces the message and its answer, and takes back what it changed of the plan.
page-leave = Leave it as it was
page-halt = Stop
page-only-reading = “{ $title }” is shared with you to read. To ask or plan something yourself, begin a new conversation.
page-only-reading-of = “{ $title }” is a conversation of { $owner }, shared with you to read. To ask or plan something yourself, begin a new conversation.

## What could be asked next
suggest-helps = What helps most?
suggest-overall = Why does the whole plan take so long?
suggest-more = What if we had { $count } people?
suggest-tasks = Create the tasks for this case
suggest-source = What does “{ $title }” say?

## The list of conversations
shelf-open = Conversations
shelf-search = Search conversations
shelf-list = Your conversations
shelf-none = No conversation yet. What you write appears here.
shelf-nothing = No conversation has these words.
shelf-shared = { $title } · { $when } · shared
shelf-line = { $title } · { $when }
shelf-title = Title
shelf-rename = Rename
shelf-share = Who else may read it
shelf-everyone = Everyone in the house
shelf-address = Link to this conversation
shelf-forget = Delete
shelf-forget-sure = Really delete? It cannot be undone.
shelf-untitled = Plan of { $count ->
    [one] one task
   *[other] { $count } tasks
}: { $first }

## Downloads
export-choose = Download …
export-talk = Conversation (Markdown)
export-xlsx = Plan and tables (Excel)
export-csv = Plan (CSV)
export-ics = Plan (calendar, ICS)
export-png = Chart (PNG)
export-json = Problem and plan (JSON)
export-nothing = There is no plan to download yet.
export-no-start = A calendar needs dates. Give the plan a start under “Calendars and working time”.
export-sheet = schedule
export-user = You
export-whyflow = Whyflow
export-start = Start
export-end = End
export-who = Who and what
page-prose = The text of { $file } is in the box. Send it to have its tasks read, or shorten it first.

## The example of a first visit
example-look = Look at an example
example-calls = Call back five customers
example-parcels = Open the returned parcels
example-refunds = Pay refunds
example-stock = Count the stock
example-shelves = Fill the shelves
example-report = Write the daily report
example-scanner = scanner
