"""The page where staff answer customers: what to say, with its blanks; what to do, as tasks; in
which order, for tickets. What is said and planned is decided in `tools/`."""
