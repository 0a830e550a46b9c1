"""openapi.yaml: how it is made from the resources, and how it is served."""
