"""Tests that catch the five wrong versions."""

import pytest
from prices import import_prices, parse
from test_visible import Database


def test_cents_are_exact():
    assert parse("A;19.99") == ("A", 1999)
    assert parse("A;0.07") == ("A", 7)
    assert parse("A;4.5") == ("A", 450)


def test_no_batch_is_empty():
    database = Database()
    import_prices(["A;1", "B;2", "", "C;free"], database.save, database.done, batch=2)
    assert database.batches == [[("A", 100), ("B", 200)]]
    assert database.heard == ["save", 2, 4]


def test_nothing_is_done_that_was_not_saved():
    database = Database()

    def fail(rows):
        raise OSError("the database is away")

    with pytest.raises(OSError):
        import_prices(["A;1"], fail, database.done, batch=1)
    assert database.heard == []


def test_the_last_price_of_a_batch_counts():
    database = Database()
    report = import_prices(["A;1", "B;2", "A;3"], database.save, database.done, batch=3)
    assert sorted(database.batches[0]) == [("A", 300), ("B", 200)]
    assert report.saved == 2


def test_numbers_are_those_of_the_file():
    database = Database()
    report = import_prices(["A;1", "B;2", "C;free", "D;4"], database.save, database.done, start=1)
    assert [number for number, _ in report.wrong] == [3]
    assert database.heard[-1] == 4


def test_what_stopped_goes_on_without_a_gap():
    lines = [f"{n};{n}" for n in range(1, 8)]
    first, second = Database(), Database()

    def until_the_third(rows):
        if len(first.batches) == 2:
            raise OSError("killed")
        first.save(rows)

    with pytest.raises(OSError):
        import_prices(lines, until_the_third, first.done, batch=2)
    import_prices(lines, second.save, second.done, batch=2, start=first.heard[-1])
    assert [row for rows in first.batches + second.batches for row in rows] == [(str(n), n * 100) for n in range(1, 8)]


def test_nothing_behind_a_batch_is_read():
    read = []
    lines = (read.append(n) or f"{n};1" for n in range(1, 5))
    seen = []
    import_prices(lines, lambda rows: seen.append(len(read)), lambda line: None, batch=2)
    assert seen == [2, 4]
