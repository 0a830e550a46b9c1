"""What a solution must do at least."""

from bestsellers import best_sellers, parse


def test_a_line_has_a_department_a_product_and_pieces():
    assert parse("Garden; hose 25 m ;2") == ("garden", "hose 25 m", 2)


def test_a_line_that_says_nothing_is_none():
    assert parse("") is None
    assert parse("garden;hose") is None
    assert parse("garden;hose;many") is None


def test_pieces_of_a_product_add_up():
    lines = ["garden;hose;2", "garden;spade;4", "garden;hose;3"]
    assert best_sellers(lines) == {"garden": [("hose", 5), ("spade", 4)]}


def test_departments_are_counted_apart():
    lines = ["toys;ball;1", "garden;hose;2", "garden;spade;1"]
    assert best_sellers(lines, top=1) == {"garden": [("hose", 2)], "toys": [("ball", 1)]}


def test_a_log_without_lines_has_no_best_sellers():
    assert best_sellers([]) == {}
