"""What Fotfeste costs in time: `python -m bench` (or `make bench`) prints one table; docs/maling.md reads it."""
