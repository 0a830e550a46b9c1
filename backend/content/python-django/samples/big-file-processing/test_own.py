"""Your own tests. They must pass with your solution, and fail with each of the five wrong versions."""

from prices import import_prices
from test_visible import Database


def test_an_empty_line_is_no_fault():
    database = Database()
    report = import_prices(["", "A;1", "   "], database.save, database.done)
    assert (report.saved, report.wrong) == (1, [])
