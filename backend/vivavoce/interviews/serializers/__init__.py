"""How kits, interviews and retrospectives look to programs."""
