"""By what kits and interviews can be filtered."""
