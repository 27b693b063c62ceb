"""Who takes part, and which mentions are the same."""
