"""The charts of scorecards: readers see what the figures say, and hear or read the same."""
