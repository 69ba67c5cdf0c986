"""How strongly something binds: the law's duty, good practice, or a free choice."""

from enum import StrEnum


class Styrke(StrEnum):
    """SKAL: the law demands it. BOR: good practice, a person may depart from it with reasons. KAN: allowed."""

    SKAL = "skal"
    BOR = "bor"
    KAN = "kan"
