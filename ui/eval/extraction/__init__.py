"""Teaching the network that reads tasks out of prose (`tools/extraction/`).

lessons.py   a work order with what it means -> what the network should say of it
training.py  `python -m ui.eval.extraction.training`: all lessons -> weights
"""
