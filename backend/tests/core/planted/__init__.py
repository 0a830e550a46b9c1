"""A tiny app that only the tests install: a good resource, and the same resource with one fault each."""
