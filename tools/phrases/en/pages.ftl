# The way between the pages of the site.

page-nav = Pages
page-nav-desk = Chat and plan
page-offline = Whyflow does not answer. What you see stays here; as soon as it answers again, you can go on.
page-anew = Whyflow was started anew while this page was open.
page-anew-load = Load the page again
page-ended = Your session has ended. What you are writing stays.
page-ended-enter = Sign in again
page-copy = Copy message
page-copied = Copied
page-table-actions = Table actions
page-scroll = Scroll to the latest message
page-filter = Filter...
page-filter-hint = Type here to see only the rows that hold it
page-cell-menu = Cell menu
page-row-add = Add a row
page-row-above = Add a row above
page-row-below = Add a row below
page-row-delete = Delete this row
page-file-remove = Remove this file from the list
page-upload-large = { $files }: larger than { $limit }, the most that can be uploaded. Split it, or leave out what is not needed.
page-upload-strange = { $files } cannot be uploaded here. What can be: { $kinds }.
page-close = Close this
page-dark = Dark
page-light = Light
