"""By what attempts, cards and reviews can be filtered."""
