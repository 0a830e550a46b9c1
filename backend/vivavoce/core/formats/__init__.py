"""What a reply is written in, beside JSON: CSV and NDJSON of every list, linked data, and how a caller chooses."""
