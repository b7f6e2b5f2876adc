"""The language ground: how Vietnamese is normalised, compared, ordered, counted and dated here."""
