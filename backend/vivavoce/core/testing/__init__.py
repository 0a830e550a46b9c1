"""The testing kit: tests that a new resource inherits, and a client that holds every reply against openapi.yaml."""
