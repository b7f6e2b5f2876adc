"""`inv import-scores`: a table of results as somebody sent it becomes a sheet of a scorecard."""
