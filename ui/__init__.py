"""The web page and the command line. Nothing below knows that they exist."""
