"""A worker that dies takes no job with it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from procrastinate import App, JobContext
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.jobs import Job

from korpu.foundations.jobs.tasks import take_up_again

pytestmark = pytest.mark.django_db(transaction=True)

DOING = """
with worker as (
  insert into procrastinate_workers (last_heartbeat)
  values (now() - make_interval(secs => %s)) returning id)
insert into procrastinate_jobs (queue_name, task_name, args, status, worker_id, attempts)
select 'default', 'some.task', '{}', 'doing', id, 1 from worker returning id
"""


def job_of_a_worker_seen(seconds_ago: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(DOING, [seconds_ago])
        return int(cursor.fetchone()[0])


def run_it() -> None:
    async def run(own: App) -> None:
        job = Job(
            id=0, queue="default", lock=None, queueing_lock=None, task_name=take_up_again.name
        )
        context = JobContext(app=own, job=job, start_timestamp=0, abort_reason=lambda: None)
        async with own.open_async():
            await take_up_again(context, 0)

    # In a thread: a browser test before this one may have left its loop running in ours.
    connector = app.connector.get_worker_connector()
    with app.replace_connector(connector) as own, ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(run(own))).result()


def test_the_job_of_a_silent_worker_is_queued_again_and_that_of_a_living_one_is_not() -> None:
    abandoned, under_way = job_of_a_worker_seen(600), job_of_a_worker_seen(5)
    run_it()
    assert ProcrastinateJob.objects.get(pk=abandoned).status == "todo"
    assert ProcrastinateJob.objects.get(pk=under_way).status == "doing"
