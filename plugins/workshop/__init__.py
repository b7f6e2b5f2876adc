"""What developers run: setting up, verifying, blessing, measuring; no editor needs any of it."""
