"""What Whyflow can read and cite: documents in, passages out. It knows no tasks, agent or page."""
