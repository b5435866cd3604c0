# The way between the pages of the site.

page-nav = Pages
page-nav-desk = Chat and plan
