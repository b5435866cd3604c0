"""Files, documents and pasted text -> tables of tasks, read by code alone, and the words that are
left for a language model. Whatever was guessed or left out is noted, so that it can be said.

    taken.py      what was taken from an input, and the notes
    grids.py      tables in a text: pasted from a spreadsheet, Markdown, CSV
    cards.py      tasks of which each line says one thing: “Time: 40 min”
    columns.py    what the columns of a table of tasks mean, and their cells made plain
    sheets.py     tables -> Problem
    workbook.py   XLSX
    documents.py  DOCX and PDF
    orders.py     what speaks to an assistant and not of work
    coded.py      what is no words: hexadecimal, base64, escapes
    mail.py       e-mails without what nobody wrote for us: headers, quotes, signatures
    plain.py      bytes -> text, and JSON
    inputs.py     which of these an input needs
"""
