"""Scorecards and what they hold.

Who may read a row is decided in ``interviews.blindness`` and, independently, by the row-level security of these
tables: without ``vivavoce.person`` set in the transaction they look empty to the service.
"""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q

from vivavoce.accounts.models import Person
from vivavoce.core.models import Counted, KeyField, Resource
from vivavoce.interviews.models.held import InterviewItem
from vivavoce.interviews.models.interviews import Interview, Participant, ParticipantRole
from vivavoce.openings.models import Application
from vivavoce.rubrics.models import Criterion, Rubric


class Recommendation(models.TextChoices):
    """What an interviewer would do."""

    STRONG_NO = "strong_no", "Strong no"
    NO = "no", "No"
    YES = "yes", "Yes"
    STRONG_YES = "strong_yes", "Strong yes"
    NO_DECISION = "no_decision", "No decision"


class EvidenceKind(models.TextChoices):
    """What a piece of evidence rests on; an impression alone carries no score."""

    SAID = "said", "Said"
    DID = "did", "Did"
    WROTE = "wrote", "Wrote"
    IMPRESSION = "impression", "Impression"


class Decision(models.TextChoices):
    """What became of a debrief."""

    ADVANCE = "advance", "Advance"
    HOLD = "hold", "Hold"
    REJECT = "reject", "Reject"
    OFFER = "offer", "Offer"


class Scorecard(Counted):
    """One interviewer's ratings, evidence and recommendation for one interview.

    Its state is the participant's ``card_state``, which colleagues may know; everything here they may not.
    """

    participant = models.OneToOneField(Participant, models.CASCADE, related_name="scorecard")
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="scorecards")
    interviewer = models.ForeignKey(Person, models.CASCADE, related_name="scorecards")
    rubric = models.ForeignKey(Rubric, models.PROTECT, related_name="+")
    recommendation = models.CharField(max_length=11, choices=Recommendation.choices, blank=True)
    key_takeaways = models.TextField(max_length=20_000, blank=True)
    note_for_next = models.TextField(max_length=20_000, blank=True, help_text="For the next interviewer.")
    shareable_feedback = models.TextField(max_length=20_000, blank=True, help_text="What the candidate may read.")
    marks = models.JSONField(default=list, help_text="Of each item: key points heard, probes asked.")
    submitted_at = models.DateTimeField(null=True, editable=False)
    revision = models.PositiveSmallIntegerField(default=0, editable=False, help_text="0 until submitted.")
    decline_reason = models.CharField(max_length=500, blank=True, editable=False)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [models.UniqueConstraint(fields=["interview", "interviewer"], name="one_scorecard_a_person")]

    def __str__(self) -> str:
        """Whose, of what."""
        return f"{self.interview_id} {self.interviewer_id}"


class PrivateNote(Resource):
    """What an interviewer writes for themself; nobody else ever reads it."""

    scorecard = models.OneToOneField(Scorecard, models.CASCADE, related_name="private_note_row")
    text = models.TextField(max_length=20_000, blank=True)

    def __str__(self) -> str:
        """Of which card."""
        return str(self.scorecard_id)


class Rating(Resource):
    """The score of one criterion, or why there is none."""

    scorecard = models.ForeignKey(Scorecard, models.CASCADE, related_name="ratings")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField(null=True)
    not_assessed_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["criterion__position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["scorecard", "criterion"], name="one_rating_a_criterion"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__range=(1, 4), not_assessed_reason=""),
                name="rating_is_a_score_or_a_reason",
            ),
        ]

    def __str__(self) -> str:
        """The score."""
        return str(self.score)


class Evidence(Resource):
    """Something the candidate said, did or wrote, for one criterion, tied to a question where there is one."""

    scorecard = models.ForeignKey(Scorecard, models.CASCADE, related_name="evidence")
    key = KeyField()
    position = models.PositiveSmallIntegerField()
    criterion = models.ForeignKey(Criterion, models.PROTECT, null=True, related_name="+")
    item = models.ForeignKey(InterviewItem, models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=EvidenceKind.choices, default=EvidenceKind.SAID)
    text = models.TextField(max_length=4_000)
    at = models.DateTimeField(null=True, help_text="When it was noted, by the interviewer's clock.")

    class Meta:
        ordering = ["position", "id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["scorecard", "position"], name="evidence_position_is_unique"),
            models.UniqueConstraint(fields=["scorecard", "key"], name="evidence_key_is_unique"),
        ]

    def __str__(self) -> str:
        """The beginning."""
        return self.text[:60]


class ScorecardRevision(Resource):
    """A scorecard as it was submitted, once for each submission; never changed."""

    scorecard = models.ForeignKey(Scorecard, models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=500, blank=True)
    after_seeing_others = models.BooleanField(default=False)
    content = models.JSONField()
    """Recommendation, takeaways, feedback, ratings and evidence as they were."""

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["scorecard", "number"], name="one_text_a_revision")]

    def __str__(self) -> str:
        """Its number."""
        return str(self.number)


class DebriefQuerySet(models.QuerySet["Debrief"]):
    """Reads of debriefs."""

    def visible_to(self, person: Person | AnonymousUser) -> DebriefQuerySet:
        """Those of the applications and mock interviews that one may see, never of one's own assessment.

        Whether they are open is another question.
        """
        if not isinstance(person, Person):
            return self.none()
        applications = Application.objects.visible_to(person)
        interviews = Interview.objects.visible_to(person).filter(purpose="mock")
        hiring = Interview.objects.visible_to(person).filter(purpose="hiring").values("application")
        assessed = Participant.objects.filter(
            interview__application=OuterRef("application"),
            interview__purpose="hiring",
            person=person,
            role=ParticipantRole.CANDIDATE,
        )
        return self.filter(
            Q(application__in=applications) | Q(application__in=hiring) | Q(interview__in=interviews), ~Exists(assessed)
        )


class Debrief(Resource):
    """What the scorecards of a hiring application, or of a mock interview, say together.

    The row never changes, so that neither a scorecard nor a decision shows on its ``updated_at`` and its tag.
    """

    application = models.OneToOneField(Application, models.CASCADE, null=True, related_name="debrief")
    interview = models.OneToOneField(Interview, models.CASCADE, null=True, related_name="debrief")

    objects = DebriefQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(application__isnull=False, interview__isnull=True)
                | Q(application__isnull=True, interview__isnull=False),
                name="debrief_is_of_one_thing",
            )
        ]

    def __str__(self) -> str:
        """Of what."""
        return str(self.application or self.interview)


class DebriefDecision(Resource):
    """One line of the log of decisions, never changed: the last one holds, those before say how it came about."""

    debrief = models.ForeignKey(Debrief, models.CASCADE, related_name="decisions")
    decision = models.CharField(max_length=7, choices=Decision.choices, blank=True, help_text="Blank: a mock's note.")
    rationale = models.TextField(max_length=20_000, blank=True)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["decided_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="") | ~Q(rationale=""), name="debrief_decision_gives_its_reason"
            )
        ]

    def __str__(self) -> str:
        """The decision."""
        return self.decision
