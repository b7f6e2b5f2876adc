"""The one door to Pelican: its settings, signals, generators, writer and Jinja environment."""
