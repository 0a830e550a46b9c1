"""People, sign-in, tokens."""
