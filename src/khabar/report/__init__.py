"""A record shown to people: on a terminal, as a page."""
