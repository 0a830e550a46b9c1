"""What a program does with the Python client: BASE_URL, EMAIL and PASSWORD in the environment say where and as whom.

The tests run it against a served demo world; each ``assert`` says what you may rely on.
"""

import os
import uuid
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from vivavoce_client import AuthenticatedClient, Client
from vivavoce_client.api.applications import applications_create, applications_partial_update
from vivavoce_client.api.openings import (
    openings_create,
    openings_destroy,
    openings_list,
    openings_partial_update,
    openings_retrieve,
)
from vivavoce_client.api.questions import questions_list, questions_retrieve
from vivavoce_client.api.tokens import tokens_create, tokens_destroy
from vivavoce_client.models import (
    Application,
    ApplicationRequest,
    NewToken,
    Opening,
    OpeningPage,
    OpeningRequest,
    PatchedApplicationRequest,
    PatchedOpeningRequest,
    Problem,
    Question,
    QuestionPage,
    QuestionSparse,
    TokenRequest,
)
from vivavoce_client.types import UNSET, Unset

BASE = os.environ["BASE_URL"]
MARK = f"Client {uuid.uuid4()}"  # an organization of its own, so that the program may run twice


def signed_in() -> tuple[AuthenticatedClient, str]:
    """A token by address and password; this is the only operation that takes a password."""
    person = Client(BASE, httpx_args={"auth": (os.environ["EMAIL"], os.environ["PASSWORD"])})
    wanted = TokenRequest(name=MARK, scopes=["bank:read", "openings:read", "openings:write", "tokens:write"])
    made = tokens_create.sync(client=person, body=wanted)
    assert isinstance(made, NewToken) and made.secret
    return AuthenticatedClient(BASE, made.secret), str(made.id)


def cursor_of(page: str | None) -> str | Unset:
    """The cursor of the page that ``next`` names."""
    return parse_qs(urlsplit(page).query)["cursor"][0] if page else UNSET


def reads(client: Client) -> None:
    """List, filter, choose members; a mistake is named."""
    page = questions_list.sync(client=client, level=["mid", "senior"], category=["problem-solving"], page_size=5)
    assert isinstance(page, QuestionPage) and page.results
    assert all(isinstance(one, Question) and one.level in ("mid", "senior") for one in page.results)
    few = questions_list.sync(client=client, q="migration", fields=["number", "prompt"], ordering=["-number"])
    assert isinstance(few, QuestionPage)
    numbers = [one.number for one in few.results if isinstance(one, QuestionSparse) and one.number]
    assert numbers == sorted(numbers, reverse=True) and numbers
    wrong = questions_list.sync(client=client, category=["problem-solvin"])
    assert isinstance(wrong, Problem) and wrong.code == "invalid_parameters" and wrong.errors
    assert (wrong.errors[0].parameter, wrong.errors[0].did_you_mean) == ("category", "problem-solving")
    absent = questions_retrieve.sync_detailed("no-such-question", client=client)
    assert absent.status_code == 404 and isinstance(absent.parsed, Problem)


def pages(client: Client, size: int) -> Iterator[list[int]]:
    """Every page of the questions, by following ``next`` until it is null."""
    cursor: str | Unset = UNSET
    while True:
        page = questions_list.sync(client=client, page_size=size, cursor=cursor)
        assert isinstance(page, QuestionPage)
        yield [one.number for one in page.results if isinstance(one, Question)]
        if page.next_ is None:
            return
        cursor = cursor_of(page.next_)


def reads_to_the_end(client: Client) -> None:
    """No row is lost and none comes twice, whatever the size of a page."""
    several = [number for page in pages(client, 7) for number in page]
    at_once = [number for page in pages(client, 200) for number in page]
    assert several == at_once and len(set(several)) == len(several) > 7


def writes(client: AuthenticatedClient) -> None:
    """Make a row once, change it, be told when somebody else did, remove it."""
    key, body = str(uuid.uuid4()), OpeningRequest(title="Django developer", organization=MARK, level="mid")
    first = openings_create.sync_detailed(client=client, body=body, idempotency_key=key)
    again = openings_create.sync_detailed(client=client, body=body, idempotency_key=key)
    opening = first.parsed
    assert isinstance(opening, Opening) and isinstance(again.parsed, Opening)
    assert first.status_code == again.status_code == 201 and again.parsed.id == opening.id
    assert again.headers["Idempotency-Replayed"] == "true"
    other = openings_create.sync(client=client, body=OpeningRequest("Tester", MARK), idempotency_key=key)
    assert isinstance(other, Problem) and other.code == "idempotency_key_reused"

    seen = openings_retrieve.sync_detailed(str(opening.id), client=client).headers["ETag"]
    leeds, london = (PatchedOpeningRequest(city=city) for city in ("Leeds", "London"))
    won = openings_partial_update.sync_detailed(str(opening.id), client=client, body=leeds, if_match=seen)
    lost = openings_partial_update.sync_detailed(str(opening.id), client=client, body=london, if_match=seen)
    assert isinstance(won.parsed, Opening) and won.parsed.city == "Leeds" and won.parsed.level == "mid"
    assert lost.status_code == 412 and isinstance(lost.parsed, Problem)
    assert lost.headers["ETag"] == won.headers["ETag"]
    gone = openings_destroy.sync_detailed(str(opening.id), client=client, if_match=won.headers["ETag"])
    assert gone.status_code == 204


def shares(client: AuthenticatedClient) -> None:
    """Where several people write, a change has to say which state it saw; what a PATCH does not name stays."""
    made = applications_create.sync_detailed(
        client=client, body=ApplicationRequest(side="hiring", candidate_name="Ada Byron")
    )
    assert isinstance(made.parsed, Application)
    which, later = str(made.parsed.id), PatchedApplicationRequest(notes="Call on Monday")
    blind = applications_partial_update.sync(which, client=client, body=later)
    assert isinstance(blind, Problem) and blind.status == 428
    told = applications_partial_update.sync(which, client=client, body=later, if_match=made.headers["ETag"])
    assert isinstance(told, Application) and (told.notes, told.side) == ("Call on Monday", "hiring")


def writes_many(client: AuthenticatedClient) -> None:
    """All of them or none, and a fault points at its place."""
    wrong = openings_create.sync(client=client, body=[OpeningRequest("Tester", MARK), OpeningRequest("", MARK)])
    assert isinstance(wrong, Problem) and wrong.errors
    assert wrong.errors[0].pointer == "/1/title"
    none = openings_list.sync(client=client, organization=[MARK])
    assert isinstance(none, OpeningPage) and none.count == 0
    made = openings_create.sync(client=client, body=[OpeningRequest(title, MARK) for title in ("Tester", "Writer")])
    assert isinstance(made, list) and [one.title for one in made] == ["Tester", "Writer"]
    for one in made:
        openings_destroy.sync_detailed(str(one.id), client=client)


def main() -> None:
    """All of it."""
    reads(Client(BASE))
    reads_to_the_end(Client(BASE))
    client, token = signed_in()
    writes(client)
    shares(client)
    writes_many(client)
    tokens_destroy.sync_detailed(token, client=client)
    refused = openings_list.sync_detailed(client=client)
    assert refused.status_code == 401 and isinstance(refused.parsed, Problem)
    print("7 passed: the Python client")


if __name__ == "__main__":
    main()
