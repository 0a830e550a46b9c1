"""Your own tests. They must pass with your solution, and fail with each of the five wrong versions."""

from bestsellers import best_sellers


def test_a_return_lowers_what_was_sold():
    lines = ["garden;hose;5", "garden;spade;4", "garden;hose;-2"]
    assert best_sellers(lines, top=1) == {"garden": [("spade", 4)]}
