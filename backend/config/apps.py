"""The project as an app, so that Django asks it for its checks."""

from django.apps import AppConfig
from django.core.checks import register

from config.refusals import check


class ProjectConfig(AppConfig):
    """Settings that span all apps."""

    name = "config"
    verbose_name = "the project"

    def ready(self) -> None:
        """Tell ``check --deploy`` what production refuses."""
        register(check, deploy=True)
