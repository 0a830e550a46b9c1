"""What DRF and django-filter lack: strictness, keyset pages, problems, ETags, and the testing kit. Knows no other app."""
