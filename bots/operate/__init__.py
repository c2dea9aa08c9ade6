"""What an operator does: set up, check, look after keys."""
