"""From sheets to standings: ranks, medians, series, and the records that pages look up."""
