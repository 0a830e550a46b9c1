"""Content packs: folders of text files that are linted, compared with the database and loaded."""
