"""What a solution must do at least, and a database to try it with."""

import pytest
from prices import Report, import_prices, parse


class Database:
    """Keeps the batches, and what it heard in which order."""

    def __init__(self):
        self.batches = []
        self.heard = []

    def save(self, rows):
        """Take a batch."""
        self.batches.append(list(rows))
        self.heard.append("save")

    def done(self, line):
        """Take a checkpoint."""
        self.heard.append(line)


def test_a_line_is_an_article_and_a_price():
    assert parse("A-1; 4.50") == ("A-1", 450)
    assert parse(" B-7 ;12") == ("B-7", 1200)


@pytest.mark.parametrize("line", ["A-1", "A-1;", ";4.50", "A-1;free", "A-1;4.505", "A-1;0", "A-1;-2", "A-1;1;2"])
def test_a_wrong_line_is_refused(line):
    with pytest.raises(ValueError):
        parse(line)


def test_lines_are_saved_in_batches():
    database = Database()
    report = import_prices(["A;1", "B;2", "C;3"], database.save, database.done, batch=2)
    assert database.batches == [[("A", 100), ("B", 200)], [("C", 300)]]
    assert report == Report(saved=3, wrong=[])


def test_a_wrong_line_stops_nothing():
    database = Database()
    report = import_prices(["A;1", "B;free", "C;3"], database.save, database.done)
    assert database.batches == [[("A", 100), ("C", 300)]]
    assert [number for number, _ in report.wrong] == [2]


def test_the_import_goes_on_where_it_stopped():
    database = Database()
    import_prices(["A;1", "B;2", "C;3"], database.save, database.done, start=2)
    assert database.batches == [[("C", 300)]]
    assert database.heard[-1] == 3
