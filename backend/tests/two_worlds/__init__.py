"""Two worlds: an audit that somebody cannot tell apart two states of the world, whatever they ask an HTTP API.

Knows an OpenAPI document and two sessions; README.md says how another project uses it.
"""

from tests.two_worlds.audit import Ask, Project, World, Worlds, audit, audits
from tests.two_worlds.compare import Difference, Reply, Report
from tests.two_worlds.operations import Document, Operation, Parameter, Request
from tests.two_worlds.values import NoValue, Vocabulary

__all__ = [
    "Ask",
    "Difference",
    "Document",
    "NoValue",
    "Operation",
    "Parameter",
    "Project",
    "Reply",
    "Report",
    "Request",
    "Vocabulary",
    "World",
    "Worlds",
    "audit",
    "audits",
]
