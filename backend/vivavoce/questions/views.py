"""The bank's resources."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q, QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from vivavoce.accounts.models import Person
from vivavoce.core.facets import Facet
from vivavoce.core.formats.linked import LinkedDataRenderer
from vivavoce.core.formats.views import ManyFormats
from vivavoce.core.parameters import whole_number
from vivavoce.core.permissions import PublicRead
from vivavoce.packs.readonly import PackRowsViewSet
from vivavoce.packs.versions import VersionParameter, unknown_version
from vivavoce.questions import filters, search
from vivavoce.questions.anki import AnkiRenderer
from vivavoce.questions.counting import live, with_counts
from vivavoce.questions.linked_data import QuestionLinkedData
from vivavoce.questions.models import (
    Answer,
    Category,
    Format,
    Kind,
    Level,
    Quality,
    Question,
    QuestionVersion,
    Role,
    Step,
    StepQuestion,
    Topic,
)
from vivavoce.questions.models.vocabulary import Term
from vivavoce.questions.serializers import (
    AnswerSerializer,
    CategorySerializer,
    QualitySerializer,
    QuestionSerializer,
    RoleSerializer,
    StepSerializer,
    TopicSerializer,
)

LARGEST_NUMBER = 2**31 - 1
IMPORTANCE = [(3, "Asked most"), (2, "Asked often"), (1, "Asked sometimes")]


class CategoryViewSet(PackRowsViewSet[Category]):
    """The kinds of interview question, with what to expect of each and how many questions the caller may see."""

    permission_classes = [PublicRead]
    serializer_class = CategorySerializer
    filterset_class = filters.CategoryFilterSet
    ordering_fields = {"position": "position", "name": "name", "slug": "slug", "question_count": "question_count"}
    default_ordering = ("position",)
    scope = "bank"

    def get_queryset(self) -> QuerySet[Category]:
        """What packs hold today."""
        return with_counts(live(Category), self.request.user)


class TopicViewSet(PackRowsViewSet[Topic]):
    """Subjects inside and across categories, with how many questions the caller may see."""

    permission_classes = [PublicRead]
    serializer_class = TopicSerializer
    filterset_class = filters.TopicFilterSet
    ordering_fields = {"slug": "slug", "name": "name", "question_count": "question_count"}
    default_ordering = ("slug",)
    scope = "bank"

    def get_queryset(self) -> QuerySet[Topic]:
        """What packs hold today."""
        return with_counts(live(Topic), self.request.user)


class QualityViewSet(PackRowsViewSet[Quality]):
    """The traits that interviews look for, each with signals and with anchors at four scores."""

    permission_classes = [PublicRead]
    serializer_class = QualitySerializer
    filterset_class = filters.QualityFilterSet
    ordering_fields = {"position": "position", "name": "name", "slug": "slug", "question_count": "question_count"}
    default_ordering = ("position",)
    scope = "bank"

    def get_queryset(self) -> QuerySet[Quality]:
        """What packs hold today."""
        return with_counts(live(Quality), self.request.user)


class RoleViewSet(PackRowsViewSet[Role]):
    """Guides to job titles: the work, the ladder from junior to lead, and the words of adverts with their aliases."""

    permission_classes = [PublicRead]
    serializer_class = RoleSerializer
    filterset_class = filters.RoleFilterSet
    ordering_fields = {"slug": "slug", "title": "title", "question_count": "question_count"}
    default_ordering = ("slug",)
    scope = "bank"

    def get_queryset(self) -> QuerySet[Role]:
        """What packs hold today."""
        return with_counts(live(Role), self.request.user)


class StepViewSet(PackRowsViewSet[Step]):
    """The ways to prepare, in the order in which to begin."""

    permission_classes = [PublicRead]
    serializer_class = StepSerializer
    filterset_class = filters.StepFilterSet
    ordering_fields = {"position": "position", "title": "title", "minutes": "minutes"}
    default_ordering = ("position",)
    scope = "bank"

    def get_queryset(self) -> QuerySet[Step]:
        """What packs hold today, with the questions that the caller may see."""
        mine = Question.objects.visible_to(self.request.user).values("pk")
        links = StepQuestion.objects.filter(question__in=mine).select_related("question__current")
        return live(Step).prefetch_related(Prefetch("step_questions", links, to_attr="shown_questions"))


class AnswerViewSet(PackRowsViewSet[Answer]):
    """Example answers at the scores 1 to 4, of the newest version of every question that the caller may see."""

    permission_classes = [PublicRead]
    serializer_class = AnswerSerializer
    filterset_class = filters.AnswerFilterSet
    ordering_fields = {"question": "version__question__number", "score": "score", "updated_at": "updated_at"}
    default_ordering = ("question", "score")
    scope = "bank"

    def get_queryset(self) -> QuerySet[Answer]:
        """Of visible questions."""
        has_samples = ExpressionWrapper(Q(samples__contains=[{"run": True}]), output_field=BooleanField())
        rows = Answer.objects.visible_to(self.request.user).select_related("version__question__current")
        return rows.annotate(has_samples=has_samples)


class QuestionViewSet(VersionParameter, PackRowsViewSet[Question]):
    """The question bank: what interviewers ask, what candidates ask back, and what people ask about interviewing.

    A detail address takes the slug, the number that people quote, or the id. Lists and details have the same members;
    ``fields`` chooses some of them, ``expand=answers`` adds the example answers. With ``q`` the best match comes first
    and ``match`` says where the words were found.
    """

    permission_classes = [PublicRead]
    serializer_class = QuestionSerializer
    filterset_class = filters.QuestionFilterSet
    ordering_fields = {
        "number": "number",
        "level": "current__level_order",
        "minutes": "current__minutes",
        "importance": "current__importance",
        "updated_at": "updated_at",
        "rank": "rank",
    }
    default_ordering = ("number",)
    facets = {
        "category": Facet("current__category", queryset=filters.categories),
        "level": Facet("current__level", choices=Level.choices),
        "quality": Facet("current__qualities", queryset=filters.qualities),
        "topic": Facet("current__topics", queryset=filters.topics),
        "format": Facet("current__format", choices=Format.choices),
        "kind": Facet("current__kind", choices=Kind.choices),
        "role": Facet("current__roles", queryset=filters.roles, label="title"),
        "importance": Facet("current__importance", choices=IMPORTANCE),
    }
    scope = "bank"
    detail_parameters = ("version",)
    list_formats = (*ManyFormats.list_formats, AnkiRenderer)
    more_formats = (QuestionLinkedData,)
    lookup_description = "Slug, number or id"

    @property
    def reader(self) -> Person | AnonymousUser:
        """Whose eyes choose the rows: linked data is for everybody, so it holds what is published for everybody."""
        for_all = isinstance(getattr(self.request, "accepted_renderer", None), LinkedDataRenderer)
        return AnonymousUser() if for_all else self.request.user

    def get_queryset(self) -> QuerySet[Question]:
        """What the caller may see, with everything that the reply shows."""
        rows = Question.objects.visible_to(self.reader).select_related("pack", "current")
        if "q" in self.request.query_params:
            rows = rows.select_related("document")
        return rows.prefetch_related(*self._related("current__"))

    def _related(self, prefix: str) -> list[Any]:
        """What the version points at; left out when the caller did not choose it, counted when it is expanded."""
        shown = self.representation
        evidence = Prefetch(f"{prefix}evidence")
        found: list[Any] = [evidence, f"{prefix}evidence__quality"] if shown.shows("qualities") else []
        terms: tuple[tuple[str, type[Term]], ...] = (("category", Category), ("topics", Topic), ("roles", Role))
        for name, model in terms:
            if shown.shows(name):
                rows = model._default_manager.all()
                expanded = with_counts(rows, self.reader) if shown.expands(name) else rows
                found.append(Prefetch(f"{prefix}{name}", expanded))
        if shown.shows("answers"):
            answers = Answer.objects.all() if shown.expands("answers") else Answer.objects.only("score", "version")
            found.append(Prefetch(f"{prefix}answers", answers))
        return found

    def lookup_query(self, value: str) -> Q:
        """By number, slug (a former one too) or id."""
        if value.isascii() and value.isdigit():
            number = whole_number(value)
            return Q(number=number) if number is not None and number <= LARGEST_NUMBER else Q(pk__in=[])
        found = super().lookup_query(value)
        return found | Q(aliases__contains=[value]) if found == Q(slug=value) else found

    def get_serializer_context(self) -> dict[str, Any]:
        """With what was searched for."""
        text = self.request.query_params.get("q", "") if self.action == "list" else ""
        return {**super().get_serializer_context(), "query": filters.query_of(self.request, text) if text else None}

    def spelling(self, text: str) -> str | None:
        """What the words were perhaps meant to be, among those that the caller may read."""
        return search.spelling(text, self.request.user)

    @extend_schema(
        parameters=[
            OpenApiParameter("version", {"type": "integer", "minimum": 1}, description="An older version of its text")
        ]
    )
    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """One question; without ``version`` its newest published text."""
        question = self.get_object()
        number = self.wanted_version()
        if number is not None:
            self._show_version(question, number)
        return self.represent(question)

    def _show_version(self, question: Question, number: int) -> None:
        versions = QuestionVersion.objects.visible_to(self.reader).filter(question=question)
        found = versions.filter(version=number).prefetch_related(*self._related("")).first()
        if found is None:
            raise unknown_version(number, versions.values_list("version", flat=True))
        if found.pk != question.current_id:
            question.current, question.checked_on = found, []
