"""Personal data in what people write: where it stands and of what kind it is (`finding.py`), with
how names (`names.py`) and phones (`phones.py`) are written. It hides nothing and remembers
nothing."""
