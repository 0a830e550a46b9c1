"""What three invented interviewers noted about an invented candidate, as data; minutes count from the beginning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A quality, its score, and what it rests on; without a score the text is the reason why there is none."""

    quality: str
    score: int | None
    text: str
    question: str = ""
    minute: int = 0
    kind: str = "said"


@dataclass(frozen=True)
class DemoCard:
    """One interviewer's scorecard."""

    recommendation: str
    key_takeaways: str
    note_for_next: str
    scores: tuple[Line, ...]
    shareable_feedback: str = ""
    private_note: str = ""


QUERIES, ATOMIC, API = "query-optimisation", "transactions-atomic", "rest-api-with-drf"
ACCESS, CACHE = "object-level-authorisation", "caching-strategy"
TALK = "technical-talk-60"
REHEARSAL = "screen-30"
COLLEAGUES = (("oskar@example.org", "Oskar Wielinga"), ("amara@example.org", "Amara Nwosu"))
CANDIDATE, NEXT_CANDIDATE = "Mara Ekström", "Daniel Okoro"

NOOR = DemoCard(
    "no",
    "Strong on the database and on how things fail. Twice the security answer began with the page, not with the query.",
    "Ask about access once more, with a case of two tenants.",
    (
        Line("django-python", 3, "Named get_queryset as the place for the caller's rows.", API, 27),
        Line("web-development", 3, "Wanted the list paginated with a cap before anything else.", API, 25),
        Line("database", 4, "Counted the queries first, then read the plan, then chose the index.", QUERIES, 9),
        Line("version-control-collaboration", None, "No question of this kit asks for it."),
        Line(
            "testing-debugging",
            2,
            "“I would print the queries until it goes away.” No test that holds the number.",
            QUERIES,
            12,
        ),
        Line("performance", 3, "Put the basket outside the cached page without being asked.", CACHE, 46),
        Line("security", 1, "Hid the link to the other order and said that was the fix.", ACCESS, 35),
        Line("communication", 3, "Said what she had not tried before she answered.", ATOMIC, 16),
    ),
    shareable_feedback="You measure before you change. Begin questions of access with whose row it is.",
    private_note="I was short after the standup; go through my notes once more before we talk.",
)

OSKAR = DemoCard(
    "yes",
    "Would be at home in the orders team. Thinks in failures and writes the test down before the code.",
    "Ask for a review that she wrote.",
    (
        Line("django-python", 3, "Explained why a create() in the loop breaks the whole block.", ATOMIC, 15),
        Line("web-development", 3, "Fields named one by one, totals read-only.", API, 28, "wrote"),
        Line(
            "database",
            4,
            "Drew the join and the prefetch, and said which of them grows with the page.",
            QUERIES,
            10,
            "did",
        ),
        Line("version-control-collaboration", None, "Not asked."),
        Line(
            "testing-debugging", 4, "Wrote the failing test for 50 and for 500 orders, unasked.", QUERIES, 13, "wrote"
        ),
        Line("performance", 3, "Agreed an age for the price before naming a cache.", CACHE, 44),
        Line("security", 3, "Came back to it: start from the user's own orders, so that 42 is a 404.", ACCESS, 38),
        Line("communication", 4, "Stopped after each step to ask whether that was the question.", CACHE, 49, "did"),
    ),
)

AMARA = DemoCard(
    "yes",
    "Solid. The gaps are of experience, not of thought.",
    "Somebody should ask about deployments: we did not get there.",
    (
        Line("django-python", 3, "Knew that object permissions do not cover lists.", ACCESS, 37),
        Line("web-development", 2, "No word on versions until I asked what the app does after a rename.", API, 31),
        Line("database", 3, "A nested atomic() around the one statement, and the reason for it.", ATOMIC, 18),
        Line("version-control-collaboration", None, "No question about it in this kit."),
        Line("testing-debugging", 3, "Would hold the number of queries in a test, once reminded.", QUERIES, 14),
        Line("performance", 3, "“The hit that never reaches us is the cheapest.”", CACHE, 43),
        Line("security", 3, "Listed every method that takes the id, and wanted a second user for each.", ACCESS, 36),
        Line("communication", 3, "Clear, a little fast. Slowed down when I drew along.", API, 29, "did"),
    ),
)

AMARA_NEXT = DemoCard(
    "yes",
    "Calm and exact. Little experience with caches, and says so.",
    "",
    tuple(
        Line(quality, score, text, question, minute)
        for quality, score, text, question, minute in (
            ("django-python", 3, "Built the list from the caller's own orders.", API, 26),
            ("web-development", 3, "Asked who writes the app before he named a field.", API, 24),
            ("database", 3, "Counted 151 as one and three for each order.", QUERIES, 6),
            ("version-control-collaboration", None, "Not asked.", "", 0),
            ("testing-debugging", 3, "A test with two sizes of data.", QUERIES, 11),
            ("performance", 2, "Would cache the whole page, basket included, until I asked whose basket.", CACHE, 45),
            ("security", 4, "Denied by default, then opened what is needed, one by one.", ACCESS, 37),
            ("communication", 3, "Repeated the question in his own words each time.", QUERIES, 3),
        )
    ),
)

OSKAR_REHEARSAL = DemoCard(
    "yes",
    "You explain well and stop early. Say how you would know that it is gone.",
    "",
    (
        Line("django-python", 3, "Told the way from the address to the page without a gap.", "mtv-architecture", 3),
        Line("testing-debugging", 2, "“I would look whether it is faster.” No test that stays.", "n-plus-one", 21),
        Line("web-development", 3, "Knew what a mail scanner does with a link that cancels.", "http-semantics", 15),
        Line("database", 3, "Saw that the number of queries grows with the rows.", "n-plus-one", 20),
        Line("communication", 4, "Answered the Rails colleague in the colleague's own words.", "mtv-architecture", 5),
    ),
    shareable_feedback="Say the test with which it stays fixed; everything before that was there.",
)

HEARD = (
    ("mtv-architecture", ("kp1", "kp2")),
    ("mutability-and-closures", ("kp1", "kp2", "kp3")),
    ("n-plus-one", ("kp1", "kp2")),
)
"""What Oskar ticked in the rehearsal: n-plus-one comes back, since a crucial point was missing."""
