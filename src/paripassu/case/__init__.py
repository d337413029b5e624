"""What is being negotiated, by whom, what has happened, who says so."""
