"""Khabar reads Arabic news: who did what to whom, when, where, and who says so."""
