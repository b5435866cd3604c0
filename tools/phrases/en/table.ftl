# What is wrong with a table
column-misspelt = “{ $column }” is no heading that I know, and what stands under it would be lost. If you mean “{ $near }”, write it so; if not, take the column away or call it something else.
