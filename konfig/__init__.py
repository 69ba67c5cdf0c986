"""How Fotfeste is put together: settings, addresses, the database it finds or starts, the checks of `make test`."""
