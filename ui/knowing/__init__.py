"""The page of the knowledge base: what is in it, what comes in and goes out, why something is
found."""
