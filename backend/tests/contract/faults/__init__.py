"""Faults of a service, planted one by one: the tests that hold the contract notice each."""
