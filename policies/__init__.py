"""What the organization decides: YAML and texts that anybody can read, and pure functions."""
