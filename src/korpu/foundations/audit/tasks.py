"""What the audit room does by itself."""

from procrastinate.contrib.django import app

from korpu.foundations.audit.chain import take_anchor, verify
from korpu.foundations.audit.recording import record_check
from korpu.foundations.audit.running import reading_all
from korpu.foundations.audit.trail import seal, trail

BATCH = 10_000


@app.periodic(cron="* * * * *")
@app.task(name="audit.seal", queueing_lock="audit.seal", pass_context=False)
def seal_waiting(timestamp: int) -> None:
    """Seal what requests left behind, because they never wait for one another."""
    del timestamp
    while seal(BATCH) == BATCH:
        pass


@app.periodic(cron="55 23 * * *")
@app.task(name="audit.anchor", queueing_lock="audit.anchor")
def anchor_daily(timestamp: int) -> None:
    """Remember the head of the day."""
    del timestamp
    with reading_all():
        take_anchor()


@app.task(name="audit.verify", queueing_lock="audit.verify")
def verify_chain(ordered_by: int) -> None:
    """Verify the chain on somebody's order and write the result into the trail itself."""
    with trail(), reading_all(ordered_by) as errand:
        record_check(actor=errand, result=verify())
    seal()
