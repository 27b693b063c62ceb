"""Phrases, verbs, clauses, reported speech: what stands where in a sentence."""
