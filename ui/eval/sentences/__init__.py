"""What may truly be said of a certificate: every sentence of the catalogues that fits it, with the
numbers, names and times that belong into it, as patterns that a text must be made of. The words are
those of the catalogues; how a number, a duration and a moment is said in each language is written
down here once more, apart from `tools/telling/`.

    patterns.py   a message with its values as a pattern
    values.py     durations, moments, amounts, lists
    plans.py      two plans side by side, proofs, conflicts
    links.py      why one task starts when it does
    changes.py    changed conditions, and what was said differently
    answers.py    by kind of certificate
    agenda.py     what is planned, who is free
    studies.py    and those of what would be
"""
