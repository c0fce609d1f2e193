"""What a record may say, and what follows from it."""
