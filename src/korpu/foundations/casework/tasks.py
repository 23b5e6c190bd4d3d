"""The periodic work of casework."""

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from korpu.foundations.accounts.api import acting, system_actor
from korpu.foundations.casework.notices import escalate_enquiry, tell_enquiry_late
from korpu.foundations.casework.selectors.enquiries import overdue_enquiries
from korpu.foundations.casework.services.enquiries import remind_body
from korpu.foundations.casework.services.reminders import near_deadlines, remind
from korpu.foundations.casework.services.timers import lapsed_cases, reproject_case

ESCALATED_AFTER = timedelta(days=7)
"""A working habit of offices, not a rule of law."""


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


@app.periodic(cron="30 3 * * *", periodic_id="casework.remind_of_deadlines")
@app.task(name="casework.remind_of_deadlines", queueing_lock="casework.remind_of_deadlines")
def remind_of_deadlines(timestamp: int) -> int:  # noqa: ARG001  the queue passes it
    """Each morning, before the daily letters: tell officers what falls due; how many were told."""
    at, told, last = timezone.now(), 0, None
    while True:
        with acting(system_actor()) as actor:
            near = near_deadlines(on=timezone.localdate(at), after=last, for_actor=actor)
            told += remind(deadlines=near, actor=actor, at=at)
        if not near:
            return told
        last = near[-1].pk


@app.periodic(cron="45 3 * * *", periodic_id="casework.chase_enquiries")
@app.task(name="casework.chase_enquiries", queueing_lock="casework.chase_enquiries")
def chase_enquiries(timestamp: int) -> None:  # noqa: ARG001  the queue passes it
    """Remind bodies that let their term pass, once; after a week tell the heads of the office."""
    at = timezone.now()
    on = timezone.localdate(at)
    with acting(system_actor()) as actor:
        for enquiry in overdue_enquiries(on=on, late_by=timedelta(), for_actor=actor):
            reminded = enquiry.reminded_at and timezone.localdate(enquiry.reminded_at)
            if not reminded or reminded <= enquiry.due_on:
                remind_body(enquiry=enquiry, actor=actor, at=at)
            tell_enquiry_late(enquiry=enquiry, actor=actor, at=at)
        for enquiry in overdue_enquiries(on=on, late_by=ESCALATED_AFTER, for_actor=actor):
            escalate_enquiry(enquiry=enquiry, actor=actor, at=at)
