"""The page of reply templates: which there are, how they do, and what becomes of them."""
