"""The language model's part: it chooses a tool and its few arguments; code does the rest."""
