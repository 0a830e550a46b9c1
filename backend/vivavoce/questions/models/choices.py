"""The closed lists of words that questions are described with, in the order in which people expect them."""

from __future__ import annotations

from django.db import models


class Level(models.TextChoices):
    """Seniority that a question, a rubric or an opening is meant for."""

    JUNIOR = "junior", "Junior"
    MID = "mid", "Mid"
    SENIOR = "senior", "Senior"
    LEAD = "lead", "Lead"


class Status(models.TextChoices):
    """The one life cycle of all content."""

    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    PUBLISHED = "published", "Published"
    RETIRED = "retired", "Retired"


class Kind(models.TextChoices):
    """Who asks whom: an interviewer, a candidate at the end of an interview, or somebody who prepares."""

    INTERVIEW = "interview", "Asked by interviewers"
    TO_ASK = "to-ask", "Asked by candidates"
    FAQ = "faq", "About interviewing"


class Audience(models.TextChoices):
    """Who may read it: everyone, or interviewers only."""

    PUBLIC = "public", "Everyone"
    HIRING = "hiring", "Interviewers"


class Format(models.TextChoices):
    """How a question is asked."""

    KNOWLEDGE = "knowledge", "Knowledge"
    PROBLEM = "problem", "Problem"
    DESIGN = "design", "Design"
    REVIEW = "review", "Review"
    BEHAVIOURAL = "behavioural", "Behavioural"
    SITUATIONAL = "situational", "Situational"


def rank(choices: type[models.TextChoices], field: str) -> models.Case:
    """The position of a word in its list, for ordering in the database."""
    whens = [models.When(**{field: value}, then=models.Value(n)) for n, value in enumerate(choices.values, 1)]
    return models.Case(*whens, default=models.Value(0), output_field=models.PositiveSmallIntegerField())
