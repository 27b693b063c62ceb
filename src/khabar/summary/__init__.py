"""What an article says in short."""
