"""From files to nouns: `bo-chi-so.toml`, one CSV a period, the register of units."""
