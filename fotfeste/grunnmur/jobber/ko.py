"""The queue: `jobb` makes a function a job, `start` queues it with the transaction, `arbeid` works it off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from procrastinate import exceptions
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

STANSET_ETTER_SEKUNDER = 60.0


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
    """Work the queue: with `vent` until stopped, otherwise until it is empty. One thread, one database connection."""
    tilkobling = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.with_connector(tilkobling) as arbeider:
        arbeider.run_worker(
            wait=vent,
            install_signal_handlers=vent,
            listen_notify=vent,
            stalled_worker_timeout=STANSET_ETTER_SEKUNDER,
        )
