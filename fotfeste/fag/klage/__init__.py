"""Complaints (fvl chapter VI): received, considered anew by the office, decided here or sent to Statsforvalteren."""
