"""The saksmappe: one case, whole, as one object; and the history that was read in from elsewhere, as it was."""
