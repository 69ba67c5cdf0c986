"""Where procrastinate looks for jobs."""

from fotfeste.fag.utbetaling.jobber import forbered

__all__ = ["forbered"]
