"""The periodic work of casework."""

from django.utils import timezone
from procrastinate.contrib.django import app

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.casework.services.timers import lapsed_cases, reproject_case


@app.periodic(cron="*/15 * * * *", periodic_id="casework.mark_lapsed_deadlines")
@app.task(name="casework.mark_lapsed_deadlines", queueing_lock="casework.mark_lapsed_deadlines")
def mark_lapsed_deadlines(timestamp: int) -> int:  # noqa: ARG001  the queue passes it
    """Bring the deadlines of cases nobody touched up to today; the number of tasks raised."""
    at = timezone.now()
    on = timezone.localdate(at)
    raised = 0
    while True:
        with acting(system_actor()) as actor:
            cases = lapsed_cases(on=on, for_actor=actor)
            for case in cases:
                raised += reproject_case(case=case, on=on, actor=actor, at=at)
        if not cases:
            return raised
