"""The plugins of the site: what Pelican loads, one folder a feature."""
