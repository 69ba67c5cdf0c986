"""The queue: `jobb` makes a function a job, `start` queues it with the transaction, `arbeid` works it off."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from django.db import transaction
from procrastinate import App, exceptions
from procrastinate.contrib.django import app
from procrastinate.jobs import Status
from procrastinate.tasks import Task

logg = logging.getLogger("fotfeste.jobber")

STANSET_ETTER_SEKUNDER = 60.0
"""A worker says that it lives every ten seconds; one that has been silent so long was killed."""


def jobb(navn: str) -> Callable[[Callable[..., None]], Task[..., None, ...]]:
    """Decorator: the function becomes the job `navn`. Its arguments must be plain JSON values."""
    return app.task(name=navn)


def start(oppgave: Task[..., None, ...], *, nokkel: str, **argumenter: Any) -> bool:
    """Queue the job in the running transaction. False when one with the same `nokkel` waits already.

    Two jobs with one `nokkel` never run at the same time.
    """
    try:
        with transaction.atomic():  # the refusal of a second one must not take the caller's transaction with it
            oppgave.configure(lock=nokkel, queueing_lock=nokkel).defer(**argumenter)
    except exceptions.AlreadyEnqueued:
        return False
    return True


def arbeid(*, vent: bool) -> None:
    """Work the queue: with `vent` until stopped, otherwise until it is empty. One thread, one database connection.

    What a worker that was killed was doing is done again from the start, first and (with `vent`) as long as it goes on.
    """
    tilkobling = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.with_connector(tilkobling) as arbeider:
        asyncio.run(_arbeid(arbeider, vent=vent))


async def _arbeid(arbeider: App, *, vent: bool) -> None:
    async with arbeider.open_async():
        await _ta_opp_stansede(arbeider)
        vakt = asyncio.create_task(_se_etter_stansede(arbeider)) if vent else None
        try:
            await arbeider.run_worker_async(
                wait=vent,
                install_signal_handlers=vent,
                listen_notify=vent,
                stalled_worker_timeout=STANSET_ETTER_SEKUNDER,
            )
        finally:
            if vakt:
                vakt.cancel()


async def _se_etter_stansede(arbeider: App) -> None:
    while True:
        await asyncio.sleep(STANSET_ETTER_SEKUNDER / 2)
        await _ta_opp_stansede(arbeider)


async def _ta_opp_stansede(arbeider: App) -> None:
    """Queue again what no living worker does: it would hold its `nokkel` for ever, and those after it would wait.

    Where somebody has queued the same meanwhile, that one will do it.
    """
    jobber = arbeider.job_manager
    for stanset in await jobber.get_stalled_jobs(seconds_since_heartbeat=STANSET_ETTER_SEKUNDER):
        logg.warning("jobb %s (%s) ble stanset underveis, tas opp igjen", stanset.id, stanset.task_name)
        try:
            await jobber.retry_job(stanset)
        except exceptions.UniqueViolation:
            await jobber.finish_job(stanset, status=Status.ABORTED, delete_job=False)
