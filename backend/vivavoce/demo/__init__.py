"""One believable small world with dates relative to today."""
