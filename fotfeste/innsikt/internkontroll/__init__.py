"""The audit that never sleeps: each criterion an auditor has used, asked of every case (kontroller R01–R38)."""
