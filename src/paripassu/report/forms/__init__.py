"""The forms of practitioners, one a file: the facts each is filled with. The words are in the templates."""
