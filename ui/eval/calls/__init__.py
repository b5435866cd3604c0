"""Functions and questions to practise calling on (`README.md`)."""
