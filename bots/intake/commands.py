"""What people type to this bot."""
