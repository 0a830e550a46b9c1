"""What a solution must do at least, and a service to try it with."""

from orderlist import Order, Row, order_rows


class Service:
    """Names customers, and remembers what it was asked."""

    def __init__(self, names):
        self.names = names
        self.calls = []

    def fetch(self, ids):
        """The names of those that there are."""
        self.calls.append(list(ids))
        return {id: self.names[id] for id in ids if id in self.names}


def test_rows_come_in_the_order_of_the_orders():
    service = Service({7: "Ada", 12: "Grace"})
    orders = [Order(3, 12, 900), Order(1, 7, 500)]
    assert order_rows(orders, service.fetch) == [Row(3, "Grace", 900), Row(1, "Ada", 500)]


def test_three_customers_are_one_call():
    service = Service({7: "Ada", 12: "Grace", 30: "Edsger"})
    order_rows([Order(1, 7, 500), Order(2, 12, 500), Order(3, 30, 500)], service.fetch)
    assert len(service.calls) == 1


def test_a_guest_is_called_guest():
    service = Service({7: "Ada"})
    assert [row.customer for row in order_rows([Order(1, None, 500), Order(2, 7, 1)], service.fetch)] == ["guest", "Ada"]


def test_orders_may_be_a_generator():
    service = Service({7: "Ada"})
    assert len(order_rows((Order(id, 7, 100) for id in range(3)), service.fetch)) == 3
