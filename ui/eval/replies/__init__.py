"""Cases for measuring replies, kept apart from the examples that Whyflow learns from."""
