"""Settings: `felles` holds what is the same everywhere; `demo`, `test` and `drift` say only what differs."""
