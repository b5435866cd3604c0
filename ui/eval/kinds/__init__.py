"""What teaches the program to tell what a message wants.

README.md    the model card
examples.py  what is learned from
words.py     the linear model over letters, words and cues
network.py   the network

They read `questions/dev.*`, `questions/practice/*`, `orders/practice/*` and the work orders of
`orders/*.dev.*`; `orders/routes.*` and everything marked test is never opened.
"""
