"""Practice: attempts, the memory of questions, sessions, the way to a date, today."""
