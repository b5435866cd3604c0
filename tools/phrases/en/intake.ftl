# What was guessed and left out when a file or a pasted text was read
intake-columns = I took { $columns }.
intake-column = “{ $name }” as “{ $column }”{ $unit ->
    [h] { " " }(numbers are hours)
    [d] { " " }(numbers are days of 8 hours)
   *[none] { "" }
}
intake-left-columns = Not read: { $names }.
intake-left-cells = { $count ->
    [one] A cell under no heading was not read: { $names }. If it belongs to the cell before it, put both in quotes.
   *[other] { $count } cells under no heading were not read, such as { $names }. If they belong to the cells before them, put those in quotes.
}
intake-left-plan = Not read in the sheet of the plan: { $names }.
intake-left-rows = Not taken for tasks: { $names }.
intake-hidden-sheets = Hidden sheets were left out: { $names }.
intake-other-sheets = Sheets that say nothing of the plan were left out: { $names }.
intake-sheets = { $count ->
    [one] The tasks were read from the sheet { $names }.
   *[other] The tasks were read from the sheets { $names }.
}
intake-hidden-rows = { $count ->
    [one] One hidden row was left out.
   *[other] { $count } hidden rows were left out.
}
intake-merged = { $count ->
    [one] A merged block of cells counts for each of its rows.
   *[other] { $count } merged blocks of cells count for each of their rows.
}
intake-uncomputed = { $count ->
    [one] The formula in { $names } has no value yet, so the cell is empty to me; open the file in a spreadsheet program, and save it there.
   *[other] { $count } formulas have no value yet, such as those in { $names }, so the cells are empty to me; open the file in a spreadsheet program, and save it there.
}
intake-blank-pages = { $count ->
    [one] One page is a picture without text and was left out.
   *[other] { $count } pages are pictures without text and were left out.
}
intake-late-pages = The last { $count } pages were left out.
intake-quoted = Earlier messages quoted in the e-mail were left out.
intake-orders = Not taken for work, as it speaks to an assistant and not of what is to be done: { $names }.
intake-coded = Not read, as it is in some code and no words: { $names }.
intake-attached = The plan stands in the attachment { $names }.
intake-other-tables = { $count ->
    [one] Another table with other columns was left out.
   *[other] { $count } other tables with other columns were left out.
}
intake-start = Nothing says when the plan starts, so it starts at { $text }.
intake-undated = No date is known yet for { $names }, so none counts there.
intake-beside = What is written beside the table was read only for how many people there are.
intake-unread = Not counted in, as I saw no task that it belongs to: { $names }{ $count ->
    [0] .
    [one] , and one more part.
   *[other] , and { $count } more parts.
  } If it matters, say it once more in a sentence that names the task.
intake-announced = You speak of { $count } tasks, and I found { $text }. If one is missing, add it, for example: “add the cleaning, 30 minutes”; if one is too many, say which to drop.
intake-replaced = This is a new plan; the one before, with { $count } tasks, is put aside. “undo” brings it back. To add to it instead, say for example “add the cleaning, 30 minutes”.
intake-beside-plan = What is written beside the plan was not read.
page-column-who = Needs
page-column-people = People
file-no-table = { $file } holds no table of tasks: a row with headings such as task, duration, people, and a row for each task below it. To read tasks out of its text, paste the text into the chat, or use whyflow parse.
file-task-twice = “{ $task }” stands on the sheets “{ $one }” and “{ $other }”. Give one of them another name; or, if only one sheet counts, call that sheet “tasks”.
file-two-totals = The headings “{ $one }” and “{ $other }” say different numbers of people. Write the same number in both, or in one only.
file-many-plans = Each of these files holds a plan: { $files }. A conversation has one plan at a time, so please bring one of them.
file-encrypted = { $file } has a password. Save it without one.
file-scanned = { $file } holds pictures of { $count ->
    [one] one page
   *[other] { $count } pages
} and no text, as a scanner makes them. Run a text recognition over it first, or type the tasks in.
file-empty = { $file } holds no text.
