from django.test import Client


def test_unknown_address_is_a_problem(client: Client) -> None:
    reply = client.get("/api/v1/nothing")
    assert reply.status_code == 404
    assert reply["Content-Type"] == "application/problem+json"
    assert reply.json()["request_id"] == reply["X-Request-ID"]
