"""Everything that happens to interviews, by what it is about; each step is one transaction."""

from vivavoce.interviews.services.held import finish, hold, start
from vivavoce.interviews.services.interviews import cancel, change, complete, create, no_show, reschedule
from vivavoce.interviews.services.retrospectives import note_down
from vivavoce.interviews.services.steps import complete_if_all_in

__all__ = [
    "cancel",
    "change",
    "complete",
    "complete_if_all_in",
    "create",
    "finish",
    "hold",
    "no_show",
    "note_down",
    "reschedule",
    "start",
]
