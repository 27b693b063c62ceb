"""The acts an article tells, coded in PLOVER."""
