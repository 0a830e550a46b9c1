"""What DRF and django-filter lack: strictness, keyset pages, problems, entity tags, and the testing kit."""
