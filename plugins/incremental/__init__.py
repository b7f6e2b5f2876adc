"""The build's memory: what was written from what, so that only what has changed is made again."""
