"""What a message wants, of all that can be wanted.

labels.py      what can be wanted
signs.py       what counts of a message when that is told
words.py       a linear model over its letters, words and cues
network.py     the layers of a sentence encoder that have learned to tell the labels apart
classifier.py  that network with its weights
weighing.py    both together -> how likely each label is

`ui/eval/kinds/` trains them.
"""
