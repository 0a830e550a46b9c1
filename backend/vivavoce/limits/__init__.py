"""How often somebody may ask: token buckets that all workers share (docs/decisions/limits.md)."""
