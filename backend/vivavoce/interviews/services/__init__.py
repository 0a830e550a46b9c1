"""Everything that happens to interviews, by what it is about; each step is one transaction."""

from vivavoce.interviews.services.interviews import cancel, change, complete, create, no_show, reschedule
from vivavoce.interviews.services.retrospectives import note_down

__all__ = ["cancel", "change", "complete", "create", "no_show", "note_down", "reschedule"]
