"""The part of schema.org that our documents use, to hold them against: types and their properties.

Each one was looked up in November 2026 in the declarations of the npm package schema-dts 2.1.0, which is generated from
schema.org's own definition: every type is there and has these properties, inherited ones too. A word that is added here
has to be looked up, too.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

THING = {"name", "description", "identifier", "url"}
CREATIVE_WORK = THING | {
    "about", "assesses", "citation", "dateCreated", "dateModified", "educationalLevel", "learningResourceType",
    "license", "text", "timeRequired", "version",
}  # fmt: skip
TERMS = {
    "Answer": CREATIVE_WORK,
    "CreativeWork": CREATIVE_WORK,
    "DefinedTerm": THING | {"termCode"},
    "ItemList": THING | {"itemListElement"},
    "JobPosting": THING
    | {
        "baseSalary", "datePosted", "employmentType", "experienceRequirements", "hiringOrganization", "industry",
        "jobLocation", "jobLocationType", "skills", "title", "validThrough",
    },
    "ListItem": THING | {"item", "position"},
    "MonetaryAmount": THING | {"currency", "value"},
    "Organization": THING,
    "Place": THING | {"address"},
    "PostalAddress": THING | {"addressCountry", "addressLocality", "addressRegion"},
    "QuantitativeValue": THING | {"maxValue", "minValue", "unitText"},
    "Question": CREATIVE_WORK | {"acceptedAnswer", "answerCount", "eduQuestionType", "suggestedAnswer"},
}  # fmt: skip


def check(node: Any, *, root: bool = True) -> None:
    """Fail when a document says what schema.org does not know, says nothing, or has an address without a host."""
    if isinstance(node, list):
        for one in node:
            check(one, root=False)
    if not isinstance(node, dict):
        return
    assert (node.get("@context") == "https://schema.org") is root
    assert node.keys() - {"@context", "@id", "@type"} <= TERMS[node["@type"]], node
    assert not [name for name, value in node.items() if value in (None, "", [], {})], node
    for address in (node[name] for name in ("@id", "url") if name in node):
        assert urlsplit(address).scheme in {"http", "https"}, address
    for value in node.values():
        check(value, root=False)
