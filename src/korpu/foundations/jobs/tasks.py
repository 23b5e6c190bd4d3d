"""What the queue does for itself."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

SILENT_SECONDS = 120


@app.periodic(cron="*/2 * * * *")
@app.task(name="jobs.take_up_again", queueing_lock="jobs.take_up_again", pass_context=True)
async def take_up_again(context: JobContext, timestamp: int) -> None:
    """Queue the jobs of workers that died at work once more.

    A worker that is alive beats every ten seconds. A job may therefore run twice: each does its
    work in one transaction, or can be repeated without harm.
    """
    del timestamp
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
        await manager.retry_job(job)
