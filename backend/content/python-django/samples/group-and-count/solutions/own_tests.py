"""Tests that catch the five wrong versions."""

from bestsellers import best_sellers, parse


def test_ties_are_in_the_order_of_names():
    lines = ["garden;spade;2", "garden;hose;2", "garden;axe;2"]
    assert best_sellers(lines, top=2) == {"garden": [("axe", 2), ("hose", 2)]}


def test_what_was_returned_whole_is_no_best_seller():
    lines = ["garden;hose;2", "garden;hose;-2", "toys;ball;1", "toys;kite;-1"]
    assert best_sellers(lines) == {"toys": [("ball", 1)]}


def test_a_department_has_one_name_in_lower_case():
    lines = [" Garden ;hose;1", "garden;hose;2", "GARDEN;spade;1"]
    assert best_sellers(lines) == {"garden": [("hose", 3), ("spade", 1)]}


def test_products_keep_their_name():
    assert best_sellers(["toys;Ball;1", "toys;ball;2"]) == {"toys": [("ball", 2), ("Ball", 1)]}


def test_departments_are_in_alphabetical_order():
    assert list(best_sellers(["toys;ball;9", "garden;hose;1", "music;drum;5"])) == ["garden", "music", "toys"]


def test_lines_that_say_nothing_are_left_out():
    lines = ["", "garden;hose;1;extra", "garden;;3", ";hose;3", "garden;hose;1.5", "garden;hose;1"]
    assert best_sellers(lines) == {"garden": [("hose", 1)]}
    assert [parse(line) for line in lines[:5]] == [None] * 5


def test_the_log_is_read_once():
    assert best_sellers(line for line in ["garden;hose;1", "garden;spade;2"]) == {"garden": [("spade", 2), ("hose", 1)]}
