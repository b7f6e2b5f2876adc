"""The pages of scorecards: all of them, one, a period, a unit, a comparison."""
