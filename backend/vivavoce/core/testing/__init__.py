"""The testing kit: tests that a new resource inherits, and a client that holds every reply against openapi.yaml."""

import pytest

pytest.register_assert_rewrite("vivavoce.core.testing.contract")
