"""Sources: bytes as received -> raw digests with a ledger, and raw facts about papers."""
