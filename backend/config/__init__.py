"""How the project is put together: settings, addresses, the server, the database beside it."""
