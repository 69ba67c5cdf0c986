"""What the office learns from its own cases: internal control, indicators, outcomes."""
