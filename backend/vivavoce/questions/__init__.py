"""The bank: categories, topics, qualities, roles, steps, questions and their example answers."""
