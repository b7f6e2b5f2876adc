"""The home page: the lead story, what is new, and a block for every section."""
