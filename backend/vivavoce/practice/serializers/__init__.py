"""How attempts, cards, reviews and sessions look to programs."""
