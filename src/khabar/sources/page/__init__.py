"""A news page: what it says of itself, what a reader sees of it, and its body."""
