"""Individuell plan (sotjl § 33, forskrift 2022-06-22-1110): offered in conversation, answered, written, revised."""
