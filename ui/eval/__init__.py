"""Measures what the program says against judges that share no code with it."""
