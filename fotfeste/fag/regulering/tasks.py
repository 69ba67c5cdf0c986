"""Where procrastinate looks for jobs."""

from fotfeste.fag.regulering.jobber import gjennomfor, prov

__all__ = ["gjennomfor", "prov"]
