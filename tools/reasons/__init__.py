"""The facts behind explanations, as data: every number that an answer may state. No sentences.

records.py   what an explanation holds: links, moves, comparisons
chain.py     what a task waited for, link by link back to the start
compare.py   two plans side by side, and by how much they differ
"""
