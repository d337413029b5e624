"""One file a picture: from a small frozen description to an altair chart. None knows how its numbers were found."""
